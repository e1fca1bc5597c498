"""Tables of figures: every row has an id, a source and a date, every figure a definition, too.

Every figure has an address: a page on the web. A figure of the text itself names the sentence that
it stands in with its source, such as “the article, S4-S5”; one that was made up for a constructed
text, and stands nowhere in it, says that it is constructed.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.finding import in_file
from helpers.errors import KitError
from helpers.flaws import Flaw, is_web, unique
from helpers.texts.dossier import Dossier
from helpers.texts.files import ADDRESSES, EXTRA, address_of, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from helpers.checks.finding import Finding

Row = dict[str, str]
NEEDED: Mapping[str, tuple[str, ...]] = {
    "source": ("source_title", "source_url", "source", "outlet", "url"),
    "date": ("date", "date_of_statement", "period", "period_covered"),
}
DEFINITION = ("what_is_counted", "what_is_measured", "casualty_definition", "definition", "unit")
_SENTENCES = re.compile(r"\bS\d+(?:-S\d+)?\b")
_NUMBER = re.compile(r"[-+]?\d+(\.\d+)?", re.ASCII)
_OTHER = ("date", "period", "source", "url", "title")
MOSTLY = 0.5


def check_table(path: Path) -> Iterator[Finding]:
    """Check one table."""
    yield from in_file(path, [partial(_table, path)])


def _table(path: Path) -> Iterator[Flaw]:
    rows = read_table(path)
    if not rows:
        yield Flaw("", "It has no rows; write one line of column names and a line for each figure.")
        return
    key = "row_id" if "row_id" in rows[0] else "id"
    yield from unique(row.get(key, "") for row in rows if row.get(key, ""))
    numbers, home = _number_columns(rows), Dossier(path.parent)
    for line, row in enumerate(rows, start=2):
        name = row.get(key, "")
        if not name:
            yield Flaw(f"row {line}", "It has no id; give it one in the column row_id.")
        item = name or f"row {line}"
        yield from _row(row, item, numbers)
        if any(row.get(column) for column in numbers) or _tells_numbers(row):
            yield from _addressed(home, row, item)


def _number_columns(rows: Sequence[Row]) -> frozenset[str]:
    """Name the columns of numbers: those called low or high, and those that are mostly numbers."""
    return frozenset(column for column in rows[0] if _holds_numbers(column, rows))


def _holds_numbers(column: str, rows: Sequence[Row]) -> bool:
    if column.endswith(("_low", "_high")):
        return True
    cells = [row[column] for row in rows if row.get(column)]
    found = sum(bool(_NUMBER.fullmatch(cell)) for cell in cells)
    # Years and ids look like numbers and count nothing.
    return not _is_other(column) and found > MOSTLY * len(cells)


def _tells_numbers(row: Row) -> bool:
    """Tell whether a row has figures among its words."""
    return any(re.search(r"\d", row[column]) for column in row if not _is_other(column))


def _is_other(column: str) -> bool:
    """Tell whether a column is there for other things than figures."""
    return column in {"row_id", "id", "note"} or any(part in column for part in _OTHER)


def _addressed(dossier: Dossier, row: Row, item: str) -> Iterator[Flaw]:
    if address_of(row):
        return
    source = " ".join(row.get(column, "") for column in NEEDED["source"])
    places = _SENTENCES.findall(source)
    for place in places:
        try:
            dossier.article.passage(place)
        except KitError as error:
            yield Flaw(item, f"{str(error).rstrip('.')}; mend the number of the sentence.")
    if not places and not ("constructed" in source and dossier.about.kind == "constructed"):
        column = _asked(row, ADDRESSES)
        says = f"Its figure has no address; fill in {column}, or name its sentence (S4) as source."
        yield Flaw(item, says)


def _row(row: Row, item: str, numbers: frozenset[str]) -> Iterator[Flaw]:
    if row.get(EXTRA):
        yield Flaw(item, "It has more cells than there are columns; quote cells that hold commas.")
    for what, columns in NEEDED.items():
        if not _any(row, columns):
            yield Flaw(item, f"It has no {what}; fill in {_asked(row, columns)}.")
    if any(row.get(column) for column in numbers) and not _any(row, DEFINITION):
        says = f"Its figure has no definition; say in {_asked(row, DEFINITION)} what is counted."
        yield Flaw(item, says)
    for column in ADDRESSES:
        if row.get(column) and not is_web(row[column]):
            yield Flaw(item, f"“{row[column]}” is no web address; write one with http or https.")
    yield from _figures(row, item, numbers)


def _figures(row: Row, item: str, numbers: frozenset[str]) -> Iterator[Flaw]:
    for column in sorted(numbers):
        if row.get(column) and not _NUMBER.fullmatch(row[column]):
            says = f"“{row[column]}” in {column} is no number; write digits only, as 1294 or 2.5."
            yield Flaw(item, says)
        if column.endswith("_low"):
            yield from _bounds(row, item, column, column.removesuffix("low") + "high")


def _bounds(row: Row, item: str, low: str, high: str) -> Iterator[Flaw]:
    ends = [float(row[end]) for end in (low, high) if _NUMBER.fullmatch(row.get(end, ""))]
    # Two ends out of order are mostly two cells exchanged.
    if ends != sorted(ends):
        yield Flaw(item, f"{low} is above {high}; swap them or mend one.")


def _any(row: Row, columns: Sequence[str]) -> bool:
    return any(row.get(column, "").strip() for column in columns)


def _asked(row: Row, columns: Sequence[str]) -> str:
    """Name the column that a table has for this, or the usual one."""
    there = next((column for column in columns if column in row), "")
    return f"the column {there}" if there else f"a column {columns[0]}"
