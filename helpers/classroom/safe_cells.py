"""Cells of a table that leaves for a spreadsheet: none of them can start a formula.

Spreadsheets take a cell for a formula by its first sign. The rules are those of OWASP (CSV
Injection): https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import re
from math import isfinite
from typing import TYPE_CHECKING

from helpers.classroom.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Cell = str | float | None

STARTS = "=+-@＝＋－＠﹦﹢﹣﹫"  # noqa: RUF001 - spreadsheets take the wide and the small forms too
"""What a formula begins with."""
APART = ",;|\t\r\n"
"""What may part cells: the program that opens a file may know other signs than the one we use."""
UNSEEN = (
    r" \x00-\x08\x0b\x0c\x0e-\x1f\x7f-\xa0\xad\u1680\u180e\u2000-\u200f\u2028-\u202f"
    r"\u205f-\u206f\u3000\ufeff"
)
"""Spaces, and signs that nobody sees: some programs cut them off, and look at what follows."""
QUOTES = '"“”„«»'
MOST_KNOWN = 100_000
"""So many values are known at once; texts of students may be long."""
NO_GRADE = "-"
"""How Moodle writes that there is no grade; alone it is no formula."""
_START = re.compile(rf"(^|[{re.escape(APART)}])([{UNSEEN}{QUOTES}]*)(?=[{re.escape(STARTS)}])")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?", re.ASCII)


def safe_cell(value: Cell) -> str:
    """Write a value so that no spreadsheet takes it for a formula; a number stays one.

    >>> safe_cell("=HYPERLINK(A1)"), safe_cell("  @SUM(A1)"), safe_cell("killed;=1+1")
    ("'=HYPERLINK(A1)", "'  @SUM(A1)", "killed;'=1+1")
    >>> safe_cell("-12"), safe_cell(-0.5), safe_cell(None), safe_cell("two - or three")
    ('-12', '-0.5', '', 'two - or three')
    """
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return ""
    text = str(value)
    if text == NO_GRADE or _NUMBER.fullmatch(text):
        return text
    text = _START.sub(r"\1'\2", text)
    return f"'{text}" if text.startswith(("\t", "\r", "\n")) else text


class _Safe(dict[Cell, str]):
    """Cells made safe, each value once: in a large table most of them come again and again."""

    def __missing__(self, value: Cell) -> str:
        if len(self) >= MOST_KNOWN:
            self.clear()
        self[value] = safe = safe_cell(value)
        return safe


def write_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Write a table as CSV in UTF-8, row by row; no cell can start a formula."""
    safe = _Safe().__getitem__
    with whole_file(path) as file:
        writer = csv.writer(file)
        writer.writerow(map(safe, header))
        writer.writerows(map(safe, row) for row in rows)
