"""What can be seen in a text, sorted by what it is about; what it does right comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.reading import constructed, quotations
from helpers.words import record_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Feature


def render_features(dossier: Dossier) -> Markup:
    """Render every place that can be taught, each group folded behind its name and number."""
    file = dossier.features
    groups: dict[str, list[Feature]] = {}
    # Sound sources get their due first, as often as weak ones do elsewhere.
    for one in (*file.good_practice, *file.features):
        groups.setdefault(one.category, []).append(one)
    return page(
        constructed(dossier),
        element("p", record_text.FEATURES_HOW, class_="note"),
        [_group(dossier, name, some) for name, some in groups.items()],
        name=record_text.FEATURES,
    )


def _group(dossier: Dossier, name: str, some: Sequence[Feature]) -> Markup:
    rows = [
        element(
            "li",
            element("div", quotations(dossier, one.words), " ", _arguable(one), class_="item"),
            element("p", one.why),
        )
        for one in some
    ]
    title = name.capitalize() or record_text.GOOD_PRACTICE
    summary = record_text.GROUP.format(name=title, number=len(some))
    return parts.details(summary, element("ul", rows, class_="outcome"), class_="features")


def _arguable(one: Feature) -> Markup | None:
    if one.certainty != "arguable":
        return None
    return element("span", record_text.ARGUABLE, class_="tag")
