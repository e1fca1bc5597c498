"""The blueprint of the forms: six skills, three places each, and what every form asks."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from helpers.checks.finding import in_file
from helpers.checks.keyed import as_asked, readable_forms
from helpers.checks.language import worded, wording
from helpers.checks.review import reviewed
from helpers.flaws import Flaw, filled, named, unique
from helpers.kinds.forms import Blueprint
from helpers.texts.files import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding

SKILLS, PLACES = 6, 3
"""Skills of a form, and places of each (learning.md, 3.2)."""


def check_blueprint(path: Path) -> Iterator[Finding]:
    """Check what all forms have in common."""
    rules = (_skills, _places, _every)
    yield from in_file(path, [partial(rule, path) for rule in rules])


def _skills(path: Path) -> Iterator[Flaw]:
    """See that each of the skills has a name, and its places."""
    blueprint = read_yaml(path, Blueprint)
    skills = [skill.id for skill in blueprint.skills]
    yield from unique(skills, "skills")
    yield from named(skills, "skills")
    for skill in blueprint.skills:
        yield from filled(skill.id, name=skill.name)
        yield from wording(skill.id, skill.name, curly=True)
    if len(skills) != SKILLS:
        yield Flaw("skills", f"There are {len(skills)} skills; a form tests {SKILLS}.")
    counts = Counter(place.skill for place in blueprint.places)
    for name in dict.fromkeys([*skills, *counts]):
        if counts[name] != PLACES or name not in skills:
            says = f"{counts[name]} places test “{name}”; let {PLACES} test each of the skills."
            yield Flaw("places", says)


def _places(path: Path) -> Iterator[Flaw]:
    """See that every place has an id of its own."""
    ids = [place.id for place in read_yaml(path, Blueprint).places]
    yield from unique(ids, "places")
    yield from named(ids, "places")


def _every(path: Path) -> Iterator[Flaw]:
    """See that what every form asks is whole, has no key, and speaks of no single report."""
    every = read_yaml(path, Blueprint).every
    yield from unique((one.id for one in every), "every")
    yield from named((one.id for one in every), "every")
    for exercise in every:
        if exercise.graded:
            yield Flaw(exercise.id, "It has a key, which a form must not show; take it out.")
        if exercise.show or exercise.article:
            says = "It shows one report, and every form has its own; take out show and article."
            yield Flaw(exercise.id, says)
    yield from reviewed(path, every)
    # Wording is held against a text: one form stands for all.
    for form in islice(readable_forms(path.absolute().parent.parent), 1):
        home = as_asked(form).article
        for exercise in every:
            yield from exercise.flaws(home, ())
            yield from worded(home, exercise.id, exercise)
