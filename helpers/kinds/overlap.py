"""How far two choices of words agree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GOOD_OVERLAP = 0.7
"""From this agreement on an overlap counts in full: about where trained annotators stand."""

_SMALL = frozenset(
    word
    for line in (
        "a an the that and but or who which as by of to he she it they his her its",
        "is are was were be been has have had",
    )
    for word in line.split()
)
_PUNCTUATION = "“”‘’\"'.,;:!?…()[]—–-"


def f1(mine: frozenset[int], key: frozenset[int]) -> float:
    """Give the harmonic mean of precision and recall, from 0 to 1.

    >>> f1(frozenset({1, 2}), frozenset({2, 3}))
    0.5
    """
    total = len(mine) + len(key)
    return 2 * len(mine & key) / total if total else 0.0


def trimmed(chosen: frozenset[int], words: Sequence[str]) -> frozenset[int]:
    """Drop small words at the edges, unless nothing else is left.

    >>> sorted(trimmed(frozenset({0, 1, 2}), ["that", "most", "will"]))
    [1, 2]
    """
    left = sorted(chosen)
    # Only at the edges: small words inside belong to what they join.
    while left and _small(words[left[0]]):
        left.pop(0)
    while left and _small(words[left[-1]]):
        left.pop()
    # A source can be a pronoun, and then the small word is all there is.
    return frozenset(left) or chosen


def all_small(chosen: Iterable[int], words: Sequence[str]) -> bool:
    """Tell whether there are small words only, or none.

    >>> all_small([0, 2], ["that", "most", "will"]), all_small([0], ["that"])
    (False, True)
    """
    return all(_small(words[one]) for one in chosen)


@cache
def _small(word: str) -> bool:
    return word.strip(_PUNCTUATION).lower() in _SMALL
