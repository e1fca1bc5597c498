"""A swarm: each imagined group is a dot over the number that was killed in it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from helpers.topics.casualties import binomial
from helpers.view.drawing.axes import ROOM_BELOW, Axis, across
from helpers.view.drawing.figure import Drawing, Form
from helpers.view.drawing.labels import LINE
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import bar, dotted, text
from helpers.words import figure_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIDE, TOP, TALL = 36, LINE + 6, 200
"""Room at both sides, at least; where the dots may begin, and how high they go."""
TICK_ROOM = 64
MANY = 1150
"""Dots for which there is room: a thousand, and what chance adds to a pile."""
LARGEST, SHARED = 7, 3.4
"""From one dot to the next, at the most, in pixels; and where two piles hold all dots."""
ABREAST = range(1, 120)


def draw_swarm(form: Form, found: Sequence[int], rarest: float, *, shared: bool) -> Drawing:
    """Draw the groups by the number killed, from none to all, and shade the last two numbers.

    The axis, and with it how large the dots are, depends on the size of the groups alone, so that
    nothing jumps while a slider moves. `rarest` is the least share killed that a slider can say:
    there the piles are the highest.
    """
    size = len(found) - 1
    bottom = TOP + TALL
    # Half a pile stands beyond each end of the axis.
    side = max(SIDE, form.width / (size + 1) / 2)
    scale = Linear(0, size, side, form.width - side)
    slot = (scale.end - scale.start) / size
    abreast, pitch = _packed(slot, _highest(size, rarest))
    if shared:
        # All or none: two piles, which have all the room between them.
        pitch = min(pitch, SHARED)
        abreast = ceil(MANY * pitch / TALL)
    half = (abreast * pitch if shared else slot) / 2
    left = min(scale.at(size) - 1.5 * slot, scale.at(size) - half)
    right = scale.at(size) + max(slot / 2, half)
    # Two wide piles stand over more than their own number: then no other is written below.
    some = [0.0] if shared else scale.ticks(int(form.width // TICK_ROOM))
    ticks = [*(one for one in some if one < size * 0.9), size]
    axis = Axis(scale, figure_text.toy_axis(size), ticks)
    return Drawing(
        bottom + 4 + ROOM_BELOW,
        [
            bar(left, TOP, right - left, bottom - TOP, "zone"),
            text(figure_text.zone(size), right, LINE - 3, anchor="end", class_="strong"),
            across(axis, top=bottom, bottom=bottom + 4, width=form.width),
            dotted(_piles(found, scale, abreast, pitch, bottom), pitch, "swarm"),
        ],
    )


def _piles(
    found: Sequence[int], scale: Linear, abreast: int, pitch: float, bottom: float
) -> Iterator[tuple[float, float, int]]:
    """Give the columns of dots: each pile is so many columns wide, and filled row by row."""
    for killed, times in enumerate(found):
        full, more = divmod(times, abreast)
        left = scale.at(killed) - pitch * (abreast - 1) / 2
        for column in range(abreast):
            tall = full + (column < more)
            yield left + pitch * column, bottom - pitch / 2, tall


def _packed(slot: float, share: float) -> tuple[int, float]:
    """Find how many dots stand abreast so that they are as large as the highest pile lets them."""

    def pitch(abreast: int) -> float:
        return min(slot / abreast, TALL * abreast / (MANY * share), LARGEST)

    best = max(ABREAST, key=pitch)
    return best, round(pitch(best), 2)


def _highest(size: int, share: float) -> float:
    """Give the share of groups in the highest pile, where each man is killed with this chance."""
    return max(binomial(size, share, killed) for killed in range(size + 1))
