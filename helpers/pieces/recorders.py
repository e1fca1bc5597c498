"""The recorders' rules as buttons: each press shows one more number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.pieces.nonsense import NonsenseError
from helpers.topics.recorders import RULES, reports_of
from helpers.view.recorders import BUTTON, render_rules
from helpers.view.widget import PieceWidget
from helpers.words import figure_text

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup


class Recorders:
    """The reports of one text, and the rules that were tried on them."""

    def __init__(self, dossier: Dossier) -> None:
        """Show the reports, and no number yet."""
        self.reports = reports_of(dossier)
        self.label = dossier.about.label
        self.pressed: list[str] = []
        self.widget = PieceWidget("rules", self._markup(), self.hear)

    def hear(self, widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a button."""
        name = str(message.get("do", "")).removeprefix(BUTTON)
        if name not in RULES:
            raise NonsenseError
        # Pressed again, a rule moves to the end and is announced again; it never stands there
        # twice.
        self.pressed = [*(one for one in self.pressed if one != name), name]
        says = figure_text.rule_gives(RULES[name](self.reports))
        widget.show(self._markup(), f"{figure_text.RULES[name][0]}. {says}")

    def _markup(self) -> Markup:
        return render_rules(self.label, self.reports, self.pressed)
