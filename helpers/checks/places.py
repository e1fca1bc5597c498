"""The places of the forms: what the items of each test, and the card where that is practised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.exercises import read_exercises
from helpers.checks.finding import in_file
from helpers.checks.language import wording
from helpers.errors import KitError
from helpers.flaws import Flaw, filled, unique
from helpers.kinds.forms import PlacesFile, open_blueprint
from helpers.texts.files import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding
    from helpers.kinds.forms import PlaceKey


def check_places(path: Path) -> Iterator[Finding]:
    """Check the file that tells of each place what it tests."""
    yield from in_file(path, [partial(_places, path)])


def _places(path: Path) -> Iterator[Flaw]:
    """See that each place of the blueprint is told of, once, with a card to practise it."""
    lessons = path.absolute().parent.parent
    told = read_yaml(path, PlacesFile).places
    there = [place.id for place in open_blueprint(lessons).places]
    yield from unique(place.id for place in told)
    for name in sorted({*there} - {place.id for place in told}):
        yield Flaw(name, "Nothing tells what this place tests; add it.")
    for place in told:
        if place.id not in there:
            yield Flaw(place.id, "The blueprint has no such place; mend the id.")
        yield from filled(place.id, name=place.name)
        yield from wording(place.id, place.name, curly=True)
        yield from _practised(lessons, place)


def _practised(lessons: Path, place: PlaceKey) -> Iterator[Flaw]:
    stem, _, card = place.again.partition("/")
    try:
        # Its own: to meet an item of a test once more is no practice.
        cards = read_exercises(lessons / "exercises" / f"{stem}.yaml").own
    except KitError:  # a finding of its own, if there is such a lesson
        cards = ()
    if card not in cards:
        says = f"There is no card “{place.again}”; write a lesson and one of its cards under again."
        yield Flaw(place.id, says)
