"""The lessons as pages of the site: each notebook is run once, and shown before any answer."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from helpers.paths import LESSONS, ROOT
from helpers.player.cells import Cells
from helpers.texts.notebook import FALLBACK, calls_in
from helpers.texts.notebook_file import read_notebook
from helpers.view.markup import element
from helpers.view.prose import title_of
from helpers.view.site.lesson import Cell, LessonProse, render_lesson
from helpers.view.site.shell import Shell
from helpers.words import player_text
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nbformat import NotebookNode

    from helpers.view.markup import Markup

CODE_SHOWN = "look-behind"
"""The tag of a cell whose code a student may change: that takes a notebook."""
NOBODY = "nobody"
BY_CHANCE = {"recall", "rematch"}
"""What draws a question when it is asked."""


class Engine(NamedTuple):
    """What the site has beside the pages: the folder of Python, and what it imports."""

    python: str
    archives: tuple[str, ...]
    kit: str
    notebooks: str
    """How the address of a lesson as a notebook begins; empty where there are none."""


@contextmanager
def as_on_the_site() -> Iterator[None]:
    """Let the kit speak as it does in a browser alone, of nobody's work."""
    with TemporaryDirectory() as folder:
        said = {"KIT_PLACE": "browser", "KIT_PAGES": ".html", "KIT_WORK": folder}
        before = {name: os.environ.get(name) for name in said}
        os.environ.update(said)
        # What chance draws where nobody has a name would be different in every build.
        Workbook(Path(folder)).add(make_event("code", code=NOBODY))
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name)
                if value is not None:
                    os.environ[name] = value


def make_page(path: Path, engine: Engine, address: Callable[[str], str]) -> Markup:
    """Run a notebook and make its page; `address` gives where its links lead."""
    page = read_notebook(path)
    root = "../" * len(path.relative_to(ROOT).parent.parts)
    shared = Cells()
    cells = [_cell(one, shared) for one in _seen(page)]
    text = _text(page)
    shell = Shell(title_of(text) or path.stem, _first_words(text), root, engine.kit)
    live = [
        (one.id, one.source)
        for one in _seen(page)
        if one.cell_type == "code" and CODE_SHOWN not in one.metadata.get("tags", ())
    ]
    what = {
        "home": f"{root}index.html#lessons",
        "python": root + engine.python,
        "archives": [root + one for one in engine.archives],
        "cells": live,
    }
    lesson = path.parent == LESSONS and engine.notebooks
    notebook = f"{root}{engine.notebooks}{path.name}" if lesson else ""
    return render_lesson(shell, cells, LessonProse(address), json.dumps(what), notebook)


def _seen(page: NotebookNode) -> Iterator[NotebookNode]:
    return (one for one in page.cells if FALLBACK not in one.metadata.get("tags", ()))


def _cell(cell: NotebookNode, shared: Cells) -> Cell:
    if cell.cell_type == "markdown":
        return Cell(cell.id, text=cell.source)
    piece = shared.run(cell.source)
    # Chance draws for each student; and two builds of the site would not be the same.
    if any(call.verb in BY_CHANCE for call in calls_in(cell.id, cell.source)):
        return Cell(cell.id, shown=element("p", player_text.DRAWN, class_="later"))
    code = cell.source if CODE_SHOWN in cell.metadata.get("tags", ()) else ""
    return Cell(cell.id, shown=piece.paper(), code=code)  # type: ignore[attr-defined]


def _text(page: NotebookNode) -> str:
    return "\n\n".join(one.source for one in page.cells if one.cell_type == "markdown")


def _first_words(text: str) -> str:
    """Give the first paragraph below the title, for whoever finds the page by a search."""
    blocks = map(str.strip, text.split("\n\n"))
    return next((one for one in blocks if one and not one.startswith(("#", "<", "|"))), "")
