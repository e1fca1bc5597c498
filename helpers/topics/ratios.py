"""Ratios: how many were wounded for each one killed, in a case or in a claim."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from helpers.topics.casualties import Bounds, wounded_per_killed

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS = ("", "at most", "at least")
"""What a table says of a ratio: it is the number itself, or only a limit is known."""


class Case(NamedTuple):
    """A case: its group, a short name, its numbers, and what they allow the ratio to be."""

    group: str
    name: str
    killed: float
    wounded: float
    ratio: float
    allowed: Bounds


def read_case(row: Mapping[str, str]) -> Case:
    """Read a row of a table. Raises ValueError where it gives no ratio."""
    killed, wounded = float(row["killed"]), float(row["wounded_or_nonfatal"])
    ratio, limit = wounded_per_killed(wounded, killed), row["ratio_is"]
    if limit not in LIMITS:
        raise ValueError(f"a ratio cannot be “{limit}”")
    low = 0 if limit == "at most" else ratio
    high = inf if limit == "at least" else ratio
    return Case(row["group"], row["name"], killed, wounded, ratio, Bounds(low, high))
