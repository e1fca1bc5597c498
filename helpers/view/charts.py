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
    """Draw a chart; an unknown name is an error, and so is a table that lacks what it needs."""
    if name not in CHARTS:
        message = f"There is no chart “{name}”; there are {', '.join(CHARTS)}."
        raise KitError(message)
    try:
        return CHARTS[name](dossier)
    except KeyError as error:
        message = f"The chart “{name}” needs a column {error}, which its table lacks."
    except ValueError as error:
        message = f"The chart “{name}” cannot be drawn: {str(error).rstrip('.')}."
    raise KitError(message)
