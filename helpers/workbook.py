"""The student's answers, kept: one event a line, appended and on disk before anyone says "saved".

Each kernel appends to a file of its own; reading merges all files of the folder by event id. So
two tabs, two kernels, a restored copy and a file loaded twice add up without locks or doubles.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec

from helpers.dossier import ROOT
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT: Final = 1
MAX_LINE = 256_000
MAX_FILE = 50_000_000
MAX_LINES = 200_000
MAX_FIELDS = 400
CODE_NAME = r"[^\W_](?:[^\W_]|-){1,23}"

Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9-]{0,80}\Z")]
Answer = dict[str, list[str]]
"""An answer as a form gives it: each field with its values, in order."""


class Event(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing the student did. `refers` names the event that an undo takes back.

    A reset without an exercise is one of the whole lesson.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    at: Annotated[str, msgspec.Meta(pattern=r"(?a)^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")]
    what: Literal["answer", "reveal", "reset", "undo", "code"]
    lesson: Name = ""
    exercise: Name = ""
    answer: Annotated[Answer, msgspec.Meta(max_length=MAX_FIELDS)] = {}
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    refers: Annotated[str, msgspec.Meta(max_length=32)] = ""
    code: Annotated[str, msgspec.Meta(pattern=rf"^({CODE_NAME})?\Z")] = ""


class Header(msgspec.Struct, frozen=True):
    """The first line of a workbook's file."""

    kit: Literal["According to Reports"]
    format: Literal[1]
    code: Annotated[str, msgspec.Meta(pattern=rf"^({CODE_NAME})?\Z")] = ""


class Reading(msgspec.Struct):
    """What was found in some lines: events, lines that are damaged, the code name in the header."""

    events: list[Event] = []
    damaged: list[bytes] = []
    code: str = ""


class Merge(msgspec.Struct, frozen=True):
    """What loading a file came to."""

    added: int
    known: int
    damaged: int
    on_disk: bool


_EVENTS = msgspec.json.Decoder(Event)
_HEADERS = msgspec.json.Decoder(Header)


def make_event(what: str, **fields: object) -> Event:
    """Make an event now, as the browser makes them.

    >>> make_event("code", code="amber-heron").code
    'amber-heron'
    """
    written = {"id": secrets.token_hex(16), "at": _written(datetime.now(UTC)), "what": what}
    return msgspec.convert(written | fields, Event)


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read_event(written: object) -> Event:
    """Check an event that comes from outside, size first."""
    try:
        if len(msgspec.json.encode(written)) > MAX_LINE:
            message = f"This answer is too long to keep: {MAX_LINE:,} characters at most."
            raise KitError(message)
        return msgspec.convert(written, Event)
    except (msgspec.ValidationError, TypeError, ValueError, RecursionError):
        message = "The page sent something that is not an answer. Nothing was changed."
        raise KitError(message) from None


def read_code_name(written: str) -> str:
    """Tidy a code name and check it: 2 to 24 letters, digits or hyphens, no spaces."""
    code = "-".join(unicodedata.normalize("NFC", written).split())
    if not re.fullmatch(CODE_NAME, code):
        message = "A code name has 2 to 24 letters, digits or hyphens, such as “amber-heron-27”."
        raise KitError(message)
    return code


def read_lines(content: bytes) -> Reading:
    """Read the lines of a workbook's file; a damaged line never stops the rest."""
    if len(content) > MAX_FILE:
        message = f"This file is too large for a workbook: {MAX_FILE // 1_000_000} MB at most."
        raise KitError(message)
    reading = Reading()
    lines = content.split(b"\n")
    if len(lines) > MAX_LINES:
        raise KitError(f"This file has more than {MAX_LINES:,} lines; no workbook has.")
    for number, line in enumerate(lines):
        if line.strip():
            _read_line(line, reading, first=number == 0)
    return reading


def _read_line(line: bytes, reading: Reading, *, first: bool) -> None:
    try:
        if len(line) > MAX_LINE:
            reading.damaged.append(line[:MAX_LINE])
        elif first and (header := _header(line)):
            reading.code = header.code
        else:
            reading.events.append(_EVENTS.decode(line))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        reading.damaged.append(line)


def _header(line: bytes) -> Header | None:
    try:
        return _HEADERS.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


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
        self._lot = secrets.token_hex(4)
        self._events: dict[str, Event] = {}
        self._unsaved: dict[str, Event] = {}
        self._path: Path | None = None
        self._length = 0
        for path in sorted(folder.glob("*.jsonl")):
            self._read_file(path)

    @property
    def events(self) -> list[Event]:
        """All events, oldest first."""
        return sorted(self._events.values(), key=lambda event: (event.at, event.id))

    @property
    def code(self) -> str:
        """The code name chosen last, or nothing."""
        return next((event.code for event in reversed(self.events) if event.what == "code"), "")

    @property
    def lot(self) -> str:
        """What draws for this student: the code name, or chance as long as there is none."""
        return self.code or self._lot

    @property
    def on_disk(self) -> bool:
        """Tell whether every event is on disk."""
        return not self._unsaved

    def after_all(self, event: Event) -> Event:
        """Let an event of ours come last, although the clock of some browser is ahead."""
        last = max((other.at for other in self._events.values()), default="")
        if event.at > last:
            return event
        try:
            later = datetime.fromisoformat(last) + timedelta(milliseconds=1)
        except (ValueError, OverflowError):
            return event
        return msgspec.structs.replace(event, at=_written(later))

    def add(self, *events: Event) -> bool:
        """Keep events; tell whether they, and all before them, are now on disk."""
        for event in events:
            if event.id not in self._events:
                self._events[event.id] = event
                self._unsaved[event.id] = event
        return self._write()

    def merge(self, reading: Reading) -> Merge:
        """Take in the events of a file, each once."""
        new = {event.id: event for event in reading.events if event.id not in self._events}
        on_disk = self.add(*new.values())
        self._set_aside("loaded", reading.damaged)
        return Merge(len(new), len(reading.events) - len(new), len(reading.damaged), on_disk)

    def live(self, lesson: str) -> list[Event]:
        """Give a lesson's events without what was reset and not brought back."""
        undone = {event.refers for event in self.events if event.what == "undo"}
        kept: list[Event] = []
        for event in self.events:
            if event.lesson != lesson:
                continue
            if event.what == "reset" and event.id not in undone:
                kept = [e for e in kept if event.exercise and e.exercise != event.exercise]
            if event.what in {"answer", "reveal"}:
                kept.append(event)
        return kept

    def last_reset(self, lesson: str, exercise: str = "") -> Event | None:
        """Give the newest reset that can still be undone: nothing was answered since."""
        undone = {event.refers for event in self.events if event.what == "undo"}
        for event in reversed(self.events):
            if event.lesson != lesson or (exercise and event.exercise not in {"", exercise}):
                continue
            if event.what == "reset" and event.exercise == exercise and event.id not in undone:
                return event
            if event.what == "answer":
                return None
        return None

    def _read_file(self, path: Path) -> None:
        try:
            reading = read_lines(path.read_bytes())
        except (OSError, KitError):
            self.damaged += 1
            return
        self._events.update((event.id, event) for event in reading.events)
        self.damaged += len(reading.damaged)
        self._set_aside(path.stem, reading.damaged)

    def _set_aside(self, name: str, lines: Iterable[bytes]) -> None:
        """Keep damaged lines in a file beside, once each, if the disk allows."""
        path = self.folder / f"{name}.set-aside"
        try:
            there = path.read_bytes().split(b"\n") if path.exists() else []
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
            if self._path is None:
                self._path, self._length = self._new_path(), 0
                lines.insert(
                    0, msgspec.json.encode(Header("According to Reports", FORMAT, self.code))
                )
            append(self._path, b"".join(line + b"\n" for line in lines))
        except OSError:
            self._leave_file()
            return False
        self._unsaved.clear()
        self._length = self._path.stat().st_size
        return True

    def _leave_file(self) -> None:
        """Take a torn end away from the file, as far as the disk allows, and do not go on in it."""
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
        return self.folder / f"{day}-{secrets.token_hex(4)}.jsonl"


def append(path: Path, content: bytes) -> None:
    """Append to a file and wait until the disk has it."""
    with path.open("ab", buffering=0) as file:
        written = file.write(content)
        if written != len(content):
            raise OSError(None, "the disk took only a part")
        os.fsync(file.fileno())


def work_folder() -> Path:
    """Where this student's work lies: `work/`, or wherever KIT_WORK says."""
    return Path(os.environ.get("KIT_WORK") or ROOT / "work")
