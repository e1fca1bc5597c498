"""Marking for a class: the same as for one student, and never more than once."""

from __future__ import annotations

import pytest
from answers import slipped_answer

from helpers.classroom import marking
from helpers.classroom.marking import ClassMarking
from helpers.kinds import attempt
from helpers.kinds.attempt import old_attempt
from helpers.kinds.exercises import open_exercises
from helpers.workbook import Event, make_event

LESSON = "02-who-says-so"


def given(exercise: str, confidence: int | None = None) -> Event:
    answer = slipped_answer(open_exercises(LESSON).exercise(exercise))
    fields = {"answer": answer, "confidence": confidence}
    return make_event("answer", lesson=LESSON, exercise=exercise, **fields)


@pytest.mark.parametrize("name", ["reports-tell", "mark-s5", "who-speaks", "hops"])
def test_each_answer_comes_to_what_it_comes_to_for_one_student(name: str) -> None:
    exercise, known = open_exercises(LESSON).exercise(name), ClassMarking()
    for confidence in (25, 100, None):
        event = given(name, confidence)
        assert known.attempt(exercise, event) == old_attempt(exercise, event)


def test_the_same_answer_of_many_is_marked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    marked: list[Event] = []

    def counting(exercise: object, event: Event) -> object:
        marked.append(event)
        return attempt.old_attempt(exercise, event)  # type: ignore[arg-type]

    monkeypatch.setattr(marking, "old_attempt", counting)
    exercise, known = open_exercises(LESSON).exercise("hops"), ClassMarking()
    for _ in range(5):
        known.attempt(exercise, given("hops"))
    assert len(marked) == 1


def test_what_is_no_answer_is_none_each_time() -> None:
    exercise, known = open_exercises(LESSON).exercise("hops"), ClassMarking()
    junk = make_event("answer", lesson=LESSON, exercise="hops", answer={"x": ["y"]})
    assert [known.attempt(exercise, junk) for _ in range(2)] == [None, None]


def test_a_class_of_any_size_is_remembered_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "MOST_KEPT", 1)
    known = ClassMarking()
    for name in ("reports-tell", "who-speaks", "reports-tell", "who-speaks"):
        exercise, event = open_exercises(LESSON).exercise(name), given(name)
        assert known.attempt(exercise, event) == old_attempt(exercise, event)
    assert len(known._known) == 1
