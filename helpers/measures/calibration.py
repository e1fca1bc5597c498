"""Calibration: how well being sure and being right go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

WELL = 0.8
"""From this share on an exercise counts as gone well."""
NEAR = 0.08
"""A gap of so much is no gap."""
ENOUGH = 5
"""Of fewer answers nothing is said but how many they were."""
MANY = 30
"""Fewer answers than this are few."""


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """The first attempt at a graded exercise.

    `score` is a share from 0 to 1, `sure` what the student gave it (a share), `word` the place of
    her word among the five; both are None where nobody asked. `slips` showed, `tempts` could have.
    `place` says where the attempt stands among all others.
    """

    lesson: str
    exercise: str
    score: float
    sure: float | None = None
    word: int | None = None
    slips: tuple[str, ...] = ()
    tempts: frozenset[str] = frozenset()
    place: tuple[int, str, str] = (0, "", "")

    @property
    def well(self) -> bool:
        """Whether it went well."""
        return self.score >= WELL


class Word(NamedTuple):
    """One of the five words: how often it was said, and how often the answer was right."""

    word: int
    right: int
    times: int


class Calibration(NamedTuple):
    """Each word that was said, from the least sure on, and the gap: how much surer than right.

    `gap` is a difference of shares; it is 0 where the two are near each other, so that nobody is
    told of noise, and None where there are too few answers to say.
    """

    words: tuple[Word, ...]
    gap: float | None

    @property
    def times(self) -> int:
        """How many answers it rests on."""
        return sum(word.times for word in self.words)


def calibration(found: Iterable[Result]) -> Calibration:
    """Compare how sure first attempts were with how right; those without a confidence are left out.

    >>> calibration([Result(lesson="x", exercise="a", score=1.0, sure=0.9, word=3)]).words
    (Word(word=3, right=1, times=1),)
    """
    asked = [(one.word, one.sure, one) for one in found if one.word is not None]
    said = {word: [r.well for w, _, r in asked if w == word] for word, _, _ in asked}
    words = tuple(Word(word, sum(right), len(right)) for word, right in sorted(said.items()))
    if len(asked) < ENOUGH:
        return Calibration(words, None)
    gap = sum((sure or 0) - result.score for _, sure, result in asked) / len(asked)
    return Calibration(words, gap if abs(gap) > NEAR else 0)
