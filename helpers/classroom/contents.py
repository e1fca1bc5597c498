"""What a file holds: the content alone decides, for learning platforms rename what they get."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from helpers.errors import KitError
from helpers.words import classroom_text as words
from helpers.workbook import FIRST_EDITION, MAX_LINE, read_draft, read_lines
from helpers.workbook.file import MAX_LINES

if TYPE_CHECKING:
    from helpers.workbook import Event, WorkbookContents

MOST_WORKBOOKS = 500
"""In one file: what a whole school does on one computer."""
HEAD = 512
_BEGINNINGS = {
    b"%PDF": words.A_PDF,
    b"\x89PNG": words.A_PICTURE,
    b"\xff\xd8\xff": words.A_PICTURE,
    b"GIF8": words.A_PICTURE,
    b"ID3": words.A_RECORDING,
    b"OggS": words.A_RECORDING,
    b"RIFF": words.A_RECORDING,
    b"\x1aE\xdf\xa3": words.A_RECORDING,
    b"\xd0\xcf\x11\xe0": words.A_DOCUMENT,
    b"{\\rtf": words.A_DOCUMENT,
}
_FILM = b"ftyp"
_PACKED_OTHERWISE = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_PAGES = (b"<!doctype", b"<html", b"<?xml")


class Submission(NamedTuple):
    """What one file holds: events by their workbook, and how many lines could not be read.

    `code` is the code name that the header says, for the workbook `of`.
    """

    events: dict[str, list[Event]]
    code: str
    of: str
    damaged: int
    newer: int


def refuse_foreign(head: bytes) -> None:
    """Say by its beginning what a file is, if that alone tells that it is no workbook."""
    for beginning, what in _BEGINNINGS.items():
        if head.startswith(beginning):
            raise KitError(words.FOREIGN.format(what=what))
    if head[4:8] == _FILM:
        raise KitError(words.FOREIGN.format(what=words.A_RECORDING))
    if head.startswith(_PACKED_OTHERWISE):
        raise KitError(words.PACKED_OTHERWISE)


def read_submission(content: bytes) -> Submission:
    """Read a workbook's file; KitError says what the file is if it holds no events."""
    try:
        found = read_lines(content)
    except KitError:
        raise KitError(words.TOO_MANY_LINES.format(most=MAX_LINES)) from None
    if not found.events:
        raise KitError(words.NEWER if found.newer else _without_events(content, found))
    own = found.workbook if found.workbook != FIRST_EDITION else ""
    own = own or _first_answer(found.events)
    events: dict[str, list[Event]] = {}
    for event in found.events:
        nameless = event.workbook in {"", FIRST_EDITION}
        events.setdefault(own if nameless else event.workbook, []).append(event)
    if len(events) > MOST_WORKBOOKS:
        raise KitError(words.TOO_MANY_WORKBOOKS.format(most=MOST_WORKBOOKS))
    return Submission(events, found.code, own, len(found.damaged), len(found.newer))


def _first_answer(events: list[Event]) -> str:
    """Give what tells workbooks of the first edition apart, which have no id of their own.

    All versions of one begin with the same event; but a code name that was replaced is in none.
    """
    nameless = [event for event in events if event.workbook in {"", FIRST_EDITION}]
    lasting = (event.id for event in nameless if event.what != "code")
    return next(lasting, nameless[0].id if nameless else "")


def _without_events(content: bytes, found: WorkbookContents) -> str:
    """Say what a file is that holds no events."""
    if not found.damaged:
        return words.NOT_BEGUN if found.code or found.workbook else words.EMPTY
    if b'"nbformat"' in content:
        return words.NOTEBOOK
    if content[:HEAD].lstrip().lower().startswith(_PAGES):
        return words.FOREIGN.format(what=words.A_PAGE)
    return words.DRAFT if _is_draft(content) else words.NO_ANSWERS


def _is_draft(content: bytes) -> bool:
    try:
        return len(content) <= MAX_LINE and bool(read_draft(msgspec.json.decode(content)))
    except (KitError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
