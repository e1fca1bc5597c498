"""A range beside two rivals, a sharp one and one that never misses: what each of them costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.topics.casualties import Bounds
from helpers.view.drawing.axes import ROOM_BELOW, Axis, across
from helpers.view.drawing.figure import Drawing, Form, chart, picture
from helpers.view.drawing.labels import LINE, lines_of, width_of
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import area, bar, line, lines, open_bar, text
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.kinds.estimate import Quantity
    from helpers.view.markup import Markup

WIDEST = Bounds(0, 1_000_000)
"""The rival that hardly ever misses, and says nothing."""
TALL = 16
GAP = 16
BEYOND = 1.15
"""How far the axis goes beyond the largest number that it shows."""
TOO_FAR = 3
"""An end of the student's so many times as far away is not shown in its place."""
TICK_ROOM = 80
OUTSIDE = 24


class Rival(NamedTuple):
    """A range to be compared, by its name."""

    name: str
    given: Bounds
    look: str

    def cells(self, item: Quantity) -> tuple[str, ...]:
        """Give its row of the table."""
        costs = (self.given.width, self.given.miss(item.truth), item.score(self.given))
        return (f"{self.name}, {span(*self.given)}", *map(number, costs))


def render_costs(item: Quantity, given: Bounds, source: Markup) -> Markup:
    """Render one number, the student's range for it, and the rivals."""
    rivals = [Rival(figure_text.MINE, given, "mine")]
    if item.sharp:
        rivals.append(Rival(figure_text.SHARP, Bounds(*item.sharp), "rival"))
    rivals.append(Rival(figure_text.WIDEST, WIDEST, "rival"))
    return chart(
        figure_text.range_did(given, given.miss(item.truth)),
        picture(figure_text.COSTS_PICTURE, lambda form: _drawn(form, item, rivals)),
        table(item.ask, figure_text.COSTS_HEADS, [one.cells(item) for one in rivals]),
        source=source,
    )


def _drawn(form: Form, item: Quantity, rivals: Sequence[Rival]) -> Drawing:
    scale = Linear(0, _most(item, rivals[0].given), 4, form.width - 4)
    bars: list[Markup] = []
    says: list[Markup] = []
    y = top = LINE + 6
    for one in rivals:
        miss, cost = one.given.miss(item.truth), item.score(one.given)
        words = figure_text.range_costs(one.name, one.given, miss, cost)
        written = lines_of(words, form.width)
        y += LINE
        says.append(lines(written, 0, y))
        y += LINE * (len(written) - 1) + 6
        bars.append(_bar(one, y, scale))
        y += TALL + GAP - 6
    ticks = scale.ticks(int(form.width // TICK_ROOM))
    axis = across(Axis(scale, item.unit, ticks), top=top, bottom=y, width=form.width)
    return Drawing(y + ROOM_BELOW, [axis, *bars, _truth(item, top, y, scale), *says])


def _most(item: Quantity, mine: Bounds) -> float:
    """Choose how far the axis goes: the number and the sharp range are seen, and mine if near."""
    seen = max(item.truth, *(item.sharp or ()), 1)
    return BEYOND * max([seen, *(end for end in mine if end <= TOO_FAR * seen)])


def _bar(one: Rival, y: float, scale: Linear) -> Markup:
    """Draw a range; where it leaves the picture, it is open."""
    low, high = scale.at(one.given.low), scale.at(one.given.high)
    if one.given.high > scale.high:
        # All of it may lie outside: then only the end is seen.
        return open_bar(min(low, high - OUTSIDE), high, y, TALL, one.look)
    # One number alone is a bar as well.
    return bar(low, y, max(3, high - low), TALL, one.look)


def _truth(item: Quantity, top: float, bottom: float, scale: Linear) -> list[Markup]:
    """Draw what is known as a line through all ranges, with its number."""
    x = scale.at(item.truth)
    words = figure_text.KNOWN.format(number=number(item.truth))
    half = width_of(words) / 2 * 1.1
    middle = min(max(x, scale.start + half), scale.end - half)
    tip = [(x - 5, top - 6), (x + 5, top - 6), (x, top + 1)]
    return [
        # First a wider line of the ground, so that it is seen on a bar, too.
        line(x, top, x, bottom, "known-edge"),
        line(x, top, x, bottom, "known-line"),
        area(tip, "known-tip"),
        text(words, middle, LINE - 4, anchor="middle", class_="strong"),
    ]
