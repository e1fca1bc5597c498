from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse

from helpers.errors import KitError
from helpers.pieces.recorders import Recorders
from helpers.texts.dossier import open_dossier
from helpers.texts.vocabulary import Grade
from helpers.topics.casualties import Bounds
from helpers.topics.recorders import (
    RULES,
    Report,
    best_graded,
    majority,
    minimum_to_maximum,
    named_only,
    read_report,
)
from helpers.view.recorders import render_rules
from helpers.words import figure_text

if TYPE_CHECKING:
    from collections.abc import Sequence

REPORTS = st.lists(
    st.builds(
        lambda low, more, grade, named: Report(
            claimant="x", low=low, high=low + more, grade=grade, named=named
        ),
        st.integers(0, 99),
        st.integers(0, 9),
        st.sampled_from(list(Grade)),
        st.integers(0, 9),
    ),
    max_size=6,
)


def report(low: float, high: float | None = None, grade: str = "weak", named: int = 0) -> Report:
    return Report(claimant="x", low=low, high=high, grade=_grade(grade), named=named)


def _grade(value: str) -> Grade:
    return next(grade for grade in Grade if grade.value == value)


@given(REPORTS)
def test_every_rule_stays_inside_the_range_of_all_reports(reports: Sequence[Report]) -> None:
    widest = minimum_to_maximum(reports)
    for rule in (majority, best_graded):
        found = rule(reports)
        if found is not None:
            assert widest is not None
            assert widest.low <= found.low <= found.high <= widest.high


@given(REPORTS)
def test_the_majority_holds_at_least_half_of_the_reports(reports: Sequence[Report]) -> None:
    found = majority(reports)
    if reports:
        assert found is not None
        inside = [
            one for one in reports if found.low <= one.bounds.low <= one.bounds.high <= found.high
        ]
        assert 2 * len(inside) >= len(reports)


def test_the_rules_differ_on_the_same_reports() -> None:
    same = (report(14), report(14), report(12, grade="confirmed"), report(9, 40, named=9))
    assert minimum_to_maximum(same) == Bounds(9, 40)
    assert majority(same) == Bounds(14, 14)
    assert best_graded(same) == Bounds(12, 12)
    assert named_only(same) == Bounds(9, inf)


def test_where_nobody_agrees_the_majority_is_the_narrowest_half() -> None:
    assert majority((report(1), report(5), report(7), report(90))) == Bounds(5, 7)


@pytest.mark.parametrize("rule", RULES)
def test_no_report_gives_no_number(rule: str) -> None:
    assert RULES[rule](()) is None


def test_what_is_discounted_or_not_graded_is_never_the_best() -> None:
    assert best_graded((report(3, grade="discounted"), report(4, grade="none"))) is None


def test_without_a_name_there_is_no_count_by_name() -> None:
    assert named_only((report(3),)) is None


@pytest.mark.parametrize("row", [{}, {"claimant": "A"}, {"killed_low": "x", "grade": "fair"}])
def test_a_row_that_is_no_report_says_so(row: dict[str, str]) -> None:
    with pytest.raises(KitError, match="is no report"):
        read_report(row)


def test_every_button_gives_its_number_and_they_stay() -> None:
    rules = Recorders(open_dossier("mill-raid"))
    assert "It gives" not in rules.widget.markup
    for name in RULES:
        rules.widget.hear({"do": f"rule-{name}"})
        assert rules.widget.says.startswith(figure_text.RULES[name][0])
    rows = [node.text for node in parse(rules.widget.markup).marked("outcome")[0].all("li")]
    assert len({text.split("It gives ")[1].split(".")[0] for text in rows}) == 4


def test_the_grades_are_told_from_the_best_down() -> None:
    markup = Recorders(open_dossier("mill-raid")).widget.markup
    ranked = [Grade.CONFIRMED, Grade.NAMED, Grade.FAIR, Grade.WEAK]
    listed = "; ".join(grade.label for grade in ranked)
    assert figure_text.GRADES.format(grades=listed) in parse(markup).text


def test_where_no_report_has_a_grade_none_is_ranked() -> None:
    markup = render_rules("", (report(3, grade="none"),), [])
    assert figure_text.GRADES[:10] not in parse(markup).text


@pytest.mark.parametrize("message", [{"do": "rule-x"}, {"do": ["rule-range"]}, {}])
def test_another_button_changes_nothing(message: dict[str, object]) -> None:
    rules = Recorders(open_dossier("mill-raid"))
    before = rules.widget.markup
    rules.widget.hear(message)
    assert (rules.widget.markup, "makes no sense" in rules.widget.says) == (before, True)
