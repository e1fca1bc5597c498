"""A student's ranges as a band that grows in time, among the dated statements of the number."""

from __future__ import annotations

from datetime import date
from math import log10
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.journey import moves
from helpers.topics.days import long_day, short_day, short_month
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, upright
from helpers.view.drawing.figure import NARROW, Drawing, Form, chart, picture
from helpers.view.drawing.labels import LINE, Box, box_of, lines_of, place, width_of
from helpers.view.drawing.scales import LogFromZero, Time
from helpers.view.drawing.shapes import area, arrow, dot, in_box, leader, lines, strokes
from helpers.view.markup import join
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.journey import Journey, Judged, Said
    from helpers.texts.dossier import Dossier
    from helpers.topics.casualties import Bounds
    from helpers.topics.statements import Statement
    from helpers.view.drawing.shapes import Point
    from helpers.view.markup import Markup

TALL = {"wide-form": 360, "narrow-form": 280}
STUB = 16
"""How far the newest range goes on beyond its day."""
MONTH_ROOM = 76
ARROW = 22
ASIDE = 3
FRAME = 6
BOLD = 1.1
"""Bold words need so much more room."""


class Named(NamedTuple):
    """A mark on the picture: what was stated, and how the picture calls it."""

    said: Said
    statement: Statement

    @property
    def words(self) -> list[str]:
        """Give who and when, and what."""
        who = f"{self.said.name}, {short_day(self.statement.day)}"
        return [who, figure_text.stated(self.statement.limits, self.said.aside)]


class Way(NamedTuple):
    """What is drawn: the ranges so far, the day of every stop, and what was stated."""

    ranges: tuple[Judged, ...]
    days: tuple[date, ...]
    known: list[Named]

    def yours(self, room: Room) -> list[str]:
        """Name the newest range, in as many lines as it needs."""
        words = figure_text.YOURS.format(range=span(*self.ranges[-1].range))
        return lines_of(words, (room.box.right - room.box.left) / BOLD)


class Room(NamedTuple):
    """Where days and numbers stand in one form of the picture, and the box that holds them."""

    days: Time
    counts: LogFromZero
    box: Box

    def at(self, day: date, value: float) -> Point:
        """Give the place of a number on a day."""
        return self.days.at(day.toordinal()), self.counts.at(value)


def render_ranges(exercise: Journey, way: tuple[Judged, ...], dossier: Dossier) -> Markup:
    """Render the ranges so far, with the statements heard; at the end, with all of them."""
    ended = exercise.complete(way)
    heard = {row for one in way for row in one.stop.rows}
    known = [Named(*one) for one in exercise.statements(dossier) if ended or one[0].row in heard]
    drawn = Way(way, exercise.days(dossier), known)
    return chart(
        _finding(exercise, way) if ended else _so_far(exercise, way),
        picture(figure_text.RANGES_PICTURE, lambda form: _drawn(form, exercise, drawn)),
        table(figure_text.RANGES, figure_text.RANGES_HEADS, _rows(drawn)),
        note=figure_text.RANGES_NOTE,
        source=figure_text.RANGES_SOURCE,
    )


def moved(judged: Judged, before: Judged | None) -> str:
    """Say whether a range moved, and the reason that was given."""
    if before is None:
        return figure_text.FIRST_RANGE.format(range=span(*judged.range))
    if before.range == judged.range:
        return figure_text.STAYED.format(range=span(*judged.range))
    return figure_text.MOVED.format(
        before=span(*before.range),
        range=span(*judged.range),
        reason=figure_text.REASONS[judged.reason],
    )


def _finding(exercise: Journey, way: tuple[Judged, ...]) -> str:
    brought = [stop.brings for stop in moves(way)]
    return figure_text.way_ended(way[-1].range, brought, len(exercise.steps) - 1)


def _so_far(exercise: Journey, way: tuple[Judged, ...]) -> str:
    return figure_text.way_so_far(way[-1].range, len(way), len(exercise.steps))


def _rows(way: Way) -> Iterator[tuple[str | None, ...]]:
    """Give a row for each stop, and one for each statement between the stops, by their days."""
    stops = {row for one in way.ranges for row in one.stop.rows}
    between = [
        (one.statement.day, (_told([one]), figure_text.NO_STOP, None, None))
        for one in way.known
        if one.said.row not in stops
    ]
    kept = [
        (day, (_told([n for n in way.known if n.said.row in one.stop.rows]) or one.stop.says,
               span(*one.range), moved(one, before), figure_text.brought(one.stop.brings)))
        for day, one, before in zip(way.days, way.ranges, (None, *way.ranges), strict=False)
    ]  # fmt: skip
    for day, cells in sorted((*kept, *between), key=lambda row: row[0]):
        yield (long_day(day), *cells)


def _told(named: list[Named]) -> str:
    told = (f"{n.said.name}: {figure_text.stated(n.statement.limits, n.said.aside)}" for n in named)
    return "; ".join(told)


def _drawn(form: Form, exercise: Journey, way: Way) -> Drawing:
    title = lines_of(figure_text.scale_of_tens(exercise.unit), form.width)
    top = ROOM_ABOVE + LINE * (len(title) - 1)
    room = _room(form, exercise, way, top)
    bottom = room.box.bottom
    # From zero on to ten: a line at one would crowd both.
    tens = room.counts.ticks(1 + int(log10(room.counts.high)))
    months = room.days.ticks(int((form.width - room.box.left) // MONTH_ROOM))
    counts = Axis(room.counts, title[-1], tens)
    days = Axis(room.days, figure_text.RANGES_DAYS, months, _month)
    axes = join(
        lines(title[:-1], 0, top - 12 - LINE * (len(title) - 1), class_="axis"),
        upright(counts, left=room.box.left, right=form.width),
        across(days, top=top, bottom=bottom, width=form.width),
    )
    marks = [_mark(one, room) for one in way.known]
    if form == NARROW:
        words, height = _numbered(way, room)
    else:
        words, height = _named(way, room), bottom + ROOM_BELOW
    return Drawing(height, [axes, _band(way, room), marks, words])


def _month(day: float) -> str:
    return short_month(date.fromordinal(int(day)))


def _room(form: Form, exercise: Journey, way: Way, top: float) -> Room:
    """Give the same room at every stop, so that the band grows and nothing else moves."""
    most = max(10.0**exercise.tens, *(one.range.high for one in way.ranges))
    # Before the drawing stand the numbers of its lines.
    left, right, bottom = width_of(number(most)) + 8, form.width - 4, top + TALL[form.name]
    first, last = way.days[0].toordinal(), way.days[-1].toordinal()
    # Beyond the last day, so that its range can be seen, and a little before the first.
    beyond = max(1, (last - first) * STUB / (right - left - 2 * STUB))
    return Room(
        Time(first - beyond / 2, last + beyond, left, right),
        LogFromZero(0, most, bottom, top),
        Box(left, top, right, bottom),
    )


def _pieces(way: Way, room: Room) -> Iterator[tuple[Bounds, float, float]]:
    """Give each range, and from where to where it is drawn: to the next, the newest beyond."""
    starts = [room.days.at(day.toordinal()) for day in way.days[: len(way.ranges)]]
    stops = [*starts[1:], starts[-1] + STUB]
    for one, start, stop in zip(way.ranges, starts, stops, strict=True):
        yield one.range, start, stop


def _band(way: Way, room: Room) -> Markup:
    """Draw the ranges as one band."""
    pieces = list(_pieces(way, room))
    above = [(x, room.counts.at(given.high)) for given, *ends in pieces for x in ends]
    below = [(x, room.counts.at(given.low)) for given, *ends in pieces for x in ends]
    return area([*above, *reversed(below)], "yours")


def _edges(way: Way, room: Room) -> Iterator[Box]:
    """Give the upper and the lower lines of the band, on which no words may stand."""
    for given, start, stop in _pieces(way, room):
        for y in map(room.counts.at, given):
            yield Box(start - 1, y - 1, stop + 1, y + 1)


def _mark(one: Named, room: Room) -> Markup:
    """Draw what was stated: a floor as an arrow, one number as a dot, a range as a bar."""
    limits, kind = one.statement.limits, "word-alone" if one.said.word_alone else "stated"
    x, y = room.at(one.statement.day, limits.low)
    if one.statement.is_floor:
        return arrow(x, y, ARROW, f"{kind} open")
    highest = room.counts.at(limits.high)
    if y - highest > FRAME:
        ends = [((x - 5, end), (x + 5, end)) for end in (y, highest)]
        return strokes([((x, y), (x, highest)), *ends], f"{kind} open")
    return dot(x, (y + highest) / 2, kind)


def _box(one: Named, room: Room) -> Box:
    """Give the room that a mark takes."""
    x, y = room.at(one.statement.day, one.statement.limits.low)
    top = y - ARROW if one.statement.is_floor else room.counts.at(one.statement.limits.high) - FRAME
    return Box(x - FRAME, top, x + FRAME, y + FRAME)


def _placed(way: Way, room: Room, written: list[list[str]]) -> list[Box]:
    """Place what is written at each mark, and last the name of the newest range."""
    marks = [_box(one, room) for one in way.known]
    wanted = [_beside(words, mark, room.box) for words, mark in zip(written, marks, strict=True)]
    return place([*wanted, _at_band(way, room)], room.box, [*marks, *_edges(way, room)])


def _named(way: Way, room: Room) -> Markup:
    """Write who said what when beside each mark, and at the newest range that it is yours."""
    written = [one.words for one in way.known]
    *found, own = _placed(way, room, written)
    led = [leader(box, *_box(one, room).middle) for one, box in zip(way.known, found, strict=True)]
    names = [in_box(words, box) for words, box in zip(written, found, strict=True)]
    return join(*led, *names, in_box(way.yours(room), own, "strong"))


def _numbered(way: Way, room: Room) -> tuple[Markup, float]:
    """Write a number beside each mark and below who said what when; give also how high it is."""
    counts = [[str(count)] for count in range(1, len(way.known) + 1)]
    *found, own = _placed(way, room, counts)
    shapes = [in_box(one, box, "strong") for one, box in zip(counts, found, strict=True)]
    shapes.append(in_box(way.yours(room), own, "strong"))
    y = room.box.bottom + ROOM_BELOW + LINE
    for [count], one in zip(counts, way.known, strict=True):
        said = lines_of(": ".join(one.words), room.box.right - 2 * LINE)
        shapes += [lines([count], 0, y, class_="strong"), lines(said, 1.5 * LINE, y)]
        y += LINE * len(said)
    return join(*shapes), y - LINE / 2


def _beside(words: list[str], mark: Box, frame: Box) -> Box:
    """Give the box of a label at the right of its mark; at its left where the frame ends."""
    width, height = box_of(words)
    top = (mark.top + mark.bottom - height) / 2
    top = min(max(top, frame.top), frame.bottom - height)
    left = mark.right + ASIDE
    if left + width > frame.right:
        left = mark.left - ASIDE - width
    return Box(left, top, left + width, top + height)


def _at_band(way: Way, room: Room) -> Box:
    """Give the box of the label behind the newest range; above it where the frame ends."""
    width, height = box_of(way.yours(room))
    width *= BOLD
    newest = way.ranges[-1].range
    x, y = room.at(way.days[len(way.ranges) - 1], newest.high)
    left, top = x + STUB + ASIDE, y - height / 2
    if left + width > room.box.right:
        left, top = room.box.right - width, y - height - 2
    top = min(max(top, room.box.top), room.box.bottom - height)
    return Box(left, top, left + width, top + height)
