"""A part of several wholes, as strips drawn to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.casualties import share
from helpers.view.charts.chart import Chart
from helpers.view.svg import WIDTH, bar, chart, picture, table, text
from helpers.words.counted import number, percent

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

ROW, TALL = 46, 14
TENTH = 10


class SharesChart(Chart, frozen=True, kw_only=True, tag="shares"):
    """A number, and the wholes that it is drawn as a part of: a column of some rows of a table."""

    part: float
    table: str
    column: str
    rows: tuple[str, ...]
    heads: tuple[str, str, str, str, str]
    finding: str

    def render(self, dossier: Dossier) -> Markup:
        """Render the number as a share of each whole that was named."""
        rows = dossier.rows(self.table, self.rows)
        wholes = [float(row[self.column]) for row in rows]
        if not wholes:
            raise ValueError("it names no row")
        cells = [
            (
                number(whole),
                row["claimant"],
                row["date"],
                percent(share(self.part, whole)),
                number(whole / TENTH),
            )
            for row, whole in zip(rows, wholes, strict=True)
        ]
        smallest, largest = (share(self.part, whole) for whole in (min(wholes), max(wholes)))
        return chart(
            self.stated(
                self.finding,
                part=number(self.part),
                of_smallest=percent(smallest),
                of_largest=percent(largest),
            ),
            self._strips(wholes),
            table(self.title, self.heads, cells),
        )

    def _strips(self, wholes: list[float]) -> Markup:
        scale = (WIDTH - 20) / max(wholes)
        shapes: list[Markup] = []
        for place, whole in enumerate(wholes):
            top = ROW * place + 24
            shapes += [
                text(number(whole), 0, top - 6),
                bar(0, top, whole * scale, TALL, "whole"),
                bar(0, top, whole / TENTH * scale, TALL, "tenth"),
                # At least two units wide: what is there must be seen, however small.
                bar(0, top, max(2, self.part * scale), TALL, "mine"),
            ]
        return picture(self.picture, ROW * len(wholes) + 10, shapes)
