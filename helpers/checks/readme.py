"""The README: its table lists the lessons that there are, with title and minutes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.exercises import exercises_of, read_exercises
from helpers.checks.finding import in_file
from helpers.checks.links import linked
from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.texts.files import read_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding

_ROW = re.compile(r"^\|.*?lessons/([\w-]+)\.ipynb.*$", re.MULTILINE)


def check_readme(path: Path) -> Iterator[Finding]:
    """Check a README that stands above `lessons/`."""
    rules = (partial(rule, path) for rule in (_lessons, _links))
    yield from in_file(path, rules)


def _links(path: Path) -> Iterator[Flaw]:
    yield from linked(path, "", read_page(path))


def _lessons(path: Path) -> Iterator[Flaw]:
    rows = {found[1]: found[0] for found in _ROW.finditer(read_page(path))}
    # What there is, not what is planned: a row for a lesson to come would lead nowhere.
    lessons = {page.stem for page in (path.parent / "lessons").glob("*.ipynb")}
    for stem in sorted({*rows} - lessons):
        yield Flaw(stem, "The table lists it, but there is no such notebook; take the row out.")
    for stem in sorted(lessons - {*rows}):
        yield Flaw(stem, "The table has no row for it; add one with a link, the title and minutes.")
    for stem in sorted(lessons & {*rows}):
        yield from _row(exercises_of(path.parent / "lessons" / f"{stem}.ipynb"), rows[stem])


def _row(path: Path, row: str) -> Iterator[Flaw]:
    try:
        lesson = read_exercises(path).file
    except KitError:  # exercises that cannot be read are findings of their own
        return
    if lesson.title not in row:
        yield Flaw(path.stem, f"Its row does not give its title; write “{lesson.title}”.")
    for number in filter(None, (lesson.minutes, lesson.extra_minutes)):
        if not re.search(rf"\|[^|\d]*\b{number}\b[^|\d]*(?=\|)", row):
            yield Flaw(path.stem, f"Its row does not give its minutes; write {number}.")
