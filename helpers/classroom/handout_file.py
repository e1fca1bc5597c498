"""The file of a handout: which lesson it is of, where it goes, and that nothing else is lost."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.classroom.handout import form_wanted, make_handout
from helpers.errors import KitError
from helpers.kinds.exercises import open_exercises
from helpers.paths import EXERCISES, LESSONS, work_folder
from helpers.texts.notebook_file import read_notebook
from helpers.view.markup import GENERATOR
from helpers.words import handout_text as words

if TYPE_CHECKING:
    from helpers.classroom.handout import Wanted
    from helpers.kinds.exercises import LessonExercises

FOLDER = "handouts"
MARK = f'<meta name="generator" content="{GENERATOR}">'.encode()
WITHIN = 4096
"""The mark of a page of ours stands within its first bytes."""


def write_handout(lesson: str, wanted: Wanted, out: str | None = None) -> int:
    """Make a handout, write its file and say in one sentence where it is."""
    exercises = _lesson(lesson)
    place = Path(out) if out else _usual_place(exercises, wanted)
    page = read_notebook(LESSONS / f"{exercises.id}.ipynb")
    content = make_handout(exercises, page, wanted).encode()
    try:
        _write(place, content)
    except OSError as error:
        raise KitError(words.NO_PLACE.format(out=place, reason=error.strerror)) from None
    print((words.READY_KEY if wanted.key else words.READY).format(out=place))  # noqa: T201 - a command
    return 0


def _lesson(name: str) -> LessonExercises:
    """Open a lesson by its name, or name those that exist."""
    names = sorted(path.stem for path in EXERCISES.glob("*.yaml"))
    if name not in names:
        raise KitError(words.NO_LESSON.format(name=name, lessons=", ".join(names)))
    return open_exercises(name)


def _usual_place(exercises: LessonExercises, wanted: Wanted) -> Path:
    form = form_wanted(exercises, wanted)
    # The first form has the plain name: it is the one that a command without --form makes.
    other = f"-{form.id}" if form and form is not exercises.forms[0] else ""
    return work_folder() / FOLDER / f"{exercises.id}{other}{'-key' if wanted.key else ''}.html"


def _write(place: Path, content: bytes) -> None:
    """Write a file whole or not at all; in the place of another only if that is ours."""
    if os.path.lexists(place) and not _is_ours(place):
        raise KitError(words.NOT_OURS.format(out=place))
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{place.name}-{secrets.token_hex(8)}")
    try:
        draft.write_bytes(content)
        draft.replace(place)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _is_ours(place: Path) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return MARK in file.read(WITHIN)
