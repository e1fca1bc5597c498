"""A table that somebody made with pandas: shown whole, as the tables of the kit are."""

from __future__ import annotations

from math import isfinite
from numbers import Real
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.view.markup import Markup, element
from helpers.view.pages import page
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from pandas import DataFrame


def render_frame(frame: DataFrame) -> Markup:
    """Render the rows of a table under their heads; a missing value is an empty cell, not a NaN.

    Raises KitError where it is no table: a single column of one is none.
    """
    # Asked of what it has: to load pandas for its name alone would slow the start of every lesson.
    if not hasattr(frame, "columns"):
        raise KitError(figure_text.NO_TABLE)
    # pandas has several values for what is missing, and some of them can be compared with nothing.
    whole = frame.astype(object).where(frame.notna(), None)
    cells = [[_written(value) for value in row] for row in whole.itertuples(index=False)]
    caption = figure_text.rows_found(len(cells))
    heads = list(map(str, frame.columns))
    # A table without a column has nothing that could name its rows.
    body = table(caption, heads, cells) if heads else element("p", caption)
    return page(element("div", body, class_="wide"), name=figure_text.FOUND)


def _written(value: object) -> str:
    if value is None:
        return ""
    # A truth value is a number to Python, and to nobody else.
    if isinstance(value, Real) and not isinstance(value, bool) and isfinite(value):
        return number(float(value))
    return str(value)
