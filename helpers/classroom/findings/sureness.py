"""Sureness of a class: how often it was right with each of the five words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.book import NO_WORD
from helpers.classroom.findings import FEW
from helpers.measures.calibration import NEAR, WELL, Calibration, Word

if TYPE_CHECKING:
    from helpers.classroom.book import ClassBook


def calibration_of(book: ClassBook) -> Calibration:
    """Compare how sure first answers were with how right, as for one student, over all of them.

    Nothing is said where too few students were asked.
    """
    asked = book.answers.query(f"attempt == 1 and word != {NO_WORD} and score == score")
    if asked["student"].nunique() < FEW:
        return Calibration((), None)
    well = asked.assign(well=asked["score"] >= WELL).groupby("word")
    words = tuple(
        Word(int(str(word)), int(rows["well"].sum()), len(rows), float(rows["sure"].mean()))
        for word, rows in well
    )
    gap = float((asked["sure"] - asked["score"]).mean())
    return Calibration(words, gap if abs(gap) > NEAR else 0)
