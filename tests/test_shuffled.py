"""Mixing: each student has options and items in an order of her own, the same one each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import Node, parse
from support import card_state, make_exercises, write

from helpers.view.card import render_card

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

NAMES = [f"code-{number}" for number in range(60)]
MIXED = {"choice": ("pick", "Text", "abcd"), "sort": ("place", "Item", ("one", "two", "three"))}
ANSWERS: dict[str, Answer] = {
    "pick": {"option": ["b"]},
    "place": {"one": ["far"], "two": ["out"], "three": ["in"]},
}
each = pytest.mark.parametrize("kind", MIXED)


def lesson(folder: Path, kind: str, **fields: object) -> LessonExercises:
    again = {"choice": "pick-2", "sort": "place-2"}[kind]
    return make_exercises(folder, write(kind, **fields), write(kind, id=again, **fields))


def order(page: Node, kind: str) -> tuple[str, ...]:
    """Read in which order a page lists what it lists."""
    _, word, names = MIXED[kind]
    return tuple(sorted(names, key=lambda name: page.text.index(f"{word} {name}")))


def orders(exercises: LessonExercises, kind: str, *answers: Answer) -> list[tuple[str, ...]]:
    """Give the order that each of many students meets."""
    states = [card_state(exercises, MIXED[kind][0], *answers, seed=name) for name in NAMES]
    return [order(parse(render_card(state)), kind) for state in states]


@each
def test_students_meet_different_orders_and_none_is_left_out(tmp_path: Path, kind: str) -> None:
    names = MIXED[kind][2]
    found = orders(lesson(tmp_path, kind), kind)
    assert {one[0] for one in found} == {one[-1] for one in found} == {*names}
    assert len({*found}) > len(names)


@each
def test_one_student_meets_the_same_order_each_time(tmp_path: Path, kind: str) -> None:
    exercises = lesson(tmp_path, kind)
    assert orders(exercises, kind) == orders(exercises, kind)


def test_the_feedback_on_items_stands_in_the_order_of_the_form(tmp_path: Path) -> None:
    exercises = lesson(tmp_path, "sort")
    answer = ANSWERS["place"]
    assert orders(exercises, "sort", answer, answer) == orders(exercises, "sort")


@each
def test_two_cards_of_one_student_are_mixed_apart(tmp_path: Path, kind: str) -> None:
    exercises = lesson(tmp_path, kind)
    pairs = [
        tuple(
            order(parse(render_card(card_state(exercises, name, seed=seed))), kind)
            for name in exercises.ids
        )
        for seed in NAMES
    ]
    assert any(one != other for one, other in pairs)


@each
def test_what_comes_in_order_stays_in_order(tmp_path: Path, kind: str) -> None:
    exercises = lesson(tmp_path, kind, in_order=True)
    assert {*orders(exercises, kind)} == {(*MIXED[kind][2],)}
    answer = ANSWERS[MIXED[kind][0]]
    if kind == "sort":
        assert {*orders(exercises, kind, answer, answer)} == {(*MIXED[kind][2],)}


def test_both_votes_have_their_views_where_the_file_has_them(tmp_path: Path) -> None:
    exercises = make_exercises(tmp_path, write("poll"))
    pages = [parse(render_card(card_state(exercises, "vote", seed=name))) for name in NAMES]
    assert {tuple(p.text for p in page.marked("pick")) for page in pages} == {("Text a", "Text b")}


def test_a_mixed_answer_means_what_it_meant_in_the_file(tmp_path: Path) -> None:
    exercises = lesson(tmp_path, "choice")
    for name in NAMES[:10]:
        state = card_state(exercises, "pick", ANSWERS["pick"], seed=name)
        [row] = parse(render_card(state)).marked("chosen")
        assert "Text b" in row.text
        assert "Verdict b." in row.text
