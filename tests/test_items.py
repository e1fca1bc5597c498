"""Items: a worked example, and difficulty, correlation and reliability against scipy and numpy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers.measures.items import items, kr20

# Wuensch, “The Kuder-Richardson 20” (core.ecu.edu/wuenschk/StatHelp/KR20.txt): ten students, ten
# items, variance of the scores 5.84, Σ p q = 2.18.
QUIZ = [
    [int(mark) for mark in row]
    for row in (
        "1111110110",
        "1011011101",
        "1111011001",
        "0010001000",
        "0000010010",
        "1110111111",
        "1101110111",
        "1111111101",
        "0101111101",
        "1101101110",
    )
]


@st.composite
def marked_tests(draw: st.DrawFn) -> list[list[int]]:
    """Draw the marks of some students on some items."""
    width = draw(st.integers(2, 8))
    row = st.lists(st.integers(0, 1), min_size=width, max_size=width)
    return draw(st.lists(row, min_size=2, max_size=20))


def test_the_reliability_of_a_worked_example() -> None:
    assert [sum(row) for row in QUIZ] == [8, 7, 7, 2, 2, 9, 8, 9, 7, 7]
    assert kr20(QUIZ) == pytest.approx(10 / 9 * (1 - 2.18 / 5.84))


def test_the_difficulty_of_a_worked_example() -> None:
    right = [item.right for item in items(QUIZ)]
    assert right == pytest.approx([0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6])


@given(marked_tests())
def test_the_reliability_is_cronbachs_alpha_of_marks(rows: list[list[int]]) -> None:
    marks = np.array(rows)
    k, covariances = marks.shape[1], np.cov(marks.T)
    if np.isclose(covariances.sum(), 0):
        assert kr20(rows) is None
    else:
        alpha = k / (k - 1) * (1 - np.trace(covariances) / covariances.sum())
        assert kr20(rows) == pytest.approx(alpha)


@given(marked_tests())
def test_an_item_is_correlated_with_the_rest_of_the_test(rows: list[list[int]]) -> None:
    marks = np.array(rows)
    for place, item in enumerate(items(rows)):
        own, rest = marks[:, place], np.delete(marks, place, axis=1).sum(axis=1)
        assert item.right == pytest.approx(own.mean())
        if own.std() and rest.std():
            expected = stats.pointbiserialr(own, rest).statistic
            assert item.with_rest == pytest.approx(expected, abs=1e-9)
        else:
            assert item.with_rest is None


def test_an_item_with_a_wrong_key_goes_against_the_rest() -> None:
    wrong = [[*row[:-1], 1 - row[-1]] for row in QUIZ]
    assert (items(QUIZ)[-1].with_rest or 0) > 0.4
    assert (items(wrong)[-1].with_rest or 0) < -0.4


def test_where_nothing_varies_nothing_is_said() -> None:
    same = [[1, 0, 1]] * 5
    assert kr20(same) is None
    assert kr20([[1], [0]]) is None
    assert kr20([]) is None
    assert [item.with_rest for item in items(same)] == [None] * 3
    assert [item.with_rest for item in items([[1, 0, 1]])] == [None] * 3
    assert items([]) == ()
