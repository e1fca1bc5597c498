"""The roster: the instructor's own export of her gradebook, to which she added a column “code”.

The code names are known to nobody but her, and this is the only file in which they stand beside
names: it is read, and no code name is ever written into what goes back.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.sheet import Sheet, read_sheet, value
from helpers.errors import KitError
from helpers.words import gradebook_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CODE_COLUMNS = frozenset(("code", "code name", "codename"))
"""What the column of code names may be called, in any capitals."""
KNOWN_BY = ("Email address", "ID number", "Username", "Student", "ID", "SIS User ID",
            "SIS Login ID")  # fmt: skip
"""By which columns Moodle and Canvas know a student, for whoever asks which to keep."""


class Roster(NamedTuple):
    """The export as it was read, and the code names that it lists, each for one student.

    `code_at` is the place of their column. `problems` are sentences for the instructor.
    """

    sheet: Sheet
    code_at: int
    codes: frozenset[str]
    problems: tuple[str, ...]


def read_roster(path: Path) -> Roster:
    """Read an export with a column “code”; raises KitError if it is none."""
    sheet = read_sheet(path, lambda header: bool(_code_columns(header)))
    columns = _code_columns(sheet.header)
    if not columns:
        raise KitError(words.NO_CODE_COLUMN.format(file=path.name))
    if len(columns) > 1:
        raise KitError(words.TWO_CODE_COLUMNS.format(file=path.name))
    if len(sheet.header) == 1:
        known = ", ".join(KNOWN_BY[:-1]) + f" or {KNOWN_BY[-1]}"
        raise KitError(words.ONLY_CODES.format(file=path.name, known=known))
    rows, empty = _listed(sheet, columns[0])
    codes = frozenset(code for code, at in rows.items() if len(at) == 1)
    return Roster(sheet, columns[0], codes, tuple(_problems(rows, empty)))


def same_code(written: str) -> str:
    """Write a code name so that it compares with others, however a person typed it.

    >>> same_code(" Amber Heron-27"), same_code("amber-heron-27")
    ('amber-heron-27', 'amber-heron-27')
    """
    # As a student's own code name is tidied, see `read_code_name`; capitals are forgotten besides.
    return unicodedata.normalize("NFC", "-".join(written.split())).casefold()


def _code_columns(header: list[str]) -> list[int]:
    names = (" ".join(name.replace("_", " ").replace("-", " ").split()) for name in header)
    return [at for at, name in enumerate(names) if name.casefold() in CODE_COLUMNS]


def _listed(sheet: Sheet, code_at: int) -> tuple[Mapping[str, list[int]], list[int]]:
    """Give the rows of each code name, and the rows that are empty."""
    rows: defaultdict[str, list[int]] = defaultdict(list)
    empty = []
    for number, row in enumerate(sheet.rows(), 1):
        if len(row.cells) > 1 and not any(value(cell).strip() for cell in row.cells):
            empty.append(number)
        code = same_code(value(row.cells[code_at])) if code_at < len(row.cells) else ""
        if code and number > 1:
            rows[code].append(number)
    return rows, empty


def _problems(rows: Mapping[str, list[int]], empty: list[int]) -> Iterator[str]:
    for code, at in rows.items():
        if len(at) > 1:
            yield words.listed_twice(code, at)
    if empty:
        yield words.empty_rows(empty)
