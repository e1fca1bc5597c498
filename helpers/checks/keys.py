"""The key of a form: checked as a lesson is, for with its key each item is a choice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.asked import own, said
from helpers.checks.exercises import bound, deciding_words, named_slips, written
from helpers.checks.finding import in_file
from helpers.checks.keyed import keyed_form, lessons_of, read_form, readable_forms
from helpers.checks.patterns import patterns
from helpers.checks.review import reviewed
from helpers.checks.sound_share import sound_share
from helpers.errors import KitError
from helpers.flaws import Flaw, unique
from helpers.kinds.forms import keyed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.forms import Form

SOUND = 7
"""Passages of a form that are sound at least (R2)."""


def check_key(path: Path) -> Iterator[Finding]:
    """Check the key of a form."""
    yield from in_file(path, [partial(_whole, path)])
    try:
        form = read_form(path)
        exercises = keyed_form(form)
    except KitError:  # told already
        return
    if exercises.own:
        yield from in_file(path, [partial(_options, exercises), partial(_balance, form)])


def _whole(path: Path) -> Iterator[Flaw]:
    """See that a key is that of its form: signed, with each item and its options, and no other."""
    form = read_form(path)
    keys = form.key.items if form.key else ()
    if form.key and form.key.form != form.id:
        yield Flaw("form", f"It is not the key of “{form.id}”; write form: {form.id}.")
    yield from unique(key.id for key in keys)
    asked = [item.id for item in form.items]
    for key in (key for key in keys if key.id not in asked):
        yield Flaw(key.id, f"Form {form.id} has no such item; mend the id.")
    by_id = {key.id: key for key in keys}
    for item in form.items:
        try:
            if item.id in by_id:
                keyed(item, by_id[item.id])
            else:
                yield Flaw(item.id, "The key lacks this item; add it under its id.")
        except KitError as error:
            yield Flaw(item.id, str(error))
    yield from reviewed(path, keys)


def _options(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that every option has feedback that holds, and that the key has no pattern."""
    yield from named_slips(exercises)
    yield from patterns(exercises)
    yield from own(exercises)
    for choice in exercises.file.exercises:
        for rule in (written, deciding_words, said, bound):
            yield from rule(exercises, choice)


def _balance(form: Form) -> Iterator[Flaw]:
    """See that enough passages are sound, and in the same places as in the other keys."""
    yield from sound_share(keyed_form(form))
    sound = _sound(form)
    if len(sound) < SOUND:
        yield Flaw("", f"{len(sound)} of its passages are sound; let {SOUND} be so at least.")
    first = _first_keyed(form)
    for place in sorted(sound ^ _sound(first)):
        says = f"It is sound in one of the forms {first.id} and {form.id}, and weak in the other."
        yield Flaw(place, f"{says} Make them alike.")


def _first_keyed(form: Form) -> Form:
    """Give the first form whose key is whole; this one, if there is none before it."""
    for other in readable_forms(lessons_of(form)):
        try:
            if other.choices:
                return other
        except KitError:  # a finding of its own
            continue
    return form


def _sound(form: Form) -> set[str]:
    """Name the places whose passage is sound by the key."""
    return {form.place(choice.id) for choice in form.choices if _is_sound(choice)}


def _is_sound(choice: Exercise) -> bool:
    return True in choice.judgements()
