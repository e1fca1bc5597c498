"""Misconceptions: every wrong answer shows one, and each is explained once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.checks.rules import filled
from helpers.kinds.choice import Choice
from helpers.kinds.mark import MarkWords
from helpers.kinds.order import Order
from helpers.kinds.sort import Sort

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet


def explained(sheet: Sheet) -> Iterator[Flaw]:
    """See that every misconception used is explained, and every one explained is used."""
    defined, used = sheet.file.misconceptions, set[str]()
    for exercise in sheet.file.exercises:
        shown = named(exercise)
        used |= shown
        for name in sorted(shown - {*defined, ""}):
            says = f"The misconception “{name}” is not explained; add it under misconceptions."
            yield Flaw(exercise.id, says)
    for name in sorted({*defined} - used):
        yield Flaw(name, "No exercise has this misconception; use it or take it out.")
    for name, says in defined.items():
        yield from filled(name, misconception=says)


def named(exercise: Exercise) -> set[str]:
    """Name those that an answer can show; one that is missing is named ""."""
    match exercise:
        case Choice():
            return {o.misconception for o in exercise.options if not (o.right or o.arguable)}
        case Sort():
            return {category.misconception for category in exercise.categories}
        case Order():
            return {slip.misconception for slip in exercise.slips}
        case MarkWords():
            return {stray.misconception for stray in exercise.strays}
        case _:
            return set()
