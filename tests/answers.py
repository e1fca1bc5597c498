"""Answers to any exercise: the right one, one with much to mend, and the steps they are sent in.

Each kind's own test file knows how it is answered: it defines `right`, and `slipped` and `steps`
where they differ from what stands here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer


def right_answer(exercise: Exercise) -> Answer:
    """Work out an answer that scores full, from the key of the exercise."""
    answer: Answer = _of_kind(exercise).right(exercise)
    return answer


def slipped_answer(exercise: Exercise) -> Answer:
    """Make an answer that leaves much to mend: slips, near misses, things left out."""
    make = getattr(_of_kind(exercise), "slipped", right_answer)
    answer: Answer = make(exercise)
    return answer


def steps(exercise: Exercise, answer: Answer) -> list[Answer]:
    """Give what is sent one after the other, where a kind goes on from an answer."""
    split = getattr(_of_kind(exercise), "steps", None)
    return split(exercise, answer) if split else [answer]


def write_answers(work: Path, exercises: LessonExercises, times: int) -> None:
    """Put answers with slips to every exercise of a lesson into a work folder."""
    bound = map(exercises.exercise, exercises.ids)
    given = [(exercise, steps(exercise, slipped_answer(exercise))) for exercise in bound]
    events = [
        make_event(
            "answer",
            lesson=exercises.id,
            exercise=exercise.id,
            answer=answers[min(number, len(answers) - 1)],
            confidence=max(exercise.confidence_steps(), default=None),
        )
        for exercise, answers in given
        for number in range(times)
    ]
    assert Workbook(work).add(*events)


def _of_kind(exercise: Exercise) -> Any:
    return import_module(f"test_{exercise.kind}")
