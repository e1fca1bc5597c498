"""`site`: the whole kit as a static site, the same bytes each time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from helpers.commands.install import Progress
from helpers.paths import work_folder
from helpers.site import offline, place
from helpers.site.archives import STDLIB
from helpers.site.bytecode import compiled_archives, compiled_stdlib
from helpers.site.downloads import LOCK, fetch_pyodide, fetch_wheels
from helpers.site.kit_archive import kit_archive
from helpers.site.lessons import Engine, as_on_the_site
from helpers.site.lite import NOTEBOOKS, make_lite
from helpers.site.pages import Asked, make_pages
from helpers.site.pins import PLAYER
from helpers.site.shared import in_own_folder, shared_files
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers.site.shared import Files

    Told = Callable[[str, str], None]

LOADED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""What of Pyodide a page loads, besides Python's own library."""
MEGABYTE = 1_000_000


class Wanted(NamedTuple):
    """What site is wanted: where to, under which address, with the keys of the tests or not.

    Without the notebooks it is made in half of the time.
    """

    out: Path | None = None
    base: str = ""
    keys: bool = True
    notebooks: bool = True


def run(wanted: Wanted) -> int:
    """Build the site and say where it lies. Raises KitError if something is missing."""
    out = place.folder(wanted.out or work_folder() / "site")
    progress = Progress()
    files = make_site(wanted, progress.show)
    progress.show(words.WRITING)
    place.write(out, files)
    progress.end()
    size = round(sum(map(len, files.values())) / MEGABYTE)
    print(words.READY.format(out=out, files=len(files), size=size))
    return 0


def make_site(wanted: Wanted, told: Told) -> Files:
    """Make all files of the site, by their paths; `told` hears what is being made."""
    pyodide = fetch_pyodide()
    name, kit = kit_archive(keys=wanted.keys)
    archives = compiled_archives({**fetch_wheels(PLAYER), name: kit}, pyodide)
    python, python_files = in_own_folder("python", _python(pyodide, archives, but=name))
    with as_on_the_site():
        scripts = shared_files()
    shared, shared_made = in_own_folder("kit", {**scripts, name: archives[name]})
    beside = [python + one for one in archives if one != name]
    notebooks = NOTEBOOKS if wanted.notebooks else ""
    engine = Engine(python, (*beside, shared + name), shared, notebooks)
    pages = make_pages(Asked(engine, wanted.keys), lambda name: told(words.PAGES, f": {name}"))
    files = {**python_files, **shared_made, **pages}
    site = files | offline.made(files) | offline.listed(pages, wanted.base)
    if not wanted.notebooks:
        return site
    told(words.NOTEBOOKS, "")
    # Not kept for the time without a network: they are for a few, and larger than all the rest.
    return make_lite(python, keys=wanted.keys) | site


def _python(pyodide: Path, archives: dict[str, bytes], *, but: str) -> Files:
    """Give what changes with Python alone, and so is loaded once for many editions of the kit."""
    loaded = {name: (pyodide / name).read_bytes() for name in LOADED}
    lock = json.loads((pyodide / LOCK).read_bytes())
    # Everything that is imported lies in the archives; Pyodide has nothing to look up.
    loaded[LOCK] = json.dumps({**lock, "packages": {}}).encode()
    wheels = {name: wheel for name, wheel in archives.items() if name != but}
    return {**loaded, STDLIB: compiled_stdlib(pyodide), **wheels}
