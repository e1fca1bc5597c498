from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from support import HOSTILE, make_exercises, message, overhear, write

from helpers.errors import KitError
from helpers.kinds.exercises import open_exercises
from helpers.lesson import Lesson, open_lesson
from helpers.pieces.code_name import CodeName, suggest
from helpers.pieces.desk import Desk
from helpers.words import reading_text, saving_text
from helpers.workbook import Workbook, make_event, read_code_name

if TYPE_CHECKING:
    from pathlib import Path

RIGHT = {"answer": {"option": ["a"]}, "confidence": 100}


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    exercises = make_exercises(tmp_path, write("choice"), write("poll"), claims=(write("claim"),))
    return Lesson(exercises, Workbook(tmp_path / "work"))


@pytest.fixture
def name(lesson: Lesson) -> CodeName:
    return CodeName(Desk(lesson.exercises, lesson.book))


def test_every_piece_follows_an_answer(lesson: Lesson) -> None:
    bar, progress, summary = lesson.save_bar(), lesson.progress(), lesson.summary()
    lesson.ask("pick").hear(message("pick", **RIGHT))
    assert "1 answer kept" in bar.markup
    assert "1 of 2 cards are answered." in progress.markup
    assert "1 of 1 exercises went well" in summary.markup


def test_a_reset_of_the_lesson_empties_every_card(lesson: Lesson) -> None:
    bar, card = lesson.save_bar(), lesson.ask("pick")
    fresh = card.markup
    card.hear(message("pick", **RIGHT))
    bar.hear({"do": "reset-lesson"})
    assert parse(card.markup).all("form")
    bar.hear({"do": "undo"})
    assert "Verdict a." in card.markup
    assert fresh != card.markup


def test_two_cards_of_one_exercise_show_the_same(lesson: Lesson) -> None:
    one, other = lesson.ask("pick"), lesson.ask("pick")
    one.hear(message("pick", **RIGHT))
    assert one.markup == other.markup


def test_what_would_give_an_answer_away_opens_after_it(lesson: Lesson) -> None:
    chain, card = lesson.show("chain", "C01", after="pick"), lesson.ask("pick")
    assert "The gist." not in chain.markup
    assert reading_text.OPENS_AFTER in chain.markup
    card.hear(message("pick", **RIGHT))
    assert "The gist." in chain.markup


def test_a_passage_can_be_read_alone(lesson: Lesson) -> None:
    assert [n.text for n in parse(lesson.read("S2").markup).marked("number")] == ["S2"]


@pytest.mark.parametrize("passage", ["S9", "gone/S1", "<b>"])
def test_a_passage_that_is_not_there_is_one_plain_sentence(lesson: Lesson, passage: str) -> None:
    with pytest.raises(KitError):
        lesson.read(passage)


def test_the_real_lesson_opens_with_the_work_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    lesson = open_lesson("00-start-here")
    CodeName(lesson.desk).widget.hear({"do": "code", "code": ["amber-heron"]})
    assert open_lesson("02-who-says-so").book.code == "amber-heron"


def test_the_map_shows_the_lessons_and_how_far_each_has_come(lesson: Lesson) -> None:
    stem = "02-who-says-so"
    given = [make_event("answer", lesson=stem, exercise="reports-tell") for _ in range(2)]
    lesson.book.add(*given)
    page = parse(lesson.map().markup)
    assert {"00-start-here.ipynb", f"{stem}.ipynb"} <= {a.attrs["href"] for a in page.all("a")}
    cards = len(open_exercises(stem).file.exercises)
    assert f"1 of {cards} cards" in page.text
    assert page.all("p")[0].text == "You can go on with 02 · Who says so?"


def test_a_code_name_is_kept_on_disk_and_in_the_browser(name: CodeName) -> None:
    told = overhear(name)
    name.widget.hear({"do": "code", "code": [" Amber heron "]})
    assert Workbook(name.desk.book.folder).code == name.desk.book.code == "Amber-heron"
    assert [message["keep"]["code"] for message in told] == ["Amber-heron"]


@pytest.mark.parametrize("written", ["Anna Schmidt", "Anna-Schmidt", "AnnaSchmidt", "Zoë-Ünal-12"])
def test_a_name_that_looks_real_is_taken_only_when_the_student_says_so(
    name: CodeName, written: str
) -> None:
    name.widget.hear({"do": "code", "code": [written]})
    assert (name.desk.book.code, name.widget.says) == ("", saving_text.REAL_NAME)
    for too_early in ("rename", "somebody"):
        name.widget.hear({"do": too_early})
        assert "makes no sense" in name.widget.says
    name.widget.hear({"do": "use-anyway"})
    assert name.desk.book.code == written.replace(" ", "-")
    name.widget.hear({"do": "use-anyway"})
    assert "makes no sense" in name.widget.says


def test_who_thinks_better_of_a_real_name_gets_another(name: CodeName) -> None:
    name.widget.hear({"do": "code", "code": ["Anna Schmidt"]})
    name.widget.hear({"do": "suggest"})
    assert saving_text.REAL_NAME not in name.widget.markup
    assert "Anna" not in name.widget.markup
    name.widget.hear({"do": "use-anyway"})
    assert (name.desk.book.code, name.desk.book.events) == ("", [])


def test_a_real_name_in_place_of_another_is_asked_about_twice(name: CodeName) -> None:
    name.widget.hear({"do": "code", "code": ["amber-heron"]})
    name.widget.hear({"do": "code", "code": ["Anna Schmidt"]})
    name.widget.hear({"do": "use-anyway"})
    assert name.widget.says == saving_text.NEW_NAME_OR_SOMEBODY
    assert name.desk.book.code == "amber-heron"
    name.widget.hear({"do": "rename"})
    assert name.desk.book.code == "Anna-Schmidt"


@pytest.mark.parametrize("written", ["", "x", *HOSTILE])
def test_a_code_name_that_cannot_be_is_refused_with_an_example(
    name: CodeName, written: str
) -> None:
    before = name.widget.markup
    name.widget.hear({"do": "code", "code": [written]})
    assert "such as “amber-heron-27”" in name.widget.says
    assert name.widget.field == "code"
    assert (name.widget.markup, name.desk.book.events) == (before, [])


@pytest.mark.parametrize(
    "sent", [{}, {"do": "code"}, {"do": "code", "code": "x-y"}, {"do": "code", "code": [7]}]
)
def test_a_message_that_makes_no_sense_says_so(name: CodeName, sent: dict[str, object]) -> None:
    name.widget.hear(sent)
    assert "makes no sense" in name.widget.says


def test_another_name_can_be_suggested(name: CodeName) -> None:
    before = name.suggestion
    for _ in range(20):
        name.widget.hear({"do": "suggest"})
    assert name.suggestion != before
    assert name.suggestion in name.widget.markup


def test_every_suggestion_is_a_code_name() -> None:
    assert all(read_code_name(code) == code for code in (suggest() for _ in range(50)))
