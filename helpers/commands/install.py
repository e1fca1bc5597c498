"""Installing, seen from outside: one progress line, and one plain sentence if it fails."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from helpers.commands.writable import is_writable
from helpers.errors import KitError
from helpers.words import command_text as words

if TYPE_CHECKING:
    from collections.abc import Sequence

NEWEST = (3, 14)
INSTALLING = re.compile(r"^Installing collected packages: (.+)$", re.MULTILINE)
# In this order: the first one that is found in what pip said is the reason.
REASONS = {
    r"No space left|Errno 28\b|Errno 122\b|WinError 112\b|\bENOSPC\b|\bEDQUOT\b": words.FULL,
    r"DO NOT MATCH THE HASHES": words.OTHER_HASH,
    r"\b(SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF)": words.NPM_UNTRUSTED,
    r"No usable temporary directory": words.NO_TEMPORARY,
    r"ensurepip is not available|No module named (venv|ensurepip)\b": words.NO_VENV,
    r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification": words.UNTRUSTED,
    r"NewConnectionError|ConnectionError|ConnectTimeout|Read timed out|ProxyError|getaddrinfo"
    r"|Name or service not known|name resolution|Connection (refused|reset|broken)"
    r"|\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b": words.OFFLINE,
}
DENIED = re.compile(
    r"(?:Permission denied|Read-only file system|WinError 5\b|Errno (?:1|13|30)\b)"
    r"(?:[^\n']*'([^'\n]+)')?"
)
OVERRULED = {"PIP_NO_DEPS": "0", "PIP_DRY_RUN": "0", "PIP_REQUIRE_HASHES": "0"}
"""Settings of pip by which it would install too little; so they hold against its files too."""
ASTRAY = {
    *("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_NO_DEPENDENCIES"),
    *("PIP_REQUIREMENT", "PIP_EDITABLE", "PIP_HELP", "PIP_VERSION"),
}
"""Settings of pip by which it would install something else, somewhere else, or nothing."""


class UntouchedError(KitError):
    """Nothing was installed, but nothing was changed either."""


def plain(said: str, folder: Path) -> str:
    """Turn what pip or the system said into one sentence that says what to do."""
    for pattern, sentence in REASONS.items():
        if re.search(pattern, said):
            return sentence
    if denied := DENIED.search(said):
        closed = [place for place in (folder.parent, folder) if not is_writable(place)]
        if closed[:1] == [folder.parent]:
            return words.NOT_YOURS.format(folder=folder.parent)
        return words.CLOSED.format(path=denied[1] or next(iter(closed), folder))
    # Asked after the reasons above: a new Python without a network is still without a network.
    if sys.version_info[:2] > NEWEST:
        this, newest = ("{}.{}".format(*version) for version in (sys.version_info, NEWEST))
        return words.TOO_NEW.format(this=this, newest=newest)
    if "(from versions: none)" in said:  # pip may not say that it reached nothing
        return words.OFFLINE
    errors = re.findall(r"^(?:ERROR:|Error:|npm error code) (.+)$", said, re.MULTILINE)
    last = (errors or said.strip().splitlines() or [words.NO_REASON])[-1]
    return words.LAST_WORDS.format(words=last)


class Progress:
    """One line, rewritten in place on a terminal; elsewhere a line now and then."""

    def __init__(self, stream: TextIO | None = None, every: float = 20) -> None:
        self.stream = sys.stderr if stream is None else stream
        self.every = every
        self.started = time.monotonic()
        self.step, self.shown = "", 0.0

    def show(self, step: str, detail: str = "") -> None:
        """Show how far we are."""
        seconds = time.monotonic() - self.started
        line = f"{step}{detail} · {seconds:.0f} s"
        if self.stream.isatty():
            self.stream.write(f"\r{line:<78}")
        elif step != self.step or seconds - self.shown >= self.every:
            self.shown = seconds
            self.stream.write(f"{line}\n")
        self.step = step
        self.stream.flush()

    def end(self) -> None:
        """Leave the line."""
        if self.stream.isatty():
            self.stream.write("\n")


def make_venv(folder: Path, *, clear: bool) -> None:
    """Make a virtual environment; one that is there is completed, or else cleared first."""
    if not all(map(importlib.util.find_spec, ("venv", "ensurepip"))):
        raise KitError(words.NO_VENV)
    command = [sys.executable, "-m", "venv", *(["--clear"] if clear else []), str(folder)]
    run(command, folder, words.SETTING_UP)


def pip_install(python: Path, files: Sequence[Path]) -> None:
    """Install requirement files; the user's own settings of pip say where packages come from."""
    command = [str(python), "-m", "pip", "install", "--no-input", "--no-user"]
    command += ["--no-compile"]  # Python compiles what it uses when it uses it: half the wait
    command += ["--disable-pip-version-check", "--progress-bar=off"]
    for file in files:
        command += ["-r", str(file)]
    run(command, python.parents[1], words.FETCHING)


def _settings() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.upper() not in ASTRAY}
    return {**kept, **OVERRULED}


def run(command: list[str], folder: Path, step: str) -> None:
    """Run an installer until it ends; raise KitError with its reason, in plain words, if it fails.

    `folder` is where it installs.
    """
    code, said = watched(command, step)
    if code:
        raise (KitError if INSTALLING.search(said) else UntouchedError)(plain(said, folder))


def watched(command: list[str], step: str, where: Path | None = None) -> tuple[int, str]:
    """Run a program, show how long it takes, and give its exit code and what it said.

    `where` is the folder in which it runs, if that is not this one.
    """
    progress = Progress()
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch, "log")
        with (
            log.open("wb") as sink,
            subprocess.Popen(
                command,
                cwd=where,
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
                env=_settings(),
            ) as child,
        ):
            progress.show(step)  # at once: even what fails in a moment has said what it tried
            while not _ended(child):
                progress.show(*_stage(log, step))
        progress.end()
        return child.returncode, _read(log)


def _ended(child: subprocess.Popen[bytes]) -> bool:
    try:
        child.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _stage(log: Path, step: str) -> tuple[str, str]:
    said = _read(log)
    if found := INSTALLING.search(said):
        return words.INSTALLING.format(number=found[1].count(",") + 1), ""
    fetched = len(re.findall(r"^Collecting ", said, re.MULTILINE))
    return step, f": {fetched}" if fetched else ""


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")
