"""What a lesson offers with words and numbers of its own, and what it says of its texts.

A question may make up what it asks about, where it says that this is constructed, and the options,
items and examples that it offers. The right option makes nothing up.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from helpers.checks.prose import NOT_PROSE, texts_named
from helpers.checks.unascribed import beside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.texts.dossier import Dossier

OFFERED = "text"
"""The field in which every kind has what it offers: an option, an item, a version, a model."""
MADE_UP = ("(constructed", "(our sentence")
"""What a question says of words that it made up."""


class Parts(NamedTuple):
    """What an exercise offers, and what it says."""

    offered: tuple[str, ...]
    said: tuple[str, ...]


def parts(exercise: Exercise) -> Parts:
    """Tell what an exercise offers from what it says."""
    offered: list[str] = []
    said: list[str] = []
    for owner, name, says in _strings(exercise, "", exercise):
        free = name == OFFERED and not getattr(owner, "right", False)
        (offered if free or _made_up(says) else said).append(says)
    return Parts(tuple(offered), tuple(said))


def labels(exercise: Exercise) -> list[str]:
    """Give what stands on the card to choose from, and what is asked of a text that is made up."""
    strings = _strings(exercise, "", exercise)
    return [says for _, name, says in strings if name == OFFERED or _made_up(says)]


def _made_up(says: str) -> bool:
    return any(mark in says for mark in MADE_UP)


def _strings(owner: object, name: str, value: object) -> Iterator[tuple[object, str, str]]:
    """Give all prose of a structure, each with the structure and the field that it stands in."""
    if isinstance(value, str):
        yield owner, name, value
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _strings(owner, name, inner)
    elif isinstance(value, dict):
        yield from _strings(owner, name, list(value.values()))
    elif isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            if field not in NOT_PROSE:
                yield from _strings(value, field, getattr(value, field))


@lru_cache(maxsize=32)
def lesson_texts(exercises: LessonExercises) -> tuple[Dossier, ...]:
    """Give the texts that a lesson speaks of: its own, those that it asks about, and the twin."""
    asked = [one.article for one in exercises.file.exercises if one.article]
    return beside(exercises.article, [*asked, *texts_named(exercises.file)])
