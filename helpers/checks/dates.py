"""Dates: each is a day of the calendar, none lies ahead, and nothing rests on what came later."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from helpers.flaws import Flaw
from helpers.topics.days import dates, whole_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Document
    from helpers.topics.days import Dated

STATED = ("date", "date_of_statement")
"""The columns of a table that give the day on which something was said."""
_YEAR = re.compile(r"[12]\d{3}")
_NOT_OURS = re.compile(r"“[^“”]*”|`[^`]*`|\]\([^()\s]*\)")
"""Words of others, code and addresses are copied as they are."""


def dated(item: str, prose: str, *, past: bool = False) -> Iterator[Flaw]:
    """See that the dates in prose are days; what is told as a record lies in the past.

    >>> [flaw.item for flaw in dated("C01", "On 31 November 2024 it was denied.")]
    ['C01']
    """
    for one in dates(_NOT_OURS.sub("", prose)):
        yield from _calendar(item, one, past=past)


def stated_on(item: str, cell: str) -> Iterator[Flaw]:
    """See that a cell that gives the day of a statement gives a day, a month or a year, and past.

    A day without a year is one of an invented war.
    """
    one = whole_date(f"{cell}-01" if _YEAR.fullmatch(cell) else cell)
    if one is None:
        yield Flaw(item, f"“{cell}” is no day; write it as 2024-10-31, as 2024-10 or as 2024.")
    else:
        yield from _calendar(item, one._replace(written=cell), past=True)


def day(item: str, written: str) -> Iterator[Flaw]:
    """See that a field that gives a day gives one, in the past; it may be empty."""
    if written and not is_day(written):
        yield Flaw(item, f"“{written}” is no day; write it as 2024-10-31, or leave it empty.")
    elif written:
        yield from dated(item, written, past=True)


def is_day(text: str) -> bool:
    """Tell whether a text is a day as files give it, such as 2024-10-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def in_order(dossier: Dossier) -> Iterator[Flaw]:
    """See that no document rests on one that is dated after it, also by way of one without date."""
    documents = {one.id: one for one in dossier.ledger.documents}
    for one in documents.values():
        for late in _later_parents(one, documents) if is_day(one.date) else ():
            says = f"It is of {one.date} and rests on {late.id} of {late.date}; mend one date."
            yield Flaw(one.id, says)


def _later_parents(step: Document, documents: Mapping[str, Document]) -> list[Document]:
    """Give what a document rests on, however far back, that is dated after it."""
    waiting, seen, late = [*step.parents], set[str](), []
    while waiting:
        name = waiting.pop()
        if name in documents and name not in seen:
            seen.add(name)
            waiting += documents[name].parents
            # Days that are none are findings of their own.
            if is_day(documents[name].date) and documents[name].date > step.date:
                late.append(documents[name])
    return late


def _calendar(item: str, one: Dated, *, past: bool) -> Iterator[Flaw]:
    if one.day is None:
        yield Flaw(item, f"“{one.written}” is no day of the calendar; mend the date.")
    elif past and one.in_a_year and one.day > datetime.now().astimezone().date():
        yield Flaw(item, f"“{one.written}” lies in the future; mend the date.")
