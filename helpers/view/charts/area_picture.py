"""The picture of the areas: time across, land upward, one colour for each claimant."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from helpers.topics.days import short_month
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, upright
from helpers.view.drawing.figure import WIDE, Drawing
from helpers.view.drawing.labels import Box, width_of
from helpers.view.drawing.names import Name, named
from helpers.view.drawing.scales import Linear, Time
from helpers.view.drawing.shapes import arrow, bar, dot, hatched, line, track
from helpers.view.markup import join
from helpers.view.palette import SERIES
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.topics.areas import Held
    from helpers.view.drawing.figure import Form
    from helpers.view.drawing.names import Side
    from helpers.view.markup import Markup

ASIDE = 6
"""From the labels of the upright axis to the drawing."""
MOST_TICKS = 6
THIN = 4
"""Height of a bar for one number."""
NARROWEST = 12
"""Of a bar: one for a few days would be no more than a stroke."""
RADIUS = 5
LONG = 150
"""A bar that is longer is named under it."""
AROUND: tuple[Side, ...] = ("right", "left", "under", "above")
ALONG: tuple[Side, ...] = ("under", "above")
OVERHANG = 8
"""By how much words may reach over the upright axis, where they have no other place."""
MONTH = 64
"""Room for the name of a month."""
ROOM_ON_TOP = 1.08
"""The upright axis goes a little beyond the largest number."""
LABELS = {True: (480, 240), False: (136, 84)}
"""Widths of the words beside a mark, in the wide form and in the narrow one."""
TALL = {True: 360, False: 480}


class Areas(NamedTuple):
    """What is drawn: estimates in the order of their days, the printed number, words for both."""

    held: Sequence[Held]
    printed: float
    printed_words: str
    upward: str
    across: str

    def draw(self, form: Form) -> Drawing:
        """Draw it in a form."""
        wide = form is WIDE
        top, bottom = ROOM_ABOVE, ROOM_ABOVE + TALL[wide]
        land = Linear(0, self._most() * ROOM_ON_TOP, bottom, top)
        heights = land.ticks(MOST_TICKS)
        left = ASIDE + max(width_of(number(one)) for one in heights)
        frame = Box(left, top, form.width - 2, bottom)
        days = self._days(frame)
        months = [
            one for one in days.ticks(int((frame.right - left) // MONTH))
            # At the end of the axis no month has room.
            if days.at(one) + MONTH + 2 <= form.width
        ]  # fmt: skip
        marks = [mark for one in _said(self.held) for mark in _marks(one, days, land)]
        printed = land.at(self.printed)
        level = Box(frame.left, printed - 1, frame.right - 14, printed + 1)
        taken = [level, *(box for mark in marks for box in mark.taken)]
        # The smaller a mark, the fewer places there are beside it.
        in_turn = sorted(marks, key=lambda mark: mark.size)
        names = [
            Name(self.printed_words, level, ("above",), LABELS[wide], "strong"),
            *(mark.name(LABELS[wide]) for mark in in_turn),
        ]
        return Drawing(
            bottom + ROOM_BELOW,
            [
                upright(Axis(land, self.upward, heights), left=left, right=frame.right),
                across(Axis(days, self.across, months, _months(months)), top=top, bottom=bottom,
                       width=form.width, after=True),
                line(frame.left, printed, frame.right, printed, "printed"),
                arrow(frame.right - 6, printed, 18, "printed"),
                *(mark.shape for mark in marks),
                named(names, frame._replace(left=left - OVERHANG), taken),
            ],
        )  # fmt: skip

    def _days(self, frame: Box) -> Time:
        """Give whole months, from that of the first day to that of the last."""
        first = min(one.first for one in self.held).replace(day=1)
        last = max(one.last for one in self.held).replace(day=28) + timedelta(days=4)
        end = last.replace(day=1)
        return Time(first.toordinal(), end.toordinal(), frame.left, frame.right)

    def _most(self) -> float:
        return max(self.printed, *(one.control.high + one.disputed for one in self.held))


class Mark(NamedTuple):
    """A shape, the part of it that is named, the words for that, and all the room that it takes."""

    shape: Markup
    box: Box
    words: str
    taken: tuple[Box, ...]

    @property
    def size(self) -> float:
        """Give how far it reaches, both ways taken together."""
        return self.box.right - self.box.left + self.box.bottom - self.box.top

    def name(self, widths: Sequence[float]) -> Name:
        """Name it at its side, or under it where it is so long that it has no side."""
        long = self.box.right - self.box.left > LONG
        return Name(self.words, self.box, ALONG if long else AROUND, widths)


class Said(NamedTuple):
    """What one claimant said, in the colour that is the claimant’s alone.

    Numbers for single days are one line; a number for a time stands by itself.
    """

    held: tuple[Held, ...]
    colour: str


def _said(held: Sequence[Held]) -> list[Said]:
    claimants = list(dict.fromkeys(one.claimant for one in held))
    found: list[Said] = []
    for claimant in claimants:
        colour = f"series-{claimants.index(claimant) % len(SERIES) + 1}"
        own = sorted((one for one in held if one.claimant == claimant), key=lambda one: one.first)
        for joined, some in groupby(own, key=_joined):
            ones = tuple(some)
            found += [Said(one, colour) for one in ([ones] if joined else zip(ones))]
    return found


def _joined(one: Held) -> bool:
    """Tell whether an estimate is a point on a line; one with land in dispute has words for it."""
    return one.of_one_day and not one.disputed


def _marks(said: Said, days: Time, land: Linear) -> list[Mark]:
    boxes = [_box(one, days, land) for one in said.held]
    middles = [((box.left + box.right) / 2, (box.top + box.bottom) / 2) for box in boxes]
    shapes = [_shape(one, box, said.colour) for one, box in zip(said.held, boxes, strict=True)]
    joined = track(middles, f"joined {said.colour}") if len(boxes) > 1 else None
    numbers = [figure_text.allowed(*one.control) for one in said.held]
    words = figure_text.area_named(said.held[-1].name, numbers)
    control = Mark(join(joined, *shapes), boxes[-1], words, tuple(boxes))
    return [control, *_disputed(said, boxes[-1], land)]


def _box(one: Held, days: Time, land: Linear) -> Box:
    """Give the time and the land of an estimate as a box; one day or one number is a thin one."""
    start, end = days.at(one.first.toordinal()), days.at(one.last.toordinal() + 1)
    low, high = land.at(one.control.low), land.at(one.control.high)
    wider = max(0, NARROWEST - (end - start)) / 2
    taller = max(0, THIN - (low - high)) / 2
    return Box(start - wider, high - taller, end + wider, low + taller)


def _shape(one: Held, box: Box, colour: str) -> Markup:
    """Draw the word of a party as a dot at each end of its time, and any other as a bar."""
    drawn = bar(box.left, box.top, box.right - box.left, box.bottom - box.top, f"held {colour}")
    if not one.by_party:
        return drawn
    ends = {(box.left + box.right) / 2} if one.of_one_day else {box.left, box.right}
    dots = (dot(x, (box.top + box.bottom) / 2, f"held {colour}", RADIUS) for x in sorted(ends))
    return join(None if one.of_one_day else drawn, *dots)


def _disputed(said: Said, control: Box, land: Linear) -> list[Mark]:
    """Draw disputed land on top of the land under control, hatched."""
    one = said.held[-1]
    if not one.disputed:
        return []
    top = land.at(one.control.high + one.disputed)
    box = Box(control.left, top, control.right, control.top)
    shape = hatched(
        box.left, top, box.right - box.left, box.bottom - top, f"disputed {said.colour}"
    )
    return [Mark(shape, box, figure_text.disputed(one.disputed), (box,))]


def _months(days: Sequence[float]) -> Callable[[float], str]:
    """Write months; the year only where it is a new one."""
    dates = [date.fromordinal(int(day)) for day in days]
    years = [0, *(one.year for one in dates)]
    written = {
        day: short_month(one) if one.year != before else short_month(one)[:3]
        for day, one, before in zip(days, dates, years, strict=False)
    }
    return written.__getitem__
