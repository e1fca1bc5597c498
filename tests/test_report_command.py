"""The command that reads a class: what it prints, writes and refuses."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from simulated import SHIPPED

from helpers.__main__ import main
from helpers.classroom.run import GRADEBOOK, REPORT, STATEMENTS
from helpers.paths import LESSONS

if TYPE_CHECKING:
    from pathlib import Path

EXPORT = (
    "First name,Last name,Email address,code\n"
    "Ada,One,ada@school.example,heron-1\n"
    "Bo,Two,bo@school.example,heron-2\n"
    "Cy,None,cy@school.example,heron-99\n"
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(EXPORT, encoding="utf-8")
    return path


def test_a_class_becomes_a_report_with_its_tables_and_its_gradebook(
    tmp_path: Path, roster: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code = main(
        ["report", str(SHIPPED), "--out", str(out), "--roster", str(roster), "--lms", "moodle"]
    )
    said = capsys.readouterr().out
    assert code == 0
    assert str(out / REPORT) in said
    assert "Students filled in: 2." in said
    assert "heron-3" in said, "work that stands in no row of the export is named"
    assert "Rows of your export without any work: 1." in said
    assert {path.name for path in out.iterdir()} == {
        *(REPORT, GRADEBOOK, "students.csv", "answers.csv", "values.csv"),
        *("slips.csv", "texts.csv", "tests.csv", "columns.csv"),
    }
    header, ada, bo, nobody = csv.reader((out / GRADEBOOK).read_text(encoding="utf-8").splitlines())
    assert header[:3] == ["First name", "Last name", "Email address"]
    assert "code" not in header
    assert ada[2] == "ada@school.example"
    assert float(ada[3]) > 0
    assert float(bo[3]) > 0
    assert set(nobody[3:]) == {"-"}


def test_statements_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    assert main(["report", str(SHIPPED), "--out", str(tmp_path), "--xapi", "yes"]) == 0
    assert (tmp_path / STATEMENTS).read_text(encoding="utf-8").startswith("[")


def test_a_second_run_writes_the_same_over_the_first(tmp_path: Path) -> None:
    for _ in range(2):
        assert main(["report", str(SHIPPED), "--out", str(tmp_path)]) == 0
    once = (tmp_path / REPORT).read_text(encoding="utf-8")
    main(["report", str(SHIPPED), "--out", str(tmp_path)])
    assert (tmp_path / REPORT).read_text(encoding="utf-8") == once


def test_keys_that_lie_elsewhere_are_used(tmp_path: Path) -> None:
    keys = LESSONS / "keys"
    assert main(["report", str(SHIPPED), "--out", str(tmp_path), "--keys", str(keys)]) == 0


def test_a_folder_without_any_work_is_told_and_gets_a_report_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "class").mkdir()
    out = tmp_path / "out"
    assert main(["report", str(tmp_path / "class"), "--out", str(out)]) == 1
    assert "Students: 0." in capsys.readouterr().out
    assert "No answers were found" in (out / REPORT).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["nowhere"], "There is nothing at nowhere"),
        ([""], "Something was left empty"),
        ([str(SHIPPED), "--out", ""], "Something was left empty"),
        ([str(SHIPPED), "--lms", "moodle"], "go together"),
        ([str(SHIPPED), "--roster", "export.csv"], "go together"),
        ([str(SHIPPED), "--keys", "nowhere"], "no keys of the tests in nowhere"),
    ],
)
def test_what_is_asked_wrongly_gets_one_sentence(
    options: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", *options]) == 2
    said = capsys.readouterr()
    assert says in said.err
    assert len(said.err.splitlines()) == 1


def test_a_place_that_takes_nothing_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    out = tmp_path / "file" / "out"
    assert main(["report", str(SHIPPED), "--out", str(out)]) == 2
    assert f"{out} cannot be written to" in capsys.readouterr().err
