"""What the kinds about wording ask for: rate and swap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.checks.finding import Flaw
from helpers.checks.rules import anchored, filled
from helpers.dossier import open_dossier
from helpers.kinds.mark import MarkWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.dossier import Dossier
    from helpers.kinds.rate import Rate, Reading
    from helpers.kinds.sheet import Sheet
    from helpers.kinds.swap import Swap

READERS = 3
"""A band of fewer readings is no band."""
MOST = 100


def rate(exercise: Rate, dossier: Dossier) -> Iterator[Flaw]:
    """See that every sentence has three readings with a reason, and every place its words."""
    yield from filled(exercise.id, after=exercise.after)
    yield from _readings(exercise.id, exercise.readings, dossier)
    for lost in exercise.lost:
        item = f"{exercise.id}, {lost.words!r}"
        yield from anchored(dossier, [lost.words], item)
        yield from filled(item, says=lost.says)
    if exercise.beside:
        other = open_dossier(exercise.beside.text, dossier.folder.parent)
        yield from _readings(f"{exercise.id}, beside", exercise.beside.readings, other)


def swap(exercise: Swap, sheet: Sheet) -> Iterator[Flaw]:
    """See that the marks of an earlier exercise can come back with the sides exchanged."""
    yield from filled(exercise.id, after=exercise.after)
    before = sheet.file.exercises[: sheet.ids.index(exercise.id)]
    first = next((one for one in before if one.id == exercise.again), None)
    if not isinstance(first, MarkWords):
        says = f"No earlier mark is called “{exercise.again}”; name one under again."
        yield Flaw(exercise.id, says)
    _ = sheet.dossier(exercise).sides  # speaks for itself where it fails


def _readings(item: str, readings: dict[str, Reading], dossier: Dossier) -> Iterator[Flaw]:
    known = {sentence.id for sentence in dossier.article.sentences}
    if not readings:
        yield Flaw(item, "It has no readings; give three for each sentence.")
    for name, reading in readings.items():
        place = f"{item}, {name}"
        yield from filled(place, why=reading.why)
        if name not in known:
            yield Flaw(place, f"“{dossier.id}” has no such sentence; mend the name.")
        if len(reading.given) < READERS or not all(0 <= one <= MOST for one in reading.given):
            yield Flaw(place, f"Give {READERS} readings or more, each from 0 to {MOST}.")
