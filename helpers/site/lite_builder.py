"""What builds JupyterLite: its own program, in an environment that is for no student."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from helpers.commands import install
from helpers.commands.environment import Environment
from helpers.errors import KitError
from helpers.paths import LESSON_PAGE, ROOT
from helpers.site.archives import unpacked
from helpers.site.cache import read, write_whole
from helpers.site.failures import failed
from helpers.site.lite_settings import CONFIG
from helpers.site.pins import BUILDER
from helpers.words import site_text as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

EXTENSIONS = "share/jupyter/labextensions/"
OWN_WHEELS = f"{EXTENSIONS}@jupyterlite/pyodide-kernel-extension/static/pypi"
FOR_KERNEL = ("ipykernel-", "piplite-", "pyodide_kernel-")
_NEVER_ASKED_FOR = re.compile(r"doc/|rspack\.|(notebooks/)?package\.json$|jupyterlite\.schema")
"""What lies beside the page for those who develop JupyterLite, or leads to an app that is not here.
"""
TUNED = {
    "apps": ["notebooks"],
    "no_sourcemaps": True,
    "no_unused_shared_packages": True,
    "no_libarchive": True,
}


def ready_builder() -> Environment:
    """Give the environment with JupyterLite in it; make it if need be."""
    environment = Environment(ROOT, ".site/builder")
    lists = [BUILDER.relative_to(ROOT).as_posix()]
    try:
        if not environment.holds(lists):
            environment.folder.parent.mkdir(exist_ok=True)
            environment.make(lists)
    except OSError as error:
        said = f"[Errno {error.errno}] {error}"
        raise KitError(install.plain(said, environment.folder)) from None
    return environment


def own_wheels(builder: Environment) -> dict[str, bytes]:
    """Give the wheels that JupyterLite brings for its kernel."""
    files = sorted((builder.folder / OWN_WHEELS).glob("*.whl"))
    return {file.name: read(file) for file in files if file.name.startswith(FOR_KERNEL)}


def run_builder(
    builder: Environment, scratch: Path, settings: Mapping[str, Any], wheels: Iterable[bytes]
) -> dict[str, bytes]:
    """Build the bare page in a folder of `scratch`, and give its files; no lesson is among them.

    Of the wheels it takes what they have for the page; the kit’s lesson page comes along too.
    """
    asked, built = scratch / "asked", scratch / "built"
    for name, content in _for_page(wheels):
        write_whole(scratch / name, content)
    extensions = {
        "extra_labextensions_path": [str(LESSON_PAGE.resolve()), str(scratch / EXTENSIONS)]
    }
    config = {"LiteBuildConfig": TUNED, "FederatedExtensionAddon": extensions}
    write_whole(asked / "jupyter_lite_config.json", json.dumps(config).encode())
    write_whole(asked / CONFIG, json.dumps(settings).encode())
    command = [str(builder.python), "-I", "-m", "jupyterlite_core", "build"]
    command += [f"--config={asked / 'jupyter_lite_config.json'}"]
    command += [f"--lite-dir={asked}", f"--output-dir={built}"]
    # It leaves notes of what it did where it runs, and would believe them the next time.
    code, said = install.watched(command, words.BUILDING_LITE, asked)
    if code:
        raise failed(words.NOT_BUILT, said)
    paths = (path for path in sorted(built.rglob("*")) if path.is_file())
    files = {path.relative_to(built).as_posix(): path.read_bytes() for path in paths}
    return {name: file for name, file in files.items() if not _NEVER_ASKED_FOR.match(name)}


def _for_page(wheels: Iterable[bytes]) -> Iterable[tuple[str, bytes]]:
    for wheel in wheels:
        for name, content in unpacked(wheel).items():
            _, found, rest = name.partition(f".data/data/{EXTENSIONS}")
            if found:
                yield f"{EXTENSIONS}{rest}", content
