"""A curve over sentences: the student's ratings above a band of careful readings.

On a page with room the sentences stand side by side; on a phone they stand one below the other.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, upright
from helpers.view.drawing.figure import WIDE, Drawing, Form
from helpers.view.drawing.labels import LINE, Box, box_of, lines_of, place, width_of
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import area, bar, dot, in_box, leader, part, text, track
from helpers.view.markup import join
from helpers.words import frame_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from helpers.kinds.rate import CarefulReading
    from helpers.view.drawing.shapes import Point
    from helpers.view.markup import Child, Markup

LEFT, TALL, RIGHT = 108, 230, 52
"""Of the wide form: room for the ends of the scale, height, and room for the name of the line."""
NAMES, ROW, LEAST = 40, 28, 160
"""Of the narrow form: room for names, from one sentence to the next, and the least height."""
APART = 10
"""From a dot to its word."""
GAP = 12
"""From one name to the next on a line."""
TICKS = 6
BETWEEN = 6
"""Into how many parts a line is cut to see which words would lie over it."""


class Curve(NamedTuple):
    """What is drawn: the ends of the scale, the band, the ratings, and words at sentences."""

    ends: tuple[str, str]
    readings: Mapping[str, CarefulReading]
    rated: Mapping[str, int]
    marks: Mapping[str, str]

    def band(self, name: str) -> tuple[float, float]:
        """Give the lowest and the highest reading of a sentence."""
        return min(self.readings[name].given), max(self.readings[name].given)

    def height(self, name: str) -> float:
        """Tell how high the curve is: as rated, or else in the middle of the band."""
        return self.rated.get(name, sum(self.band(name)) / 2)


class Sheet(NamedTuple):
    """Where things stand on the paper; `turned` is the form in which sentences go downward."""

    names: tuple[str, ...]
    along: Linear
    sure: Linear
    turned: bool

    def at(self, place: float, value: float) -> Point:
        """Give the point of a value, at a sentence counted from 0 or between two."""
        along, sure = self.along.at(place), self.sure.at(value)
        return (sure, along) if self.turned else (along, sure)

    def of(self, name: str, value: float) -> Point:
        """Give the point of a value of a sentence."""
        return self.at(self.names.index(name), value)

    def around(self, place: float, low: float, high: float, half: float) -> Box:
        """Give the box from one value to another, so wide along the sentences."""
        (x1, y1), (x2, y2) = self.at(place, low), self.at(place, high)
        across, down = (0.0, half) if self.turned else (half, 0.0)
        return Box(min(x1, x2) - across, min(y1, y2) - down, max(x1, x2) + across,
                   max(y1, y2) + down)  # fmt: skip


def draw_curve(curve: Curve, form: Form) -> Drawing:
    """Draw the band, the ratings, and words on them."""
    sheet = _sheet(tuple(curve.readings), form)
    mine = [sheet.of(name, value) for name, value in curve.rated.items()]
    shapes = [
        *(_pressed(sheet, name) for name in sheet.names),
        _axes(curve, sheet, form),
        _band(curve, sheet),
        track(mine, "own") if mine else None,
        *(dot(x, y, "mine") for x, y in mine),
        *_words(curve, sheet, form),
    ]
    bottom = max(sheet.along.end, sheet.sure.start) if sheet.turned else sheet.sure.start
    return Drawing(bottom + ROOM_BELOW, shapes)


def _sheet(names: tuple[str, ...], form: Form) -> Sheet:
    # Half a step at both ends: each sentence has an area of its own, and a lone one has one, too.
    ends = (-0.5, len(names) - 0.5)
    if form is WIDE:
        along = Linear(*ends, LEFT, form.width - RIGHT)
        return Sheet(names, along, Linear(0, 100, ROOM_ABOVE + TALL, ROOM_ABOVE), turned=False)
    top = 2.0 * LINE + 6
    along = Linear(*ends, top, top + max(LEAST, ROW * len(names)))
    return Sheet(names, along, Linear(0, 100, NAMES, form.width - 8), turned=True)


def _pressed(sheet: Sheet, name: str) -> Markup:
    """Draw the area of a sentence, which is pressed to read it."""
    step = (sheet.along.end - sheet.along.start) / len(sheet.names)
    box = sheet.around(sheet.names.index(name), 0, 100, step / 2)
    left = 0.0 if sheet.turned else box.left
    bottom = box.bottom if sheet.turned else box.bottom + LINE + 6
    return part(name, bar(left, box.top, box.right - left, bottom - box.top, "area"))


def _axes(curve: Curve, sheet: Sheet, form: Form) -> Markup:
    low, high = curve.ends
    axis = Axis(sheet.sure, frame_text.CURVE_AXIS, sheet.sure.ticks(TICKS))
    if sheet.turned:
        top, bottom = sheet.along.start, sheet.along.end
        return join(
            across(axis, top=top, bottom=bottom, width=form.width),
            text(frame_text.CURVE_SENTENCES, 0, LINE - 3, class_="axis"),
            text(low, sheet.sure.start, 2 * LINE - 1, class_="axis"),
            text(high, sheet.sure.end, 2 * LINE - 1, anchor="end", class_="axis"),
            *(text(name, 4, sheet.at(n, 0)[1] + 5) for n, name in enumerate(sheet.names)),
        )
    right, bottom = form.width - RIGHT, sheet.sure.start
    return join(
        upright(axis, left=LEFT, right=right),
        # Below the highest tick and above the lowest, where no other tick is near.
        text(high, LEFT - 6, sheet.sure.end + LINE + 4, anchor="end", class_="axis"),
        text(low, LEFT - 6, bottom - LINE + 4, anchor="end", class_="axis"),
        text(frame_text.CURVE_SENTENCES, LEFT - 6, bottom + LINE + 4, anchor="end", class_="axis"),
        *(
            text(name, sheet.at(n, 0)[0], bottom + LINE + 4, anchor="middle")
            for n, name in enumerate(sheet.names)
        ),
    )


def _band(curve: Curve, sheet: Sheet) -> Markup:
    low = [sheet.of(name, curve.band(name)[0]) for name in sheet.names]
    high = [sheet.of(name, curve.band(name)[1]) for name in sheet.names]
    return area([*high, *reversed(low)], "band")


def _words(curve: Curve, sheet: Sheet, form: Form) -> Iterator[Child]:
    """Write words where the certainty changes, and what is drawn beside band and line."""
    frame, title = _frame(sheet, form)
    named = [([f"“{word}”"], sheet.of(name, curve.height(name)))
             for name, word in curve.marks.items()]  # fmt: skip
    if curve.rated:
        *_, (last, value) = curve.rated.items()
        named.append(([frame_text.CURVE_YOURS], sheet.of(last, value)))
    line_boxes = _on_line(curve, sheet)
    found = [title]
    for words, spot in named:
        found.append(_free(_beside(words, spot, sheet), frame, found, line_boxes))
    for (words, spot), box in zip(named, found[1:], strict=True):
        yield leader(box, *spot)
        yield in_box(words, box, "strong")
    band = lines_of(frame_text.CURVE_BAND, form.width / 3 if sheet.turned else form.width)
    # On the band words may stand, but not its own name.
    shapes = [*line_boxes, *_on_band(curve, sheet)]
    here = _free(_below_band(band, curve, sheet), frame, found, shapes)
    yield leader(here, *_nearest(here, curve, sheet))
    yield in_box(band, here)


def _free(wanted: Box, frame: Box, words: Sequence[Box], shapes: Sequence[Box]) -> Box:
    """Find a place that is free of words and shapes, or where there is none, of words alone."""
    # Words that touch others would be read on with them.
    words = [Box(one.left - GAP, one.top, one.right + GAP, one.bottom) for one in words]
    [here] = place([wanted], frame, [*words, *shapes])
    if here.within(frame) and not any(map(here.meets, [*words, *shapes])):
        return here
    [here] = place([wanted], frame, words)
    return here


def _frame(sheet: Sheet, form: Form) -> tuple[Box, Box]:
    """Give the box in which words may stand, and the box of the title that reaches into it."""
    if sheet.turned:
        inside = Box(NAMES, sheet.along.start, form.width, sheet.along.end)
        return inside, Box(0, 0, 0, 0)
    title = Box(0, 0, width_of(frame_text.CURVE_AXIS), ROOM_ABOVE - LINE / 2)
    return Box(LEFT, ROOM_ABOVE - LINE, form.width, sheet.sure.start), title


def _beside(words: Sequence[str], spot: Point, sheet: Sheet) -> Box:
    """Give the box that words want: above their dot, or at its side in the turned form."""
    (x, y), (width, height) = spot, box_of(words)
    if sheet.turned:
        has_room = x + APART + width <= sheet.sure.end
        left = x + APART if has_room else x - APART - width
        return Box(left, y - height / 2, left + width, y + height / 2)
    return Box(x - width / 2, y - APART - height, x + width / 2, y - APART)


def _below_band(words: Sequence[str], curve: Curve, sheet: Sheet) -> Box:
    """Give the box that the name of the band wants: in the middle, on the side of less."""
    middle = len(sheet.names) // 2
    (x, y), (width, height) = sheet.at(middle, curve.band(sheet.names[middle])[0]), box_of(words)
    if sheet.turned:
        return Box(x - APART - width, y - height / 2, x - APART, y + height / 2)
    return Box(x - width / 2, y + APART, x + width / 2, y + APART + height)


def _on_line(curve: Curve, sheet: Sheet) -> list[Box]:
    """Give boxes that cover the line and its dots."""
    points = [(sheet.names.index(name), value) for name, value in curve.rated.items()]
    dots = [sheet.around(n, value, value, 0) for n, value in points]
    cut = [
        sheet.around(n + (m - n) * t / BETWEEN, v + (w - v) * t / BETWEEN,
                     v + (w - v) * (t + 1) / BETWEEN, 4)
        for (n, v), (m, w) in pairwise(points) for t in range(BETWEEN + 1)
    ]  # fmt: skip
    around = [Box(x - 7, y - 7, x + 7, y + 7) for x, y, *_ in dots]
    return [*around, *cut]


def _on_band(curve: Curve, sheet: Sheet) -> list[Box]:
    """Give boxes that cover the band."""
    ends = [curve.band(name) for name in sheet.names]
    cut = [
        tuple(a + (b - a) * t / BETWEEN for a, b in zip(here, there, strict=True))
        for here, there in pairwise([*ends, ends[-1]]) for t in range(BETWEEN)
    ]  # fmt: skip
    return [sheet.around(n / BETWEEN, low, high, 4) for n, (low, high) in enumerate(cut)]


def _nearest(box: Box, curve: Curve, sheet: Sheet) -> Point:
    """Give the point of the band that is nearest to a box."""
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    edges = [sheet.of(name, value) for name in sheet.names for value in curve.band(name)]
    return min(edges, key=lambda spot: (spot[0] - x) ** 2 + (spot[1] - y) ** 2)
