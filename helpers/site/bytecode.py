"""Archives compiled for the browser: what Python would make of each file at its first import.

A first import compiles, and in the browser that is most of the wait: `import IPython` takes 2.0 s
from sources and 0.4 s from what is compiled.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands import install
from helpers.paths import ROOT
from helpers.site import archives as packing
from helpers.site import compiling
from helpers.site.cache import CACHE, Made, key_of, read
from helpers.site.downloads import STDLIB, node
from helpers.site.failures import closed, failed
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Mapping

SCRIPT = Path(__file__).with_name("compile.mjs")
RECIPE = (SCRIPT, Path(str(packing.__file__)), Path(str(compiling.__file__)))
"""What compiles: if one of these changes, so does what comes out."""


def compiled_archives(
    archives: Mapping[str, bytes], pyodide: Path, cache: Path = CACHE
) -> dict[str, bytes]:
    """Compile archives with the Python of this Pyodide; what was compiled before comes from there.

    The same archives give the same bytes. Takes about 8 s for all. Raises KitError if Node.js is
    missing or fails.
    """
    made = Made(cache / "compiled")
    recipe = [read(path) for path in (*RECIPE, pyodide / "package.json")]
    keys = {name: key_of(archive, *recipe) for name, archive in archives.items()}
    found = {name: made.find(key) for name, key in keys.items()}
    if left := {name: archives[name] for name in archives if found[name] is None}:
        for name, archive in _compile(left, pyodide).items():
            found[name] = made.keep(keys[name], archive)
    return {name: archive for name, archive in found.items() if archive is not None}


def compiled_stdlib(pyodide: Path, cache: Path = CACHE) -> bytes:
    """Compile Python's own library."""
    return compiled_archives({STDLIB: read(pyodide / STDLIB)}, pyodide, cache)[STDLIB]


def _compile(archives: Mapping[str, bytes], pyodide: Path) -> dict[str, bytes]:
    try:
        with tempfile.TemporaryDirectory() as scratch:
            asked, given = Path(scratch, "asked"), Path(scratch, "given")
            asked.mkdir()
            given.mkdir()
            for name, archive in archives.items():
                (asked / name).write_bytes(archive)
            _run(pyodide, asked, given)
            return {name: (given / name).read_bytes() for name in archives}
    except OSError as error:
        raise closed(Path(tempfile.gettempdir()), error) from None


def _run(pyodide: Path, asked: Path, given: Path) -> None:
    command = [node(), *map(str, (SCRIPT, pyodide, ROOT, asked, given))]
    code, said = install.watched(command, words.COMPILING)
    if code:
        raise failed(words.NOT_COMPILED, said)
