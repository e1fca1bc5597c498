"""Drawing: the few shapes that our charts need, as SVG that follows the theme of the page.

A chart is three things: a sentence that states the finding, the picture, and the data as a table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.view.markup import Child

WIDTH = 640
"""Width of every picture, in its own units; it shrinks with the page."""


def chart(finding: str, picture: Markup, table: Markup) -> Markup:
    """Set the three things together; the table opens on demand."""
    # Folded: the table is for those who cannot see the picture, or do not trust it.
    data = parts.details(figure_text.AS_TABLE, element("div", table, class_="wide"), class_="data")
    caption = element("figcaption", finding, class_="finding")
    return element("figure", caption, picture, data, class_="chart")


def picture(label: str, height: float, *shapes: Child) -> Markup:
    """Frame shapes; `label` says in words what is drawn."""
    box = f"0 0 {WIDTH} {height:g}"
    return element("svg", *shapes, viewBox=box, width=WIDTH, role="img", aria_label=label)


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Child]]) -> Markup:
    """Write a table whose first column names the row."""
    head = element("tr", [element("th", name, scope="col") for name in heads])
    return element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", [_row(heads, row) for row in rows]),
    )


def text(words: str, x: float, y: float, *, anchor: str = "start", class_: str = "") -> Markup:
    """Write words at a place."""
    return element(
        "text", words, x=_number(x), y=_number(y), text_anchor=anchor, class_=class_ or None
    )


def bar(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    """Draw a bar."""
    return element(
        "rect", x=_number(x), y=_number(y), width=_number(width), height=_number(height),
        class_=class_,
    )  # fmt: skip


def dot(x: float, y: float, class_: str) -> Markup:
    """Draw a dot."""
    return element("circle", cx=_number(x), cy=_number(y), r=5, class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Draw a line."""
    return element("path", d=f"M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}", class_=class_)


def tick(x: float, height: float, label: str, class_: str = "tick") -> Markup:
    """Draw a line from top to bottom, with its label above."""
    return join(line(x, 20, x, height, class_), text(label, x, 14, anchor="middle"))


def area(corners: Sequence[tuple[float, float]], class_: str) -> Markup:
    """Draw an area by its corners."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return element("polygon", points=points, class_=class_)


def _number(value: float) -> str:
    # A tenth of a unit is less than a screen can show, and longer numbers would change with the
    # machine.
    return f"{value:.1f}"


def _row(heads: Sequence[str], row: Sequence[Child]) -> Markup:
    first, *others = row
    cells = [
        # A cell that has nothing to say needs no name on a phone, either.
        element("td", cell, data_column=head if cell is not None else None)
        for head, cell in zip(heads[1:], others, strict=True)
    ]
    return element("tr", element("th", first, scope="row"), cells)
