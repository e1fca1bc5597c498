"""Forms as the exercises of a lesson, with their key and without: so that the same rules hold."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.kinds.exercises import ExercisesFile, LessonExercises
from helpers.kinds.forms import BLUEPRINT, FORMS, Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@cache
def read_form(path: Path) -> Form:
    """Read the form that a path names, to its file or to its key."""
    return Form(path.absolute().parent.parent, path.stem)


def form_files(lessons: Path) -> list[Path]:
    """Name the files of all forms, in the order of their names; drafts of editors are left out."""
    found = sorted((lessons / FORMS).glob("[!._]*.yaml"))
    return [path for path in found if path.name != BLUEPRINT]


def readable_forms(lessons: Path) -> Iterator[Form]:
    """Give all forms that can be read; one that cannot is a finding of its own."""
    for path in form_files(lessons):
        try:
            form = read_form(path)
        except KitError:
            continue
        yield form


def lessons_of(form: Form) -> Path:
    """Give the folder of the lessons that a form belongs to."""
    return form.path.parent.parent


def as_asked(form: Form) -> LessonExercises:
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


def keyed_form(form: Form) -> LessonExercises:
    """Give a form with its key as the exercises of a lesson; none where there is no key."""
    words = form.key.other_words if form.key else {}
    numbers = form.key.numbers if form.key else ()
    file = msgspec.structs.replace(
        as_asked(form).file,
        exercises=form.choices,
        numbers=numbers,
        other_words=form.file.other_words | words,
    )
    return LessonExercises(form.key_path, _seeds(form), file)


def _seeds(form: Form) -> Path:
    return lessons_of(form).absolute().parent / "seeds"
