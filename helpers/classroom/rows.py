"""Rows of a table, kept in columns: a class of any size takes no more room than its numbers."""

from __future__ import annotations

from array import array
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORDS = "words"
"""A column of words of which there are few, kept as numbers."""


class Numbered(dict[Any, int]):
    """Words by the number of their first mention.

    >>> numbered = Numbered()
    >>> [numbered[word] for word in ("b", "a", "b")]
    [0, 1, 0]
    """

    def __missing__(self, word: str) -> int:
        """Give a new word the next number."""
        self[word] = number = len(self)
        return number


class Column:
    """One column: words by their numbers, or numbers."""

    def __init__(self, holds: str) -> None:
        """Say what it holds: words, or numbers of a type of `array`."""
        self.words = Numbered() if holds == WORDS else None
        self.kept: array[Any] = array("i" if holds == WORDS else holds)

    def values(self) -> Iterator[Any]:
        """Give what it holds, row by row."""
        if self.words is None:
            return iter(self.kept)
        return map([*self.words].__getitem__, self.kept)


class Rows:
    """Rows of a table; each column holds words, or numbers of a type of `array`.

    >>> rows = Rows(exercise=WORDS, score="f")
    >>> rows.add("hops", 0.5)
    >>> [*rows.read("score", "exercise")]
    [(0.5, 'hops')]
    """

    def __init__(self, **columns: str) -> None:
        """Name the columns, and say what each holds."""
        self._columns = {name: Column(holds) for name, holds in columns.items()}
        self._kept = [*self._columns.values()]

    def add(self, *row: str | float) -> None:
        """Add a row, in the order of the columns."""
        for column, value in zip(self._kept, row, strict=True):
            column.kept.append(value if column.words is None else column.words[value])

    def extend(self, same: Sequence[str | float], *lists: Sequence[str]) -> None:
        """Add as many rows as the lists are long; `same` are the first columns, alike in all.

        >>> rows = Rows(student="i", option=WORDS)
        >>> rows.extend([7], ["yes", "no"])
        >>> [*rows.read("student", "option")]
        [(7, 'yes'), (7, 'no')]
        """
        many = len(lists[0])
        for column, value in zip(self._kept, same, strict=False):
            number = value if column.words is None else column.words[value]
            column.kept.extend(repeat(number, many))
        for column, values in zip(self._kept[len(same) :], lists, strict=True):
            words = column.words
            column.kept.extend(values if words is None else map(words.__getitem__, values))

    def read(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Give these columns, row by row."""
        return zip(*(self._columns[name].values() for name in names), strict=True)

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._kept[0].kept)
