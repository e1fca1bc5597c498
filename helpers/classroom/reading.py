"""Going through all that was handed over, file by file; none that is unreadable stops the rest."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from helpers.classroom.contents import HEAD, refuse_foreign
from helpers.classroom.names import shown
from helpers.classroom.places import MOST_BYTES, MOST_FILES, FilePlace, files_in_folder
from helpers.classroom.student import LeftOut
from helpers.errors import KitError
from helpers.words import classroom_text as words
from helpers.workbook.file import DAMAGED_ZIP, MAX_FILE, PACKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from helpers.classroom.zips import OpenFiles

    Listed = FilePlace | LeftOut
    Told = Callable[[int, int], None]

MOST_ENTRIES = 10_000
MOST_UNPACKED = 500_000_000
"""Bytes; both of a ZIP that lies somewhere in what was handed over: it may be one student's."""


def silently(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""


class Reading:
    """Reads the files of a place, each once; fills `left_out` with what is none, and why."""

    def __init__(self, opened: OpenFiles) -> None:
        self.left_out: list[LeftOut] = []
        self._opened = opened

    def files(self, place: Path, told: Told) -> Iterator[tuple[FilePlace, bytes]]:
        """Give each file and its content; raises KitError if the place cannot be read at all."""
        listed = self._listed(place)
        yield from self._each(_telling(listed, told), len(listed), shown(str(place)), MOST_BYTES)

    def _listed(self, place: Path) -> Sequence[Listed]:
        """List what lies in a folder or in a ZIP file."""
        name = shown(str(place))
        try:
            # Whoever names a link means what it leads to.
            path = os.path.realpath(place, strict=True)
            mode = place.stat().st_mode
            if stat.S_ISDIR(mode):
                return list(files_in_folder(path))
            if not stat.S_ISREG(mode):
                raise KitError(words.NO_PLACE.format(place=name))
            zipped = FilePlace("", path)
            with self._opened.open(zipped) as file:
                if not file.read(HEAD).startswith(PACKED):
                    raise KitError(words.NO_PLACE.format(place=name))
            return self._entries(zipped, name)
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise KitError(words.PLACE_MISSING.format(place=name)) from None
        except OSError as error:
            sentence = words.PLACE_CLOSED.format(place=name, reason=error.strerror)
            raise KitError(sentence) from None

    def _entries(self, zipped: FilePlace, name: str) -> Sequence[Listed]:
        try:
            return self._opened.entries(zipped, MOST_FILES)
        except KitError as error:
            raise KitError(words.PLACE_REFUSED.format(place=name, why=error)) from None

    def _each(
        self, listed: Iterable[Listed], number: int, name: str, most: int
    ) -> Iterator[tuple[FilePlace, bytes]]:
        """Read one after the other, up to so many bytes of all together."""
        begun = self._opened.taken
        for done, one in enumerate(listed):
            if self._opened.taken - begun > most:
                rest = words.rest_too_large(number - done, most // 1_000_000)
                self.left_out.append(LeftOut(name, rest))
                return
            if isinstance(one, LeftOut):
                self.left_out.append(one)
            else:
                yield from self._look_into(one)

    def _look_into(self, place: FilePlace) -> Iterator[tuple[FilePlace, bytes]]:
        try:
            content = content_of(self._opened, place)
            if not content.startswith(PACKED):
                yield place, content
                return
            inside = self._opened.entries(place, MOST_ENTRIES)
        except KitError as error:
            self.left_out.append(LeftOut(place.name, str(error)))
            return
        yield from self._each(inside, len(inside), place.name, MOST_UNPACKED)


def content_of(opened: OpenFiles, place: FilePlace) -> bytes:
    """Read a file to its end, of a ZIP only the beginning; KitError says why it is left out."""
    try:
        with opened.open(place) as file:
            head = opened.read(file, HEAD)
            if head.startswith(PACKED):
                return head
            refuse_foreign(head)
            content = head + opened.read(file, MAX_FILE + 1 - len(head))
    except DAMAGED_ZIP as error:
        if isinstance(error, OSError) and not place.entries:
            raise KitError(words.CLOSED.format(reason=error.strerror)) from None
        raise KitError(words.DAMAGED_ZIP) from None
    if len(content) > MAX_FILE:
        raise KitError(words.TOO_LARGE.format(most=MAX_FILE // 1_000_000))
    return content


def _telling(listed: Sequence[Listed], told: Told) -> Iterator[Listed]:
    """Give one after the other, and tell a hundred times how far it is."""
    step = max(1, len(listed) // 100)
    for done, one in enumerate(listed):
        if done % step == 0:
            told(done, len(listed))
        yield one
    told(len(listed), len(listed))
