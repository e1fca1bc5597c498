"""A lesson for each kind on the small article, and its card in every state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kind_files import KINDS, example, poor, right
from support import KEY, Fields, card_state, make_exercises, write

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.exercises import LessonExercises
    from helpers.view.card_state import CardState
    from helpers.workbook import Answer

SECOND = "second"


def kind_lesson(folder: Path, written: Fields, **fields: object) -> LessonExercises:
    """Write a lesson on an exercise: with that which it comes back to, or that comes back to it."""
    first = [example(kind) for kind in KINDS if example(kind)["id"] == written.get("again")]
    later = [] if first else [{**written, "id": SECOND, "again": written["id"]}]
    claims = (write("claim", **KEY),)
    return make_exercises(folder, *first, written, *later, claims=claims, **fields)


def states(exercises: LessonExercises, **more: Any) -> Iterator[tuple[str, CardState[Any]]]:
    """Give each state of each card of such a lesson, with a name."""
    for identity in exercises.ids:
        exercise = exercises.exercise(identity)
        shared = {"earlier": earlier(exercises, exercise.again), **more}
        yield f"{identity}, open", card_state(exercises, identity, **shared)
        yield f"{identity}, reset", card_state(exercises, identity, undo=True, **shared)
        for name, answers in (("right", right(exercise.kind)), ("poor", poor(exercise.kind))):
            for place in range(1, len(answers) + 1):
                state = card_state(exercises, identity, *answers[:place], **shared)
                yield f"{identity}, {name}, step {place}", state
            twice = card_state(exercises, identity, *answers, answers[-1], **shared)
            yield f"{identity}, {name}, twice", twice
            for flag in ("revealed", "retrying"):
                flagged = card_state(exercises, identity, *answers, **{flag: True}, **shared)
                yield f"{identity}, {name}, {flag}", flagged


def earlier(exercises: LessonExercises, again: str) -> tuple[Attempt, ...]:
    """Give the attempts at the exercise that another comes back to: the best there are."""
    if not again:
        return ()
    answers: list[Answer] = right(exercises.exercise(again).kind)
    return card_state(exercises, again, *answers).attempts
