"""Areas: how much land is said to be held, by whom, and of which time it is said."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from helpers.topics.casualties import Bounds

if TYPE_CHECKING:
    from collections.abc import Mapping

PARTY = "party"
"""What a table calls the word of those who fight; of others it says `other`."""


class Held(NamedTuple):
    """An estimate of the land under control, for any of the days from `first` to `last`.

    `disputed` is land that the same claimant counts apart from it.
    """

    claimant: str
    name: str
    first: date
    last: date
    control: Bounds
    disputed: float
    by_party: bool

    @property
    def of_one_day(self) -> bool:
        """Tell whether it speaks of a single day."""
        return self.first == self.last


def read_held(row: Mapping[str, str]) -> Held | None:
    """Read a row of a table; one without a number of its own is no estimate.

    Raises ValueError where its days are none, or out of order.
    """
    low, high = row["controlled_km2_low"], row["controlled_km2_high"]
    if not high:
        return None
    first, last = _day(row["from"]), _day(row["to"])
    if last < first:
        raise ValueError(f"a time cannot last from {first} to {last}")
    return Held(
        claimant=row["claimant"],
        name=row["name"],
        first=first,
        last=last,
        control=Bounds(float(low or 0), float(high)),
        disputed=float(row["extra_grey_zone_km2"] or 0),
        by_party=row["word_of"] == PARTY,
    )


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"“{written}” is no day") from None


def above(held: list[Held], limit: float) -> list[Held]:
    """Give the estimates whose land under control is more than a limit, in any case.

    >>> above([], 1_000)
    []
    """
    return [one for one in held if one.control.low > limit]
