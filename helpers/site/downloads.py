"""What the site takes from outside: Pyodide by npm, wheels by pip; fetched once, held to a hash.

Both programs keep to the user's own settings of where packages come from.
"""

from __future__ import annotations

import os
import shutil
import sys
import tarfile
import tempfile
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands import install
from helpers.errors import KitError
from helpers.site.archives import STDLIB
from helpers.site.cache import CACHE, read, write_whole
from helpers.site.failures import closed
from helpers.site.pins import npm_pins, wheel_pins
from helpers.site.wheels import anywhere
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.site.pins import Pin

LOCK = "pyodide-lock.json"
"""What Pyodide can load by itself, and what fits it."""
PYODIDE = (
    *("package.json", LOCK),
    *("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", STDLIB),
)
"""What of the npm package a browser or Node.js loads."""
_FOR_BROWSERS = (
    *("--implementation=cp", "--python-version=3.14", "--abi=cp314", "--abi=none"),
    *("--platform=pyemscripten_2026_0_wasm32", "--platform=any"),
    "--platform=manylinux2014_x86_64",  # only of what has a half in Python
)


def fetch_pyodide(cache: Path = CACHE) -> Path:
    """Give the folder with the files of Pyodide; raise KitError if it cannot be fetched."""
    (pin,) = npm_pins()
    [archive] = _fetched([pin], cache / "npm", lambda folder: _npm_pack(pin, folder)).values()
    folder = cache / "pyodide"
    with tarfile.open(fileobj=BytesIO(archive)) as packed:
        for name in PYODIDE:
            if file := packed.extractfile(f"package/{name}"):
                write_whole(folder / name, file.read())
    return folder


def fetch_wheels(requirements: Path, cache: Path = CACHE) -> dict[str, bytes]:
    """Give the wheels of a requirement file by their names; raise KitError if one is missing.

    Of a wheel for Linux, only what is written in Python is left.
    """
    pins = wheel_pins(requirements)
    found = _fetched(pins, cache / "wheels", lambda folder: _pip_download(requirements, folder))
    return dict(anywhere(name, wheel) for name, wheel in found.items())


def node() -> str:
    """Give the path of Node.js, or say how to get it."""
    return _program("node")


def _program(name: str) -> str:
    # As for the tests, a variable may name another one.
    if path := shutil.which(os.environ.get(f"KIT_{name.upper()}") or name):
        return path
    raise KitError(words.NO_NODE.format(program=name))


def _fetched(pins: list[Pin], kept: Path, fetch: Callable[[Path], None]) -> dict[str, bytes]:
    """Give the archives of all pins by their names, those that were fetched before from there."""
    found = _fitting(pins, kept)
    if len(found) < len(pins):
        with _scratch(kept) as folder:
            fetch(folder)
            found = _fitting(pins, folder)
        for name, archive in found.items():
            write_whole(kept / name, archive)
    names = {pin.name for pin in pins for archive in found.values() if pin.fits(archive)}
    if missing := [pin for pin in pins if pin.name not in names]:
        raise KitError(words.OTHER_HASH.format(name=missing[0].name))
    return found


def _fitting(pins: list[Pin], folder: Path) -> dict[str, bytes]:
    """Read what in a folder is one of what is meant; half of a file is not."""
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    archives = {path.name: read(path) for path in files}
    return {
        name: archive
        for name, archive in archives.items()
        if any(pin.fits(archive) for pin in pins)
    }


@contextmanager
def _scratch(beside: Path) -> Iterator[Path]:
    try:
        beside.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=beside) as folder:
            yield Path(folder)
    except OSError as error:
        raise closed(beside, error) from None


def _npm_pack(pin: Pin, folder: Path) -> None:
    # Node.js is asked for at once, and not after minutes: one comes with the other, mostly.
    npm, _ = _program("npm"), node()
    command = [npm, "pack", f"{pin.name}@{pin.version}", "--pack-destination", str(folder)]
    # By itself it waits more than a minute before it says that there is no network.
    command += ["--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"]
    install.run([*command, "--ignore-scripts"], folder, words.FETCHING_PYODIDE)


def _pip_download(requirements: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--no-input", "--progress-bar=off"]
    command += ["--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]
    command += [*_FOR_BROWSERS, "--require-hashes", "-r", str(requirements), "-d", str(folder)]
    install.run(command, folder, words.FETCHING_WHEELS)
