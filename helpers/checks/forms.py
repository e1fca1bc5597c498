"""The forms of the test: parallel ones on one blueprint, each with a report of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.asked import said
from helpers.checks.blueprint import check_blueprint
from helpers.checks.exercises import bound, read_exercises, written
from helpers.checks.finding import in_file
from helpers.checks.keyed import as_asked, form_files, lessons_of, read_form, readable_forms
from helpers.checks.keys import check_key
from helpers.checks.places import check_places
from helpers.checks.review import reviewed
from helpers.errors import KitError
from helpers.flaws import Flaw, named, unique
from helpers.kinds.forms import BLUEPRINT, KEYS, PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding
    from helpers.kinds.forms import Form

SILENT = ("article", "hints", "settle", "after", "extra")
"""Fields of an exercise that an item leaves empty: the form has its report, the key the rest."""


def check_forms(path: Path) -> Iterator[Finding]:
    """Check the blueprint, a form or a key, whichever it is."""
    if path.name == PLACES:
        yield from check_places(path)
    elif path.absolute().parent.name == KEYS:
        yield from check_key(path)
    elif path.name == BLUEPRINT:
        yield from check_blueprint(path)
    else:
        rules = (_name, _places, _like_the_others, _put, _items)
        yield from in_file(path, [partial(rule, path) for rule in rules])


def _name(path: Path) -> Iterator[Flaw]:
    """See that a form is called as its file, and that its items cannot be taken for another’s."""
    form = read_form(path)
    if form.file.form != form.id:
        yield Flaw("form", f"It is called “{form.file.form}”; write “{form.id}”, the file’s name.")
    yield from named([form.id], "form")
    for other in (one.stem for one in form_files(lessons_of(form))):
        if form.id.startswith(f"{other}-"):
            says = f"Its items would begin as those of form {other} do; give it another name."
            yield Flaw("form", says)


def _places(path: Path) -> Iterator[Flaw]:
    """See that a form has an item for each place of the blueprint, and no other."""
    form = read_form(path)
    there = [form.place(item.id) for item in form.items]
    yield from unique(there)
    places = [place.id for place in form.blueprint.places]
    for place in places:
        if place not in there:
            yield Flaw(place, f"No item tests this place; add one with the id {form.id}-{place}.")
    for item in form.items:
        if item.id not in {f"{form.id}-{place}" for place in places}:
            says = f"Its id names no place; write {form.id}- and one of blueprint.yaml."
            yield Flaw(item.id, says)


def _like_the_others(path: Path) -> Iterator[Flaw]:
    """See that a form has a report of its own, and is as hard to guess as the first one."""
    form = read_form(path)
    others = [one for one in readable_forms(lessons_of(form)) if one.id < form.id]
    for other in others:
        if other.file.article == form.file.article:
            says = f"Form {other.id} has the same report, which a student may know; take another."
            yield Flaw("article", says)
    for first in others[:1]:
        there = _numbers(first)
        for place, number in _numbers(form).items():
            if number != there.get(place, number):
                says = f"It has {number} options, and {there[place]} in form {first.id}."
                yield Flaw(place, f"{says} Let both have as many, so that guessing helps alike.")


def _numbers(form: Form) -> dict[str, int]:
    """Give the number of options at each place."""
    return {form.place(item.id): len(item.options) for item in form.items}


def _put(path: Path) -> Iterator[Flaw]:
    """See that some lesson puts the form."""
    form = read_form(path)
    for sheet in (lessons_of(form) / "exercises").glob("[!._]*.yaml"):
        try:
            plan = read_exercises(sheet).file.test
        except KitError:  # a finding of its own
            return
        if plan and form.id in plan.forms:
            return
    yield Flaw("form", "No lesson puts this form; name it under test, or take it out.")


def _items(path: Path) -> Iterator[Flaw]:
    """See that every item is whole, in its text, and gives nothing away."""
    form = read_form(path)
    for item in form.file.items:
        for field in SILENT:
            if getattr(item, field):
                yield Flaw(item.id, f"An item of a test has no {field}; take it out.")
    # As it was written and signed: the article of the form is added to each item afterwards.
    yield from reviewed(path, form.file.items)
    exercises = as_asked(form)
    for exercise in exercises.file.exercises:
        for rule in (written, said, bound):
            yield from rule(exercises, exercise)
