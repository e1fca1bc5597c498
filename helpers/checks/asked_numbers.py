"""The numbers of a lesson: feedback and pages have none but those of its texts and its questions.

A question may make up its own: what is asked and says that it is constructed, and the options,
items and examples that it offers. The right option offers none of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpers.checks.prose import NOT_PROSE, prose, texts_named
from helpers.checks.text_numbers import known, worked_out
from helpers.errors import KitError
from helpers.topics.numerals import numbered, numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.flaws import Flaw
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises

OFFERED = "text"
"""The field in which every kind has what it offers: an option, an item, a version, a model."""
MADE_UP = "(constructed"


def lesson_numbers(exercises: LessonExercises, item: str) -> frozenset[float]:
    """Give the numbers that an exercise or a cell may use, of the texts or worked out."""
    found = {one.number for one in exercises.file.numbers if one.only in {"", item}}
    for text in _texts(exercises):
        try:
            found |= known(exercises.article.sibling(text))
        except KitError:  # a finding of its own
            continue
    return frozenset(found)


def own_numbers(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that the numbers that a lesson works out come out, of numbers that it has."""
    made_up = _all(says for one in exercises.file.exercises for says in _parts(one)[0])
    for one in exercises.file.numbers:
        there = lesson_numbers(exercises, one.only) | made_up
        yield from worked_out([one], there, "numbers, ")


def asked_numbers(exercises: LessonExercises, exercise: Exercise) -> Iterator[Flaw]:
    """See that what an exercise says has no numbers but those of its texts and its question."""
    offered, said = _parts(exercise)
    yield from numbered(exercise.id, said, lesson_numbers(exercises, exercise.id) | _all(offered))


def _texts(exercises: LessonExercises) -> Iterable[str]:
    file = exercises.file
    asked = [one.article for one in file.exercises if one.article]
    return dict.fromkeys(
        [file.article, exercises.article.about.also_read, *asked, *texts_named(file)]
    )


def _all(prose: Iterable[str]) -> set[float]:
    return {value for says in prose for value in numbers(says)}


def _parts(exercise: Exercise) -> tuple[list[str], list[str]]:
    """Tell what an exercise offers, with numbers of its own, from what it says."""
    offered: list[str] = []
    said: list[str] = []
    waiting: list[Any] = [exercise]
    while waiting:
        value = waiting.pop()
        if isinstance(value, (tuple, list)):
            waiting += value
        elif isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                inner = getattr(value, name)
                free = name == OFFERED and not getattr(value, "right", False)
                if free or (isinstance(inner, str) and MADE_UP in inner):
                    offered += prose(inner)
                elif isinstance(inner, str):
                    said += [inner] if name not in NOT_PROSE else []
                else:
                    waiting.append(inner)
    return offered, said
