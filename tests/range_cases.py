"""The charts of ranges that a student gives, drawn from fixed answers: see chart_cases.py."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from helpers.kinds.estimate import Quantity
from helpers.kinds.exercises import open_exercises
from helpers.topics.casualties import Bounds
from helpers.view.charts.costs import render_costs
from helpers.view.charts.ranges import render_ranges
from helpers.view.markup import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.journey import Journey

LESSON = open_exercises("04-forty")
NUMBER = Quantity(id="men", ask="How many?", unit="men", truth=19_240, sharp=(20_000, 20_500),
                  source="a list", why="So.")  # fmt: skip
WAYS = {
    "first": [(0, 10)],
    "half-way": [(0, 10), (0, 60), (0, 60), (100, 500)],
    "moved": [(0, 10), (0, 60), (0, 60), (100, 500), (300, 1500), (400, 1200), (500, 1500)],
    "still": [(0, 6000)] * 7,
    "points": [(0, 0), (39, 39), (40, 40), (100, 100), (1000, 1000), (600, 600), (2000, 2000)],
    "far": [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (4e8, 1e9)],
}
"""Ranges from stop to stop: few, many, wide, narrow, and far beyond all that was stated."""
COSTS = {
    "held": (10_000, 30_000),
    "missed": (5_000, 15_000),
    "point": (0, 0),
    "all": (0, 1_000_000),
    "far": (900_000, 1e9),
}


def draw_way(ranges: list[tuple[float, float]]) -> Markup:
    """Draw a journey with these ranges."""
    machine = cast("Journey", LESSON.exercise("time-machine"))
    answer = {
        f"{stop.id}-{field}": [value]
        for stop, (low, high) in zip(machine.steps, ranges, strict=False)
        for field, value in (("low", f"{low:.0f}"), ("high", f"{high:.0f}"), ("reason", "other"))
    }
    return render_ranges(machine, machine.read(answer), LESSON.dossier(machine))


def draw_costs(low: float, high: float) -> Markup:
    """Draw this range beside its rivals."""
    return render_costs(NUMBER, Bounds(low, high), Markup("a list"))


RANGES: dict[str, Callable[[], Markup]] = {
    **{f"ranges-{name}": partial(draw_way, way) for name, way in WAYS.items()},
    **{f"costs-{name}": partial(draw_costs, *given) for name, given in COSTS.items()},
}
