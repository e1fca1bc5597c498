"""`test`: run every test of the kit, the ones in a real browser too."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands.environment import KERNEL, TESTS, ready_python
from helpers.commands.hand_over import hand_over
from helpers.errors import KitError
from helpers.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NAMES = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
SHARED_OUT = ("--dist", "loadscope", "--no-loadscope-reorder")
"""What is in one file shares a page or a kernel and stays together; the longest files begin."""
WORKERS = (os.cpu_count() or 1) + 1
"""One more than there are cores: a test in the browser often waits for the server."""
MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
HOW = {
    "darwin": "install Google Chrome",
    "win32": "install Google Chrome",
    "linux": "run “sudo apt install chromium” (or install Google Chrome)",
}


def start(extra: Sequence[str]) -> int:
    """Run pytest with the words given after `--`."""
    os.environ["KIT_BROWSER"] = find_browser()
    python = ready_python([KERNEL, TESTS])
    os.chdir(ROOT)
    return hand_over(python, "-m", "pytest", "-n", str(WORKERS), *SHARED_OUT, *extra)


def find_browser() -> str:
    """Give the path of a Chromium, Chrome or Edge, or say how to get one."""
    if chosen := os.environ.get("KIT_BROWSER"):
        if path := shutil.which(chosen):
            return path
        message = (
            f"KIT_BROWSER names {chosen}, which is no program: set it to a browser or unset it."
        )
        raise KitError(message)
    for place in _places():
        if path := shutil.which(place):
            return path
    how = HOW.get(sys.platform, "install Chromium or Google Chrome")
    message = f"The tests need a browser: {how}, or set KIT_BROWSER to one, and run them again."
    raise KitError(message)


def _places() -> Iterator[str]:
    yield from NAMES
    for name in MAC:
        yield f"/Applications/{name}.app/Contents/MacOS/{name}"
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (str(Path(folder, name)) for name in WINDOWS)
