"""Journey: the same number judged again and again, as one dated statement after the other comes."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.kinds.base import Exercise, NotAnAnswerError, Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.estimate import ENDS, read_range
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.topics.numerals import cell_numbers, numbered
from helpers.words import answer_text as words
from helpers.words.figure_text import ROW_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.topics.casualties import Bounds
    from helpers.workbook import Answer

STAYED = "stayed"
Brought = Literal["evidence", "definition", "interest", "revision", "nothing"]
REASONS = (STAYED, "evidence", "definition", "interest", "revision", "other")
"""Why a range moved, or that it did not."""
COMPARED = "killed_low"
"""The column with which ranges are compared: one thing counted, never mixed with another."""


class Stop(Record, frozen=True, kw_only=True):
    """One stop: the statements that come in, as rows of a table, and all that they bring."""

    id: str
    rows: tuple[str, ...]
    says: str
    brings: tuple[Brought, ...]
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

    commit_label: ClassVar[str] = words.KEEP_RANGE
    in_parts: ClassVar[bool] = True

    unit: str
    table: str
    steps: tuple[Stop, ...]
    later: tuple[str, ...]

    def read(self, answer: Answer) -> tuple[Judged, ...]:
        """Give the ranges so far, from the first stop on without a gap."""
        # By the furthest stop that was sent, so that a gap before it is found and told.
        reached = max(
            (n for n, stop in enumerate(self.steps) if f"{stop.id}-low" in answer), default=0
        )
        return tuple(self._judged(answer, number) for number in range(reached + 1))

    def doubt(self, read: tuple[Judged, ...]) -> None:
        """Ask once more where the reason of the newest stop does not fit its range."""
        # Stops before it are kept, and nobody could mend them any more.
        for before, now in pairwise(read[-2:]):
            stayed = now.range == before.range
            if stayed != (now.reason == STAYED):
                says = words.STAYED_FOR_A_REASON if stayed else words.MOVED_AND_STAYED
                raise NotAnAnswerError(says, f"{now.stop.id}-reason")

    def complete(self, read: tuple[Judged, ...]) -> bool:
        """Go on until the last stop."""
        return len(read) == len(self.steps)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add each stop: its statements, a range of two ends, and why it moved."""
        rows = [row for stop in self.steps for row in dossier.rows(self.table, stop.rows)]
        stated = count(*(row.get(column, "") for row in rows for column in ROW_WORDS))
        read = stated + count(*(f"{stop.says} {stop.why}" for stop in self.steps))
        mine = Effort(read, (len(ENDS) + 1) * len(self.steps))
        return super().effort(dossier, repeated=repeated) | mine

    def parts(self) -> tuple[Parts, ...]:
        """Give the stops."""
        return (Parts("steps", tuple((stop.id, stop.says) for stop in self.steps)),)

    def fields(self) -> tuple[str, ...]:
        """Name both ends of the range at each stop, and why it moved."""
        return tuple(f"{stop.id}-{what}" for stop in self.steps for what in (*ENDS, "reason"))

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that every stop shows rows that are there, and ranges meet figures of one kind."""
        yield from super().flaws(dossier, before)
        yield from filled(self.id, unit=self.unit)
        if not self.steps:
            yield Flaw(self.id, "It has no stop; add one under steps.")
        for stop in self.steps:
            yield from self._stop_flaws(stop, dossier)
        for row in dossier.rows(self.table, self.later):
            if not row.get(COMPARED):
                says = f"{row['row_id']} has no number in {COMPARED}; take it out of later."
                yield Flaw(self.id, says)

    def _stop_flaws(self, stop: Stop, dossier: Dossier) -> Iterator[Flaw]:
        item = f"{self.id}, {stop.id}"
        yield from filled(item, says=stop.says, why=stop.why)
        if not stop.brings:
            yield Flaw(item, "It does not say what it brings; name it under brings.")
        try:
            rows = dossier.rows(self.table, stop.rows)
        except KitError as error:
            yield Flaw(item, f"{str(error).rstrip('.')}; mend rows.")
            return
        if not rows:
            yield Flaw(item, "It shows no row of the table; name one under rows.")
            return
        there = {value for row in rows for cell in row.values() for value in cell_numbers(cell)}
        cure = "is in none of its rows; copy the number, or mend rows"
        yield from numbered(item, [stop.says], there, cure)

    def _judged(self, answer: Answer, number: int) -> Judged:
        stop = self.steps[number]
        given = read_range(answer, stop.id, words.STOP.format(number=number + 1))
        # At the first stop there is nothing yet that could have moved.
        field = f"{stop.id}-reason"
        reason = only(answer, field, REASONS, words.WHY_FIRST) if number else STAYED
        return Judged(stop, given, reason)
