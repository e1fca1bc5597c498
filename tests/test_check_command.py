"""`check` as a command: what it takes, what it prints, and its exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.checks.__main__ import findings, main
from small_kit import small_kit

ROOT = Path(__file__).resolve().parents[1]


def test_the_kit_has_nothing_to_mend() -> None:
    assert [str(finding) for finding in findings([])[1]] == []


def test_a_sound_kit_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(small_kit(tmp_path))]) == 0
    assert capsys.readouterr().out == (
        "Nothing to mend in 2 texts, 1 table, 1 lesson, 1 notebook, 1 README, 7 exercises.\n"
    )


def test_findings_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small_kit(tmp_path) / "seeds/lamps/article.txt").write_text("Two.\n", encoding="utf-8")
    assert main([str(tmp_path / "seeds/lamps")]) == 1
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
    assert main([str(small_kit(tmp_path) / path)]) == 0


@pytest.mark.parametrize("path", ["nowhere", "lessons", "lessons/notes.txt"])
def test_a_path_that_the_kit_does_not_know_is_wrong_use(
    tmp_path: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (small_kit(tmp_path) / "lessons/notes.txt").write_text("", encoding="utf-8")
    assert main([str(tmp_path / path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_an_unknown_option_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--quick"])
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
    assert main([str(folder)]) in {0, 1}
    assert "\x1b" not in capsys.readouterr().out


def test_a_quotation_that_unfolds_without_end_is_one_sentence(tmp_path: Path) -> None:
    bomb = "&a [x, x, x, x, x, x, x, x]"
    for name in "bcdefghijk":
        bomb = f"&{name} [{bomb}, {', '.join([f'*{chr(ord(name) - 1)}'] * 7)}]"
    file = small_kit(tmp_path) / "seeds/lamps/features.yaml"
    file.write_text(f"features:\n- {{id: F01, why: No., words: [{bomb}]}}\n", encoding="utf-8")
    (finding,) = findings([file])[1]
    assert len(str(finding)) < 500


def test_a_terminal_that_knows_no_curly_quotes_is_no_hindrance(tmp_path: Path) -> None:
    folder = small_kit(tmp_path) / "seeds/lamps"
    (folder / "article.txt").write_text("Two.\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "helpers.checks", folder],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
    )
    assert (run.returncode, run.stderr) == (1, b"")
