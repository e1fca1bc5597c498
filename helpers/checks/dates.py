"""Dates: each is a day of the calendar, none lies ahead, and nothing rests on what came later."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Claim, Document

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
STATED = ("date", "date_of_statement")
"""The columns of a table that give the day on which something was said."""
_LEAP_YEAR = 2024
"""The 29th of February is a day, where no year is given."""
_MONTH = rf"(?P<month>{'|'.join((*MONTHS, *(name[:3] for name in MONTHS)))})\b"
_PATTERNS = tuple(
    map(
        re.compile,
        (
            r"(?<![\w/.-])(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\w-])",
            rf"(?:(?<![\d.,])(?P<day>\d{{1,2}}) )?\b{_MONTH}(?: (?P<year>\d{{4}})\b)?",
            rf"\b{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b",
        ),
    )
)
_YEAR = re.compile(r"(?P<year>\d{4})")
_NOT_OURS = re.compile(r"“[^“”]*”|`[^`]*`|\]\([^()\s]*\)")
"""Words of others, code and addresses are copied as they are."""


def dated(item: str, prose: str, *, past: bool = False) -> Iterator[Flaw]:
    """See that the dates in prose are days; what is told as a record lies in the past.

    >>> [flaw.item for flaw in dated("C01", "On 31 November 2024 it was denied.")]
    ['C01']
    """
    own = _NOT_OURS.sub("", prose)
    for pattern in _PATTERNS:
        for found in pattern.finditer(own):
            yield from _calendar(item, found, past=past)


def stated_on(item: str, written: str) -> Iterator[Flaw]:
    """See that a cell that gives the day of a statement gives a day, a month or a year, and past.

    A day without a year is one of an invented war.
    """
    whole = next(filter(None, (one.fullmatch(written) for one in (*_PATTERNS, _YEAR))), None)
    if whole is None:
        yield Flaw(item, f"“{written}” is no day; write it as 2024-10-31, as 2024-10 or as 2024.")
    else:
        yield from _calendar(item, whole, past=True)


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
    ledger = dossier.ledger
    documents = {one.id: one for one in ledger.documents}
    for one in ledger.documents:
        if is_day(one.date):
            for late in _later_than(one.date, one, documents):
                says = f"It is of {one.date} and rests on {late.id} of {late.date}; mend one date."
                yield Flaw(one.id, says)


def _later_than(
    day: str, step: Document | Claim, documents: Mapping[str, Document]
) -> list[Document]:
    """Give what a step rests on, however far back, that is dated after a day."""
    waiting, seen, late = [*step.parents], set[str](), []
    while waiting:
        name = waiting.pop()
        if name in documents and name not in seen:
            seen.add(name)
            waiting += documents[name].parents
            # Days that are none are findings of their own.
            if is_day(documents[name].date) and documents[name].date > day:
                late.append(documents[name])
    return late


def _calendar(item: str, found: re.Match[str], *, past: bool) -> Iterator[Flaw]:
    said = found.groupdict()
    month = said.get("month") or "1"
    number = int(month) if month.isdigit() else _number(month)
    try:
        day = date(int(said["year"] or _LEAP_YEAR), number, int(said.get("day") or 1))
    except ValueError:
        yield Flaw(item, f"“{found[0]}” is no day of the calendar; mend the date.")
        return
    if past and said["year"] and day > datetime.now().astimezone().date():
        yield Flaw(item, f"“{found[0]}” lies in the future; mend the date.")


def _number(month: str) -> int:
    """Count a month, written out or by its first three letters."""
    return [name[:3] for name in MONTHS].index(month[:3]) + 1
