"""Rows of a table, kept in columns: a class of any size takes no more room than its numbers."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = "words"
"""A column of words of which there are few, kept as numbers."""


class Numbered(dict[str, int]):
    """Words by the number of their first mention.

    >>> numbered = Numbered()
    >>> [numbered[word] for word in ("b", "a", "b")]
    [0, 1, 0]
    """

    def __missing__(self, word: str) -> int:
        """Give a new word the next number."""
        self[word] = number = len(self)
        return number


class Rows:
    """Rows that become a data frame; each column holds words, or numbers of a type of `array`.

    >>> rows = Rows(exercise=WORDS, score="f")
    >>> rows.add("hops", 0.5)
    >>> rows.frame().to_dict("list")
    {'exercise': ['hops'], 'score': [0.5]}
    """

    def __init__(self, **columns: str) -> None:
        """Name the columns, and say what each holds."""
        self._words = {name: Numbered() for name, holds in columns.items() if holds == WORDS}
        self._frame: pd.DataFrame | None = None
        self._columns: dict[str, array[Any]] = {
            name: array("i" if holds == WORDS else holds) for name, holds in columns.items()
        }

    def add(self, *row: str | float) -> None:
        """Add a row, in the order of the columns."""
        for (name, column), value in zip(self._columns.items(), row, strict=True):
            column.append(self._words[name][value] if isinstance(value, str) else value)

    def frame(self) -> pd.DataFrame:
        """Give the rows as a data frame; words are a categorical in the order of first mention."""
        # Put together once for all that look at it, and anew when there are more rows.
        if self._frame is None or len(self._frame) < len(self):
            self._frame = pd.DataFrame({name: self._column(name) for name in self._columns})
        return self._frame

    def __len__(self) -> int:
        """Count the rows."""
        return len(next(iter(self._columns.values())))

    def _column(self, name: str) -> pd.Series[float] | pd.Categorical:
        codes = self._columns[name]
        if name not in self._words:
            return pd.Series(np.array(codes))
        words = pd.CategoricalDtype([*self._words[name]])
        return pd.Categorical.from_codes(np.array(codes), dtype=words)


def entries(counts: pd.Series[Any]) -> Iterator[tuple[Any, int]]:
    """Give the counts of a grouped frame, each with its key: a word, or a tuple of words."""
    return zip(counts.index.tolist(), counts.tolist(), strict=True)
