"""Numbers that stand in no source: worked out from others, or brought in from elsewhere."""

from __future__ import annotations

from math import isfinite, prod
from typing import Literal

from helpers.texts.records import Record

NUMBERS = "numbers.yaml"


class Worked(Record, frozen=True, kw_only=True):
    """A number that prose may use, with the numbers that it is worked out `of`.

    One that is `given` is worked out of none; `why` says what it is and where it comes from. `only`
    names the exercise or the cell that alone may use it.
    """

    number: float
    by: Literal["share", "ratio", "sum", "difference", "product", "given"]
    of: tuple[float, ...] = ()
    why: str = ""
    only: str = ""

    def agrees(self) -> bool:
        """Tell whether the number comes out, as exactly as it is written.

        >>> Worked(number=0.5, by="share", of=(40, 8000)).agrees()
        True
        """
        try:
            result = round(self._result(), _decimals(self.number))
        except (ZeroDivisionError, ValueError, OverflowError):
            return False
        return isfinite(result) and result == self.number

    def _result(self) -> float:
        if self.by == "given":
            return self.number
        if self.by in {"sum", "product"}:
            return sum(self.of) if self.by == "sum" else prod(self.of)
        first, second = self.of  # any other number of them is a ValueError
        if self.by == "difference":
            return first - second
        return first / second * (100 if self.by == "share" else 1)


def _decimals(number: float) -> int:
    """Count the decimals that a number is written with.

    >>> _decimals(0.25), _decimals(40.0)
    (2, 0)
    """
    return len(f"{number:.9f}".rstrip("0").partition(".")[2])
