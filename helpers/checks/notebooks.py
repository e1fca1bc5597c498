"""Notebooks: a clean form, and a page that a reader without code can follow."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.checks.cells import calls
from helpers.checks.finding import Flaw, in_file
from helpers.checks.language import wording
from helpers.checks.links import linked
from helpers.checks.rules import unique
from helpers.content import read_bytes
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.checks.finding import Finding

LINES = 3
LOOK_BEHIND, LOOK_LINES = "look-behind", 5
"""The tag of a cell that shows its code, for those who want to change it."""
_COMMENT = re.compile(r"# \w.*\w+ .*\w.*")
_STABLE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


class Cell(msgspec.Struct, frozen=True):
    """A cell, as it stands in the file."""

    cell_type: str
    id: str = ""
    metadata: dict[str, Any] = {}
    source: str | list[str] = ""
    outputs: list[Any] = []
    execution_count: int | None = None

    @property
    def text(self) -> str:
        """Give its text."""
        return self.source if isinstance(self.source, str) else "".join(self.source)

    @property
    def is_code(self) -> bool:
        """Tell a code cell from text."""
        return self.cell_type == "code"


class Page(msgspec.Struct, frozen=True):
    """A notebook, as it stands in the file."""

    nbformat: int
    nbformat_minor: int
    metadata: dict[str, Any]
    cells: list[Cell]


def read_page(path: Path) -> Page:
    """Read a notebook without running any of it."""
    try:
        return msgspec.json.decode(read_bytes(path), type=Page)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        message = f"{path.name} is no notebook ({error}); save it in JupyterLab again."
        raise KitError(message) from None


def check_notebook(path: Path) -> Iterator[Finding]:
    """Check one notebook; a page that cannot be read is one finding."""
    try:
        page = read_page(path)
    except KitError as error:
        yield from in_file(path, [partial(_raise, error)])
        return
    code = [(cell.id, cell.text) for cell in page.cells if cell.is_code]
    rules = (partial(_form, page), partial(_cells, page), partial(_links, path, page))
    yield from in_file(path, [*rules, partial(calls, path, code)])


def _raise(error: KitError) -> Iterator[Flaw]:
    raise error


def _form(page: Page) -> Iterator[Flaw]:
    """See that format and kernel are those of all notebooks, and ids unique."""
    if (page.nbformat, page.nbformat_minor) != (4, 5):
        says = f"Its format is {page.nbformat}.{page.nbformat_minor}; save it as 4.5."
        yield Flaw("nbformat", says)
    kernel = page.metadata.get("kernelspec")
    if not isinstance(kernel, dict) or kernel.get("name") != "python3":
        yield Flaw("kernelspec", "Its kernel is not python3; choose that one and save.")
    yield from unique(cell.id for cell in page.cells)


def _cells(page: Page) -> Iterator[Flaw]:
    before = "code"
    for cell in page.cells:
        if cell.is_code:
            yield from _code(cell, before)
        elif cell.cell_type == "markdown":
            yield from wording(cell.id, cell.text, curly=True)
        else:
            yield Flaw(cell.id, f"A {cell.cell_type} cell shows nothing; make it text or code.")
        if not _STABLE.fullmatch(cell.id):
            says = f"The id “{cell.id}” means nothing; write two words or more, such as start-map."
            yield Flaw(cell.id, says)
        before = cell.cell_type


def _code(cell: Cell, before: str) -> Iterator[Flaw]:
    """See that a code cell is clean, hidden, led up to, short, and opens with a comment."""
    if cell.outputs or cell.execution_count is not None:
        yield Flaw(cell.id, "It was saved with its output; clear all outputs and save.")
    behind = LOOK_BEHIND in _tags(cell.metadata)
    if not behind and not _hidden(cell.metadata):
        says = "Its code is not hidden; set jupyter.source_hidden and the tag hide-input."
        yield Flaw(cell.id, says)
    if before != "markdown":
        yield Flaw(cell.id, "No text leads up to it; put a text cell before it.")
    first, *others = cell.text.splitlines() or [""]
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


def _links(path: Path, page: Page) -> Iterator[Flaw]:
    for cell in page.cells:
        if cell.cell_type == "markdown":
            yield from linked(path, cell.id, cell.text)
