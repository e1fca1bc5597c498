"""The gradebook: the instructor's own export again, with completion and score of each lesson.

All her cells stay as they are. The code names leave the file: on a server, they would tell who is
who in everything else that the class handed in.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.lms import FULL, POINTS, RowKind
from helpers.classroom.roster import same_code
from helpers.classroom.safe_cells import safe_cell
from helpers.classroom.scores import as_one
from helpers.classroom.sheet import Row, value, written
from helpers.classroom.whole_file import whole_file
from helpers.errors import KitError
from helpers.words import gradebook_text as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from helpers.classroom.lms import Lms
    from helpers.classroom.roster import Roster
    from helpers.classroom.scores import LessonScore, StudentScores

    Work = dict[str, StudentScores]
    """The work of the students of a roster, by their code names as these compare."""


class GradebookResult(NamedTuple):
    """What became of a gradebook: how many students were filled in, and what could not be.

    `unmatched` names work whose code name the roster does not list, by code name or workbook;
    `without_work` counts the students of the export who got nothing. `problems` are sentences.
    """

    path: Path
    filled: int
    unmatched: tuple[str, ...]
    without_work: int
    problems: tuple[str, ...]


class Column(NamedTuple):
    """A column that we fill; `at` is its place where the export has it already."""

    name: str
    lesson: str
    is_score: bool
    at: int | None


def fill_gradebook(
    roster: Roster, out: Path, scores: Iterable[StudentScores], lms: Lms
) -> GradebookResult:
    """Write the export of the roster with two more columns for each lesson that was begun.

    Both are whole per cents. Columns that are there already are filled anew, for students with
    work only. Two workbooks with one code name of the roster are one student, see `as_one`.
    Raises KitError if the export is none of this platform.
    """
    if out.resolve() == roster.sheet.path.resolve():
        raise KitError(words.NOT_OVER_ITSELF.format(file=out.name))
    work, unmatched = by_code(scores, roster)
    filling = Filling(roster, lms, work)
    with whole_file(out, bom=roster.sheet.bom) as file:
        file.writelines(filling.lines())
    problems = (*roster.problems, *filling.problems)
    return GradebookResult(out, filling.filled, unmatched, filling.without_work, problems)


def by_code(scores: Iterable[StudentScores], roster: Roster) -> tuple[Work, tuple[str, ...]]:
    """Give the work of each code name of the roster, and name the work of all others."""
    work: Work = {}
    unmatched = []
    for one in scores:
        code = same_code(one.code)
        if code in roster.codes:
            work[code] = as_one(work[code], one) if code in work else one
        else:
            unmatched.append(one.code or one.workbook)
    return work, tuple(unmatched)


class Filling:
    """An export being filled, row by row."""

    def __init__(self, roster: Roster, lms: Lms, work: Work) -> None:
        """Look at the header, and see which columns there will be."""
        self.sheet, self.code_at, self.lms, self.work = roster.sheet, roster.code_at, lms, work
        self.header = self.sheet.header
        lms.check(self.sheet, self._without_code(self.header))
        self.columns = tuple(_columns(work, self.header))
        self.new = [column for column in self.columns if column.at is None]
        self.problems: list[str] = []
        self.filled = self.without_work = 0

    def lines(self) -> Iterator[str]:
        """Give the lines of the filled gradebook."""
        rows = self.sheet.rows()
        header = next(rows)
        end = header.end or "\r\n"
        names = [written(column.name, self.sheet.separator) for column in self.new]
        yield self.sheet.line([*self._without_code(header.cells), *names], end)
        if self.new and self.lms.has_points and not self._has_points():
            blank = [""] * (len(self.header) - 2)
            yield self.sheet.line([POINTS, *blank, *(FULL for _ in self.new)], end)
        for number, row in enumerate(rows, 2):
            yield self._filled(number, row)

    def _filled(self, number: int, row: Row) -> str:
        """Give a row with its new cells, and whatever is filled anew."""
        # A line with nothing in it, as at the end of many files, is no row.
        if row.cells == [""]:
            return row.end
        cells = [*row.cells, *("" for _ in self.header[len(row.cells) :])]
        if len(cells) > len(self.header):
            raise KitError(words.ROW_TOO_LONG.format(row=number, file=self.sheet.name))
        kind = self.lms.kind([value(cell) for cell in self._without_code(cells)])
        mine = self.work.get(same_code(value(cells[self.code_at])))
        if kind is RowKind.STUDENT:
            self.filled += mine is not None
            self.without_work += mine is None
        scores = {one.lesson: one for one in mine.lessons} if mine else {}
        new = []
        for column in self.columns:
            if column.at is None:
                new.append(self._cell(kind, scores, column))
            elif kind is RowKind.STUDENT and mine:
                cells[column.at] = self._cell(kind, scores, column)
            elif kind is RowKind.POINTS:
                self._see_points(column, value(cells[column.at]))
        return self.sheet.line([*self._without_code(cells), *new], row.end)

    def _cell(self, kind: RowKind, scores: dict[str, LessonScore], column: Column) -> str:
        if kind is RowKind.POINTS:
            return FULL
        if kind is RowKind.OTHER:
            return ""
        one = scores.get(column.lesson)
        share = one and (one.score if column.is_score else one.answered / one.asked)
        return self.lms.no_grade if share is None else str(_percent(share))

    def _see_points(self, column: Column, points: str) -> None:
        if points.strip() and not re.fullmatch(r"\s*100(?:[.,]0*)?\s*", points):
            says = words.NOT_100_POINTS.format(column=column.name, points=points.strip())
            self.problems.append(says)

    def _has_points(self) -> bool:
        rows = (self._without_code(row.cells) for row in self.sheet.rows())
        return any(cells and POINTS.strip() in value(cells[0]) for cells in rows)

    def _without_code(self, cells: Sequence[str]) -> list[str]:
        return [cell for at, cell in enumerate(cells) if at != self.code_at]


def _columns(work: Work, header: Sequence[str]) -> Iterator[Column]:
    """Give the columns of all lessons that somebody began, in the order of the lessons."""
    begun: dict[str, list[LessonScore]] = {}
    for student in work.values():
        for one in student.lessons:
            if one.answered:
                begun.setdefault(one.lesson, []).append(one)
    # Two columns of one name would be one to Canvas, and one lesson's grades would be lost.
    titles = Counter(some[0].title for some in begun.values())
    for lesson, some in sorted(begun.items()):
        title = some[0].title
        title = f"{lesson} {title}" if titles[title] > 1 else title
        yield _column(words.COMPLETION.format(title=title), lesson, header, is_score=False)
        if any(one.score is not None for one in some):
            yield _column(words.SCORE.format(title=title), lesson, header, is_score=True)


def _column(name: str, lesson: str, header: Sequence[str], *, is_score: bool) -> Column:
    name = safe_cell(name)
    # Moodle exports a column as “Name (Real)”, Canvas as “Name (12345)”.
    there = (at for at, head in enumerate(header) if f"{head.strip()} (".startswith(f"{name} ("))
    return Column(name, lesson, is_score, next(there, None))


def _percent(share: float) -> int:
    """Give a share from 0 to 1 in whole per cent; 100 only where nothing is missing."""
    return 100 if share > 1 - 1e-9 else min(99, round(100 * share))
