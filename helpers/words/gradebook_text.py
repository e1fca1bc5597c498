"""Words about the roster and the filled gradebook, which an instructor reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMED = 5
"""So many rows are named one by one; the rest is counted."""

COMPLETION = "{title} – completion"
SCORE = "{title} – score"

CANNOT_READ = "{file} cannot be read: check that it is there and that you may open it."
CANNOT_WRITE = (
    "{file} cannot be written: close it wherever it is open, or choose a folder that you may "
    "write to."
)
TOO_LARGE = "{file} is larger than {most} MB: export the gradebook of one course."
NOT_A_CSV = "{file} is no CSV file: open it in your spreadsheet and save it as “CSV UTF-8”."
EMPTY = "{file} is empty: export the gradebook again."
NO_CODE_COLUMN = (
    "{file} has no column “code”: add one to the gradebook that you exported, and write each "
    "student’s code name in it."
)
TWO_CODE_COLUMNS = "{file} has two columns for code names: keep one of them."
ONLY_CODES = (
    "{file} has no column but “code”: keep the columns by which your learning platform knows a "
    "student, such as {known}."
)
ROW_TOO_LONG = (
    "Row {row} of {file} has more cells than there are columns: export the gradebook again."
)
NOT_OVER_ITSELF = "{file} is your own export: choose another name for the filled gradebook."

NOT_CANVAS = (
    "{file} is no gradebook from Canvas, which begins with the columns Student and ID: export it "
    "from Canvas again, or say “--lms moodle”."
)
NOT_MOODLE = "{file} is a gradebook from Canvas: say “--lms canvas”."
CANVAS_READS = (
    "Canvas does not read the tabs between the columns of {file}: save it as “CSV UTF-8” and try "
    "again."
)
NOT_100_POINTS = (
    "“{column}” is worth {points} points in Canvas, and the gradebook gives per cent: set it to "
    "100 points before you import the file."
)


def listed_twice(code: str, rows: Sequence[int]) -> str:
    """Say that nobody can tell whose a code name is."""
    return (
        f"The code name {code} is in {_rows(rows)}, so none of these rows was filled in: correct "
        "it in your export and make the report again."
    )


def empty_rows(rows: Sequence[int]) -> str:
    """Say which rows are empty; Moodle takes none of a file in which one has no student."""
    is_or_are = "is" if len(rows) == 1 else "are"
    them = "it" if len(rows) == 1 else "them"
    there = _rows(rows)
    return (
        f"{there[0].upper()}{there[1:]} {is_or_are} empty: delete {them} before you import the "
        "filled gradebook."
    )


def _rows(rows: Sequence[int]) -> str:
    """Name rows as a spreadsheet numbers them.

    >>> _rows([7]), _rows([3, 7, 9])
    ('row 7', 'rows 3, 7 and 9')
    >>> _rows(range(2, 12))
    'rows 2, 3, 4, 5, 6 and 5 others'
    """
    if len(rows) == 1:
        return f"row {rows[0]}"
    named = [str(row) for row in rows[:NAMED]]
    left = len(rows) - len(named)
    last = counted(left, "other", "others") if left else named.pop()
    return f"rows {', '.join(named)} and {last}"
