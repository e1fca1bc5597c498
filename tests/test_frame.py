"""A table of a student's own: whole, without an index, and nothing of pandas in its cells."""

from __future__ import annotations

import sys
from typing import Any

import pandas as pd
import pytest
from reader import Node, parse
from support import HOSTILE, shown

from helpers.errors import KitError
from helpers.lesson import open_lesson
from helpers.view.frame import render_frame
from helpers.words import figure_text

LONG = ", a statement that is much longer than pandas would show in a cell" * 3


def drawn(**columns: list[Any]) -> Node:
    return parse(render_frame(pd.DataFrame(columns)))


def cells(page: Node) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")]


def test_every_cell_is_whole_and_what_is_missing_is_empty() -> None:
    missing = [None, float("nan"), pd.NA, pd.NaT]
    page = drawn(says=[LONG, "b", "c", "d"], gone=missing, counted=[39.0, 1200, None, 0.5])
    assert cells(page) == [
        ["says", "gone", "counted"],
        [LONG, "", "39"],
        ["b", "", "1,200"],
        ["c", "", ""],
        ["d", "", "0.5"],
    ]
    assert page.all("caption")[0].text == "Your code found 4 rows."


@pytest.mark.parametrize("value", [float("inf"), True, 7, "x", (1, 2)])
def test_whatever_a_cell_holds_is_shown(value: object) -> None:
    assert cells(drawn(a=["name"], b=[value]))[1][1] == str(value)


def test_a_table_without_rows_or_columns_says_so() -> None:
    assert "found 0 rows" in drawn(a=[]).text
    assert "found 0 rows" in drawn().text


def test_a_single_column_is_no_table_and_the_sentence_says_what_to_write() -> None:
    with pytest.raises(KitError, match="two pairs of brackets"):
        render_frame(pd.Series([1]))  # type: ignore[arg-type]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_cells_are_shown_as_text(hostile: str) -> None:
    assert cells(drawn(a=[hostile], b=[hostile]))[1] == [shown(hostile)] * 2


def test_the_cell_of_the_lesson_shows_who_gave_a_number_of_dead() -> None:
    lesson = open_lesson("04-forty")
    figures = lesson.table("nk_figures")
    dead = figures.dropna(subset=["killed_low"])[["date", "claimant", "killed_low", "killed_high"]]
    page = parse(lesson.as_table(dead).markup)
    assert page.all("section")[0].attrs["aria-label"] == figure_text.FOUND
    rows = cells(page)[1:]
    assert len(rows) == len(dead)
    # A floor has no upper number, and its cell says nothing.
    assert next(row for row in rows if row[0] == "2024-12-19")[2:] == ["100", ""]


def test_without_pandas_a_sentence_says_where_there_is_some(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KitError, match="a browser alone has none: open the lesson on Binder"):
        open_lesson("04-forty").table("nk_figures")
