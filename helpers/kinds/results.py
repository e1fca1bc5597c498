"""First attempts at what is graded, as results: only these are measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.attempt import old_attempt
from helpers.measures.calibration import Result
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event


def results(
    exercises: LessonExercises,
    events: Sequence[Event],
    attempt: Callable[[Exercise, Event], Attempt | None] = old_attempt,
) -> tuple[Result, ...]:
    """Give the first attempts of a lesson, in the order of its exercises, whatever was reset.

    `attempt` reads and marks an answer; a page hands in the attempts that it has marked already.

    Left out are attempts that took an arguable view, and those that the exercise no longer
    understands: a later try is none that came without feedback.
    """
    first = first_attempts(events)
    found = []
    for identity in exercises.ids:
        event = first.get((exercises.id, identity))
        exercise = exercises.exercise(identity) if event else None
        made = attempt(exercise, event) if exercise and event and exercise.graded else None
        # An arguable view is no error.
        if exercise and event and made and made.mark.scored:
            found.append(result_of(exercises.id, exercise, event, made))
    return tuple(found)


def result_of(lesson: str, exercise: Exercise, event: Event, made: Attempt) -> Result:
    """Give what an attempt came to."""
    sure, word = sureness(exercise, made)
    return Result(
        lesson=lesson,
        exercise=exercise.id,
        score=made.mark.score,
        sure=sure,
        word=word,
        slips=made.mark.slips(),
        tempts=exercise.slips(),
        place=event.place,
    )


def sureness(exercise: Exercise, made: Attempt) -> tuple[float | None, int | None]:
    """Give how sure an attempt was, as a share and as one of the five words, if that was asked."""
    # Work of earlier editions says how sure somebody was also where nobody asks any more.
    if made.confidence is None or not exercise.asks_confidence:
        return None, None
    return made.confidence / 100, exercise.confidence_word(made.confidence)
