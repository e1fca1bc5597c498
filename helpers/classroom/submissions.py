"""Submissions: what a class handed in, read as it came and put together student by student."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import blake2b
from typing import TYPE_CHECKING

from helpers.classroom.contents import read_submission
from helpers.classroom.grouping import Part, parts, wholes
from helpers.classroom.reading import Reading, content_of, silently
from helpers.classroom.student import ClassStudent, HandedIn, LeftOut
from helpers.classroom.zips import OpenFiles
from helpers.errors import KitError
from helpers.words import classroom_text as words
from helpers.workbook.file import MAX_LINES
from helpers.workbook.history import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from helpers.classroom.contents import Submission
    from helpers.classroom.places import FilePlace
    from helpers.workbook import Event

MOST_KEPT = 200_000
"""Events that stay in memory, where they take about 200 MB: of a thousand students, all of them."""


class Submissions:
    """A folder or a ZIP file of submissions; nothing in it is run or unpacked to disk.

    `handed_in` names each file once for each student in it, `left_out` what could not be read and
    why. One student may have handed in many files, and many students may have used one computer.

    >>> class_ = Submissions(Path("work.zip"))  # doctest: +SKIP
    >>> [student.code for student in class_.students()]  # doctest: +SKIP
    ['amber-heron-271', 'blue-kite-104']
    """

    def __init__(self, place: Path, told: Callable[[int, int], None] = silently) -> None:
        """Read everything once; `told` hears how many files are done, of how many.

        Raises KitError if the place is missing, closed, or neither a folder nor a ZIP file.
        """
        self._places: list[FilePlace] = []
        self._kept = _Kept()
        self._seen: dict[bytes, dict[str, Part] | str] = {}
        with OpenFiles() as opened:
            reading = Reading(opened)
            self.left_out = reading.left_out
            workbooks: dict[str, list[Part]] = {}
            for file, content in reading.files(place, told):
                for workbook, part in self._parts(file, content).items():
                    workbooks.setdefault(workbook, []).append(part)
        self._seen.clear()
        self._wholes = wholes(workbooks)
        self.handed_in = self._handed_in()

    def __len__(self) -> int:
        """How many students handed something in."""
        return len(self._wholes)

    def students(self) -> Iterator[ClassStudent]:
        """Give each student, sorted by code name and workbook; one at a time is in memory."""
        with OpenFiles() as opened:
            for whole in self._wholes:
                events: dict[str, Event] = {}
                for number in whole.read:
                    for event in self._events(opened, number, whole.workbook):
                        events.setdefault(event.id, event)
                names = tuple(self._places[number].name for number, *_ in whole.shares)
                ordered = tuple(in_order(events.values()))
                yield ClassStudent(whole.code, whole.workbook, ordered, names)

    def _parts(self, place: FilePlace, content: bytes) -> dict[str, Part]:
        """Read what a file holds, and put it down to be read again."""
        digest = blake2b(content, digest_size=16).digest()
        number = len(self._places)
        if digest not in self._seen:
            self._seen[digest] = self._read(place, content, number)
        found = self._seen[digest]
        if isinstance(found, str):
            self.left_out.append(LeftOut(place.name, found))
            return {}
        self._places.append(place)
        return {workbook: part._replace(file=number) for workbook, part in found.items()}

    def _read(self, place: FilePlace, content: bytes, number: int) -> dict[str, Part] | str:
        try:
            submission = read_submission(content)
        except KitError as error:
            return str(error)
        if submission.damaged:
            self.left_out.append(LeftOut(place.name, words.damaged_lines(submission.damaged)))
        if submission.newer:
            self.left_out.append(LeftOut(place.name, words.newer_lines(submission.newer)))
        self._kept.keep(number, submission)
        return parts(submission, number)

    def _events(self, opened: OpenFiles, number: int, workbook: str) -> list[Event]:
        """Read the events of a workbook in a file; none if the file is another one by now."""
        # Read a second time where there was no room to keep it.
        submission = self._kept.find(number)
        if not submission:
            try:
                submission = read_submission(content_of(opened, self._places[number]))
            except KitError:
                return []
            if len(submission.events) > 1:
                self._kept.keep(number, submission)
        return submission.events.get(workbook, [])

    def _handed_in(self) -> list[HandedIn]:
        found = []
        for whole in self._wholes:
            student = whole.code or whole.workbook
            for number, brought, known in whole.shares:
                name = self._places[number].name
                found.append((number, HandedIn(name, student, brought, known)))
            for number in whole.beyond:
                reason = words.TOO_MANY_EVENTS.format(most=MAX_LINES)
                self.left_out.append(LeftOut(self._places[number].name, reason))
        return [handed for _, handed in sorted(found, key=lambda one: one[0])]


class _Kept:
    """What files hold, by number, as far as there is room: the last ones stay."""

    def __init__(self) -> None:
        self._found: OrderedDict[int, tuple[int, Submission]] = OrderedDict()
        self._room = MOST_KEPT

    def keep(self, number: int, submission: Submission) -> None:
        size = sum(map(len, submission.events.values()))
        self._found[number] = size, submission
        self._room -= size
        while self._room < 0:
            self._room += self._found.popitem(last=False)[1][0]

    def find(self, number: int) -> Submission | None:
        if number not in self._found:
            return None
        self._found.move_to_end(number)
        return self._found[number][1]
