"""`check` as a command: what it takes, what it prints, and its exit codes."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from small_kit import small_kit

from helpers.__main__ import main
from helpers.checks import run
from helpers.checks.run import findings
from helpers.checks.schema import SCHEMAS, write_schemas
from helpers.commands import check as check_command

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = shutil.ignore_patterns(".ipynb_checkpoints")


@pytest.fixture(autouse=True)
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take this Python for the one that has the packages: it does, whatever else changed."""
    monkeypatch.setattr(check_command, "ready_python", lambda _: sys.executable)


def check(*words: object) -> int:
    """Call the command as the command line does."""
    return main(["check", *map(str, words)])


def test_the_kit_has_nothing_to_mend() -> None:
    assert [str(finding) for finding in findings([])[1]] == []


def test_a_sound_kit_is_told_in_one_line_beside_its_minutes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(small_kit(tmp_path)) == 0
    told, nothing = capsys.readouterr().out.splitlines()
    assert told == "01-lamps: 5 minutes for a slow reader."
    assert nothing == (
        "Nothing to mend in 2 texts, 1 table, 1 lesson, 1 notebook, 1 README, 7 exercises."
    )


def test_findings_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small_kit(tmp_path) / "seeds/lamps/article.txt").write_text("Two.\n", encoding="utf-8")
    assert check(tmp_path / "seeds/lamps") == 1
    *lines, count = capsys.readouterr().out.splitlines()
    assert count == f"{len(lines)} findings."


PATHS = [
    "seeds/lamps",
    "seeds/lamps/claims.yaml",
    "seeds/lamps/lamps.csv",
    "lessons/exercises/01-lamps.yaml",
    "lessons/01-lamps.ipynb",
    "README.md",
]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_is_checked_alone(tmp_path: Path, path: str) -> None:
    assert check(small_kit(tmp_path) / path) == 0


@pytest.mark.parametrize("path", ["nowhere", "lessons", "lessons/notes.txt"])
def test_a_path_that_the_kit_does_not_know_is_wrong_use(
    tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_kit(tmp_path) / "lessons/notes.txt").write_text("", encoding="utf-8")
    assert check(tmp_path / path) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_unknown_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        check("--quick")
    assert "usage" in capsys.readouterr().err


HOSTILE = [
    b"\xff\xfe\x00",
    b"a: &a [x]\nb: *a\n? [1]\n: 2\n",
    b"{" * 5000,
    b"- " * 5000 + b"x",
    b'claims: [{id: "\\e[31m", gist: 1}]',
    b"!!python/object/apply:os.system [echo]",
    b"",
    b"null",
]
FILES = ["article.txt", "article.yaml", "claims.yaml", "features.yaml", "comparisons.yaml", "x.csv"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("written", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_file_holds_there_are_only_sentences(
    tmp_path: Path, name: str, written: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = small_kit(tmp_path) / "seeds/lamps"
    (folder / name).write_bytes(written)
    assert check(folder) in {0, 1}
    assert "\x1b" not in capsys.readouterr().out


def test_a_quotation_that_unfolds_without_end_is_one_sentence(tmp_path: Path) -> None:
    bomb = "&a [x, x, x, x, x, x, x, x]"
    for name in "bcdefghijk":
        bomb = f"&{name} [{bomb}, {', '.join([f'*{chr(ord(name) - 1)}'] * 7)}]"
    file = small_kit(tmp_path) / "seeds/lamps/features.yaml"
    file.write_text(f"features:\n- {{id: F01, why: No., words: [{bomb}]}}\n", encoding="utf-8")
    (finding,) = findings([file])[1]
    assert len(str(finding)) < 500


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Copy the kit, so that what a command writes is written there."""
    for folder in ("helpers", "lessons", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=LEFT_OUT)
    for file in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "requirements.txt"):
        shutil.copy(ROOT / file, tmp_path)
    return tmp_path


def command(copy: Path, *words: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Run `check` as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "helpers", "check", *words],
        cwd=copy,
        capture_output=True,
        check=False,
        env=os.environ | variables,
    )


def test_a_terminal_that_knows_no_curly_quotes_is_no_hindrance(copy: Path) -> None:
    (copy / "seeds/kursk/article.txt").write_text("Two.\n", encoding="utf-8")
    done = command(copy, "seeds/kursk", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"\\u201c" in done.stdout


def test_the_schemas_are_written_anew_and_everything_is_checked(copy: Path) -> None:
    written = {name: (copy / name).read_bytes() for name in SCHEMAS}
    for name in SCHEMAS:
        (copy / name).unlink()
    done = command(copy, "--schemas")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.splitlines()[-1].startswith(b"Nothing to mend in ")
    assert {name: (copy / name).read_bytes() for name in SCHEMAS} == written


def test_a_schema_that_cannot_be_written_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "write_schemas", lambda: write_schemas(tmp_path))
    assert check("--schemas", "README.md") == 2
    (says,) = capsys.readouterr().err.splitlines()
    assert "exercises.schema.json cannot be read or written: No such file" in says


def test_another_python_is_given_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, ...]] = []
    monkeypatch.setattr(check_command, "ready_python", lambda _: "another-python")
    monkeypatch.setattr(check_command, "hand_over", lambda *words: len(given.append(words) or ""))
    assert check("--schemas", "seeds/kursk") == check("seeds/kursk", "README.md") == 0
    options = ("another-python", str(ROOT / "helpers"), "check")
    assert given == [
        (*options, "--schemas", "seeds/kursk"),
        (*options, "seeds/kursk", "README.md"),
    ]


def test_there_is_one_parser_and_so_one_way_to_call_it() -> None:
    assert importlib.util.find_spec("helpers.checks.__main__") is None
