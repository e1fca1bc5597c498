"""Items of a class: how hard each exercise was, and whether it goes with the rest of its lesson."""

from __future__ import annotations

from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from helpers.classroom.findings import COUNTS_ONLY, FEW

if TYPE_CHECKING:
    import pandas as pd

    from helpers.classroom.book import Asked, ClassBook

NORMAL = 1.96
"""95 % of a normal distribution lie within so many standard errors."""


class ItemFound(NamedTuple):
    """A graded exercise: how many first answers, their mean score, and how it goes with the rest.

    `with_rest` is the correlation of its score with the mean score on the rest of the lesson, and
    `at_most` the upper limit of its 95 % interval. Both are None where they cannot be known.
    """

    asked: Asked
    answers: int
    score: float
    with_rest: float | None
    at_most: float | None

    @property
    def doubtful(self) -> bool:
        """Tell whether those who do well elsewhere do badly here: our key may be wrong (R6)."""
        return self.with_rest is not None and self.with_rest < 0

    @property
    def surely_doubtful(self) -> bool:
        """Tell whether chance alone hardly explains it."""
        return self.at_most is not None and self.at_most < 0


def items_of(book: ClassBook) -> list[ItemFound]:
    """Give the graded exercises that enough students answered, in the order of the lessons.

    The rest of an item of a test is that of the same sitting, whichever lesson put the form.
    """
    first = book.answers.query("attempt == 1 and score == score")
    forms = {item: form for form, items in book.form_items.items() for item in items}
    groups = first["exercise"].map(forms).astype(object).fillna(first["lesson"].astype(object))
    return [
        found
        for _, rows in first.groupby(groups, observed=True, sort=False)
        for found in _items(rows)
        if found.answers >= FEW
    ]


def _items(rows: pd.DataFrame) -> list[ItemFound]:
    scores = rows.pivot_table(
        index=["student", "lesson"], columns="exercise", values="score", observed=True
    )
    table = scores.to_numpy(dtype=float)
    answered = ~np.isnan(table)
    filled = np.where(answered, table, 0)
    # The item itself is taken out of the rest, with which it would go by being part of it.
    others = answered.sum(axis=1, keepdims=True) - answered
    rest = (filled.sum(axis=1, keepdims=True) - filled) / np.where(others, others, np.nan)
    lesson = str(rows["lesson"].iloc[0])
    return [
        _item((lesson, str(name)), table[:, at], rest[:, at])
        for at, name in enumerate(scores.columns)
    ]


def _item(asked: Asked, scores: np.ndarray, rest: np.ndarray) -> ItemFound:
    both = ~np.isnan(scores) & ~np.isnan(rest)
    answers, score = int((~np.isnan(scores)).sum()), float(np.nanmean(scores))
    r = correlation(scores[both], rest[both])
    n = int(both.sum())
    if r is None or n < COUNTS_ONLY:
        return ItemFound(asked, answers, score, None, None)
    # Fisher's z: the correlation of a sample of n, made normal, has an error of 1 / √(n - 3).
    at_most = tanh(atanh(min(r, 1 - 1e-9)) + NORMAL / sqrt(n - 3)) if r > -1 else -1.0
    return ItemFound(asked, answers, score, r, at_most)


def correlation(one: np.ndarray, other: np.ndarray) -> float | None:
    """Give Pearson's correlation; None where one of the two does not vary.

    >>> correlation(np.array([0.0, 1.0]), np.array([1.0, 1.0])) is None
    True
    """
    if len(one) <= 1 or np.ptp(one) < 1e-9 or np.ptp(other) < 1e-9:  # noqa: PLR2004 - rounding
        return None
    return float(np.corrcoef(one, other)[0, 1])
