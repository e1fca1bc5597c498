"""The Brier score and its parts: against scikit-learn, and by Murphy's identity."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import brier_score_loss

from helpers.measures.brier import brier

WORDS = (0.25, 0.4375, 0.625, 0.8125, 1.0)
"""What the five words stand for where guessing gets a quarter."""
ANSWERS = st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=1)
ANY_ANSWERS = st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1)


@given(ANY_ANSWERS)
def test_the_score_is_that_of_scikit_learn(answers: list[tuple[float, bool]]) -> None:
    found = brier(answers)
    assert found
    sure, right = zip(*answers, strict=True)
    assert found.score == pytest.approx(brier_score_loss(right, sure, labels=[False, True]))


@given(ANY_ANSWERS | ANSWERS)
def test_the_score_is_reliability_less_resolution_and_uncertainty(
    answers: list[tuple[float, bool]],
) -> None:
    found = brier(answers)
    assert found
    parts = found.reliability - found.resolution + found.uncertainty
    assert found.score == pytest.approx(parts, abs=1e-12)
    assert 0 <= found.resolution <= found.uncertainty + 1e-12
    assert found.reliability >= 0


def test_each_part_is_what_its_formula_gives_by_hand() -> None:
    # At 1.0 three of four right, at 0.5 one of four; four of eight of all.
    said = [(1.0, one < 3) for one in range(4)] + [(0.5, one < 1) for one in range(4)]
    found = brier(said)
    assert found
    assert found.score == pytest.approx((1 + 4 * 0.25) / 8)
    assert found.reliability == pytest.approx((4 * 0.25**2 + 4 * 0.25**2) / 8)
    assert found.resolution == pytest.approx((4 * 0.25**2 + 4 * 0.25**2) / 8)
    assert found.uncertainty == 0.25


def test_to_be_as_sure_as_right_costs_no_reliability_and_to_know_all_scores_0() -> None:
    fitting = brier([(0.75, one < 3) for one in range(4)])
    assert fitting
    assert (fitting.reliability, fitting.resolution) == (0, 0)
    assert brier([(1.0, True), (0.0, False)]) == (0, 0, 0.25, 0.25)
    assert brier([(1.0, False), (0.0, True)]) == (1, 1, 0.25, 0.25)


def test_of_no_answers_there_is_no_score() -> None:
    assert brier([]) is None
