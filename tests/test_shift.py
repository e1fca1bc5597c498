"""Shift: what is told of a student and of a class, from the changes in d′ and c."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from helpers.measures.sensitivity import Calls, sensitivity
from helpers.measures.shift import ENOUGH_STUDENTS, Shift, shift_of_class, shift_of_one

MIDDLE = Calls(60, 80, 30, 100)
CHANGED = {
    Calls(60, 80, 30, 100): Shift.NOTHING_CLEAR,
    Calls(70, 80, 20, 100): Shift.SHARPER,
    Calls(62, 80, 4, 100): Shift.SHARPER_AND_MORE_SUSPICIOUS,
    Calls(79, 80, 33, 100): Shift.SHARPER_AND_MORE_TRUSTING,
    Calls(42, 80, 14, 100): Shift.MORE_SUSPICIOUS,
    Calls(22, 80, 22, 100): Shift.MORE_SUSPICIOUS,
    Calls(72, 80, 51, 100): Shift.MORE_TRUSTING,
    Calls(70, 80, 85, 100): Shift.MORE_TRUSTING,
    Calls(44, 80, 46, 100): Shift.LESS_SHARP,
}
"""What is told of many calls that are these after they were those in the middle."""
CLASS = st.lists(
    st.tuples(
        *[st.builds(Calls, st.integers(0, 8), st.just(8), st.integers(0, 10), st.just(10))] * 2
    ),
    min_size=ENOUGH_STUDENTS,
    max_size=40,
)


CLASSMATES = [
    Calls(60 + hits, 80, 30 + alarms, 100) for hits in (-8, -4, 0, 4, 8) for alarms in (-8, 8)
]
"""Ten who differ a little, and are in the middle on average."""


def few(calls: Calls) -> Calls:
    """Give about the same shares of 8 and 10 passages."""
    return Calls(calls.sound_called_sound // 10, 8, calls.weak_called_sound // 10, 10)


@pytest.mark.parametrize(("after", "told"), CHANGED.items(), ids=repr)
def test_a_student_is_told_what_is_well_beyond_its_error(after: Calls, told: Shift) -> None:
    assert shift_of_one(MIDDLE, after) is told


@pytest.mark.parametrize(("after", "told"), CHANGED.items(), ids=repr)
def test_a_class_that_changes_so_is_told_the_same(after: Calls, told: Shift) -> None:
    assert shift_of_class([(before, after) for before in CLASSMATES]) is told


def test_every_shift_can_be_told() -> None:
    assert {*CHANGED.values(), Shift.TOO_FEW} == set(Shift)


def test_of_few_passages_a_small_change_is_not_told() -> None:
    more_suspicious = Calls(50, 80, 19, 100)
    assert shift_of_one(MIDDLE, more_suspicious) is Shift.MORE_SUSPICIOUS
    assert shift_of_one(few(MIDDLE), few(more_suspicious)) is Shift.NOTHING_CLEAR


@pytest.mark.parametrize(
    ("measure", "before", "after"),
    [("d", Calls(5, 8, 3, 10), Calls(8, 8, 3, 10)), ("c", Calls(6, 8, 4, 10), Calls(5, 8, 1, 10))],
)
def test_a_change_must_be_well_beyond_the_error_of_a_difference_of_two(
    measure: str, before: Calls, after: Calls
) -> None:
    both = [sensitivity(before), sensitivity(after)]
    rise = np.diff([getattr(one, measure) for one in both])
    errors = [getattr(one, f"{measure}_error") for one in both]
    assert np.hypot(*errors) < rise < 1.5 * np.hypot(*errors)
    assert shift_of_one(before, after) is Shift.NOTHING_CLEAR


@given(CLASS)
def test_a_class_is_told_what_a_paired_t_test_finds(students: list[tuple[Calls, Calls]]) -> None:
    before, after = (
        np.array([sensitivity(calls) for calls in calls_of_one_test])[:, :2]
        for calls_of_one_test in zip(*students, strict=True)
    )
    change = after - before
    if (change.std(axis=0) < 1e-9).any():
        return
    test = stats.ttest_1samp(change, 0)
    d, c = np.where(test.pvalue < 0.05, np.sign(change.mean(axis=0)), 0)
    told = shift_of_class(students).name
    assert ("SHARPER" in told) == (d > 0)
    assert ("SUSPICIOUS" in told) == (c > 0)
    assert ("TRUSTING" in told) == (c < 0)
    assert (told == "LESS_SHARP") == (d < 0 and c == 0)


def test_of_fewer_than_ten_students_nothing_is_said() -> None:
    much = (Calls(8, 8, 9, 10), Calls(3, 8, 2, 10))
    assert shift_of_class([much] * 9) is Shift.TOO_FEW
    assert shift_of_class([much] * 10) is Shift.MORE_SUSPICIOUS
    assert shift_of_class([]) is Shift.TOO_FEW


def test_who_judged_no_sound_or_no_weak_passage_does_not_count() -> None:
    much, nothing = (Calls(8, 8, 9, 10), Calls(3, 8, 2, 10)), (MIDDLE, Calls(0, 0, 0, 0))
    assert shift_of_one(*nothing) is shift_of_one(*reversed(nothing)) is Shift.TOO_FEW
    assert shift_of_class([much] * 9 + [nothing]) is Shift.TOO_FEW
    assert shift_of_class([much] * 10 + [nothing]) is Shift.MORE_SUSPICIOUS
