"""Wounded for each one killed: a claim among documented cases, as dots on a line."""

from __future__ import annotations

import textwrap
from math import log10
from typing import TYPE_CHECKING

from helpers.topics.casualties import wounded_per_killed
from helpers.view import figure_strings as strings
from helpers.view.drawing import WIDTH, chart, dot, line, picture, table, text

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.view.markup import Markup

LEFT, ROW, TOP = 130, 38, 30
LETTERS, LINE = 18, 16
LEAST, MOST = 0.001, 20
TICKS = (0.001, 0.01, 0.1, 1, 10)
DOCUMENTED = ("war", "unit")
"""Groups of cases whose numbers are not in dispute in the way of the statements on Kursk."""


def render_ratios(dossier: Dossier) -> Markup:
    """Render the claim among the cases."""
    asked = dossier.charts.ratios
    rows = dossier.table(asked.table)
    [claim] = [_ratio(row) for row in rows if row["row_id"] == asked.claim]
    known = [_ratio(row) for row in rows if row["group"] in DOCUMENTED]
    cells = [
        (
            row["case"],
            strings.number(float(row["killed"])),
            strings.number(float(row["wounded_or_nonfatal"])),
            strings.number(_ratio(row)),
            row["what_is_counted"],
        )
        for row in rows
    ]
    return chart(
        strings.ratios_finding(claim, known),
        _dots(rows),
        table(strings.RATIOS, strings.RATIOS_HEADS, cells),
    )


def _ratio(row: dict[str, str]) -> float:
    return wounded_per_killed(float(row["wounded_or_nonfatal"]), float(row["killed"]))


def _dots(rows: list[dict[str, str]]) -> Markup:
    groups = list(dict.fromkeys(row["group"] for row in rows))
    height = TOP + ROW * len(groups) + 6
    shapes = [shape for tick in TICKS for shape in _tick(tick, height)]
    for place, group in enumerate(groups):
        middle = TOP + ROW * (place + 0.5)
        shapes += _words(strings.RATIO_GROUPS.get(group, group), middle)
        style = "mine" if group == "article" else "said"
        shapes += [
            dot(_across(_ratio(row)), middle, style) for row in rows if row["group"] == group
        ]
    return picture(strings.RATIOS_PICTURE, height, shapes)


def _words(name: str, middle: float) -> list[Markup]:
    """Write a name, over several lines where it is long."""
    lines = textwrap.wrap(name, LETTERS)
    top = middle + 4 - LINE * (len(lines) - 1) / 2
    return [text(words, 0, top + LINE * place) for place, words in enumerate(lines)]


def _across(value: float) -> float:
    """Place a ratio: each tenfold step gets the same room."""
    reach = log10(MOST) - log10(LEAST)
    return LEFT + (WIDTH - LEFT - 20) * (log10(max(value, LEAST)) - log10(LEAST)) / reach


def _tick(value: float, height: float) -> list[Markup]:
    x = _across(value)
    return [line(x, 20, x, height, "tick"), text(f"{value:g}", x, 14, anchor="middle")]
