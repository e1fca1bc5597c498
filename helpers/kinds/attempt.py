"""Attempts: answers that were read and marked, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpers.kinds.base import Exercise, Mark, NotAnAnswerError
from helpers.workbook import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event, LessonHistory


class Attempt(msgspec.Struct, frozen=True):
    """An answer, what the kind read in it, how sure the student was (percent), and its mark."""

    answer: Answer
    read: Any
    confidence: int | None
    mark: Mark


def make_attempt(exercise: Exercise, event: Event) -> Attempt:
    """Read and mark an answer, or raise NotAnAnswerError."""
    read = exercise.read(event.answer)
    return Attempt(event.answer, read, event.confidence, exercise.mark(read))


def old_attempt(exercise: Exercise, event: Event) -> Attempt | None:
    """Read and mark an answer that was kept; one that is no answer any more gives nothing.

    Exercises change between editions, and work of last year must not stop a page.
    """
    try:
        return make_attempt(exercise, event)
    except NotAnAnswerError:
        return None


def done(exercises: LessonExercises, history: LessonHistory, marked: Attempts) -> frozenset[str]:
    """Name the exercises of a lesson that are answered to the end, and not only begun."""

    def complete(name: str) -> bool:
        exercise = exercises.exercise(name)
        made = marked.at(exercise, history.shown_at(name))
        return bool(made) and exercise.complete(made[-1].read)

    begun = history.answered & {*exercises.ids}
    return frozenset(n for n in begun if not exercises.written(n).in_parts or complete(n))


class Attempts:
    """The attempts of one student, each read and marked once, when it is first asked for."""

    def __init__(self) -> None:
        """Begin with none."""
        self._made: dict[str, tuple[Event, Attempt | None]] = {}

    def add(self, event: Event, attempt: Attempt) -> None:
        """Take an attempt that was made already."""
        self._made[event.id] = (event, attempt)

    def one(self, exercise: Exercise, event: Event) -> Attempt | None:
        """Give the attempt that an event holds."""
        known, attempt = self._made.get(event.id, (None, None))
        # A damaged workbook may hold two events of one id: each keeps its own answer.
        if known == event:
            return attempt
        attempt = old_attempt(exercise, event)
        self._made[event.id] = (event, attempt)
        return attempt

    def at(self, exercise: Exercise, events: Iterable[Event]) -> tuple[Attempt, ...]:
        """Give the attempts at one exercise among these events, in their order."""
        mine = (e for e in events if e.what == "answer" and e.exercise == exercise.id)
        made = (self.one(exercise, event) for event in mine)
        return tuple(one for one in made if one is not None)
