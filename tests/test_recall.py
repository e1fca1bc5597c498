from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import answering, make_exercises, write

from helpers.kinds.recall import Recall
from helpers.lesson import Lesson
from helpers.words import result_text
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

POOL = tuple("abcdefgh")
RECALL = Recall(take=4, of=POOL)


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    picks = [write("choice", id=f"pick-{name}", ask=f"Which {name}") for name in POOL]
    pool = {"take": 3, "of": [pick["id"] for pick in picks]}
    exercises = make_exercises(tmp_path, *picks, write("poll"), recall=pool)
    return Lesson(exercises, Workbook(tmp_path / "work"))


def asked(lesson: Lesson) -> list[str]:
    return [lesson.recall(number).about["exercise"] for number in (1, 2, 3)]


def test_one_code_name_draws_the_same_questions_each_time() -> None:
    assert RECALL.drawn((), "amber-heron") == RECALL.drawn((), "amber-heron")


def test_code_names_draw_different_questions_and_each_is_drawn_by_some() -> None:
    draws = {RECALL.drawn((), f"code-{number}") for number in range(50)}
    assert len(draws) > 25
    assert {name for draw in draws for name in draw} == {*POOL}
    assert all(len(set(draw)) == 4 for draw in draws)


@pytest.mark.parametrize("answered", [{"h"}, {"b", "h"}, {*POOL}])
def test_what_is_answered_stays_whatever_the_code_name(answered: set[str]) -> None:
    for number in range(20):
        drawn = RECALL.drawn(answered, f"code-{number}")
        assert len(answered & {*drawn}) == min(4, len(answered))


def test_a_lesson_asks_what_was_drawn_and_counts_nothing_else(lesson: Lesson) -> None:
    assert len(set(asked(lesson))) == 3
    assert result_text.DONE.format(done=0, all=4) in lesson.progress().markup


def test_a_code_name_chosen_on_the_way_changes_no_question(lesson: Lesson) -> None:
    before = asked(lesson)
    for code in ("one", "two", "three"):
        lesson.book.add(make_event("code", code=code))
        assert asked(lesson) == before


def test_an_answered_question_is_there_again_after_a_restart(lesson: Lesson) -> None:
    first = asked(lesson)[2]
    lesson.book.add(answering(first, {"option": ["a"]}))
    for _ in range(5):
        again = Lesson(lesson.exercises, Workbook(lesson.book.folder))
        assert asked(again)[0] == first
