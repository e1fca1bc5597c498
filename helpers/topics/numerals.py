"""Numbers in prose, in digits and in words, and the rule that each has a place it comes from.

Years and days are none. Whole numbers up to twelve count what stands beside them (“three rows”),
and pass.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.flaws import Flaw
from helpers.topics.days import without_dates
from helpers.topics.phrases import SCALES, SMALL, TENS, read_number

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

COUNTED = 12
NOWHERE = "stands in no source; mend it, or write under numbers what it is worked out of"
_SCALE = "|".join(SCALES)
_WORDS = rf"(?:{'|'.join((*SMALL, *TENS, *SCALES))})"
_NUMBER = re.compile(
    r"(?<![\w.,])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?!\w|[.,]\d)"
    rf"(?: (?:{_SCALE})\b)?"
    rf"|\b(?:an? (?=hundred|thousand|million))?{_WORDS}(?:(?:-| and | ){_WORDS})*\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_ONE_IN = re.compile(
    r"\b(?:in|of|per|out of) (?:a |an |every )?(?:hundred|thousand|million|100|1,000|1,000,000)\b"
)
"""“One in a hundred” is a share, and no hundred was counted."""
_QUOTED = re.compile(r"“[^“”]*”")
_NOT_PROSE = re.compile(r"\]\([^()\s]*\)|https?://\S+|`[^`]*`")


def numbers(says: str) -> dict[float, str]:
    """Give the numbers of prose, with how each is written.

    >>> numbers("By 3 May 2024 forty of 1,294 had come, or 3.1 per cent.")
    {40.0: 'forty', 1294.0: '1,294', 3.1: '3.1'}
    """
    left = _ONE_IN.sub(" ", without_dates(_NOT_PROSE.sub(" ", says)))
    found: dict[float, str] = {}
    for written in (one[0] for one in _NUMBER.finditer(left)):
        value = None if _YEAR.fullmatch(written) else _value(written.casefold())
        if value is not None:
            found.setdefault(value, written)
    return found


def cell_numbers(cell: str) -> dict[float, str]:
    """Give the numbers of a cell; one that stands alone is a figure, and never a year.

    >>> cell_numbers("1667"), cell_numbers("in 1667, of 5,000")
    ({1667.0: '1667'}, {5000.0: '5,000'})
    """
    return {float(cell): cell} if _FIGURE.fullmatch(cell) else numbers(cell)


def numbered(
    item: str, prose: Iterable[str], there: Collection[float], fault: str = NOWHERE
) -> Iterator[Flaw]:
    """See that every number of prose is there; words in quotation marks are somebody else's.

    >>> [flaw.says[:12] for flaw in numbered("C01", ["Forty of two.", "400."], {40})]
    ['“400” stands']
    """
    for says in prose:
        for value, written in numbers(_QUOTED.sub(" ", says)).items():
            if value not in there and not (value <= COUNTED and value == int(value)):
                yield Flaw(item, f"“{written}” {fault}.")


def _value(written: str) -> float | None:
    return float(written) if _DECIMAL.fullmatch(written) else read_number(written)
