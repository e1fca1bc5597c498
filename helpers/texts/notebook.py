"""A lesson’s page, read without running any of it: its cells, and what their code calls.

A page has a core and Extras: a heading that begins with “Extra” opens one, and the next heading of
its rank ends it.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from nbformat import NotebookNode

FALLBACK = "without-page"
"""The tag of a cell that helps where the lesson does not open as a page."""
ON_THE_PAGE = "page-only"
"""The tag of a text that speaks only of what paper cannot have, such as results."""
NOT_PYTHON = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What code raises that cannot be parsed, however deep its brackets."""
_HEADING = re.compile(r"^##? +(?:Extra\b)?", re.MULTILINE)


class Call(NamedTuple):
    """`lesson.verb("name", "which", after="exercise")`, and the cell that it stands in."""

    cell: str
    verb: str
    name: str
    which: str = ""
    after: str = ""


class Part(NamedTuple):
    """A cell of a page: its id and tags, whether it belongs to an Extra, its text, its calls."""

    cell: str
    tags: tuple[str, ...]
    extra: bool
    text: str
    calls: tuple[Call, ...]


def parts(page: NotebookNode) -> Iterator[Part]:
    """Go through a page, and tell what belongs to an Extra."""
    extra = False
    for cell in page.cells:
        text = cell.source if cell.cell_type == "markdown" else ""
        heading = _HEADING.search(text)
        extra = heading[0].endswith("Extra") if heading else extra
        tags = tuple(cell.metadata.get("tags") or ())
        # Who opens the lesson as a page never sees what helps elsewhere.
        if FALLBACK in tags:
            continue
        called = () if cell.cell_type == "markdown" else tuple(calls_in(cell.id, cell.source))
        yield Part(cell.id, tags, extra, text, called)


def calls_in(cell: str, code: str) -> list[Call]:
    """Give what the code of a cell calls; nothing where it is no Python."""
    try:
        return list(calls_of(cell, ast.parse(code)))
    except NOT_PYTHON:  # a finding of its own
        return []


def calls_of(cell: str, tree: ast.Module) -> Iterator[Call]:
    """Give what parsed code calls."""
    for node in ast.walk(tree):
        match node:
            # Code is read and never run: a notebook may come from anybody.
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="lesson"), attr=verb) | ast.Name(id=verb),
                args=args,
                keywords=keywords,
            ):
                yield Call(cell, verb, *_constants(args), after=_after(keywords))


def _constants(values: Sequence[ast.expr]) -> tuple[str, str]:
    """Give the first two values that a call is given, as far as they are written out."""
    written = [str(one.value) if isinstance(one, ast.Constant) else "" for one in values]
    first, second, *_ = [*written, "", ""]
    return first, second


def _after(keywords: Iterable[ast.keyword]) -> str:
    """Give the exercise that a call waits for."""
    values = [one.value for one in keywords if one.arg == "after"]
    return _constants(values)[0]
