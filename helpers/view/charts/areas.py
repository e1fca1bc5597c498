"""Areas: estimates of the land held, by claimant and time, beside the number that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.areas import above, read_held
from helpers.topics.days import month_of, plain_day
from helpers.view import parts
from helpers.view.charts.area_picture import Areas
from helpers.view.charts.chart import Chart
from helpers.view.drawing.figure import chart, picture
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.topics.areas import Held
    from helpers.view.markup import Child, Markup


class AreasChart(Chart, frozen=True, kw_only=True, tag="areas"):
    """A table of estimates, and the number that the text prints (square kilometres).

    `label` names that number in the picture, `upward` and `across` are the titles of its axes.
    """

    table: str
    printed: float
    heads: tuple[str, str, str, str, str, str, str]
    finding: str
    label: str
    upward: str
    across: str
    note: str

    def render(self, dossier: Dossier) -> Markup:
        """Render each estimate that has a number."""
        # A statement without a number is in the table for its words.
        read = [(row, read_held(row)) for row in dossier.table(self.table)]
        there = sorted(
            ((row, held) for row, held in read if held),
            key=lambda one: (one[1].first, one[1].last, one[0]["date_of_statement"]),
        )
        if not there:
            raise ValueError("its table has no estimate with a number")
        held = [one for _, one in there]
        label = self.stated(self.label, printed=number(self.printed))
        areas = Areas(held, self.printed, label, self.upward, self.across)
        return chart(
            self._found(held),
            picture(self.picture, areas.draw),
            table(self.title, self.heads, [_cells(row, one) for row, one in there]),
            note=self.note,
            source=self.source,
        )

    def _found(self, held: list[Held]) -> str:
        """State how many estimates are above the number, and whose and of when they are."""
        over = above(held, self.printed)
        whose = dict.fromkeys(one.claimant for one in over)
        when = dict.fromkeys(month_of(day) for one in over for day in (one.first, one.last))
        return self.stated(
            self.finding,
            printed=number(self.printed),
            over=str(len(over)),
            of=str(len(held)),
            whose=figure_text.listed(list(whose)),
            when=figure_text.listed(list(when)),
        )


def _cells(row: dict[str, str], held: Held) -> tuple[Child, ...]:
    return (
        row["refers_to"],
        row["claimant"],
        plain_day(row["date_of_statement"]),
        figure_text.allowed(*held.control),
        row["extra_grey_zone_km2"],
        row["what_is_measured"],
        parts.linked(row["source_title"], row["source_url"]),
    )
