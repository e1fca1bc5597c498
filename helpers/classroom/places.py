"""Where files lie: in a folder and all folders in it. No link is followed, and nothing is run."""

from __future__ import annotations

import os
import stat
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from helpers.classroom.names import is_litter, shown
from helpers.classroom.student import LeftOut
from helpers.errors import KitError
from helpers.words import classroom_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_FILES = 250_000
"""Of what an instructor hands over; files, folders and links are counted."""
MOST_BYTES = 10_000_000_000
"""Of the same, unpacked: the work of a hundred thousand students."""
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class FilePlace(NamedTuple):
    """Where a file lies: on disk at `path` or, if there are `entries`, in the ZIP there.

    `entries` holds its number in that ZIP; for a file in a ZIP inside, the number of that ZIP and
    its own. `name` is for people.
    """

    name: str
    path: str
    entries: tuple[int, ...] = ()


def files_in_folder(folder: str) -> Iterator[FilePlace | LeftOut]:
    """Give every file at or below a folder, in the order of their names; OSError if it is closed.

    KitError if there are too many.
    """
    waiting = [("", folder)]
    left = MOST_FILES
    while waiting:
        name, path = waiting.pop()
        try:
            entries = _entries(path, left)
        except OSError as error:
            if not name:
                raise
            yield LeftOut(shown(name), words.CLOSED.format(reason=error.strerror))
            continue
        left -= len(entries)
        inner = []
        for entry in entries:
            inside = f"{name}/{entry.name}" if name else entry.name
            if is_litter(inside) or is_litter(f"{inside}/"):
                continue
            if entry.is_dir(follow_symlinks=False):
                inner.append((inside, entry.path))
            else:
                yield _file(entry, inside)
        waiting += reversed(inner)


def open_file(path: str) -> BinaryIO:
    """Open a file on disk, and nothing else: a pipe would wait for ever; KitError says why not."""
    try:
        # What was listed may have been replaced by something else in the meantime.
        file = os.fdopen(os.open(path, os.O_RDONLY | _NO_LINK | _NEVER_WAIT), "rb")
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            file.close()
            raise KitError(words.NO_FILE)
    except OSError as error:
        raise KitError(words.CLOSED.format(reason=error.strerror)) from None
    return file


def _entries(path: str, most: int) -> list[os.DirEntry[str]]:
    with os.scandir(path) as found:
        entries = list(islice(found, most + 1))
    if len(entries) > most:
        raise KitError(words.PLACE_TOO_FULL.format(place=shown(path), most=MOST_FILES))
    return sorted(entries, key=lambda entry: entry.name)


def _file(entry: os.DirEntry[str], name: str) -> FilePlace | LeftOut:
    if entry.is_symlink():
        return LeftOut(shown(name), words.LINK)
    if not entry.is_file(follow_symlinks=False):
        return LeftOut(shown(name), words.NO_FILE)
    return FilePlace(shown(name), entry.path)
