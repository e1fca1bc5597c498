"""Tables of figures: every row has an id, a source and a date, every figure a definition, too.

Every figure has an address: a page on the web. A figure of the text itself names the sentence that
it stands in with its source, such as “the article, S4-S5”; one that was made up for a constructed
text, and stands nowhere in it, says that it is constructed.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from helpers.checks.dates import STATED, dated, stated_on
from helpers.checks.finding import in_file
from helpers.checks.ratios import is_ratio, ratios
from helpers.checks.sentences import placed
from helpers.errors import KitError
from helpers.flaws import Flaw, addressed, unique
from helpers.texts.dossier import Dossier
from helpers.texts.files import ADDRESSES, EXTRA, address_of, read_table
from helpers.topics.numerals import numbered, numbers

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
_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?", re.ASCII)
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
    counts, home = _number_columns(rows), Dossier(path.parent)
    for line, row in enumerate(rows, start=2):
        name = row.get(key, "")
        if not name:
            yield Flaw(f"row {line}", "It has no id; give it one in the column row_id.")
        item = name or f"row {line}"
        yield from _row(home, row, item, counts)
        if any(row.get(column) for column in counts) or _tells_numbers(row):
            yield from _addressed(home, row, item)
            yield from _printed(home, row, item, counts)


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
    if not places and not ("constructed" in source and dossier.about.kind == "constructed"):
        column = _asked(row, ADDRESSES)
        says = f"Its figure has no address; fill in {column}, or name its sentence (S4) as source."
        yield Flaw(item, says)


def _printed(dossier: Dossier, row: Row, item: str, counts: frozenset[str]) -> Iterator[Flaw]:
    """See that the figures of the text itself stand in the sentences that are their source."""
    places = _SENTENCES.findall(" ".join(row.get(column, "") for column in NEEDED["source"]))
    there = {one.number for one in dossier.numbers}
    for place in places:
        try:
            spans = [sentence.span for sentence in dossier.article.passage(place)]
        except KitError as error:
            yield Flaw(item, f"{str(error).rstrip('.')}; mend the number of the sentence.")
            return
        there |= {value for span in spans for value in numbers(dossier.article.cut(span))}
    if address_of(row) or not places:  # a page has figures of its own
        return
    figures = [row[column] for column in sorted(counts) if not is_ratio(column)]
    cure = "is in none of its sentences; copy the number, or write it under numbers"
    yield from numbered(item, figures, there, cure)


def _row(home: Dossier, row: Row, item: str, counts: frozenset[str]) -> Iterator[Flaw]:
    if row.get(EXTRA):
        yield Flaw(item, "It has more cells than there are columns; quote cells that hold commas.")
    for what, columns in NEEDED.items():
        if not _any(row, columns):
            yield Flaw(item, f"It has no {what}; fill in {_asked(row, columns)}.")
    if any(row.get(column) for column in counts) and not _any(row, DEFINITION):
        says = f"Its figure has no definition; say in {_asked(row, DEFINITION)} what is counted."
        yield Flaw(item, says)
    for column in ADDRESSES:
        if row.get(column):
            yield from addressed(item, row[column])
    yield from _told(home, row, item)
    yield from _figures(row, item, counts)
    yield from ratios(row, item)


def _told(home: Dossier, row: Row, item: str) -> Iterator[Flaw]:
    """See that the days and the sentences that a row names are there."""
    for column in row:
        if column in STATED and row[column]:
            yield from stated_on(item, row[column])
        elif column not in ADDRESSES:
            yield from dated(item, row[column])
            if column not in NEEDED["source"]:  # of those `_printed` asks more
                yield from placed(home, (), item, row[column])


def _figures(row: Row, item: str, counts: frozenset[str]) -> Iterator[Flaw]:
    for column in sorted(counts):
        if row.get(column) and not _NUMBER.fullmatch(row[column]):
            says = f"“{row[column]}” in {column} is no number; write digits only, as 1294 or 2.5."
            yield Flaw(item, says)
        elif row.get(column, "").startswith("-"):
            says = f"“{row[column]}” in {column} is below zero, and no count is; mend it."
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
