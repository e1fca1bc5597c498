"""Shift: whether a student or a class judges better after the lessons, or only trusts less."""

from __future__ import annotations

from enum import Enum
from math import hypot
from typing import TYPE_CHECKING

from helpers.measures.interval import mean_interval
from helpers.measures.sensitivity import sensitivity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.measures.sensitivity import Calls

ENOUGH_STUDENTS = 10
"""Of a class with fewer, nothing is said (R4)."""
CLEARLY = 1.5
"""A change of one student counts from so many standard errors on."""


class Shift(Enum):
    """What became of d′ and of c between two tests (R2)."""

    SHARPER = "sharper"
    SHARPER_AND_MORE_SUSPICIOUS = "sharper and more suspicious"
    SHARPER_AND_MORE_TRUSTING = "sharper and more trusting"
    MORE_SUSPICIOUS = "more suspicious"
    MORE_TRUSTING = "more trusting"
    LESS_SHARP = "less sharp"
    NOTHING_CLEAR = "nothing clear"
    TOO_FEW = "too few"


# By the sign of the change in d′, then in c. With more or less trust and no more sharpness it is
# the trust that is told of: d′ falls by itself where a student calls nearly all passages the same.
_SHIFTS = {
    (1, 1): Shift.SHARPER_AND_MORE_SUSPICIOUS,
    (1, 0): Shift.SHARPER,
    (1, -1): Shift.SHARPER_AND_MORE_TRUSTING,
    (0, 1): Shift.MORE_SUSPICIOUS,
    (0, 0): Shift.NOTHING_CLEAR,
    (0, -1): Shift.MORE_TRUSTING,
    (-1, 1): Shift.MORE_SUSPICIOUS,
    (-1, 0): Shift.LESS_SHARP,
    (-1, -1): Shift.MORE_TRUSTING,
}


def shift_of_one(before: Calls, after: Calls) -> Shift:
    """Tell what changed for one student: what is well beyond the standard error of its difference.

    The error of a difference is √(e1² + e2²), and the bar is one and a half of it: with 18
    passages a test, a fifth of the students who did not change at all pass it somewhere by chance,
    so say what it finds with reserve. With a bar of two errors, most true changes would go untold.
    TOO_FEW where no sound or no weak passage was judged in one of the tests.

    >>> from helpers.measures.sensitivity import Calls
    >>> shift_of_one(Calls(7, 8, 5, 10), Calls(4, 8, 1, 10))
    <Shift.MORE_SUSPICIOUS: 'more suspicious'>
    """
    was, now = sensitivity(before), sensitivity(after)
    if was is None or now is None:
        return Shift.TOO_FEW
    d = _sign(now.d - was.d, hypot(was.d_error, now.d_error))
    return _SHIFTS[d, _sign(now.c - was.c, hypot(was.c_error, now.c_error))]


def shift_of_class(students: Iterable[tuple[Calls, Calls]]) -> Shift:
    """Tell what changed for a class, from each student's calls before and after.

    Something changed where the 95 % t interval of the mean difference leaves out 0. Students who
    judged no sound or no weak passage in one of the tests do not count; with fewer than ten who do,
    nothing is said.

    >>> from helpers.measures.sensitivity import Calls
    >>> shift_of_class([(Calls(7, 8, 5, 10), Calls(4, 8, 1, 10))])
    <Shift.TOO_FEW: 'too few'>
    """
    both = [(sensitivity(before), sensitivity(after)) for before, after in students]
    known = [(was, now) for was, now in both if was and now]
    d = mean_interval([now.d - was.d for was, now in known])
    c = mean_interval([now.c - was.c for was, now in known])
    if len(known) < ENOUGH_STUDENTS or d is None or c is None:
        return Shift.TOO_FEW
    return _SHIFTS[d.sign, c.sign]


def _sign(difference: float, error: float) -> int:
    return (difference > CLEARLY * error) - (difference < -CLEARLY * error)
