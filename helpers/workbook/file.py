"""A workbook's file: a header line, then one event a line; a damaged line never stops the rest."""

from __future__ import annotations

from typing import Annotated, Final, Literal

import msgspec

from helpers.errors import KitError
from helpers.words import saving_text as words
from helpers.workbook.events import CODE_NAME, MAX_LINE, Event

FORMAT: Final = 1
MAX_FILE = 50_000_000
MAX_LINES = 200_000


class Header(msgspec.Struct, frozen=True):
    """The first line of a workbook's file."""

    kit: Literal["According to Reports"]
    format: Literal[1]
    code: Annotated[str, msgspec.Meta(pattern=rf"^({CODE_NAME})?\Z")] = ""


class WorkbookContents(msgspec.Struct):
    """What was found in some lines: events, lines that are damaged, the code name in the header."""

    events: list[Event] = []
    damaged: list[bytes] = []
    code: str = ""


_EVENTS = msgspec.json.Decoder(Event)
_HEADERS = msgspec.json.Decoder(Header)
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


def header_line(code: str) -> bytes:
    """Write the header of a new file."""
    return msgspec.json.encode(Header("According to Reports", FORMAT, code))


def read_lines(content: bytes) -> WorkbookContents:
    """Read the lines of a workbook's file, size first."""
    if len(content) > MAX_FILE:
        raise KitError(words.FILE_TOO_LARGE.format(most=MAX_FILE // 1_000_000))
    # Not splitlines(): it also splits at signs that may stand inside an answer.
    lines = content.split(b"\n")
    if len(lines) > MAX_LINES:
        raise KitError(words.TOO_MANY_LINES.format(most=MAX_LINES))
    found = WorkbookContents()
    for number, line in enumerate(lines):
        if line.strip():
            _read_line(line, found, first=number == 0)
    return found


def _read_line(line: bytes, found: WorkbookContents, *, first: bool) -> None:
    try:
        if len(line) > MAX_LINE:
            # Cut, so that setting a line aside cannot fill the disk.
            found.damaged.append(line[:MAX_LINE])
        elif first and (header := _header(line)):
            found.code = header.code
        else:
            found.events.append(_EVENTS.decode(line))
    except _UNREADABLE:
        found.damaged.append(line)


def _header(line: bytes) -> Header | None:
    """Read a header; a first line that is none may still be an event: a header can be lost."""
    try:
        return _HEADERS.decode(line)
    except _UNREADABLE:
        return None
