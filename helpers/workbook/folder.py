"""The folder in which workbooks lie: what its files hold, and what is certain to be on disk.

Each kernel appends to a file of its own, and reading takes all files of the folder together. So
two tabs, two kernels, a restored copy and a file loaded twice add up without locks or doubles.
What counts as kept was written, synced and read back; and it counts only as long as its file is
there.
"""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from helpers.errors import KitError
from helpers.paths import in_browser_alone
from helpers.workbook.file import MAX_FILE, MAX_LINES, header_line, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from helpers.workbook.events import Event

FIRST_EDITION = "0" * 16
"""The workbook of events that name none: the first edition had one for each folder."""


class Trace(NamedTuple):
    """What tells whether a file is still the one that was written or read."""

    size: int
    inode: int


class WorkFolder:
    """The files of a folder. `found` holds their events by workbook and id."""

    def __init__(self, path: Path) -> None:
        """Read what the folder holds; a folder that cannot be read counts as empty."""
        self.path = path
        self.damaged = 0
        self.overlong = False
        self.found: dict[str, dict[str, Event]] = {}
        self._kept: dict[tuple[str, str], Path] = {}
        self._newer: dict[bytes, Path] = {}
        self._traces: dict[Path, Trace] = {}
        self._own: Path | None = None
        for file in self._files():
            self._read(file)

    @property
    def newer(self) -> int:
        """How many lines of the folder only a later edition of the kit can read."""
        return len(self._newer)

    def keeps(self, event: Event) -> bool:
        """Tell whether a file holds this event; `look` first."""
        return (event.workbook, event.id) in self._kept

    def look(self) -> None:
        """Forget what was in files that are gone, shorter, or others by now."""
        lost = {path for path, trace in self._traces.items() if not _still_there(path, trace)}
        if not lost:
            return
        self._kept = {key: path for key, path in self._kept.items() if path not in lost}
        self._newer = {line: path for line, path in self._newer.items() if path not in lost}
        for path in lost:
            del self._traces[path]
        if self._own in lost:
            self._own = None

    def write(self, events: Sequence[Event], code: str, workbook: str) -> bool:
        """Append events to the file of this kernel; after a failure the next try begins another."""
        lines = [msgspec.json.encode(event) for event in events]
        self._leave_torn()
        try:
            # No file is made before there is something to keep: an opened lesson leaves no trace.
            if self._own is None:
                self._own = self._new_path()
                lines.insert(0, header_line(code, workbook))
            trace = append(self._own, _joined(lines))
        except OSError:
            self._leave()
            return False
        self._traces[self._own] = trace
        self._kept.update({(event.workbook, event.id): self._own for event in events})
        return True

    def begin_file(self) -> None:
        """Let the next event begin a file: a file holds the work of one student."""
        self._own = None

    def set_aside(self, name: str, lines: Sequence[bytes]) -> bool:
        """Keep damaged lines in a file beside, once each; tell whether they are kept."""
        if not lines:
            return True
        path = self.path / f"{name}.set-aside"
        try:
            self._make()
            there = set(path.read_bytes().split(b"\n")) if path.exists() else set()
            # The folder is read at every start, and the same line would be set aside each time.
            if new := [line for line in dict.fromkeys(lines) if line not in there]:
                append(path, _joined(new))
        except OSError:
            return False
        return True

    def keep_newer(self, lines: Sequence[bytes]) -> bool:
        """Keep lines of a later edition, once each, for it to find; tell whether they are kept."""
        self.look()
        new = [line for line in dict.fromkeys(lines) if line not in self._newer]
        if not new:
            return True
        try:
            path = self._write_apart(new)
        except OSError:
            return False
        self._newer.update(dict.fromkeys(new, path))
        return True

    def _files(self) -> list[Path]:
        try:
            return sorted(self.path.glob("*.jsonl"))
        except OSError:  # a folder that cannot be looked into counts as empty
            self.damaged += 1
            return []

    def _read(self, path: Path) -> None:
        # One file that cannot be read at all must not hide the answers in the others.
        try:
            content, trace = read_beginning(path)
            contents = read_lines(content)
            self.overlong |= len(content) < trace.size
        except (OSError, KitError):
            self.damaged += 1
            return
        self.damaged += len(contents.damaged)
        self._newer.update((line, path) for line in contents.newer if line not in self._newer)
        self.set_aside(path.stem, contents.damaged)
        self._traces[path] = trace
        for event in map(_owned, contents.events):
            self.found.setdefault(event.workbook, {}).setdefault(event.id, event)
            self._kept[event.workbook, event.id] = path

    def _write_apart(self, lines: Iterable[bytes]) -> Path:
        """Write lines into a file of their own; if the disk takes only a part, none stays."""
        path = self._new_path()
        try:
            self._traces[path] = append(path, _joined(lines))
        except OSError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            raise
        return path

    def _leave_torn(self) -> None:
        """Do not go on in a file that has more in it than was counted: a write was cut short."""
        # Appending behind a torn line would join two events into one that nobody can read.
        if self._own is not None and self._own in self._traces:
            with suppress(OSError):
                if self._own.stat().st_size != self._traces[self._own].size:
                    self._leave()

    def _leave(self) -> None:
        """Take a torn end away from the file, as far as the disk allows, and do not go on in it."""
        path, self._own = self._own, None
        if path is None:
            return
        with suppress(OSError):
            if trace := self._traces.get(path):
                os.truncate(path, trace.size)
            else:
                path.unlink(missing_ok=True)

    def _make(self) -> None:
        # What is missing above it in a browser is its storage: made anew, that would be memory.
        self.path.mkdir(parents=not in_browser_alone(), exist_ok=True)

    def _new_path(self) -> Path:
        self._make()
        day = datetime.now(UTC).strftime("%Y-%m-%d")
        # The day is for people who look into the folder; chance keeps two kernels apart.
        return self.path / f"{day}-{secrets.token_hex(4)}.jsonl"


def append(path: Path, content: bytes) -> Trace:
    """Append to a file, wait until the disk has it, and read it back."""
    # Unbuffered, so that what is counted as written has left this process.
    with path.open("a+b", buffering=0) as file:
        start = file.seek(0, os.SEEK_END)
        written = file.write(content)
        if written != len(content):
            raise OSError(None, "the disk took only a part")
        os.fsync(file.fileno())
        file.seek(start)
        if file.read(len(content)) != content:
            raise OSError(None, "the disk gives back something else")
        found = os.fstat(file.fileno())
    return Trace(found.st_size, found.st_ino)


def read_beginning(path: Path) -> tuple[bytes, Trace]:
    """Read a file, or the whole lines of its first part if it is longer than any workbook."""
    # Asked before it is opened: opening a pipe would wait for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        raise OSError(None, "not a file that can be read")
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        content = file.read(MAX_FILE + 1)
    return _fitting(content), Trace(found.st_size, found.st_ino)


def _fitting(content: bytes) -> bytes:
    """Give the whole lines of a file that a workbook can have at most."""
    if len(content) > MAX_FILE:
        content = content[: content.rfind(b"\n", 0, MAX_FILE) + 1]
    if content.count(b"\n") >= MAX_LINES:
        rest = content.split(b"\n", MAX_LINES - 1)[-1]
        content = content[: len(content) - len(rest)]
    return content


def _joined(lines: Iterable[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)


def _still_there(path: Path, trace: Trace) -> bool:
    try:
        found = path.stat()
    except OSError:
        return False
    return found.st_ino == trace.inode and found.st_size >= trace.size


def _owned(event: Event) -> Event:
    return event if event.workbook else msgspec.structs.replace(event, workbook=FIRST_EDITION)
