"""Sureness of a class: how often it was right with each of the five words."""

from __future__ import annotations

from collections import defaultdict
from math import isnan
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.book import NO_WORD
from helpers.classroom.findings import FEW
from helpers.measures.brier import Brier, brier
from helpers.measures.calibration import WELL, Calibration, Word

if TYPE_CHECKING:
    from helpers.classroom.book import ClassBook


class Said(NamedTuple):
    """A first answer that was scored, and how sure its student was: by the word, as a chance."""

    student: int
    word: int
    sure: float
    score: float


def calibration_of(book: ClassBook) -> Calibration:
    """Compare how sure first answers were with how right, as for one student, over all of them."""
    said = _said(book)
    if not said:
        return Calibration((), None)
    by_word: dict[int, list[Said]] = defaultdict(list)
    for one in said:
        by_word[one.word].append(one)
    words = tuple(
        Word(word, sum(one.score >= WELL for one in some), len(some), _sure(some))
        for word, some in sorted(by_word.items())
    )
    return Calibration(words, fmean(one.sure - one.score for one in said))


def brier_of(book: ClassBook) -> Brier | None:
    """Score how sure first answers were, each against whether it went well."""
    return brier((one.sure, one.score >= WELL) for one in _said(book))


def _sure(said: list[Said]) -> float:
    return fmean(one.sure for one in said)


def _said(book: ClassBook) -> list[Said]:
    """Give the first answers that were scored and of which it is known how sure they were.

    None where too few students were asked: a group so small is not broken down.
    """
    answers = book.answers.read("student", "word", "sure", "score", "attempt")
    said = [
        Said(student, word, sure, score)
        for student, word, sure, score, attempt in answers
        if attempt == 1 and word != NO_WORD and not isnan(score)
    ]
    return said if len({one.student for one in said}) >= FEW else []
