"""Journey: the same number judged again and again, as one dated statement after the other comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from helpers.kinds.base import Ungraded, only
from helpers.kinds.estimate import read_range
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.topics.casualties import Bounds
    from helpers.workbook import Answer

STAYED = "stayed"
Brought = Literal["evidence", "definition", "interest", "revision", "nothing"]
REASONS = (STAYED, "evidence", "definition", "interest", "revision", "other")
"""Why a range moved, or that it did not."""
WHY_FIRST = "Say also why your range moved, or that it did not."


class Stop(Record, frozen=True, kw_only=True):
    """One stop: the statements that come in, as rows of a table, and what they bring."""

    id: str
    rows: tuple[str, ...]
    says: str
    brings: Brought
    why: str


class Judged(NamedTuple):
    """The range that was given at a stop, and why it moved."""

    stop: Stop
    range: Bounds
    reason: str


class Journey(Ungraded, frozen=True, kw_only=True, tag="journey"):
    """A number that nobody knows; each range is compared with what was stated later.

    `later` names the rows of the table with which it can be compared: the same thing counted.
    """

    unit: str
    table: str
    steps: tuple[Stop, ...]
    later: tuple[str, ...]
    after: str

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: the range says it."""
        return ()

    def read(self, answer: Answer) -> tuple[Judged, ...]:
        """Give the ranges so far, from the first stop on without a gap."""
        reached = max(
            (n for n, stop in enumerate(self.steps) if f"{stop.id}-low" in answer), default=0
        )
        return tuple(self._judged(answer, number) for number in range(reached + 1))

    def complete(self, answer: Answer) -> bool:
        """Go on until the last stop."""
        return len(self.read(answer)) == len(self.steps)

    def _judged(self, answer: Answer, number: int) -> Judged:
        stop = self.steps[number]
        given = read_range(answer, stop.id, f"Stop {number + 1}")
        reason = only(answer, f"{stop.id}-reason", REASONS, WHY_FIRST) if number else STAYED
        return Judged(stop, given, reason)
