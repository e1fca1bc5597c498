"""Change: what was gained, and what was lost, between two first attempts at the same things."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Change(NamedTuple):
    """How many answers were right both times, only later, only earlier, or neither time.

    Gain and loss are those of Dellwo 2010 (Journal of the Scholarship of Teaching and Learning 10,
    55-67), who splits the normalised change into them, so that no gain hides a loss.
    """

    kept: int
    gained: int
    lost: int
    still_open: int

    @property
    def gain(self) -> float | None:
        """Give gained / (gained + still open), a share; None where nothing was left to gain."""
        return _share(self.gained, self.still_open)

    @property
    def loss(self) -> float | None:
        """Give lost / (lost + kept), a share; None where there was nothing to lose."""
        return _share(self.lost, self.kept)


def change(answers: Iterable[tuple[bool, bool]]) -> Change:
    """Count answers, each as whether it was right before and whether it is right after.

    >>> found = change([(False, True), (False, True), (False, False), (True, True), (True, False)])
    >>> found
    Change(kept=1, gained=2, lost=1, still_open=1)
    >>> found.loss
    0.5
    """
    times = Counter(answers)
    return Change(
        kept=times[True, True],
        gained=times[False, True],
        lost=times[True, False],
        still_open=times[False, False],
    )


def normalised_gain(before: float, after: float) -> float | None:
    """Give a class's normalised gain from its two mean scores (shares from 0 to 1).

    It is (after - before) / (1 - before) (Hake 1998, American Journal of Physics 66, 64-74):
    losses count against gains, and it is below 0 where they prevail. None where the class knew
    everything before.

    >>> normalised_gain(0.5, 0.75)
    0.5
    """
    return (after - before) / (1 - before) if before < 1 else None


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None
