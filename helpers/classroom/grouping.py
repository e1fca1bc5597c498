"""Whose work it is: the workbooks of many files put together, each student's once.

Of an event only a number is kept here, so that a hundred thousand students fit into memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from helpers.workbook.file import MAX_LINES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from helpers.classroom.contents import Submission

_NEVER = (-1, "", "")
_MOST_COMPARED = 20
"""Workbooks among which one is looked for that holds all of another. One is the rule."""


class Part(NamedTuple):
    """What one file, by its number, holds of one workbook.

    `ids` stand for its events; `code` is its code name, chosen at `named`. Where the event that
    chose it was lost, it is the one that the header says.
    """

    file: int
    ids: array[int]
    named: tuple[int, str, str]
    code: str


class Share(NamedTuple):
    """What one file, by its number, brought, and what other files had brought already."""

    file: int
    brought: int
    known: int


class Whole(NamedTuple):
    """All that one student handed in: the shares of the files, in the order of reading.

    `read` are the numbers of the files in which all events of `workbook` are, the fullest first.
    Those `beyond` would have made more events than a workbook can have.
    """

    code: str
    workbook: str
    read: tuple[int, ...]
    shares: tuple[Share, ...]
    beyond: tuple[int, ...]


def parts(submission: Submission, file: int) -> dict[str, Part]:
    """Give what a file holds, by workbook."""
    found = {}
    for workbook, events in submission.events.items():
        named = max(
            ((event.place, event.code) for event in events if event.what == "code"),
            default=(_NEVER, submission.code if workbook == submission.of else ""),
        )
        # `hash` draws its key when Python starts, so nobody can make two ids that count as one.
        ids = array("q", dict.fromkeys(hash(event.id) for event in events))
        found[workbook] = Part(file, ids, *named)
    return found


def wholes(workbooks: Mapping[str, list[Part]]) -> list[Whole]:
    """Put together what belongs to one student, sorted by code name and workbook."""
    gone = _went_over(workbooks)
    inside: dict[str, list[str]] = {}
    for workbook in workbooks:
        last = workbook
        while last in gone:
            last = gone[last]
        if last != workbook:
            inside.setdefault(last, []).append(workbook)
    found = [
        _whole(workbook, own, [part for one in inside.get(workbook, ()) for part in workbooks[one]])
        for workbook, own in workbooks.items()
        if workbook not in gone
    ]
    return sorted(found, key=lambda whole: (whole.code, whole.workbook))


def _whole(workbook: str, own: list[Part], older: list[Part]) -> Whole:
    # The fullest first: an older version is one that brings nothing, whatever its file is called.
    own, older = _fullest_first(own), _fullest_first(older)
    seen: set[int] = set()
    brought, known = Counter[int](), Counter[int]()
    beyond: list[int] = []
    for part in (*own, *older):
        if len(seen) + len(part.ids) > MAX_LINES and seen:
            beyond.append(part.file)
            continue
        before = len(seen)
        seen.update(part.ids)
        brought[part.file] += len(seen) - before
        known[part.file] += len(part.ids) - (len(seen) - before)
    read = tuple(part.file for part in own if brought[part.file])
    shares = tuple(Share(file, brought[file], known[file]) for file in sorted(brought))
    code = max(own, key=lambda part: (part.named, part.code)).code
    return Whole(code, workbook, read, shares, tuple(beyond))


def _fullest_first(found: Iterable[Part]) -> list[Part]:
    return sorted(found, key=lambda part: (-len(part.ids), part.file))


def _went_over(workbooks: Mapping[str, list[Part]]) -> dict[str, str]:
    """Say which workbooks went over into which: all that they hold stands in the other, too.

    Whoever chose a code name of her own in one keeps it: that choice stands in the other only if
    it came along.
    """

    @lru_cache(maxsize=2 * _MOST_COMPARED)
    def ids(workbook: str) -> frozenset[int]:
        return frozenset(number for part in workbooks[workbook] for number in part.ids)

    # Whoever has all events has the last; to compare each with each would take for ever. Not the
    # first, which a whole class has in common where all began with one file.
    last = {workbook: found[-1].ids[-1] for workbook, found in workbooks.items()}
    wanted = frozenset(last.values())
    holders: dict[int, list[str]] = {}
    for workbook in workbooks:
        for number in ids(workbook) & wanted:
            holders.setdefault(number, []).append(workbook)
    shared = {number: found for number, found in holders.items() if len(found) > 1}
    for found in shared.values():
        found.sort(key=lambda workbook: (-len(ids(workbook)), workbook))
    gone = {}
    for workbook, number in last.items():
        # Before it stand those that hold more and, of equals, the one that all go over into.
        for other in islice(shared.get(number, ()), _MOST_COMPARED):
            if other == workbook:
                break
            if ids(workbook) <= ids(other):
                gone[workbook] = other
                break
    return gone
