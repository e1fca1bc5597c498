"""A workbook's file: a header line, then one event a line; a damaged line never stops the rest.

Whatever has become of it on the way (another encoding, other line ends, an editor that set it
out prettily, a ZIP) is read, as far as it can be read, in one pass.
"""

from __future__ import annotations

import codecs
import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

import msgspec

from helpers.errors import KitError
from helpers.words import saving_text as words
from helpers.workbook.events import MAX_LINE, CodeName, Event, What, WorkbookId

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT: Final = 2
MAX_FILE = 50_000_000
MAX_LINES = 200_000


class Header(msgspec.Struct, frozen=True, omit_defaults=True):
    """The first line of a workbook's file; a later edition may say more in it."""

    kit: Literal["According to Reports"]
    format: Annotated[int, msgspec.Meta(ge=1)]
    code: CodeName = ""
    workbook: WorkbookId = ""


class Sketch(msgspec.Struct, frozen=True):
    """The little that an event of any edition has."""

    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    at: str
    what: str


class WorkbookContents(msgspec.Struct):
    """What was found in some lines: events, lines that are damaged, what the header says.

    `newer` are lines that only a later edition of the kit can read.
    """

    events: list[Event] = []
    damaged: list[bytes] = []
    code: str = ""
    workbook: str = ""
    newer: list[bytes] = []


_EVENTS = msgspec.json.Decoder(Event)
_HEADERS = msgspec.json.Decoder(Header)
_SKETCHES = msgspec.json.Decoder(Sketch)
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DAMAGED_ZIP = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError),
    *(OSError, RuntimeError, ValueError, OverflowError),
)
"""All that reading a ZIP can raise, if whoever made it wishes so."""
PACKED = (b"PK\x03\x04", b"PK\x05\x06")  # the second begins one that is empty


def header_line(code: str, workbook: str) -> bytes:
    """Write the header of a new file."""
    return msgspec.json.encode(Header("According to Reports", FORMAT, code, workbook))


def read_lines(content: bytes) -> WorkbookContents:
    """Read the lines of a workbook's file, size first."""
    _measure(content)
    if content.startswith(PACKED):
        content = _unpacked(content)
    plain = _plain(content).replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    # Counted before they are taken apart: millions of short lines take a gigabyte.
    if plain.count(b"\n") >= MAX_LINES:
        raise KitError(words.TOO_MANY_LINES.format(most=MAX_LINES))
    lines = plain.split(b"\n")
    found = WorkbookContents()
    first = True
    for line in _joined(lines):
        _read_line(line, found, first=first)
        first = False
    return found


def _measure(content: bytes) -> None:
    if len(content) > MAX_FILE:
        raise KitError(words.FILE_TOO_LARGE.format(most=MAX_FILE // 1_000_000))


def _unpacked(content: bytes) -> bytes:
    """Take the one file out of a ZIP, and no more of it than a workbook can have."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            inside = [one for one in packed.infolist() if _is_work(one)]
            if len(inside) != 1:
                raise KitError(words.NOT_ONE_FILE)
            with packed.open(inside[0]) as file:
                # What the ZIP says of its size may be a lie.
                unpacked = file.read(MAX_FILE + 1)
    except DAMAGED_ZIP:
        raise KitError(words.NO_ANSWERS) from None
    _measure(unpacked)
    return unpacked


def _is_work(entry: zipfile.ZipInfo) -> bool:
    # macOS packs a shadow of each file beside it.
    return not entry.is_dir() and not entry.filename.startswith("__MACOSX/")


def _plain(content: bytes) -> bytes:
    """Give the content in UTF-8, without a mark in front."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            rest = content.removeprefix(mark)
            return rest if encoding == "utf-8" else rest.decode(encoding, "replace").encode()
    return content


def _joined(lines: list[bytes]) -> Iterator[bytes]:
    """Give the lines that say something; put an entry together that an editor spread over many."""
    waiting: list[bytes] = []
    end = b""
    for line in lines:
        said = line.strip()
        if waiting:
            waiting.append(line)
            if said in {b"}", b"},"} and line.startswith(end):
                yield from _entry(waiting)
                waiting = []
        elif said == b"{":
            end, waiting = line.replace(b"{", b"}").rstrip(), [line]
        elif said and said not in {b"[", b"]"}:
            yield line
    # One that never ends is no entry but damaged lines.
    yield from (line for line in waiting if line.strip())


def _entry(lines: list[bytes]) -> Iterator[bytes]:
    """Put an entry together; one that is too long is none, and must not take its lines with it."""
    entry = b"\n".join(lines).strip().removesuffix(b",")
    if len(entry) <= MAX_LINE:
        yield entry
    else:
        yield from filter(bytes.strip, lines)


def _read_line(line: bytes, found: WorkbookContents, *, first: bool) -> None:
    try:
        if len(line) > MAX_LINE:
            # Cut, so that setting a line aside cannot fill the disk.
            found.damaged.append(line[:MAX_LINE])
        elif first and (header := _header(line)):
            found.code, found.workbook = header.code, header.workbook
            if header.format > FORMAT:
                found.newer.append(line)
        else:
            found.events.append(_EVENTS.decode(line))
    except _UNREADABLE:
        if b"\n" in line:
            # No entry set out prettily after all: a damaged line must not hide those below it.
            for single in filter(bytes.strip, line.split(b"\n")):
                _read_line(single, found, first=False)
        else:
            (found.newer if _is_newer(line) else found.damaged).append(line)


def _header(line: bytes) -> Header | None:
    """Read a header; a first line that is none may still be an event: a header can be lost."""
    try:
        return _HEADERS.decode(line)
    except _UNREADABLE:
        return None


def _is_newer(line: bytes) -> bool:
    """Tell whether a line is an event that says more, or something else, than this edition knows.

    One that only says known things wrongly is damaged.
    """
    try:
        sketch = _SKETCHES.decode(line)
        fields = msgspec.json.decode(line, type=dict[str, msgspec.Raw])
    except _UNREADABLE:
        return False
    return bool(fields.keys() - set(Event.__struct_fields__)) or sketch.what not in get_args(What)
