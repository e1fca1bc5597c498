"""Rows on one scale: the words of each beside what is drawn of it, on a phone above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.drawing.axes import ROOM_BELOW, Axis, across
from helpers.view.drawing.figure import WIDE, Drawing, Form
from helpers.view.drawing.labels import LINE, lines_of, width_of
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import bar, dot, line, lines, strokes, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from helpers.view.markup import Child

TALL, GAP, EDGE = 14, 8, 8
"""Height of what is drawn, room below it, room at both ends of the scale, in pixels."""
COLUMN = 264
"""Words beside what is drawn take so much of the width, and no more."""
TICK = 4
"""The ticks reach so far below the last row."""
FEW_TICKS = 3
"""So many ticks fit on a phone; of more, every other one is left out."""


class Row(NamedTuple):
    """A row: its words, and what draws it, given the scale and the height of its middle.

    A row of words alone heads those below it. `said` stands behind the end of a bar.
    """

    words: str
    drawn: Callable[[Linear, float], Child] | None = None
    said: str = ""


class Ground(NamedTuple):
    """The scale that rows share: from where to where, its title and ticks, lines that are named."""

    low: float
    high: float
    title: str
    ticks: Sequence[float]
    written: Callable[[float], str]
    marks: Sequence[float] = ()


class _Place(NamedTuple):
    """Where a row comes to stand: its words from `top` on, what is drawn of it around `middle`."""

    row: Row
    written: list[str]
    top: float
    middle: float
    bottom: float
    grid: tuple[float, float]
    """From where to where the lines of the scale go: on a phone not through the words."""


def on_rows(form: Form, ground: Ground, rows: Sequence[Row]) -> Drawing:
    """Draw rows one below the other, over the ticks of their scale."""
    column = _column(rows) if form is WIDE else 0
    behind = max(width_of(row.said) for row in rows)
    scale = Linear(ground.low, ground.high, column + EDGE, form.width - behind - EDGE)
    places = _places(rows, column, form.width)
    bottom = places[-1].bottom
    few = form is WIDE or len(ground.ticks) <= FEW_TICKS
    axis = Axis(scale, ground.title, ground.ticks if few else ground.ticks[::2], ground.written)
    grid = [place.grid for place in places if place.row.drawn]
    return Drawing(
        bottom + TICK + ROOM_BELOW,
        [
            _upright(map(scale.at, axis.ticks), grid, "tick"),
            _upright(map(scale.at, ground.marks), grid, "as-sure") if ground.marks else None,
            across(axis, top=bottom, bottom=bottom + TICK, width=form.width),
            [_drawn(place, scale) for place in places],
        ],
    )


def _column(rows: Sequence[Row]) -> float:
    """Give the room for the words beside: those of the longest row, if they are not too long."""
    return min(COLUMN, max((width_of(row.words) for row in rows if row.drawn), default=0))


def _places(rows: Sequence[Row], column: float, width: float) -> list[_Place]:
    places: list[_Place] = []
    y = 0.0
    for row in rows:
        beside = bool(column and row.drawn)
        y += GAP if places and row.drawn is None else 0
        written = lines_of(row.words, column if beside else width)
        tall = LINE * len(written)
        if beside:
            bottom = y + tall + GAP
            place = _Place(row, written, y, y + tall / 2, bottom, (y, bottom))
        else:
            middle = y + tall + 5 + TALL / 2
            bottom = middle + TALL / 2 + GAP if row.drawn else y + tall + GAP / 2
            place = _Place(row, written, y, middle, bottom, (middle - TALL / 2 - 2, bottom))
        places.append(place)
        y = place.bottom
    return places


def _drawn(place: _Place, scale: Linear) -> Child:
    row, first = place.row, place.top + LINE - 4
    if row.drawn is None:
        return lines(place.written, 0, first, class_="strong")
    return [lines(place.written, 0, first), row.drawn(scale, place.middle)]


def _upright(at: Iterable[float], grid: Sequence[tuple[float, float]], look: str) -> Child:
    """Draw lines from top to bottom at these places, as far as there are rows."""
    return strokes((((x, top), (x, bottom)) for x in at for top, bottom in grid), look)


def head_row(words: str) -> Row:
    """Head the rows below it."""
    return Row(words)


def bar_row(words: str, share: float, said: str) -> Row:
    """Draw a bar from 0 on, with words behind its end."""

    def drawn(scale: Linear, y: float) -> Child:
        end = scale.at(share)
        # A bar of nothing is still seen to be there.
        wide = max(1, end - scale.start)
        return [
            bar(scale.start, y - TALL / 2, wide, TALL, "mine"),
            text(said, end + 6, y + 5),
        ]

    return Row(words, drawn, said)


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
