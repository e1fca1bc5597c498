"""Intervals: the quantile of t, the interval of a mean and of a difference, against scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers.measures.interval import (
    FEWEST,
    Interval,
    around,
    difference_interval,
    mean_interval,
    share_interval,
    t_quantile,
)

SCORES = st.lists(st.integers(0, 18), min_size=FEWEST, max_size=60)


@pytest.mark.parametrize(
    ("freedom", "short"), [(3, 1.203e-3), (5, 1.064e-4), (9, 6.01e-6), (29, 1.8e-8)]
)
def test_the_quantile_is_as_exact_as_it_says(freedom: int, short: float) -> None:
    exact = stats.t.ppf(0.975, freedom)
    assert (exact - t_quantile(0.975, freedom)) / exact == pytest.approx(short, rel=0.01)


@given(st.floats(0.01, 0.99), st.integers(9, 1000))
def test_it_holds_for_other_shares_too(share: float, freedom: int) -> None:
    assert t_quantile(share, freedom) == pytest.approx(stats.t.ppf(share, freedom), abs=1e-4)


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_of_a_share_is_that_of_scipy(counted: tuple[int, int]) -> None:
    exact = stats.binomtest(*counted).proportion_ci(method="wilson")
    found = share_interval(*counted)
    assert (found.low, found.high) == pytest.approx((exact.low, exact.high), abs=1e-9)


@given(SCORES)
def test_the_interval_of_a_mean_is_that_of_scipy(scores: list[int]) -> None:
    found = mean_interval(scores)
    assert found
    error, freedom = stats.sem(scores), len(scores) - 1
    low, high = stats.t.interval(0.95, freedom, loc=np.mean(scores), scale=error or 1e-15)
    assert found == pytest.approx((np.mean(scores), low, high), abs=5e-3 * error + 1e-12)


def test_students_own_example_of_ten_patients() -> None:
    # Student 1908: hours of sleep gained, by each of two drugs (Cushny & Peebles 1905).
    one = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
    other = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
    more = [b - a for a, b in zip(one, other, strict=True)]
    assert mean_interval(more) == pytest.approx((1.58, 0.7001142, 2.4598858), abs=1e-5)


@given(SCORES, SCORES)
def test_the_interval_of_a_difference_is_that_of_scipy(one: list[int], other: list[int]) -> None:
    found = difference_interval(one, other)
    if not np.var(one) and not np.var(other):
        assert found is None
        return
    assert found
    welch = stats.ttest_ind(other, one, equal_var=False)
    truth = welch.confidence_interval(0.95)
    assert found.found == pytest.approx(np.mean(other) - np.mean(one))
    assert found.low + found.high == pytest.approx(truth.low + truth.high, abs=1e-9)
    reach, exact = (found.high - found.low) / 2, (truth.high - truth.low) / 2
    # Degrees of freedom are rounded down, which makes it wider: by 14 % at most, with 3.99 of them,
    # by 3 % from 6 on and by 0.2 % from 30 on. The quantile is too small by 0.12 % at most.
    freedom = np.floor(welch.df + 1e-9)
    wider = stats.t.ppf(0.975, freedom) / stats.t.ppf(0.975, welch.df)
    assert reach / exact == pytest.approx(wider, rel=1.3e-3)
    assert 0.998 < reach / exact < 1.15


def test_a_published_example_of_welch() -> None:
    # Student 1908, table of two drugs (R’s `sleep`): t.test(extra ~ group) gives -3.365 to 0.205.
    one = (0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0)
    other = (1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4)
    found = difference_interval(one, other)
    assert found == pytest.approx((1.58, -0.2054832, 3.3654832), abs=0.01)


def test_a_difference_of_too_few_or_of_nothing_that_differs_has_none() -> None:
    assert difference_interval([1, 2, 3], [1, 2, 3, 4]) is None
    assert difference_interval([1, 2, 3, 4], [1, 2, 3]) is None
    assert difference_interval([2, 2, 2, 2], [5, 5, 5, 5]) is None


def test_the_larger_group_may_be_either_one() -> None:
    one, other = [1, 2, 3, 4], [4, 6, 8, 10, 12, 14]
    found, turned = difference_interval(one, other), difference_interval(other, one)
    assert found
    assert turned == pytest.approx((-found.found, -found.high, -found.low))


def test_of_fewer_than_four_values_there_is_none() -> None:
    assert mean_interval([1, 2, 3]) is None
    assert mean_interval([]) is None


def test_its_sign_is_that_of_all_that_it_holds() -> None:
    assert Interval(1, 0.1, 2).sign == 1
    assert Interval(-1, -2, -0.1).sign == -1
    assert Interval(1, -0.1, 2).sign == Interval(0, 0, 0).sign == 0


def test_an_interval_reaches_as_far_to_both_sides() -> None:
    assert around(1.0, 0.5, 60) == pytest.approx((1, 1 - 2.0003 / 2, 1 + 2.0003 / 2), abs=1e-4)
