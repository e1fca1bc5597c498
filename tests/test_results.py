"""Results: first attempts, whatever was reset, tried again or no longer understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from reader import parse
from support import LESSON, answering, make_exercises, moment, write

from helpers.kinds.results import results
from helpers.lesson import Lesson
from helpers.measures.calibration import Result, calibration
from helpers.workbook import Workbook, WorkbookContents, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

WRONG = (Result("pick", 0.0, 40, ("x=y",)),)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"), write("sort"), write("poll"), write("write"))


def picking(option: str, sure: int = 100) -> Event:
    return answering("pick", {"option": [option]}, sure)


def reset(exercise: str = "pick") -> Event:
    return make_event("reset", lesson=LESSON, exercise=exercise, at=moment())


def undo(event: Event) -> Event:
    return make_event("undo", lesson=LESSON, refers=event.id, at=moment())


def result(score: float, sure: int) -> Result:
    return Result("pick", score, sure, ())


def test_only_the_first_attempt_counts(exercises: LessonExercises, book: Workbook) -> None:
    book.add(picking("b", 40), picking("a", 100))
    assert results(exercises, book.events) == WRONG


@pytest.mark.parametrize("what", ["pick", ""])
def test_a_right_answer_after_a_reset_is_no_perfect_first_attempt(
    exercises: LessonExercises, book: Workbook, what: str
) -> None:
    book.add(picking("b", 40), reset(what), picking("a", 100))
    assert [event.answer for event in book.lesson(LESSON).shown] == [{"option": ["a"]}]
    assert results(exercises, book.events) == WRONG


@pytest.mark.parametrize("what", ["pick", ""])
def test_a_reset_and_its_undoing_change_no_result(
    exercises: LessonExercises, book: Workbook, what: str
) -> None:
    book.add(picking("b", 40))
    gone = reset(what)
    for event in (gone, undo(gone), picking("a"), reset(what), reset(), picking("a")):
        book.add(event)
        assert results(exercises, book.events) == WRONG, event.what


def test_the_summary_on_the_page_is_the_same_after_a_reset(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("b", 85))
    lesson = Lesson(exercises, book)
    before = parse(lesson.summary().markup).text
    assert "0 of 1" in before
    book.add(reset(""), picking("a", 100))
    assert parse(lesson.summary().markup).text == before
    assert parse(Lesson(exercises, Workbook(book.folder)).summary().markup).text == before


def test_the_first_of_two_machines_counts_whichever_file_is_read_first(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    first, second = picking("b", 40), picking("a", 100)
    for number, order in enumerate(([first, second], [second, first])):
        book = Workbook(tmp_path / str(number))
        for event in order:
            book.merge(WorkbookContents(events=[event]))
        assert results(exercises, book.events) == WRONG


def test_results_come_in_the_order_of_the_lesson(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(answering("place", {"one": ["in"], "two": ["out"], "three": ["far"]}), picking("a"))
    found = results(exercises, book.events)
    assert [one.exercise for one in found] == ["pick", "place"]


def test_what_has_no_key_and_arguable_answers_are_not_scored(
    exercises: LessonExercises, book: Workbook
) -> None:
    text = {"text": ["A man from Rell"], "clear": ["3"], "kind": ["3"]}
    book.add(answering("vote", {"option": ["a"]}), answering("label", text), picking("d"))
    assert results(exercises, book.events) == ()


@pytest.mark.parametrize("answer", [{"option": ["gone"]}, {}, {"option": ["a", "b"]}])
def test_no_later_answer_takes_the_place_of_a_first_one_that_cannot_be_read(
    exercises: LessonExercises, book: Workbook, answer: dict[str, list[str]]
) -> None:
    book.add(answering("pick", answer), reset(), picking("a"))
    assert results(exercises, book.events) == ()


def test_no_later_answer_takes_the_place_of_a_first_one_that_was_arguable(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("d"), picking("a"))
    assert results(exercises, book.events) == ()


def test_an_answer_without_confidence_is_not_measured(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(msgspec.structs.replace(picking("a"), confidence=None))
    assert results(exercises, book.events) == ()


def test_answers_of_another_lesson_or_to_an_exercise_that_is_gone_are_not_measured(
    exercises: LessonExercises, book: Workbook
) -> None:
    other = msgspec.structs.replace(picking("b"), lesson="91-other")
    book.add(other, answering("gone", {"option": ["b"]}), picking("a"))
    assert results(exercises, book.events) == (result(1, 100),)


def test_a_page_that_has_marked_already_gives_the_same_results(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("b", 40), reset(), picking("a"))
    lesson = Lesson(exercises, book)
    lesson.ask("pick")
    assert results(exercises, book.events, lesson.desk.marked.one) == WRONG


def test_sure_answers_are_counted_with_their_mean_score() -> None:
    found = calibration((result(1, 85), result(0, 100), result(1, 70)))
    assert (found.times_sure, found.right_when_sure) == (2, 50)
    unsure = calibration((result(1, 84),))
    assert (unsure.times_sure, unsure.right_when_sure) == (0, 0)


@pytest.mark.parametrize(
    ("score", "sure", "gap"), [(0.5, 90, 40), (1, 50, -50), (0.75, 80, 0), (0.72, 80, 0)]
)
def test_a_gap_between_sure_and_right_is_told_only_where_it_is_more_than_noise(
    score: float, sure: int, gap: int
) -> None:
    found = calibration((result(score, sure),))
    assert (found.sure, found.right, found.gap) == (sure, round(100 * score), gap)


def test_without_a_first_attempt_there_is_nothing_to_compare() -> None:
    with pytest.raises(ValueError, match="no first attempt"):
        calibration(())
