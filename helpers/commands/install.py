"""Installing, seen from outside: one progress line, and one plain sentence if it fails."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence

NEWEST = (3, 14)
INSTALLING = re.compile(r"^Installing collected packages: (.+)$", re.MULTILINE)
FULL = "The disk is full: free about 700 MB and run the command again."
OFFLINE = (
    "The packages could not be fetched: check the internet connection and run the command again; "
    "it goes on where it stopped."
)
UNTRUSTED = (
    "Python does not trust this network's certificate: try another network, or ask who runs this "
    "one for its certificate file and set PIP_CERT to that file."
)
NO_VENV = (
    "This Python cannot make an environment, because its venv module is missing: on Debian or "
    "Ubuntu run “sudo apt install python3-venv”, elsewhere install Python from python.org; "
    "then run the command again."
)
# In this order: the first one that is found in what pip said is the reason.
REASONS = {
    r"No space left|Errno 28\b|Errno 122\b|WinError 112\b": FULL,
    r"ensurepip is not available|No module named (venv|ensurepip|pip)\b": NO_VENV,
    r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification": UNTRUSTED,
    r"NewConnectionError|ConnectionError|ConnectTimeout|Read timed out|ProxyError|getaddrinfo"
    r"|Name or service not known|name resolution|Connection (refused|reset|broken)": OFFLINE,
}


class UntouchedError(KitError):
    """Nothing was installed, but nothing was changed either."""


def plain(said: str, folder: Path) -> str:
    """Turn what pip or the system said into one sentence that says what to do."""
    for pattern, sentence in REASONS.items():
        if re.search(pattern, said):
            return sentence
    if re.search(r"Permission denied|Read-only file system|WinError 5\b|Errno (1|13|30)\b", said):
        return (
            f"{folder.parent} cannot be written to: copy the kit's folder to a place "
            "of your own and run the command there."
        )
    if sys.version_info[:2] > NEWEST:
        return (
            "Some packages do not yet exist for Python {}.{}: install Python {}.{} from python.org "
            "and run the command with it.".format(*sys.version_info[:2], *NEWEST)
        )
    if "(from versions: none)" in said:  # pip may not say that it reached nothing
        return OFFLINE
    errors = re.findall(r"^(?:ERROR|Error): (.+)$", said, re.MULTILINE)
    last = (errors or said.strip().splitlines() or ["no reason was given"])[-1]
    return f"The packages could not be installed; the installer's last words were: {last}"


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
        raise KitError(NO_VENV)
    command = [sys.executable, "-m", "venv", *(["--clear"] if clear else []), str(folder)]
    _run(command, folder, "Setting up, only this once")


def pip_install(python: Path, files: Sequence[Path]) -> None:
    """Install requirement files; the user's own PIP_… settings are in force."""
    command = [str(python), "-m", "pip", "install", "--no-input", "--no-user"]
    command += ["--no-compile"]  # Python compiles what it uses when it uses it: half the wait
    command += ["--disable-pip-version-check", "--progress-bar=off"]
    for file in files:
        command += ["-r", str(file)]
    _run(command, python.parents[1], "Fetching packages, only this once")


def _run(command: list[str], folder: Path, step: str) -> None:
    progress = Progress()
    with tempfile.TemporaryDirectory() as scratch:
        log = Path(scratch, "log")
        with (
            log.open("wb") as sink,
            subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT
            ) as child,
        ):
            while not _ended(child):
                progress.show(*_stage(log, step))
        progress.end()
        if child.returncode:
            said = _read(log)
            raise (KitError if INSTALLING.search(said) else UntouchedError)(plain(said, folder))


def _ended(child: subprocess.Popen[bytes]) -> bool:
    try:
        child.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _stage(log: Path, step: str) -> tuple[str, str]:
    said = _read(log)
    if found := INSTALLING.search(said):
        return f"Installing {found[1].count(',') + 1} packages, only this once", ""
    fetched = len(re.findall(r"^Collecting ", said, re.MULTILINE))
    return step, f": {fetched}" if fetched else ""


def _read(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")
