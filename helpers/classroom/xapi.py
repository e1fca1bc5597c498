"""xAPI statements (1.0.3): what each student answered, for a learning record store.

The file is one JSON array with a statement a line. The array is what the specification lets one
POST to a store (part 3, 2.1.2), so a file can be sent as it is; the lines let any tool divide it.

Confidence is in it, as an extension: this is data for research. It is never in the gradebook.
Free text is not in it: a sentence can tell who wrote it, and a store has other readers.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from helpers.classroom.scores import finished, student_scores
from helpers.classroom.whole_file import whole_file
from helpers.kinds.attempt import old_attempt
from helpers.kinds.results import sureness
from helpers.kinds.write import Write
from helpers.workbook import is_moment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import Protocol

    from helpers.classroom.student import ClassStudent
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.sitting import Marking
    from helpers.workbook import Event

    Statement = dict[str, Any]

    class Add(Protocol):
        """Writes the statements of one more student."""

        def __call__(self, student: ClassStudent, marking: Marking = ...) -> None:
            """Add a student; `marking` gives what was marked already, if anything was."""


HOME = "https://according-to-reports.invalid"
"""Where all ids begin. An account needs a URL (part 2, 2.4.2.4); `.invalid` is reserved, so that
it belongs to nobody and is the same in every class (RFC 2606)."""
KIT = uuid5(NAMESPACE_URL, HOME)
ADL = "http://adlnet.gov/expapi"
LANGUAGE = "en"


@contextmanager
def statement_file(path: Path, lessons: Sequence[LessonExercises]) -> Iterator[Add]:
    """Write a file of statements, student by student.

    >>> with statement_file(path, lessons) as add:  # doctest: +SKIP
    ...     add(student)
    """
    with whole_file(path) as file:
        before = "[\n"

        def add(student: ClassStudent, marking: Marking = old_attempt) -> None:
            nonlocal before
            for statement in statements(student, lessons, marking):
                file.write(before + msgspec.json.encode(statement).decode())
                before = ",\n"

        yield add
        file.write("\n]\n" if before == ",\n" else "[]\n")


def statements(
    student: ClassStudent, lessons: Sequence[LessonExercises], marking: Marking
) -> Iterator[Statement]:
    """Give a statement for each answer, in order, and one for each lesson that was completed."""
    known = {lesson.id: lesson for lesson in lessons}
    times: dict[tuple[str, str], int] = {}
    for event in student.events:
        lesson = known.get(event.lesson)
        # An exercise of another edition has no question here that could be named.
        if event.what == "answer" and lesson and event.exercise in lesson.ids:
            asked = (event.lesson, event.exercise)
            times[asked] = times.get(asked, 0) + 1
            exercise = lesson.keyed(event.exercise)
            yield _statement(student, event, "answered", _question(lesson, exercise)) | {
                "result": _answer_result(exercise, event, marking(exercise, event), times[asked]),
                "context": {"contextActivities": {"parent": [_lesson(lesson)]}},
            }
    for lesson in lessons:
        yield from _completed(student, lesson, marking)


def _completed(
    student: ClassStudent, lesson: LessonExercises, marking: Marking
) -> Iterator[Statement]:
    done = finished(lesson, student, marking)
    last = max(filter(None, done.values()), key=lambda event: event.place, default=None)
    if last and all(done.values()):
        score = student_scores(student, [lesson], marking).lessons[0].score
        scaled = {} if score is None else {"score": {"scaled": score}}
        yield _statement(student, last, "completed", _lesson(lesson)) | {
            "result": {"completion": True, **scaled}
        }


def _statement(student: ClassStudent, event: Event, verb: str, about: Statement) -> Statement:
    # Of the student and the event, so that the same file made again holds the same statements.
    whose = student.workbook or student.code
    statement = {
        "id": str(uuid5(KIT, f"{whose}/{event.id}/{verb}")),
        "actor": _actor(student),
        "verb": {"id": f"{ADL}/verbs/{verb}", "display": {LANGUAGE: verb}},
        "object": about,
    }
    # A store refuses all statements for one moment that is on no calendar.
    return {**statement, "timestamp": event.at} if is_moment(event.at) else statement


def _actor(student: ClassStudent) -> Statement:
    """Name a student by her workbook: in two classes, two students may choose the same code."""
    account = {"homePage": HOME, "name": student.workbook or student.code}
    named = {"name": student.code} if student.code else {}
    return {"objectType": "Agent", **named, "account": account}


def _lesson(lesson: LessonExercises) -> Statement:
    name = {LANGUAGE: lesson.file.title}
    return {
        "objectType": "Activity",
        "id": f"{HOME}/lessons/{lesson.id}",
        "definition": {"name": name, "type": f"{ADL}/activities/lesson"},
    }


def _question(lesson: LessonExercises, exercise: Exercise) -> Statement:
    ask = {LANGUAGE: exercise.ask}
    return {
        "objectType": "Activity",
        "id": f"{HOME}/lessons/{lesson.id}/{exercise.id}",
        "definition": {"name": ask, "type": f"{ADL}/activities/question"},
    }


def _answer_result(
    exercise: Exercise, event: Event, made: Attempt | None, attempt: int
) -> Statement:
    extensions: Statement = {f"{HOME}/extensions/attempt": attempt}
    result: Statement = {"extensions": extensions}
    if not isinstance(exercise, Write):
        result["response"] = msgspec.json.encode(event.answer).decode()
    if made is None:
        return result
    if exercise.graded and made.mark.scored:
        result |= {"score": {"scaled": made.mark.score}, "success": made.mark.right}
    sure, _ = sureness(exercise, made)
    if sure is not None:
        extensions[f"{HOME}/extensions/confidence"] = sure
    return result
