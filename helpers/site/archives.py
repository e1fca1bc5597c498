"""Archives of which the same files always make the same bytes: ZIP files, and wheels."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from collections.abc import Mapping

STDLIB = "python_stdlib.zip"
"""Python’s own library, as Pyodide has it."""
ANYWHERE = "py3-none-any"
"""The tag of a wheel that runs with any Python 3, on any machine."""
_UNIX = 3
_TO_READ = 0o100644


def unpacked(archive: bytes) -> dict[str, bytes]:
    """Read an archive: the content of each file by its name; folders are no files."""
    with ZipFile(BytesIO(archive)) as packed:
        names = [name for name in packed.namelist() if not name.endswith("/")]
        return {name: packed.read(name) for name in names}


def packed(files: Mapping[str, bytes], *, compressed: bool = True) -> bytes:
    """Pack files by name, without times.

    What is not compressed has the same bytes on every machine; compressed it has them wherever
    the same Python compressed it.

    >>> unpacked(packed({"b.txt": b"2", "a.txt": b"1"}))
    {'a.txt': b'1', 'b.txt': b'2'}
    """
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(files):
            about = ZipInfo(name)
            about.create_system, about.external_attr = _UNIX, _TO_READ << 16
            kind = ZIP_DEFLATED if compressed else ZIP_STORED
            archive.writestr(about, files[name], kind, compresslevel=9)
    return file.getvalue()


def is_wheel(files: Mapping[str, bytes]) -> bool:
    """Tell whether these are the files of a wheel."""
    return any(name.endswith(".dist-info/WHEEL") for name in files)


def with_record(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """List the files of a wheel anew in its RECORD, each with its hash and its size."""
    about = next(name for name in files if name.endswith(".dist-info/WHEEL"))
    place = about.removesuffix("WHEEL") + "RECORD"
    others = {name: content for name, content in files.items() if name != place}
    lines = [f"{name},sha256={_hash(others[name])},{len(others[name])}" for name in sorted(others)]
    return {**others, place: "".join(f"{line}\n" for line in [*lines, f"{place},,"]).encode()}


def about_wheel(name: str, version: str) -> dict[str, bytes]:
    """Write what makes files the wheel of a package that runs anywhere.

    >>> sorted(about_wheel("empty", "1"))
    ['empty-1.dist-info/METADATA', 'empty-1.dist-info/WHEEL']
    """
    folder = f"{name}-{version}.dist-info"
    metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    wheel = f"Wheel-Version: 1.0\nGenerator: helpers\nRoot-Is-Purelib: true\nTag: {ANYWHERE}\n"
    return {f"{folder}/METADATA": metadata.encode(), f"{folder}/WHEEL": wheel.encode()}


def _hash(content: bytes) -> str:
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
