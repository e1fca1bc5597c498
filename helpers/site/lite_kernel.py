"""The kernel of a notebook in the browser: all that it has besides Python itself.

Its lock file names all packages, so that none is looked for anywhere else. What may change from one
build to the next has a name by its content, so that no browser takes an old one for it.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.site.archives import ANYWHERE, about_wheel, packed, unpacked, with_record
from helpers.site.bytecode import compiled_archives
from helpers.site.cache import read
from helpers.site.downloads import LOCK
from helpers.site.wheels import WheelName, read_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

ENVIRONMENT = {"HOME": "/home/pyodide", "KIT_PLACE": "browser", "KIT_WORK": "/drive/work"}
"""What lies in `/drive` is kept in the browser's storage."""
_WITHOUT_JEDI = WheelName("jedi", "0", ANYWHERE)
"""The kernel asks for jedi, which completes code, and does without it if there is nothing in it."""


class Kernel(NamedTuple):
    """What a kernel has besides Python itself: its files by their names, and what they are."""

    files: dict[str, bytes]
    lock: str
    """The name of its lock file."""
    packages: list[str]


def make_kernel(pyodide: Path, wheels: Mapping[str, bytes], cache: Path) -> Kernel:
    """Make a kernel that has these wheels, all compiled and loaded before the first cell runs."""
    given = {file: _without_page(wheel) for file, wheel in wheels.items()}
    given[str(_WITHOUT_JEDI)] = _empty(_WITHOUT_JEDI)
    compiled = compiled_archives(given, pyodide, cache)
    files = dict(named_by_content(file, wheel) for file, wheel in compiled.items())
    packages = dict(map(_locked, files.items()))
    about = {"info": json.loads(read(pyodide / LOCK))["info"], "packages": packages}
    lock, content = named_by_content(LOCK, json.dumps(about, indent=1, sort_keys=True).encode())
    return Kernel({**files, lock: content}, lock, sorted(packages))


def named_by_content(file: str, content: bytes) -> tuple[str, bytes]:
    """Give a file a name that changes with its content; a wheel stays one, by its build number.

    >>> named_by_content("lock.json", b"")[0]
    'lock-0e3b0c44298.json'
    >>> named_by_content("calm-1.0-py3-none-any.whl", b"")[0]
    'calm-1.0-0e3b0c44298-py3-none-any.whl'
    """
    number = f"0{hashlib.sha256(content).hexdigest()[:10]}"  # a build number begins with a digit
    if file.endswith(".whl"):
        name = read_name(file)
        return str(name._replace(tag=f"{number}-{name.tag}")), content
    path = PurePosixPath(file)
    return f"{path.stem}-{number}{path.suffix}", content


def _locked(wheel: tuple[str, bytes]) -> tuple[str, dict[str, Any]]:
    """Describe a wheel as Pyodide wants it; all are named to it, so that none asks for another."""
    file, content = wheel
    name, version, _ = read_name(file)
    plain = name.lower().replace("_", "-")
    return plain, {
        "name": plain,
        "version": version,
        "file_name": file,
        "sha256": hashlib.sha256(content).hexdigest(),
        "package_type": "package",
        "install_dir": "site",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }


def _without_page(wheel: bytes) -> bytes:
    """Leave out what a wheel has for the page around the kernel, and for a command line."""
    files = unpacked(wheel)
    kept = {name: content for name, content in files.items() if ".data/" not in name}
    return wheel if kept == files else packed(with_record(kept), compressed=False)


def _empty(name: WheelName) -> bytes:
    return packed(with_record(about_wheel(name.name, name.version)), compressed=False)
