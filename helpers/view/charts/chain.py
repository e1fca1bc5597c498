"""A chain of sources as a picture and as a nested list: the same hops twice."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from helpers.topics.attribution import origins
from helpers.view.markup import Markup, element
from helpers.words import reading_text

if TYPE_CHECKING:
    from helpers.topics.attribution import Hop

BOX, GAP, LINE = 210, 46, 17
"""Width of a box, height between boxes, height of a line: in the picture's own units."""
LETTERS = 27


def render_chain(hop: Hop) -> Markup:
    """Render a chain: the finding in a sentence, the picture, the list."""
    caption = element(
        "figcaption", reading_text.chain_finding(hop.steps, hop.inferred, len(origins(hop)))
    )
    return element("figure", caption, _picture(hop), element("ul", _listed(hop)), class_="chain")


def _listed(hop: Hop) -> Markup:
    document = hop.step
    says = getattr(document, "says", "")
    when = getattr(document, "date", "")
    # The link, not the step, is what may be inferred: so it is said between the two.
    link = reading_text.RESTS_ON if hop.certain else reading_text.RESTS_ON_AS_WE_INFER
    deeper = [
        element("p", element("em", link), class_="link" if hop.certain else "link guess"),
        element("ul", [_listed(parent) for parent in hop.parents]),
    ]
    standing = reading_text.STANDING[hop.standing.value]
    return element(
        "li",
        element("strong", hop.name),
        f" ({when}, {standing})" if when else f" ({standing})",
        element("br") if says else None,
        says,
        deeper if hop.parents else None,
    )


def _picture(hop: Hop) -> Markup:
    boxes: list[Markup] = []
    width, height = _place(hop, 0, 0, boxes)
    return element(
        "svg",
        boxes,
        viewBox=f"0 0 {width} {height}",
        width=width,
        role="img",
        aria_label=reading_text.CHAIN_PICTURE,
    )


def _place(hop: Hop, left: int, top: int, boxes: list[Markup]) -> tuple[int, int]:
    """Draw a hop above what it rests on; give the width and the height that this took."""
    # SVG breaks no lines by itself.
    lines = textwrap.wrap(hop.name, LETTERS)
    tall = LINE * len(lines) + 14
    right, bottom = left, top + tall + 2
    middles: list[int] = []
    for parent in hop.parents:
        start = right
        right, low = _place(parent, right, top + tall + GAP, boxes)
        middles.append((start + right) // 2)
        bottom = max(bottom, low)
    right = max(right, left + BOX + 12)
    middle = (left + right) // 2
    boxes += [
        # A single parent stands straight below, even where its own chain is wider.
        _line(middle, top + tall, m if len(middles) > 1 else middle, top + tall + GAP, hop)
        for m in middles
    ]
    boxes.append(_box(middle, top, tall, lines))
    return right, bottom


def _box(middle: int, top: int, tall: int, lines: list[str]) -> Markup:
    frame = element(
        "rect", x=middle - BOX // 2, y=top + 1, width=BOX, height=tall, rx=4, class_="box"
    )
    text = [
        element("text", line, x=middle, y=top + LINE * (n + 1) + 4, text_anchor="middle")
        for n, line in enumerate(lines)
    ]
    return element("g", frame, text)


def _line(x1: int, y1: int, x2: int, y2: int, hop: Hop) -> Markup:
    style = "hop" if hop.certain else "hop guess"
    return element("path", d=f"M{x1} {y1 + 1} L{x2} {y2}", class_=style)
