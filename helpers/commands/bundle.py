"""`bundle`: make the folder, or the ZIP file, that an instructor hands to students."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from helpers.commands.students_files import FOLDERS, students_files
from helpers.errors import KitError
from helpers.paths import ROOT, work_folder
from helpers.words import command_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.commands.students_files import StudentsFile

NAME = "according-to-reports"
"""The folder, if nobody names another, and the one folder in a ZIP file."""
TO_RUN, TO_READ = 0o100755, 0o100644
UNIX = 3
"""The system that a ZIP file says it was made on: always this one, so that the bytes are the same.
"""


def start(out: str | None, *, keys: bool) -> int:
    """Make the students' folder at `out`, whole or not at all, and say what is in it."""
    if out == "":
        raise KitError(command_text.NO_OUT)
    place = Path(os.path.realpath(work_folder() / "bundle" / NAME if out is None else out))
    files = students_files(keys=keys)
    try:
        _must_be_free(place)
        with _draft(place) as draft:
            if _is_zip(place):
                _write_zip(draft, files)
            else:
                _write_folder(draft, files)
    except OSError as error:
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        sentence = command_text.NO_SPACE_FOR_IT if full else command_text.NO_PLACE_FOR_IT
        raise KitError(sentence.format(out=place, reason=error.strerror)) from None
    ready = command_text.READY_WITH_KEYS if keys else command_text.READY_WITHOUT_KEYS
    print(ready.format(out=place))
    return 0


def _is_zip(place: Path) -> bool:
    return place.suffix.lower() == ".zip"


def _must_be_free(place: Path) -> None:
    """Refuse a place in what is copied, and one where something lies; an empty folder is free."""
    for name in FOLDERS:
        if place.is_relative_to(ROOT / name):
            raise KitError(command_text.IN_ITSELF.format(out=place, folder=ROOT / name))
    is_folder = place.is_dir() and not _is_zip(place)
    if any(place.iterdir()) if is_folder else os.path.lexists(place):
        raise KitError(command_text.NOT_FREE.format(out=place))


@contextmanager
def _draft(place: Path) -> Iterator[Path]:
    """Give a hidden path to write to; it gets its place once all is written, or is gone.

    An empty folder is filled from inside: it may be a disk, or the folder that the user is in.
    """
    home = place if place.is_dir() else place.parent
    home.mkdir(parents=True, exist_ok=True)
    draft = home / f".bundle-{secrets.token_hex(8)}"
    try:
        yield draft
        if home == place:
            for path in sorted(draft.iterdir()):
                path.rename(place / path.name)
            draft.rmdir()
        else:
            _must_be_free(place)  # writing took a moment, and a file would be replaced
            draft.rename(place)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        if draft.is_file():
            draft.unlink()
        raise


def _write_folder(draft: Path, files: list[StudentsFile]) -> None:
    for file in files:
        path = draft / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        if file.runs:
            path.chmod(path.stat().st_mode | 0o111)


def _write_zip(draft: Path, files: list[StudentsFile]) -> None:
    """Write one folder; without times and systems, the same files make the same bytes."""
    with ZipFile(draft, "x") as archive:
        for file in files:
            about = ZipInfo(f"{NAME}/{file.name}")
            about.create_system = UNIX
            about.external_attr = (TO_RUN if file.runs else TO_READ) << 16
            archive.writestr(about, file.content, ZIP_DEFLATED)
