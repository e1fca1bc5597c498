"""Every key of every exercise of every lesson, marked in plain Python."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer, slipped_answer, steps
from support import mark_of

from helpers.checks.keyed import keyed_form
from helpers.kinds.exercises import LessonExercises
from helpers.paths import EXERCISES

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise

LESSONS = [LessonExercises(path) for path in sorted(EXERCISES.glob("*.yaml"))]
FORMS = {form.id: form for lesson in LESSONS for form in lesson.forms}
# The items of a test with their keys, besides the same items as the page has them.
LESSONS += [keyed_form(form) for form in FORMS.values()]
each_exercise = pytest.mark.parametrize(
    ("lesson", "identity"),
    [
        pytest.param(lesson, one, id=f"{lesson.id}-{one}")
        for lesson in LESSONS
        for one in lesson.ids
    ],
)


def test_there_are_lessons_with_exercises() -> None:
    assert len(LESSONS) >= 5
    assert all(lesson.ids for lesson in LESSONS)


@each_exercise
def test_the_key_scores_full_or_there_is_none(lesson: LessonExercises, identity: str) -> None:
    exercise = lesson.exercise(identity)
    mark = mark_of(exercise, right_answer(exercise))
    assert mark.right if exercise.graded else not mark.scored
    assert mark.slips() == ()


@each_exercise
def test_an_answer_with_slips_is_read_and_shows_them(
    lesson: LessonExercises, identity: str
) -> None:
    exercise = lesson.exercise(identity)
    mark = mark_of(exercise, slipped_answer(exercise))
    if exercise.graded:
        assert not mark.right
        assert {*mark.slips()} <= exercise.slips()
        assert bool(mark.slips()) is bool(exercise.slips())


@each_exercise
def test_each_step_of_an_answer_is_read_and_only_the_last_is_all_that_is_asked(
    lesson: LessonExercises, identity: str
) -> None:
    exercise = lesson.exercise(identity)
    sent = steps(exercise, right_answer(exercise))
    assert sent[-1] == right_answer(exercise)
    done = [exercise.complete(exercise.read(answer)) for answer in sent]
    assert done == [*[False] * (len(sent) - 1), True]


@each_exercise
def test_every_slip_that_an_exercise_can_show_has_a_name(
    lesson: LessonExercises, identity: str
) -> None:
    exercise: Exercise = lesson.exercise(identity)
    assert exercise.slips() <= {*lesson.slips}
