"""Students: whose work lies in a folder, as far as that can be told without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from helpers.workbook.events import CodeName, WorkbookId
from helpers.workbook.history import code_name, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.workbook.events import Event

    Found = Mapping[str, Mapping[str, Event]]


class Student(msgspec.Struct, frozen=True):
    """Somebody whose work lies in the folder."""

    workbook: WorkbookId
    code: CodeName
    answers: int


def students(found: Found) -> list[Student]:
    """Name everybody who has answers among these events, which stand by workbook and id."""
    holders = _holders(found)
    return [
        Student(workbook, _code_of(known), answers)
        for workbook, known in found.items()
        if (answers := sum(event.what == "answer" for event in known.values()))
        # One that went over into another, when its student said who she is, is nobody's.
        and not _went_over(known, found, holders)
    ]


def _holders(found: Found) -> dict[str, list[str]]:
    """Say of each event with which a workbook begins in which workbooks it stands."""
    first = {next(iter(known)) for known in found.values() if known}
    holders: dict[str, list[str]] = {}
    for workbook, known in found.items():
        for identity in first & known.keys():
            holders.setdefault(identity, []).append(workbook)
    return holders


def _went_over(known: Mapping[str, Event], found: Found, holders: Mapping[str, list[str]]) -> bool:
    """Tell whether another workbook has all of this one's events, and more."""
    # Whoever has all of them has the first. To compare each with each would take for ever where
    # many have worked.
    first = next(iter(known))
    return any(known.keys() < found[other].keys() for other in holders[first])


def _code_of(known: Mapping[str, Event]) -> str:
    return code_name(in_order(event for event in known.values() if event.what == "code"))
