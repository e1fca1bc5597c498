"""Hedges' g: worked examples of the textbook, the same in numpy, and how often the truth is in."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers.measures.effect import hedges_g, paired_g
from helpers.measures.interval import Interval, t_quantile

SCORES = st.lists(st.integers(0, 18), min_size=4, max_size=40)
PAIRS = st.lists(st.tuples(st.integers(0, 18), st.integers(0, 18)), min_size=4, max_size=40)


def scores(mean: float, spread: float, noise: np.ndarray) -> list[float]:
    """Move these numbers so that they have exactly this mean and standard deviation."""
    return list(mean + spread * stats.zscore(noise, ddof=1))


def error_of(g: Interval, freedom: int) -> float:
    """Give the standard error that an interval was made from."""
    return (g.high - g.found) / t_quantile(0.975, freedom)


def test_two_groups_of_the_textbook() -> None:
    # Borenstein et al. 2009, chapter 4: 103 (5.5) against 100 (4.5), 50 students each:
    # g = 0.5924, variance 0.0411.
    noise = np.random.default_rng(1).normal(size=(2, 50))
    g = hedges_g(scores(100, 4.5, noise[0]), scores(103, 5.5, noise[1]))
    assert g
    assert g.found == pytest.approx(0.5924, abs=1e-4)
    assert error_of(g, 98) ** 2 == pytest.approx(0.0411, abs=1e-4)


def test_paired_scores_of_the_textbook() -> None:
    # Borenstein et al. 2009, chapter 4: 103 against 100, the differences spread by 5.5, r = 0.7,
    # 50 pairs: a spread within of 7.1005, g = 0.4160, variance 0.0126.
    within = 5.5 / np.sqrt(2 * (1 - 0.7))
    noise = np.random.default_rng(1).normal(size=(2, 50))
    first = stats.zscore(noise[0], ddof=1)
    slope, *_ = stats.linregress(first, noise[1])
    apart = stats.zscore(noise[1] - slope * first, ddof=1)
    second = 0.7 * first + np.sqrt(1 - 0.7**2) * apart
    g = paired_g(scores(100, within, first), scores(103, within, second))
    assert g
    assert g.found == pytest.approx(0.4160, abs=1e-4)
    assert error_of(g, 49) ** 2 == pytest.approx(0.0126, abs=1e-4)


@given(SCORES, SCORES)
def test_two_groups_are_compared_as_numpy_compares_them(one: list[int], other: list[int]) -> None:
    a, b = np.array(one), np.array(other)
    n, m = len(a), len(b)
    spread = np.sqrt((((a - a.mean()) ** 2).sum() + ((b - b.mean()) ** 2).sum()) / (n + m - 2))
    g = hedges_g(one, other)
    if spread == 0:
        assert g is None
        return
    assert g
    d, j = (b.mean() - a.mean()) / spread, 1 - 3 / (4 * (n + m) - 9)
    assert g.found == pytest.approx(j * d)
    assert error_of(g, n + m - 2) == pytest.approx(j * np.sqrt(1 / n + 1 / m + d * d / 2 / (n + m)))


@given(PAIRS)
def test_paired_scores_are_compared_as_numpy_compares_them(pairs: list[tuple[int, int]]) -> None:
    before, after = np.array(pairs).T
    n = len(pairs)
    g = paired_g(list(map(int, before)), list(map(int, after)))
    if before.std() == 0 or after.std() == 0:
        assert g is None
        return
    assert g
    spread = np.sqrt((before.var(ddof=1) + after.var(ddof=1)) / 2)
    d, r, j = (
        (after - before).mean() / spread,
        np.corrcoef(before, after)[0, 1],
        1 - 3 / (4 * n - 5),
    )
    assert g.found == pytest.approx(j * d)
    expected = j**2 * (1 / n + d * d / 2 / n) * 2 * (1 - r)
    assert error_of(g, n - 1) ** 2 == pytest.approx(expected, abs=1e-9)


def test_g_rises_with_the_scores_and_turns_round_with_the_groups() -> None:
    low, high = [8, 9, 11, 12, 10], [11, 12, 13, 15, 16]
    up, down, paired = hedges_g(low, high), hedges_g(high, low), paired_g(low, high)
    assert up
    assert down
    assert paired
    assert up.found == -down.found > 0
    assert paired.found > 0


def test_nothing_is_said_of_few_scores_or_of_scores_that_do_not_differ() -> None:
    assert hedges_g([1, 2, 3], [4, 5, 6, 7]) is None
    assert hedges_g([1, 1, 1, 1], [2, 2, 2, 2]) is None
    assert paired_g([1, 2, 3], [4, 5, 6]) is None
    assert paired_g([1, 2, 3, 4], [18, 18, 18, 18]) is None


def test_scores_that_all_rise_by_as_much_leave_no_doubt() -> None:
    # By rounding, their correlation comes out as a little more than 1.
    g = paired_g([2, 5, 5, 8, 16], [4, 7, 7, 10, 18])
    assert g
    assert g.low == pytest.approx(g.found) == pytest.approx(g.high)


def test_a_score_without_a_partner_is_an_error() -> None:
    with pytest.raises(ValueError, match="after"):
        paired_g([1, 2, 3, 4], [1, 2, 3, 4, 5])


@pytest.mark.parametrize("truth", [0.0, 0.5, 1.0])
def test_the_truth_lies_in_about_95_of_100_intervals(truth: float) -> None:
    random = np.random.default_rng(14)
    runs, students = 1500, 15
    apart = paired = 0
    for _ in range(runs):
        ability, before, after = random.normal(size=(3, students)) * np.sqrt(0.5)
        one, other = random.normal(size=(2, students))
        g = hedges_g(one.tolist(), (other + truth).tolist())
        gp = paired_g((ability + before).tolist(), (ability + after + truth).tolist())
        assert g
        assert gp
        apart += g.low <= truth <= g.high
        paired += gp.low <= truth <= gp.high
    assert 0.935 < apart / runs < 0.98
    assert 0.935 < paired / runs < 0.98
