"""Lessons in a real JupyterLab: every exercise by mouse and by keyboard alone, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hands import Keys, Mouse
from lab import right_answer
from playwright.sync_api import expect

from helpers.view import strings

if TYPE_CHECKING:
    from lab import Card, Notebook

    from helpers.kinds.base import Mark

KINDS = {"pick": "option", "place": "one", "row": "", "letters": "_label", "vote": "option"}
"""The cards of the small lesson, one of each kind, and a group of radio buttons in each."""
SHORTCUTS = ["x", "d", "d", "a", "b", "m", "y", "r", "Shift+ArrowDown", "Shift+m", "c", "v", "z"]
FOCUS_INSIDE = "(piece) => piece.contains(document.activeElement)"


@pytest.fixture
def small_lesson(notebook: Notebook, small: str) -> Notebook:
    return notebook.open(small).run_all()


def marked(lesson: Notebook, exercise: str) -> Mark:
    """Mark the one answer to an exercise that lies on disk."""
    (answer,) = lesson.lab.answers(exercise)
    return lesson.exercise(exercise).mark(answer["answer"])


def give(card: Card, **answer: str) -> None:
    """Answer by mouse and wait for the feedback."""
    Mouse().fill(card, {name: [value] for name, value in answer.items()})
    card.commit()
    expect(card.feedback).to_be_focused()


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_every_exercise_is_answered_rightly(notebook: Notebook, hands: Mouse | Keys) -> None:
    lesson = notebook.open("02-who-says-so").run_all()
    ids = lesson.sheet().ids
    for exercise in ids:
        card = lesson.card(exercise)
        hands.fill(card, right_answer(card.exercise))
        hands.commit(card)
        expect(card.feedback).to_be_focused()
        expect(card.status).to_have_text(strings.KEPT_DISK)
        assert marked(lesson, exercise).right, lesson.lab.answers(exercise)
    done = strings.progress(len(ids), len(ids))
    expect(lesson.piece("lesson.progress()")).to_contain_text(done)


def test_no_feedback_before_an_answer_and_its_confidence(small_lesson: Notebook) -> None:
    card = small_lesson.card("pick")
    card.sure()
    card.commit()
    expect(card.status).to_have_text("Choose an answer first.")
    card.pick("option", "this")
    card.form.evaluate("(form) => { form.elements.confidence.value = null; }")
    card.commit()
    expect(card.status).to_have_text(strings.SURE_FIRST)
    expect(card.feedback).to_have_count(0)
    expect(card.control("option", "this")).to_be_checked()
    assert not small_lesson.lab.events()


def test_a_second_attempt_after_a_first_look(small_lesson: Notebook) -> None:
    card = small_lesson.card("pick")
    give(card, option="that")
    expect(card.feedback).to_contain_text(strings.first_look(0))
    expect(card.feedback).not_to_contain_text("It is.")
    card.button(strings.AGAIN).click()
    expect(card.control("option", "that")).to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    give(card, option="this")
    expect(card.feedback).to_contain_text("It is.")
    expect(card.button(strings.AGAIN)).to_have_count(0)
    assert len(small_lesson.lab.answers("pick")) == 2


def test_reveal_reset_and_undo(small_lesson: Notebook) -> None:
    card = small_lesson.card("pick")
    give(card, option="that")
    card.button(strings.REVEAL).click()
    expect(card.feedback).to_contain_text("It is.")
    card.button(strings.RESET).click()
    expect(card.feedback).to_have_count(0)
    expect(card.control("option", "that")).not_to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    card.button(strings.UNDO).click()
    expect(card.feedback).to_be_focused()
    expect(card.feedback).to_contain_text("It is.")
    assert [e["what"] for e in small_lesson.lab.events()] == ["answer", "reveal", "reset", "undo"]


def test_hints_open_one_after_the_other(small_lesson: Notebook) -> None:
    card = small_lesson.card("pick")
    first, second = card.piece.get_by_text("Look once."), card.piece.get_by_text("Look twice.")
    expect(first).to_be_hidden()
    card.piece.get_by_text(strings.hint(1, 2)).click()
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    card.piece.get_by_text(strings.hint(2, 2)).click()
    expect(second).to_be_visible()


def test_an_item_is_dragged_to_its_place(small_lesson: Notebook) -> None:
    card = small_lesson.card("row")
    moved, *others = card.order()
    card.row(moved).locator(".text").drag_to(
        card.row(others[-1]), target_position={"x": 5, "y": 30}
    )
    expect(card.status).to_have_text("Moved to place 4 of 4.")
    assert card.order() == [*others, moved]


def test_one_key_shortcuts_of_the_notebook_change_nothing(small_lesson: Notebook) -> None:
    before = small_lesson.cells()
    for exercise in KINDS:
        card = small_lesson.card(exercise)
        for control in controls(card):
            card.piece.locator(control).first.focus()
            press_shortcuts(card)
        Keys().fill(card, right_answer(card.exercise))
        Keys().commit(card)
        expect(card.feedback).to_be_focused()
        press_shortcuts(card)
    assert small_lesson.cells() == before


def controls(card: Card) -> list[str]:
    """Name one control of each sort that a card has."""
    sorts = [
        "[type=radio]",
        "[data-do]",
        ".word[tabindex='0']",
        "summary",
        "select",
        "[type=submit]",
    ]
    return [sort for sort in sorts if card.piece.locator(sort).first.is_visible()]


def press_shortcuts(card: Card) -> None:
    for key in SHORTCUTS:
        card.page.keyboard.press(key)
