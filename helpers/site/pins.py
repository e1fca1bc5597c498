"""The pins of what the site fetches: each names one version and the hash of its archive."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve().parent
NPM = HERE / "npm-pins.txt"
PLAYER = HERE / "player-requirements.txt"
"""The packages of a lesson, wherever it runs."""
KERNEL = HERE / "lite-kernel-requirements.txt"
"""What a notebook has besides: the packages of its kernel."""
BUILDER = HERE / "lite-requirements.txt"
"""What builds the page around a notebook."""
_WHEEL = re.compile(r"^([\w.-]+)==(\S+) --hash=(sha256):([0-9a-f]{64})$")
_NPM = re.compile(r"^([\w@/.-]+)@(\S+) (sha512)-(\S+)$")


class Pin(NamedTuple):
    """One version of a package, and the hash of its archive."""

    name: str
    version: str
    kind: str
    """How it is hashed: `sha256` or `sha512`."""
    digest: bytes

    def fits(self, archive: bytes) -> bool:
        """Tell whether an archive is the one that is meant."""
        return hashlib.new(self.kind, archive).digest() == self.digest


def wheel_pins(requirements: Path) -> list[Pin]:
    """Read a requirement file; a line that names no hash is refused, as pip does."""
    return [
        Pin(name, version, kind, bytes.fromhex(digest))
        for name, version, kind, digest in _read(requirements, _WHEEL)
    ]


def npm_pins(path: Path = NPM) -> list[Pin]:
    """Read what is taken from npm, with the “integrity” by which npm knows it."""
    return [
        Pin(name, version, kind, base64.b64decode(digest))
        for name, version, kind, digest in _read(path, _NPM)
    ]


def _read(path: Path, form: re.Pattern[str]) -> list[tuple[str, ...]]:
    lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
    found = [form.match(line) for line in lines]
    if wrong := [line for line, match in zip(lines, found, strict=True) if not match]:
        raise ValueError(f"{path.name} has a line that is no pin: {wrong[0]}")
    return [match.groups() for match in found if match]
