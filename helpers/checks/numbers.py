"""What the kinds about numbers ask for: estimate and journey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.checks.rules import filled, unique
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.dossier import Dossier
    from helpers.kinds.estimate import Estimate
    from helpers.kinds.journey import Journey, Stop

COMPARED = "killed_low"
"""The column with which ranges are compared: one thing counted, never mixed with another."""


def estimate(exercise: Estimate) -> Iterator[Flaw]:
    """See that every number has a unit, a source, and something to learn from it."""
    yield from filled(exercise.id, after=exercise.after)
    yield from unique((item.id for item in exercise.items), exercise.id)
    if not exercise.items:
        yield Flaw(exercise.id, "It asks for no number; add one under items.")
    for one in exercise.items:
        item = f"{exercise.id}, {one.id}"
        yield from filled(item, ask=one.ask, unit=one.unit, source=one.source, why=one.why)
        if one.truth < 0:
            yield Flaw(item, "Its truth is below zero; write the number that is known.")


def journey(exercise: Journey, dossier: Dossier) -> Iterator[Flaw]:
    """See that every stop shows rows that are there, and ranges meet figures of one kind."""
    yield from filled(exercise.id, after=exercise.after, unit=exercise.unit)
    yield from unique((stop.id for stop in exercise.steps), exercise.id)
    if not exercise.steps:
        yield Flaw(exercise.id, "It has no stop; add one under steps.")
    for stop in exercise.steps:
        yield from _stop(exercise, stop, dossier)
    for row in dossier.rows(exercise.table, exercise.later):
        if not row.get(COMPARED):
            says = f"{row['row_id']} has no number in {COMPARED}; take it out of later."
            yield Flaw(exercise.id, says)


def _stop(exercise: Journey, stop: Stop, dossier: Dossier) -> Iterator[Flaw]:
    item = f"{exercise.id}, {stop.id}"
    yield from filled(item, says=stop.says, why=stop.why)
    try:
        rows = dossier.rows(exercise.table, stop.rows)
    except KitError as error:
        yield Flaw(item, f"{str(error).rstrip('.')}; mend rows.")
        return
    if not rows:
        yield Flaw(item, "It shows no row of the table; name one under rows.")
