"""The charts of an article, by name: each is a sentence, a picture and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.view.area import render_area
from helpers.view.bounds import render_bounds
from helpers.view.ratios import render_ratios
from helpers.view.shares import render_shares

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.dossier import Dossier
    from helpers.view.markup import Markup

CHARTS: dict[str, Callable[[Dossier], Markup]] = {
    "area": render_area,
    "base-rates": render_ratios,
    "bounds": render_bounds,
    "shares": render_shares,
}


def draw(dossier: Dossier, name: str) -> Markup:
    """Draw a chart; an unknown name is an error."""
    if name not in CHARTS:
        message = f"There is no chart “{name}”; there are {', '.join(CHARTS)}."
        raise KitError(message)
    return CHARTS[name](dossier)
