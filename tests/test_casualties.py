"""Bounds, shares, ratios, scores and the toy: what must hold for every number, and examples."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.topics.casualties import (
    Bounds,
    binomial,
    dead_by_survivors,
    imagine,
    interval_score,
    killed_on_average,
    share,
    together,
    with_survivors,
    wounded_per_killed,
)

COUNTS = st.integers(0, 100_000)
NUMBERS = st.integers(0, 10**6).map(float)
ENDS = st.tuples(NUMBERS, NUMBERS).map(sorted)
BOUNDS = ENDS.map(lambda ends: Bounds(*ends))


@given(st.lists(BOUNDS, max_size=5), NUMBERS)
def test_what_all_statements_allow_is_what_each_allows(some: list[Bounds], value: float) -> None:
    both = together(*some)
    each = all(one.holds(value) for one in some)
    assert each is (both is not None and both.holds(value))


@given(st.lists(BOUNDS, max_size=4), BOUNDS)
def test_one_more_statement_never_widens(some: list[Bounds], one: Bounds) -> None:
    before, after = together(*some), together(*some, one)
    if before is None:
        assert after is None
    elif after is not None:
        assert before.low <= after.low <= after.high <= before.high


def test_the_first_sentence_and_the_soldier_cannot_both_be_right() -> None:
    assert dead_by_survivors(40) == Bounds(0, 39)
    assert together(Bounds(40, inf), dead_by_survivors(40)) is None


@given(COUNTS, COUNTS)
def test_survivors_and_dead_make_up_the_group(group: int, survivors: int) -> None:
    assume(survivors <= group)
    assert dead_by_survivors(group, survivors).high + survivors == group


@pytest.mark.parametrize(("group", "survivors"), [(3, 4), (3, -1)])
def test_more_survivors_than_there_were_are_an_error(group: int, survivors: int) -> None:
    with pytest.raises(ValueError, match="do not fit"):
        dead_by_survivors(group, survivors)


@given(st.floats(1e-6, 1e6), st.floats(0, 1))
def test_a_share_is_between_nothing_and_all(whole: float, part: float) -> None:
    assert share(part * whole, whole) == pytest.approx(part)


@pytest.mark.parametrize(("part", "whole"), [(2, 1), (-1, 1), (0, 0), (1, -1)])
def test_what_is_no_part_has_no_share(part: float, whole: float) -> None:
    with pytest.raises(ValueError, match="no part"):
        share(part, whole)


@given(st.floats(0, 1e6), st.floats(1e-3, 1e6), st.floats(1, 100))
def test_a_ratio_does_not_depend_on_the_size_of_the_event(
    wounded: float, killed: float, times: float
) -> None:
    scaled = wounded_per_killed(wounded * times, killed * times)
    assert scaled == pytest.approx(wounded_per_killed(wounded, killed))


@pytest.mark.parametrize(("wounded", "killed"), [(1, 0), (-1, 1), (1, -1)])
def test_where_nobody_is_killed_there_is_no_ratio(wounded: float, killed: float) -> None:
    with pytest.raises(ValueError, match="No ratio"):
        wounded_per_killed(wounded, killed)


@given(ENDS, NUMBERS, st.floats(0.05, 0.95))
def test_a_score_is_the_width_and_more_only_for_a_miss(
    ends: list[float], truth: float, level: float
) -> None:
    low, high = ends
    score = interval_score(low, high, truth, level)
    assert score >= high - low
    assert (score == high - low) is (low <= truth <= high)


@given(ENDS, NUMBERS)
def test_a_range_that_is_widened_to_the_truth_scores_better(
    ends: list[float], truth: float
) -> None:
    low, high = ends
    reached = interval_score(min(low, truth), max(high, truth), truth)
    assert reached <= interval_score(low, high, truth)


@given(st.lists(NUMBERS, min_size=2, max_size=30), st.floats(0.05, 0.95))
def test_no_range_scores_better_than_the_quantiles_of_what_one_believes(
    believed: list[float], level: float
) -> None:
    """Proper: whoever believes these numbers does best with the range that the level asks for."""
    ranked = sorted(believed)

    def mean(low: float, high: float) -> float:
        return sum(interval_score(low, high, one, level) for one in ranked) / len(ranked)

    tail = min(int((1 - level) / 2 * len(ranked)), len(ranked) - 1)
    low, high = ranked[tail], ranked[-1 - tail]
    assume(low <= high)
    best = min(mean(a, b) for a in ranked for b in ranked if a <= b)
    assert mean(low, high) <= best + 1e-6 * (1 + best)


@pytest.mark.parametrize(("low", "high", "level"), [(2, 1, 0.8), (1, 2, 0), (1, 2, 1)])
def test_what_is_no_range_has_no_score(low: float, high: float, level: float) -> None:
    with pytest.raises(ValueError, match="no range"):
        interval_score(low, high, 1, level)


@pytest.mark.parametrize("shared", [False, True])
@given(size=st.integers(0, 30), lethal=st.floats(0, 1), groups=st.integers(0, 50))
def test_every_imagined_group_is_counted_once(
    size: int, lethal: float, groups: int, *, shared: bool
) -> None:
    found = imagine(size, lethal, together=shared, groups=groups)
    assert (len(found), sum(found)) == (size + 1, groups)
    assert not shared or sum(found[1:-1]) == 0


def test_the_toy_keeps_to_the_share_that_it_is_given() -> None:
    for shared in (False, True):
        found = imagine(20, 0.3, together=shared, groups=5000, seed="x")
        mean = sum(dead * times for dead, times in enumerate(found)) / 5000
        assert mean == pytest.approx(6, abs=0.3)


def test_only_one_fate_for_all_kills_nearly_everybody_at_a_usual_share() -> None:
    alone, shared = (imagine(40, 0.25, together=one) for one in (False, True))
    assert sum(alone[39:]) == 0
    assert sum(shared[39:]) > 150


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20))
def test_whoever_hears_only_survivors_never_believes_that_more_died(found: list[int]) -> None:
    heard = with_survivors(found)
    assert sum(heard) == sum(found) - found[-1]
    assume(sum(heard))
    assert 0 <= killed_on_average(heard) <= killed_on_average(found) <= len(found) - 1


def test_whoever_is_hit_for_certain_or_never_is_killed_for_certain_or_never() -> None:
    for shared in (False, True):
        assert imagine(7, 1.0, together=shared, groups=9)[-1] == 9
        assert imagine(7, 0.0, together=shared, groups=9)[0] == 9


@given(size=st.integers(1, 60), share=st.floats(0, 1))
def test_the_chances_of_all_numbers_of_dead_are_one_together(size: int, share: float) -> None:
    assert sum(binomial(size, share, n) for n in range(size + 1)) == pytest.approx(1)


def test_of_no_group_there_is_no_average() -> None:
    with pytest.raises(ValueError, match="no group"):
        killed_on_average([0, 0])


@pytest.mark.parametrize(("size", "lethal"), [(-1, 0.5), (5, 1.5), (5, -0.1)])
def test_what_cannot_be_imagined_is_an_error(size: int, lethal: float) -> None:
    with pytest.raises(ValueError, match="can be imagined"):
        imagine(size, lethal, together=False)
