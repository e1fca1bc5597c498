"""Results: first attempts, whatever was reset, tried again or no longer understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.random import default_rng
from reader import parse
from support import LESSON, answering, make_exercises, moment, write

from helpers.kinds.results import results
from helpers.lesson import Lesson
from helpers.measures.calibration import ENOUGH, Result, Word, calibration
from helpers.words import result_text
from helpers.workbook import Workbook, WorkbookContents, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"), write("sort"), write("poll"), write("write"))


def picking(option: str, sure: int = 100) -> Event:
    return answering("pick", {"option": [option]}, sure)


def reset(exercise: str = "pick") -> Event:
    return make_event("reset", lesson=LESSON, exercise=exercise, at=moment())


def undo(event: Event) -> Event:
    return make_event("undo", lesson=LESSON, refers=event.id, at=moment())


def measured(exercises: LessonExercises, book: Workbook) -> list[tuple[object, ...]]:
    """Give what was measured of each first attempt."""
    found = results(exercises, book.events)
    return [(one.exercise, one.score, one.sure, one.word, one.slips) for one in found]


WRONG = [("pick", 0.0, 0.4, 1, ("x=y",))]


def result(score: float, sure: float | None = None, word: int | None = None) -> Result:
    return Result(lesson=LESSON, exercise="pick", score=score, sure=sure, word=word)


def test_only_the_first_attempt_counts(exercises: LessonExercises, book: Workbook) -> None:
    book.add(picking("b", 40), picking("a", 100))
    assert measured(exercises, book) == WRONG


@pytest.mark.parametrize("what", ["pick", ""])
def test_a_right_answer_after_a_reset_is_no_perfect_first_attempt(
    exercises: LessonExercises, book: Workbook, what: str
) -> None:
    book.add(picking("b", 40), reset(what), picking("a", 100))
    assert [event.answer for event in book.lesson(LESSON).shown] == [{"option": ["a"]}]
    assert measured(exercises, book) == WRONG


@pytest.mark.parametrize("what", ["pick", ""])
def test_a_reset_and_its_undoing_change_no_result(
    exercises: LessonExercises, book: Workbook, what: str
) -> None:
    book.add(picking("b", 40))
    gone = reset(what)
    for event in (gone, undo(gone), picking("a"), reset(what), reset(), picking("a")):
        book.add(event)
        assert measured(exercises, book) == WRONG, event.what


def test_the_summary_on_the_page_is_the_same_after_a_reset(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("b", 85))
    lesson = Lesson(exercises, book)
    before = parse(lesson.summary().markup).text
    assert result_text.went_well(0, 1) in before
    book.add(reset(""), picking("a", 100))
    assert parse(lesson.summary().markup).text == before
    assert parse(Lesson(exercises, Workbook(book.folder)).summary().markup).text == before


def test_the_first_of_two_machines_counts_whichever_file_is_read_first(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    first, second = picking("b", 40), picking("a", 100)
    for number, order in enumerate(([first, second], [second, first])):
        book = Workbook(tmp_path / str(number))
        for event in order:
            book.merge(WorkbookContents(events=[event]))
        assert measured(exercises, book) == WRONG


def test_results_come_in_the_order_of_the_lesson(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(answering("place", {"one": ["in"], "two": ["out"], "three": ["far"]}), picking("a"))
    found = results(exercises, book.events)
    assert [one.exercise for one in found] == ["pick", "place"]


def test_what_has_no_key_and_arguable_answers_are_not_scored(
    exercises: LessonExercises, book: Workbook
) -> None:
    text = {"text": ["A man from Rell"], "clear": ["3"], "kind": ["3"]}
    book.add(answering("vote", {"option": ["a"]}), answering("label", text), picking("d"))
    assert results(exercises, book.events) == ()


@pytest.mark.parametrize("answer", [{"option": ["gone"]}, {}, {"option": ["a", "b"]}])
def test_no_later_answer_takes_the_place_of_a_first_one_that_cannot_be_read(
    exercises: LessonExercises, book: Workbook, answer: dict[str, list[str]]
) -> None:
    book.add(answering("pick", answer), reset(), picking("a"))
    assert results(exercises, book.events) == ()


def test_no_later_answer_takes_the_place_of_a_first_one_that_was_arguable(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("d"), picking("a"))
    assert results(exercises, book.events) == ()


def test_an_answer_of_which_nobody_asked_how_sure_is_measured_all_the_same(
    exercises: LessonExercises, book: Workbook
) -> None:
    placed = answering("place", {"one": ["far"], "two": ["out"], "three": ["far"]}, 80)
    book.add(msgspec.structs.replace(picking("a"), confidence=None), placed)
    right, some = results(exercises, book.events)
    assert (right.score, right.sure, right.word) == (1, None, None)
    assert (some.score, some.sure, some.word) == (pytest.approx(2 / 3), None, None)
    assert calibration([right, some]).words == ()


def test_a_result_tells_what_could_have_tempted_and_where_it_stands(
    exercises: LessonExercises, book: Workbook
) -> None:
    first = answering("place", {"one": ["in"], "two": ["out"], "three": ["far"]})
    book.add(first, picking("b"))
    pick, place = results(exercises, book.events)
    assert (pick.tempts, place.tempts) == ({"x=y", "z=y"}, {"x=y", "z=y"})
    assert (pick.slips, place.slips) == (("x=y",), ())
    assert place.place < pick.place
    assert {pick.lesson, place.lesson} == {LESSON}


def test_answers_of_another_lesson_or_to_an_exercise_that_is_gone_are_not_measured(
    exercises: LessonExercises, book: Workbook
) -> None:
    other = msgspec.structs.replace(picking("b"), lesson="91-other")
    book.add(other, answering("gone", {"option": ["b"]}), picking("a"))
    assert measured(exercises, book) == [("pick", 1, 1, 4, ())]


def test_a_page_that_has_marked_already_gives_the_same_results(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(picking("b", 40), reset(), picking("a"))
    lesson = Lesson(exercises, book)
    lesson.ask("pick")
    marked = results(exercises, book.events, lesson.desk.marked.one)
    assert marked == results(exercises, book.events)
    assert [one.slips for one in marked] == [("x=y",)]


def test_of_each_word_it_is_counted_how_often_it_was_said_and_was_right() -> None:
    said = [(1, 4), (0, 4), (1, 4), (0, 0), (0.5, 2), (0.8, 2)]
    found = calibration([result(score, 0.5, word) for score, word in said])
    assert found.words == (Word(0, 0, 1, 0.5), Word(2, 1, 2, 0.5), Word(4, 2, 3, 0.5))
    assert found.times == len(said)


def test_a_word_is_as_sure_as_it_made_the_student_on_average() -> None:
    # To guess between two is surer than to guess among four.
    [guessing] = calibration([result(1, 0.5, 0), result(0, 0.25, 0)]).words
    assert (guessing.sure, guessing.share) == (0.375, 0.5)


@pytest.mark.parametrize(
    ("right", "times", "sure", "clear", "near"),
    [
        # 15 of 18 right at 73 %: one standard error, which chance brings to one student in three.
        (15, 18, 0.73, 0, False),
        (18, 18, 0.73, -1, False),
        (8, 18, 0.73, 1, False),
        (5, 8, 0.81, 0, False),
        (3, 8, 0.81, 1, False),
        # All right is no proof with five answers: who is right four times in five often is.
        (5, 5, 0.81, 0, False),
        (5, 5, 0.25, -1, False),
        (0, 5, 1, 1, False),
        (15, 18, 0.8, 0, True),
        # However many answers there are, a gap that is hardly one is not told.
        (7500, 10000, 0.8, 0, True),
    ],
)
def test_a_gap_between_sure_and_right_is_told_only_where_it_is_more_than_chance(
    right: int, times: int, sure: float, clear: int, *, near: bool
) -> None:
    answers = [*[result(1, sure, 3)] * right, *[result(0, sure, 3)] * (times - right)]
    found = calibration(answers)
    assert found.gap == pytest.approx(sure - right / times)
    assert (found.clear, found.near) == (clear, near)


def test_who_is_as_right_as_sure_is_hardly_ever_told_the_contrary() -> None:
    """Students whose five words mean what they say answer eight or eighteen questions."""
    chance, told = default_rng(3), 0
    for times in (8, 18) * 500:
        words = chance.integers(1, 4, times)
        sure = [(0.25, 0.44, 0.62, 0.81)[word] for word in words]
        hits = chance.random(times) < sure
        found = zip(hits, sure, words, strict=True)
        told += calibration(result(float(h), s, int(w)) for h, s, w in found).clear != 0
    assert told < 50


def test_of_a_few_answers_nothing_is_said_but_how_they_went() -> None:
    few = calibration([result(0, 1, 4)] * (ENOUGH - 1))
    assert (few.gap, few.words) == (None, (Word(4, 0, ENOUGH - 1, 1),))
    assert calibration([result(0, 1, 4)] * ENOUGH).gap == 1


def test_answers_of_which_nobody_asked_how_sure_do_not_count_as_sure() -> None:
    asked = [result(1, 0.9, 3)] * ENOUGH
    assert calibration([*asked, *[result(0)] * 40]) == calibration(asked)


def test_without_a_first_attempt_there_is_nothing_to_compare() -> None:
    assert calibration(()) == ((), None)


@given(st.lists(st.tuples(st.floats(0, 1), st.none() | st.integers(0, 4))))
def test_every_answer_with_a_word_is_counted_once(said: list[tuple[float, int | None]]) -> None:
    found = calibration(
        [result(score, None if word is None else word / 4, word) for score, word in said]
    )
    assert found.times == sum(word is not None for _, word in said)
    assert all(0 <= word.right <= word.times for word in found.words)
    assert found.gap is None or -1 <= found.gap <= 1
