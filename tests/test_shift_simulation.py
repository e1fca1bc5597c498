"""Simulated students of known d′ and c: whether what they are told is what is so.

Each judges 8 sound and 10 weak passages a test, as on the forms. In a class, d′ and c differ from
student to student with a standard deviation of 0.4. The numbers in comments are what 2,000 classes
or, for single students, all possible outcomes gave.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from scipy.stats import norm

from helpers.measures.sensitivity import Calls, sensitivity
from helpers.measures.shift import Shift, shift_of_class

if TYPE_CHECKING:
    from collections.abc import Sequence

SOUND, WEAK = 8, 10
STUDENTS = 2000
RUNS = 400
SPREAD = 0.4
SUSPICIOUS = (Shift.MORE_SUSPICIOUS, Shift.SHARPER_AND_MORE_SUSPICIOUS)


def judge(random: np.random.Generator, d: np.ndarray, c: np.ndarray) -> list[Calls]:
    """Let students with these d′ and c judge the passages of one test."""
    hits = random.binomial(SOUND, norm.cdf(d / 2 - c))
    false_alarms = random.binomial(WEAK, norm.cdf(-d / 2 - c))
    return [Calls(int(h), SOUND, int(f), WEAK) for h, f in zip(hits, false_alarms, strict=True)]


def told(size: int, *, sharper: float = 0, more_suspicious: float = 0, c: float = 0) -> Counter:
    """Count what classes are told whose students all change by so much, from d′ = 1 and c on."""
    random = np.random.default_rng(14)
    found = Counter[Shift]()
    for _ in range(RUNS):
        ds, cs = 1 + SPREAD * random.normal(size=size), c + SPREAD * random.normal(size=size)
        before = judge(random, ds, cs)
        after = judge(random, ds + sharper, cs + more_suspicious)
        found[shift_of_class([*zip(before, after, strict=True)])] += 1
    return found


def share(found: Counter, shifts: Sequence[Shift]) -> float:
    """Give the share of classes that were told one of these."""
    return sum(found[shift] for shift in shifts) / RUNS


# Means 0.94, 0.98, 0.96 and 0.85 of a true d′ of 1; -0.47, 0.00, 0.48 and 0.91 of the true c: the
# correction draws both towards 0, most where a student calls nearly everything weak. Errors that
# are 1.09, 1.01, 1.05 and 1.23 times the true spread: there they are too careful, never too bold.
@pytest.mark.parametrize(
    ("c", "shrunk", "careful"), [(-0.5, 0.1, 1.15), (0, 0.05, 1.1), (0.5, 0.1, 1.15), (1, 0.2, 1.3)]
)
def test_d_and_c_are_found_within_the_error_that_they_state(
    c: float, shrunk: float, careful: float
) -> None:
    random = np.random.default_rng(14)
    calls = judge(random, np.full(STUDENTS, 1.0), np.full(STUDENTS, c))
    found = np.array([sensitivity(one) for one in calls])
    mean, spread = found.mean(axis=0), found.std(axis=0)
    noise = 3 * spread / np.sqrt(STUDENTS)
    assert 1 - shrunk - noise[0] < mean[0] < 1 + noise[0]
    assert abs(c) - shrunk / 2 - noise[1] < abs(mean[1]) < abs(c) + noise[1]
    assert 0.95 < mean[2] / spread[0] < careful
    assert 0.95 < mean[3] / spread[1] < careful


# 98 % of classes of 30, 93 % of classes of 10; nearly all others of 30 are told that they are
# sharper besides, as 2.5 % are by chance.
@pytest.mark.parametrize(("size", "least"), [(30, 0.95), (10, 0.88)])
def test_classes_that_only_trust_less_are_told_so(size: int, least: float) -> None:
    assert share(told(size, more_suspicious=0.6), [Shift.MORE_SUSPICIOUS]) >= least


@pytest.mark.parametrize("size", [30, 10])
def test_classes_that_only_trust_more_are_told_so(size: int) -> None:
    assert share(told(size, more_suspicious=-0.6), [Shift.MORE_TRUSTING]) >= 0.88


# 2.5 % are, by chance, and 90 % are told that nothing is clear.
@pytest.mark.parametrize("c", [0, 0.4])
@pytest.mark.parametrize("size", [30, 10])
def test_classes_that_do_not_change_are_not_told_that_they_trust_less(size: int, c: float) -> None:
    found = told(size, c=c)
    assert share(found, SUSPICIOUS) <= 0.05
    assert share(found, [Shift.NOTHING_CLEAR]) >= 0.85


# 94 % of classes of 30, 62 % of classes of 10, and 2.6 % of both are called more suspicious.
@pytest.mark.parametrize(("size", "least"), [(30, 0.9), (10, 0.55)])
def test_classes_that_get_better_are_told_so_and_not_that_they_trust_less(
    size: int, least: float
) -> None:
    found = told(size, sharper=0.8)
    assert share(found, [Shift.SHARPER]) >= least
    assert share(found, SUSPICIOUS) <= 0.05


# 96 % of classes of 30. Of 10 it is but 48 %, and 42 % are told of their suspicion alone: a class
# that small can seldom show that it got better.
def test_classes_that_get_better_and_trust_less_are_told_both() -> None:
    both = [Shift.SHARPER_AND_MORE_SUSPICIOUS]
    assert share(told(30, sharper=0.8, more_suspicious=0.6), both) >= 0.92
