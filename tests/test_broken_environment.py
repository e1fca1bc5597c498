"""An environment that was whole once: it is noticed, and made anew or mended, or told truly."""

from __future__ import annotations

import os
import shutil
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from helpers.commands import install
from helpers.commands.environment import KERNEL, Environment, packages, ready_python
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Callable

LAMP = "lamp==1.0\n"
real_pip = install.pip_install


class Workshop:
    """A project with a small real environment, in which something stands in for pip."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = Environment(root)
        self.packages = packages(self.environment.folder)
        self.cleared: list[bool] = []
        self.installs = 0
        (root / KERNEL).write_text(LAMP, encoding="utf-8")

    def ready(self) -> str:
        return ready_python([KERNEL], self.root)

    def make_venv(self, folder: Path, *, clear: bool) -> None:
        """Make in a moment what venv makes in seconds; pip is a link to the one that is here."""
        self.cleared.append(clear)
        if clear:
            shutil.rmtree(folder)
        python, home = self.environment.python, Path(sys.executable).resolve()
        python.parent.mkdir(parents=True, exist_ok=True)
        self.packages.mkdir(parents=True, exist_ok=True)
        if not python.exists():
            python.symlink_to(home)
        (folder / "pyvenv.cfg").write_text(f"home = {home.parent}\n", encoding="utf-8")
        pip = find_spec("pip")
        assert pip is not None
        assert pip.origin is not None
        if not (self.packages / "pip").exists():
            (self.packages / "pip").symlink_to(Path(pip.origin).parent)

    def pip_install(self, _python: Path, _files: list[Path]) -> None:
        self.installs += 1
        self.put("lamp", "1.0")

    def put(self, name: str, version: str) -> None:
        (self.packages / f"{name}.py").touch()
        about = self.packages / f"{name}-{version}.dist-info"
        about.mkdir(exist_ok=True)
        text = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (about / "METADATA").write_text(text, encoding="utf-8")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    made = Workshop(tmp_path)
    monkeypatch.setattr(install, "make_venv", made.make_venv)
    monkeypatch.setattr(install, "pip_install", made.pip_install)
    return made


def replace(path: Path, mode: int | None = None) -> None:
    """Put a text file where something else was."""
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.write_text("hello\n", encoding="utf-8")
    if mode:
        path.chmod(mode)


def upgrade(python: Path) -> None:
    """Let an interpreter's home be gone, as after an upgrade of Python."""
    python.unlink()
    python.symlink_to("/gone/bin/python3")


BREAKS: dict[str, Callable[[Workshop], None]] = {
    "its interpreter is gone": lambda shop: upgrade(shop.environment.python),
    "its interpreter is a text": lambda shop: replace(shop.environment.python),
    "its interpreter is a text to run": lambda shop: replace(shop.environment.python, 0o755),
    "its configuration is gone": lambda shop: (shop.environment.folder / "pyvenv.cfg").unlink(),
    "a package is gone": lambda shop: (shop.packages / "lamp.py").unlink(),
    "its folder of programs is a text": lambda shop: replace(shop.environment.python.parent),
}


@pytest.mark.parametrize("what", BREAKS)
def test_a_broken_environment_is_made_anew(what: str, workshop: Workshop) -> None:
    python = workshop.ready()
    assert workshop.ready() == python
    assert (workshop.cleared, workshop.installs) == ([False], 1), "a whole one is left alone"
    BREAKS[what](workshop)
    assert workshop.ready() == python
    assert (workshop.cleared, workshop.installs) == ([False, True], 2)
    workshop.ready()
    assert workshop.installs == 2


def test_a_list_of_packages_that_is_gone_is_named(workshop: Workshop) -> None:
    (workshop.root / KERNEL).unlink()
    with pytest.raises(KitError, match=r"^requirements\.txt is missing"):
        workshop.ready()
    assert workshop.installs == 0


def test_an_interpreter_that_never_ran_is_replaced(workshop: Workshop) -> None:
    workshop.environment.python.parent.mkdir(parents=True)
    workshop.environment.python.write_text("hello\n", encoding="utf-8")
    workshop.ready()
    assert workshop.cleared == [True]


def test_an_environment_without_pip_is_made_anew_when_something_is_to_be_installed(
    workshop: Workshop,
) -> None:
    workshop.ready()
    (workshop.packages / "pip").unlink()
    workshop.ready()
    assert workshop.installs == 1, "what is installed needs no pip"
    (workshop.root / KERNEL).write_text(f"# changed\n{LAMP}", encoding="utf-8")
    workshop.ready()
    assert workshop.cleared == [False, True]


def test_what_a_student_added_or_upgraded_is_left_alone(workshop: Workshop) -> None:
    workshop.ready()
    workshop.put("pip", "99.0")
    workshop.put("torch", "2.0")
    (workshop.packages / "lamp-1.0.dist-info").rename(workshop.packages / "lamp-1.1.dist-info")
    workshop.ready()
    assert (workshop.cleared, workshop.installs) == ([False], 1)


@pytest.mark.parametrize("way", [Path.touch, lambda path: path.symlink_to("/gone/environment")])
def test_what_is_in_the_way_is_named(way: Callable[[Path], None], workshop: Workshop) -> None:
    way(workshop.environment.folder)
    with pytest.raises(KitError) as told:
        workshop.ready()
    assert str(told.value).startswith(f"{workshop.environment.folder} is no folder, and")
    assert workshop.cleared == []


def test_an_environment_of_another_python_that_is_not_ours_is_left_alone(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.make_venv(workshop.environment.folder, clear=False)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    with pytest.raises(KitError, match="that the kit has not made"):
        workshop.ready()
    assert workshop.cleared == [False]


def test_a_broken_environment_that_runs_the_command_is_told(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.ready()
    (workshop.packages / "lamp.py").unlink()
    monkeypatch.setattr(Environment, "is_running", lambda _: True)
    with pytest.raises(KitError, match="deactivate"):
        workshop.ready()
    assert workshop.cleared == [False]


# pip, and settings of it that keep packages away


@pytest.fixture
def index(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the real pip find a lamp, and the bulb that it needs, in a folder alone."""
    monkeypatch.setattr(install, "pip_install", real_pip)
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    folder = workshop.root / "index"
    folder.mkdir()
    for name, needs in (("lamp", "Requires-Dist: bulb\n"), ("bulb", "")):
        about = f"{name}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}.py", "")
            wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\n"
                           f"Version: 1.0\n{needs}")  # fmt: skip
            wheel.writestr(
                f"{about}/WHEEL",
                "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
            )
            wheel.writestr(f"{about}/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(workshop.root / "pip.conf"))
    return folder


def test_no_setting_of_pip_keeps_packages_away(
    index: Path, workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = str(index / "away")
    for name in ("TARGET", "PREFIX", "ROOT", "PYTHON"):
        monkeypatch.setenv(f"PIP_{name}", away)
    for name in ("NO_DEPS", "NO_DEPENDENCIES", "DRY_RUN", "REQUIRE_HASHES", "USER", "VERSION"):
        monkeypatch.setenv(f"PIP_{name}", "1")
    settings = "[install]\nno-deps = yes\ndry-run = yes\nrequire-hashes = yes\nuser = yes\n"
    (workshop.root / "pip.conf").write_text(settings, encoding="utf-8")
    workshop.ready()
    assert {"lamp.py", "bulb.py"} <= {path.name for path in workshop.packages.iterdir()}
    assert not Path(away).exists()


def test_packages_that_went_elsewhere_are_told_and_the_environment_is_not_complete(
    index: Path, workshop: Workshop
) -> None:
    settings = f"[install]\ntarget = {index / 'away'}\n"
    (workshop.root / "pip.conf").write_text(settings, encoding="utf-8")
    with pytest.raises(KitError) as told:
        workshop.ready()
    assert str(told.value).startswith(f"lamp was not installed into {workshop.environment.folder}")
    assert not workshop.environment.marker.exists()


# What is blamed


def test_a_folder_that_can_be_written_to_is_not_blamed(tmp_path: Path) -> None:
    said = "PermissionError: [Errno 13] Permission denied: '/elsewhere/python'"
    assert install.plain(said, tmp_path / ".venv").startswith("/elsewhere/python is closed to you")


def test_no_folder_for_temporary_files_is_told_as_that() -> None:
    said = "[Errno 2] No usable temporary directory found in ['/tmp', '/kit']"
    assert "set TMPDIR to a folder of your own" in install.plain(said, Path("kit", ".venv"))


def test_a_missing_pip_is_no_missing_venv() -> None:
    said = install.plain("/kit/.venv/bin/python: No module named pip", Path("kit", ".venv"))
    assert said.endswith("No module named pip")
