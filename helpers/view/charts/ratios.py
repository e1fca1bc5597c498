"""Wounded for each one killed: a claim among documented cases, as dots on a line."""

from __future__ import annotations

import textwrap
from math import log10
from typing import TYPE_CHECKING

from helpers.topics.casualties import position, wounded_per_killed
from helpers.view.charts.chart import Chart
from helpers.view.svg import WIDTH, chart, dot, picture, table, text, tick
from helpers.words.counted import number

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

LEFT, ROW, TOP = 130, 38, 30
LETTERS, LINE = 18, 16
Row = dict[str, str]


class RatiosChart(Chart, frozen=True, kw_only=True, tag="ratios"):
    """A table of ratios, and the row of the claim among them.

    `groups` names the groups of cases; `documented` are those whose numbers nobody disputes in the
    way of the others; `own` is the group of the article. `ticks` run from the least ratio that is
    drawn, and the line ends a little beyond the last.
    """

    table: str
    claim: str
    heads: tuple[str, str, str, str, str]
    finding: str
    groups: dict[str, str]
    own: str
    documented: tuple[str, ...]
    ticks: tuple[float, ...]

    def render(self, dossier: Dossier) -> Markup:
        """Render the claim among the cases."""
        rows = dossier.table(self.table)
        [claim] = map(_ratio, dossier.rows(self.table, [self.claim]))
        known = [_ratio(row) for row in rows if row["group"] in self.documented]
        if not known:
            raise ValueError("none of its cases is documented")
        below = round(position(claim, known) * len(known))
        return chart(
            self.stated(
                self.finding,
                claim=number(claim),
                low=number(min(known)),
                high=number(max(known)),
                below=str(below),
                of=str(len(known)),
            ),
            self._dots(rows),
            table(self.title, self.heads, map(_cells, rows)),
        )

    def _dots(self, rows: list[Row]) -> Markup:
        # In the order of the chart’s own list, whatever order the table has.
        there = [group for group in self.groups if any(row["group"] == group for row in rows)]
        height = TOP + ROW * len(there) + 6
        shapes = [tick(self._across(one), height, f"{one:g}") for one in self.ticks]
        for place, group in enumerate(there):
            middle = TOP + ROW * (place + 0.5)
            shapes += _lines(self.groups[group], middle)
            style = "mine" if group == self.own else "said"
            shapes += [
                dot(self._across(_ratio(row)), middle, style)
                for row in rows
                if row["group"] == group
            ]
        return picture(self.picture, height, shapes)

    def _across(self, value: float) -> float:
        """Place a ratio: each tenfold step gets the same room."""
        least, most = self.ticks[0], 2 * self.ticks[-1]
        reach = log10(most) - log10(least)
        return LEFT + (WIDTH - LEFT - 20) * (log10(max(value, least)) - log10(least)) / reach


def _ratio(row: Row) -> float:
    return wounded_per_killed(float(row["wounded_or_nonfatal"]), float(row["killed"]))


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row["case"],
        number(float(row["killed"])),
        number(float(row["wounded_or_nonfatal"])),
        number(_ratio(row)),
        row["what_is_counted"],
    )


def _lines(name: str, middle: float) -> list[Markup]:
    """Write a name, over several lines where it is long."""
    lines = textwrap.wrap(name, LETTERS)
    top = middle + 4 - LINE * (len(lines) - 1) / 2
    return [text(words, 0, top + LINE * place) for place, words in enumerate(lines)]
