"""Effect: how large a difference of mean scores is, in standard deviations (Hedges’ g)."""

from __future__ import annotations

from math import sqrt
from statistics import correlation, fmean, variance
from typing import TYPE_CHECKING

from helpers.measures.interval import FEWEST, Interval, around

if TYPE_CHECKING:
    from collections.abc import Sequence


def hedges_g(one: Sequence[float], other: Sequence[float]) -> Interval | None:
    """Compare two groups of students: g is above 0 where the other group scores higher.

    d is the difference of the means over the pooled standard deviation, its variance
    (n1 + n2) / (n1 n2) + d² / (2 (n1 + n2)), and g = J d, with an error of J times that of d
    (Hedges 1981, Journal of Educational Statistics 6, 107-128; Borenstein et al. 2009,
    Introduction to Meta-Analysis, chapter 4). The interval takes the quantile of t, not 1.96.

    None where a group has fewer than four scores, or no score differs from those of its group.

    >>> g = hedges_g([8, 9, 10, 11, 12], [10, 11, 12, 13, 14])
    >>> [round(number, 2) for number in g]
    [1.14, -0.3, 2.59]
    """
    n1, n2 = len(one), len(other)
    if min(n1, n2) < FEWEST:
        return None
    freedom = n1 + n2 - 2
    spread = sqrt(((n1 - 1) * variance(one) + (n2 - 1) * variance(other)) / freedom)
    if not spread:
        return None
    d = (fmean(other) - fmean(one)) / spread
    return _corrected(d, (n1 + n2) / (n1 * n2) + d**2 / (2 * (n1 + n2)), freedom)


def paired_g(before: Sequence[float], after: Sequence[float]) -> Interval | None:
    """Compare two scores of the same students, in the same order: g is above 0 where they rise.

    d is the mean difference over the average standard deviation √((s1² + s2²) / 2): it says how
    far students moved among students, and can be set beside a g of two groups, while one over the
    spread of the differences would grow with the correlation alone (Cumming 2012, Understanding
    the New Statistics, chapter 11). With r the correlation of the two scores and n students, the
    variance of d is (1 / n + d² / (2 n)) 2 (1 - r), and g = J d, with n - 1 degrees of freedom
    (Borenstein et al. 2009, Introduction to Meta-Analysis, chapter 4).

    None for fewer than four students, and where all scored the same in one of the tests. Raises
    ValueError where a score has no partner.

    >>> g = paired_g([8, 9, 10, 11, 12], [9, 12, 11, 14, 14])
    >>> [round(number, 2) for number in g]
    [0.86, 0.28, 1.43]
    """
    if len(before) != len(after):
        raise ValueError("each score before needs its score after")
    n = len(before)
    if n < FEWEST or not variance(before) or not variance(after):
        return None
    d = (fmean(after) - fmean(before)) / sqrt((variance(before) + variance(after)) / 2)
    return _corrected(d, (1 / n + d**2 / (2 * n)) * 2 * (1 - correlation(before, after)), n - 1)


def _corrected(d: float, d_variance: float, freedom: int) -> Interval:
    """Take off what d is too large by in small samples: J = 1 - 3 / (4 df - 1) (Hedges 1981)."""
    j = 1 - 3 / (4 * freedom - 1)
    # Scores that rise together exactly have a correlation of 1, or by rounding a little more.
    return around(j * d, j * sqrt(max(0.0, d_variance)), freedom)
