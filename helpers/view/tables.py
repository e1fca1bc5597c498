"""Tables whose first column names the row; on a phone each cell says which column it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.markup import Markup, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.view.markup import Child


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """Write a table whose first column names the row."""
    return element("table", element("caption", caption), *_body(heads, rows))


def grid(heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """Write a table without a caption: the question above it says what it is."""
    return element("table", *_body(heads, rows))


def _body(heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> tuple[Markup, Markup]:
    head = element("tr", [element("th", name, scope="col") for name in heads])
    return element("thead", head), element("tbody", [_row(heads, row) for row in rows])


def _row(heads: Sequence[str], row: Sequence[Child]) -> Markup:
    first, *others = row
    cells = [
        # A cell that has nothing to say needs no name on a phone, either.
        element("td", cell, data_column=head if cell is not None else None)
        for head, cell in zip(heads[1:], others, strict=True)
    ]
    return element("tr", element("th", first, scope="row"), cells)
