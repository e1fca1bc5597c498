"""What a statement of one day means for another, if a number can only grow."""

from __future__ import annotations

from datetime import date, timedelta
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.topics.casualties import Bounds
from helpers.topics.statements import Statement

LAST = date(2025, 9, 2)
EARLIER = date(2025, 4, 30)


@pytest.mark.parametrize(
    ("stated", "mine", "against"),
    [
        # An earlier number is a floor for the last day, and nothing else.
        (Statement(EARLIER, Bounds(1000, 1000)), Bounds(0, 600), True),
        (Statement(EARLIER, Bounds(600, 600)), Bounds(1500, 2500), False),
        (Statement(EARLIER, Bounds(600, 600)), Bounds(0, 600), False),
        # One of the same day has two sides.
        (Statement(LAST, Bounds(2000, 2000)), Bounds(2500, 4000), True),
        (Statement(LAST, Bounds(2000, 2000)), Bounds(500, 1500), True),
        (Statement(LAST, Bounds(2000, 2000)), Bounds(1500, 2500), False),
        # A floor never contradicts what lies above it.
        (Statement(LAST, Bounds(101, inf)), Bounds(5000, 9000), False),
        (Statement(LAST, Bounds(101, inf)), Bounds(0, 100), True),
        # A part is a floor of the whole.
        (Statement(LAST, Bounds(39, 40), part=True), Bounds(5000, 9000), False),
        (Statement(LAST, Bounds(39, 40), part=True), Bounds(0, 38), True),
        # One of a later day is a ceiling.
        (Statement(LAST + timedelta(1), Bounds(600, 600)), Bounds(700, 900), True),
        (Statement(LAST + timedelta(1), Bounds(600, 600)), Bounds(0, 10), False),
    ],
)
def test_a_statement_contradicts_what_cannot_be_true_with_it(
    stated: Statement, mine: Bounds, *, against: bool
) -> None:
    assert stated.contradicts(mine, LAST) is against
    assert (stated.miss(mine, LAST) > 0) is against


DAYS = st.dates(date(2024, 10, 30), date(2025, 9, 2))
COUNTS = st.integers(0, 100_000)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[date, int]]:
    """Give the true numbers of some days, which never fall."""
    days = sorted(draw(st.sets(DAYS, min_size=2, max_size=5)))
    return list(zip(days, sorted(draw(st.lists(COUNTS, min_size=len(days), max_size=len(days)))),
                    strict=True))  # fmt: skip


@given(histories(), st.data())
def test_what_is_true_never_contradicts_what_is_true(
    true: list[tuple[date, int]], data: st.DataObject
) -> None:
    day, number = data.draw(st.sampled_from(true))
    on, then = data.draw(st.sampled_from(true))
    stated = data.draw(st.sampled_from([Bounds(number, number), Bounds(number // 2, inf)]))
    part = data.draw(st.booleans())
    low, high = data.draw(st.tuples(st.integers(0, then), st.integers(then, 200_000)))
    assert not Statement(day, stated, part).contradicts(Bounds(low, high), on)


@given(DAYS, DAYS, COUNTS, COUNTS, COUNTS)
def test_a_wider_range_contradicts_no_more(
    day: date, on: date, low: int, more: int, number: int
) -> None:
    stated = Statement(day, Bounds(number, number))
    narrow, wide = Bounds(low, low + more), Bounds(low // 2, low + 2 * more)
    assert stated.contradicts(narrow, on) or not stated.contradicts(wide, on)
