"""The recorders' rules as buttons: each press shows one more number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.exchange.sense import NoSenseError
from helpers.topics.recorders import REPORTS, RULES, read_report
from helpers.view import figure_strings as strings
from helpers.view.live import Live
from helpers.view.recorders import render_rules

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.view.markup import Markup

BUTTON = "rule-"


class Recorders:
    """The reports of one text, and the rules that were tried on them."""

    def __init__(self, dossier: Dossier) -> None:
        """Show the reports, and no number yet."""
        self.reports = tuple(read_report(row) for row in dossier.table(REPORTS))
        self.label = dossier.about.label
        self.pressed: list[str] = []
        self.live = Live("rules", self._markup(), self.hear)

    def hear(self, live: Live, message: dict[str, Any]) -> None:
        """Take a button."""
        name = str(message.get("do", "")).removeprefix(BUTTON)
        if name not in RULES:
            raise NoSenseError
        self.pressed = [*(one for one in self.pressed if one != name), name]
        says = strings.rule_gives(RULES[name](self.reports))
        live.show(self._markup(), f"{strings.RULES[name][0]}. {says}")

    def _markup(self) -> Markup:
        return render_rules(self.label, self.reports, self.pressed)
