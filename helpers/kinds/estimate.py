"""Estimate: ranges for numbers whose answer is known, scored by the interval score."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from helpers.errors import KitError
from helpers.flaws import Flaw, filled, is_web
from helpers.kinds.base import Exercise, NotAnAnswerError, Ungraded
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.files import address_of
from helpers.texts.records import Record
from helpers.topics.casualties import Bounds, interval_score
from helpers.topics.numerals import cell_numbers, numbers
from helpers.topics.phrases import read_number
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

_SENTENCE = re.compile(r"S\d")
_ADDRESS = "write one of the web, the row of a table (table/row) or a sentence of the text (S4)"
ENDS = ("low", "high")
LARGEST = 1_000_000_000
"""No number that we ask for comes near it."""


class Quantity(Record, frozen=True, kw_only=True):
    """A number to judge; `truth` is what is known of it, and `source` says from where.

    `address` is where it can be looked up: an address on the web, a row of a table of the text
    (`table/row`), or sentences of the text itself (`S4-S5`). `sharp` is a narrow range, to be
    compared with.
    """

    id: str
    ask: str
    unit: str
    truth: float
    source: str
    address: str = ""
    sharp: tuple[float, float] | None = None
    why: str

    def score(self, given: Bounds) -> float:
        """Give the interval score of a range, in the unit of the number; less is better."""
        return interval_score(given.low, given.high, self.truth)

    def page(self, dossier: Dossier) -> str:
        """Give the web address of the number, "" if it has none; one that is wrong is an error."""
        table, _, row = self.address.rpartition("/")
        if not self.address or is_web(self.address):
            return self.address
        if _SENTENCE.match(row):
            home, passage = dossier.find_passage(self.address)
            home.article.passage(passage)
            return ""
        return address_of(dossier.rows(table, [row])[0])

    def there(self, dossier: Dossier) -> frozenset[float]:
        """Give the numbers that stand at its address; a page of the web is not opened."""
        table, _, row = self.address.rpartition("/")
        if not self.address or is_web(self.address):
            return frozenset({self.truth})
        if not _SENTENCE.match(row):
            cells = dossier.rows(table, [row])[0].values()
            return frozenset(value for cell in cells for value in cell_numbers(cell))
        home, passage = dossier.find_passage(self.address)
        spans = [sentence.span for sentence in home.article.passage(passage)]
        words = sum(len(home.article.words(span)) for span in spans)
        printed = " ".join(map(home.article.cut, spans))
        return frozenset({*numbers(printed), words})


class Estimate(Ungraded, frozen=True, kw_only=True, tag="estimate"):
    """Ranges that the student is 80 % sure of."""

    commit_label: ClassVar[str] = words.KEEP_RANGES

    items: tuple[Quantity, ...]

    def read(self, answer: Answer) -> dict[str, Bounds]:
        """Give the range for each number."""
        return {item.id: read_range(answer, item.id, item.ask) for item in self.items}

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add both ends of each range, and what there is to learn."""
        read = count(*(f"{one.ask} {one.unit} {one.source} {one.why}" for one in self.items))
        mine = Effort(read, len(ENDS) * len(self.items))
        return super().effort(dossier, repeated=repeated) | mine

    def parts(self) -> tuple[Parts, ...]:
        """Give the numbers that are asked for."""
        return (Parts("items", tuple((one.id, one.ask) for one in self.items)),)

    def fields(self) -> tuple[str, ...]:
        """Name both ends of every range."""
        return tuple(f"{item.id}-{end}" for item in self.items for end in ENDS)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that every number has a unit, a source, an address, and something to learn."""
        yield from super().flaws(dossier, before)
        if not self.items:
            yield Flaw(self.id, "It asks for no number; add one under items.")
        for one in self.items:
            item = f"{self.id}, {one.id}"
            yield from filled(item, ask=one.ask, unit=one.unit, source=one.source, why=one.why)
            if one.sharp and not 0 <= one.sharp[0] < one.sharp[1] <= LARGEST:
                yield Flaw(item, "Its sharp range is none; write the smaller number first.")
            if 0 <= one.truth <= LARGEST:
                yield from _address_flaws(item, one, dossier)
            else:
                yield Flaw(item, "Its truth is no number that can be asked; write what is known.")


def _address_flaws(item: str, one: Quantity, dossier: Dossier) -> Iterator[Flaw]:
    if not one.address:
        yield Flaw(item, f"Its number has no address; {_ADDRESS}.")
    try:
        one.page(dossier)
        there = one.there(dossier)
    except KitError as error:
        yield Flaw(item, f"{str(error).rstrip('.')}; {_ADDRESS}.")
        return
    if one.truth not in there:
        yield Flaw(item, f"Its truth {one.truth:,.9g} is not in {one.address}; mend one of them.")


def read_range(answer: Answer, name: str, ask: str) -> Bounds:
    """Read the two ends of a range, written as people write numbers."""
    written = [(answer.get(f"{name}-{end}") or [""])[-1].strip() for end in ENDS]
    low, high = map(read_number, written)
    if low is None or high is None:
        missing = ENDS[0] if low is None else ENDS[1]
        raise NotAnAnswerError(words.TWO_NUMBERS.format(ask=ask), f"{name}-{missing}")
    # Too large a number is told the same way: it is nearly always the two ends swapped.
    if not 0 <= low <= high <= LARGEST:
        raise NotAnAnswerError(words.SMALLER_FIRST.format(ask=ask), f"{name}-{ENDS[0]}")
    return Bounds(low, high)
