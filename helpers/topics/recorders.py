"""Recorders' rules: how one number is made of several reports of the same event.

After the ways in which casualty recorders deal with conflicting reports (Every Casualty Counts):
ranges, the majority of sources, an order of sources, and counts by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from helpers.errors import KitError
from helpers.texts.vocabulary import Grade
from helpers.topics.casualties import Bounds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from helpers.texts.dossier import Dossier

REPORTS = "reports"
"""The table of a text in which its reports stand."""
BEST_FIRST = (Grade.CONFIRMED, Grade.NAMED, Grade.FAIR, Grade.WEAK, Grade.CONTESTED)
"""From what the responsible side accepts down to what the sides dispute."""
HALF = 0.5
MOST = 100
"""Reports of one event; each range that they could share is tried."""
Count = Annotated[float, msgspec.Meta(ge=0, le=1e9)]


class Report(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    rename={"low": "killed_low", "high": "killed_high", "basis": "basis_as_published"},
):
    """One report of the dead of an event; `named` counts those whom it identifies."""

    claimant: str
    low: Count
    high: Count | None = None
    grade: Grade
    named: int = 0
    basis: str = ""

    @property
    def bounds(self) -> Bounds:
        """Give the least and the most that it reports."""
        return Bounds(self.low, self.low if self.high is None else self.high)


def read_report(row: Mapping[str, str]) -> Report:
    """Read a report from a row of a table; an empty cell says nothing.

    >>> read_report({"claimant": "A", "killed_low": "9", "grade": "fair"}).bounds
    Bounds(low=9.0, high=9.0)
    """
    try:
        return msgspec.convert({k: v for k, v in row.items() if v}, Report, strict=False)
    except msgspec.ValidationError as error:
        message = f"The row of {row.get('claimant') or 'nobody'} is no report: {error}."
        raise KitError(message) from None


def reports_of(dossier: Dossier) -> tuple[Report, ...]:
    """Give the reports that lie beside a text, in the order of their table."""
    rows = dossier.table(REPORTS)
    if len(rows) > MOST:
        raise KitError(
            f"{REPORTS}.csv of “{dossier.id}” has more than {MOST} rows; leave some out."
        )
    return tuple(map(read_report, rows))


def minimum_to_maximum(reports: Sequence[Report]) -> Bounds | None:
    """Give the lowest and the highest number that anybody reports."""
    if not reports:
        return None
    return Bounds(min(r.bounds.low for r in reports), max(r.bounds.high for r in reports))


def majority(reports: Sequence[Report]) -> Bounds | None:
    """Give the narrowest range between reported ends that at least half of the reports share."""
    # Only numbers that somebody reported can be ends: anything between would be made up.
    ends = sorted({end for one in reports for end in one.bounds})
    ranges = [
        Bounds(low, high) for low in ends for high in ends
        if low <= high and _agree(reports, low, high) >= HALF * len(reports)
    ]  # fmt: skip
    # Of two that are equally narrow, the lower one: the more careful.
    return min(ranges, key=lambda one: (one.width, one.low), default=None)


def best_graded(reports: Sequence[Report]) -> Bounds | None:
    """Give the number of the report with the best grade; the first of them, if several have it."""
    graded = [one for one in reports if one.grade in BEST_FIRST]
    best = min(graded, key=lambda one: BEST_FIRST.index(one.grade), default=None)
    return best.bounds if best else None


def grades_of(reports: Sequence[Report]) -> tuple[Grade, ...]:
    """Give the grades that some reports have, the best first."""
    return tuple(grade for grade in BEST_FIRST if any(one.grade is grade for one in reports))


def named_only(reports: Sequence[Report]) -> Bounds | None:
    """Give the most that any report identifies by name: a floor, with no upper end."""
    most = max((one.named for one in reports), default=0)
    # A name is a floor: it never says that there was nobody else.
    return Bounds(most, float("inf")) if most else None


RULES: dict[str, Callable[[Sequence[Report]], Bounds | None]] = {
    "range": minimum_to_maximum,
    "majority": majority,
    "best": best_graded,
    "named": named_only,
}


def _agree(reports: Sequence[Report], low: float, high: float) -> int:
    """Count the reports whose whole range lies between two ends."""
    return sum(low <= one.bounds.low and one.bounds.high <= high for one in reports)
