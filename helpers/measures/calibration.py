"""Calibration: how well being sure and being right go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from helpers.measures.interval import share_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    """One of the five words: how often it was said, and how often the answer was right.

    `sure` is how sure it made the student on average, as a share: it depends on what pure guessing
    would have got.
    """

    word: int
    right: int
    times: int
    sure: float

    @property
    def share(self) -> float:
        """Give the share of its answers that were right."""
        return self.right / self.times


class Calibration(NamedTuple):
    """Each word that was said, from the least sure on, and the gap: how much surer than right.

    `gap` is a difference of shares, and None where there are too few answers to say.
    """

    words: tuple[Word, ...]
    gap: float | None

    @property
    def near(self) -> bool:
        """Tell whether there is no gap that is worth a word."""
        return self.gap is not None and abs(self.gap) <= NEAR

    @property
    def clear(self) -> int:
        """Give 1 for who was clearly surer than right, -1 for the contrary, and 0 otherwise.

        A gap is clear where it is not near 0, and where how sure the answers were on average lies
        outside the 95 % interval of the share that was right: nobody is told of chance.
        """
        if self.gap is None or self.near:
            return 0
        sure = sum(word.sure * word.times for word in self.words) / self.times
        # Sums leave an error behind, and of a share below 0 or above 1 there is no interval.
        share = min(max(sure - self.gap, 0), 1)
        right = share_interval(share * self.times, self.times)
        return (sure > right.high) - (sure < right.low)

    @property
    def times(self) -> int:
        """How many answers it rests on."""
        return sum(word.times for word in self.words)


def calibration(found: Iterable[Result]) -> Calibration:
    """Compare how sure first attempts were with how right; those without a confidence are left out.

    >>> calibration([Result(lesson="x", exercise="a", score=1.0, sure=0.9, word=3)]).words
    (Word(word=3, right=1, times=1, sure=0.9),)
    """
    asked = [one for one in found if one.word is not None]
    words = tuple(
        _word(word, [one for one in asked if one.word == word])
        for word in sorted({one.word for one in asked if one.word is not None})
    )
    if len(asked) < ENOUGH:
        return Calibration(words, None)
    return Calibration(words, sum((one.sure or 0) - one.score for one in asked) / len(asked))


def _word(word: int, said: Sequence[Result]) -> Word:
    sure = sum(one.sure or 0 for one in said) / len(said)
    return Word(word, sum(one.well for one in said), len(said), sure)
