"""Notebooks: a clean form, and a page that a reader without code can follow."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from helpers.checks.asked import has_sources
from helpers.checks.cells import calls, shown_in
from helpers.checks.dates import dated
from helpers.checks.exercises import exercises_of, read_exercises
from helpers.checks.finding import in_file
from helpers.checks.inferences import told_as_inference
from helpers.checks.language import wording
from helpers.checks.links import linked
from helpers.checks.minutes import check_minutes
from helpers.checks.prose import texts_named
from helpers.checks.quoted import quoted
from helpers.checks.sentences import placed
from helpers.errors import KitError
from helpers.flaws import Flaw, unique
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nbformat import NotebookNode

    from helpers.checks.finding import Finding

LINES = 3
KIT = "according-to-reports"
"""By this name in its metadata the lesson page knows a lesson."""
LOOK_BEHIND, LOOK_LINES = "look-behind", 5
"""The tag of a cell that shows its code, for those who want to change it."""
_COMMENT = re.compile(r"# \w.*\w .*\w.*")
_STABLE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


def check_notebook(path: Path) -> Iterator[Finding]:
    """Check one notebook; a page that cannot be read is one finding."""
    try:
        page = read_notebook(path)
    except KitError as error:
        yield from in_file(path, [partial(_raise, error)])
        return
    code = [(cell.id, cell.source) for cell in page.cells if cell.cell_type == "code"]
    rules = (partial(_form, path, page), partial(_cells, page), partial(_links, path, page))
    used = partial(_texts_used, path, page)
    more = (partial(calls, path, code), used, partial(check_minutes, path, page))
    yield from in_file(path, [*rules, *more])  # apart: one that cannot go on stops no other


def _raise(error: KitError) -> Iterator[Flaw]:
    raise error


def _form(path: Path, page: NotebookNode) -> Iterator[Flaw]:
    """See that it opens as a lesson, that the kernel is that of all notebooks, and ids unique."""
    about = page.metadata.get(KIT)
    if not isinstance(about, dict) or about.get("lesson") != path.stem:
        says = f"It would not open itself; set {KIT} in its metadata to {{lesson: {path.stem}}}."
        yield Flaw("metadata", says)
    kernel = page.metadata.get("kernelspec")
    if not isinstance(kernel, dict) or kernel.get("name") != "python3":
        yield Flaw("kernelspec", "Its kernel is not python3; choose that one and save.")
    yield from unique(cell.id for cell in page.cells)


def _cells(page: NotebookNode) -> Iterator[Flaw]:
    before = "code"
    for cell in page.cells:
        yield from _fixed(cell)
        if cell.cell_type == "code":
            yield from _code(cell, before)
        elif cell.cell_type == "markdown":
            yield from wording(cell.id, cell.source, curly=True)
            yield from dated(cell.id, cell.source)
        else:
            yield Flaw(cell.id, f"A {cell.cell_type} cell shows nothing; make it text or code.")
        if not _STABLE.fullmatch(cell.id):
            says = f"The id “{cell.id}” means nothing; write two words or more, such as start-map."
            yield Flaw(cell.id, says)
        before = cell.cell_type


def _fixed(cell: NotebookNode) -> Iterator[Flaw]:
    """See that nobody changes or deletes it by accident; code to look behind may be changed."""
    wanted = ["deletable"] if LOOK_BEHIND in _tags(cell.metadata) else ["editable", "deletable"]
    if any(cell.metadata.get(name) is not False for name in wanted):
        says = f"It can be lost by accident; set {' and '.join(wanted)} to false."
        yield Flaw(cell.id, says)


def _code(cell: NotebookNode, before: str) -> Iterator[Flaw]:
    """See that a code cell is clean, hidden, led up to, short, and opens with a comment."""
    # A stored run is somebody’s yesterday, and shows as an error to whoever opens it today.
    if cell.outputs or cell.execution_count is not None:
        yield Flaw(cell.id, "It was saved with its output; clear all outputs and save.")
    behind = LOOK_BEHIND in _tags(cell.metadata)
    if not behind and not _hidden(cell.metadata):
        says = "Its code is not hidden; set jupyter.source_hidden and the tag hide-input."
        yield Flaw(cell.id, says)
    # A reader who sees no code would meet a card out of nowhere.
    if before != "markdown":
        yield Flaw(cell.id, "No text leads up to it; put a text cell before it.")
    first, *others = cell.source.splitlines() or [""]
    if not _COMMENT.fullmatch(first):
        yield Flaw(cell.id, "It does not open with a comment; say in a few words what it does.")
    most = LOOK_LINES if behind else LINES
    if len(others) > most:
        says = f"It has {len(others)} lines of code; a reader should meet {most} at most."
        yield Flaw(cell.id, says)


def _hidden(metadata: dict[str, Any]) -> bool:
    """Tell whether JupyterLab and the other tools that show notebooks hide the code."""
    jupyter = metadata.get("jupyter")
    in_lab = isinstance(jupyter, dict) and jupyter.get("source_hidden") is True
    return in_lab and "hide-input" in _tags(metadata)


def _tags(metadata: dict[str, Any]) -> list[Any]:
    tags = metadata.get("tags")
    return tags if isinstance(tags, list) else []


def _links(path: Path, page: NotebookNode) -> Iterator[Flaw]:
    for cell in page.cells:
        if cell.cell_type == "markdown":
            yield from linked(path, cell.id, cell.source)


def _texts_used(path: Path, page: NotebookNode) -> Iterator[Flaw]:
    """See that what a page has from the texts of its lesson, words and numbers, stands there."""
    try:
        exercises = read_exercises(exercises_of(path))
        home = exercises.article
    except KitError:  # a finding of its own
        return
    code = [cell.source for cell in page.cells if cell.cell_type == "code"]
    asked = [exercise.article for exercise in exercises.file.exercises if exercise.article]
    others = dict.fromkeys([*asked, *texts_named([exercises.file, code])])
    above = ""
    for cell in page.cells:
        if cell.cell_type == "code":
            for claim in shown_in(cell.source, "chain"):
                yield from told_as_inference(home, claim, cell.id, above)
        above = cell.source
        if cell.cell_type == "markdown":
            yield from quoted(home, others, cell.id, cell.source)
            yield from placed(home, others, cell.id, cell.source)
            yield from has_sources(exercises, cell.id, [cell.source])
