"""Items of a class: how hard each exercise was, and whether it goes with the rest of its lesson."""

from __future__ import annotations

import statistics
from collections import Counter
from math import atanh, isnan, sqrt, tanh
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import COUNTS_ONLY, FEW
from helpers.kinds.choice import Choice
from helpers.measures.calibration import WELL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from helpers.classroom.book import Asked, ClassBook

NORMAL = 1.96
"""95 % of a normal distribution lie within so many standard errors."""
LIKELY = 1.28
"""90 % of it lie below so many: enough where two other signs of a wrong key come together."""
ROUNDING = 1e-9
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


Sat = tuple[int, str]
"""A student and the lesson in which she sat: a form of a test can be put by several."""
Scores = dict[Sat, dict[str, float]]
"""The scores of all who sat, by exercise."""


def items_of(book: ClassBook) -> list[ItemFound]:
    """Give the graded exercises that enough students answered, in the order of the lessons.

    The rest of an item of a test is that of the same sitting, whichever lesson put the form.
    """
    forms = {item: form for form, items in book.form_items.items() for item in items}
    groups: dict[str, Scores] = {}
    for student, lesson, name, attempt, score in book.answers.read(
        "student", "lesson", "exercise", "attempt", "score"
    ):
        if attempt == 1 and not isnan(score):
            scores = groups.setdefault(forms.get(name, lesson), {})
            scores.setdefault((student, lesson), {})[name] = score
    items = [item for scores in groups.values() for item in _items(scores) if item.answers >= FEW]
    chosen = _chosen(book, {one.asked[1] for one in items if one.doubtful})
    return [
        one._replace(rival=_rival(book, one.asked, groups, chosen)) if one.doubtful else one
        for one in items
    ]


def _items(scores: Scores) -> Iterator[ItemFound]:
    lesson = next(iter(scores))[1]
    names = dict.fromkeys(name for given in scores.values() for name in given)
    for name in names:
        mine = [given[name] for given in scores.values() if name in given]
        pairs = [(given[name], rest) for _, given, rest in _with_rest(scores, name)]
        yield _item((lesson, name), mine, pairs)


def _with_rest(scores: Scores, name: str) -> Iterator[tuple[Sat, dict[str, float], float]]:
    """Give those who answered an exercise and others, with their mean score on these."""
    for sat, given in scores.items():
        # The item itself is taken out of the rest, with which it would go by being part of it.
        if name in given and len(given) > 1:
            yield sat, given, (sum(given.values()) - given[name]) / (len(given) - 1)


def _item(asked: Asked, scores: list[float], pairs: list[tuple[float, float]]) -> ItemFound:
    answers, score = len(scores), fmean(scores)
    well = sum(one >= WELL for one in scores)
    r = correlation([one for one, _ in pairs], [rest for _, rest in pairs])
    n = len(pairs)
    if r is None or n < COUNTS_ONLY:
        return ItemFound(asked, answers, score, None, None, well)
    # Fisher's z: the correlation of a sample of n, made normal, has an error of 1 / √(n - 3).
    at_most = tanh(atanh(min(r, 1 - 1e-9)) + NORMAL / sqrt(n - 3)) if r > -1 else -1.0
    return ItemFound(asked, answers, score, r, at_most, well)


def _chosen(book: ClassBook, names: Collection[str]) -> dict[str, dict[Sat, str]]:
    """Give the options that were chosen first, by exercise and by who sat."""
    chosen: dict[str, dict[Sat, str]] = {name: {} for name in names}
    for student, (lesson, name), _, field, value in book.given(first=True):
        if field == OPTION and name in chosen:
            chosen[name][student, lesson] = value
    return chosen


def _rival(
    book: ClassBook, asked: Asked, groups: dict[str, Scores], chosen: dict[str, dict[Sat, str]]
) -> str:
    exercise = book.exercise(asked)
    if not isinstance(exercise, Choice) or exercise.several:
        return ""
    name = asked[1]
    scores = next(one for one in groups.values() if any(name in given for given in one.values()))
    pairs = [(chosen[name].get(sat, ""), rest) for sat, _, rest in _with_rest(scores, name)]
    # Where most chose ours, it goes against the rest, and is no rival.
    [(rival, _)] = Counter(option for option, _ in pairs).most_common(1)
    r = correlation([float(option == rival) for option, _ in pairs], [rest for _, rest in pairs])
    goes = r is not None and atanh(min(r, 1 - 1e-9)) * sqrt(len(pairs) - 3) > LIKELY
    return rival if goes else ""


def correlation(one: Sequence[float], other: Sequence[float]) -> float | None:
    """Give Pearson's correlation; None where one of the two does not vary.

    >>> correlation([0.0, 1.0], [1.0, 1.0]) is None
    True
    """
    if len(one) <= 1 or min(max(side) - min(side) for side in (one, other)) < ROUNDING:
        return None
    return statistics.correlation(one, other)
