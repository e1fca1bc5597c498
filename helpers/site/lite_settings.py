"""How JupyterLite is set up: one lesson on the page, its kernel from here, and no other address."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.commands.lab import SETTINGS
from helpers.site.cache import read
from helpers.site.lite_contents import LISTS
from helpers.site.lite_kernel import ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.site.lite_kernel import Kernel

TOP = "./../"
"""The site itself, from the folder in which JupyterLite lies."""
NOT_WANTED = [
    "@jupyter-notebook/notebook-extension:tab-icon",  # asks for a picture at each run of a cell
]
CONFIG, FIRST = "jupyter-lite.json", "config-utils.js"
"""What JupyterLite reads of its settings, and the script that reads it."""
OWN_WORKER = Path(__file__).with_name("own-worker.js")
KERNEL_PLUGIN = "@jupyterlite/pyodide-kernel-extension:kernel"
PLACE = "kernel/"
"""Where the files of the kernel lie."""


def settings(kernel: Kernel, python: str) -> dict[str, Any]:
    """Give what `jupyter-lite.json` says; every address in it is one of the site.

    `python` is the folder of the site in which Python lies, such as `python-0123/`.
    """
    options = {
        "lockFileURL": f"{PLACE}{kernel.lock}",
        "packages": kernel.packages,
        "env": ENVIRONMENT,
        # What a card leaves unanswered is null, and Python has to know it as None.
        "convertNullToNone": True,
    }
    own = {
        "pyodideUrl": f"{TOP}{python}pyodide.mjs",
        "disablePyPIFallback": True,
        "loadPyodideOptions": options,
    }
    about_page = {
        "appName": "According to Reports",
        "exposeAppInBrowser": True,
        "contentsAllJsonFile": LISTS,
        "appUrl": TOP,
        "textsUrl": TOP,
        "disabledExtensions": NOT_WANTED,
        "litePluginSettings": {KERNEL_PLUGIN: own},
        "settingsOverrides": as_in_the_lab(),
    }
    return {"jupyter-lite-schema-version": 0, "jupyter-config-data": about_page}


def with_own_worker(page: Mapping[str, bytes]) -> dict[str, bytes]:
    """Add the script that keeps the workers of this host apart, before JupyterLite's own begins."""
    edition = json.loads(page[CONFIG])["jupyter-config-data"]["appVersion"]
    script = f"const EDITION = {json.dumps(edition)};\n".encode() + read(OWN_WORKER)
    first = f'import "./{OWN_WORKER.name}";\n'.encode() + page[FIRST]
    return {**page, FIRST: first, OWN_WORKER.name: script}


def as_in_the_lab() -> dict[str, Any]:
    """Give the settings that the command `lab` uses too."""
    files = sorted((SETTINGS / "labconfig").glob("*.json"))
    return {
        name: values
        for file in files
        for name, values in json.loads(file.read_text("utf-8")).items()
    }
