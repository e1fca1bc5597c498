"""The command line: what it does on a fresh machine, and what it says when something is missing."""

from __future__ import annotations

import ast
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from jupyterlab import labapp
from jupyterlab_server.settings_utils import get_settings

from helpers import __main__ as line
from helpers.commands import install, lab, other_python, serve
from helpers.commands.environment import KERNEL, TESTS, Environment, packages, ready_python
from helpers.commands.pins import pins
from helpers.errors import KitError
from helpers.paths import LESSON_PAGE, ROOT

ALLOWED = {
    "jupyterlab",
    "ipywidgets",
    "anywidget",
    "pandas",
    "msgspec",
    "PyYAML",
    "nbval",
    "krippendorff",
}
PIN = re.compile(r"[\w-]+==\d+(\.\d+)+")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project that asks for packages which exist nowhere."""
    (tmp_path / "tests").mkdir()
    (tmp_path / KERNEL).write_text("no-such-package-of-the-kit==1.0\n", encoding="utf-8")
    (tmp_path / TESTS).write_text("no-such-test-tool-of-the-kit==1.0\n", encoding="utf-8")
    return tmp_path


class Installer:
    """Stands in for pip: notes what it was asked to install, and fails when told to."""

    def __init__(self) -> None:
        self.venvs: list[bool] = []
        self.installs: list[list[str]] = []
        self.fails_with: BaseException | None = None

    def make_venv(self, folder: Path, *, clear: bool) -> None:
        self.venvs.append(clear)
        python = Environment(folder.parent).python
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        (packages(folder) / "pip").mkdir(parents=True, exist_ok=True)

    def pip_install(self, python: Path, files: list[Path]) -> None:
        assert not Environment(python.parents[2]).marker.exists()
        self.installs.append([file.name for file in files])
        if self.fails_with:
            raise self.fails_with


@pytest.fixture
def installer(monkeypatch: pytest.MonkeyPatch) -> Installer:
    stand_in = Installer()
    monkeypatch.setattr(install, "make_venv", stand_in.make_venv)
    monkeypatch.setattr(install, "pip_install", stand_in.pip_install)
    this = "{}.{}".format(*sys.version_info)
    monkeypatch.setattr(other_python, "version", lambda python, _: this if python.exists() else "")
    monkeypatch.setattr(other_python, "missing", lambda *_: [])
    return stand_in


def command(*words: str, cwd: Path = ROOT, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "helpers", *words],
        cwd=cwd,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


# An old Python, and no packages


@pytest.mark.parametrize("name", ["__main__.py", "__init__.py"])
def test_an_old_python_can_read_what_tells_it_that_it_is_old(name: str) -> None:
    tree = ast.parse((ROOT / "helpers" / name).read_text("utf-8"), feature_version=(3, 6))
    asked = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in asked, "an old Python does not know every future"


def test_an_old_python_is_told_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13, "final", 0))
    assert line.main(["lab"]) == 2
    said = capsys.readouterr().err
    assert "needs Python 3.11 or newer" in said
    assert "this is Python 3.10" in said
    assert said.count("\n") == 1


def test_a_new_enough_python_hears_nothing() -> None:
    assert line.too_old((3, 11, 0)) == ""
    assert line.too_old((3, 14, 2)) == ""


def test_the_command_line_needs_only_the_standard_library() -> None:
    code = (
        "import sys, helpers.__main__\n"
        "from helpers.commands import bundle, check, lab, review, test\n"
        "own = {m.partition('.')[0] for m in sys.modules} - sys.stdlib_module_names\n"
        "assert own <= {'helpers', '__main__', '__mp_main__'}, own\n"
    )
    subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}",
        ],
        check=True,
    )


# Wrong use


@pytest.mark.parametrize(
    "words",
    [
        *((), ("fly",), ("test", "-k", "x"), ("bundle", "--keys", "some")),
        *(("lab", "--port", "0"), ("lab", "--port", "many")),
    ],
)
def test_wrong_use_exits_2(words: tuple[str, ...]) -> None:
    done = command(*words)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_what_follows_two_dashes_goes_to_pytest() -> None:
    assert line.arguments(["test", "--", "-k", "marker"]).extra == ["-k", "marker"]
    assert line.arguments(["test"]).extra == []


# The environment


def test_a_second_start_installs_nothing(project: Path, installer: Installer) -> None:
    first = ready_python([KERNEL], project)
    assert ready_python([KERNEL], project) == first == str(Environment(project).python)
    assert installer.installs == [["requirements.txt"]]
    assert installer.venvs == [False]


@pytest.mark.parametrize("break_", [KeyboardInterrupt(), KitError("The disk is full.")])
def test_an_interrupted_installation_is_done_again(
    project: Path, installer: Installer, break_: BaseException
) -> None:
    installer.fails_with = break_
    with pytest.raises(type(break_)):
        ready_python([KERNEL], project)
    installer.fails_with = None
    ready_python([KERNEL], project)
    assert len(installer.installs) == 2
    assert installer.venvs == [False, True], "the half-made environment is cleared"


def test_a_changed_requirement_is_installed(project: Path, installer: Installer) -> None:
    ready_python([KERNEL], project)
    (project / KERNEL).write_text("no-such-package-of-the-kit==1.1\n", encoding="utf-8")
    ready_python([KERNEL], project)
    assert len(installer.installs) == 2
    assert installer.venvs == [False], "the environment itself is kept"


def test_another_python_makes_the_environment_anew(
    project: Path, installer: Installer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready_python([KERNEL], project)
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    ready_python([KERNEL], project)
    assert installer.venvs == [False, True]


def test_the_test_tools_are_added_once_and_lab_still_starts(
    project: Path, installer: Installer
) -> None:
    for lists in ([KERNEL], [KERNEL, TESTS], [KERNEL, TESTS], [KERNEL]):
        ready_python(lists, project)
    assert len(installer.installs) == 2


def test_without_network_what_was_installed_stays_usable(
    project: Path, installer: Installer
) -> None:
    ready_python([KERNEL], project)
    installer.fails_with = install.UntouchedError("No network.")
    with pytest.raises(KitError):
        ready_python([KERNEL, TESTS], project)
    ready_python([KERNEL], project)
    assert len(installer.installs) == 2


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"python": 3}', "\x00"])
def test_a_damaged_marker_counts_as_none(project: Path, installer: Installer, damage: str) -> None:
    ready_python([KERNEL], project)
    Environment(project).marker.write_text(damage, encoding="utf-8")
    ready_python([KERNEL], project)
    assert len(installer.installs) == 2


def test_a_python_that_has_the_pins_is_used_as_it_is(project: Path, installer: Installer) -> None:
    (project / KERNEL).write_text("pytest=={}\n".format(pins(ROOT / TESTS)["pytest"]), "utf-8")
    assert ready_python([KERNEL], project) == sys.executable
    (project / KERNEL).write_text("pytest==0.1\n", encoding="utf-8")
    assert ready_python([KERNEL], project) != sys.executable
    assert installer.installs == [["requirements.txt"]]


def test_a_missing_venv_module_is_told_with_its_package(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install.importlib.util, "find_spec", lambda name: name != "ensurepip")
    with pytest.raises(KitError, match="sudo apt install python3-venv"):
        ready_python([KERNEL], project)


def test_without_network_there_is_one_sentence_and_no_marker(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in os.environ if name.startswith("PIP_")]:
        monkeypatch.delenv(name)
    nowhere = {"INDEX_URL": "http://127.0.0.1:9", "RETRIES": "0", "NO_CACHE_DIR": "1"}
    for name, value in {**nowhere, "CONFIG_FILE": os.devnull}.items():
        monkeypatch.setenv(f"PIP_{name}", value)
    with pytest.raises(KitError, match="check the internet connection"):
        ready_python([KERNEL], project)
    assert not Environment(project).marker.exists()
    shown = capfd.readouterr()
    assert shown.out == ""
    assert "WARNING" not in shown.err
    assert "Fetching packages" in shown.err


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_told(project: Path) -> None:
    project.chmod(0o500)
    with pytest.raises(KitError, match="cannot be written to"):
        ready_python([KERNEL], project)


# lab


def test_a_taken_port_is_told_before_anything_is_installed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lab, "ready_python", pytest.fail)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert line.main(["lab", "--port", str(port)]) == 2
    says = f"Port {port} is already in use: choose another one, or leave out --port.\n"
    assert capsys.readouterr().err == says


def test_other_jupyter_installations_are_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/hers")
    monkeypatch.delenv("JUPYTER_CONFIG_DIR", raising=False)
    own = lab.surroundings(str(Environment(ROOT).python))
    assert own["JUPYTER_PREFER_ENV_PATH"] == "1"
    assert own["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(lab.SETTINGS), "/hers"]
    assert Path(own["JUPYTER_CONFIG_DIR"]).is_relative_to(ROOT / ".venv")
    assert "JUPYTER_CONFIG_DIR" not in lab.surroundings(sys.executable + "-elsewhere")


def test_binder_gets_the_lesson_page_and_the_settings(tmp_path: Path) -> None:
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f"#!/bin/sh\necho {tmp_path}\n", encoding="utf-8")
    python.chmod(0o755)
    path = f"{python.parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([ROOT / "postBuild"], cwd=ROOT, env={"PATH": path}, check=True)
    for ours, theirs in {
        LESSON_PAGE / "according-to-reports": "share/jupyter/labextensions/according-to-reports",
        lab.SETTINGS / "labconfig": "etc/jupyter/labconfig",
    }.items():
        files = [path.relative_to(ours) for path in ours.rglob("*") if path.is_file()]
        assert files
        for file in files:
            assert (tmp_path / theirs / file).read_bytes() == (ours / file).read_bytes()


def test_jupyter_is_given_the_lesson_and_no_news(monkeypatch: pytest.MonkeyPatch) -> None:
    words = serve.options(None, browser=False)
    assert "--ServerApp.default_url=/doc/tree/lessons/00-start-here.ipynb" in words
    assert f"--ServerApp.root_dir={ROOT}" in words
    assert f"--LabApp.extra_labextensions_path={LESSON_PAGE}" in words
    assert "--ServerApp.open_browser=False" in words
    assert "--ServerApp.port_retries=0" in serve.options(8888, browser=True)
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(lab.SETTINGS))
    schemas = Path(labapp.__file__).with_name("schemas")
    name = "@jupyterlab/apputils-extension:notification"
    found, _ = get_settings("", str(schemas), "", schema_name=name)
    assert found["schema"]["properties"]["fetchNews"]["default"] == "false"
    assert found["schema"]["properties"]["checkForUpdates"]["default"] is False


# What the tools read


def test_the_kernel_needs_exactly_the_allowed_packages() -> None:
    assert set(pins(ROOT / KERNEL)) == ALLOWED


@pytest.mark.parametrize("name", [KERNEL, TESTS])
def test_every_requirement_is_an_exact_pin(name: str) -> None:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    wrong = [words for words in lines if not words.startswith("#") and not PIN.fullmatch(words)]
    assert wrong == []


def test_contributing_gives_a_reason_for_every_package() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert [name for name in ALLOWED if f"| {name} |" not in text] == []
    reasons = re.findall(r"^\| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE)
    told = {name for names in reasons for name in names.split(", ")}
    assert {*pins(ROOT / TESTS)} - told == set()


def test_binder_gets_a_python_that_runs_the_kit() -> None:
    runtime = (ROOT / "runtime.txt").read_text("utf-8")
    version = tuple(map(int, runtime.strip().removeprefix("python-").split(".")))
    assert line.OLDEST <= version <= install.NEWEST
