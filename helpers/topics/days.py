"""Days in prose and in tables: “31 October 2024”, “October 31, 2024”, “Oct 2024”, 2024-10-31."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
          "October", "November", "December")  # fmt: skip
_MONTH = rf"(?P<month>{'|'.join((*MONTHS, *(name[:3] for name in MONTHS)))})\b"
_PATTERNS = (
    re.compile(r"(?<![\w/.-])(?P<year>\d{4})-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?![\w-])"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}}),? (?P<year>\d{{4}})\b"),
    re.compile(rf"(?:(?<![\d.,])\b(?P<day>\d{{1,2}}) )?\b{_MONTH}(?: (?P<year>\d{{4}})\b)?"),
)
_LEAP_YEAR = 2024
"""The 29th of February is a day, where no year is given."""
_TAKEN = "·"
_MORE_DAYS = re.compile(rf"\b\d{{1,2}}(?: and |, | to | or |[-–]){_TAKEN}")


class Dated(NamedTuple):
    """A date as it is written, its first day (None if there is none), and if it has a year."""

    written: str
    day: date | None
    in_a_year: bool


def dates(says: str) -> Iterator[Dated]:
    """Find the dates in prose.

    >>> [one.written for one in dates("On 31 October 2024, two days after 2024-10-29.")]
    ['2024-10-29', '31 October 2024']
    """
    for pattern in _PATTERNS:
        yield from map(_dated, pattern.finditer(says))
        says = pattern.sub(_TAKEN, says)


def whole_date(cell: str) -> Dated | None:
    """Read a text that is a date and nothing else."""
    found = next(filter(None, (one.fullmatch(cell) for one in _PATTERNS)), None)
    return _dated(found) if found else None


def without_dates(says: str) -> str:
    """Take the dates out of prose, also the first days of “8-13 October” and “12 and 13 May”."""
    for pattern in _PATTERNS:
        says = pattern.sub(_TAKEN, says)
    return _MORE_DAYS.sub(_TAKEN, says)


def month_of(day: date) -> str:
    """Write the month of a day, with its year.

    >>> month_of(date(2024, 8, 27))
    'August 2024'
    """
    return f"{MONTHS[day.month - 1]} {day.year}"


def long_day(day: date) -> str:
    """Write a day for a sentence.

    >>> long_day(date(2024, 12, 9))
    '9 December 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def plain_day(cell: str) -> str:
    """Write the day of a cell as prose writes it; what is not just one day stays as it is.

    >>> plain_day("2024-12-09"), plain_day("2024-12"), plain_day("")
    ('9 December 2024', '2024-12', '')
    """
    try:
        return long_day(date.fromisoformat(cell))
    except ValueError:
        return cell


def short_day(day: date) -> str:
    """Write a day for a place that has little room, and the year elsewhere.

    >>> short_day(date(2024, 12, 9))
    '9 Dec'
    """
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_month(day: date) -> str:
    """Write the month of a day for an axis.

    >>> short_month(date(2024, 12, 9))
    'Dec 2024'
    """
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def _dated(found: re.Match[str]) -> Dated:
    said = found.groupdict()
    year, month, day = said["year"] or _LEAP_YEAR, said["month"], said["day"] or 1
    number = int(month) if month.isdigit() else _count(month)
    try:
        first = date(int(year), number, int(day))
    except ValueError:
        first = None
    return Dated(found[0], first, bool(said["year"]))


def _count(month: str) -> int:
    """Count a month, written out or by its first three letters."""
    return [name[:3] for name in MONTHS].index(month[:3]) + 1
