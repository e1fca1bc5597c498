"""The share of sound passages: whoever always says "badly sourced" must often be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises

LEAST = 0.4
ENOUGH = 5
"""With fewer judgement items than this, a share says nothing."""
MANY = 10
"""A lesson with so many questions that have a key asks for judgements too."""


def sound_share(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that at least four of ten judgement items are adequately sourced (R2)."""
    found = [
        sound for exercise in exercises.file.exercises for sound in _judgements(exercises, exercise)
    ]
    # Whoever always says “badly sourced” must be wrong four times in ten at least (R2).
    if len(found) >= ENOUGH and sum(found) < LEAST * len(found):
        says = (
            f"Only {sum(found)} of {len(found)} judgement items are adequately sourced; "
            "make it four of ten, so that distrust alone does not pass."
        )
        yield Flaw("", says)
    # Otherwise the rule would be switched off by leaving out every `sound: true`.
    keyed = sum(exercise.graded for exercise in exercises.file.exercises)
    if len(found) < ENOUGH and keyed >= MANY:
        says = (
            f"Of {keyed} exercises with a key, {len(found)} items ask whether a passage is well "
            f"sourced; let {ENOUGH} ask it, and mark the answers that say so with sound: true."
        )
        yield Flaw("", says)


def _judgements(exercises: LessonExercises, exercise: Exercise) -> tuple[bool, ...]:
    try:
        return exercise.bind(exercises.dossier(exercise)).judgements()
    except KitError:  # an exercise that does not bind is a finding of its own
        return ()
