"""Scales: a larger value never stands before a smaller one, and ticks stand inside."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import log10

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.view.drawing.scales import Linear, Log, LogFromZero, Scale, Time

PLACES = st.floats(-2_000, 2_000)
VALUES = st.floats(-1e9, 1e9)
ABOVE_ZERO = st.floats(1e-6, 1e9)
FROM_ZERO = st.floats(0, 1e9)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.toordinal)
KINDS = {Linear: VALUES, Log: ABOVE_ZERO, LogFromZero: FROM_ZERO, Time: DAYS}
MOST = st.integers(2, 12)


@st.composite
def scales(draw: st.DrawFn) -> tuple[Scale, st.SearchStrategy[float]]:
    """Give a scale of any kind, on any line, with the values that it can be asked for."""
    kind = draw(st.sampled_from(list(KINDS)))
    low, high = sorted((draw(KINDS[kind]), draw(KINDS[kind])))
    # Two values that differ by a rounding error alone are no extent that anybody draws.
    assume(high - low > 1e-6 * max(1e-3, abs(low), abs(high)))
    start, end = draw(PLACES), draw(PLACES)
    assume(abs(end - start) > 1)
    return kind(low, high, start, end), KINDS[kind]


@given(scales())
def test_the_ends_of_the_values_stand_at_the_ends_of_the_line(
    made: tuple[Scale, st.SearchStrategy[float]],
) -> None:
    scale, _ = made
    assert scale.at(scale.low) == pytest.approx(scale.start)
    assert scale.at(scale.high) == pytest.approx(scale.end)


@given(scales(), st.data())
def test_a_larger_value_never_stands_before_a_smaller_one(
    made: tuple[Scale, st.SearchStrategy[float]], data: st.DataObject
) -> None:
    scale, values = made
    one, other = sorted((data.draw(values), data.draw(values)))
    ahead = (scale.at(other) - scale.at(one)) * (1 if scale.end > scale.start else -1)
    assert ahead >= -1e-9


@given(scales(), st.data())
def test_a_value_beyond_an_end_stands_at_that_end(
    made: tuple[Scale, st.SearchStrategy[float]], data: st.DataObject
) -> None:
    scale, values = made
    value = data.draw(values)
    near, far = sorted((scale.start, scale.end))
    assert near - 1e-9 <= scale.at(value) <= far + 1e-9
    if value <= scale.low:
        assert scale.at(value) == pytest.approx(scale.start)
    if value >= scale.high:
        assert scale.at(value) == pytest.approx(scale.end)


@given(scales(), MOST)
def test_ticks_stand_inside_in_order_and_are_at_most_so_many(
    made: tuple[Scale, st.SearchStrategy[float]], most: int
) -> None:
    scale, _ = made
    ticks = scale.ticks(most)
    assert len(ticks) <= most
    assert all(scale.low <= one <= scale.high for one in ticks)
    assert all(one < other for one, other in pairwise(ticks))


@pytest.mark.parametrize(
    ("low", "high"), [(0.7100000000000001, 0.7450000000000001), (28.380000000000003, 28.45)]
)
def test_rounding_carries_no_tick_beyond_an_end(low: float, high: float) -> None:
    for most in range(2, 12):
        assert all(low <= one <= high for one in Linear(low, high, 0, 1).ticks(most))


@given(VALUES, st.floats(1e-3, 1e9), MOST)
def test_linear_ticks_are_as_many_as_they_may_be(low: float, extent: float, most: int) -> None:
    assume(extent > 1e-6 * abs(low))
    ticks = Linear(low, low + extent, 0, 1).ticks(most)
    steps = [other - one for one, other in pairwise(ticks)]
    # The next finer step, at most two and a half times as fine, would give too many.
    assert all(step * most <= 2.5 * extent * 1.0001 for step in steps)
    assert all(step == pytest.approx(steps[0], rel=1e-4) for step in steps)


@given(ABOVE_ZERO, st.floats(1.5, 1e6), MOST)
def test_log_ticks_are_powers_of_ten_with_the_same_room_between(
    low: float, times: float, most: int
) -> None:
    scale = Log(low, low * times, 0, 100)
    ticks = scale.ticks(most)
    assert all(log10(one) == pytest.approx(round(log10(one)), abs=1e-6) for one in ticks)
    rooms = [scale.at(other) - scale.at(one) for one, other in pairwise(ticks)]
    assert all(room == pytest.approx(rooms[0], abs=1e-6) for room in rooms)
    # Where all powers have room, none is left out.
    powers = [n for n in range(-7, 17) if low * 1.000001 < 10.0**n < low * times * 0.999999]
    assert len(ticks) >= min(len(powers), most) / 2
    if len(powers) <= most - 2:
        assert len(ticks) >= len(powers)


@given(st.integers(1, 8))
def test_from_zero_on_each_tenfold_step_has_the_same_room(steps: int) -> None:
    scale = LogFromZero(0, 10**steps - 1, 0, steps)
    assert [scale.at(10**n - 1) for n in range(steps + 1)] == pytest.approx(range(steps + 1))


@given(FROM_ZERO.filter(lambda high: high >= 1), MOST)
def test_a_scale_from_zero_names_zero_and_the_largest_power(high: float, most: int) -> None:
    zero, *powers = LogFromZero(0, high, 0, 100).ticks(most)
    assert zero == 0
    assert powers[-1] <= high < 10 * powers[-1]
    assert all(other == 10 * one for one, other in pairwise(powers))


@given(DAYS, st.integers(65, 20_000), MOST)
def test_ticks_of_time_are_first_days_with_the_same_months_between(
    low: int, days: int, most: int
) -> None:
    firsts = [date.fromordinal(int(one)) for one in Time(low, low + days, 0, 1).ticks(most)]
    assert 2 <= len(firsts) <= most
    assert all(one.day == 1 for one in firsts)
    months = [one.year * 12 + one.month for one in firsts]
    assert len({other - one for one, other in pairwise(months)}) <= 1


def test_a_time_without_two_months_has_its_ends_as_ticks() -> None:
    low, high = date(2024, 8, 6).toordinal(), date(2024, 8, 20).toordinal()
    assert Time(low, high, 0, 1).ticks(5) == (low, high)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("low", "high"), [(5, 5), (6, 5), (float("nan"), 5)])
def test_a_scale_without_extent_is_refused(kind: type[Scale], low: float, high: float) -> None:
    with pytest.raises(ValueError, match="has no extent"):
        kind(low, high, 0, 1)


@pytest.mark.parametrize("low", [0, -1])
def test_a_log_scale_begins_above_zero(low: float) -> None:
    with pytest.raises(ValueError, match="cannot begin at"):
        Log(low, 5, 0, 1)
