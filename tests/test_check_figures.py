"""`check` on tables: each row breaks one cell of a sound table, and just that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found, small_kit

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = {
    "an id given twice": ("L02", "L01", "L01: The id “L01” is given 2 times"),
    "no id": ("L02,", ",", "row 3: It has no id"),
    "no source": ("The letter", "", "L02: It has no source; fill in the column source_title."),
    "no date": ("2024-11-01", "", "L02: It has no date; fill in the column date."),
    "no definition": ("broken lamps", "", "in the column what_is_counted what is counted."),
    "an address": ("https://example.org/street", "street", "L01: “street” is no web address"),
    "a number": ("39,40", "39,forty", "L01: “forty” in lamps_high is no number"),
    "a number that is no finite one": ("39,40", "39,inf", "“inf” in lamps_high is no number"),
    "low above high": ("39,40", "41,40", "L01: lamps_low is above lamps_high"),
    "a comma too many": ("org/street", "org/street,read", "L01: It has more cells than"),
    "a quotation mark left open": ("The letter", '"The letter', "is no table that the kit can"),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_cell_broken_is_one_finding(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings = changed(tmp_path, "seeds/lamps/lamps.csv", old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


def test_a_column_that_is_mostly_numbers_is_one_of_numbers(tmp_path: Path) -> None:
    rows = "".join(f"\nL0{n},2024-10-31,,,{n},broken,A street," for n in (3, 4, 5))
    head = "row_id,date,lamps_low,lamps_high,{}what_is_counted,source_title,source_url"
    table = head.format("weight,") + rows + "\nL06,2024-10-31,,,six,broken,A street,"
    findings = changed(tmp_path, "seeds/lamps/lamps.csv", head.format(""), f"{table}\n")
    assert any("L06: “six” in weight is no number" in finding for finding in findings)


def test_a_table_without_rows_is_found(tmp_path: Path) -> None:
    table = small_kit(tmp_path) / "seeds/lamps/lamps.csv"
    table.write_text("row_id,date\n", encoding="utf-8")
    (says,) = found(table)
    assert "It has no rows" in says


def test_a_date_is_not_taken_for_a_number(tmp_path: Path) -> None:
    assert changed(tmp_path, "seeds/lamps/lamps.csv", "2024-11-01", "1982") == []
