"""Areas: estimates by date, control and grey zone apart, beside the number that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.casualties import Bounds
from helpers.view.charts.chart import Chart
from helpers.view.svg import WIDTH, bar, chart, picture, table, text, tick
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

LEFT, ROW, TOP, TALL = 110, 24, 28, 12
Row = dict[str, str]


class AreasChart(Chart, frozen=True, kw_only=True, tag="areas"):
    """A table of estimates by date, and the number that the text prints (square kilometres)."""

    table: str
    printed: float
    heads: tuple[str, str, str, str, str, str]
    finding: str

    def render(self, dossier: Dossier) -> Markup:
        """Render each estimate that has a number."""
        # A statement without a number is in the table for its words.
        rows = [row for row in dossier.table(self.table) if row["controlled_km2_high"]]
        if not rows:
            raise ValueError("its table has no estimate with a number")
        over = sum(_control(row).high > self.printed for row in rows)
        finding = self.stated(
            self.finding, printed=number(self.printed), over=str(over), of=str(len(rows))
        )
        return chart(
            finding,
            self._bars(rows),
            table(self.title, self.heads, map(_cells, rows)),
        )

    def _bars(self, rows: list[Row]) -> Markup:
        scale = (WIDTH - LEFT - 20) / max(_control(row).high + _grey(row) for row in rows)
        height = TOP + ROW * len(rows) + 4
        mark = LEFT + self.printed * scale
        shapes = [tick(mark, height, number(self.printed), "printed")]
        for place, row in enumerate(rows):
            top = TOP + ROW * place
            control, grey = _control(row).high * scale, _grey(row) * scale
            shapes += [
                text(row["refers_to"], LEFT - 8, top + TALL - 1, anchor="end"),
                bar(LEFT, top, control, TALL, "whole"),
                bar(LEFT + control, top, grey, TALL, "grey"),
            ]
        return picture(self.picture, height, shapes)


def _cells(row: Row) -> tuple[str, ...]:
    said = span(*_control(row))
    return (
        *(row[name] for name in ("refers_to", "claimant", "date_of_statement")),
        said,
        *(row[name] for name in ("extra_grey_zone_km2", "what_is_measured")),
    )


def _control(row: Row) -> Bounds:
    return Bounds(*(float(row[f"controlled_km2_{end}"]) for end in ("low", "high")))


def _grey(row: Row) -> float:
    return float(row["extra_grey_zone_km2"] or 0)
