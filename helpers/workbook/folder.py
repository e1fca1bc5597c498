"""The workbook in its folder: one event a line, on disk before anyone says "saved".

Each kernel appends to a file of its own; reading merges all files of the folder by event id. So
two tabs, two kernels, a restored copy and a file loaded twice add up without locks or doubles.
"""

from __future__ import annotations

import os
import secrets
from bisect import insort
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.workbook.events import Event, after_all
from helpers.workbook.file import WorkbookContents, header_line, read_lines
from helpers.workbook.history import current, in_order, last_reset

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path


class Merge(msgspec.Struct, frozen=True):
    """What loading a file came to."""

    added: int
    known: int
    damaged: int
    on_disk: bool


class Workbook:
    """One student's events, in a folder.

    >>> book = Workbook(folder)  # doctest: +SKIP
    >>> book.add(make_event("answer", lesson="00-start-here", exercise="try"))  # doctest: +SKIP
    True
    """

    def __init__(self, folder: Path) -> None:
        """Read what the folder holds; a folder that cannot be read counts as empty."""
        self.folder = folder
        self.damaged = 0
        # Until there is a code name, chance draws; kept for the session, so that nothing is drawn
        # twice.
        self._draw_seed = secrets.token_hex(4)
        self._unsaved: dict[str, Event] = {}
        self._path: Path | None = None
        self._length = 0
        read = [event for path in self._files() for event in self._read_file(path)]
        self._events = in_order(read)
        self._known = {event.id for event in self._events}

    @property
    def events(self) -> Sequence[Event]:
        """All events, oldest first."""
        return self._events

    @property
    def code(self) -> str:
        """The code name chosen last, or nothing."""
        return next((event.code for event in reversed(self._events) if event.what == "code"), "")

    @property
    def draw_seed(self) -> str:
        """What draws for this student: the code name, or chance as long as there is none."""
        return self.code or self._draw_seed

    @property
    def on_disk(self) -> bool:
        """Tell whether every event is on disk."""
        return not self._unsaved

    def after_all(self, event: Event) -> Event:
        """Let an event of ours come last, although the clock of some browser is ahead."""
        return after_all(event, self._events[-1].at if self._events else "")

    def add(self, *events: Event) -> bool:
        """Keep events; tell whether they, and all before them, are now on disk."""
        # Ids, not contents, tell what is known: a file that is loaded twice must count once.
        for event in events:
            if event.id not in self._known:
                self._known.add(event.id)
                # An event can come late, from a file or another browser, and still belongs before
                # others.
                insort(self._events, event, key=lambda other: other.place)
                self._unsaved[event.id] = event
        return self._write()

    def merge(self, contents: WorkbookContents) -> Merge:
        """Take in the events of a file, each once."""
        new = {event.id: event for event in contents.events if event.id not in self._known}
        on_disk = self.add(*new.values())
        # A file from outside has no place of its own here, so its damaged lines get this one.
        self._set_aside("loaded", contents.damaged)
        return Merge(len(new), len(contents.events) - len(new), len(contents.damaged), on_disk)

    def current(self, lesson: str) -> list[Event]:
        """Give a lesson's events without what was reset and not brought back."""
        return current(self._events, lesson)

    def last_reset(self, lesson: str, exercise: str = "") -> Event | None:
        """Give the newest reset that can still be undone: nothing was answered since."""
        return last_reset(self._events, lesson, exercise)

    def _files(self) -> list[Path]:
        try:
            return sorted(self.folder.glob("*.jsonl"))
        except OSError:
            return []

    def _read_file(self, path: Path) -> list[Event]:
        # One file that cannot be read at all must not hide the answers in the others.
        try:
            contents = read_lines(path.read_bytes())
        except (OSError, KitError):
            self.damaged += 1
            return []
        self.damaged += len(contents.damaged)
        self._set_aside(path.stem, contents.damaged)
        return contents.events

    def _set_aside(self, name: str, lines: Iterable[bytes]) -> None:
        """Keep damaged lines in a file beside, once each, if the disk allows."""
        path = self.folder / f"{name}.set-aside"
        try:
            there = set(path.read_bytes().split(b"\n")) if path.exists() else set()
            # The folder is read at every start, and the same line would be set aside each time.
            new = [line for line in lines if line not in there]
            if new:
                with path.open("ab") as file:
                    file.write(b"".join(line + b"\n" for line in new))
        except OSError:
            return

    def _write(self) -> bool:
        """Append what is not yet on disk; after a failure the next try begins a new file."""
        if not self._unsaved:
            return True
        try:
            lines = [msgspec.json.encode(event) for event in self._unsaved.values()]
            # No file is made before there is something to keep: an opened lesson leaves no trace.
            if self._path is None:
                self._path, self._length = self._new_path(), 0
                lines.insert(0, header_line(self.code))
            content = b"".join(line + b"\n" for line in lines)
            append(self._path, content)
        except OSError:
            self._leave_file()
            return False
        self._unsaved.clear()
        # What is sound so far; a later write that tears can be cut back to it. Counted, for what is
        # written is kept, whatever becomes of the next call.
        self._length += len(content)
        return True

    def _leave_file(self) -> None:
        """Take a torn end away from the file, as far as the disk allows, and do not go on in it."""
        # Appending behind a torn line would join two events into one that nobody can read.
        path, self._path = self._path, None
        if path is None:
            return
        with suppress(OSError):
            if self._length:
                os.truncate(path, self._length)
            else:
                path.unlink(missing_ok=True)

    def _new_path(self) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        day = datetime.now(UTC).strftime("%Y-%m-%d")
        # The day is for people who look into the folder; chance keeps two kernels apart.
        return self.folder / f"{day}-{secrets.token_hex(4)}.jsonl"


def append(path: Path, content: bytes) -> None:
    """Append to a file and wait until the disk has it."""
    # Unbuffered, so that what is counted as written has left this process.
    with path.open("ab", buffering=0) as file:
        written = file.write(content)
        if written != len(content):
            raise OSError(None, "the disk took only a part")
        os.fsync(file.fileno())
