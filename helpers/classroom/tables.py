"""Tables of a class for other programs: tidy CSV files, and what each of their columns means."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from helpers.classroom.book import NO_WORD
from helpers.classroom.safe_cells import write_csv
from helpers.words import card_text
from helpers.words.table_text import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from helpers.classroom.book import ClassBook
    from helpers.classroom.safe_cells import Cell

    Table = Iterable[tuple[Cell, ...]]


def write_tables(book: ClassBook, folder: Path) -> list[Path]:
    """Write each table of the class, and `columns.csv`, which says what stands in them.

    The tables open in pandas and in a spreadsheet: a row is one thing, a column one fact about it.
    """
    tables: dict[str, Table] = {
        "students": _students(book),
        "answers": _answers(book),
        "values": book.values.itertuples(index=False, name=None),
        "slips": book.slips.itertuples(index=False, name=None),
        "texts": ((one.student, *one.asked, one.text) for one in book.texts),
        "tests": _tests(book),
    }
    written = []
    for name, rows in tables.items():
        path = folder / f"{name}.csv"
        write_csv(path, [column for column, _ in COLUMNS[name]], rows)
        written.append(path)
    columns = folder / "columns.csv"
    meanings = ((f"{name}.csv", *column) for name, columns in COLUMNS.items() for column in columns)
    write_csv(columns, ("file", "column", "meaning"), meanings)
    return [*written, columns]


def _students(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(book.students):
        yield number, one.code, one.workbook, sum(one.answered.values())


def _answers(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for *row, score, sure, word, at in book.answers.itertuples(index=False, name=None):
        said = "" if word == NO_WORD else card_text.SURE_WORDS[word]
        yield *row, score, sure, said, _moment(at)


def _tests(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for test in book.tests:
        for place, right in test.right.items():
            sitting = (test.student, test.lesson, test.form)
            yield *sitting, place, int(right), int(test.called_sound[place]), int(test.complete)


def _moment(milliseconds: int) -> str:
    """Write a moment, or nothing where the clock named none."""
    if not milliseconds:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).isoformat(timespec="seconds")
