"""The test command: the programs that it needs, and what it says when one of them is missing."""

from __future__ import annotations

import os

import pytest

from helpers import __main__ as line
from helpers.commands import programs
from helpers.commands import test as tests_command
from helpers.errors import KitError
from helpers.paths import ROOT


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Give the names of the programs on a Linux machine, which is bare so far."""
    there: set[str] = set()
    for program in programs.PROGRAMS:
        monkeypatch.setenv(program.variable, "")
    monkeypatch.setattr(programs.sys, "platform", "linux")
    monkeypatch.setattr(
        programs.shutil, "which", lambda name: f"/bin/{name}" if name in there else None
    )
    return there


def test_missing_programs_are_asked_for_in_one_line_before_anything_is_installed(
    machine: set[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tests_command, "ready_python", pytest.fail)
    assert line.main(["test"]) == 2
    [said] = capsys.readouterr().err.splitlines()
    assert "need Chromium or Google Chrome, Firefox, strace, Node.js and npm:" in said
    assert "run “sudo apt install chromium firefox-esr strace nodejs npm”" in said
    machine |= {"google-chrome", "firefox-esr", "node", "npm"}
    assert line.main(["test"]) == 2
    [said] = capsys.readouterr().err.splitlines()
    assert "need strace: run “sudo apt install strace”, or set KIT_STRACE to" in said


def test_where_no_program_lets_system_calls_fail_none_is_asked_for(
    machine: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs.sys, "platform", "darwin")
    with pytest.raises(
        KitError, match=r"install Chromium or Google Chrome, Firefox, Node\.js and npm, or set"
    ):
        programs.find(programs.needed())
    machine |= {"/Applications/Firefox.app/Contents/MacOS/Firefox", "chromium", "node", "npm"}
    assert {*programs.find(programs.needed())} == {
        *("KIT_BROWSER", "KIT_FIREFOX"),
        *("KIT_NODE", "KIT_NPM"),
    }


@pytest.mark.parametrize("program", programs.PROGRAMS, ids=lambda program: program.package)
def test_a_chosen_program_that_is_none_is_refused(
    monkeypatch: pytest.MonkeyPatch, program: programs.Program
) -> None:
    monkeypatch.setenv(program.variable, "no-such-program")
    with pytest.raises(KitError, match=f"{program.variable} names no-such-program"):
        program.find()


def test_the_programs_and_all_cores_are_handed_to_pytest(
    machine: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[tuple[str, ...]] = []
    machine |= {"chromium", "firefox", "strace", "my-firefox", "node", "npm"}
    monkeypatch.setenv("KIT_FIREFOX", "my-firefox")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(tests_command, "ready_python", lambda _: "python")
    monkeypatch.setattr(tests_command, "hand_over", lambda *words: called.append(words) or 0)
    assert line.main(["test", "--", "-k", "marker"]) == 0
    [(*words, option, value)] = called
    assert words[:5] == ["python", "-m", "pytest", "-n", str((os.cpu_count() or 1) + 1)]
    assert (option, value) == ("-k", "marker")
    assert os.environ["KIT_BROWSER"] == "/bin/chromium"
    assert os.environ["KIT_FIREFOX"] == "/bin/my-firefox"
    assert os.environ["KIT_STRACE"] == "/bin/strace"
