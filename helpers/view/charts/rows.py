"""Rows on one scale: a line of words for each, and below it what is drawn of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across
from helpers.view.drawing.figure import WIDE, Drawing, Form
from helpers.view.drawing.labels import LINE, lines_of
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import bar, dot, line, lines, text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.view.markup import Child

TALL, GAP, EDGE = 14, 8, 8
"""Height of what is drawn, room below it, room at both ends of the scale, in pixels."""
ROOM = 44
"""Room at the right for the words behind the longest bar."""


class Row(NamedTuple):
    """A row: its words, and what draws it, given the scale and the height of its middle."""

    words: str
    drawn: Callable[[Linear, float], Child]


class Ground(NamedTuple):
    """The scale that rows share: from where to where, its title and ticks, lines that are named.

    On a phone every other tick is left out.
    """

    low: float
    high: float
    title: str
    ticks: Sequence[float]
    written: Callable[[float], str]
    marks: Sequence[float] = ()


def on_rows(form: Form, ground: Ground, rows: Sequence[Row]) -> Drawing:
    """Draw rows one below the other, over the ticks of their scale."""
    scale = Linear(ground.low, ground.high, EDGE, form.width - ROOM)
    drawn: list[Child] = []
    y = top = float(ROOM_ABOVE - LINE)
    for row in rows:
        written = lines_of(row.words, form.width)
        drawn.append(lines(written, 0, y + LINE))
        y += LINE * len(written) + 5
        drawn.append(row.drawn(scale, y + TALL / 2))
        y += TALL + GAP
    ticks = ground.ticks if form is WIDE else ground.ticks[::2]
    axis = Axis(scale, ground.title, ticks, ground.written)
    return Drawing(
        y + ROOM_BELOW,
        [
            across(axis, top=top, bottom=y, width=form.width),
            [line(scale.at(mark), top, scale.at(mark), y, "as-sure") for mark in ground.marks],
            drawn,
        ],
    )


def bar_row(words: str, share: float, said: str, look: str = "mine") -> Row:
    """Draw a bar from 0 on, with words behind its end."""

    def drawn(scale: Linear, y: float) -> Child:
        end = scale.at(share)
        # A bar of nothing is still seen to be there.
        wide = max(1, end - scale.start)
        return [
            bar(scale.start, y - TALL / 2, wide, TALL, look),
            text(said, end + 6, y + 5),
        ]

    return Row(words, drawn)


def interval_row(words: str, found: tuple[float, float, float]) -> Row:
    """Draw a dot at what was found, on a line as long as its interval."""
    middle, low, high = found

    def drawn(scale: Linear, y: float) -> Child:
        left, right = (min(max(scale.at(end), scale.start), scale.end) for end in (low, high))
        ends = [line(x, y - 5, x, y + 5, "own") for x in (left, right)]
        return [line(left, y, right, y, "own"), ends, dot(scale.at(middle), y, "mine")]

    return Row(words, drawn)


def change_row(words: str, before: float, after: float) -> Row:
    """Draw a hollow dot at what was before, a full one at what is now, and the way between them."""

    def drawn(scale: Linear, y: float) -> Child:
        was, now = scale.at(before), scale.at(after)
        return [line(was, y, now, y, "way"), dot(was, y, "hollow"), dot(now, y, "mine")]

    return Row(words, drawn)
