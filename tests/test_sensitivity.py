"""Sensitivity and bias: against scipy, mirrored, pooled, and finite at the borders."""

from __future__ import annotations

from math import isfinite

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers.measures.sensitivity import Calls, Sensitivity, sensitivity

ALL_CALLS = [Calls(hits, 8, alarms, 10) for hits in range(9) for alarms in range(11)]


def found(*counts: int) -> Sensitivity:
    """Give the sensitivity of calls that there are enough of."""
    one = sensitivity(Calls(*counts))
    assert one
    return one


@st.composite
def calls(draw: st.DrawFn) -> Calls:
    """Draw calls of a student who judged both sound and weak passages."""
    sound, weak = draw(st.integers(1, 500)), draw(st.integers(1, 500))
    return Calls(draw(st.integers(0, sound)), sound, draw(st.integers(0, weak)), weak)


@given(calls())
def test_d_and_c_and_their_errors_are_those_that_scipy_gives(one: Calls) -> None:
    counts = np.array([one.sound_called_sound, one.weak_called_sound])
    totals = np.array([one.sound, one.weak]) + 1
    rates = (counts + 0.5) / totals
    z = stats.norm.ppf(rates)
    variances = rates * (1 - rates) / (totals * stats.norm.pdf(z) ** 2)
    error = np.sqrt(variances.sum())
    assert sensitivity(one) == pytest.approx((z[0] - z[1], -z.mean(), error, error / 2))


def test_without_need_of_a_correction_they_are_those_of_the_textbook() -> None:
    # So many passages that the correction is lost: H = 0.84, F = 0.16 is one deviation each way.
    assert found(841345, 10**6, 158655, 10**6)[:2] == pytest.approx((2, 0), abs=1e-4)
    assert found(500000, 10**6, 22750, 10**6)[:2] == pytest.approx((2, 1), abs=1e-4)


@pytest.mark.parametrize("one", ALL_CALLS, ids=repr)
def test_all_are_finite_even_where_a_student_calls_all_passages_the_same(one: Calls) -> None:
    measures = sensitivity(one)
    assert measures
    assert all(map(isfinite, measures))
    assert measures.d_error > 0


@given(calls())
def test_to_mix_up_sound_and_weak_turns_d_round_and_leaves_c(one: Calls) -> None:
    mixed = found(one.weak_called_sound, one.weak, one.sound_called_sound, one.sound)
    right = sensitivity(one)
    assert right
    assert (mixed.d, mixed.c, mixed.d_error) == pytest.approx((-right.d, right.c, right.d_error))


@given(calls())
def test_to_answer_the_other_way_turns_both_round(one: Calls) -> None:
    sound, weak = one.sound - one.sound_called_sound, one.weak - one.weak_called_sound
    other, right = found(sound, one.sound, weak, one.weak), sensitivity(one)
    assert right
    assert other[:2] == pytest.approx((-right.d, -right.c), abs=1e-9)


def test_c_rises_as_fewer_passages_are_called_sound_and_d_as_the_right_ones_are() -> None:
    trusting, suspicious = found(7, 8, 5, 10), found(3, 8, 1, 10)
    assert trusting.c < 0 < suspicious.c
    assert found(8, 8, 3, 10).d > found(6, 8, 3, 10).d > found(6, 8, 5, 10).d


def test_nothing_is_said_where_no_sound_or_no_weak_passage_was_judged() -> None:
    assert sensitivity(Calls(0, 0, 3, 10)) is None
    assert sensitivity(Calls(3, 8, 0, 0)) is None


def test_the_calls_of_a_class_add_up_count_by_count() -> None:
    pooled = sum([Calls(1, 8, 2, 10), Calls(3, 7, 4, 9)], start=Calls(0, 0, 0, 0))
    assert pooled == Calls(4, 15, 6, 19)


@pytest.mark.parametrize("c", [-0.5, 0.0, 0.5, 1.0])
@pytest.mark.parametrize("d", [0.0, 1.0, 2.0])
def test_with_many_passages_the_stated_errors_are_the_true_ones(d: float, c: float) -> None:
    # Exact: each possible outcome of 80 sound and 100 weak passages, weighed by its chance.
    hits = stats.binom.pmf(range(81), 80, stats.norm.cdf(d / 2 - c))
    alarms = stats.binom.pmf(range(101), 100, stats.norm.cdf(-d / 2 - c))
    chances = np.outer(hits, alarms).ravel()
    each = np.array([found(h, 80, f, 100) for h in range(81) for f in range(101)])
    mean = chances @ each
    spread = np.sqrt(chances @ (each - mean) ** 2)
    assert mean[:2] == pytest.approx((d, c), abs=0.03)
    assert mean[2:] == pytest.approx(spread[:2], rel=0.05)
