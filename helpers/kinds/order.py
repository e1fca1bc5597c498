"""Order: bring items into an order."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from helpers.kinds.base import Exercise, Grade, Mark, NotAnAnswerError, Part, Taught
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer

MISPLACED = "Not in its place yet."


class Step(Taught, frozen=True, kw_only=True):
    """One item, in its right place in the file."""

    text: str


class Slip(Record, frozen=True, kw_only=True):
    """A tempting wrong order: one item put before another."""

    put: str
    before: str
    misconception: str
    why: str


class Order(Exercise, frozen=True, kw_only=True, tag="order"):
    """Items in their right order; `ties` may stand either way round."""

    ends: tuple[str, str]
    items: tuple[Step, ...]
    slips: tuple[Slip, ...]
    ties: tuple[tuple[str, str], ...] = ()

    @property
    def chance(self) -> float:
        """Half of all pairs stand right by chance."""
        return 0.5

    def read(self, answer: Answer) -> tuple[str, ...]:
        """Give the ids in the order that was chosen."""
        order = tuple(answer.get("order", []))
        if sorted(order) != sorted(item.id for item in self.items):
            message = "Bring the items into an order first."
            raise NotAnAnswerError(message)
        return order

    def mark(self, answer: Answer) -> Mark:
        """Mark by the share of pairs that stand the right way round (after Kendall)."""
        order = self.read(answer)
        swapped = self._swapped(order)
        pairs = max(1, len(list(combinations(self.items, 2))))
        parts = tuple(self._part(item, order, swapped) for item in self.items)
        return Mark(1 - len(swapped) / pairs, parts)

    def _swapped(self, order: tuple[str, ...]) -> set[tuple[str, str]]:
        """Give each pair that stands the wrong way round, as (put first, belongs first)."""
        tied = {frozenset(tie) for tie in self.ties}
        return {
            (late.id, early.id)
            for early, late in combinations(self.items, 2)
            if order.index(late.id) < order.index(early.id)
            and frozenset({early.id, late.id}) not in tied
        }

    def _part(self, item: Step, order: tuple[str, ...], swapped: set[tuple[str, str]]) -> Part:
        slip = next(
            (s for s in self.slips if s.put == item.id and (s.put, s.before) in swapped), None
        )
        misplaced = any(item.id in pair for pair in swapped)
        exact = order.index(item.id) == [step.id for step in self.items].index(item.id)
        right = not misplaced or (exact and slip is None)
        return item.part(
            Grade.RIGHT if right else Grade.WRONG if slip else Grade.CLOSE,
            why=f"{slip.why} {item.why}" if slip else item.why,
            first="" if right else slip.why if slip else MISPLACED,
            misconception=slip.misconception if slip else "",
        )
