"""A card that asks what is drawn: another question once the page is another student’s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.pieces.card import Card, Face

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.pieces.desk import Desk
    from helpers.view.markup import Markup


class DrawnCard(Card):
    """A card of which `draw` names the exercise; while it names none, `later` is shown.

    `lying` is the card that lies face down until one is drawn.
    """

    def __init__(self, desk: Desk, draw: Callable[[], str], *, lying: str, later: Markup) -> None:
        """Show what is drawn now."""
        self.draw, self.later = draw, later
        super().__init__(desk, draw() or lying)

    def face(self) -> Face:
        """Turn up what is drawn for whoever sits here now."""
        name = self.draw()
        if not name:
            return Face(self.later)
        self.exercise = self.desk.exercises.exercise(name)
        return super().face()

    def blank(self) -> Markup:
        """Render it for paper: what waits stays face down."""
        return super().blank() if self.draw() else self.later
