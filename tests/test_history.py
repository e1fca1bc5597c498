"""What events come to, over random histories: clocks disagree, files are merged in any order."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import LESSON, answering, ids, make_exercises, message, write

from helpers.kinds.results import results
from helpers.lesson import Lesson
from helpers.words import result_text
from helpers.workbook import (
    Event,
    LessonHistory,
    Workbook,
    WorkbookContents,
    answered_exercises,
    first_attempts,
    make_event,
)
from helpers.workbook.history import in_order

if TYPE_CHECKING:
    from random import Random

    from hypothesis.strategies import DrawFn, SearchStrategy

Events = list[Event]
LESSONS, EXERCISES = ("00-a", "01-b"), ("one", "two")
MOMENTS = [
    *(f"2024-10-31T12:00:0{second}.000Z" for second in range(3)),
    "1970-01-01T00:00:00.000Z",
    "2999-12-31T23:59:59.999Z",
    "2999-99-99T99:99:99.999Z",  # no day, and no clock ever said so
]
"""What clocks say: near each other, at their beginning, far ahead, nonsense."""
KINDS = ("answer", "answer", "answer", "reveal", "reset", "reset", "undo", "code")
"""What students do, what they do often more often."""
SHOWN = {"answer", "reveal"}


@st.composite
def histories(draw: DrawFn, most: int = 12) -> Events:
    """Make events in the order in which they were done; what their clocks say is another matter."""
    done: Events = []
    for number in range(draw(st.integers(0, most))):
        what, lesson = draw(st.sampled_from(KINDS)), draw(st.sampled_from(LESSONS))
        made = [event.id for event in done if event.what == "reset"]
        exercises = ("", *EXERCISES) if what == "reset" else EXERCISES
        event = Event(
            id=f"{draw(st.integers(0, 15)):x}{number:031x}",  # who comes first at one moment varies
            at=draw(st.sampled_from(MOMENTS)),
            what=what,
            lesson="" if what == "code" else lesson,
            exercise="" if what in {"undo", "code"} else draw(st.sampled_from(exercises)),
            refers=draw(st.sampled_from(made)) if what == "undo" and made else "",
            number=draw(st.integers(0, 5)),  # two kernels that never met give the same ones
            code="amber-heron" if what == "code" else "",
        )
        done.append(event)
    return done


@st.composite
def merged(draw: DrawFn) -> tuple[Events, Events]:
    """Give a history, and the same out of several files: shuffled, split, with doubles."""
    history = draw(histories())
    doubles = draw(st.lists(st.sampled_from(history), max_size=4)) if history else []
    return history, draw(st.permutations([*history, *doubles]))


ORDERED: SearchStrategy[Events] = histories().map(in_order)


def shown(events: Events, lesson: str) -> Events:
    return LessonHistory(events, lesson).shown


def standing(events: Events) -> Events:
    """Give the resets that no undo takes back."""
    undone = {event.refers for event in events if event.what == "undo"}
    return [event for event in events if event.what == "reset" and event.id not in undone]


def hides(reset: Event, event: Event) -> bool:
    """Tell whether a reset comes after an answer or a reveal that it is about."""
    about = reset.lesson == event.lesson and reset.exercise in {"", event.exercise}
    return about and reset.place > event.place


# Merging


@given(merged())
def test_whichever_file_is_read_first_the_history_is_the_same(both: tuple[Events, Events]) -> None:
    history, again = both
    assert in_order(history) == in_order(again)
    assert first_attempts(in_order(history)) == first_attempts(in_order(again))


@settings(max_examples=40)
@given(histories(), st.randoms(use_true_random=False), st.integers(0, 12))
def test_two_halves_can_be_loaded_in_either_order(
    history: Events, chance: Random, cut: int
) -> None:
    halves = [history[:cut], history[max(0, cut - 2) :]]
    books = []
    for order in (halves, halves[::-1]):
        with TemporaryDirectory() as folder:
            book = Workbook(Path(folder) / "work")
            for half in order:
                chance.shuffle(half)
                book.merge(WorkbookContents(half))
            assert Workbook(book.folder).events == book.events
            books.append(book)
    one, other = books
    assert ids(one.events) == ids(other.events) == ids(in_order(history))
    for lesson in LESSONS:
        assert ids(one.lesson(lesson).shown) == ids(other.lesson(lesson).shown)
        assert ids(one.lesson(lesson).resets()) == ids(other.lesson(lesson).resets())


# First attempts


@given(ORDERED)
def test_no_reset_undo_or_reveal_changes_a_first_attempt(events: Events) -> None:
    answers = [event for event in events if event.what == "answer"]
    assert first_attempts(events) == first_attempts(answers)


@given(histories(), histories())
def test_what_is_no_answer_can_be_added_anywhere(history: Events, more: Events) -> None:
    fresh = (make_event(e.what, lesson=e.lesson, at=e.at) for e in more if e.what != "answer")
    assert first_attempts(in_order([*history, *fresh])) == first_attempts(in_order(history))


@given(ORDERED)
def test_every_exercise_that_has_an_answer_has_its_first(events: Events) -> None:
    answers = [event for event in events if event.what == "answer"]
    first = first_attempts(events)
    assert set(first) == {(event.lesson, event.exercise) for event in answers}
    assert all((one.lesson, one.exercise) == place for place, one in first.items())
    for answer in answers:
        assert first[answer.lesson, answer.exercise].place <= answer.place


# What the page shows


@given(ORDERED, st.sampled_from(LESSONS))
def test_the_page_shows_all_of_its_lesson_that_no_reset_hides(events: Events, lesson: str) -> None:
    standing_resets = standing(events)
    mine = [event for event in events if event.lesson == lesson and event.what in SHOWN]
    left = [event for event in mine if not any(hides(reset, event) for reset in standing_resets)]
    assert shown(events, lesson) == left


@given(ORDERED, st.sampled_from(LESSONS), st.sampled_from(MOMENTS))
def test_a_reset_that_is_undone_hides_nothing(events: Events, lesson: str, at: str) -> None:
    for reset in standing(events):
        undo = make_event("undo", lesson=reset.lesson, refers=reset.id, at=at)
        without = [event for event in events if event != reset]
        assert shown(in_order([*events, undo]), lesson) == shown(without, lesson)


@given(ORDERED, st.sampled_from(LESSONS))
def test_other_lessons_and_code_names_change_nothing(events: Events, lesson: str) -> None:
    # An undo counts by the reset that it names, whatever lesson it was pressed in.
    mine = [event for event in events if event.lesson == lesson or event.what == "undo"]
    assert shown(events, lesson) == shown(mine, lesson)


@given(ORDERED)
def test_what_counts_as_answered_is_what_the_pages_of_all_lessons_show(events: Events) -> None:
    pages = {lesson: shown(events, lesson) for lesson in LESSONS}
    found = {(at, e.exercise) for at, page in pages.items() for e in page if e.what == "answer"}
    assert answered_exercises(events) == found


@given(histories())
def test_whoever_ever_answered_is_a_student_whose_count_is_that_of_the_page(
    history: Events,
) -> None:
    with TemporaryDirectory() as folder:
        book = Workbook(Path(folder) / "work")
        book.merge(WorkbookContents(history))
        counts = [one.answers for one in book.students]  # it holds them as they came
        worked = any(event.what == "answer" for event in history)
        assert counts == [len(answered_exercises(book.events))] * worked


# Undoing


@given(ORDERED, st.sampled_from(LESSONS), st.sampled_from(["", *EXERCISES]))
def test_one_undoing_takes_back_every_reset_since_the_last_answer(
    events: Events, lesson: str, exercise: str
) -> None:
    found = LessonHistory(events, lesson).resets(exercise)
    last = events[-1].number if events else 0
    undos = [make_event("undo", lesson=lesson, refers=reset.id, number=last + 1) for reset in found]
    assert LessonHistory(in_order([*events, *undos]), lesson).resets(exercise) == []


@given(ORDERED, st.sampled_from(LESSONS), st.sampled_from(["", *EXERCISES]))
def test_standing_resets_are_offered_as_long_as_nothing_was_answered_since(
    events: Events, lesson: str, exercise: str
) -> None:
    mine = [e for e in standing(events) if (e.lesson, e.exercise) == (lesson, exercise)]
    answers = [event for event in events if event.what == "answer" and event.lesson == lesson]
    about = [event for event in answers if exercise in {"", event.exercise}]
    last = max((event.place for event in about), default=(0, "", ""))
    since = [event for event in mine[::-1] if event.place > last]
    assert LessonHistory(events, lesson).resets(exercise) == since


# One answer's way through it all


def test_a_wrong_answer_stays_the_first_attempt_after_a_reset_and_a_right_one() -> None:
    wrong, right = answering("pick", {"option": ["b"]}), answering("pick", {"option": ["a"]})
    reset = make_event("reset", lesson=LESSON, exercise="pick", at=wrong.at)
    events = in_order([right, reset, wrong])
    assert first_attempts(events) == {(LESSON, "pick"): wrong}


@pytest.mark.parametrize("what", ["pick", ""], ids=["the exercise", "the lesson"])
def test_results_are_measured_by_what_was_answered_before_a_reset(
    tmp_path: Path, what: str
) -> None:
    exercises = make_exercises(tmp_path, write("choice"))
    book = Workbook(tmp_path / "work")
    book.add(answering("pick", {"option": ["b"]}))
    book.add(make_event("reset", lesson=LESSON, exercise=what))
    book.add(answering("pick", {"option": ["a"]}))
    assert [event.answer for event in book.lesson(LESSON).shown] == [{"option": ["a"]}]
    assert [(one.score, one.slips) for one in results(exercises, book.events)] == [(0.0, ("x=y",))]


def test_a_reset_on_the_page_leaves_the_summary_as_it_was(tmp_path: Path) -> None:
    lesson = Lesson(make_exercises(tmp_path, write("choice")), Workbook(tmp_path / "work"))
    card, summary = lesson.ask("pick"), lesson.summary()
    card.hear(message("pick", answer={"option": ["b"]}, confidence=100))
    assert result_text.went_well(0, 1) in summary.markup
    card.hear(message("pick", "reset"))
    assert result_text.went_well(0, 1) in summary.markup
    card.hear(message("pick", answer={"option": ["a"]}, confidence=100))
    assert "Verdict a." in card.markup
    assert result_text.went_well(0, 1) in summary.markup
