"""ZIP files, looked into without unpacking anything to disk: each entry is read into memory."""

from __future__ import annotations

import io
import stat
import zipfile
from collections import OrderedDict
from typing import IO, TYPE_CHECKING, NamedTuple, Self

from helpers.classroom.names import is_litter, leads_out, shown
from helpers.classroom.places import MOST_BYTES, MOST_FILES, FilePlace, open_file
from helpers.classroom.student import LeftOut
from helpers.errors import KitError
from helpers.words import classroom_text as words
from helpers.workbook.file import DAMAGED_ZIP, MAX_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

DEEPEST = 2
"""A ZIP from a learning platform holds ZIPs of students; what these hold is not looked into."""
_ENTRY = b"PK\x01\x02"
_LOCKED = 1
_ZIPS_OPEN = 8
_PIECE = 100_000
_LEAST = 4_000
"""Bytes as which even an empty file counts, for it takes time as well."""


class _Zip(NamedTuple):
    file: IO[bytes]
    packed: zipfile.ZipFile

    def close(self) -> None:
        self.packed.close()
        self.file.close()


class OpenFiles:
    """Opens files wherever they lie; the ZIP files that were opened last stay open.

    `taken` counts the bytes that were read or unpacked.
    """

    def __init__(self) -> None:
        self.taken = 0
        self._zips: OrderedDict[tuple[str, tuple[int, ...]], _Zip] = OrderedDict()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for one in self._zips.values():
            one.close()

    def open(self, place: FilePlace) -> IO[bytes]:
        """Open a file for reading; raises KitError with the reason if it is no file, or locked."""
        self.taken += _LEAST
        if not place.entries:
            return open_file(place.path)
        *zips, number = place.entries
        packed = self._open_zip(place.path, tuple(zips))
        # By its number, for two entries can have one name.
        return packed.open(packed.infolist()[number])

    def read(self, file: IO[bytes], most: int) -> bytes:
        """Read so many bytes of a file at most."""
        pieces = []
        # Piece by piece: what breaks off after gigabytes must not have cost nothing.
        while most and (piece := file.read(min(most, _PIECE))):
            self.taken += len(piece)
            most -= len(piece)
            pieces.append(piece)
        return b"".join(pieces)

    def entries(self, place: FilePlace, most: int) -> list[FilePlace | LeftOut]:
        """List what a ZIP file holds; raises KitError with the reason if it is not to be read."""
        if len(place.entries) >= DEEPEST:
            raise KitError(words.ZIP_TOO_DEEP)
        try:
            packed = self._open_zip(place.path, place.entries, most)
        except DAMAGED_ZIP:
            raise KitError(words.DAMAGED_ZIP) from None
        if "[Content_Types].xml" in packed.NameToInfo or "mimetype" in packed.NameToInfo:
            raise KitError(words.FOREIGN.format(what=words.A_DOCUMENT))
        return list(_listed(place, packed.infolist()))

    def _open_zip(
        self, path: str, entries: tuple[int, ...], most: int = MOST_FILES
    ) -> zipfile.ZipFile:
        key = path, entries
        if key not in self._zips:
            file = self._seekable(FilePlace("", path, entries))
            try:
                self._measure(file, most)
                self._zips[key] = _Zip(file, zipfile.ZipFile(file))
            except (*DAMAGED_ZIP, KitError):
                file.close()
                raise
            if len(self._zips) > _ZIPS_OPEN:
                self._zips.popitem(last=False)[1].close()
        self._zips.move_to_end(key)
        return self._zips[key].packed

    def _measure(self, file: IO[bytes], most: int) -> None:
        """Refuse a ZIP that takes long to open: the list of a million entries fills the memory."""
        size = file.seek(0, io.SEEK_END)
        self.taken += size
        if size > MOST_BYTES:
            raise KitError(words.TOO_LARGE.format(most=MOST_BYTES // 1_000_000))
        file.seek(0)
        if sum(piece.count(_ENTRY) for piece in iter(lambda: file.read(_PIECE), b"")) > most:
            raise KitError(words.ZIP_TOO_FULL.format(most=most))

    def _seekable(self, place: FilePlace) -> IO[bytes]:
        """Open a ZIP; one inside another is read into memory, to go to and fro in it at once."""
        if not place.entries:
            return self.open(place)
        with self.open(place) as file:
            content = self.read(file, MAX_FILE + 1)
        if len(content) > MAX_FILE:
            raise KitError(words.TOO_LARGE.format(most=MAX_FILE // 1_000_000))
        return io.BytesIO(content)


def _listed(place: FilePlace, entries: list[zipfile.ZipInfo]) -> Iterator[FilePlace | LeftOut]:
    for number, entry in enumerate(entries):
        # The name as it stands: one with a NUL in it would be cut there.
        written = entry.orig_filename
        name = shown(f"{place.name}/{written}" if place.name else written)
        if leads_out(written):
            yield LeftOut(name, words.LEADS_OUT)
        elif not (written.endswith("/") or is_litter(written)):
            reason = _refusal(entry)
            inside = FilePlace(name, place.path, (*place.entries, number))
            yield LeftOut(name, reason) if reason else inside


def _refusal(entry: zipfile.ZipInfo) -> str:
    """Say why an entry is not to be opened, or nothing."""
    if stat.S_ISLNK(entry.external_attr >> 16):
        return words.LINK
    if entry.flag_bits & _LOCKED:
        return words.LOCKED
    # The others can blow up a few bytes to any size at once; no learning platform uses them.
    if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        return words.PACKED_STRANGELY
    return ""
