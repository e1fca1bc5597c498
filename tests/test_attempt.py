"""Attempts: an answer is read and marked once on a page, whatever looks at it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from kind_files import KINDS, example, poor, right
from kind_states import kind_lesson
from support import LESSON, answering, make_exercises, message, moment, write

from helpers.kinds.attempt import Attempts, done, make_attempt, old_attempt
from helpers.kinds.base import NotAnAnswerError
from helpers.lesson import Lesson
from helpers.workbook import LessonHistory, Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"), write("sort"), write("poll"))


def counted(monkeypatch: pytest.MonkeyPatch, exercise: Exercise) -> Counter[str]:
    """Count how often the kind of an exercise reads and marks from now on."""
    counts: Counter[str] = Counter()

    def count(name: str, inner: Any) -> Any:
        def counting(self: Exercise, what: Any) -> Any:
            counts[name] += 1
            return inner(self, what)

        return counting

    for name in ("read", "mark"):
        monkeypatch.setattr(type(exercise), name, count(name, getattr(type(exercise), name)))
    return counts


def test_an_attempt_holds_the_answer_what_was_read_the_confidence_and_the_mark(
    exercises: LessonExercises,
) -> None:
    exercise = exercises.exercise("pick")
    made = make_attempt(exercise, answering("pick", {"option": ["b"]}, 40))
    assert (made.answer, made.read, made.confidence) == ({"option": ["b"]}, {"b"}, 40)
    assert made.mark == exercise.mark(frozenset({"b"}))


def test_an_answer_that_the_exercise_no_longer_understands_is_left_out(
    exercises: LessonExercises,
) -> None:
    events = [answering("pick", {"option": ["gone"]}), answering("pick", {"option": ["a"]})]
    found = Attempts().at(exercises.exercise("pick"), events)
    assert [one.answer for one in found] == [{"option": ["a"]}]


def test_a_new_answer_that_makes_no_sense_is_refused_and_an_old_one_gives_nothing(
    exercises: LessonExercises,
) -> None:
    event = answering("pick", {"option": ["gone"]})
    with pytest.raises(NotAnAnswerError):
        make_attempt(exercises.exercise("pick"), event)
    assert old_attempt(exercises.exercise("pick"), event) is None


def test_the_attempts_at_an_exercise_are_its_answers_in_their_order_and_no_others(
    exercises: LessonExercises,
) -> None:
    picked = [answering("pick", {"option": [one]}) for one in "bca"]
    events = [picked[0], answering("vote", {"option": ["a"]}), *picked[1:]]
    found = Attempts().at(exercises.exercise("pick"), events)
    assert [one.answer["option"] for one in found] == [["b"], ["c"], ["a"]]


def test_two_answers_under_one_id_keep_a_mark_each(exercises: LessonExercises) -> None:
    exercise, attempts = exercises.exercise("pick"), Attempts()
    first = answering("pick", {"option": ["b"]})
    forged = msgspec.structs.replace(first, answer={"option": ["a"]})
    attempts.add(first, make_attempt(exercise, first))
    found = attempts.at(exercise, [first, forged, first])
    assert [one.answer["option"] for one in found] == [["b"], ["a"], ["b"]]


@each_kind
def test_an_answer_is_read_and_marked_once_a_page_however_much_of_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    lesson, book = kind_lesson(tmp_path, example(kind)), Workbook(tmp_path / "work")
    answers = [(i, answer) for i in lesson.ids for answer in right(lesson.exercise(i).kind)]
    book.add(*(answering(identity, answer) for identity, answer in answers))
    counts = counted(monkeypatch, lesson.exercise(example(kind)["id"]))
    page = Lesson(lesson, Workbook(book.folder))
    for _ in "ab":
        page.save_bar(), page.progress(), page.summary()
        for identity in lesson.ids:
            page.ask(identity)
    mine = sum(lesson.exercise(identity).kind == kind for identity, _ in answers)
    assert counts == {"read": mine, "mark": mine}


@each_kind
def test_a_commit_reads_and_marks_the_new_answer_once_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    lesson, identity = kind_lesson(tmp_path, example(kind)), example(kind)["id"]
    page = Lesson(lesson, Workbook(tmp_path / "work"))
    cards = {name: page.ask(name) for name in lesson.ids}
    page.save_bar(), page.progress(), page.summary()
    counts = counted(monkeypatch, lesson.exercise(identity))
    sure = max(lesson.exercise(identity).confidence_steps(), default=None)
    answers = [*right(kind), *poor(kind)]
    for number, answer in enumerate(answers, start=1):
        cards[identity].hear(message(identity, answer=answer, confidence=sure))
        assert counts == {"read": number, "mark": number}
    assert [event.answer for event in page.book.events] == answers
    cards[identity].hear(message(identity, "reveal"))
    cards[identity].hear(message(identity, "reset"))
    cards[identity].hear({"do": "undo"})
    page.save_bar(), page.progress(), page.summary(), page.ask(identity)
    assert counts == {"read": len(answers), "mark": len(answers)}


def test_an_answer_that_is_refused_is_read_again_when_it_is_sent_again(
    exercises: LessonExercises, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Lesson(exercises, Workbook(tmp_path / "work"))
    card = page.ask("pick")
    counts = counted(monkeypatch, exercises.exercise("pick"))
    sent = message("pick", answer={"option": ["b"]})
    card.hear(sent)
    assert (page.book.events, page.desk.attempts(exercises.exercise("pick"))) == ([], ())
    sent["event"]["confidence"] = 99
    card.hear(sent)
    [attempt] = page.desk.attempts(exercises.exercise("pick"))
    assert (attempt.confidence, counts["read"]) == (99, 2)


def finished(exercises: LessonExercises, *events: Event) -> set[str]:
    """Name what is answered to the end after these events."""
    return {*done(exercises, LessonHistory(events, exercises.id), Attempts())}


@each_kind
def test_only_the_last_step_of_an_answer_finishes_an_exercise(tmp_path: Path, kind: str) -> None:
    lesson, name = kind_lesson(tmp_path, example(kind)), example(kind)["id"]
    steps = [answering(name, answer) for answer in right(kind)]
    assert finished(lesson, *steps) == {name}
    for number in range(len(steps)):
        assert finished(lesson, *steps[:number]) == set(), number


@pytest.mark.parametrize("kind", ["journey", "write"])
def test_what_is_done_in_parts_is_open_again_after_a_reset_or_a_part_nobody_can_read(
    tmp_path: Path, kind: str
) -> None:
    lesson, name = kind_lesson(tmp_path, example(kind)), example(kind)["id"]
    steps = [answering(name, answer) for answer in right(kind)]
    reset = make_event("reset", lesson=LESSON, exercise=name, at=moment())
    assert finished(lesson, *steps, reset) == set()
    begun = answering(name, right(kind)[0])
    assert finished(lesson, *steps, reset, begun) == set()
    assert finished(lesson, answering(name, {"gone": ["x"]})) == set()


def test_what_a_lesson_no_longer_asks_is_not_done(exercises: LessonExercises) -> None:
    assert finished(exercises, answering("gone", {"option": ["a"]})) == set()
