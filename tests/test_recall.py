from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import answering, make_exercises, message, write

from helpers.kinds.recall import Recall
from helpers.lesson import Lesson
from helpers.words import result_text
from helpers.workbook import Workbook, make_event, new_workbook

if TYPE_CHECKING:
    from pathlib import Path

    from support import Fields

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Event

POOL = tuple("abcdefgh")
RECALL = Recall(take=4, of=POOL)


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    picks = [write("choice", id=f"pick-{name}", ask=f"Which {name}") for name in POOL]
    pool = {"take": 3, "of": [pick["id"] for pick in picks]}
    exercises = make_exercises(tmp_path, *picks, write("poll"), recall=pool)
    return Lesson(exercises, Workbook(tmp_path / "work"))


def asked(lesson: Lesson) -> list[str]:
    return [lesson.recall(number).about["exercise"] for number in (1, 2, 3)]


def test_one_code_name_draws_the_same_questions_each_time() -> None:
    assert RECALL.drawn((), "amber-heron") == RECALL.drawn((), "amber-heron")


def test_code_names_draw_different_questions_and_each_is_drawn_by_some() -> None:
    draws = {RECALL.drawn((), f"code-{number}") for number in range(50)}
    assert len(draws) > 25
    assert {name for draw in draws for name in draw} == {*POOL}
    assert all(len(set(draw)) == 4 for draw in draws)


@pytest.mark.parametrize("answered", [{"h"}, {"b", "h"}, {*POOL}])
def test_what_is_answered_stays_whatever_the_code_name(answered: set[str]) -> None:
    for number in range(20):
        drawn = RECALL.drawn(answered, f"code-{number}")
        assert len(answered & {*drawn}) == min(4, len(answered))


def test_a_lesson_asks_what_was_drawn_and_counts_nothing_else(lesson: Lesson) -> None:
    assert len(set(asked(lesson))) == 3
    assert result_text.DONE.format(done=0, all=4) in lesson.progress().markup


def test_a_code_name_chosen_on_the_way_changes_no_question(lesson: Lesson) -> None:
    before = asked(lesson)
    for code in ("one", "two", "three"):
        lesson.book.add(make_event("code", code=code))
        assert asked(lesson) == before


def test_an_answered_question_is_there_again_after_a_restart(lesson: Lesson) -> None:
    first = asked(lesson)[2]
    lesson.book.add(answering(first, {"option": ["a"]}))
    for _ in range(5):
        again = Lesson(lesson.exercises, Workbook(lesson.book.folder))
        assert asked(again)[0] == first


def test_a_page_that_becomes_somebody_elses_asks_what_she_was_asked(lesson: Lesson) -> None:
    hers = {"pick-a", "pick-c", "pick-e"}
    book = Workbook(lesson.book.folder)
    book.add(*(answering(name, {"option": ["a"]}) for name in hers))
    page = Lesson(lesson.exercises, Workbook(lesson.book.folder))
    page.desk.turn_to(new_workbook(), confirmed=True)
    cards = [page.recall(number) for number in (1, 2, 3)]
    progress = page.progress()
    page.desk.turn_to(book.id, confirmed=True)
    assert {card.about["exercise"] for card in cards} == hers
    assert all("Verdict a." in card.markup for card in cards)
    assert result_text.DONE.format(done=3, all=4) in progress.markup


def test_what_comes_back_to_an_open_page_is_on_it(lesson: Lesson) -> None:
    cards = [lesson.recall(number) for number in (1, 2, 3)]
    here = {card.about["exercise"] for card in cards}
    back = next(f"pick-{name}" for name in POOL if f"pick-{name}" not in here)
    lesson.book.add(answering(back, {"option": ["a"]}))
    for piece in lesson.desk.pieces:
        piece.refresh()
    assert cards[0].about["exercise"] == back
    assert "Verdict a." in cards[0].markup


@given(st.sets(st.integers(0, 3)), st.text())
def test_an_answer_exchanges_no_other_question(answered: set[int], seed: str) -> None:
    drawn = RECALL.drawn((), seed)
    assert {*RECALL.drawn({drawn[number] for number in answered}, seed)} == {*drawn}


@given(st.integers(0, 4), st.text())
def test_whoever_answers_from_the_top_finds_all_in_its_place(answered: int, seed: str) -> None:
    drawn = RECALL.drawn((), seed)
    assert RECALL.drawn(drawn[:answered], seed) == drawn


@pytest.mark.parametrize("seed", [f"code-{number}" for number in range(12)])
def test_what_comes_first_is_drawn_before_the_rest_and_after_what_is_kept(seed: str) -> None:
    drawn = RECALL.drawn({"a"}, seed, {"g", "h"}.__contains__)
    assert drawn[0] == "a"
    assert {*drawn[1:3]} == {"g", "h"}
    assert drawn[3] in "bcdef"


def test_of_much_that_comes_first_chance_draws() -> None:
    drawn = {
        RECALL.drawn((), f"code-{number}", lambda name: name in "cdefgh") for number in range(40)
    }
    assert len(drawn) > 20
    assert {name for one in drawn for name in one} == {*"cdefgh"}


def tempting(name: str, slip: str) -> Fields:
    """Write a choice of which the wrong option shows a slip."""
    right, wrong, *_ = write("choice")["options"]
    return write("choice", id=name, ask=f"Ask {name}", options=[right, {**wrong, "slip": slip}])


@pytest.fixture
def trapped(tmp_path: Path) -> LessonExercises:
    """Write a lesson with a question, and two pools of which some tempt as it does."""
    asked = [tempting("here", "x=y"), tempting("there", "z=y")]
    pooled = [
        tempting(f"{pool}-{name}", slip)
        for pool in ("old", "new")
        for name, slip in (("x1", "x=y"), ("z1", "z=y"), ("x2", "x=y"), ("z2", "z=y"))
    ]
    names = {pool: [one["id"] for one in pooled if one["id"].startswith(pool)] for pool in POOLS}
    recall, rematch = ({"take": take, "of": names[pool]} for pool, take in POOLS.items())
    return make_exercises(tmp_path / "lesson", *asked, *pooled, recall=recall, rematch=rematch)


POOLS = {"old": 2, "new": 1}
FELL, ROSE = {"option": ["b"]}, {"option": ["a"]}


def opened(exercises: LessonExercises, folder: Path, *events: Event) -> Lesson:
    """Open the lesson as it is opened the next day."""
    book = Workbook(folder / "work")
    book.add(*events)
    return Lesson(exercises, book)


def rematch(lesson: Lesson) -> str:
    """Name the question of the rematch, "" if none waits."""
    return str(lesson.rematch(1).about.get("exercise", ""))


def test_old_questions_that_tempt_as_an_open_trap_did_come_first(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    for number in range(10):
        lesson = opened(trapped, tmp_path / str(number), answering("here", FELL))
        assert {lesson.recall(n).about["exercise"] for n in (1, 2)} == {"old-x1", "old-x2"}


def test_without_a_trap_there_is_no_rematch_and_the_page_says_so(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    lesson = opened(trapped, tmp_path, answering("here", ROSE))
    assert result_text.NO_REMATCH in lesson.rematch(1).markup
    assert rematch(lesson) == ""


def test_a_rematch_tempts_as_the_open_trap_did(trapped: LessonExercises, tmp_path: Path) -> None:
    for number in range(10):
        lesson = opened(trapped, tmp_path / str(number), answering("here", FELL))
        assert rematch(lesson) in {"new-x1", "new-x2"}
        assert result_text.NO_REMATCH in lesson.rematch(2).markup


def test_a_rematch_that_is_won_beats_the_trap_and_no_other_waits(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    won = answering("here", FELL), answering("new-x1", ROSE)
    assert rematch(opened(trapped, tmp_path, *won)) == ""


def test_a_rematch_that_is_lost_brings_a_question_that_was_not_answered(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    fell = answering("here", FELL), answering("new-x1", FELL)
    for number in range(10):
        assert rematch(opened(trapped, tmp_path / str(number), *fell)) == "new-x2"


def test_once_all_that_tempts_is_answered_no_rematch_waits(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    fell = [answering(name, FELL) for name in ("here", "new-x1", "new-x2")]
    for number in range(10):
        assert rematch(opened(trapped, tmp_path / str(number), *fell)) == ""


def test_a_trap_that_nothing_in_the_pool_sets_again_has_no_rematch(tmp_path: Path) -> None:
    pool = [tempting(name, "z=y") for name in ("z1", "z2")]
    rule = {"take": 1, "of": ["z1", "z2"]}
    exercises = make_exercises(tmp_path, tempting("here", "x=y"), *pool, rematch=rule)
    assert rematch(opened(exercises, tmp_path, answering("here", FELL))) == ""


def test_a_rematch_stays_while_the_page_is_open(trapped: LessonExercises, tmp_path: Path) -> None:
    lesson = opened(trapped, tmp_path, answering("here", FELL))
    name = rematch(lesson)
    card = lesson.rematch(1)
    card.hear(message(name, answer=ROSE, confidence=100))
    assert "Verdict a." in card.markup
    assert rematch(lesson) == name


def test_a_page_that_becomes_somebody_elses_has_her_rematch(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    opened(trapped, tmp_path, answering("here", FELL))
    lesson = Lesson(trapped, Workbook(tmp_path / "work"))
    hers = lesson.book.id
    lesson.desk.turn_to(new_workbook(), confirmed=True)
    card = lesson.rematch(1)
    assert (card.about, result_text.NO_REMATCH in card.markup) == ({}, True)
    lesson.desk.turn_to(hers, confirmed=True)
    assert card.about["exercise"] in {"new-x1", "new-x2"}
    assert result_text.NO_REMATCH not in card.markup
    lesson.desk.turn_to(new_workbook(), confirmed=True)
    assert (card.about, result_text.NO_REMATCH in card.markup) == ({}, True)


def test_what_waits_in_a_pool_counts_only_where_it_was_drawn(
    trapped: LessonExercises, tmp_path: Path
) -> None:
    lesson = opened(trapped, tmp_path, answering("here", FELL))
    assert result_text.DONE.format(done=1, all=2 + POOLS["old"]) in lesson.progress().markup


@given(st.sets(st.sampled_from(POOL)), st.sets(st.sampled_from(POOL)), st.text())
def test_any_draw_holds_each_question_once(kept: set[str], first: set[str], seed: str) -> None:
    drawn = RECALL.drawn(kept, seed, first.__contains__)
    assert len({*drawn}) == len(drawn) == RECALL.take
    assert {*drawn} <= {*POOL}
