"""Known truths: what was built into a simulated class stands in the five topics, and nothing else.

How often this is so over many whole classes, `python tests/bench/truths.py` tells: see there.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest
from class_books import (
    TESTS,
    Told,
    book_of,
    item_of,
    slipping,
    suspicious,
    told,
    unchanged,
    wrong_keys,
)

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.classroom.student import ClassStudent

SEEDS = {30: range(1, 7), 60: range(1, 4)}
"""The seeds of the classes of each size."""


@cache
def class_of(size: int, seed: int) -> list[ClassStudent]:
    """Make a class that did the tests alone, of which nothing is true."""
    return unchanged(size, seed, TESTS)


@pytest.mark.parametrize(("size", "seed"), [(30, 6), (60, 2)])
def test_three_slips_that_most_show_are_all_named(size: int, seed: int) -> None:
    students, planted = slipping(size, seed)
    found = told(book_of(students))
    assert {*planted} <= {*found.slips}
    assert (found.keys, found.shifts) == ((), ())


# By chance, 1 class in 50 is told that it is sharper besides, and 1 in 30 that a key may be wrong.
@pytest.mark.parametrize("size", [30, 60])
def test_nearly_all_classes_that_only_become_more_suspicious_are_told_so(size: int) -> None:
    found = [told(book_of(suspicious(size, seed, TESTS))) for seed in SEEDS[size]]
    assert sum(one.keys != () for one in found) <= 1
    shifts = Counter(one.shifts for one in found)
    assert shifts["more suspicious",] >= len(SEEDS[size]) - 1
    assert all("suspicious" in shift for one in found for shift in one.shifts)


@pytest.mark.parametrize("size", [30, 60])
def test_of_classes_without_any_of_this_no_wrong_key_and_no_change_is_named(size: int) -> None:
    found = {told(book_of(class_of(size, seed))) for seed in SEEDS[size]}
    assert found == {Told((), (), ())}


def test_of_a_whole_class_neither() -> None:
    found = told(book_of(unchanged(30, 1)))
    assert (found.keys, found.shifts) == ((), ())


# Over many classes it is named in more than half with 30 students, and in nine of ten with 60.
@pytest.mark.parametrize(("size", "least"), [(30, 3), (60, 2)])
def test_a_wrong_key_is_named_in_most_classes_and_no_other_key_in_any(
    tmp_path: Path, size: int, least: int
) -> None:
    named = 0
    for seed in SEEDS[size]:
        item = item_of(seed)
        found = told(book_of(class_of(size, seed), wrong_keys(tmp_path / item, item)))
        assert {name for _, name in found.keys} <= {item}
        assert found.shifts == ()
        named += len(found.keys)
    assert named >= least
