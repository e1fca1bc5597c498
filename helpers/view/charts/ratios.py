"""Wounded for each one killed: a claim among documented cases, and what else was claimed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.texts.records import Record
from helpers.topics.ratios import read_case
from helpers.view import parts
from helpers.view.charts.chart import Chart
from helpers.view.charts.ratio_strip import Column, Strip
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import join
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import in_words, number

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.topics.ratios import Case
    from helpers.view.markup import Child, Markup


class Cases(Record, frozen=True, kw_only=True):
    """Groups of cases that are drawn in one column, with its title."""

    title: str
    groups: tuple[str, ...]

    def of(self, cases: list[Case]) -> list[Case]:
        """Give the cases that are of these groups."""
        return [one for one in cases if one.group in self.groups]


class RatiosChart(Chart, frozen=True, kw_only=True, tag="ratios"):
    """A table of ratios, and the row of the claim among them.

    `documented` are the cases that the claim is held against; `others` are drawn apart, hollow.
    `groups` names the groups in the table. `label` names the claim in the picture, and `empty` the
    stretch between it and the nearest documented case.
    """

    table: str
    claim: str
    heads: tuple[str, str, str, str, str, str, str]
    finding: str
    note: str
    axis: str
    label: str
    empty: str
    documented: Cases
    others: Cases
    groups: dict[str, str]

    def render(self, dossier: Dossier) -> Markup:
        """Render the claim among the cases."""
        [claim] = map(read_case, dossier.rows(self.table, [self.claim]))
        rows = [(row, read_case(row)) for row in dossier.table(self.table)]
        cases = [case for _, case in rows]
        known = self.documented.of(cases)
        if not known:
            raise ValueError("none of its cases is documented")
        columns = (
            Column(self.documented.title, known, documented=True),
            Column(self.others.title, self.others.of(cases), documented=False),
        )
        strip = Strip(
            claim=claim.ratio,
            label=self.stated(
                self.label,
                wounded=number(claim.wounded),
                killed=number(claim.killed),
                claim=number(claim.ratio),
            ),
            columns=[one for one in columns if one.cases],
            axis=self.axis,
            empty=self.empty,
        )
        in_order = sorted(rows, key=lambda one: one[1].ratio, reverse=True)
        return chart(
            self._found(claim, known),
            picture(self.picture, strip.draw),
            table(self.title, self.heads, [self._cells(row, case) for row, case in in_order]),
            note=self.note,
            source=self.source,
        )

    def _found(self, claim: Case, known: list[Case]) -> str:
        """State how the claim lies to the documented cases."""
        ratios = [one.ratio for one in known]
        return self.stated(
            self.finding,
            claim=number(claim.ratio),
            low=number(min(ratios)),
            high=number(max(ratios)),
            below=in_words(sum(one <= claim.ratio for one in ratios)),
            of=in_words(len(ratios)),
        )

    def _cells(self, row: dict[str, str], case: Case) -> tuple[Child, ...]:
        source = parts.linked(row["source_title"], row["source_url"])
        return (
            row["case"],
            self.groups.get(case.group, case.group),
            number(case.killed),
            number(case.wounded),
            figure_text.allowed(*case.allowed),
            row["what_is_counted"],
            join(source, figure_text.read_as(row["read_status"])),
        )
