"""Axes: a line of ticks with a title that names the unit; no label leaves the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.drawing.labels import LINE, width_of
from helpers.view.drawing.shapes import line, text
from helpers.view.markup import join

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.view.drawing.scales import Scale
    from helpers.view.markup import Markup

ROOM_BELOW = 2 * LINE + 8
"""Below the drawing, for the labels of the ticks and the title of the axis across."""
ROOM_ABOVE = LINE + 10
"""Above the drawing, for the title of the upright axis."""


def across(
    scale: Scale,
    title: str,
    ticks: Sequence[float],
    written: Callable[[float], str],
    *,
    top: float,
    bottom: float,
    after: bool = False,
) -> Markup:
    """Draw the axis from left to right: a line up from each tick, its label and the title below.

    With `after`, a label stands behind its tick: for times, which begin there.
    """
    labels = (
        text(written(one), scale.at(one) + 2, bottom + LINE) if after
        else _below(written(one), scale.at(one), bottom + LINE, scale)
        for one in ticks
    )  # fmt: skip
    return join(
        *(line(scale.at(one), top, scale.at(one), bottom, "tick") for one in ticks),
        *labels,
        text(title, scale.start, bottom + 2 * LINE + 4, class_="axis"),
    )


def upright(
    scale: Scale,
    title: str,
    ticks: Sequence[float],
    written: Callable[[float], str],
    *,
    left: float,
    right: float,
) -> Markup:
    """Draw the upright axis: a line across from each tick, its label at the left, the title on top.

    `left` is where the drawing begins; the labels end before it.
    """
    return join(
        *(line(left, scale.at(one), right, scale.at(one), "tick") for one in ticks),
        *(text(written(one), left - 6, scale.at(one) + 4, anchor="end") for one in ticks),
        text(title, 0, min(scale.start, scale.end) - 12, class_="axis"),
    )


def _below(words: str, x: float, y: float, scale: Scale) -> Markup:
    """Write a label under its tick, moved where it would leave the drawing."""
    half = width_of(words) / 2
    return text(words, min(max(x, scale.start + half), scale.end - half), y, anchor="middle")
