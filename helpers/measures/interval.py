"""Intervals: what was found, and the limits between which the truth lies with 95 % confidence."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist, fmean, stdev, variance
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 4
"""Of fewer values no interval is given: it would be wide, and `t_quantile` inexact."""


class Interval(NamedTuple):
    """What was found, and the lower and the upper limit of its 95 % interval."""

    found: float
    low: float
    high: float

    @property
    def sign(self) -> int:
        """Give 1 if all of it lies above 0, -1 if all of it lies below, and 0 if it holds 0."""
        return (self.low > 0) - (self.high < 0)


def around(found: float, error: float, freedom: int) -> Interval:
    """Give the 95 % t interval of what was found with this standard error."""
    reach = t_quantile(0.975, freedom) * error
    return Interval(found, found - reach, found + reach)


def mean_interval(values: Sequence[float]) -> Interval | None:
    """Give the mean of values, with its 95 % t interval (Student 1908, Biometrika 6, 1-25).

    With s the standard deviation of n values its limits are mean ± t(n - 1) s / √n. None for fewer
    than four values.

    >>> mean = mean_interval([1, 2, 3, 4, 5])
    >>> [round(number, 2) for number in mean]
    [3.0, 1.04, 4.96]
    """
    if len(values) < FEWEST:
        return None
    return around(fmean(values), stdev(values) / sqrt(len(values)), len(values) - 1)


def share_interval(right: float, times: int) -> Interval:
    """Give the share of answers that were right, with its 95 % interval (Wilson 1927).

    With p the share of n answers and z = 1.96 its limits are (p + z² / 2n ± z √(p (1 - p) / n +
    z² / 4n²)) / (1 + z² / n) (Journal of the American Statistical Association 22, 209-212). It is
    no point where all answers were right, or none. `right` may count parts of answers: their share
    spreads less than that of whole ones, and the interval is then rather too wide.

    >>> [round(number, 2) for number in share_interval(15, 18)]
    [0.83, 0.61, 0.94]
    """
    z = NormalDist().inv_cdf(0.975)
    share = right / times
    middle = share + z**2 / (2 * times)
    reach = z * sqrt(share * (1 - share) / times + z**2 / (4 * times**2))
    whole = 1 + z**2 / times
    return Interval(share, (middle - reach) / whole, (middle + reach) / whole)


def difference_interval(one: Sequence[float], other: Sequence[float]) -> Interval | None:
    """Give how much larger the other group's mean is, with its 95 % interval (Welch 1947).

    The groups may differ in size and in spread: the error is √(s1² / n1 + s2² / n2), and the
    degrees of freedom are those of Satterthwaite 1946 (Biometrics Bulletin 2, 110-114), rounded
    down. None where a group has fewer than four values, or no value differs in either.

    >>> found = difference_interval([1, 2, 3, 4, 5], [2, 4, 6, 8, 10])
    >>> [round(number, 2) for number in found]
    [3.0, -1.06, 7.06]
    """
    if min(len(one), len(other)) < FEWEST:
        return None
    parts = [variance(group) / len(group) for group in (one, other)]
    if not sum(parts):
        return None
    squares = (part**2 / (len(group) - 1) for part, group in zip(parts, (one, other), strict=True))
    # Where one group does not vary they are whole, but for a rounding error that int would cut.
    freedom = int(sum(parts) ** 2 / sum(squares) + 1e-9)
    return around(fmean(other) - fmean(one), sqrt(sum(parts)), freedom)


def t_quantile(share: float, freedom: int) -> float:
    """Give the value below which this share of Student's t with so many degrees of freedom lies.

    The expansion of Abramowitz & Stegun 1964 (Handbook of Mathematical Functions, 26.7.5) around
    the quantile x of the normal distribution. At 0.975 it is too small by 0.12 % with 3 degrees of
    freedom, by 0.011 % with 5 and by less than 0.001 % from 9 on; with 1 or 2 it is not to be used.

    >>> round(t_quantile(0.975, 9), 3)
    2.262
    """
    x = NormalDist().inv_cdf(share)
    terms = (
        (x**3 + x) / 4,
        (5 * x**5 + 16 * x**3 + 3 * x) / 96,
        (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384,
        (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160,
    )
    return x + sum(term / float(freedom) ** power for power, term in enumerate(terms, start=1))
