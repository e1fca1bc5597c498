"""Where a student stands: what was answered in a lesson, and what it came to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from helpers.kinds.base import Mark, NotAnAnswerError
from helpers.workbook import Answer

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet
    from helpers.workbook import Event, Workbook


class Given(msgspec.Struct, frozen=True):
    """A committed answer, how sure the student was (percent), and its mark."""

    answer: Answer
    confidence: int | None
    mark: Mark


class Result(msgspec.Struct, frozen=True):
    """The first attempt at a scored exercise: only this one counts for measurement."""

    exercise: str
    score: float
    confidence: int
    misconceptions: tuple[str, ...]


def given(exercise: Exercise, events: list[Event]) -> tuple[Given, ...]:
    """Mark the answers to one exercise; one that the exercise no longer understands is left out."""
    found = []
    for event in events:
        if event.what == "answer" and event.exercise == exercise.id:
            try:
                found.append(Given(event.answer, event.confidence, exercise.mark(event.answer)))
            except NotAnAnswerError:
                continue
    return tuple(found)


def results(sheet: Sheet, book: Workbook) -> tuple[Result, ...]:
    """Give the first attempts of a lesson, in the order of its exercises."""
    events = book.live(sheet.id)
    answered = {event.exercise for event in events if event.what == "answer"}
    found = []
    for identity in sheet.ids:
        first = given(sheet.exercise(identity), events)[:1] if identity in answered else ()
        for one in first:
            if one.mark.scored and one.confidence is not None:
                slips = one.mark.misconceptions()
                found.append(Result(identity, one.mark.score, one.confidence, slips))
    return tuple(found)


def answered(sheet: Sheet, book: Workbook) -> frozenset[str]:
    """Name the exercises of a lesson that have an answer."""
    events = book.live(sheet.id)
    return frozenset(e.exercise for e in events if e.what == "answer") & frozenset(sheet.ids)


def brier(found: tuple[Result, ...]) -> float:
    """Give the mean squared gap between confidence and score, from 0 (best) to 1 (Brier, 1950).

    >>> brier((Result("x", 1.0, 100, ()),))
    0.0
    """
    return sum((r.confidence / 100 - r.score) ** 2 for r in found) / len(found) if found else 0.0


def sure_and_right(found: tuple[Result, ...], least: int = 85) -> tuple[int, float]:
    """Give how many answers came with at least this confidence (percent), and their mean score."""
    sure = [result.score for result in found if result.confidence >= least]
    return len(sure), sum(sure) / len(sure) if sure else 0.0
