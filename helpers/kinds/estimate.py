"""Estimate: ranges for numbers whose answer is known, scored by the interval score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import NotAnAnswerError, Ungraded
from helpers.records import Record
from helpers.topics.casualties import Bounds, interval_score
from helpers.topics.phrases import read_number

if TYPE_CHECKING:
    from helpers.workbook import Answer

LARGEST = 1_000_000_000
"""No number that we ask for comes near it."""


class Quantity(Record, frozen=True, kw_only=True):
    """A number to judge; `truth` is what is known of it, and `source` says from where."""

    id: str
    ask: str
    unit: str
    truth: float
    source: str
    why: str

    def score(self, given: Bounds) -> float:
        """Give the interval score of a range, in the unit of the number; less is better."""
        return interval_score(given.low, given.high, self.truth)


class Estimate(Ungraded, frozen=True, kw_only=True, tag="estimate"):
    """Ranges that the student is 80 % sure of."""

    items: tuple[Quantity, ...]
    after: str

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: the range says it."""
        return ()

    def read(self, answer: Answer) -> dict[str, Bounds]:
        """Give the range for each number."""
        return {item.id: read_range(answer, item.id, item.ask) for item in self.items}


def read_range(answer: Answer, name: str, ask: str) -> Bounds:
    """Read the two ends of a range, written as people write numbers."""
    written = [(answer.get(f"{name}-{end}") or [""])[-1].strip() for end in ("low", "high")]
    low, high = map(read_number, written)
    if low is None or high is None:
        raise NotAnAnswerError(f"{ask}: write two numbers, such as 300 and 1,200.")
    if not 0 <= low <= high <= LARGEST:
        raise NotAnAnswerError(f"{ask}: write the smaller number first.")
    return Bounds(low, high)
