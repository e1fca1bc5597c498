"""Which texts of an example are prose, and an example all of whose prose ends in some words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
from kind_files import example, poor, right
from kind_states import kind_lesson
from support import answering

from helpers.errors import KitError
from helpers.kinds.attempt import make_attempt

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

TAME = "tame"
Place = tuple[str | int, ...]
"""Where a text stands in an example, as ("options", 0, "why")."""


def worded(kind: str, word: str) -> dict[str, Any]:
    """Give the example of a kind, with hints and a note, all of its prose ending in this word."""
    changed: dict[str, Any] = _ending(_whole(kind), word, prose(kind))
    return changed


@cache
def prose(kind: str) -> frozenset[Place]:
    """Find the texts that may end in other words, and the exercise is as sound as before.

    All others are names: something else in the exercise, the article or an answer goes by them.
    """
    whole = _whole(kind)
    return frozenset(place for place in texts(whole) if _sound(kind, _ending(whole, TAME, {place})))


def texts(value: Any, place: Place = ()) -> dict[Place, str]:
    """Give all texts inside, by the place where they stand."""
    if isinstance(value, str):
        return {place: value}
    found: dict[Place, str] = {}
    for key, inside in _inside(value):
        found |= texts(inside, (*place, key))
    return found


def _whole(kind: str) -> dict[str, Any]:
    return {**example(kind), "hints": ["One.", "Two."], "note": "Note."}


def _ending(value: Any, word: str, places: Collection[Place], place: Place = ()) -> Any:
    """Let the texts at these places end in a word."""
    if isinstance(value, str):
        return f"{value} {word}" if place in places else value
    changed = [(key, _ending(one, word, places, (*place, key))) for key, one in _inside(value)]
    if isinstance(value, dict):
        return dict(changed)
    return [one for _, one in changed] if isinstance(value, list) else value


def _inside(value: Any) -> Iterator[tuple[str | int, Any]]:
    if isinstance(value, dict):
        yield from value.items()
    if isinstance(value, list):
        yield from enumerate(value)


def _sound(kind: str, written: dict[str, Any]) -> bool:
    """Tell whether an exercise has no flaw, and still takes the answers of its kind."""
    with TemporaryDirectory() as folder:
        try:
            lesson = kind_lesson(Path(folder), written)
            exercise = lesson.exercise(written["id"])
            for answers in (right(kind), poor(kind)):
                made = [make_attempt(exercise, answering(exercise.id, one)) for one in answers]
                if not exercise.complete(made[-1].read):
                    return False
            rest = [one for one in lesson.file.exercises if one.id != exercise.id]
            flaws = [*lesson.written(exercise.id).flaws(lesson.dossier(exercise), rest)]
        except (KitError, msgspec.ValidationError):
            return False
    return not flaws
