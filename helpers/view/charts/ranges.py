"""A student's ranges as a band that grows in time, among the dated statements of the number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.journey import moves
from helpers.topics.days import long_day, short_day, short_month
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, across, upright
from helpers.view.drawing.figure import NARROW, Drawing, Form, chart, picture
from helpers.view.drawing.labels import LINE, Box, box_of, lines_of, place
from helpers.view.drawing.scales import LogFromZero, Time
from helpers.view.drawing.shapes import area, arrow, dot, in_box, line, lines, strokes
from helpers.view.markup import join
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.kinds.journey import Journey, Judged, Said
    from helpers.texts.dossier import Dossier
    from helpers.topics.casualties import Bounds
    from helpers.topics.statements import Statement
    from helpers.view.drawing.shapes import Point
    from helpers.view.markup import Markup

LEFT = 52
"""Room for the numbers of the upright axis."""
TALL = {"wide-form": 360, "narrow-form": 280}
STUB = 16
"""How far the newest range goes on beyond its day."""
MONTH_ROOM = 76
ARROW = 22
ASIDE = 9
FAR = 26
"""A label that had to go so far away is led back to its mark."""
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
    days = exercise.days(dossier)
    ended = exercise.complete(way)
    heard = {row for one in way for row in one.stop.rows}
    known = [Named(*one) for one in exercise.statements(dossier) if ended or one[0].row in heard]
    last, later = way[-1].range, len(way) - 1
    if ended:
        finding = figure_text.way_ended(last, [stop.brings for stop in moves(way)], later)
    else:
        finding = figure_text.way_so_far(last, len(way), len(exercise.steps))
    return chart(
        finding,
        picture(
            figure_text.RANGES_PICTURE, lambda form: _drawn(form, exercise, days, way, known)
        ),
        table(figure_text.RANGES, figure_text.RANGES_HEADS, _rows(days, way, known)),
        note=figure_text.RANGES_NOTE,
        source=figure_text.RANGES_SOURCE,
    )


def _rows(
    days: Sequence[date], way: tuple[Judged, ...], known: list[Named]
) -> Iterator[tuple[str | None, ...]]:
    """Give a row for each stop, and one for each statement between the stops, by their days."""
    stops = {row for one in way for row in one.stop.rows}
    between = [
        (one.statement.day, (_cell([one]), figure_text.NO_STOP, None, None))
        for one in known
        if one.said.row not in stops
    ]
    kept = [
        (day, (_cell([n for n in known if n.said.row in one.stop.rows]) or one.stop.says,
               span(*one.range), moved(one, before),
               figure_text.brought(one.stop.brings)))
        for day, one, before in zip(days, way, (None, *way), strict=False)
    ]  # fmt: skip
    for day, cells in sorted((*kept, *between), key=lambda row: row[0]):
        yield (long_day(day), *cells)


def _cell(named: list[Named]) -> str:
    told = (f"{n.said.name}: {figure_text.stated(n.statement.limits, n.said.aside)}" for n in named)
    return "; ".join(told)


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


def _drawn(
    form: Form, exercise: Journey, days: Sequence[date], way: tuple[Judged, ...],
    known: list[Named],
) -> Drawing:  # fmt: skip
    title = lines_of(figure_text.scale_of_tens(exercise.unit), form.width)
    top = ROOM_ABOVE + LINE * (len(title) - 1)
    room = _room(form, exercise, days, way, top)
    bottom = room.box.bottom
    axes = join(
        lines(title[:-1], 0, top - 12 - LINE * (len(title) - 1), class_="axis"),
        upright(room.counts, title[-1], room.counts.ticks(exercise.tens + 1), number,
                left=LEFT, right=form.width),
        across(room.days, figure_text.RANGES_DAYS,
               room.days.ticks(int((form.width - LEFT) // MONTH_ROOM)),
               lambda day: short_month(date.fromordinal(int(day))), top=top, bottom=bottom),
    )  # fmt: skip
    marks = [_mark(one, room) for one in known]
    named = _numbered if form == NARROW else _named
    words, below = named(known, way, days, room)
    return Drawing(bottom + ROOM_BELOW + below, [axes, _band(way, days, room), marks, words])


def _room(
    form: Form, exercise: Journey, days: Sequence[date], way: tuple[Judged, ...], top: float
) -> Room:
    """Give the same room at every stop, so that the band grows and nothing else moves."""
    bottom = top + TALL[form.name]
    right = form.width - 4
    first, last = days[0].toordinal(), days[-1].toordinal()
    # Beyond the last day, so that its range can be seen, and a little before the first.
    beyond = max(1, (last - first) * STUB / (right - LEFT - 2 * STUB))
    most = max(10.0**exercise.tens, *(one.range.high for one in way))
    return Room(
        Time(first - beyond / 2, last + beyond, LEFT, right),
        LogFromZero(0, most, bottom, top),
        Box(LEFT, top, right, bottom),
    )


def _band(way: tuple[Judged, ...], days: Sequence[date], room: Room) -> Markup:
    """Draw the ranges as a band: each goes on until the next, the newest a little beyond."""
    starts = [room.days.at(day.toordinal()) for day in days[: len(way)]]
    stops = [*starts[1:], starts[-1] + STUB]
    pieces = list(zip(way, starts, stops, strict=True))
    above = [(x, room.counts.at(one.range.high)) for one, *ends in pieces for x in ends]
    below = [(x, room.counts.at(one.range.low)) for one, *ends in pieces for x in ends]
    return area([*above, *reversed(below)], "yours")


def _edges(way: tuple[Judged, ...], days: Sequence[date], room: Room) -> Iterator[Box]:
    """Give the upper and the lower lines of the band, on which no words may stand."""
    starts = [room.days.at(day.toordinal()) for day in days[: len(way)]]
    stops = [*starts[1:], starts[-1] + STUB]
    for one, start, stop in zip(way, starts, stops, strict=True):
        for end in one.range:
            y = room.counts.at(end)
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
    _, highest = room.at(one.statement.day, min(one.statement.limits.high, room.counts.high))
    top = y - ARROW if one.statement.is_floor else highest - FRAME
    return Box(x - FRAME, top, x + FRAME, y + FRAME)


def _named(
    known: list[Named], way: tuple[Judged, ...], days: Sequence[date], room: Room
) -> tuple[Markup, float]:
    """Write who said what when beside each mark, and at the newest range that it is yours."""
    marks = [_box(one, room) for one in known]
    written = [one.words for one in known]
    yours = [figure_text.YOURS.format(range=span(*way[-1].range))]
    wanted = [_beside(words, box, room.box) for words, box in zip(written, marks, strict=True)]
    wanted.append(_at_band(yours, way[-1].range, days[len(way) - 1], room))
    *found, own = place(wanted, room.box, [*marks, *_edges(way, days, room)])
    led = [_leader(mark, box) for mark, box in zip(marks, found, strict=True)]
    names = [in_box(words, box) for words, box in zip(written, found, strict=True)]
    return join(*filter(None, led), *names, in_box(yours, own, "strong")), 0


def _numbered(
    known: list[Named], way: tuple[Judged, ...], days: Sequence[date], room: Room
) -> tuple[Markup, float]:
    """Number the marks, and write below the picture who said what when."""
    marks = [_box(one, room) for one in known]
    counts = [[str(count)] for count in range(1, len(known) + 1)]
    yours = [figure_text.YOURS.format(range=span(*way[-1].range))]
    wanted = [_beside(words, box, room.box) for words, box in zip(counts, marks, strict=True)]
    wanted.append(_at_band(yours, way[-1].range, days[len(way) - 1], room))
    *found, own = place(wanted, room.box, [*marks, *_edges(way, days, room)])
    shapes = [in_box(one, box, "strong") for one, box in zip(counts, found, strict=True)]
    shapes.append(in_box(yours, own, "strong"))
    y = start = room.box.bottom + ROOM_BELOW + LINE
    for [count], one in zip(counts, known, strict=True):
        said = lines_of(": ".join(one.words), room.box.right - 2 * LINE)
        shapes += [lines([count], 0, y, class_="strong"), lines(said, 1.5 * LINE, y)]
        y += LINE * len(said)
    return join(*shapes), y - start


def _beside(words: list[str], mark: Box, frame: Box) -> Box:
    """Give the box of a label at the right of its mark; at its left where the frame ends."""
    width, height = box_of(words)
    middle = (mark.top + mark.bottom) / 2
    top = min(max(middle - height / 2, frame.top), frame.bottom - height)
    left = mark.right + ASIDE - FRAME
    if left + width > frame.right:
        left = mark.left - ASIDE + FRAME - width
    return Box(left, top, left + width, top + height)


def _at_band(words: list[str], given: Bounds, day: date, room: Room) -> Box:
    """Give the box of the label above the newest range, inside the frame."""
    width, height = box_of(words)
    width *= BOLD
    x, y = room.at(day, given.high)
    left = min(max(x + STUB - width, room.box.left), room.box.right - width)
    top = max(room.box.top, y - height - 2)
    return Box(left, top, left + width, top + height)


def _leader(mark: Box, label: Box) -> Markup | None:
    """Draw a line from a mark to a label that lies away from it."""
    x, y = (mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2
    to_x = min(max(x, label.left), label.right)
    to_y = min(max(y, label.top), label.bottom)
    if max(abs(to_x - x), abs(to_y - y)) < FAR:
        return None
    return line(x, y, to_x, to_y, "leader")
