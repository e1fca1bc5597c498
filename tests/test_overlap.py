from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.kinds.overlap import f1, trimmed

WORDS = ["that", "the", "mayor", "of", "Rell,", "who", "“The", "end.”", "—"]
SETS = st.frozensets(st.integers(0, len(WORDS) - 1))


@pytest.mark.parametrize(
    ("mine", "key", "agreement"),
    [
        ({1}, {1}, 1),
        ({1}, {2}, 0),
        ({1, 2}, {2, 3}, 1 / 2),
        ({1}, {1, 2, 3}, 1 / 2),
        (set(), {1}, 0),
    ],
)
def test_agreement_is_the_harmonic_mean_of_precision_and_recall(
    mine: set[int], key: set[int], agreement: float
) -> None:
    assert f1(frozenset(mine), frozenset(key)) == pytest.approx(agreement)


@given(SETS, SETS)
def test_agreement_is_the_same_from_both_sides_and_a_share(one: set[int], two: set[int]) -> None:
    assert f1(one, two) == f1(two, one)
    assert 0 <= f1(one, two) <= 1


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        ({0, 1, 2, 3, 4}, {2, 3, 4}),
        ({2, 3}, {2}),
        ({4, 5}, {4}),
        ({6, 7}, {7}),
        ({2, 8}, {2, 8}),
        ({0, 1}, {0, 1}),
    ],
)
def test_small_words_drop_off_the_edges_but_never_from_within(
    chosen: set[int], left: set[int]
) -> None:
    assert trimmed(frozenset(chosen), WORDS) == left


@given(SETS)
def test_trimming_adds_nothing_and_leaves_something(chosen: frozenset[int]) -> None:
    left = trimmed(chosen, WORDS)
    assert left <= chosen
    assert bool(left) == bool(chosen)


@given(SETS)
def test_trimming_twice_changes_nothing(chosen: frozenset[int]) -> None:
    assert trimmed(trimmed(chosen, WORDS), WORDS) == trimmed(chosen, WORDS)
