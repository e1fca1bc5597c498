"""The workbook: one student's events, in a folder that others may share."""

from __future__ import annotations

import secrets
from bisect import insort
from typing import TYPE_CHECKING

import msgspec

from helpers.workbook import history
from helpers.workbook.drafts import Drafts
from helpers.workbook.events import MAX_NUMBER, Event
from helpers.workbook.folder import WorkFolder
from helpers.workbook.history import LessonHistory
from helpers.workbook.students import Student, students

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from helpers.workbook.file import WorkbookContents


MOST_BELIEVED = 1_000_000
"""No student does as much; a file that says more would be the last word for ever."""


class Merge(msgspec.Struct, frozen=True):
    """What loading a file came to: how many answers were added, how many were known already.

    `rest_kept` tells whether the folder holds the lines that are no events for this edition.
    """

    added: int
    known: int
    damaged: int
    newer: int
    on_disk: bool
    rest_kept: bool


class Workbook:
    """One student's events.

    >>> book = Workbook(folder)  # doctest: +SKIP
    >>> book.add(make_event("answer", lesson="00-start-here", exercise="try"))  # doctest: +SKIP
    True
    """

    def __init__(self, folder: Path) -> None:
        """Open the only workbook of the folder; where there are none or several, a new one.

        Whose work several are, only the student can say.
        """
        self.folder = folder
        self.files = WorkFolder(folder)
        # Until there is a code name, chance draws; kept for the session, so that nothing on the
        # page is drawn twice, also when it turns out whose the page is.
        self._draw_seed = secrets.token_hex(4)
        self.drafts = Drafts(folder)
        # Who has only begun something has no event yet, and is found by the draft.
        found = list(self.files.found) or self.drafts.workbooks()
        self.turn_to(found[0] if len(found) == 1 else new_workbook())

    def turn_to(self, workbook: str) -> None:
        """Go on with another workbook of the folder, or with one that does not exist yet."""
        self.id = workbook
        self._events = history.in_order(self.files.found.setdefault(workbook, {}).values())
        self._lessons: dict[str, LessonHistory] = {}
        self.files.begin_file()

    @property
    def events(self) -> Sequence[Event]:
        """All events, oldest first."""
        return self._events

    @property
    def code(self) -> str:
        """The code name chosen last, or nothing."""
        return history.code_name(self._events)

    @property
    def draw_seed(self) -> str:
        """What draws for this student: the code name, or chance as long as there is none."""
        return self.code or self._draw_seed

    @property
    def damaged(self) -> int:
        """How many lines or files of the folder could not be read."""
        return self.files.damaged

    @property
    def on_disk(self) -> bool:
        """Tell whether every event is on disk at this moment."""
        return not self._unsaved()

    @property
    def students(self) -> list[Student]:
        """Everybody whose answers lie in the folder."""
        return students(self.files.found)

    def add(self, *events: Event) -> bool:
        """Keep events made now; tell whether they, and all before them, are on disk."""
        for event in events:
            self._take(self.signed(event))
        return self._write()

    def signed(self, event: Event) -> Event:
        """Make an event one of this workbook, after all that it has.

        The number alone decides: no clock, the kernel's or a browser's, has to be right.
        """
        last = self._events[-1].number if self._events else 0
        # One that the browser numbered while nobody answered may be ahead already.
        number = event.number if event.number > last else min(last + 1, MAX_NUMBER)
        return msgspec.structs.replace(event, number=number, workbook=self.id, by=self.code)

    def knows(self, event: Event) -> bool:
        """Tell an event that came already: ids, not contents, tell what is known."""
        return event.id in self._known

    def withdraw(self, event: Event) -> None:
        """Give up an event that could be kept nowhere, as if it had never come."""
        if self._known.pop(event.id, None):
            self._events.remove(event)
            self._lessons.clear()

    def merge(self, contents: WorkbookContents) -> Merge:
        """Take in the events of a file, each once."""
        answers = self._answers()
        for event in contents.events:
            number = event.number if event.number <= MOST_BELIEVED else 0
            ours = msgspec.structs.replace(event, workbook=self.id, number=number)
            # A file that is loaded twice must count once.
            self._known.setdefault(event.id, ours)
        # All at once: to look for the place of each would take longer with each.
        self._events = history.in_order(self._known.values())
        self._lessons.clear()
        added = self._answers() - answers
        on_disk = self._write()
        # A file from outside has no place of its own here, so its damaged lines get this one.
        damaged_kept = self.files.set_aside("loaded", contents.damaged)
        newer_kept = self.files.keep_newer(contents.newer)
        return Merge(
            added,
            sum(event.what == "answer" for event in contents.events) - added,
            len(contents.damaged),
            len(contents.newer),
            on_disk,
            damaged_kept and newer_kept,
        )

    def lesson(self, lesson: str) -> LessonHistory:
        """Give what the events come to in a lesson."""
        # Every card asks, and between two events the answer is the same.
        if lesson not in self._lessons:
            self._lessons[lesson] = LessonHistory(self._events, lesson)
        return self._lessons[lesson]

    def _answers(self) -> int:
        return sum(event.what == "answer" for event in self._known.values())

    @property
    def _known(self) -> dict[str, Event]:
        return self.files.found[self.id]

    def _take(self, event: Event) -> None:
        if not self.knows(event):
            # It is the last, but for a workbook whose numbers have come to their end.
            insort(self._events, event, key=lambda other: other.place)
            self._known[event.id] = event
            self._lessons.clear()

    def _unsaved(self) -> list[Event]:
        self.files.look()
        return [event for event in self._events if not self.files.keeps(event)]

    def _write(self) -> bool:
        unsaved = self._unsaved()
        return not unsaved or self.files.write(unsaved, self.code, self.id)


def new_workbook() -> str:
    """Draw the id of a workbook."""
    return secrets.token_hex(8)
