"""A piece that only shows: it is drawn anew when the workbook changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.widget import PieceWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from helpers.view.markup import Markup


class Drawn:
    """Markup that depends on what was answered, such as progress, or what opens after an answer."""

    def __init__(
        self,
        name: str,
        draw: Callable[[], Markup],
        paper: Callable[[], Markup],
        follows: Collection[str] | None = None,
    ) -> None:
        """Draw it once; `paper` draws it as if nothing were answered."""
        self.draw = draw
        self.follows = follows
        self.widget = PieceWidget(name, draw(), paper=paper)

    def refresh(self, says: str = "") -> None:
        """Draw it anew; what looks the same sends nothing."""
        self.widget.show(self.draw(), says)
