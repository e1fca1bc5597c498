"""Tables of a class for other programs: tidy CSV files, and what each of their columns means."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import isnan
from typing import TYPE_CHECKING

from helpers.classroom.book import NO_MOMENT
from helpers.classroom.safe_cells import write_csv
from helpers.words import card_text
from helpers.words.table_text import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from helpers.classroom.book import ClassBook
    from helpers.classroom.safe_cells import Cell

    Table = Iterable[tuple[Cell, ...]]


EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - all moments are in UTC, and the Z says so


def write_tables(book: ClassBook, folder: Path) -> list[Path]:
    """Write each table of the class, and `columns.csv`, which says what stands in them.

    The tables open in pandas and in a spreadsheet: a row is one thing, a column one fact about it.
    """
    tables: dict[str, Table] = {
        "answers": _answers(book),
        "values": _values(book),
        "slips": book.slips.read("student", "lesson", "exercise", "item", "slip"),
        "students": _students(book),
        "texts": ((one.student, *one.asked, one.text) for one in book.texts),
        "tests": _tests(book),
        "columns": _meanings(),
    }
    for name, rows in tables.items():
        write_csv(folder / f"{name}.csv", _header(name), rows)
    return [folder / f"{name}.csv" for name in tables]


def _header(table: str) -> list[str]:
    return [column for column, _ in COLUMNS[table]]


def _meanings() -> Iterator[tuple[Cell, ...]]:
    for name, columns in COLUMNS.items():
        for column in columns:
            yield f"{name}.csv", *column


def _students(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(book.students):
        yield number, one.code, one.workbook, sum(one.answered.values())


def _answers(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    """Give the answers with the words that were said, and moments that other programs read."""
    words = dict(enumerate(card_text.SURE_WORDS))
    columns = ("student", "lesson", "exercise", "kind", "attempt", "score", "sure", "word", "at")
    for *which, score, sure, word, at in book.answers.read(*columns):
        yield *which, _measure(score), _measure(sure), words.get(word), _moment(at)


def _values(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for student, (lesson, exercise), attempt, field, value in book.given():
        yield student, lesson, exercise, attempt, field, value


def _measure(value: float) -> str:
    return "" if isnan(value) else f"{value:.6g}"


def _moment(at: int) -> str:
    if at == NO_MOMENT:
        return ""
    # Counted from 1970 on, not asked of the system: some know no moment before that.
    return f"{(EPOCH + timedelta(seconds=at // 1000)).isoformat()}Z"


def _tests(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for test in book.tests:
        for place, right in test.right.items():
            sitting = (test.student, test.lesson, test.form)
            yield *sitting, place, int(right), int(test.called_sound[place]), int(test.complete)
