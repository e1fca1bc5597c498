"""What students get: one list of what goes into their folder, and of what never does."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from stat import S_IXUSR
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS = ("helpers", "lessons", "seeds")
GOES_IN = (
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
    *("requirements.txt", "runtime.txt", "postBuild"),
    *FOLDERS,
)
"""All that a student's computer or Binder needs, and the pages to which these link."""
INSTRUCTORS = "lessons/instructor"
KEYS = "lessons/keys"
_TELLS_KEYS = re.compile(rb"<!-- keys -->.*?<!-- /keys -->\s*", re.DOTALL)
"""A part of a page that goes where the keys go."""
BY_THE_WAY = {"work", "test-results", "__pycache__"}
"""Folders that work leaves behind, wherever they lie; a name with a dot in front is another."""


@dataclass(frozen=True)
class StudentsFile:
    """A file that students get: its path in their folder, such as `lessons/saving.md`."""

    name: str
    content: bytes
    runs: bool
    """Whether it is a program."""


def students_files(*, keys: bool, root: Path = ROOT) -> list[StudentsFile]:
    """Read all that goes into the students' folder, sorted by name; raise KitError if it cannot."""
    if missing := [name for name in GOES_IN if not os.path.lexists(root / name)]:
        raise KitError(command_text.NO_LIST.format(name=missing[0]))
    held_back = {root / INSTRUCTORS, *([] if keys else [root / KEYS])}
    try:
        paths = [path for name in GOES_IN for path in _files(root / name, held_back)]
        files = [_read(path, path.relative_to(root).as_posix(), keys=keys) for path in paths]
    except OSError as error:
        sentence = command_text.UNREADABLE.format(path=error.filename, reason=error.strerror)
        raise KitError(sentence) from None
    if keys and not any(file.name.startswith(f"{KEYS}/") for file in files):
        raise KitError(command_text.NO_KEYS.format(folder=root / KEYS))
    return sorted(files, key=lambda file: file.name)


def _files(path: Path, held_back: set[Path]) -> Iterator[Path]:
    """Give the files at or below a path; a link is refused, for it may lead to what is held back.

    The path itself is wanted; what is held back or left behind by work is not even looked into.
    """
    if path.is_symlink() or not (path.is_file() or path.is_dir()):
        raise KitError(command_text.NO_PLAIN_FILE.format(path=path))
    if path.is_file():
        yield path
        return
    for inner in path.iterdir():
        if inner not in held_back and inner.name not in BY_THE_WAY and inner.name[0] != ".":
            yield from _files(inner, held_back)


def _read(path: Path, name: str, *, keys: bool) -> StudentsFile:
    content = path.read_bytes()
    # A page may tell what the keys tell, such as which sentences of a report are weak.
    if not keys and path.suffix == ".md":
        content = _TELLS_KEYS.sub(b"", content)
    return StudentsFile(name, content, runs=bool(path.stat().st_mode & S_IXUSR))
