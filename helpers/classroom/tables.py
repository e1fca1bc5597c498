"""Tables of a class for other programs: tidy CSV files, and what each of their columns means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.classroom.book import NO_MOMENT
from helpers.classroom.safe_cells import write_csv, write_frame
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
    frames = {"answers": _answers(book), "values": book.all_given, "slips": book.slips}
    lists: dict[str, Table] = {
        "students": _students(book),
        "texts": ((one.student, *one.asked, one.text) for one in book.texts),
        "tests": _tests(book),
        "columns": _meanings(),
    }
    for name, frame in frames.items():
        write_frame(folder / f"{name}.csv", _header(name), frame)
    for name, rows in lists.items():
        write_csv(folder / f"{name}.csv", _header(name), rows)
    return [folder / f"{name}.csv" for name in (*frames, *lists)]


def _header(table: str) -> list[str]:
    return [column for column, _ in COLUMNS[table]]


def _meanings() -> Iterator[tuple[Cell, ...]]:
    for name, columns in COLUMNS.items():
        for column in columns:
            yield f"{name}.csv", *column


def _students(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(book.students):
        yield number, one.code, one.workbook, sum(one.answered.values())


def _answers(book: ClassBook) -> pd.DataFrame:
    """Give the answers with the words that were said, and moments that other programs read."""
    words = pd.CategoricalDtype([*card_text.SURE_WORDS])
    answers = book.answers
    at = pd.to_datetime(answers["at"].where(answers["at"] != NO_MOMENT), unit="ms")
    return answers.assign(
        word=pd.Categorical.from_codes(answers["word"], dtype=words),
        at=at,
    )


def _tests(book: ClassBook) -> Iterator[tuple[Cell, ...]]:
    for test in book.tests:
        for place, right in test.right.items():
            sitting = (test.student, test.lesson, test.form)
            yield *sitting, place, int(right), int(test.called_sound[place]), int(test.complete)
