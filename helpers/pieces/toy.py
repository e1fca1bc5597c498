"""The toy and its sliders: each move draws the groups anew, and leaves the sliders alone."""

from __future__ import annotations

from typing import Any

from helpers.pieces.nonsense import NonsenseError
from helpers.view.toy import LETHALS, SIZES, Group, render_groups, render_toy
from helpers.view.widget import PieceWidget
from helpers.words.figure_text import TOY_FATES

DIGITS = 6
"""Two numbers of three digits each are the most that the sliders can say."""


class Toy:
    """The sliders on the page."""

    def __init__(self, group: Group) -> None:
        """Begin with this group."""
        self.widget = PieceWidget("toy", render_toy(group), self.hear)

    def hear(self, widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take what the sliders say, and send back the part that changes."""
        match message:
            case {
                "do": "set",
                "move": int(move),
                "size": [str(size)],
                "lethal": [str(lethal)],
                "fate": [str(fate)],
            }:
                group = _checked(size, lethal, fate, heard="heard" in message)
                # Only the drawing: a redrawn slider would slip from under the finger.
                widget.tell(part="groups", markup=render_groups(group), move=move)
            case _:
                raise NonsenseError


def _checked(size: str, lethal: str, fate: str, *, heard: bool) -> Group:
    if not (size.isdecimal() and lethal.isdecimal() and fate in TOY_FATES):
        raise NonsenseError
    # Before int(): very long digits take very long to read.
    if len(size + lethal) > DIGITS:
        raise NonsenseError
    group = Group(int(size), int(lethal), fate, heard)
    inside = SIZES[0] <= group.size <= SIZES[1] and LETHALS[0] <= group.lethal <= LETHALS[1]
    if not inside:
        raise NonsenseError
    return group
