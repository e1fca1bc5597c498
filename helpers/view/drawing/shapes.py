"""Shapes: words, bars, dots, lines and arrows as SVG that follows the theme of the page.

All lengths are pixels of a picture at its natural size. What a shape looks like, its class says.
"""

from __future__ import annotations

from math import copysign, hypot
from typing import TYPE_CHECKING

from helpers.view.drawing.labels import LINE
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.view.drawing.labels import Box
    from helpers.view.markup import Child

Point = tuple[float, float]

HATCH = 6
"""From one line of a hatching to the next."""
APART = 20
"""From so far on words need a line to what they name."""
TIP = 5
"""Half the width of the head of an arrow."""


def text(words: str, x: float, y: float, *, anchor: str = "start", class_: str = "") -> Markup:
    """Write a line of words; `y` is its base line."""
    return element(
        "text", words, x=_number(x), y=_number(y), text_anchor=anchor, class_=class_ or None
    )


def lines(
    written: Sequence[str], x: float, y: float, *, anchor: str = "start", class_: str = ""
) -> Markup:
    """Write several lines, the first with its base line at `y`."""
    return join(
        *(text(one, x, y + LINE * n, anchor=anchor, class_=class_) for n, one in enumerate(written))
    )


def in_box(written: Sequence[str], box: Box, class_: str = "") -> Markup:
    """Write lines into the box that was found for them."""
    # Letters stand on a line a little above the bottom of their box.
    return lines(written, box.left, box.top + LINE - 4, class_=class_)


def leader(box: Box, x: float, y: float, *, always: bool = False) -> Markup | None:
    """Draw a thin line from words to the point that they name, where they stand apart from it."""
    near_x, near_y = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    if not always and hypot(near_x - x, near_y - y) < APART:
        return None
    return line(near_x, near_y, x, y, "leader")


def part(step: str, *shapes: Child) -> Markup:
    """Group the shapes of a part that is told in words as well: see `one_at_a_time`."""
    return element("g", *shapes, data_step=step)


def bar(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    """Draw a bar."""
    return element(
        "rect", x=_number(x), y=_number(y), width=_number(width), height=_number(height),
        class_=class_,
    )  # fmt: skip


def open_bar(start: float, stop: float, y: float, height: float, class_: str) -> Markup:
    """Draw a bar that goes on beyond `stop`: it ends in a point, to the right or to the left."""
    tip = min(height * 0.7, abs(stop - start))
    neck = stop - tip if stop > start else stop + tip
    middle = y + height / 2
    corners = [(start, y), (neck, y), (stop, middle), (neck, y + height), (start, y + height)]
    return area(corners, class_)


def hatched(x: float, y: float, width: float, height: float, class_: str) -> Markup:
    """Draw a bar filled with slanting lines: what is claimed or disputed, beside what is not."""
    # Drawn line by line: a pattern of SVG needs an id, and a page has every chart twice.
    ends = (
        ((x + max(0, d - height), y + min(d, height)), (x + min(d, width), y + max(0, d - width)))
        for d in range(HATCH // 2, int(width + height), HATCH)
    )
    return join(bar(x, y, width, height, class_), strokes(ends, f"{class_} hatch"))


def dot(x: float, y: float, class_: str, radius: float = 5) -> Markup:
    """Draw a dot."""
    return element("circle", cx=_number(x), cy=_number(y), r=f"{radius:g}", class_=class_)


def line(x1: float, y1: float, x2: float, y2: float, class_: str) -> Markup:
    """Draw a line."""
    return strokes([((x1, y1), (x2, y2))], class_)


def strokes(ends: Iterable[tuple[Point, Point]], class_: str) -> Markup:
    """Draw many lines at once."""
    drawn = " ".join(f"M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" for (x1, y1), (x2, y2) in ends)
    return element("path", d=drawn, class_=class_)


def track(points: Sequence[Point], class_: str) -> Markup:
    """Draw one line through many points."""
    way = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return element("path", d=f"M{way}", class_=class_)


def arrow(x: float, y: float, length: float, class_: str) -> Markup:
    """Draw an arrow upward from a small base: so much at least. A length below 0 points down."""
    tip = y - length
    neck = tip + copysign(TIP, length)
    head = [((x - TIP, neck), (x, tip)), ((x + TIP, neck), (x, tip))]
    return strokes([((x - TIP, y), (x + TIP, y)), ((x, y), (x, tip)), *head], class_)


def area(corners: Sequence[Point], class_: str) -> Markup:
    """Draw an area by its corners."""
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return element("polygon", points=points, class_=class_)


def dotted(
    columns: Iterable[tuple[float, float, int]], pitch: float, class_: str, filled: float = 0.8
) -> Markup:
    """Draw columns of dots upward, each by its place, its base and how many dots it has.

    `pitch` is from one dot to the next, `filled` the share of it that a dot takes.
    """
    # A dash without length, with round ends, is a dot: thousands of them are one path.
    ends = (f"M{x:.1f} {y:.1f}v{-(many - 0.5) * pitch:.1f}" for x, y, many in columns if many)
    return element(
        "path",
        d=" ".join(ends),
        class_=class_,
        stroke_dasharray=f"0 {pitch:g}",
        stroke_width=f"{pitch * filled:.2f}",
        stroke_linecap="round",
    )


def _number(value: float) -> str:
    # A tenth of a pixel is less than a screen can show, and longer numbers would change with the
    # machine.
    return f"{value:.1f}"
