"""Axes: a line of ticks with a title that names the unit; no label leaves the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.drawing.labels import LINE, Box, width_of
from helpers.view.drawing.shapes import line, text
from helpers.view.markup import join
from helpers.words.counted import number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.view.drawing.scales import Scale
    from helpers.view.markup import Markup

ROOM_BELOW = 2 * LINE + 12
"""Below the drawing, for the labels of the ticks and the title of the axis across."""
ROOM_ABOVE = LINE + 10
"""Above the drawing, for the title of the upright axis."""


class Axis(NamedTuple):
    """A scale with what it measures, in which unit, and the values at which it has a tick."""

    scale: Scale
    title: str
    ticks: Sequence[float]
    written: Callable[[float], str] = number


def across(axis: Axis, *, top: float, bottom: float, width: float, after: bool = False) -> Markup:
    """Draw the axis from left to right: a line up from each tick, its label and the title below.

    `width` is that of the picture, which no label leaves. With `after`, labels stand behind their
    ticks: for months, which begin there.
    """
    below = bottom + LINE + 3
    ticks = [(axis.scale.at(value), axis.written(value)) for value in axis.ticks]
    return join(
        *(line(x, top, x, bottom, "tick") for x, _ in ticks),
        *(
            text(words, x + 2, below) if after else _below(words, x, below, width)
            for x, words in ticks
        ),
        text(axis.title, axis.scale.start, bottom + 2 * LINE + 7, class_="axis"),
    )


def upright(axis: Axis, *, left: float, right: float) -> Markup:
    """Draw the upright axis: a line across from each tick, its label at the left, the title on top.

    `left` is where the drawing begins; the labels end before it.
    """
    ticks = [(axis.scale.at(value), axis.written(value)) for value in axis.ticks]
    return join(
        *(line(left, y, right, y, "tick") for y, _ in ticks),
        *(text(words, left - 6, y + 4, anchor="end") for y, words in ticks),
        text(axis.title, 0, _title(axis), class_="axis"),
    )


def title_of(axis: Axis) -> Box:
    """Give the room that the title of an upright axis takes."""
    base = _title(axis)
    return Box(0, base - LINE + 4, width_of(axis.title), base + 4)


def _title(axis: Axis) -> float:
    return min(axis.scale.start, axis.scale.end) - 12


def _below(words: str, x: float, y: float, width: float) -> Markup:
    """Write a label under its tick, moved where it would leave the picture."""
    half = width_of(words) / 2
    return text(words, min(max(x, half), width - half), y, anchor="middle")
