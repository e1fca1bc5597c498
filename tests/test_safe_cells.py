"""Safe cells: no cell that is written can start a formula, whatever program opens it."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.classroom.safe_cells import safe_cell, write_csv
from helpers.classroom.whole_file import whole_file
from helpers.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"  # noqa: RUF001
SEPARATORS = ",;|\t\r\n"
CUT_OFF = ' "“”„«»\u00a0\u200b\u2060\ufeff\u3000\x00\x0b\x1f'
HOSTILE = st.text(st.sampled_from(SIGNS + SEPARATORS + CUT_OFF + "'a1(") | st.characters())
FORMULAS = [f"{lead}{sign}1+1" for lead in ("", " ", '"', "\u00a0", "\ufeff") for sign in SIGNS]


def starts_a_formula(cell: str) -> bool:
    """Tell whether a program that cuts off what nobody sees would find a formula."""
    seen = cell.lstrip(CUT_OFF)
    number = re.fullmatch(r"[+-]?\d+([.,]\d+)?", cell, re.ASCII)
    return bool(seen) and seen[0] in SIGNS and not number and cell != "-"


@pytest.mark.parametrize("formula", [*FORMULAS, "\t=1", "\r=1", "\ttext", "\rtext", "\ntext"])
def test_a_formula_becomes_text(formula: str) -> None:
    assert safe_cell(formula).startswith("'")
    assert safe_cell(formula).replace("'", "") == formula


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("sign", SIGNS)
def test_no_formula_hides_behind_a_sign_that_parts_cells(separator: str, sign: str) -> None:
    assert safe_cell(f'a{separator}" {sign}1+1') == f"a{separator}'\" {sign}1+1"


@given(HOSTILE)
def test_no_cell_starts_a_formula_however_a_program_divides_it(text: str) -> None:
    cell = safe_cell(text)
    if cell == text and re.fullmatch(r"[+-]?\d+[.,]\d+", text, re.ASCII):
        return
    assert not starts_a_formula(cell)
    assert not cell.startswith(("\t", "\r", "\n"))
    for part in re.split(f"[{re.escape(SEPARATORS)}]", cell)[1:]:
        assert not part.lstrip(CUT_OFF).startswith(tuple(SIGNS)), repr(cell)


@given(HOSTILE)
def test_what_is_safe_already_is_left_alone(text: str) -> None:
    assert safe_cell(safe_cell(text)) == safe_cell(text)


@pytest.mark.parametrize(
    ("value", "cell"),
    [(0, "0"), (-3, "-3"), (-0.25, "-0.25"), ("-12,5", "-12,5"), ("+7", "+7"), ("-", "-"),
     (None, ""), (float("nan"), ""), (float("-inf"), ""), ("", ""), ("two + two", "two + two")],
)  # fmt: skip
def test_numbers_and_plain_words_stay(value: str | float | None, cell: str) -> None:
    assert safe_cell(value) == cell


def test_a_table_is_written_row_by_row_and_safe(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    write_csv(path, ["code", "=note"], [["a,b", '=HYPERLINK("x")'], ["ä", -1.5]])
    assert path.read_bytes().startswith(b"code,'=note\r\n")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1:] == [["a,b", '\'=HYPERLINK("x")'], ["ä", "-1.5"]]


def test_a_table_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("before")

    def rows() -> object:
        yield ["one"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_csv(path, ["name"], rows())
    assert [one.name for one in tmp_path.iterdir()] == ["table.csv"]
    assert path.read_text() == "before"


def test_a_place_that_takes_no_file_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(KitError, match=r"taken cannot be written: close it"):
        write_csv(tmp_path / "taken", ["name"], [])
    with pytest.raises(KitError, match="cannot be written"), whole_file(tmp_path / "no" / "x"):
        pass
    assert [one.name for one in tmp_path.iterdir()] == ["taken"]
