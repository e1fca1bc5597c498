"""Scores of lessons: how much was answered to the end, and how well at first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from exports import lesson, student
from sat import FIRST, all_right_but, answers, rest, right
from support import LESSON, answering, make_exercises, moment, write

from helpers.classroom.scores import as_one, student_scores
from helpers.classroom.student import ClassStudent
from helpers.kinds.attempt import old_attempt
from helpers.kinds.exercises import open_exercises
from helpers.workbook import make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.classroom.scores import LessonScore
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

TEXT = {"text": ["A man from Rell"]}
RATED = {**TEXT, "clear": ["3"], "kind": ["3"]}


@pytest.fixture
def small(tmp_path: Path) -> LessonExercises:
    return make_exercises(
        tmp_path,
        write("choice"),
        write("write"),
        write("choice", id="more", extra=True),
        *(write("choice", id=name) for name in ("q1", "q2", "q3")),
        recall={"take": 1, "of": ["q1", "q2", "q3"]},
    )


def score(exercises: LessonExercises, *events: Event) -> LessonScore:
    [found] = student_scores(ClassStudent("red-fox", "", events, ()), [exercises]).lessons
    return found


def picking(option: str, exercise: str = "pick") -> Event:
    return answering(exercise, {"option": [option]})


def test_nothing_answered_is_nothing_scored(small: LessonExercises) -> None:
    # A choice, a text and one of three recall questions; what is extra is not asked.
    assert score(small) == (LESSON, "Test", 0, 3, None)


def test_answers_count_once_and_first_attempts_score(small: LessonExercises) -> None:
    assert score(small, picking("b"), picking("a"))[2:] == (1, 3, 0.0)
    assert score(small, picking("a"), picking("b"))[2:] == (1, 3, 1.0)
    assert score(small, picking("b"), picking("a", "q2"))[2:] == (2, 3, 0.5)


def test_a_reset_takes_nothing_back(small: LessonExercises) -> None:
    reset = make_event("reset", lesson=LESSON, at=moment())
    assert score(small, picking("b"), reset)[2:] == (1, 3, 0.0)
    assert score(small, picking("b"), reset, picking("a"))[2:] == (1, 3, 0.0)


def test_what_is_extra_or_not_drawn_does_not_count(small: LessonExercises) -> None:
    assert score(small, picking("a", "more"))[2:] == (0, 3, None)
    both = score(small, picking("a", "q1"), picking("b", "q3"))
    assert (both.answered, both.asked) == (1, 3)
    assert both.score in {0.0, 1.0}


def test_an_arguable_answer_is_answered_and_not_scored(small: LessonExercises) -> None:
    assert score(small, picking("d"))[2:] == (1, 3, None)


def test_an_exercise_in_parts_counts_when_it_is_finished(small: LessonExercises) -> None:
    assert score(small, answering("label", TEXT)).answered == 0
    assert score(small, answering("label", TEXT), answering("label", RATED)).answered == 1


def test_answers_in_other_lessons_do_not_count(small: LessonExercises) -> None:
    elsewhere = make_event("answer", lesson="91-other", exercise="pick", answer={"option": ["a"]})
    assert score(small, elsewhere)[2:] == (0, 3, None)


def test_what_was_marked_already_is_not_marked_again(small: LessonExercises) -> None:
    asked = []

    def marking(exercise: Exercise, event: Event) -> Attempt | None:
        asked.append((exercise.id, event.id))
        return old_attempt(exercise, event)

    event = picking("a")
    student_scores(ClassStudent("", "", (event,), ()), [small], marking)
    assert asked == [("pick", event.id)]


def test_a_test_is_scored_by_its_key() -> None:
    first = open_exercises(FIRST)
    sat = answers(FIRST, "a", all_right_but("s11-picture", "s9-source"))
    asked = 18 + len(rest(FIRST))
    assert score(first)[2:] == (0, asked, None)
    assert score(first, *sat)[2:] == (18, asked, pytest.approx(16 / 18))
    assert score(first, *answers(FIRST, "b", right), *rest(FIRST))[2:] == (asked, asked, 1.0)


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        (lesson(5, 20, 0.9), lesson(15, 20, 0.4), lesson(15, 20, 0.4)),
        (lesson(20, 20, 0.4), lesson(20, 20, 1.0), lesson(20, 20, 0.4)),
        (lesson(20, 20, None), lesson(20, 20, 1.0), lesson(20, 20, 1.0)),
        (lesson(0, 20, None), lesson(1, 20, None), lesson(1, 20, None)),
    ],
)
def test_of_two_workbooks_the_fuller_counts_and_starting_anew_gains_nothing(
    one: LessonScore, other: LessonScore, counts: LessonScore
) -> None:
    later = lesson(lesson="03-unnamed")
    for first, second in ((one, other), (other, one)):
        both = as_one(student("red-fox", first), student("red-fox", second, later))
        assert both.lessons == (counts, later)
