from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from support import answering, make_exercises, write

from helpers.kinds.attempt import Attempts
from helpers.kinds.results import results
from helpers.measures.calibration import Result, brier
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"), write("sort"), write("poll"))


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "work")


def result(score: float, sure: int) -> Result:
    return Result("pick", score, sure, ())


def test_only_the_first_attempt_counts(exercises: LessonExercises, book: Workbook) -> None:
    book.add(answering("pick", {"option": ["b"]}, 40), answering("pick", {"option": ["a"]}, 100))
    assert results(exercises, book) == (Result("pick", 0.0, 40, ("x=y",)),)


def test_results_come_in_the_order_of_the_lesson(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(
        answering("place", {"one": ["in"], "two": ["out"]}), answering("pick", {"option": ["a"]})
    )
    assert [found.exercise for found in results(exercises, book)] == ["pick", "place"]


def test_polls_and_arguable_answers_are_not_scored(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(answering("vote", {"option": ["a"]}), answering("pick", {"option": ["d"]}))
    assert results(exercises, book) == ()


def test_an_answer_that_the_exercise_no_longer_understands_is_left_out(
    exercises: LessonExercises,
) -> None:
    events = [answering("pick", {"option": ["gone"]}), answering("pick", {"option": ["a"]})]
    found = Attempts().at(exercises.exercise("pick"), events)
    assert [one.answer for one in found] == [{"option": ["a"]}]


def test_an_answer_without_confidence_is_not_measured(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(msgspec.structs.replace(answering("pick", {"option": ["a"]}), confidence=None))
    assert results(exercises, book) == ()


def test_answered_names_the_exercises_of_this_lesson_alone(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(answering("vote", {"option": ["a"]}), answering("gone", {}))
    assert answered(exercises, book) == {"vote"}


def test_certain_and_right_is_no_gap_and_certain_and_wrong_the_whole() -> None:
    assert [brier((result(1, 100),)), brier((result(0, 100),))] == [0, 1]


def test_the_gap_is_squared_and_averaged() -> None:
    assert brier((result(1, 50), result(1, 100))) == pytest.approx(0.125)
    assert brier(()) == 0


def test_sure_answers_are_counted_with_their_mean_score() -> None:
    assert sure_and_right((result(1, 85), result(0, 100), result(1, 70))) == (2, 0.5)
    assert sure_and_right(()) == (0, 0.0)
