"""Long workbooks: what is to be done grows with the events, and with nothing besides.

No clock decides: what is counted are the lines of code that are run.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec
from support import LESSON, answering, make_exercises, write

from helpers.lesson import Lesson
from helpers.workbook import Event, LessonHistory, Workbook, WorkbookContents, make_event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    from helpers.kinds.exercises import LessonExercises

MANY = 200


def steps(do: Callable[[], object]) -> int:
    """Count the lines of code that are run; one that goes round and round counts each time."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def answers(number: int, exercise: str = "pick-0") -> list[Event]:
    return [answering(exercise, {"option": ["a"]}) for _ in range(number)]


def build(exercises: LessonExercises, book: Workbook, cards: int) -> Lesson:
    lesson = Lesson(exercises, book)
    lesson.save_bar()
    for number in range(cards):
        lesson.ask(f"pick-{number}")
    lesson.progress()
    return lesson


def test_a_long_workbook_costs_a_page_the_same_however_many_cards_it_has(tmp_path: Path) -> None:
    exercises = make_exercises(tmp_path, *(write("choice", id=f"pick-{n}") for n in range(9)))

    def cost(events: int, cards: int) -> int:
        book = Workbook(tmp_path / f"{events}-{cards}")
        # Marking them is work of its own, so they are no answers to what the page asks.
        book.merge(WorkbookContents(answers(events, "another")))
        return steps(lambda: build(exercises, book, cards))

    of_events = {cards: cost(MANY, cards) - cost(1, cards) for cards in (1, 9)}
    assert of_events[9] < 1.5 * of_events[1]


def test_many_resets_are_no_more_work_than_as_many_answers() -> None:
    def events(number: int) -> list[Event]:
        resets = [make_event("reset", lesson=LESSON, exercise="other") for _ in range(number)]
        return [event for pair in zip(answers(number), resets, strict=True) for event in pair]

    few, many = events(MANY), events(2 * MANY)
    assert len(LessonHistory(many, LESSON).shown) == 2 * MANY
    assert steps(lambda: LessonHistory(many, LESSON)) < 3 * steps(
        lambda: LessonHistory(few, LESSON)
    )


def test_in_a_folder_of_many_students_not_each_is_compared_with_each(tmp_path: Path) -> None:
    def folder(number: int) -> Workbook:
        lines = [
            msgspec.json.encode(msgspec.structs.replace(event, workbook=f"{place:016x}"))
            for place, event in enumerate(answers(number), 1)
        ]
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "all.jsonl").write_bytes(b"\n".join(lines))
        return Workbook(tmp_path / str(number))

    few, many = folder(MANY), folder(2 * MANY)
    assert len(many.students) == 2 * MANY
    assert steps(lambda: many.students) < 3 * steps(lambda: few.students)
