"""The commands in odd surroundings: each works, or says in one true sentence why it does not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Self

import pytest
from small_kit import small_kit

from helpers import __main__ as line
from helpers.commands import check, folders, hand_over, lab, loopback, review, serve
from helpers.errors import KitError
from helpers.paths import ROOT

# Settings of Python

ODD = {
    "PYTHONHOME": sys.base_prefix,
    "PYTHONSAFEPATH": "1",
    "PYTHONWARNINGS": "error",
    "PYTHONOPTIMIZE": "2",
    "PYTHONSTARTUP": "nowhere.py",
}


def run(folder: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the kit's folder as a script, from another folder."""
    return subprocess.run(
        [sys.executable, str(ROOT / "helpers"), *words],
        cwd=folder,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_setting_of_python_changes_what_runs(tmp_path: Path) -> None:
    for name in ("argparse", "yaml", "traitlets", "msgspec"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('stray')\n", encoding="utf-8")
    small_kit(tmp_path)
    done = run(tmp_path, "check", "seeds/lamps", PYTHONPATH=str(tmp_path), **ODD)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nothing to mend in 1 text")


@pytest.mark.parametrize("name", ["PYTHONPATH", *ODD])
def test_a_setting_that_changes_what_runs_is_left_behind(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, ...]] = []
    for other in hand_over.MEDDLING:
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setattr(hand_over, "hand_over", lambda *words: len(begun.append(words) or ""))
    monkeypatch.setattr(line, "main", lambda _: 7)
    assert line.begin(["lab"]) == 7, "without any, nothing is begun anew"
    monkeypatch.setenv(name, "1")
    assert line.begin(["lab"]) == 0
    assert begun == [(sys.executable, str(ROOT / "helpers"), "lab")]
    assert name not in os.environ


def test_exit_codes_of_the_other_python_are_passed_on() -> None:
    code = "from helpers.commands.hand_over import hand_over; import sys\n"
    code += "sys.exit(hand_over(sys.executable, '-c', 'raise SystemExit(7)'))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    assert done.returncode == 7


# Words of the command line


def test_a_port_may_be_given_in_the_digits_of_any_script() -> None:
    assert line.arguments(["lab", "--port", "٨٨٩١"]).port == 8891
    assert line.arguments(["lab", "--port", "65535"]).port == 65535


@pytest.mark.parametrize("port", ["0", "65536", "²", "8_8", " 88", "-1", "", "9" * 5000])
def test_what_is_no_port_is_told_in_one_sentence(
    port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        line.main(["lab", f"--port={port}"])
    assert capsys.readouterr().err.endswith("a port is a number from 1 to 65535\n")


def test_an_empty_path_is_not_everything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "ready_python", pytest.fail)
    assert line.main(["check", "README.md", ""]) == 2
    assert capsys.readouterr().err == (
        "An empty PATH names nothing: leave it out to check everything.\n"
    )


def test_an_empty_path_is_no_file_to_sign(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(review, "ready_python", pytest.fail)
    assert line.main(["review", ""]) == 2
    assert capsys.readouterr().err == (
        "An empty PATH names nothing: give the file whose items you have read.\n"
    )


# The network of the computer itself


class Loopback:
    """Stands in for a socket on a computer that has some addresses alone."""

    def __init__(self, family: int, *here: str) -> None:
        self.family, self.here = family, here

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""

    def setsockopt(self, *_: int) -> None:
        """Take an option."""

    def bind(self, where: tuple[str, int]) -> None:
        of_the_new_kind = ":" in where[0]
        if where[0] not in self.here or of_the_new_kind != (self.family == loopback.AF_INET6):
            raise OSError


def only(monkeypatch: pytest.MonkeyPatch, *here: str) -> None:
    """Let this computer have these addresses alone."""
    for module in (loopback, lab):
        monkeypatch.setattr(module, "socket", lambda family: Loopback(family, *here))


def test_without_the_old_network_the_new_one_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "::1")
    lab.must_be_free(8888)
    given = serve.options(None, browser=False)
    assert "--ServerApp.ip=::1" in given
    assert "--KernelManager.transport=ipc" in given, "a kernel cannot listen at the new address"


def test_with_both_networks_jupyter_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "127.0.0.1", "::1")
    given = " ".join(serve.options(None, browser=False))
    assert "ServerApp.ip" not in given
    assert "transport=" not in given


def test_without_any_network_that_is_what_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch)
    monkeypatch.setattr(lab, "ready_python", pytest.fail)
    for port in (None, 8888):
        with pytest.raises(KitError, match="loopback network is off"):
            lab.start(port, browser=False)


# What Jupyter is given


def test_a_token_with_blanks_can_be_clicked_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_TOKEN", " my secret&you ")
    assert "--IdentityProvider.token=my secret&you" in serve.options(None, browser=False)
    address = serve.lesson_at("http://localhost:8888/", "my secret&you")
    assert address.startswith("http://localhost:8888/doc/tree/lessons/00-")
    assert address.endswith("?token=my%20secret%26you")


def test_a_token_of_blanks_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_TOKEN", "  ")
    (token,) = (o for o in serve.options(None, browser=False) if "token" in o)
    assert len(token.partition("=")[2]) == 48


@pytest.fixture
def closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let every folder that Jupyter writes to lie in a home that is no folder."""
    home = tmp_path / "home"
    home.write_text("", encoding="utf-8")
    for name in folders.USUAL:
        monkeypatch.setenv(name, str(home / name))
    return home


def test_jupyter_writes_elsewhere_when_home_is_closed(closed: Path) -> None:
    before = {name: os.environ[name] for name in folders.USUAL}
    with folders.writable_folders():
        now = {name: usual() for name, usual in folders.USUAL.items()}
        assert len({*now.values()} - {*before.values()}) == len(before)
        for folder in now.values():
            Path(folder).mkdir()  # as Jupyter does
    assert not any(map(os.path.exists, now.values())), "nothing stays behind"
    assert closed.read_text(encoding="utf-8") == ""


def test_a_folder_that_is_open_is_used(
    tmp_path: Path, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = str(tmp_path / "mine" / "runtime")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", mine)
    with folders.writable_folders():
        assert folders.USUAL["JUPYTER_RUNTIME_DIR"]() == mine
        assert not folders.USUAL["JUPYTER_DATA_DIR"]().startswith(str(closed))


def test_without_any_folder_to_write_to_that_is_told(
    closed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["serve"])
    monkeypatch.setattr(folders.tempfile, "TemporaryDirectory", refuse)
    with pytest.raises(SystemExit, match="2"):
        serve.main()
    said = capsys.readouterr().err
    assert f"neither {closed / 'JUPYTER_CONFIG_DIR'} nor the folder for temporary files" in said
    assert said.count("\n") == 1


def refuse(*_: object, **__: object) -> None:
    raise OSError
