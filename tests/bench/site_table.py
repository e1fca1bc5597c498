"""What the visits to the site came to, as a table of player against JupyterLite."""

from __future__ import annotations

from collections import defaultdict
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from site_visits import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from site_host import Sent
    from site_visits import Visit

LINES = ("plain", "10 Mbit/s, 50 ms")
TIMES = ("first", "second", "next-day")
PLAIN, FIRST = LINES[0], TIMES[0]
MEGABYTE = 1_000_000
FEEDBACK = 50.0
"""Milliseconds that the player may take to the feedback."""


def size(sent: list[Sent]) -> float:
    """Give megabytes."""
    return sum(one.size for one in sent) / MEGABYTE


class Number(NamedTuple):
    """A number of a visit; `budget` is the player's on a first visit without delay."""

    unit: str
    of: Callable[[Visit], float]
    budget: float | None = None


NUMBERS = {
    "text": Number("s", lambda visit: visit.text),
    "first card": Number("s", lambda visit: visit.card, 3.0),
    "all pieces": Number("s", lambda visit: visit.pieces),
    "sent": Number("MB", lambda visit: size(visit.sent), 10.0),
    "answers": Number("", lambda visit: len(visit.sent)),
    "sent in all": Number("MB", lambda visit: size(visit.all()), 10.0),
    "answers in all": Number("", lambda visit: len(visit.all())),
}


class Row(NamedTuple):
    """One line of the table."""

    what: str
    unit: str
    player: float
    lite: float
    budget: float | None = None

    @property
    def met(self) -> bool:
        return self.budget is None or self.player <= self.budget

    def __str__(self) -> str:
        ratio = f"{self.player / self.lite:9.2f}" if self.lite else f"{'':9}"
        verdict = "met" if self.met else "MISSED"
        budget = "" if self.budget is None else f"{self.budget:8.1f}  {verdict}"
        return f"{self.what:<50}{self.unit:<6}{self.player:10.2f}{self.lite:10.2f}{ratio}{budget}"


class Found:
    """Everything that was measured: visits by place, line and time, commits by place."""

    def __init__(self) -> None:
        self.visits: dict[tuple[str, str, str], list[Visit]] = defaultdict(list)
        self.commits: dict[str, list[float]] = defaultdict(list)

    def add(self, place: str, line: str, time: str, visit: Visit) -> None:
        """Add a visit."""
        self.visits[place, line, time].append(visit)

    def row(self, line: str, time: str, what: str, name: str = "") -> Row:
        """Compare one number of the visits."""
        number = NUMBERS[what]
        player, lite = (median(map(number.of, self.visits[place, line, time])) for place in PLACES)
        budget = number.budget if (line, time) == (PLAIN, FIRST) and not name else None
        return Row(name or f"{line}, {time} visit: {what}", number.unit, player, lite, budget)

    def rows(self) -> list[Row]:
        """Compare everything."""
        visits = [
            self.row(line, time, what) for line in LINES for time in TIMES for what in NUMBERS
        ]
        player, lite = (self.commits[place] for place in PLACES)
        half, most = f"commit to feedback, median of {len(player)}", "commit to feedback, p95"
        return [
            *visits,
            Row(half, "ms", median(player), median(lite), FEEDBACK),
            Row(most, "ms", quantiles(player, n=20)[-1], quantiles(lite, n=20)[-1]),
        ]
