"""The forms of the test: three that are parallel, on one blueprint, each with a key that holds.

A key is checked as a lesson is: its items with their options and feedback are choices.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, partial
from typing import TYPE_CHECKING

import msgspec

from helpers.checks.asked import own, said
from helpers.checks.exercises import bound, deciding_words, named_slips, written
from helpers.checks.finding import in_file
from helpers.checks.language import worded
from helpers.checks.patterns import patterns
from helpers.checks.review import reviewed
from helpers.checks.sound_share import sound_share
from helpers.errors import KitError
from helpers.flaws import Flaw, filled, unique
from helpers.kinds.exercises import ExercisesFile, LessonExercises
from helpers.kinds.forms import BLUEPRINT, FORMS, Blueprint, Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding
    from helpers.kinds.base import Exercise

SKILLS, PLACES, SOUND = 6, 3, 7
"""Skills of a form, places of each, and passages of a form that are sound at least (3.2, R2)."""


def check_forms(path: Path) -> Iterator[Finding]:
    """Check the blueprint, a form or a key, whichever it is."""
    if path.name == BLUEPRINT:
        yield from in_file(path, [partial(_blueprint, path)])
    else:
        rules = [_parallel, _items] if path.parent.name == FORMS else [_key, _balance]
        yield from in_file(path, [partial(rule, path) for rule in rules])


@cache
def _form(path: Path) -> Form:
    return Form(path.absolute().parent.parent, path.stem)


def keyed_form(form: Form) -> LessonExercises:
    """Give a form with its key as the exercises of a lesson, so that the same rules hold."""
    words = form.key.other_words if form.key else {}
    numbers = form.key.numbers if form.key else ()
    file = msgspec.structs.replace(
        _as_asked(form).file,
        exercises=form.choices,
        numbers=numbers,
        other_words=form.file.other_words | words,
    )
    return LessonExercises(form.key_path, _seeds(form), file)


def _as_asked(form: Form) -> LessonExercises:
    """Give a form without its key as the exercises of a lesson."""
    file = ExercisesFile(
        lesson=form.id,
        title=form.id,
        minutes=0,
        article=form.file.article,
        exercises=form.items,
        other_words=form.file.other_words,
    )
    return LessonExercises(form.path, _seeds(form), file)


def _seeds(form: Form) -> Path:
    return form.path.absolute().parents[2] / "seeds"


def _blueprint(path: Path) -> Iterator[Flaw]:
    """See that every skill has its places, and every place a card where it is practised."""
    lessons = path.absolute().parent.parent
    blueprint = next(iter(_forms_beside(path))).blueprint
    skills = [skill.id for skill in blueprint.skills]
    yield from unique(skills, "skills")
    yield from unique((place.id for place in blueprint.places), "places")
    counts = Counter(place.skill for place in blueprint.places)
    if len(skills) != SKILLS:
        yield Flaw("skills", f"There are {len(skills)} skills; a form tests {SKILLS}.")
    for name in dict.fromkeys([*skills, *counts]):
        if counts[name] != PLACES or name not in skills:
            says = f"{counts[name]} places test “{name}”; let {PLACES} test each of the skills."
            yield Flaw("places", says)
    for place in blueprint.places:
        yield from filled(place.id, name=place.name)
        yield from _practised(lessons, place.id, place.again)
    yield from _every(blueprint, lessons)
    yield from reviewed(path, blueprint.every)


def _practised(lessons: Path, place: str, again: str) -> Iterator[Flaw]:
    stem, _, card = again.partition("/")
    try:
        LessonExercises(lessons / "exercises" / f"{stem}.yaml").written(card)
    except KitError as error:
        yield Flaw(place, f"{str(error).rstrip('.')}; write a lesson and a card under again.")


def _every(blueprint: Blueprint, lessons: Path) -> Iterator[Flaw]:
    """See that what every form asks has no key and is worded as all else."""
    home = _as_asked(next(iter(_forms_beside(lessons / FORMS / BLUEPRINT)))).article
    for exercise in blueprint.every:
        yield from exercise.flaws(home, ())
        yield from worded(home, exercise.id, exercise)
        if exercise.graded:
            yield Flaw(exercise.id, "It has a key, which a form must not show; take it out.")


def _forms_beside(path: Path) -> Iterator[Form]:
    """Give the forms that lie in one folder, in the order of their names."""
    folder = path.absolute().parent.parent / FORMS
    yield from (_form(one) for one in sorted(folder.glob("*.yaml")) if one.name != BLUEPRINT)


def _parallel(path: Path) -> Iterator[Flaw]:
    """See that a form has an item for each place of the blueprint, and no other."""
    form = _form(path)
    if form.file.form != form.id:
        yield Flaw("form", f"It is called “{form.file.form}”; write “{form.id}”, the file’s name.")
    there = [form.place(item.id) for item in form.items]
    yield from unique(there)
    places = [place.id for place in form.blueprint.places]
    for place in places:
        if place not in there:
            yield Flaw(place, f"No item tests this place; add one with the id {form.id}-{place}.")
    for item in form.items:
        if form.place(item.id) not in places:
            yield Flaw(
                item.id, f"Its id names no place; write {form.id}- and one of blueprint.yaml."
            )


def _items(path: Path) -> Iterator[Flaw]:
    """See that every item is whole, in its text, and gives nothing away."""
    exercises = _as_asked(_form(path))
    for item in exercises.file.exercises:
        for rule in (written, said, bound):
            yield from rule(exercises, item)
    yield from reviewed(path, exercises.file.exercises)


def _key(path: Path) -> Iterator[Flaw]:
    """See that every option has feedback that holds, and that the key has no pattern."""
    form = _form(path)
    if form.file.form != (form.key.form if form.key else ""):
        yield Flaw("form", f"It is not the key of “{form.id}”; write form: {form.id}.")
    keys = form.key.items if form.key else ()
    yield from unique(key.id for key in keys)
    asked = {item.id for item in form.items}
    for key in (key for key in keys if key.id not in asked):
        yield Flaw(key.id, f"Form {form.id} has no such item; mend the id.")
    exercises = keyed_form(form)
    yield from named_slips(exercises)
    yield from patterns(exercises)
    yield from own(exercises)
    for choice in exercises.file.exercises:
        for rule in (written, deciding_words, said, bound):
            yield from rule(exercises, choice)
    yield from reviewed(path, keys)


def _balance(path: Path) -> Iterator[Flaw]:
    """See that enough passages are sound, and in the same places as in the other keys."""
    form = _form(path)
    exercises = keyed_form(form)
    yield from sound_share(exercises)
    sound = _sound(form)
    if len(sound) < SOUND:
        yield Flaw("", f"{len(sound)} of its passages are sound; let {SOUND} be so at least.")
    first = next(one for one in _forms_beside(path) if one.has_key)
    for place in sorted(sound ^ _sound(first)):
        says = f"It is sound in one of the forms {first.id} and {form.id}, and weak in the other."
        yield Flaw(place, f"{says} Make them alike.")


def _sound(form: Form) -> set[str]:
    """Name the places whose passage is sound by the key."""
    return {form.place(choice.id) for choice in form.choices if _is_sound(choice)}


def _is_sound(choice: Exercise) -> bool:
    return True in choice.judgements()
