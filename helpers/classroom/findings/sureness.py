"""Sureness of a class: how often it was right with each of the five words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.book import NO_WORD
from helpers.classroom.findings import FEW
from helpers.measures.brier import Brier, brier
from helpers.measures.calibration import NEAR, WELL, Calibration, Word

if TYPE_CHECKING:
    import pandas as pd

    from helpers.classroom.book import ClassBook


def calibration_of(book: ClassBook) -> Calibration:
    """Compare how sure first answers were with how right, as for one student, over all of them."""
    asked = _asked(book)
    if asked.empty:
        return Calibration((), None)
    well = asked.assign(well=asked["score"] >= WELL).groupby("word")
    words = tuple(
        Word(int(str(word)), int(rows["well"].sum()), len(rows), float(rows["sure"].mean()))
        for word, rows in well
    )
    gap = float((asked["sure"] - asked["score"]).mean())
    return Calibration(words, gap if abs(gap) > NEAR else 0)


def brier_of(book: ClassBook) -> Brier | None:
    """Score how sure first answers were, each against whether it went well."""
    asked = _asked(book)
    return brier(zip(asked["sure"].tolist(), (asked["score"] >= WELL).tolist(), strict=True))


def _asked(book: ClassBook) -> pd.DataFrame:
    """Give the first answers that were scored and of which it is known how sure they were.

    None where too few students were asked: a group so small is not broken down.
    """
    asked = book.answers.query(f"attempt == 1 and word != {NO_WORD} and score == score")
    return asked if asked["student"].nunique() >= FEW else asked.iloc[:0]
