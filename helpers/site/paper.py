"""The lessons on paper, as files of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.handout import Wanted, make_handout
from helpers.kinds.exercises import open_exercises
from helpers.site.offline import SHEETS
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.site.shared import Files


def sheet(stem: str, *, key: bool = False, form: str = "") -> str:
    """Name the file of a sheet.

    >>> sheet("01-cold-read", key=True, form="a")
    'paper/01-cold-read-a-key.html'
    """
    parts = [stem, *([form] if form else []), *(["key"] if key else [])]
    return f"{SHEETS}{'-'.join(parts)}.html"


def make_sheets(notebook: Path, *, keys: bool) -> Files:
    """Make the sheets of a lesson: for the class and, with the keys, for the instructor."""
    exercises, page = open_exercises(notebook.stem), read_notebook(notebook)
    wanted = [Wanted(), *([Wanted(key=True)] if keys else [])]
    made = {sheet(notebook.stem, key=one.key): make_handout(exercises, page, one) for one in wanted}
    return {name: markup.encode() for name, markup in made.items()}
