"""Annotations of a class: which words were labelled by how many, and how far the class agrees."""

from __future__ import annotations

from collections import Counter
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW
from helpers.kinds.annotate import BoundAnnotate

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from helpers.classroom.book import Asked, ClassBook
    from helpers.kinds.annotate_keys import Words
    from helpers.texts.vocabulary import Label

DRAWS = 200
"""So many draws make an interval steady to a few hundredths, and a report of a class quick."""
LOW, HIGH = 0.667, 0.8
"""Krippendorff 2004 (Content Analysis, chapter 11): from the second on agreement is good, and below
the first nothing should be built on it."""


class Alpha(NamedTuple):
    """Krippendorff's alpha, with its 95 % interval; 1 is full agreement, 0 is that of chance."""

    alpha: float
    low: float
    high: float


class Labelled(NamedTuple):
    """One label in one exercise: the share of the class on each word, and the words of the key."""

    asked: Asked
    label: Label
    students: int
    shares: tuple[float, ...]
    key: Words
    alpha: Alpha | None


def annotations_of(book: ClassBook) -> list[Labelled]:
    """Give each label of each exercise in annotating that enough students did."""
    found: list[Labelled] = []
    for asked, marked in sorted(book.marked.items()):
        exercise = book.exercise(asked)
        if len(marked) >= FEW and isinstance(exercise, BoundAnnotate):
            found += _labelled(asked, exercise, marked)
    return found


def _labelled(asked: Asked, exercise: BoundAnnotate, marked: list[bytes]) -> list[Labelled]:
    together, words = b"".join(marked), len(exercise.tokens)
    by_word = [Counter(together[word::words]) for word in range(words)]
    return [
        _label(asked, exercise, label, [_with_bit(one, at) for one in by_word], len(marked))
        for at, label in enumerate(exercise.labels)
    ]


def _with_bit(counts: Counter[int], at: int) -> int:
    """Count those whose byte has a bit."""
    return sum(many for byte, many in counts.items() if byte >> at & 1)


def _label(
    asked: Asked, exercise: BoundAnnotate, label: Label, counts: list[int], of: int
) -> Labelled:
    alpha = alpha_of([(of - many, many) for many in counts])
    shares = tuple(many / of for many in counts)
    return Labelled(asked, label, of, shares, _key(exercise, label), alpha)


def _key(exercise: BoundAnnotate, label: Label) -> Words:
    return frozenset().union(*(key.words for key in exercise.keys if key.label is label))


def can_measure() -> bool:
    """Tell whether agreement can be measured here: a browser alone has no numpy."""
    return find_spec("numpy") is not None


def alpha_of(counts: Sequence[tuple[int, int]], seed: int = 1) -> Alpha | None:
    """Give alpha of how many chose each value (columns) for each word (rows).

    The interval is a bootstrap: the words are drawn again, with repetition, 200 times. Words that
    stand side by side are often marked together, so the true interval is a little wider. None where
    all words have one value, for then there is nothing to agree on, and where numpy is missing.

    >>> alpha_of([(5, 0), (0, 5), (5, 0), (0, 5)]).alpha
    1.0
    """
    if not can_measure():
        return None
    import numpy as np  # noqa: PLC0415 - see above

    table = np.asarray(counts)
    if (table.sum(axis=0) > 0).sum() <= 1:
        return None
    chance = np.random.default_rng(seed)
    draws = chance.integers(len(table), size=(DRAWS, len(table)))
    drawn = [found for draw in draws if (found := _nominal(table[draw])) is not None]
    low, high = np.quantile(drawn, [0.025, 0.975])
    whole = _nominal(table)
    return None if whole is None else Alpha(whole, float(low), float(high))


def _nominal(counts: np.ndarray) -> float | None:
    import krippendorff  # noqa: PLC0415 - it needs numpy

    if (counts.sum(axis=0) > 0).sum() <= 1:
        return None
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
