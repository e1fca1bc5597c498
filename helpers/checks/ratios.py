"""Columns that are worked out of others: `wounded_per_killed` and `killed_pct_of_unit` must agree.

Each end of the name begins the name of another column: what is divided, and by what.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from helpers.flaws import Flaw
from helpers.texts.worked import Worked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_RATIO = re.compile(r"(?P<part>[a-z]+)_(?P<how>per|pct_of)_(?P<whole>[a-z]+)")
_FIGURE = re.compile(r"\d+(?:\.\d+)?", re.ASCII)


def is_ratio(column: str) -> bool:
    """Tell whether a column is worked out of others.

    >>> is_ratio("wounded_per_killed"), is_ratio("killed")
    (True, False)
    """
    return _RATIO.fullmatch(column) is not None


def ratios(row: Mapping[str, str], item: str) -> Iterator[Flaw]:
    """See that every ratio of a row comes out of its own figures, as exactly as it is written."""
    for column in filter(is_ratio, row):
        found = _RATIO.fullmatch(column)
        ends = (
            [_figure(row, name, column) for name in found.group("part", "whole")] if found else []
        )
        if not found or not _FIGURE.fullmatch(row[column]) or not all(ends):
            continue
        of = tuple(map(float, ends))
        by: Literal["ratio", "share"] = "ratio" if found["how"] == "per" else "share"
        if not Worked(number=float(row[column]), by=by, of=of).agrees():
            says = f"{column} is not {row[column]} for {' and '.join(ends)}; mend one of the three."
            yield Flaw(item, says)


def _figure(row: Mapping[str, str], name: str, ratio: str) -> str:
    """Give the figure in the first other column whose name begins so, or ""."""
    cells = (row[column] for column in row if column != ratio and column.split("_")[0] == name)
    return next(filter(_FIGURE.fullmatch, cells), "")
