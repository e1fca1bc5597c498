"""The strip of ratios: cases down a scale of tens, each named, the claim across all of them."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from helpers.view.drawing.figure import WIDE, Drawing
from helpers.view.drawing.labels import LINE, even_lines, spread, width_of
from helpers.view.drawing.scales import Log
from helpers.view.drawing.shapes import arrow, bar, dot, line, lines, text
from helpers.view.markup import join
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.topics.ratios import Case
    from helpers.view.drawing.figure import Form
    from helpers.view.markup import Markup

TALL = {True: 400, False: 360}
"""Height of a column, in the wide form and in the narrow one, where it needs no more."""
TICKS = {True: 92, False: 76}
"""Width of the words at the ticks."""
TICK_ROOM = 4 * LINE
"""Height that the words at a tick need."""
MOST_TICKS = 99
"""None is left out: each line is a tenth of the line above it."""
BEYOND = 1.4
"""The scale goes this much beyond the least and the largest ratio."""
DOT, NUMBER, NAME = 14, 68, 74
"""Where in a column the dots stand, the numbers end and the names begin."""
LEAST_NUMBER = 36
"""Room for a number, however short: the lines to all numbers end near each other."""
RADIUS = 4.5
ASIDE = 10
"""From a dot to the arrow that says that its ratio is only a limit."""
ARROW = 18
BAND = 14
BETWEEN = 14


class Column(NamedTuple):
    """Cases with a title over them; what is documented is filled, all else is hollow."""

    title: str
    cases: Sequence[Case]
    documented: bool


class Words(NamedTuple):
    """What stands beside a column: a number and lines that want to be level with `y`.

    `mark` is the height of the mark that they are led to, if they are led to one.
    """

    number: str
    lines: Sequence[str]
    y: float
    mark: float | None
    class_: str = ""


class Strip(NamedTuple):
    """What is drawn: columns of cases, the claim across them, and words for all that."""

    claim: float
    label: str
    columns: Sequence[Column]
    axis: str
    empty: str

    def draw(self, form: Form) -> Drawing:
        """Draw the columns side by side, or on a phone one below the other."""
        wide = form is WIDE
        axis = even_lines(self.axis, form.width)
        width = (form.width - TICKS[wide]) / (len(self.columns) if wide else 1)
        titles = [even_lines(one.title, width - BETWEEN) for one in self.columns]
        tall = self._tall(TALL[wide], width)
        over = LINE * (max(map(len, titles)) + 1)
        shapes = [lines(axis, 0, LINE - 4, class_="axis")]
        top: float = LINE * len(axis) + BETWEEN
        below = top
        for place, (column, title) in enumerate(zip(self.columns, titles, strict=True)):
            left = TICKS[wide] + (width * place if wide else 0)
            start = top if wide else below
            below = start + over + tall
            scale = self._scale(start + over, below)
            alone = not (wide and place)
            if alone:
                shapes.append(_ticks(scale, left))
            shapes += [
                lines(title, left, start + LINE - 4, class_="strong"),
                self._drawn(column, scale, left, width, claimed=alone),
            ]
            below += BETWEEN
        return Drawing(below, shapes)

    def _tall(self, least: float, width: float) -> float:
        """Give the height at which all names of a column have room, and the words at all ticks."""
        of_names = [
            LINE * sum(len(even_lines(words, width - NAME)) for words in self._said(column))
            for column in self.columns
        ]
        return max(least, *of_names, TICK_ROOM * len(self._scale(0, 1).ticks(MOST_TICKS)))

    def _said(self, column: Column) -> list[str]:
        return [*map(_name, column.cases), self.label, self.empty]

    def _scale(self, top: float, bottom: float) -> Log:
        cases = [one for column in self.columns for one in column.cases]
        ratios = [self.claim, *(one.ratio for one in cases)]
        return Log(min(ratios) / BEYOND, max(ratios) * BEYOND, bottom, top)

    def _drawn(
        self, column: Column, scale: Log, left: float, width: float, *, claimed: bool
    ) -> Markup:
        """Draw a column; the claim is named in it where no other column beside it does that."""
        x, y, room = left + DOT, scale.at(self.claim), width - NAME
        gap = self._gap(column, scale) if column.documented else None
        words = [_words(one, scale, room) for one in column.cases]
        if claimed:
            label = even_lines(self.label, room)
            under = y + 3 + LINE * len(label) / 2
            words.append(Words(number(self.claim), label, under, None, "claimed"))
        if gap:
            middle = sum(gap) / 2
            words.append(Words("", even_lines(self.empty, room), middle, None, "axis"))
        style = "known" if column.documented else "hollow"
        return join(
            bar(x - BAND / 2, gap[0], BAND, gap[1] - gap[0], "gap") if gap else None,
            # Only as far as the dots reach: farther on, a line would run through the names.
            *(line(left, at, left + 2 * DOT, at, "tick") for at in _tenfold(scale)),
            line(left, y, left + width, y, "own"),
            _beside(words, scale, x, left),
            *(_limit(one, scale, x - ASIDE) for one in column.cases),
            *(dot(x, scale.at(one.ratio), style, RADIUS) for one in column.cases),
            dot(x, y, "mine", RADIUS) if column.documented else None,
        )

    def _gap(self, column: Column, scale: Log) -> tuple[float, float] | None:
        """Give the stretch between the claim and the cases, where all of them are above it."""
        least = min(one.ratio for one in column.cases)
        return (scale.at(least), scale.at(self.claim)) if least > self.claim else None


def _words(one: Case, scale: Log, room: float) -> Words:
    y = scale.at(one.ratio)
    return Words(number(one.ratio), even_lines(_name(one), room), y, y)


def _name(one: Case) -> str:
    if one.allowed.low == one.allowed.high:
        return one.name
    return (figure_text.MORE if one.allowed.high == inf else figure_text.LESS).format(name=one.name)


def _tenfold(scale: Log) -> list[float]:
    return [scale.at(one) for one in scale.ticks(MOST_TICKS)]


def _ticks(scale: Log, left: float) -> Markup:
    """Write in words what the line of each tenfold step stands for."""
    shapes: list[Markup] = []
    for one in scale.ticks(MOST_TICKS):
        y, written = scale.at(one), even_lines(figure_text.ratio_tick(one), left - 2)
        shapes.append(lines(written, 0, y + 4 - LINE * (len(written) - 1) / 2))
    return join(*shapes)


def _beside(words: Sequence[Words], scale: Log, x: float, left: float) -> Markup:
    """Write words where they want to be, none over another, each led to its mark."""
    in_order = sorted(words, key=lambda one: one.y)
    # Lines are moved, not words: those of one name want the same place, and so stay together.
    wanted = [one.y for one in in_order for _ in one.lines]
    places = iter(spread(wanted, LINE, scale.end, scale.start))
    shapes: list[Markup] = []
    for one in in_order:
        rows = [next(places) for _ in one.lines]
        if one.mark is not None:
            begins = left + NUMBER - max(width_of(one.number), LEAST_NUMBER) - 3
            shapes.append(line(x, one.mark, begins, rows[0], "leader"))
        if one.number:
            style = f"strong {one.class_}".strip()
            shapes.append(text(one.number, left + NUMBER, rows[0] + 4, anchor="end", class_=style))
        shapes.append(lines(one.lines, left + NAME, rows[0] + 4, class_=one.class_))
    return join(*shapes)


def _limit(one: Case, scale: Log, x: float) -> Markup | None:
    """Point to where the ratio may be, where only a limit is known."""
    if one.allowed.low == one.allowed.high:
        return None
    up = one.allowed.high == inf
    return arrow(x, scale.at(one.ratio), ARROW if up else -ARROW, "limit")
