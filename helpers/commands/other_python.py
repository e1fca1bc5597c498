"""What another Python says of itself: a folder can look as if it held one, so we ask."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from helpers.commands.pins import pins

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = """
import os, sys
if os.path.realpath(sys.prefix) == os.path.realpath(sys.argv[1]):
    print("%d.%d" % sys.version_info[:2])
"""
MISSING = """
import sys
from importlib import metadata
for pin in sys.argv[1:]:
    name, _, version = pin.partition("==")
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        found = None
    if found != version:
        print(name)
"""


def version(python: Path, folder: Path) -> str:
    """Give its version, or nothing where it does not run, or does not live in this folder."""
    return _asked(python, VERSION, str(folder))


def missing(python: Path, files: Iterable[Path]) -> list[str]:
    """Name the packages of these requirement files that it has not, or in another version."""
    wanted = [f"{name}=={version}" for file in files for name, version in pins(file).items()]
    return _asked(python, MISSING, *wanted).split()


def _asked(python: Path, code: str, *words: str) -> str:
    command = [str(python), "-I", "-c", code, *words]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        return ""
    return done.stdout.decode(errors="replace").strip()
