"""Casualties: what a figure says, what it leaves open, and how it sits beside others."""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate
from math import comb, inf
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SURE = 0.8
"""The share of ranges that should hold the truth, for somebody who is 80 % sure."""


class Bounds(NamedTuple):
    """The least and the most that a number can be; both ends belong to it, `inf` is no limit."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Tell whether a value lies inside.

        >>> Bounds(39, 40).holds(40)
        True
        """
        return self.low <= value <= self.high

    @property
    def width(self) -> float:
        """Give how far its ends lie apart."""
        return self.high - self.low

    def miss(self, value: float) -> float:
        """Give the distance to a value outside, and 0 to one inside.

        >>> Bounds(39, 40).miss(45)
        5
        """
        return max(self.low - value, value - self.high, 0)


def together(*statements: Bounds) -> Bounds | None:
    """Give what all statements allow at once, or None if they cannot all be right.

    >>> together(Bounds(40, inf), Bounds(0, 39)) is None
    True
    """
    low = max((one.low for one in statements), default=0)
    high = min((one.high for one in statements), default=inf)
    return Bounds(low, high) if low <= high else None


def dead_by_survivors(group: int, survivors: int = 1) -> Bounds:
    """Bound the dead of a group of which some are alive to tell of it.

    Raises ValueError unless 0 <= survivors <= group.

    >>> dead_by_survivors(40).high
    39
    """
    if not 0 <= survivors <= group:
        message = f"{survivors} survivors do not fit into a group of {group}."
        raise ValueError(message)
    return Bounds(0, group - survivors)


def share(part: float, whole: float) -> float:
    """Give a part as a share of a whole, from 0 to 1. Raises ValueError if it is not a part.

    >>> share(40, 8000)
    0.005
    """
    if not (whole > 0 and 0 <= part <= whole):
        message = f"{part:g} is no part of {whole:g}."
        raise ValueError(message)
    return part / whole


def wounded_per_killed(wounded: float, killed: float) -> float:
    """Give how many are wounded for each one killed. Raises ValueError unless somebody is killed.

    Both must be of one event and one definition, as in Dupuy's comparisons of battle casualties.

    >>> round(wounded_per_killed(775, 255), 2)
    3.04
    """
    if killed <= 0 or wounded < 0:
        message = f"No ratio can be given for {wounded:g} wounded and {killed:g} killed."
        raise ValueError(message)
    return wounded / killed


def interval_score(low: float, high: float, truth: float, level: float = SURE) -> float:
    """Score a range by its width, plus 2/(1-level) times the distance by which it misses.

    Less is better; the unit is that of the number. At 80 % a miss costs ten times its distance.
    It is best, on average, to give the range that one is really `level` sure of: Gneiting and
    Raftery, Strictly Proper Scoring Rules (2007), equation 43. Raises ValueError if low > high.

    >>> interval_score(300, 400, 363), interval_score(370, 400, 363)
    (100, 100.0)
    """
    if low > high or not 0 < level < 1:
        message = f"{low:g} to {high:g} at {level:g} is no range."
        raise ValueError(message)
    given = Bounds(low, high)
    # Rounded: 1 - 0.8 is not quite 0.2, and a miss costs ten times, not 10.000000000000002.
    miss = given.miss(truth)
    return given.width + (2 / round(1 - level, 12) * miss if miss else 0)


def imagine(
    size: int, lethal: float, *, together: bool, groups: int = 1000, seed: str = ""
) -> list[int]:
    """Imagine groups in which everybody is hit; give how many groups had each number killed.

    `lethal` is the share of those hit who die, from 0 to 1. On their own, each man has his own
    luck; in one shared fate it is the same for all. A toy, without rescue, time or terrain. The
    list has size + 1 entries, from none killed to all. Raises ValueError outside the ranges.

    >>> imagine(2, 1.0, together=False, groups=3)
    [0, 0, 3]
    """
    if size < 0 or groups < 0 or not 0 <= lethal <= 1:
        message = f"No group of {size} can be imagined with a share of {lethal:g} killed."
        raise ValueError(message)
    throw = random.Random(seed).random  # noqa: S311 - no secret
    found = [0] * (size + 1)
    if together:
        chances = [1 - lethal] * size
    else:
        # One throw for each group, not for each man: a slider waits for a thousand groups.
        chances = list(accumulate(binomial(size, lethal, killed) for killed in range(size)))
    for _ in range(groups):
        found[bisect(chances, throw())] += 1
    return found


def binomial(size: int, share: float, killed: int) -> float:
    """Give the chance that so many of a group are killed, each with the same chance.

    >>> binomial(2, 0.5, 1)
    0.5
    """
    return comb(size, killed) * share**killed * (1 - share) ** (size - killed)


def at_most_one_lived(found: Sequence[int]) -> int:
    """Count the groups of `imagine` in which all were killed, or all but one.

    >>> at_most_one_lived([5, 0, 2, 1])
    3
    """
    return sum(found[-2:])


def with_survivors(found: Sequence[int]) -> list[int]:
    """Leave out the groups of `imagine` in which all were killed: nobody is left to tell of them.

    >>> with_survivors([5, 0, 2, 1])
    [5, 0, 2, 0]
    """
    return [*found[:-1], 0]


def killed_on_average(found: Sequence[int]) -> float:
    """Give how many were killed in a group of `imagine` on average. Raises ValueError without one.

    >>> killed_on_average([5, 0, 2, 1])
    0.875
    """
    groups = sum(found)
    if not groups:
        raise ValueError("There is no group to take an average of.")
    return sum(killed * times for killed, times in enumerate(found)) / groups
