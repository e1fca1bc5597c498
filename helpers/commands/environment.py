"""Where the kit's packages live: in this Python if it has them, else in `.venv`, made once."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.commands import install
from helpers.errors import KitError
from helpers.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KERNEL = "requirements.txt"
TESTS = "tests/requirements.txt"


@dataclass(frozen=True)
class Environment:
    """The folder `.venv` of a project, and the marker in it that says what it holds."""

    root: Path

    @property
    def folder(self) -> Path:
        """The virtual environment."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def marker(self) -> Path:
        """What is installed in it, written when the installation is complete."""
        return self.folder / "according-to-reports.json"

    @property
    def draft(self) -> Path:
        """The marker in the making: found at the start, it tells of an interrupted installation."""
        return self.marker.with_suffix(".draft")

    def prints(self, lists: Iterable[str]) -> dict[str, str]:
        """Fingerprint what the environment should be: this Python, these requirement files."""
        files = {
            name: hashlib.sha256((self.root / name).read_bytes()).hexdigest() for name in lists
        }
        return {"python": "{}.{}".format(*sys.version_info), **files}

    def held(self) -> dict[str, str]:
        """Read the marker; none, or a damaged one, means that nothing is there."""
        try:
            held = json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) and self.python.exists() else {}

    def holds(self, lists: Iterable[str]) -> bool:
        """Tell whether all of these requirement files are installed, as they are now."""
        return self.prints(lists).items() <= self.held().items()

    def make(self, lists: Sequence[str]) -> None:
        """Install these requirement files; the marker goes first and comes back last."""
        held = self.held()
        # Gone while the work is on: an installation that is interrupted must not look complete.
        self.marker.unlink(missing_ok=True)
        # An environment of another Python cannot be mended; the one that runs this cannot be
        # removed.
        if held.get("python", "") != self.prints([])["python"] and not self.is_running():
            install.make_venv(self.folder, clear=bool(held) or self.draft.exists())
            held = {}
        self.draft.touch()
        self._install(lists, held)
        kept = [name for name in (KERNEL, TESTS) if name in lists or self._same(name, held)]
        self._mark(self.prints(kept))

    def _install(self, lists: Sequence[str], held: dict[str, str]) -> None:
        try:
            install.pip_install(self.python, [self.root / name for name in lists])
        except install.UntouchedError:  # what was there before is there still
            if held:
                self._mark(held)
            self.draft.unlink(missing_ok=True)
            raise

    def is_running(self) -> bool:
        """Tell whether this Python is its own."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def _same(self, name: str, held: dict[str, str]) -> bool:
        return name in held and self.prints([name])[name] == held[name]

    def _mark(self, prints: dict[str, str]) -> None:
        self.draft.write_text(json.dumps(prints, indent=1), encoding="utf-8")
        self.draft.replace(self.marker)


def pins(path: Path) -> dict[str, str]:
    """Read the exact pins of a requirement file: `{"pandas": "3.1.1", …}`."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return {name: version for name, _, version in (line.partition("==") for line in lines if line)}


def installed(wanted: dict[str, str]) -> bool:
    """Tell whether the running Python has exactly these versions (as on Binder)."""
    try:
        return all(metadata.version(name) == version for name, version in wanted.items())
    except metadata.PackageNotFoundError:
        return False


def ready_python(lists: Sequence[str], root: Path = ROOT) -> str:
    """Give the path of a Python that has these requirement files installed; install if need be."""
    environment = Environment(root)
    own = environment.is_running()
    if not own and all(installed(pins(root / name)) for name in lists):
        return sys.executable
    try:
        if not environment.holds(lists):
            environment.make(lists)
    except OSError as error:
        raise KitError(
            install.plain(f"[Errno {error.errno}] {error}", environment.folder)
        ) from None
    return str(environment.python)


def hand_over(python: str, *words: str) -> int:
    """Go on in that Python; where it can be, in this very process, so that Ctrl-C reaches it."""
    sys.stdout.flush()
    if os.name == "posix":
        os.execv(python, [python, *words])
    with subprocess.Popen([python, *words]) as child:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # the child was told too, and is ending
                continue
