"""The programs that the tests need and pip cannot install: found, or asked for in one line."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True)
class Program:
    """A program: what people call it, its package, and the names under which it may lie here."""

    title: str
    package: str
    variable: str
    """In the environment, the path of the one to take."""
    names: tuple[str, ...]
    mac: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    only: str = ""
    """The one system that has it, if not all do."""

    def find(self) -> str:
        """Give its path, or say how to get it."""
        return find([self])[self.variable]

    def path(self) -> str:
        """Give its path, or nothing."""
        if chosen := os.environ.get(self.variable):
            if path := shutil.which(chosen):
                return path
            raise KitError(
                f"{self.variable} names {chosen}, which is no program: "
                f"set it to {self.title} or unset it."
            )
        return next((path for place in self._places() if (path := shutil.which(place))), "")

    def _places(self) -> Iterator[str]:
        yield from self.names
        for name in self.mac:
            yield f"/Applications/{name}.app/Contents/MacOS/{name}"
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder := os.environ.get(variable):
                yield from (str(Path(folder, name)) for name in self.windows)


CHROMIUM = Program(
    title="Chromium or Google Chrome",
    package="chromium",
    variable="KIT_BROWSER",
    names=(
        *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
        *("microsoft-edge", "msedge"),
    ),
    mac=("Google Chrome", "Chromium", "Microsoft Edge"),
    windows=("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"),
)
FIREFOX = Program(
    title="Firefox",
    package="firefox-esr",
    variable="KIT_FIREFOX",
    names=("firefox-esr", "firefox"),
    mac=("Firefox",),
    windows=("Mozilla Firefox/firefox.exe",),
)
STRACE = Program(
    title="strace",
    package="strace",
    variable="KIT_STRACE",
    names=("strace",),
    only="linux",
)
NODE = Program(title="Node.js", package="nodejs", variable="KIT_NODE", names=("node",))
NPM = Program(title="npm", package="npm", variable="KIT_NPM", names=("npm",))
PROGRAMS = (CHROMIUM, FIREFOX, STRACE, NODE, NPM)


def needed() -> list[Program]:
    """Give the programs that the tests need on this system."""
    return [program for program in PROGRAMS if program.only in {"", sys.platform}]


def find(programs: Iterable[Program]) -> dict[str, str]:
    """Give the path of each by its variable, or say in one sentence how to get what is missing."""
    found = {program: program.path() for program in programs}
    if missing := [program for program, path in found.items() if not path]:
        raise KitError(_how_to_get(missing))
    return {program.variable: path for program, path in found.items()}


def _how_to_get(missing: Sequence[Program]) -> str:
    titles = _listed(program.title for program in missing)
    how = f"install {titles}"
    if sys.platform == "linux":
        how = f"run “sudo apt install {' '.join(program.package for program in missing)}”"
    variables = _listed(program.variable for program in missing)
    return (
        f"The tests need {titles}: {how}, or set {variables} to what you have, and run them again."
    )


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
