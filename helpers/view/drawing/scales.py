"""Scales: where on the paper a value stands, and at which round values its axis has a tick."""

from __future__ import annotations

from datetime import date
from itertools import count, takewhile
from math import ceil, floor, log10
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROUND = (1, 2, 5)
_YEAR = 12
FEWEST = 2
"""An axis with one tick has no unit."""


class Scale(msgspec.Struct, frozen=True):
    """Values from `low` to `high` on a line of the picture from `start` to `end`.

    Raises ValueError where low is not below high.
    """

    low: float
    high: float
    start: float
    end: float

    def __post_init__(self) -> None:
        """Refuse what has no extent: everything on it would stand in one place, or nowhere."""
        if not self.low < self.high:
            raise ValueError(f"a scale from {self.low:g} to {self.high:g} has no extent")

    def at(self, value: float) -> float:
        """Give the place of a value; one beyond an end stands at that end."""
        inside = min(max(value, self.low), self.high)
        least, most = self._measure(self.low), self._measure(self.high)
        return self.start + (self.end - self.start) * (self._measure(inside) - least) / (
            most - least
        )

    def ticks(self, most: int) -> tuple[float, ...]:
        """Give round values inside the scale, at most so many."""
        raise NotImplementedError

    def _measure(self, value: float) -> float:
        raise NotImplementedError


class Linear(Scale, frozen=True):
    """Equal steps get equal room.

    >>> Linear(0, 1_300, 0, 640).ticks(4), Linear(0, 100, 0, 640).at(25)
    ((0.0, 500.0, 1000.0), 160.0)
    """

    def ticks(self, most: int) -> tuple[float, ...]:
        """Give multiples of a round step."""
        return next(
            found for step in _steps((self.high - self.low) / most)
            if len(found := self._multiples(step)) <= most
        )  # fmt: skip

    def _multiples(self, step: float) -> tuple[float, ...]:
        first, last = ceil(self.low / step), floor(self.high / step)
        # Rounding may carry a multiple just beyond an end.
        found = (round(step * times, 12) for times in range(first, last + 1))
        return tuple(value for value in found if self.low <= value <= self.high)

    def _measure(self, value: float) -> float:
        return value


class Log(Scale, frozen=True):
    """Each tenfold step gets the same room; `low` is above zero.

    >>> Log(0.1, 1_000, 0, 40).at(1), Log(0.1, 20, 0, 1).ticks(9)
    (10.0, (0.1, 1.0, 10.0))
    """

    def __post_init__(self) -> None:
        """Refuse zero, which is endlessly far away on such a scale."""
        super().__post_init__()
        if self.low <= 0:
            raise ValueError(f"a log scale cannot begin at {self.low:g}")

    def ticks(self, most: int) -> tuple[float, ...]:
        """Give powers of ten; where there are too many, every second, third and so on."""
        first, last = ceil(log10(self.low) - 1e-9), floor(log10(self.high) + 1e-9)
        every = max(1, ceil((last - first + 1) / most))
        return tuple(
            min(max(10.0**power, self.low), self.high) for power in range(first, last + 1, every)
        )

    def _measure(self, value: float) -> float:
        return log10(value)


class LogFromZero(Scale, frozen=True):
    """Zero, and from one on each tenfold step in the same room: for counts that may be none.

    >>> LogFromZero(0, 999, 0, 30).at(99), LogFromZero(0, 999, 0, 30).ticks(9)
    (20.0, (0.0, 1.0, 10.0, 100.0))
    """

    def ticks(self, most: int) -> tuple[float, ...]:
        """Give zero and powers of ten, the small ones left out first."""
        powers = takewhile(lambda one: one <= self.high, (10.0**n for n in range(400)))
        inside = [one for one in powers if one >= self.low]
        zero = [0.0] if self.low <= 0 else []
        kept = inside[max(0, len(inside) + len(zero) - most) :]
        return (*zero, *kept)

    def _measure(self, value: float) -> float:
        # One is added, so that zero has a place.
        return log10(1 + value)


class Time(Scale, frozen=True):
    """Days, as `date.toordinal` counts them; its ticks are the first days of months.

    >>> scale = Time(date(2024, 8, 6).toordinal(), date(2025, 3, 17).toordinal(), 0, 640)
    >>> [date.fromordinal(int(day)).isoformat() for day in scale.ticks(4)]
    ['2024-09-01', '2024-11-01', '2025-01-01', '2025-03-01']
    """

    def ticks(self, most: int) -> tuple[float, ...]:
        """Give the first days of months; of a time without two of them, its ends."""
        firsts = tuple(self._firsts())
        if len(firsts) < FEWEST:
            return (self.low, self.high)
        return next(found for one in _months() if len(found := firsts[::one]) <= most)

    def _firsts(self) -> Iterator[float]:
        day = date.fromordinal(ceil(self.low))
        year, month = day.year, day.month
        while (first := date(year, month, 1).toordinal()) <= self.high:
            if first >= self.low:
                yield first
            year, month = (year, month + 1) if month < _YEAR else (year + 1, 1)

    def _measure(self, value: float) -> float:
        return value


def _months() -> Iterator[int]:
    """Give steps of months: single ones, quarters, halves of years, years, ever more years."""
    # None is more than twice the one before: with room for two ticks there are two.
    yield from (1, 2, 3)
    yield from (6 * 2**n for n in count())


def _steps(least: float) -> Iterator[float]:
    """Give round steps from a little under `least` upward: 1, 2, 5, 10, 20, 50 and so on."""
    power = floor(log10(least))
    while True:
        yield from (one * 10.0**power for one in _ROUND)
        power += 1
