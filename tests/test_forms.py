from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sat import FIRST, SECOND, THIRD, answers, form, right

from helpers.errors import KitError
from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.forms import FORMS, Form, FormPlan, drawn, form_of, keyed
from helpers.paths import LESSONS
from helpers.workbook import make_event

if TYPE_CHECKING:
    from pathlib import Path

AB = FormPlan(forms=("a", "b"))
OTHER = FormPlan(forms=("a", "b"), not_as=FIRST)


def test_code_names_that_count_up_divide_a_class_into_halves() -> None:
    given = Counter(drawn(AB.forms, f"heron-{number}") for number in range(1, 31))
    assert given == {"a": 15, "b": 15}


def test_other_code_names_are_drawn_by_chance_and_always_alike() -> None:
    names = [f"{first}{second}-heron" for first in "abcdefghij" for second in "abcdefghij"]
    given = [drawn(AB.forms, name) for name in names]
    assert given == [drawn(AB.forms, name) for name in names]
    assert 35 <= given.count("a") <= 65


@given(st.text(max_size=30))
def test_whatever_the_code_name_a_form_is_drawn(code: str) -> None:
    assert drawn(AB.forms, code) in AB.forms


@pytest.mark.parametrize("begun", ["a", "b"])
@pytest.mark.parametrize("code", ["heron-1", "heron-2"])
def test_a_form_that_was_begun_stays_whatever_the_code_name(begun: str, code: str) -> None:
    events = answers(FIRST, begun, right)[:1]
    assert form_of(AB, FIRST, events, code) == begun


@pytest.mark.parametrize(("begun", "other"), [("a", "b"), ("b", "a")])
@pytest.mark.parametrize("code", ["heron-1", "heron-2"])
def test_the_second_test_has_the_other_form(begun: str, other: str, code: str) -> None:
    assert form_of(OTHER, SECOND, answers(FIRST, begun, right)[:1], code) == other


@pytest.mark.parametrize("code", ["heron-1", "heron-2", "heron"])
def test_without_a_first_test_the_second_has_the_form_that_it_would_not_have_had(code: str) -> None:
    assert {form_of(AB, FIRST, [], code), form_of(OTHER, SECOND, [], code)} == {"a", "b"}


def test_the_second_test_stays_once_it_is_begun() -> None:
    late = [*answers(SECOND, "a", right)[:1], *answers(FIRST, "a", right)[:1]]
    assert form_of(OTHER, SECOND, late, "heron") == "a"


def test_only_answers_begin_a_test() -> None:
    item = form(FIRST, "b").items[0]
    reset = make_event("reset", lesson=FIRST, exercise=item.id)
    assert form_of(AB, FIRST, [reset], "heron-2") == "a"


def test_a_lesson_without_a_test_has_no_form() -> None:
    lesson = open_exercises("02-who-says-so")
    assert (lesson.forms, lesson.form([], "heron")) == ((), None)


def test_each_student_has_an_order_of_her_own_with_the_items_first() -> None:
    some = form(FIRST, "a")
    orders = {tuple(one.id for one in some.in_order(seed)) for seed in ("x", "y", "z")}
    assert len(orders) == 3
    for order in orders:
        assert sorted(order) == sorted(one.id for one in some.exercises)
        assert order[-len(some.blueprint.every) :] == tuple(o.id for o in some.blueprint.every)
    assert some.in_order("x") == some.in_order("x")


def test_an_item_and_its_key_make_a_choice_that_asks_how_sure_one_is() -> None:
    some = form(FIRST, "a")
    assert some.key
    item, key = some.items[0], some.key.items[0]
    choice = keyed(item, key)
    assert [option.id for option in choice.options if option.right] == [key.right]
    assert [option.text for option in choice.options] == [option.text for option in item.options]
    assert (choice.sure, choice.settle, choice.article) == (True, key.settle, item.article)


def test_a_key_with_other_options_is_refused() -> None:
    some = form(FIRST, "a")
    assert some.key
    key = msgspec.structs.replace(some.key.items[0], options={})
    with pytest.raises(KitError, match="has other options than the item"):
        keyed(some.items[0], key)


def test_without_its_key_a_form_asks_the_same_and_marks_nothing(tmp_path: Path) -> None:
    (tmp_path / FORMS).mkdir()
    for name in ("a.yaml", "blueprint.yaml"):
        text = (LESSONS / FORMS / name).read_text(encoding="utf-8")
        (tmp_path / FORMS / name).write_text(text, encoding="utf-8")
    bare = Form(tmp_path, "a")
    assert (bare.has_key, bare.key, bare.choices) == (False, None, ())
    assert bare.exercises == form(FIRST, "a").exercises


def test_forms_are_parallel_place_by_place() -> None:
    forms = [form(FIRST, "a"), form(FIRST, "b"), form(THIRD, "c")]
    alike = [
        {
            some.place(choice.id): (
                choice.show,
                len(choice.options),
                any(option.sound for option in choice.options if option.right),
                sorted(option.slip for option in choice.options),
            )
            for choice in some.choices
        }
        for some in forms
    ]
    assert alike[0] == alike[1] == alike[2]


def test_a_test_is_asked_in_one_form(tmp_path: Path) -> None:
    del tmp_path
    lesson = open_exercises(FIRST)
    asked = [one.id for one in lesson.asked((), lesson.form([], "heron-2"))]
    assert asked == [one.id for one in form(FIRST, "a").exercises]


def test_exercises_of_both_forms_are_found_by_name() -> None:
    lesson = LessonExercises(open_exercises(FIRST).path)
    assert {lesson.exercise(name).article for name in ("a-s11-picture", "b-s11-picture")} == {
        "river-landing",
        "mountain-column",
    }
