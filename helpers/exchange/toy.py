"""The toy and its sliders: each move draws the groups anew, and leaves the sliders alone."""

from __future__ import annotations

from typing import Any

from helpers.exchange.sense import NoSenseError
from helpers.view.figure_strings import TOY_FATES
from helpers.view.groups import LETHALS, SIZES, Group, render_groups, render_toy
from helpers.view.live import Live


class Toy:
    """The sliders on the page."""

    def __init__(self) -> None:
        """Begin with forty."""
        self.live = Live("toy", render_toy(Group()), self.hear)

    def hear(self, live: Live, message: dict[str, Any]) -> None:
        """Take what the sliders say, and send back the part that changes."""
        match message:
            case {"do": "set", "size": [str(size)], "lethal": [str(lethal)], "fate": [str(fate)]}:
                group = _checked(size, lethal, fate)
                live.tell(part="groups", markup=render_groups(group))
            case _:
                raise NoSenseError


def _checked(size: str, lethal: str, fate: str) -> Group:
    if not (size.isdecimal() and lethal.isdecimal() and fate in TOY_FATES):
        raise NoSenseError
    if len(size + lethal) > len("100100"):
        raise NoSenseError
    group = Group(int(size), int(lethal), fate)
    inside = SIZES[0] <= group.size <= SIZES[1] and LETHALS[0] <= group.lethal <= LETHALS[1]
    if not inside:
        raise NoSenseError
    return group
