"""What is installed, seen from outside: what pip or npm says, and how far it has come."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from helpers.commands import install
from helpers.commands.pins import pins


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("ERROR: [Errno 28] No space left on device", "disk is full"),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]", "certificate"),
        ("NewConnectionError: Temporary failure in name resolution", "internet connection"),
        ("[Errno 13] Permission denied: '.venv'", "cannot be written to"),
        ("[Errno 30] Read-only file system: '.venv'", "cannot be written to"),
        ("ERROR: Could not find a version for x==1 (from versions: none)", "internet connection"),
        ("ERROR: No matching distribution found for x==1", "No matching distribution found"),
        ("npm error code ENOTFOUND\nnpm error network request failed", "internet connection"),
        ("npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN", "internet connection"),
        ("npm error code ENOSPC\nnpm error syscall write", "disk is full"),
        ("npm error code SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"),
        ("npm error code E404\nnpm error 404 Not Found\nnpm error A complete log", "E404"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS", "fingerprint"),
        ("", "no reason was given"),
    ],
)
def test_what_pip_or_npm_says_becomes_one_plain_sentence(said: str, sentence: str) -> None:
    plain = install.plain(said, Path("kit", ".venv"))
    assert sentence in plain
    assert "\n" not in plain


def test_a_pin_may_have_a_hash(tmp_path: Path) -> None:
    (tmp_path / "asked.txt").write_text("# Some.\na==1 --hash=sha256:00\nb==2  # ours\n", "utf-8")
    assert pins(tmp_path / "asked.txt") == {"a": "1", "b": "2"}


def test_a_program_runs_where_it_is_told_to(tmp_path: Path) -> None:
    command = [sys.executable, "-c", "import os; print(os.getcwd()); raise SystemExit(3)"]
    assert install.watched(command, "Looking", tmp_path) == (3, f"{tmp_path}\n")


def test_a_python_too_new_for_the_packages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
    said = install.plain("ERROR: No matching distribution found for PyYAML==6.0.3", Path("x"))
    assert "do not yet exist for Python 3.99: install Python 3.14" in said


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "lines"), [(Terminal(), 0), (io.StringIO(), 2)])
def test_progress_is_one_line_on_a_terminal_and_few_elsewhere(
    stream: io.StringIO, lines: int
) -> None:
    progress = install.Progress(stream)
    for count in range(50):
        progress.show("Fetching packages", f": {count}")
    progress.show("Installing 8 packages")
    assert stream.getvalue().count("\n") == lines
