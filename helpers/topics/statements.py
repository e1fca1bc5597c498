"""Statements of a number that can only grow, such as the dead of a war, each with its day.

What is stated of one day says something of other days, too: the dead do not come back, so nobody
who is right about an earlier day had fewer on a later one. That is a reading, and ours.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from helpers.topics.casualties import Bounds, together

if TYPE_CHECKING:
    from datetime import date


class Statement(NamedTuple):
    """What somebody stated, and the day; of a `part` alone, it sets no upper limit to the whole."""

    day: date
    limits: Bounds
    part: bool = False

    @property
    def is_floor(self) -> bool:
        """Tell whether it says “at least”.

        >>> from datetime import date
        >>> Statement(date(2024, 12, 19), Bounds(100, inf)).is_floor
        True
        """
        return self.limits.high == inf

    def implies(self, on: date) -> Bounds:
        """Give what it means for the whole on another day, if it is right.

        >>> from datetime import date
        >>> april = Statement(date(2025, 4, 30), Bounds(600, 600))
        >>> april.implies(date(2025, 9, 2)), april.implies(date(2025, 1, 22))
        (Bounds(low=600, high=inf), Bounds(low=0, high=600))
        """
        low = self.limits.low if self.day <= on else 0
        high = self.limits.high if self.day >= on and not self.part else inf
        return Bounds(low, high)

    def contradicts(self, given: Bounds, on: date) -> bool:
        """Tell whether it cannot be right if the number of that day lies in a range.

        >>> from datetime import date
        >>> floor = Statement(date(2024, 12, 19), Bounds(100, inf))
        >>> floor.contradicts(Bounds(200, 900), date(2024, 12, 19))
        False
        >>> floor.contradicts(Bounds(0, 50), date(2024, 12, 19))
        True
        """
        return together(given, self.implies(on)) is None

    def miss(self, given: Bounds, on: date) -> float:
        """Give how far it lies outside a range, and 0 where both can be right."""
        implied = self.implies(on)
        return max(implied.low - given.high, given.low - implied.high, 0)
