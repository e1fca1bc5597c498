"""Numbers in sentences: with the word for one or for many, with thousands apart, as shares."""

from __future__ import annotations

from math import inf

FEW = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
       "eleven", "twelve")  # fmt: skip
"""Counts that are written as words."""

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Between a number and its sign, so that no line ends between the two."""


def counted(number: int, one: str, many: str) -> str:
    """Say a number with its word.

    >>> counted(1, "answer", "answers")
    '1 answer'
    """
    return f"{number} {one if number == 1 else many}"


def in_words(count: int) -> str:
    """Write a count, a small one as a word.

    >>> in_words(0), in_words(8), in_words(13)
    ('none', 'eight', '13')
    """
    return FEW[count] if count < len(FEW) else number(count)


def number(value: float) -> str:
    """Write a number with its thousands set apart.

    >>> number(19240), number(2.304)
    ('19,240', '2.3')
    """
    return f"{value:,.0f}" if value == round(value) else f"{value:,.2g}"


def tenths(value: float) -> str:
    """Write a number with one decimal, if it has any.

    >>> tenths(10.62), tenths(3)
    ('10.6', '3')
    """
    return f"{value:,.1f}".removesuffix(".0")


def span(low: float, high: float) -> str:
    """Write a range; `inf` is no upper end.

    >>> span(39, inf), span(39, 40), span(39, 39)
    ('39 or more', '39 to 40', '39')
    """
    if high == inf:
        return f"{number(low)} or more"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def percent(part: float) -> str:
    """Write a share, from 0 to 1, in per cent.

    >>> percent(0.005).replace(NO_BREAK, " ")
    '0.5 %'
    """
    return f"{100 * part:.2g}{NO_BREAK}%"


def whole_percent(part: float) -> str:
    """Write a share, from 0 to 1, in whole per cent.

    >>> whole_percent(0.121).replace(NO_BREAK, " ")
    '12 %'
    """
    return f"{round(100 * part)}{NO_BREAK}%"
