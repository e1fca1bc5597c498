"""The slips of all lessons together: each has a name and a sentence, and something shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.exercises import read_exercises
from helpers.checks.finding import in_file
from helpers.checks.keyed import form_files, keyed_form, read_form
from helpers.checks.language import wording
from helpers.flaws import Flaw, filled
from helpers.kinds.slips import Slip
from helpers.texts.files import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding


def check_slips(path: Path) -> Iterator[Finding]:
    """Check the file that gives slips their names."""
    yield from in_file(path, [partial(_named, path)])


def _named(path: Path) -> Iterator[Flaw]:
    lessons = [read_exercises(one) for one in (path.parent / "exercises").glob("[!._]*.yaml")]
    forms = [read_form(one) for one in form_files(path.parent)]
    asked = [*lessons, *map(keyed_form, forms)]
    used = {slip for one in asked for each in one.file.exercises for slip in each.slips()}
    # Where a key was taken out, nobody can tell which slips it shows.
    known = all(form.has_key for form in forms)
    for name, slip in read_yaml(path, dict[str, Slip]).items():
        yield from filled(name, name=slip.name, says=slip.says)
        yield from wording(name, f"{slip.name} {slip.says}", curly=True)
        if known and name not in used:
            yield Flaw(name, "No exercise has this slip; use it or take it out.")
