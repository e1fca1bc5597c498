"""A chart: the sentence that states the finding, the picture, and the data as a table.

The picture is drawn twice, for a page with room and for a phone; the style sheet shows the one
that fits. On screen, on paper and in a report it is the same markup.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import figure_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Child


class Form(NamedTuple):
    """How much room there is: the width of a picture at its natural size, in pixels."""

    name: str
    width: float


class Drawing(NamedTuple):
    """What was drawn, and how high it came out."""

    height: float
    shapes: Child


WIDE, NARROW = Form("wide-form", 640), Form("narrow-form", 320)


def chart(finding: str, picture: Markup, table: Markup, *, note: str = "", source: str) -> Markup:
    """Set the three things together; the table opens on demand.

    `note` is what one has to know besides the finding, `source` where the numbers are from.
    """
    # Folded: the table is for those who cannot see the picture, or do not trust it.
    data = parts.details(figure_text.AS_TABLE, element("div", table, class_="wide"), class_="data")
    return figure(finding, picture, data, note=note, source=source)


def figure(finding: str, picture: Markup, data: Markup, *, note: str = "", source: str) -> Markup:
    """Set a picture together with what says the same without it, such as a list that opens."""
    return element(
        "figure",
        element("figcaption", finding, class_="finding"),
        element("p", note, class_="note") if note else None,
        picture,
        element("p", source, class_="source-line"),
        data,
        class_="chart",
    )


def picture(label: str, draw: Callable[[Form], Drawing]) -> Markup:
    """Draw what is needed in both forms; `label` says in words what is drawn."""
    return join(*(_framed(label, form, draw(form)) for form in (WIDE, NARROW)))


def _framed(label: str, form: Form, drawn: Drawing) -> Markup:
    return element(
        "svg",
        drawn.shapes,
        viewBox=f"0 0 {form.width:g} {drawn.height:.0f}",
        width=f"{form.width:g}",
        class_=form.name,
        role="img",
        aria_label=label,
    )
