"""Better, or only more suspicious: weak passages seen through against sound ones recognised."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.measures.sensitivity import sensitivity
from helpers.measures.shift import shift_of_one
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, upright
from helpers.view.drawing.figure import Drawing, Form, chart, picture
from helpers.view.drawing.labels import Box
from helpers.view.drawing.names import Name, named, trail
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import dot, line
from helpers.view.tables import table
from helpers.words import card_text, sitting_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.measures.sensitivity import Calls
    from helpers.view.drawing.names import Side
    from helpers.view.drawing.scales import Scale
    from helpers.view.markup import Markup

LEFT, SIDE, TALL = 40, 440, {"wide-form": 300, "narrow-form": 300}
"""Room for the labels at the left, the width of the drawing where there is room, its heights."""
ROUND = 6
"""Radius of a dot, in pixels."""
BESIDE = 46
"""From a corner to its words, so that the line between them stays free."""
LOW = 0.55
"""How far along the line of chance its name stands."""
CORNER = 110
"""Width of the words in a corner."""
Test = tuple[str, "Calls"]
"""A test: its title, and how the student called what it asked about."""


def render_judgement(tests: Sequence[Test]) -> Markup:
    """Render where each test stands in the square; `tests` are in the order they were taken."""
    (_, first), (_, last) = tests[0], tests[-1]
    shift = sitting_text.SHIFTS[shift_of_one(first, last).value]
    return chart(
        shift if len(tests) > 1 else sitting_text.ONE_POINT,
        picture(sitting_text.SQUARE, lambda form: _drawn(form, tests)),
        table(sitting_text.SQUARE_TABLE, sitting_text.SQUARE_HEADS, [_row(*one) for one in tests]),
        note=sitting_text.SQUARE_HOW,
        source=sitting_text.SQUARE_SOURCE,
    )


def _row(title: str, calls: Calls) -> tuple[str, ...]:
    measured = sensitivity(calls)
    apart = sitting_text.give_or_take(measured.d, measured.d_error) if measured else ""
    distrust = sitting_text.give_or_take(measured.c, measured.c_error) if measured else ""
    recognised = card_text.of_all(calls.sound_called_sound, calls.sound)
    through = card_text.of_all(_seen_through(calls), calls.weak)
    return title, recognised, through, apart, distrust


def _seen_through(calls: Calls) -> int:
    return calls.weak - calls.weak_called_sound


def _drawn(form: Form, tests: Sequence[Test]) -> Drawing:
    right, bottom = min(form.width, LEFT + SIDE), ROOM_ABOVE + TALL[form.name]
    _, calls = tests[-1]
    x = Linear(0, calls.weak, LEFT + ROUND, right - ROUND)
    y = Linear(0, calls.sound, bottom - ROUND, ROOM_ABOVE + ROUND)
    marks = [_mark(x, y, one) for _, one in tests]
    # The latest first: where dots lie close, it has the best place for its name.
    names = [
        Name(title, mark, ("right", "left", "above", "under"), [CORNER])
        for (title, _), mark in list(zip(tests, marks, strict=True))[::-1]
    ]
    weak = Axis(x, sitting_text.WEAK_AXIS, range(0, calls.weak + 1, 2))
    sound = Axis(y, sitting_text.SOUND_AXIS, range(0, calls.sound + 1, 2))
    frame = Box(LEFT, ROOM_ABOVE, form.width, bottom)
    corners = _corners(Box(LEFT, ROOM_ABOVE, right, bottom))
    # Below the line, so that it does not run through its own name.
    low = _point(x.at(calls.weak * LOW) - ROUND, y.at(calls.sound * (1 - LOW)) + 3 * ROUND)
    chance = _on_line(low, form.width / 4)
    diagonal = x.at(0), y.at(calls.sound), x.at(calls.weak), y.at(0)
    ways = [(*a.middle, *b.middle) for a, b in pairwise(marks)]
    lines = [box for one in (diagonal, *ways) for box in trail(*one)]
    return Drawing(
        bottom + ROOM_BELOW,
        [
            across(weak, top=ROOM_ABOVE, bottom=bottom, width=form.width),
            upright(sound, left=LEFT, right=right),
            # From one corner to the other: whoever goes along it has only changed in trust.
            line(*diagonal, "as-sure"),
            [line(*way, "way") for way in ways],
            [dot(*mark.middle, "mine", ROUND) for mark in marks],
            named([*names, *corners, chance], frame, [*marks, *lines], dots=True),
        ],
    )


def _mark(x: Scale, y: Scale, calls: Calls) -> Box:
    across_, up = x.at(_seen_through(calls)), y.at(calls.sound_called_sound)
    return Box(across_ - ROUND, up - ROUND, across_ + ROUND, up + ROUND)


def _on_line(chance: Box, width: float) -> Name:
    """Name the line from one corner to the other, in the half where hardly anybody stands."""
    return Name(sitting_text.CHANCE, chance, ("left", "under"), [width], "corner", spare=True)


def _point(x: float, y: float) -> Box:
    return Box(x, y, x, y)


def _corners(square: Box) -> list[Name]:
    """Say in three corners who would stand there, beside the line that runs through two of them."""
    left, top, right, bottom = square
    trusts = Box(left, top, left + BESIDE, top)
    distrusts = Box(right - BESIDE, bottom, right, bottom)
    said: list[tuple[str, Box, Sequence[Side]]] = [
        (sitting_text.BEST, _point(right, top), ("left", "under")),
        (sitting_text.TRUSTING, trusts, ("right",)),
        (sitting_text.SUSPICIOUS, distrusts, ("left",)),
    ]
    return [
        Name(words, corner, sides, [CORNER], "corner", spare=True) for words, corner, sides in said
    ]
