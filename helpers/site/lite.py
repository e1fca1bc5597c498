"""“Open as a notebook”: JupyterLite, with the kit in it, as a folder of the site."""

from __future__ import annotations

import tempfile
from pathlib import Path

from helpers.site.cache import CACHE
from helpers.site.downloads import fetch_pyodide, fetch_wheels
from helpers.site.failures import closed
from helpers.site.kit_archive import kit_archive
from helpers.site.lite_builder import own_wheels, ready_builder, run_builder
from helpers.site.lite_contents import contents
from helpers.site.lite_kernel import make_kernel
from helpers.site.lite_settings import PLACE, settings, with_own_worker
from helpers.site.pins import KERNEL, PLAYER

FOLDER = "lite/"
"""Where it lies on the site: the texts to which it leads are in the folder above."""
NOTEBOOKS = f"{FOLDER}notebooks/index.html?path=lessons/"
"""How the address of a lesson as a notebook begins; `02-who-says-so.ipynb` comes next."""


def make_lite(python: str, *, keys: bool, cache: Path = CACHE) -> dict[str, bytes]:
    """Give all its files by their paths on the site; `keys` puts the keys of the tests in.

    `python` is the folder of the site that has Python, so that none is loaded twice.
    It runs at any address, and the same kit makes the same bytes. Raises KitError if something
    cannot be fetched or made.
    """
    pyodide, builder = fetch_pyodide(cache), ready_builder()
    packages = {**fetch_wheels(PLAYER, cache), **fetch_wheels(KERNEL, cache)}
    wheels = {**packages, **own_wheels(builder), **dict([kit_archive(keys=keys)])}
    kernel = make_kernel(pyodide, wheels, cache)
    engine = {f"{PLACE}{name}": content for name, content in kernel.files.items()}
    try:
        with tempfile.TemporaryDirectory() as scratch:
            page = run_builder(builder, Path(scratch), settings(kernel, python), packages.values())
    except OSError as error:
        raise closed(Path(tempfile.gettempdir()), error) from None
    files = {**with_own_worker(page), **engine, **contents()}
    return {f"{FOLDER}{name}": content for name, content in files.items()}
