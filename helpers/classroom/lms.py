"""The learning platforms whose gradebooks are filled: how each writes its export.

Moodle (`grade/export/txt`, `grade/import/csv`) and Canvas (`gradebook_exporter.rb`,
`gradebook_importer.rb`), as their sources stood in 2026.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from helpers.classroom.safe_cells import NO_GRADE
from helpers.errors import KitError
from helpers.words import gradebook_text as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.sheet import Sheet

FULL = "100"
"""Completion and score are whole per cents: a new grade in Moodle is out of 100, and a number
without decimals is the same in every country."""
POINTS = "    Points Possible"
"""How Canvas begins the row that says what each column is worth."""
_CANVAS_HEADERS = (["Student", "ID"], ["LastName", "FirstName", "ID"])
_POSTING = re.compile(r"\s*(?:muted|manual posting.*)?\s*", re.IGNORECASE | re.DOTALL)


class RowKind(Enum):
    """What a row below the header is about."""

    STUDENT = "student"
    POINTS = "points"
    OTHER = "other"


class Lms:
    """A learning platform; rows come to it without the column of code names."""

    no_grade: ClassVar[str]
    """What is written for a student who has no grade."""
    has_points: ClassVar[bool] = False
    """Whether a row says how much each column is worth."""

    def check(self, sheet: Sheet, header: Sequence[str]) -> None:
        """Raise KitError if this is no export of hers."""
        raise NotImplementedError

    def kind(self, cells: Sequence[str]) -> RowKind:
        """Tell what a row is about."""
        return RowKind.STUDENT if any(cell.strip() for cell in cells) else RowKind.OTHER


class Moodle(Lms):
    """Moodle: headers in the language of the site, any separator, one row for each student."""

    # Moodle's own sign. Before version 4, an empty cell of a new column became a grade of 0.
    no_grade = NO_GRADE

    def check(self, sheet: Sheet, header: Sequence[str]) -> None:
        """Refuse what comes from Canvas; all else may be Moodle in some language."""
        if _is_canvas(header):
            raise KitError(words.NOT_MOODLE.format(file=sheet.name))


class Canvas(Lms):
    """Canvas: two rows between header and students say what columns are worth and how posted.

    A column with a new name becomes an assignment; Canvas finds its points in the row
    “Points Possible”.
    """

    no_grade = ""
    has_points = True

    def check(self, sheet: Sheet, header: Sequence[str]) -> None:
        """Refuse what Canvas would refuse."""
        if not _is_canvas(header):
            raise KitError(words.NOT_CANVAS.format(file=sheet.name))
        if sheet.separator == "\t":
            raise KitError(words.CANVAS_READS.format(file=sheet.name))

    def kind(self, cells: Sequence[str]) -> RowKind:
        """Tell students from the two rows above them, as Canvas itself does."""
        if POINTS.strip() in cells[0]:
            return RowKind.POINTS
        is_posting = all(_POSTING.fullmatch(cell) for cell in cells)
        return RowKind.OTHER if is_posting else RowKind.STUDENT


LMS: dict[str, Lms] = {"moodle": Moodle(), "canvas": Canvas()}
"""The platforms by the name that an instructor gives them."""


def _is_canvas(header: Sequence[str]) -> bool:
    names = [name.strip() for name in header]
    return any(names[: len(known)] == known for known in _CANVAS_HEADERS)
