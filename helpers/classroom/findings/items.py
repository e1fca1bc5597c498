"""Items of a class: how hard each exercise was, and whether it goes with the rest of its lesson."""

from __future__ import annotations

from collections import Counter
from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from helpers.classroom.findings import COUNTS_ONLY, FEW
from helpers.kinds.choice import Choice
from helpers.measures.calibration import WELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from helpers.classroom.book import Asked, ClassBook

NORMAL = 1.96
"""95 % of a normal distribution lie within so many standard errors."""
LIKELY = 1.28
"""90 % of it lie below so many: enough where two other signs of a wrong key come together."""
OPTION = "option"


class ItemFound(NamedTuple):
    """A graded exercise: how many first answers, their mean score, and how it goes with the rest.

    `well` counts the answers that went well.
    `with_rest` is the correlation of its score with the mean score on the rest of the lesson, and
    `at_most` the upper limit of its 95 % interval. Both are None where they cannot be known.
    `rival` is the option that most chose, where our key goes against the rest and that option
    goes with it, as the right one should.
    """

    asked: Asked
    answers: int
    score: float
    with_rest: float | None
    at_most: float | None
    well: int
    rival: str = ""

    @property
    def doubtful(self) -> bool:
        """Tell whether those who do well elsewhere do badly here: our key may be wrong (R6)."""
        return self.with_rest is not None and self.with_rest < 0

    @property
    def surely_doubtful(self) -> bool:
        """Tell whether chance alone hardly explains it, or an option rivals ours.

        In simulated classes of 30 the interval finds a quarter of all wrong keys, and with the
        rival it is more than half; see `tests/bench/truths.py`.
        """
        return self.doubtful and (self.rival != "" or (self.at_most or 0) < 0)


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
        for found in _items(book, rows)
        if found.answers >= FEW
    ]


def _items(book: ClassBook, rows: pd.DataFrame) -> Iterator[ItemFound]:
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
    for at, name in enumerate(scores.columns):
        found = _item((lesson, str(name)), table[:, at], rest[:, at])
        if found.doubtful:
            both = answered[:, at] & ~np.isnan(rest[:, at])
            rival = _rival(book, found.asked, scores.index[both], rest[both, at])
            found = found._replace(rival=rival)
        yield found


def _item(asked: Asked, scores: np.ndarray, rest: np.ndarray) -> ItemFound:
    both = ~np.isnan(scores) & ~np.isnan(rest)
    answers, score = int((~np.isnan(scores)).sum()), float(np.nanmean(scores))
    well = int((scores >= WELL).sum())
    r = correlation(scores[both], rest[both])
    n = int(both.sum())
    if r is None or n < COUNTS_ONLY:
        return ItemFound(asked, answers, score, None, None, well)
    # Fisher's z: the correlation of a sample of n, made normal, has an error of 1 / √(n - 3).
    at_most = tanh(atanh(min(r, 1 - 1e-9)) + NORMAL / sqrt(n - 3)) if r > -1 else -1.0
    return ItemFound(asked, answers, score, r, at_most, well)


def _rival(book: ClassBook, asked: Asked, sat: pd.Index[Any], rest: np.ndarray) -> str:
    exercise, given = book.exercise(asked), book.given
    if not isinstance(exercise, Choice) or exercise.several:
        return ""
    mine = given[(given["exercise"] == asked[1]) & (given["field"] == OPTION)]
    chosen = mine.set_index(["student", "lesson"])["value"].astype(str).reindex(sat).to_numpy()
    # Where most chose ours, it goes against the rest, and is no rival.
    [(rival, _)] = Counter(chosen.tolist()).most_common(1)
    r = correlation((chosen == rival).astype(float), rest)
    goes = r is not None and atanh(min(r, 1 - 1e-9)) * sqrt(len(rest) - 3) > LIKELY
    return str(rival) if goes else ""


def correlation(one: np.ndarray, other: np.ndarray) -> float | None:
    """Give Pearson's correlation; None where one of the two does not vary.

    >>> correlation(np.array([0.0, 1.0]), np.array([1.0, 1.0])) is None
    True
    """
    if len(one) <= 1 or np.ptp(one) < 1e-9 or np.ptp(other) < 1e-9:  # noqa: PLR2004 - rounding
        return None
    return float(np.corrcoef(one, other)[0, 1])
