"""A lesson's words and numbers: feedback and pages have them from its texts and its questions."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from helpers.checks.offered import labels, lesson_texts, parts
from helpers.checks.text_numbers import known, worked_out
from helpers.checks.unascribed import declared, plain, unascribed
from helpers.texts.vocabulary import Term
from helpers.topics.numerals import numbered, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.flaws import Flaw
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises


def has_sources(exercises: LessonExercises, item: str, prose: Iterable[str]) -> Iterator[Flaw]:
    """See that the words and numbers of prose are those of a lesson's texts and questions."""
    for says in prose:
        yield from numbered(item, [says], _numbers(exercises, item))
        yield from unascribed(lesson_texts(exercises), item, says, _words(exercises))


def said(exercises: LessonExercises, exercise: Exercise) -> Iterator[Flaw]:
    """See that what an exercise says has its words and numbers from its texts or its question."""
    offered, says = parts(exercise)
    there = _numbers(exercises, exercise.id) | _all(offered)
    yield from numbered(exercise.id, says, there)
    for one in says:
        yield from unascribed(lesson_texts(exercises), exercise.id, one, _words(exercises))


def own(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that a lesson's own numbers come out, and that it is told whose its other words are."""
    made_up = _all(says for one in exercises.file.exercises for says in parts(one).offered)
    for one in exercises.file.numbers:
        there = _numbers(exercises, one.only) | made_up
        yield from worked_out([one], there, "numbers, ")
    yield from declared(exercises.file.other_words)


def _numbers(exercises: LessonExercises, item: str) -> frozenset[float]:
    """Give the numbers to be used: those of the texts, those worked out, and the minutes."""
    file = exercises.file
    worked = {one.number for one in file.numbers if one.only in {"", item}}
    return frozenset({*worked, file.minutes, file.extra_minutes}).union(
        *map(known, lesson_texts(exercises))
    )


@lru_cache(maxsize=32)
def _words(exercises: LessonExercises) -> tuple[str, ...]:
    """Give the words that stand on a lesson's cards to choose, to sort or to press, and others."""
    cards = [word for one in exercises.file.exercises for word in (*labels(one), one.commit_label)]
    terms = [term.label for vocabulary in Term.__subclasses__() for term in vocabulary]
    return tuple(map(plain, [*cards, *terms, *exercises.file.other_words]))


def _all(prose: Iterable[str]) -> set[float]:
    return {value for says in prose for value in numbers(says)}
