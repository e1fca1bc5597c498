"""One at a time: the parts of a picture in words, singly, by buttons or by a press on the picture.

Without a script, and on paper, all of them stand one under the other. The buttons are for those
who use no pointer; a shape of the picture that has the name of a part shows that part when pressed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.markup import Markup, element
from helpers.words import card_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.view.markup import Child


class Part(NamedTuple):
    """One part in words; `step` is the name of its shapes, which several parts may share."""

    step: str
    shown: Child


def one_at_a_time(name: str, picture: Markup, parts: Sequence[Part]) -> Markup:
    """Set the parts under their picture; `name` tells this walk from others on its page."""
    rows = [_row(part, place, len(parts)) for place, part in enumerate(parts, start=1)]
    buttons = [_button(card_text.BACK, -1, name), _button(card_text.NEXT, 1, name)]
    return element(
        "div",
        picture,
        element("div", buttons, class_="walk"),
        # A screen reader tells of the part that a press has brought.
        element("ol", rows, class_="parts", aria_live="polite"),
        class_="singly",
        role="group",
        aria_label=name,
        data_steps=name,
    )


def _row(part: Part, place: int, of: int) -> Markup:
    said = element("p", card_text.of_all(place, of), class_="note")
    return element("li", said, part.shown, data_step=part.step)


def _button(words: str, way: int, name: str) -> Markup:
    label = f"{words}: {name}"
    return element("button", words, type="button", class_="quiet", data_walk=way, aria_label=label)
