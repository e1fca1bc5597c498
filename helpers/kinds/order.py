"""Order: bring items into an order."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from helpers.flaws import Flaw, filled
from helpers.kinds.base import Exercise, Feedback, Mark, NotAnAnswerError, Outcome, WithFeedback
from helpers.kinds.effort import Effort, several
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.words import answer_text as words
from helpers.words import tally_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

Pair = tuple[str, str]


class Step(WithFeedback, frozen=True, kw_only=True):
    """One item, in its right place in the file."""

    text: str


class TemptingOrder(Record, frozen=True, kw_only=True):
    """A tempting wrong order: one item put before another, and the slip that it shows."""

    put: str
    before: str
    slip: str
    why: str


class Order(Exercise, frozen=True, kw_only=True, tag="order"):
    """Items in their right order; `ties` may stand either way round."""

    ends: tuple[str, str]
    items: tuple[Step, ...]
    tempting: tuple[TemptingOrder, ...]
    ties: tuple[Pair, ...] = ()

    @property
    def chance(self) -> float:
        """Half of all pairs stand right by chance."""
        # Each pair is a coin.
        return 0.5

    def read(self, answer: Answer) -> tuple[str, ...]:
        """Give the ids in the order that was chosen."""
        order = tuple(answer.get("order", []))
        if sorted(order) != sorted(item.id for item in self.items):
            raise NotAnAnswerError(words.ORDER_FIRST)
        return order

    def mark(self, read: tuple[str, ...]) -> Mark:
        """Mark by the share of pairs that stand the right way round (after Kendall)."""
        swapped = self._swapped(read)
        # A list of one has no pair, and nothing in it can be wrong.
        pairs = max(1, len(list(combinations(self.items, 2))))
        # Who has all of it the other way round has mistaken an end, and fallen for nothing.
        turned = len(swapped) == pairs - len(self.ties)
        tempting = () if turned else self.tempting
        feedback = tuple(self._feedback(item, read, swapped, tempting) for item in self.items)
        return Mark(1 - len(swapped) / pairs, feedback)

    def tally(self, mark: Mark) -> str:
        """Count the items that stand in their place."""
        right = sum(one.outcome is Outcome.RIGHT for one in mark.feedback)
        return tally_text.ordered_rightly(right, len(mark.feedback))

    def slips(self) -> frozenset[str]:
        """Name the slip of every tempting order."""
        return frozenset(one.slip for one in self.tempting)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add each item with its feedback."""
        read = sum(count(item.text) + item.length() for item in self.items)
        mine = Effort(read + count(*self.ends), several(len(self.items)))
        return super().effort(dossier, repeated=repeated) | mine

    def taught(self) -> tuple[WithFeedback, ...]:
        """Give the items."""
        return self.items

    def parts(self) -> tuple[Parts, ...]:
        """Give the items; two are a coin to toss."""
        return (Parts("items", tuple((one.id, one.text) for one in self.items), least=3),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that tempting orders and ties name items, and that a tempting order is wrong."""
        yield from super().flaws(dossier, before)
        places = {item.id: place for place, item in enumerate(self.items)}
        if not self.tempting:
            yield Flaw(self.id, "It has no tempting wrong order; name one under tempting.")
        for tie in self.ties:
            if not {*tie} <= {*places} or tie[0] == tie[1]:
                yield Flaw(self.id, f"The tie {tie} does not name two items; mend the ids.")
        for one in self.tempting:
            yield from self._tempting_flaws(one, places)

    def _tempting_flaws(self, one: TemptingOrder, places: dict[str, int]) -> Iterator[Flaw]:
        item = f"{self.id}, {one.put} before {one.before}"
        ties = {frozenset(tie) for tie in self.ties}
        yield from filled(item, why=one.why)
        if not {one.put, one.before} <= {*places}:
            yield Flaw(item, "The tempting order does not name two items; mend the ids.")
        elif places[one.put] <= places[one.before] or {one.put, one.before} in ties:
            yield Flaw(item, "This is no wrong order; turn it round or take it out.")

    def _swapped(self, order: tuple[str, ...]) -> set[Pair]:
        """Give each pair that stands the wrong way round, as (put first, belongs first)."""
        tied = {frozenset(tie) for tie in self.ties}
        return {
            (late.id, early.id)
            for early, late in combinations(self.items, 2)
            if order.index(late.id) < order.index(early.id)
            and frozenset({early.id, late.id}) not in tied
        }

    def _feedback(
        self,
        item: Step,
        order: tuple[str, ...],
        swapped: set[Pair],
        tempting: tuple[TemptingOrder, ...],
    ) -> Feedback:
        # The first slip that shows is told; two at once would teach neither.
        slip = next(
            (s for s in tempting if s.put == item.id and (s.put, s.before) in swapped), None
        )
        misplaced = any(item.id in pair for pair in swapped)
        off = order.index(item.id) - [step.id for step in self.items].index(item.id)
        # An item in its very place is right, though others passed it.
        right = not misplaced or off == 0
        slip = None if right else slip
        why = f"{slip.why} {item.why}" if slip else item.why
        way = f"{words.DOWN if off < 0 else words.UP} " if off else ""
        return item.feedback(
            Outcome.RIGHT if right else Outcome.WRONG if slip else Outcome.CLOSE,
            why=why,
            first="" if right else f"{way}{why}",
            slip=slip.slip if slip else "",
        )
