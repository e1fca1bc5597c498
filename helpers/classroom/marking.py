"""Marking for a class: each answer to an exercise is marked once, however many students gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from helpers.kinds.attempt import Attempt, old_attempt

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise
    from helpers.workbook import Event

MOST_KEPT = 100_000
"""So many answers are remembered, about 200 MB: of a class, nearly all that come more than once."""


class ClassMarking:
    """Reads and marks answers, and remembers what each came to.

    Of a thousand students who choose among four options, all give one of four answers.
    """

    def __init__(self) -> None:
        """Begin with nothing marked."""
        self._known: dict[tuple[str, str, bytes], Attempt | None] = {}

    def attempt(self, exercise: Exercise, event: Event) -> Attempt | None:
        """Give what an answer came to; None for one that is no answer to this exercise."""
        key = (event.lesson, event.exercise, msgspec.json.encode(event.answer))
        if key not in self._known:
            made = old_attempt(exercise, event)
            if len(self._known) >= MOST_KEPT:
                return made
            self._known[key] = made
        known = self._known[key]
        # How sure somebody was is her own, and no part of the mark.
        return known and Attempt(event.answer, known.read, event.confidence, known.mark)
