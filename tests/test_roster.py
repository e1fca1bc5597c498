"""The roster: which code names an export lists, in every form that a spreadsheet gives it."""

from __future__ import annotations

import csv
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from exports import CANVAS, MOODLE, MOODLE_COMMA, MOODLE_TABS, export
from hypothesis import given
from hypothesis import strategies as st

from helpers.classroom import sheet
from helpers.classroom.roster import CODE_COLUMNS, read_roster, same_code
from helpers.classroom.sheet import read_sheet, value
from helpers.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

BOTH = {"amber-heron-27", "blue-otter"}


@pytest.mark.parametrize("text", [MOODLE, MOODLE_COMMA, MOODLE_TABS, CANVAS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_code_names_are_found_in_any_form(tmp_path: Path, text: str, encoding: str) -> None:
    roster = read_roster(export(tmp_path, text, encoding))
    assert roster.codes == BOTH
    assert roster.problems == ()
    assert roster.sheet.bom == (encoding == "utf-8-sig")
    assert roster.sheet.text == text


@pytest.mark.parametrize("name", [*sorted(CODE_COLUMNS), "Code", "CODE_NAME", " Code-Name "])
def test_the_column_is_known_by_several_names(tmp_path: Path, name: str) -> None:
    assert read_roster(export(tmp_path, f"Student;{name}\nAda;blue-otter\n")).codes == {
        "blue-otter"
    }


def test_commas_in_a_header_do_not_pass_for_separators(tmp_path: Path) -> None:
    text = "Name, first;Essay: a, b, c, d;code\nAda;1,5;blue-otter\n"
    assert read_roster(export(tmp_path, text)).codes == {"blue-otter"}


@pytest.mark.parametrize("cell", ['"a"b', '"a""b', 'a"b"', '""', '""a""'])
def test_odd_quotation_marks_mean_what_they_mean_to_others(cell: str) -> None:
    assert [[value(cell)]] == list(csv.reader([cell]))


@pytest.mark.parametrize(
    "written", ["Blue-Otter", " blue-otter\t", "BLUE OTTER", "blue \u00a0otter"]
)
def test_a_code_name_is_known_however_it_was_typed(written: str) -> None:
    assert same_code(written) == "blue-otter"


def test_one_name_in_two_scripts_of_accents_is_one() -> None:
    assert same_code("noe\u0301") == same_code("no\u00e9")


def test_a_code_listed_twice_belongs_to_nobody(tmp_path: Path) -> None:
    rows = "code,Student\nred-fox,Ada\nblue-otter,Ben\n,Cy\nRed-Fox,Di\n,Ed\n"
    roster = read_roster(export(tmp_path, rows))
    assert roster.codes == {"blue-otter"}
    [says] = roster.problems
    assert says == (
        "The code name red-fox is in rows 2 and 5, so none of these rows was filled in: correct it "
        "in your export and make the report again."
    )


def test_empty_rows_are_told(tmp_path: Path) -> None:
    roster = read_roster(export(tmp_path, 'code,Student\n,\nred-fox,Ada\n" ",""\n\n'))
    assert roster.codes == {"red-fox"}
    assert roster.problems == (
        "Rows 2 and 4 are empty: delete them before you import the filled gradebook.",
    )


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b" \r\n\r\n", "is empty"),
        (b"Student,ID\nAda,1\n", "has no column “code”"),
        (b"code,Code name,ID\na,b,1\n", "has two columns"),
        (b"code\nred-fox\n", "has no column but “code”"),
        (b"PK\x03\x04 a workbook of Excel,code\n", "is no CSV file"),
        (b"\xd0\xcf\x11\xe0 an older one,code\n", "is no CSV file"),
        (b"code,ID\nred\0fox,1\n", "is no CSV file"),
        (b"\xff\xfecode", "is no CSV file|has no column"),
        (b"code,ID\n\x81\x8d,1\n", "is no CSV file"),
    ],
)
def test_what_is_no_roster_gives_one_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "grades.csv"
    path.write_bytes(content)
    with pytest.raises(KitError, match=says) as refused:
        read_roster(path)
    assert str(refused.value).startswith("grades.csv ")


def test_a_file_that_is_not_there_and_one_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KitError, match=r"none\.csv cannot be read"):
        read_roster(tmp_path / "none.csv")
    monkeypatch.setattr(sheet, "MOST_MB", 0)
    with pytest.raises(KitError, match="is larger than 0 MB"):
        read_roster(export(tmp_path, MOODLE))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, more: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(b"code,ID\n" + more)
    with suppress(KitError):
        assert all(code == same_code(code) for code in read_roster(path).codes)


CELLS = st.text(st.sampled_from('",;\t\r\n =é') | st.characters(exclude_categories=["Cs"]))


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_cells_mean_what_they_mean_to_others(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    rows = [[cell.replace("\0", "") for cell in row] for row in rows]
    path = tmp_path_factory.getbasetemp() / "cells.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["code", "a", "b"], *rows])
    read = read_sheet(path, lambda header: "code" in header)
    found = [[value(cell) for cell in row.cells] for row in read.rows()]
    assert found[1:] == rows
    # And all of it can be written again as it was.
    assert "".join(read.line(row.cells, row.end) for row in read.rows()) == read.text
