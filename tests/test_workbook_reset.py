"""Second thoughts: a reset only hides, and undoing shows again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import LESSON

from helpers.workbook import Event, Workbook, WorkbookContents, make_event

if TYPE_CHECKING:
    from pathlib import Path


class Day:
    """A workbook whose events come one second after the other."""

    def __init__(self, folder: Path) -> None:
        self.book, self.second = Workbook(folder), 0

    def does(self, what: str, exercise: str = "", lesson: str = LESSON, refers: str = "") -> Event:
        self.second += 1
        made = make_event(what, lesson=lesson, exercise=exercise, refers=refers)
        at = f"2024-10-31T12:00:{self.second:02}.000Z"
        fields = {"lesson": lesson, "exercise": exercise, "refers": refers}
        self.book.add(Event(id=made.id, at=at, what=made.what, **fields))
        return self.book.events[-1]

    def shown(self, lesson: str = LESSON) -> list[str]:
        return [event.exercise for event in self.book.lesson(lesson).shown]


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return Day(tmp_path)


def test_resetting_an_exercise_hides_its_answers_alone(day: Day) -> None:
    day.does("answer", "one")
    day.does("answer", "two")
    day.does("reveal", "one")
    day.does("reset", "one")
    assert day.shown() == ["two"]


def test_resetting_a_lesson_hides_all_its_answers_and_no_others(day: Day) -> None:
    day.does("answer", "one")
    day.does("answer", "two")
    day.does("answer", "one", "another")
    day.does("reset")
    assert (day.shown(), day.shown("another")) == ([], ["one"])


@pytest.mark.parametrize("what", ["", "one"])
def test_undoing_a_reset_shows_the_answers_again(day: Day, what: str) -> None:
    day.does("answer", "one")
    reset = day.does("reset", what)
    day.does("undo", refers=reset.id)
    assert day.shown() == ["one"]


@pytest.mark.parametrize("what", ["", "one"])
def test_a_reset_can_be_undone_after_opening_the_folder_again(
    day: Day, tmp_path: Path, what: str
) -> None:
    day.does("answer", "one")
    reset = day.does("reset", what)
    assert Workbook(tmp_path).lesson(LESSON).resets(what) == [reset]


@pytest.mark.parametrize("what", ["", "one"])
def test_a_reset_cannot_be_undone_once_there_is_a_new_answer(day: Day, what: str) -> None:
    day.does("answer", "one")
    day.does("reset", what)
    day.does("answer", "one")
    assert day.book.lesson(LESSON).resets(what) == []


@pytest.mark.parametrize("what", ["", "one"])
def test_a_reset_that_was_undone_is_not_offered_again(day: Day, what: str) -> None:
    day.does("answer", "one")
    reset = day.does("reset", what)
    day.does("undo", refers=reset.id)
    assert day.book.lesson(LESSON).resets(what) == []


def test_an_answer_to_another_exercise_does_not_stop_the_undoing(day: Day) -> None:
    reset = day.does("reset", "one")
    day.does("answer", "two")
    day.does("answer", "one", "another")
    assert day.book.lesson(LESSON).resets("one") == [reset]


def test_a_lesson_can_be_reset_and_brought_back_again_and_again(day: Day) -> None:
    day.does("answer", "one")
    day.does("undo", refers=day.does("reset").id)
    second = day.does("reset")
    assert (day.shown(), day.book.lesson(LESSON).resets()) == ([], [second])
    day.does("undo", refers=second.id)
    assert day.shown() == ["one"]


def test_the_code_name_chosen_last_counts_whatever_the_clock_said(tmp_path: Path) -> None:
    book = Workbook(tmp_path)
    assert book.code == ""
    for code, at in (("first", "13"), ("last", "12")):
        made = make_event("code")
        book.add(Event(id=made.id, at=f"2024-10-31T{at}:00:00.000Z", what="code", code=code))
    assert book.code == "last"


def test_a_reset_that_was_pressed_twice_is_undone_at_once(day: Day) -> None:
    day.does("answer", "one")
    day.does("reset", "one")
    day.does("reset", "one")
    for reset in day.book.lesson(LESSON).resets("one"):
        day.does("undo", refers=reset.id)
    assert day.shown() == ["one"]


@pytest.mark.parametrize("at", ["1970-01-01T00:00:00.000Z", "2999-12-31T00:00:00.000Z"])
def test_a_clock_far_off_neither_hides_new_answers_nor_outlives_a_code_name(
    tmp_path: Path, at: str
) -> None:
    book = Workbook(tmp_path)
    book.merge(
        WorkbookContents(
            [
                make_event("reset", lesson=LESSON, at=at),
                make_event("code", code="old-name", at=at),
            ]
        )
    )
    book.add(make_event("code", code="new-name"))
    book.add(make_event("answer", lesson=LESSON, exercise="one"))
    assert (book.code, len(book.lesson(LESSON).shown)) == ("new-name", 1)


def test_a_number_that_no_student_reaches_is_not_believed(tmp_path: Path) -> None:
    book = Workbook(tmp_path)
    reset = make_event("reset", lesson=LESSON, number=1_000_000_000)
    book.merge(WorkbookContents([reset]))
    book.add(make_event("answer", lesson=LESSON, exercise="one"))
    assert len(book.lesson(LESSON).shown) == 1
