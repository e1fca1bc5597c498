"""Items: how hard each one is, whether it goes with the rest, and how well all hold together.

A test is given as rows of 0 and 1: a row for each student, a column for each item, 1 for right.
"""

from __future__ import annotations

from statistics import StatisticsError, correlation, fmean, pvariance
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Item(NamedTuple):
    """An item: the share of students who got it right, and how it goes with the rest of the test.

    `with_rest` is the point-biserial correlation; below 0 the key may be wrong. It is None where
    it cannot be known.
    """

    right: float
    with_rest: float | None


def items(rows: Sequence[Sequence[int]]) -> tuple[Item, ...]:
    """Give each item its difficulty, and its correlation with the score on all the others.

    The point-biserial correlation is Pearson's, of 0 or 1 with a score. The item itself is taken
    out of the score, with which it would correlate by being part of it (Henrysson 1963,
    Psychometrika 28, 211-218). It is None where the item or the score on the rest does not vary.

    >>> [item.right for item in items([(1, 0), (1, 1), (1, 0), (1, 1)])]
    [1.0, 0.5]
    """
    return tuple(_item(column, rows) for column in zip(*rows, strict=True))


def kr20(rows: Sequence[Sequence[int]]) -> float | None:
    """Give the reliability of a test; None for fewer than two items, or where no score differs.

    KR-20 = k / (k - 1) · (1 - Σ p q / s²), with k items, p the share right of each, q = 1 - p, and
    s² the variance of the scores, over n as p q is (Kuder & Richardson 1937, Psychometrika 2,
    151-160, their formula 20). It is below 0 where items go against each other.

    >>> kr20([(1, 1, 1), (1, 1, 0), (1, 0, 0), (0, 0, 0)])
    0.75
    """
    columns = [*zip(*rows, strict=True)]
    k, spread = len(columns), pvariance([sum(row) for row in rows]) if rows else 0
    if k <= 1 or not spread:
        return None
    shares = [fmean(column) for column in columns]
    return k / (k - 1) * (1 - sum(p * (1 - p) for p in shares) / spread)


def _item(column: Sequence[int], rows: Sequence[Sequence[int]]) -> Item:
    rest = [sum(row) - own for row, own in zip(rows, column, strict=True)]
    try:
        return Item(fmean(column), correlation(column, rest))
    except StatisticsError:  # nothing varies, or there is but one student
        return Item(fmean(column), None)
