"""The share of sound passages: whoever always says "badly sourced" must often be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet

LEAST = 0.4
ENOUGH = 5
"""With fewer judgement items than this, a share says nothing."""


def sound_share(sheet: Sheet) -> Iterator[Flaw]:
    """See that at least four of ten judgement items are adequately sourced (R2)."""
    found = [sound for exercise in sheet.file.exercises for sound in _judgements(sheet, exercise)]
    if len(found) >= ENOUGH and sum(found) < LEAST * len(found):
        says = (
            f"Only {sum(found)} of {len(found)} judgement items are adequately sourced; "
            "make it four of ten, so that distrust alone does not pass."
        )
        yield Flaw("", says)


def _judgements(sheet: Sheet, exercise: Exercise) -> tuple[bool, ...]:
    try:
        return exercise.bind(sheet.dossier(exercise)).judgements()
    except KitError:  # an exercise that does not bind is a finding of its own
        return ()
