"""Tables of a class: each opens in pandas, says what the book says, and starts no formula."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from class_books import shipped_book
from support import LESSON, answering, make_exercises, write

from helpers.classroom.book import NO_MOMENT, NO_WORD, ClassBook, moment
from helpers.classroom.rows import WORDS, Rows
from helpers.classroom.safe_cells import safe_cell
from helpers.classroom.student import ClassStudent
from helpers.classroom.tables import write_tables
from helpers.words.card_text import SURE_WORDS
from helpers.words.table_text import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises

FORMULAS = (
    '=HYPERLINK("http://x")',
    "@SUM(A1)",
    "+1+1",
    "-2+3",
    "\t=1",
    "x;=1+1",
    "\uff1d1",
    "\r=1",
)
SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the tables of the shipped class once."""
    folder = tmp_path_factory.mktemp("tables")
    write_tables(shipped_book(), folder)
    return folder


def opened(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / f"{name}.csv", keep_default_na=False, na_values=[""])


def same(table: pd.DataFrame, frame: pd.DataFrame) -> None:
    """Hold a table that was read against the book’s own frame."""
    assert [*table.columns] == [*frame.columns]
    assert len(table) == len(frame) > 0
    for name in frame:
        if pd.api.types.is_float_dtype(frame[name]):
            np.testing.assert_allclose(table[name], frame[name], rtol=1e-5)
        else:
            assert table[name].astype(str).tolist() == frame[name].astype(str).tolist()


def test_all_tables_are_written_and_named(tmp_path: Path) -> None:
    paths = write_tables(shipped_book(), tmp_path)
    assert {path.name for path in paths} == {f"{name}.csv" for name in COLUMNS}
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in paths}


@pytest.mark.parametrize("name", COLUMNS)
def test_each_table_has_the_columns_that_are_explained(folder: Path, name: str) -> None:
    table = opened(folder, name)
    assert [*table.columns] == [column for column, _ in COLUMNS[name]]
    assert len(table)


def test_each_column_is_explained_in_a_table_of_its_own(folder: Path) -> None:
    rows = [tuple(row) for row in opened(folder, "columns").to_numpy()]
    assert rows == [(f"{name}.csv", *column) for name in COLUMNS for column in COLUMNS[name]]


def frame_of(rows: Iterable[tuple[Any, ...]], table: str) -> pd.DataFrame:
    """Set rows of the book beside a table: under the same heads."""
    return pd.DataFrame(rows, columns=[name for name, _ in COLUMNS[table]])


def test_answers_are_those_of_the_book(folder: Path) -> None:
    columns = [name for name, _ in COLUMNS["answers"]]
    table = opened(folder, "answers")
    frame = frame_of(shipped_book().answers.read(*columns), "answers")
    words = table["word"].map({word: at for at, word in enumerate(SURE_WORDS)})
    assert words.fillna(NO_WORD).astype(int).tolist() == frame["word"].tolist()
    seconds = pd.to_datetime(table["at"]).map(lambda at: int(at.timestamp()))
    assert seconds.tolist() == (frame["at"] // 1000).tolist()
    same(table.drop(columns=["word", "at"]), frame.drop(columns=["word", "at"]))
    assert table["score"].between(0, 1)[table["score"].notna()].all()


def test_values_and_slips_are_those_of_the_book(folder: Path) -> None:
    given = ((who, *asked, *rest) for who, asked, *rest in shipped_book().given())
    same(opened(folder, "values"), frame_of(given, "values"))
    slips = shipped_book().slips.read("student", "lesson", "exercise", "item", "slip")
    same(opened(folder, "slips"), frame_of(slips, "slips"))


def test_students_are_those_of_the_book(folder: Path) -> None:
    table, students = opened(folder, "students"), shipped_book().students
    assert table["student"].tolist() == [*range(len(students))]
    assert table["code"].tolist() == [one.code for one in students]
    assert table["workbook"].tolist() == [one.workbook for one in students]
    answered = opened(folder, "answers").query("attempt == 1").groupby("student").size()
    assert table["answered"].tolist() == answered.tolist()


def test_tests_are_those_of_the_book(folder: Path) -> None:
    table = opened(folder, "tests")
    keys = ["student", "lesson", "form"]
    rows = dict([*table.groupby(keys)])
    assert len(rows) == len(shipped_book().tests)
    for test in shipped_book().tests:
        mine = rows[test.student, test.lesson, test.form].set_index("place")
        assert mine["right"].astype(bool).to_dict() == test.right
        assert mine["called_sound"].astype(bool).to_dict() == test.called_sound
        assert {*mine["complete"]} == {int(test.complete)}
    # As an instructor would count it: the share of right answers is that of the answers’ scores.
    items = opened(folder, "answers").query("kind == 'choice' and attempt == 1")
    in_tests = items[items["lesson"].isin(table["lesson"])]
    assert table["right"].mean() == pytest.approx(in_tests["score"].mean())


def test_texts_are_those_of_the_book(folder: Path) -> None:
    table = opened(folder, "texts")
    texts = shipped_book().texts
    assert table["student"].tolist() == [one.student for one in texts]
    assert table["text"].tolist() == [one.text for one in texts]


@pytest.fixture
def small(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, *(write(kind) for kind in ("choice", "write", "estimate")))


def one_student(lesson: LessonExercises, *events: object) -> ClassBook:
    book = ClassBook([lesson])
    book.add(ClassStudent("heron-1", "0" * 16, tuple(events), ()))  # type: ignore[arg-type]
    return book


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_field_or_value_can_start_a_formula(
    small: LessonExercises, tmp_path: Path, formula: str
) -> None:
    book = one_student(
        small,
        answering("label", {"text": [formula]}),
        answering("pick", {"option": ["b"], formula: [formula, "b"]}),
    )
    assert [one.text for one in book.texts] == [formula.strip()]
    write_tables(book, tmp_path)
    hostile = 0
    for path in tmp_path.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        for cell in cells:
            assert not cell.startswith(("\t", "\r", "\n", *SIGNS))
            assert ";=" not in cell
        hostile += sum(cell in {safe_cell(formula), safe_cell(formula.strip())} for cell in cells)
    # The text, the field twice, and its first value.
    assert hostile == 4
    values = opened(tmp_path, "values")
    assert values["exercise"].tolist() == ["pick"] * 3


def test_a_moment_that_is_none_is_empty_and_the_first_and_the_last_year_are_written(
    small: LessonExercises, tmp_path: Path
) -> None:
    at = ("2024-13-45T00:00:00.000Z", "0001-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z")
    some = [answering("pick", {"option": ["a"]}) for _ in at]
    events = [
        type(one)(**{f: getattr(one, f) for f in one.__struct_fields__} | {"at": when, "number": n})
        for n, (one, when) in enumerate(zip(some, at, strict=True))
    ]
    write_tables(one_student(small, *events), tmp_path)
    written = pd.read_csv(tmp_path / "answers.csv", keep_default_na=False)["at"].tolist()
    assert written == ["", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"]
    assert moment(at[0]) == NO_MOMENT


def test_what_is_not_known_is_an_empty_cell(small: LessonExercises, tmp_path: Path) -> None:
    write_tables(one_student(small, answering("label", {"text": ["A baker"]})), tmp_path)
    [row] = opened(tmp_path, "answers").to_dict("records")
    assert (row["lesson"], row["exercise"], row["kind"]) == (LESSON, "label", "write")
    assert all(np.isnan(row[name]) for name in ("score", "sure", "word"))


def test_nobody_makes_tables_with_heads_alone(small: LessonExercises, tmp_path: Path) -> None:
    write_tables(ClassBook([small]), tmp_path)
    lines = {path.stem: path.read_text().splitlines() for path in tmp_path.glob("*.csv")}
    assert {name for name, rows in lines.items() if len(rows) > 1} == {"columns"}
    assert lines["tests"] == [",".join(column for column, _ in COLUMNS["tests"])]


def test_rows_are_read_as_they_were_added_and_grow() -> None:
    rows = Rows(name=WORDS, score="f", at="q")
    assert [*rows.read("name", "at")] == []
    for row in (("b", 0.5, 2**40), ("a", 0.0, -1), ("b", 1.0, 0)):
        rows.add(*row)
    assert len(rows) == 3
    assert [*rows.read("at", "name")] == [(2**40, "b"), (-1, "a"), (0, "b")]
    rows.add("c", 0.25, 1)
    assert [*rows.read("name", "score")] == [("b", 0.5), ("a", 0.0), ("b", 1.0), ("c", 0.25)]


def test_values_stand_beside_whose_they_are(small: LessonExercises) -> None:
    silent = answering("pick", {})
    book = one_student(small, answering("pick", {"option": ["a"]}), silent)
    assert [*book.given()] == [(0, (LESSON, "pick"), 1, "option", "a")]
    assert [*book.given(first=True)] == [*book.given()]


def test_a_row_that_is_too_short_or_too_long_is_refused() -> None:
    rows = Rows(name=WORDS, score="f")
    for row in (("a",), ("a", 1.0, 2.0)):
        with pytest.raises(ValueError, match="zip"):
            rows.add(*row)
