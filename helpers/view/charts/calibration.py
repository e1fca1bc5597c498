"""How sure a student was against how often she was right: a dot for each of the five words."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from helpers.measures.calibration import MANY
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, upright
from helpers.view.drawing.figure import WIDE, Drawing, Form, chart, picture
from helpers.view.drawing.labels import Box, box_of, place
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import dot, in_box, leader, line
from helpers.view.tables import table
from helpers.words import card_text, result_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.measures.calibration import Calibration, Word
    from helpers.view.markup import Markup

LEFT, TALL, SIDE = 52, 260, 440
"""Room for the labels at the left, the height of the drawing, and its width where there is room."""
TICKS = (0, 0.25, 0.5, 0.75, 1)
SMALLEST, BIGGEST = 5, 14
"""Radius of the dot of one answer, and of the largest, in pixels."""


def render_calibration(made: Calibration) -> Markup:
    """Render a dot for each word that was said, against the line of who is as right as sure."""
    rows = [
        (card_text.SURE_WORDS[one.word], whole_percent(one.sure), _counted(one))
        for one in made.words
    ]
    return chart(
        result_text.HOW_SURE if made.gap is None else result_text.gap(made.gap),
        # The surest first: at the edge, their words have the least choice of a place.
        picture(result_text.CALIBRATION_PICTURE, lambda form: _drawn(form, made.words[::-1])),
        table(result_text.HOW_SURE, result_text.CALIBRATION_HEADS, rows),
        note=result_text.CALIBRATION_HOW,
        source=result_text.rests_on(made.times, few=made.times < MANY),
    )


def _drawn(form: Form, words: Sequence[Word]) -> Drawing:
    # Half of a large dot stands beyond the end of a scale.
    right, bottom = min(form.width, LEFT + SIDE), ROOM_ABOVE + TALL
    x = Linear(0, 1, LEFT + BIGGEST, right - BIGGEST)
    y = Linear(0, 1, bottom - BIGGEST, ROOM_ABOVE)
    rounds = [_round(x.at(one.sure), y.at(one.share), one.times) for one in words]
    names = [[result_text.AS_SURE], *map(_named, words)]
    # The line is named where nobody is: hardly anybody is at once unsure and right.
    named = [_round(x.at(0.1), y.at(0.1), 1), *rounds]
    wanted = [_beside(*pair, form.width) for pair in zip(names, named, strict=True)]
    boxes = place(wanted, Box(LEFT, ROOM_ABOVE, form.width, bottom), rounds)
    ticks = TICKS if form is WIDE else TICKS[::2]
    sure = Axis(x, result_text.SURE_AXIS, ticks, whole_percent)
    often = Axis(y, result_text.RIGHT_AXIS, TICKS, whole_percent)
    return Drawing(
        bottom + ROOM_BELOW,
        [
            across(sure, top=ROOM_ABOVE, bottom=bottom, width=form.width),
            upright(often, left=LEFT, right=right),
            line(x.at(0), y.at(0), x.at(1), y.at(1), "as-sure"),
            [leader(box, *one.middle) for box, one in zip(boxes[1:], rounds, strict=True)],
            [_dot(one) for one in rounds],
            [in_box(written, box) for written, box in zip(names, boxes, strict=True)],
        ],
    )


def _named(one: Word) -> list[str]:
    return [card_text.SURE_WORDS[one.word], _counted(one)]


def _counted(one: Word) -> str:
    return result_text.right_of(one.right, one.times)


def _round(x: float, y: float, times: int) -> Box:
    """Give the box of a dot whose area grows with the answers that it stands for."""
    radius = min(BIGGEST, SMALLEST * sqrt(times))
    return Box(x - radius, y - radius, x + radius, y + radius)


def _dot(box: Box) -> Markup:
    return dot(*box.middle, "mine", round((box.right - box.left) / 2, 1))


def _beside(words: Sequence[str], what: Box, room: float) -> Box:
    """Give the box of words at the right of a dot, or at its left where the right has no room."""
    width, height = box_of(words)
    right = what.right + 4
    left = right if right + width <= room else what.left - 4 - width
    top = (what.top + what.bottom - height) / 2
    return Box(left, top, left + width, top + height)
