"""What was fetched or made once and is used again, until it is damaged: then it is made anew."""

from __future__ import annotations

import hashlib
import secrets
from typing import TYPE_CHECKING

from helpers.paths import ROOT
from helpers.site.failures import closed

if TYPE_CHECKING:
    from pathlib import Path

CACHE = ROOT / ".site"
"""Where it lies, so that a second build downloads nothing; git ignores it."""


def read(path: Path) -> bytes:
    """Read a file; what is missing or cannot be read is as good as damaged."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; one that is right already is left alone.

    Raises KitError if the disk is full or closed.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        if read(path) == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise closed(path.parent, error) from None


class Made:
    """What was made from something else, each by a key that names all that it was made from.

    The name of a file tells what it holds by its hash, so that a damaged one is not believed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find(self, key: str) -> bytes | None:
        """Give what was made for this key, or nothing."""
        for path in self.folder.glob(f"{key}-*"):
            content = read(path)
            if path.name == _name(key, content):
                return content
        return None

    def keep(self, key: str, content: bytes) -> bytes:
        """Keep what was made, and give it back; what was damaged goes."""
        write_whole(self.folder / _name(key, content), content)
        for path in self.folder.glob(f"{key}-*"):
            if path.name != _name(key, content):
                path.unlink(missing_ok=True)
        return content


def key_of(*parts: bytes) -> str:
    """Give one key for all that something is made from.

    >>> key_of(b"ab", b"c") == key_of(b"a", b"bc")
    False
    """
    hashes = b"".join(hashlib.sha256(part).digest() for part in parts)
    return hashlib.sha256(hashes).hexdigest()


def _name(key: str, content: bytes) -> str:
    return f"{key}-{hashlib.sha256(content).hexdigest()}"
