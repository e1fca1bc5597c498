"""Estimates of land to draw: one alone, many in one place, a long time and large numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from helpers.topics.areas import Held
from helpers.topics.casualties import Bounds
from helpers.view.charts.area_picture import Areas
from helpers.view.drawing.figure import picture
from helpers.view.markup import element

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Markup


def held(claimant: str, first: date, last: date, low: float, high: float, **more: Any) -> Held:
    """Give an estimate; by others and without land in dispute, if nothing else is said."""
    some = {"disputed": 0, "by_party": False, **more}
    return Held(claimant, claimant, first, last, Bounds(low, high), **some)


def areas(printed: float, *some: Held) -> Markup:
    """Draw estimates of land."""
    words = f"the article: {printed:,.0f}"
    drawn = picture("Land", Areas(some, printed, words, "Square kilometres", "Days").draw)
    return element("figure", drawn, class_="chart")


MAY, JUNE = date(2030, 5, 1), date(2030, 6, 30)
CROWDED = [
    held(f"Somebody with a long name, {n}", date(2030, 5, n), date(2030, 5, n + n % 3), 500, 505)
    for n in range(1, 12)
]
ALL_AT_ONCE = held("Two in dispute", MAY, MAY, 10, 10, disputed=990, by_party=True)

AREAS: dict[str, Callable[[], Markup]] = {
    "area-one-estimate": lambda: areas(5, held("One alone", MAY, MAY, 0, 4)),
    "area-crowded": lambda: areas(501, *CROWDED, ALL_AT_ONCE),
    "area-years": lambda: areas(1e6, held("A long war", date(2000, 1, 1), JUNE, 1.5e6, 1.6e6)),
}
