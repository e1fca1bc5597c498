"""Where the kit's packages live: in this Python if it has them, else in `.venv`, made once."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.commands import install, other_python
from helpers.commands.pins import pins
from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.words import command_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

KERNEL = "requirements.txt"
TESTS = "tests/requirements.txt"
MODULES = "modules"
BY_VENV = {"pip", "setuptools", "pkg_resources", "_distutils_hack"}
"""What an environment is made with: pip is needed to install, the rest for nothing."""


@dataclass(frozen=True)
class Environment:
    """The folder `.venv` of a project, and the marker in it that says what it holds.

    What is for no student has a folder of its own, by another name.
    """

    root: Path
    name: str = ".venv"

    @property
    def folder(self) -> Path:
        """The virtual environment."""
        return self.root / self.name

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

    def held(self) -> dict[str, Any]:
        """Read the marker; none, or a damaged one, means that nothing is there."""
        try:
            held = json.loads(self.marker.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) and self._is_whole(held) else {}

    def holds(self, lists: Iterable[str]) -> bool:
        """Tell whether all of these requirement files are installed, as they are now."""
        return self.prints(lists).items() <= self.held().items()

    def make(self, lists: Sequence[str]) -> None:
        """Install these requirement files; the marker goes first and comes back last."""
        held = self.held()
        usable = held.get("python", "") == self.prints([])["python"] and "pip" in self._modules()
        if self.is_running():  # it cannot be removed
            if self.marker.exists() and not held:
                raise KitError(command_text.BROKEN_INSIDE.format(folder=self.folder))
        elif not usable:  # an environment that is not whole, or of another Python, cannot be mended
            broken = self._must_go()
            self.marker.unlink(missing_ok=True)
            install.make_venv(self.folder, clear=broken)
            held = {}
        # Gone while the work is on: an installation that is interrupted must not look complete.
        self.marker.unlink(missing_ok=True)
        self.draft.touch()
        self._install(lists, held)
        kept = [name for name in (KERNEL, TESTS) if name not in lists and self._same(name, held)]
        self._mark(self.prints([*lists, *kept]))

    def _must_go(self) -> bool:
        """Tell whether what lies there must be cleared first; what is not ours is left alone."""
        if os.path.lexists(self.folder) and not self.folder.is_dir():
            raise KitError(command_text.IN_THE_WAY.format(path=self.folder))
        if self.marker.exists() or self.draft.exists():
            return True
        version = other_python.version(self.python, self.folder)
        if version and version != self.prints([])["python"]:
            raise KitError(command_text.NOT_OURS.format(folder=self.folder, version=version))
        return not version and os.path.lexists(self.python)

    def _is_whole(self, held: dict[str, Any]) -> bool:
        """Tell whether its interpreter runs, and what was installed lies there still."""
        gone = set(held.get(MODULES, ())) - self._modules()
        return not gone and other_python.version(self.python, self.folder) == held.get("python")

    def _modules(self) -> set[str]:
        """Name what can be imported from its packages; an upgrade by hand keeps the names."""
        home = packages(self.folder)
        found = home.iterdir() if home.is_dir() else ()
        names = {path.stem for path in found if path.suffix in {"", ".py"}}
        return {name for name in names if name.isidentifier() and not name.startswith("__")}

    def _install(self, lists: Sequence[str], held: dict[str, Any]) -> None:
        try:
            install.pip_install(self.python, [self.root / name for name in lists])
        except install.UntouchedError:  # what was there before is there still
            if held:
                self._mark(held)
            self.draft.unlink(missing_ok=True)
            raise
        if missing := other_python.missing(self.python, [self.root / name for name in lists]):
            raise KitError(
                command_text.ASTRAY.format(name=missing[0], folder=self.folder, nothing=os.devnull)
            )

    def is_running(self) -> bool:
        """Tell whether this Python is its own."""
        return Path(sys.prefix).resolve() == self.folder.resolve()

    def _same(self, name: str, held: dict[str, Any]) -> bool:
        return name in held and self.prints([name])[name] == held[name]

    def _mark(self, prints: dict[str, Any]) -> None:
        holds = {**prints, MODULES: sorted(self._modules() - BY_VENV)}
        self.draft.write_text(json.dumps(holds, indent=1), encoding="utf-8")
        self.draft.replace(self.marker)


def packages(folder: Path) -> Path:
    """Give the folder in which an environment of this Python keeps its packages."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))


def installed(wanted: dict[str, str]) -> bool:
    """Tell whether the running Python has exactly these versions (as on Binder)."""
    try:
        return all(metadata.version(name) == version for name, version in wanted.items())
    except metadata.PackageNotFoundError:
        return False


def ready_python(lists: Sequence[str], root: Path = ROOT) -> str:
    """Give the path of a Python that has these requirement files installed; install if need be."""
    for name in lists:
        if not (root / name).is_file():
            raise KitError(command_text.NO_LIST.format(name=name))
    environment = Environment(root)
    own = environment.is_running()
    try:
        if not own and all(installed(pins(root / name)) for name in lists):
            return sys.executable
        if not environment.holds(lists):
            environment.make(lists)
    except OSError as error:
        raise KitError(
            install.plain(f"[Errno {error.errno}] {error}", environment.folder)
        ) from None
    return str(environment.python)
