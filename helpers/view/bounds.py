"""What number phrases allow, as bars on a line; bars that do not meet cannot all be right."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.topics.casualties import Bounds, dead_by_survivors, together
from helpers.topics.phrases import read_phrase
from helpers.view import figure_strings as strings
from helpers.view.drawing import WIDTH, bar, chart, line, picture, table, text
from helpers.view.reading import quoted

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.records import Stated
    from helpers.view.markup import Markup

LEFT, ROW, TOP, TALL = 130, 34, 28, 14
AROUND = 10
"""How far the line goes beyond the outermost limit."""


def render_bounds(dossier: Dossier) -> Markup:
    """Render what each phrase allows, and what all allow at once."""
    stated = dossier.charts.bounds
    allowed = [_allowed(dossier, one) for one in stated]
    cells = [
        (quoted(dossier, one.words), strings.least(limits), strings.most(limits))
        for one, limits in zip(stated, allowed, strict=True)
    ]
    return chart(
        strings.bounds_finding(together(*allowed)),
        _bars([dossier.quoted(one.words) for one in stated], allowed),
        table(strings.BOUNDS, strings.BOUNDS_HEADS, cells),
    )


def _allowed(dossier: Dossier, stated: Stated) -> Bounds:
    """Read a phrase; where somebody of the group lives to tell, they are not among the dead."""
    words = dossier.quoted(stated.words)
    figure = read_phrase(words)
    if figure is None:
        message = f"“{words}” is no number phrase that the kit can read."
        raise KitError(message)
    if stated.survivors:
        return dead_by_survivors(int(figure.bounds.high), stated.survivors)
    return figure.bounds


def _bars(names: list[str], allowed: list[Bounds]) -> Markup:
    ends = [end for limits in allowed for end in limits if 0 < end < inf]
    low, high = min(ends) - AROUND, max(ends) + AROUND
    scale = (WIDTH - LEFT - 10) / (high - low)
    height = TOP + ROW * len(allowed)
    shapes: list[Markup] = []
    for end in sorted(set(ends)):
        x = LEFT + (end - low) * scale
        shapes += [
            line(x, 20, x, height, "tick"),
            text(strings.number(end), x, 14, anchor="middle"),
        ]
    for place, (name, limits) in enumerate(zip(names, allowed, strict=True)):
        top = TOP + ROW * place + 6
        start, stop = max(limits.low, low), min(limits.high, high)
        shapes.append(text(name, 0, top + TALL - 3))
        shapes.append(bar(LEFT + (start - low) * scale, top, (stop - start) * scale, TALL, "mine"))
    return picture(strings.BOUNDS_PICTURE, height, shapes)
