"""What every chart of a text shares: an id, a title, and how it is drawn from the text's tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.texts.records import Record

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

_PLACE = re.compile(r"\{(\w+)\}")


class Chart(Record, frozen=True, kw_only=True, tag_field="kind"):
    """A chart as `charts.yaml` describes it. All that it says of its text stands there."""

    id: str
    title: str
    picture: str
    """What is drawn, in words, for those who do not see it."""
    source: str
    """Where its numbers are from, in one line under the picture."""

    def render(self, dossier: Dossier) -> Markup:
        """Render the finding, the picture and the table."""
        raise NotImplementedError

    def draw(self, dossier: Dossier) -> Markup:
        """Render it; a table that lacks what it needs is an error in one sentence."""
        try:
            return self.render(dossier)
        except KeyError as error:
            # A table is somebody’s spreadsheet; a column that is missing is their slip, and no
            # traceback.
            message = f"The chart “{self.id}” needs a column {error}, which its table lacks."
        # A number that is zero or too large, or a list that is empty: nothing can be drawn of it.
        except (ValueError, ArithmeticError, IndexError) as error:
            message = f"The chart “{self.id}” cannot be drawn: {str(error).rstrip('.')}."
        raise KitError(message)

    def stated(self, finding: str, **values: str) -> str:
        """Fill what was found into the sentence that the text has for it.

        >>> Chart(id="a", title="", picture="", source="").stated("{over} are.", over="2")
        '2 are.'
        """
        asked = dict.fromkeys(_PLACE.findall(finding))
        for name in (name for name in asked if name not in values):
            there = ", ".join(f"{{{one}}}" for one in values)
            raise KitError(f"The finding of “{self.id}” asks for {{{name}}}; there are {there}.")
        # Not str.format: what a file says could ask it for attributes, or for a gigabyte of spaces.
        return _PLACE.sub(lambda found: values[found[1]], finding)
