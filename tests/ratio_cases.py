"""Ratios to draw: one alone, all below the claim, many in one place and one far away."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from helpers.topics.casualties import Bounds
from helpers.topics.ratios import Case
from helpers.view.charts.ratio_strip import Column, Strip
from helpers.view.drawing.figure import picture
from helpers.view.markup import element

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Markup


def case(name: str, killed: float, wounded: float, low: float = -1, high: float = -1) -> Case:
    """Give a case; its ratio is a limit where one is given."""
    ratio = wounded / killed
    limits = Bounds(ratio if low < 0 else low, ratio if high < 0 else high)
    return Case("x", name, killed, wounded, ratio, limits)


def strip(claim: float, known: list[Case], others: list[Case]) -> Markup:
    """Draw ratios around a claim."""
    columns = [Column("Known", known, documented=True)]
    columns += [Column("Said", others, documented=False)] if others else []
    drawn = Strip(claim, "the article", columns, "Wounded for each one killed", "no case here")
    return element("figure", picture("Ratios", drawn.draw), class_="chart")


SAME = [case(f"A case whose name is long, number {n}", 100, 300 + n) for n in range(14)]

RATIOS: dict[str, Callable[[], Markup]] = {
    "base-rates-one-case": lambda: strip(0.5, [case("One", 10, 20)], []),
    "base-rates-claim-above-all": lambda: strip(90, [case("One", 10, 20)], [case("Two", 9, 1)]),
    "base-rates-crowded": lambda: strip(0.01, SAME, [case("A limit", 9, 9e4, low=1e4, high=inf)]),
}
