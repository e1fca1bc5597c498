"""Work of earlier days: a file that was written before `annotate` had its name still opens."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from kind_files import KINDS, example
from reader import parse
from support import KEY, make_exercises, write

from helpers.kinds.results import results
from helpers.lesson import Lesson
from helpers.words import frame_text
from helpers.workbook import Workbook, read_lines

if TYPE_CHECKING:
    from helpers.workbook import Event

BEFORE = Path(__file__).resolve().parent / "workbooks" / "before-annotate.jsonl"
EVENTS = read_lines(BEFORE.read_bytes()).events
ANSWERED = sorted({event.exercise for event in EVENTS if event.what == "answer"})


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """Open a lesson with all that the file answers, and the file in its work folder."""
    work = tmp_path / "work"
    work.mkdir()
    shutil.copy(BEFORE, work)
    exercises = [example(kind) for kind in KINDS if example(kind)["id"] in ANSWERED]
    found = make_exercises(tmp_path, *exercises, claims=(write("claim", **KEY),))
    return Lesson(found, Workbook(work))


def answers(lesson: Lesson, exercise: str) -> list[Event]:
    return lesson.desk.history.shown_at(exercise)


def test_no_line_of_the_file_is_damaged(lesson: Lesson) -> None:
    lines = BEFORE.read_text(encoding="utf-8").splitlines()
    assert (lesson.book.damaged, len(lesson.book.events)) == (0, len(lines) - 1)
    assert lesson.book.code == "amber-heron"
    assert len(ANSWERED) > 10


@pytest.mark.parametrize("exercise", ANSWERED)
def test_every_answer_is_read_and_its_card_shows_it(lesson: Lesson, exercise: str) -> None:
    given = answers(lesson, exercise)
    attempts = lesson.desk.attempts(lesson.exercises.exercise(exercise))
    assert [one.answer for one in attempts] == [event.answer for event in given]
    card = lesson.ask(exercise)
    page = parse(card.markup)
    assert page.marked("feedback")
    assert page.all("form") == []
    assert card.value["answer"] == given[-1].answer
    assert card.value["attempt"] == len(given)


def test_the_words_that_were_marked_are_drawn_as_annotations(lesson: Lesson) -> None:
    runs = parse(lesson.ask("mark").markup).marked("overlaid")[0].marked("run")
    drawn = {run.attrs["class"]: run.text for run in runs}
    assert drawn == {
        "run source exact": "source: exact The mayor of Rell,",
        "run cue exact": "cue: exact said",
    }


def test_the_marks_that_were_turned_round_stand_beside_their_choices(lesson: Lesson) -> None:
    page = parse(lesson.ask("turned").markup)
    [exchanged] = [node.text for node in page.marked("exchanged")]
    assert exchanged.startswith(frame_text.EXCHANGED)
    assert exchanged.endswith("The mayor of Ostrel, who was there, said that “forty men” had left.")
    rows = [row.all("strong")[0].text for row in page.marked("outcome")[0].all("li")]
    assert rows == [frame_text.KEPT_WORDS["same"], frame_text.KEPT_WORDS["other"]]


def test_they_count_as_the_first_attempts_that_they_were(lesson: Lesson) -> None:
    found = {one.exercise: one for one in results(lesson.exercises, lesson.book.events)}
    assert found["mark"].score == pytest.approx(2 / 3)
    assert (found["pick"].sure, found["pick"].word) == (0.7, 2)
    assert found["pick"].slips == ("x=y",)


def test_the_answer_comes_back_into_the_form_for_another_try(lesson: Lesson) -> None:
    card = lesson.ask("mark")
    card.hear({"do": "again"})
    [form] = parse(card.markup).all("form")
    assert form.attrs["data-answer"] == '{"mark":["source 0-18","cue 34-38"]}'


def test_how_sure_she_was_is_left_out_where_nobody_asks_any_more(lesson: Lesson) -> None:
    said = {event.exercise for event in EVENTS if event.confidence is not None}
    found = {one.exercise: one for one in results(lesson.exercises, lesson.book.events)}
    assert {"pick", "place", "line", "mark"} <= said & {*found}
    assert [name for name, one in found.items() if one.word is not None] == ["pick"]
