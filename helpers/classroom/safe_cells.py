"""Cells of a table that leaves for a spreadsheet: none of them can start a formula.

Spreadsheets take a cell for a formula by its first sign. The rules are those of OWASP (CSV
Injection): https://owasp.org/www-community/attacks/CSV_Injection
"""

from __future__ import annotations

import csv
import re
from math import isfinite, isnan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

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
PART = 100_000
"""Rows that are written at once."""
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


def write_frame(path: Path, header: Iterable[str], frame: pd.DataFrame) -> None:
    """Write a data frame as `write_csv` does; each word of a categorical is made safe once."""
    with whole_file(path) as file:
        writer = csv.writer(file)
        writer.writerow([safe_cell(name) for name in header])
        safe = {name: _safe_words(frame[name]) for name in frame}
        # Part by part: as lists, the columns of a large class would need much more room.
        for start in range(0, len(frame), PART):
            part = frame.iloc[start : start + PART]
            columns = [_cells(part[name], safe[name]) for name in part]
            writer.writerows(zip(*columns, strict=True))


def _safe_words(column: pd.Series[Any]) -> np.ndarray | None:
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return None
    # Code -1, the last place from the end, stands for no word.
    return np.array([*map(safe_cell, column.cat.categories), ""], dtype=object)


def _cells(column: pd.Series[Any], safe: np.ndarray | None) -> list[Cell]:
    if safe is not None:
        cells: list[Cell] = safe[column.cat.codes.to_numpy()].tolist()
        return cells
    if pd.api.types.is_float_dtype(column):
        return ["" if isnan(value) else f"{value:.6g}" for value in column.tolist()]
    if pd.api.types.is_datetime64_dtype(column):
        moments = np.datetime_as_string(column.to_numpy(), unit="s").tolist()
        return ["" if moment == "NaT" else f"{moment}Z" for moment in moments]
    if pd.api.types.is_integer_dtype(column):
        return column.tolist()
    return [safe_cell(value) for value in column.tolist()]


def write_csv(path: Path, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    """Write a table as CSV in UTF-8, row by row; no cell can start a formula."""
    with whole_file(path) as file:
        writer = csv.writer(file)
        writer.writerow([safe_cell(name) for name in header])
        writer.writerows([safe_cell(value) for value in row] for row in rows)
