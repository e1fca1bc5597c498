"""Journey: the same number judged again and again, as one dated statement after the other comes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.kinds.base import Exercise, NotAnAnswerError, Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.estimate import ENDS, read_range
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.topics.casualties import Bounds
from helpers.topics.numerals import cell_numbers, numbered
from helpers.topics.statements import Statement
from helpers.words import answer_text as words
from helpers.words.figure_text import BROUGHT, ROW_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

STAYED = "stayed"
Brought = Literal["evidence", "definition", "interest", "revision", "nothing"]
REASONS = (STAYED, "evidence", "definition", "interest", "revision", "other")
"""Why a range moved, or that it did not."""
LOW, HIGH = "killed_low", "killed_high"
"""The columns that are compared with ranges: one thing counted, never mixed with another."""
MOVES = 0.5
"""The share of stops at which a range moves."""
CONTRADICTED = 75
"""Words about the statements that the last range contradicts."""
MOST_TENS = 6


class Stop(Record, frozen=True, kw_only=True):
    """One stop: the statements that come in, as rows of a table, and all that they bring."""

    id: str
    rows: tuple[str, ...]
    says: str
    brings: tuple[Brought, ...]
    why: str


class Said(Record, frozen=True, kw_only=True):
    """A row of the table that states the number, and by which short name the chart calls it.

    `aside` is what one must know besides the number. `part` says that it speaks of some only, and
    `word_alone` that it rests on a speaker's word alone, or on nothing that is told.
    """

    row: str
    name: str
    aside: str = ""
    part: bool = False
    word_alone: bool = False

    def states(self, row: dict[str, str]) -> Statement:
        """Read its row; without an upper number it is a floor."""
        limits = Bounds(float(row[LOW]), float(row[HIGH]) if row[HIGH] else inf)
        return Statement(date.fromisoformat(row["date"]), limits, self.part)


class Judged(NamedTuple):
    """The range that was given at a stop, and why it moved."""

    stop: Stop
    range: Bounds
    reason: str


class Journey(Ungraded, frozen=True, kw_only=True, tag="journey"):
    """A number that nobody knows, and can only grow; each range is compared with what was stated.

    `said` names the rows of the table that state it: the same thing counted. The slider goes to
    ten to the power of `tens`; a larger number can be typed.
    """

    commit_label: ClassVar[str] = words.KEEP_RANGE
    in_parts: ClassVar[bool] = True

    unit: str
    table: str
    steps: tuple[Stop, ...]
    said: tuple[Said, ...]
    tens: int = 4

    def read(self, answer: Answer) -> tuple[Judged, ...]:
        """Give the ranges so far, from the first stop on without a gap."""
        # By the furthest stop that was sent, so that a gap before it is found and told.
        reached = max(
            (n for n, stop in enumerate(self.steps) if f"{stop.id}-low" in answer), default=0
        )
        way: list[Judged] = []
        for number in range(reached + 1):
            way.append(self._judged(answer, number, way[-1].range if way else None))
        return tuple(way)

    def doubt(self, read: tuple[Judged, ...]) -> None:
        """Ask once more where the reason of the newest stop does not fit its range."""
        # Stops before it are kept, and nobody could mend them any more.
        for before, now in pairwise(read[-2:]):
            stayed = now.range == before.range
            if stayed != (now.reason == STAYED):
                says = words.STAYED_FOR_A_REASON if stayed else words.MOVED_AND_STAYED
                raise NotAnAnswerError(says, f"{now.stop.id}-reason")

    def days(self, dossier: Dossier) -> tuple[date, ...]:
        """Give the day of each stop: that of its last statement."""
        rows = (dossier.rows(self.table, stop.rows)[-1] for stop in self.steps)
        return tuple(date.fromisoformat(row["date"]) for row in rows)

    def statements(self, dossier: Dossier) -> tuple[tuple[Said, Statement], ...]:
        """Give all that was stated of the number, in the order of the days."""
        rows = dossier.rows(self.table, [one.row for one in self.said])
        read = [(one, one.states(row)) for one, row in zip(self.said, rows, strict=True)]
        return tuple(sorted(read, key=lambda each: each[1].day))

    def contradicted(
        self, way: Sequence[Judged], dossier: Dossier
    ) -> tuple[tuple[Said, Statement], ...]:
        """Give the statements that cannot be right if the newest range is, furthest first."""
        given, on = way[-1].range, self.days(dossier)[len(way) - 1]
        against = [one for one in self.statements(dossier) if one[1].contradicts(given, on)]
        return tuple(sorted(against, key=lambda one: -one[1].miss(given, on)))

    def stated_by(self, dossier: Dossier) -> tuple[Bounds | None, ...]:
        """Give for each stop the range of what was stated by its day; None where nothing was."""
        known = self.statements(dossier)
        return tuple(
            _range_of([said.limits for _, said in known if said.day <= day])
            for day in self.days(dossier)
        )

    def complete(self, read: tuple[Judged, ...]) -> bool:
        """Go on until the last stop."""
        return len(read) == len(self.steps)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add each stop: its statements, whether the range moves, and if so its ends and why."""
        rows = [row for stop in self.steps for row in dossier.rows(self.table, stop.rows)]
        stated = count(*(row.get(column, "") for row in rows for column in ROW_WORDS))
        told = count(*(f"{stop.says} {stop.why}" for stop in self.steps))
        brought = count(*(BROUGHT[what] for stop in self.steps for what in stop.brings))
        choices = len(ENDS) + (1 + MOVES * (len(ENDS) + 1)) * (len(self.steps) - 1)
        mine = Effort(stated + told + brought + CONTRADICTED, choices)
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
        if not 1 <= self.tens <= MOST_TENS:
            yield Flaw(self.id, f"Its slider cannot go so far; write 1 to {MOST_TENS} under tens.")
        for one in self.said:
            yield from self._said_flaws(one, dossier)

    def _said_flaws(self, one: Said, dossier: Dossier) -> Iterator[Flaw]:
        item = f"{self.id}, {one.row}"
        yield from filled(item, name=one.name)
        [row] = dossier.rows(self.table, [one.row])
        yield from _day_flaws(item, row)
        if not row.get(LOW):
            yield Flaw(item, f"It has no number in {LOW}; take it out of said.")

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
        yield from _day_flaws(item, rows[-1])
        there = {value for row in rows for cell in row.values() for value in cell_numbers(cell)}
        cure = "is in none of its rows; copy the number, or mend rows"
        yield from numbered(item, [stop.says], there, cure)

    def _judged(self, answer: Answer, number: int, before: Bounds | None) -> Judged:
        stop = self.steps[number]
        given = read_range(answer, stop.id, words.STOP.format(number=number + 1))
        field = f"{stop.id}-reason"
        # At the first stop nothing could have moved; later, the same range says by itself that it
        # stayed.
        if before is None or (given == before and not answer.get(field)):
            return Judged(stop, given, STAYED)
        return Judged(stop, given, only(answer, field, REASONS, words.WHY_FIRST))


def _range_of(limits: Sequence[Bounds]) -> Bounds | None:
    """Give the least and the most that some limits name; an open end names none."""
    named = [end for one in limits for end in (one.low, one.high) if end != inf]
    return Bounds(min(named), max(named)) if named else None


def _day_flaws(item: str, row: dict[str, str]) -> Iterator[Flaw]:
    try:
        date.fromisoformat(row["date"])
    except ValueError:
        yield Flaw(item, f"“{row['date']}” is no day, and cannot be drawn; write 2024-10-31.")


def moves(way: Sequence[Judged]) -> tuple[Stop, ...]:
    """Give the stops at which the range moved."""
    return tuple(now.stop for before, now in pairwise(way) if now.range != before.range)
