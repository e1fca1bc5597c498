"""How sure a student was against how often she was right: a dot for each of the five words."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from helpers.measures.calibration import MANY
from helpers.view.drawing.axes import ROOM_ABOVE, ROOM_BELOW, Axis, across, title_of, upright
from helpers.view.drawing.figure import WIDE, Drawing, Form, chart, picture
from helpers.view.drawing.labels import Box
from helpers.view.drawing.names import Name, named, trail
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import dot, line
from helpers.view.tables import table
from helpers.words import card_text, result_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.measures.calibration import Calibration, Word
    from helpers.view.markup import Markup

LEFT, SIDE, TALL = 52, 440, {"wide-form": 260, "narrow-form": 360}
"""Room for the labels at the left, the width of the drawing where there is room, its heights."""
TICKS = (0, 0.25, 0.5, 0.75, 1)
SMALLEST, BIGGEST = 5, 14
"""Radius of the dot of one answer, and of the largest, in pixels."""
NAMES = (100, 72)
"""Widths of the words at a dot, in pixels; for the narrowest there is room beside the square."""
ABOVE = 24
"""Room above the highest dots for the upper half of their names, in pixels."""


def render_calibration(made: Calibration) -> Markup:
    """Render a dot for each word that was said, against the line of who is as right as sure."""
    rows = [
        (card_text.SURE_WORDS[one.word], whole_percent(one.sure), _counted(one))
        for one in made.words
    ]
    return chart(
        _finding(made),
        # The surest first: at the edge, their words have the least choice of a place.
        picture(result_text.CALIBRATION_PICTURE, lambda form: _drawn(form, made.words[::-1])),
        table(result_text.HOW_SURE, result_text.CALIBRATION_HEADS, rows),
        note=result_text.CALIBRATION_HOW,
        source=result_text.rests_on(made.times, few=made.times < MANY),
    )


def _finding(made: Calibration) -> str:
    if made.gap is None:
        return result_text.HOW_SURE
    return result_text.gap(made.clear, near=made.near)


def _drawn(form: Form, words: Sequence[Word]) -> Drawing:
    # Half of a large dot stands beyond the end of a scale.
    right, bottom = min(form.width - NAMES[-1], LEFT + SIDE), ROOM_ABOVE + TALL[form.name]
    x = Linear(0, 1, LEFT + BIGGEST, right - BIGGEST)
    y = Linear(0, 1, bottom - BIGGEST, ROOM_ABOVE + ABOVE)
    rounds = [_round(x.at(one.sure), y.at(one.share), one.times) for one in words]
    line_name = _round(x.at(0.1), y.at(0.1), 1)
    names = [
        *(
            Name(_named(one), dot, ("right", "left", "under", "above"), NAMES)
            for one, dot in zip(words, rounds, strict=True)
        ),
        # The line is named where nobody is: hardly anybody is at once unsure and right.
        Name(result_text.AS_SURE, line_name, ("right", "under"), [form.width], spare=True),
    ]
    as_sure = x.at(0), y.at(0), x.at(1), y.at(1)
    frame = Box(LEFT, ROOM_ABOVE, form.width, bottom)
    ticks = TICKS if form is WIDE else TICKS[::2]
    sure = Axis(x, result_text.SURE_AXIS, ticks, whole_percent)
    often = Axis(y, result_text.RIGHT_AXIS, TICKS, whole_percent)
    taken = [*rounds, title_of(often), *trail(*as_sure)]
    return Drawing(
        bottom + ROOM_BELOW,
        [
            across(sure, top=ROOM_ABOVE, bottom=bottom, width=form.width),
            upright(often, left=LEFT, right=right),
            line(*as_sure, "as-sure"),
            [_dot(one) for one in rounds],
            named(names, frame, taken, dots=True),
        ],
    )


def _named(one: Word) -> str:
    return f"{card_text.SURE_WORDS[one.word]}: {_counted(one)}"


def _counted(one: Word) -> str:
    return result_text.right_of(one.right, one.times)


def _round(x: float, y: float, times: int) -> Box:
    """Give the box of a dot whose area grows with the answers that it stands for."""
    radius = min(BIGGEST, SMALLEST * sqrt(times))
    return Box(x - radius, y - radius, x + radius, y + radius)


def _dot(box: Box) -> Markup:
    return dot(*box.middle, "mine", round((box.right - box.left) / 2, 1))
