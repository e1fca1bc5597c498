"""Students: whose work lies in a folder, as far as that can be told without asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec

from helpers.workbook.events import CodeName, WorkbookId
from helpers.workbook.history import answered_exercises, code_name, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.workbook.events import Event

    Found = Mapping[str, Mapping[str, Event]]


class Student(msgspec.Struct, frozen=True):
    """Somebody whose work lies in the folder; after a reset of everything it shows no answers."""

    workbook: WorkbookId
    code: CodeName
    answers: Annotated[int, msgspec.Meta(ge=0)]


def students(found: Found) -> list[Student]:
    """Name everybody who ever answered among these events, which stand by workbook and id."""
    holders = _holders(found)
    return [
        Student(workbook, _code_of(known), _count(known))
        for workbook, known in found.items()
        # Who has reset all of it must find it again: a reset only hides.
        if any(event.what == "answer" for event in known.values())
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


def _count(known: Mapping[str, Event]) -> int:
    events = known.values()
    # Only a reset asks what came first, and to put all in order takes long where many have worked.
    reset = any(event.what == "reset" for event in events)
    return len(answered_exercises(in_order(events) if reset else events))


def _code_of(known: Mapping[str, Event]) -> str:
    return code_name(in_order(event for event in known.values() if event.what == "code"))
