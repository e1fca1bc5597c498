"""The recorders' rules: the reports, a button for each rule, and the number that it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.recorders import RULES, grades_of
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.pages import page
from helpers.view.tables import grid, table
from helpers.words import figure_text, handout_text
from helpers.words.counted import span

if TYPE_CHECKING:
    from collections.abc import Collection

    from helpers.topics.recorders import Report

BUTTON = "rule-"
"""What the name of a button begins with, before the name of its rule."""


def render_rules(label: str, reports: tuple[Report, ...], pressed: Collection[str]) -> Markup:
    """Render the reports and, for the rules that were pressed, their numbers."""
    return page(
        _reports(label, reports),
        element("div", [parts.button(figure_text.RULES[name][0], BUTTON + name) for name in RULES],
                class_="tools"),
        element("ul", [_given(name, reports) for name in RULES if name in pressed],
                class_="outcome"),
        name=figure_text.REPORTS,
    )  # fmt: skip


def render_rules_on_paper(label: str, reports: tuple[Report, ...]) -> Markup:
    """Render the reports, and each rule with a blank for its number."""
    rows = [(f"{title}. {meaning}", element("input", type="text"))
            for title, meaning in figure_text.RULES.values()]  # fmt: skip
    return page(
        _reports(label, reports), grid(handout_text.RULE_HEADS, rows), name=figure_text.REPORTS
    )


def _reports(label: str, reports: tuple[Report, ...]) -> Markup:
    rows = [
        (
            one.claimant,
            span(*one.bounds),
            str(one.named or ""),
            one.grade.label,
            one.basis,
        )
        for one in reports
    ]
    grades = "; ".join(grade.label for grade in grades_of(reports))
    return join(
        element("p", label, class_="constructed"),
        element("p", figure_text.RULES_HOW.format(reports=len(reports))),
        element("div", table(figure_text.REPORTS, figure_text.REPORTS_HEADS, rows), class_="wide"),
        element("p", figure_text.GRADES.format(grades=grades), class_="note") if grades else None,
    )


def _given(name: str, reports: tuple[Report, ...]) -> Markup:
    title, meaning = figure_text.RULES[name]
    gives = figure_text.rule_gives(RULES[name](reports))
    return element("li", element("strong", title), ". ", gives, " ", meaning)
