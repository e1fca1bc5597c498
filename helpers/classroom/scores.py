"""What a student's work comes to, lesson by lesson: how much was answered, and how well at first.

How sure she was plays no part: confidence is a measurement and never graded (R1).
"""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.attempt import old_attempt
from helpers.kinds.results import results
from helpers.kinds.sitting import sittings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.classroom.student import ClassStudent
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.sitting import Marking
    from helpers.workbook import Event


class LessonScore(NamedTuple):
    """A lesson of a student: `answered` to the end of what is `asked` in its core.

    `score` is the mean share of the first attempts, from 0 to 1; None where nothing was scored.
    """

    lesson: str
    title: str
    answered: int
    asked: int
    score: float | None


class StudentScores(NamedTuple):
    """All lessons of a student."""

    code: str
    workbook: str
    lessons: tuple[LessonScore, ...]


def student_scores(
    student: ClassStudent, lessons: Iterable[LessonExercises], marking: Marking = old_attempt
) -> StudentScores:
    """Score each lesson; `marking` reads and marks an answer, or gives what was marked already."""
    scored = tuple(_lesson_score(lesson, student, marking) for lesson in lessons)
    return StudentScores(student.code, student.workbook, scored)


def finished(
    lesson: LessonExercises, student: ClassStudent, marking: Marking
) -> dict[str, Event | None]:
    """Give for each exercise of the core the answer that finished it, if any did.

    What is asked of a student leaves out the recall questions that were not drawn for her and all
    that is extra. What she reset was answered all the same.
    """
    answers: dict[str, list[Event]] = {}
    for event in student.events:
        if event.what == "answer" and event.lesson == lesson.id:
            answers.setdefault(event.exercise, []).append(event)
    seed = student.code or student.workbook
    form = lesson.form(student.events, seed)
    asked = lesson.asked(lesson.drawn(answers, seed), form)
    return {
        one.id: _finishing(lesson, one, answers.get(one.id, ()), marking)
        for one in asked
        if not one.extra
    }


def as_one(first: StudentScores, second: StudentScores) -> StudentScores:
    """Make one student of two workbooks with the same code name.

    Of each lesson the workbook counts in which more of it was answered, as when somebody went on
    in a new one. Where both have as much, the lower score counts: who starts anew in a second
    workbook has seen the feedback already, and gains nothing by it.
    """
    lessons = {one.lesson: one for one in first.lessons}
    for one in second.lessons:
        known = lessons.get(one.lesson, one)
        lessons[one.lesson] = max(known, one, key=_worth)
    return first._replace(lessons=tuple(lessons.values()))


def _worth(one: LessonScore) -> tuple[int, bool, float]:
    return one.answered, one.score is not None, -(one.score or 0)


def _lesson_score(lesson: LessonExercises, student: ClassStudent, marking: Marking) -> LessonScore:
    done = finished(lesson, student, marking)
    answered = sum(event is not None for event in done.values())
    found = _first_scores(lesson, student.events, marking, done)
    score = fmean(found) if found else None
    return LessonScore(lesson.id, lesson.file.title, answered, len(done), score)


def _first_scores(
    lesson: LessonExercises, events: Sequence[Event], marking: Marking, core: Iterable[str]
) -> list[float]:
    if lesson.forms:
        sat = sittings([lesson], events, marking)
        return [result.score for sitting in sat for result in sitting.results]
    counted = frozenset(core)
    return [one.score for one in results(lesson, events, marking) if one.exercise in counted]


def _finishing(
    lesson: LessonExercises, exercise: Exercise, answers: Sequence[Event], marking: Marking
) -> Event | None:
    # Most kinds take an answer only whole; it counts also where its exercise has changed since.
    if not answers or not exercise.in_parts:
        return next(iter(answers), None)
    bound = lesson.exercise(exercise.id)
    made = ((event, marking(bound, event)) for event in answers)
    return next((event for event, one in made if one and bound.complete(one.read)), None)
