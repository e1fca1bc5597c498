"""Annotations of a class: which words were labelled by how many, and how far the class agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import krippendorff
import numpy as np

from helpers.classroom.findings import FEW
from helpers.kinds.annotate import BoundAnnotate

if TYPE_CHECKING:
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
            found += _labelled(asked, exercise, np.frombuffer(b"".join(marked), np.uint8))
    return found


def _labelled(asked: Asked, exercise: BoundAnnotate, bits: np.ndarray) -> list[Labelled]:
    by_student = bits.reshape(-1, len(exercise.tokens))
    return [
        _label(asked, exercise, label, by_student >> at & 1)
        for at, label in enumerate(exercise.labels)
    ]


def _label(asked: Asked, exercise: BoundAnnotate, label: Label, chosen: np.ndarray) -> Labelled:
    students, counts = len(chosen), chosen.sum(axis=0)
    alpha = alpha_of(np.column_stack([students - counts, counts]))
    shares = tuple(float(share) for share in counts / students)
    return Labelled(asked, label, students, shares, _key(exercise, label), alpha)


def _key(exercise: BoundAnnotate, label: Label) -> Words:
    return frozenset().union(*(key.words for key in exercise.keys if key.label is label))


def alpha_of(counts: np.ndarray, seed: int = 1) -> Alpha | None:
    """Give alpha of how many chose each value (columns) for each word (rows).

    The interval is a bootstrap: the words are drawn again, with repetition, 200 times. Words that
    stand side by side are often marked together, so the true interval is a little wider. None where
    all words have one value, for then there is nothing to agree on.

    >>> alpha_of(np.array([[5, 0], [0, 5], [5, 0], [0, 5]])).alpha
    1.0
    """
    if (counts.sum(axis=0) > 0).sum() <= 1:
        return None
    chance = np.random.default_rng(seed)
    draws = chance.integers(len(counts), size=(DRAWS, len(counts)))
    drawn = [found for draw in draws if (found := _nominal(counts[draw])) is not None]
    low, high = np.quantile(drawn, [0.025, 0.975])
    whole = _nominal(counts)
    return None if whole is None else Alpha(whole, float(low), float(high))


def _nominal(counts: np.ndarray) -> float | None:
    if (counts.sum(axis=0) > 0).sum() <= 1:
        return None
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))
