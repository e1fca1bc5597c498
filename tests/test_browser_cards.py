"""Cards in a real JupyterLab: attempts, hints, annotating by every route."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hands import Mouse, give, press_shortcuts
from looks import must_be_accessible
from playwright.sync_api import expect
from saving import press

from helpers.words import answer_text, card_text, saving_text
from helpers.words.kept_text import ON_A_COMPUTER

if TYPE_CHECKING:
    from lab import Notebook

FOCUS_INSIDE = "(piece) => piece.contains(document.activeElement)"


# --- attempts ---------------------------------------------------------------------------------


def test_no_feedback_before_an_answer_and_its_confidence(lesson: Notebook) -> None:
    card, sort = lesson.card("pick"), lesson.card("place")
    card.pick("option", "a")
    card.commit()
    expect(card.missing).to_have_text(card_text.SURE_FIRST)
    expect(card.control("option", "a")).to_be_checked()
    sort.sure()
    sort.commit()
    expect(sort.missing).to_contain_text("3 of 3 are still to do.")
    expect(lesson.page.locator(".atr .feedback")).to_have_count(0)
    assert not lesson.lab.events()


@pytest.mark.parametrize(
    ("exercise", "filled", "field", "says"),
    [
        ("place", {"one": "in", "three": "far"}, "two", "Choose a place for “Item two”."),
        ("sure", {"S1": "40"}, "S2", "Rate sentence S2."),
        ("guess", {"men-low": "1", "men-high": "2", "days-low": "3"}, "days-high", "two numbers"),
        ("vote", {}, "option", answer_text.CHOOSE_ONE),
        ("letters", {}, "_label", answer_text.MARK_FIRST),
    ],
)
def test_what_is_missing_is_said_where_it_is_missing_and_once(
    lesson: Notebook, exercise: str, filled: dict[str, str], field: str, says: str
) -> None:
    card = lesson.card(exercise)
    card.status.evaluate("(status) => (status.textContent = 'Saved.')")  # of an earlier answer
    Mouse().fill(card, {name: [value] for name, value in filled.items()})
    card.commit()
    expect(card.missing).to_contain_text(says)
    control = card.find(f'form [name="{field}"]').first
    expect(control).to_be_focused()
    expect(control).to_have_attribute("aria-invalid", "true")
    expect(control).to_have_accessible_description(card.missing.inner_text())
    expect(card.missing).to_be_in_viewport()
    # The focus reads it; a status that says it too would be heard twice.
    expect(card.status).to_be_empty()
    assert card.missing.get_attribute("role") is None
    match field:
        case "days-high":
            control.fill("5")
        case "_label":
            card.drag(0, 1)
        case _:
            control.check()
    expect(card.missing).to_have_count(0)
    expect(card.find("[aria-invalid], [aria-describedby]")).to_have_count(0)


def test_what_is_missing_where_the_focus_is_already_is_announced(lesson: Notebook) -> None:
    card = lesson.card("guess")
    card.written("men-low").press("Enter")
    expect(card.missing).to_have_attribute("role", "alert")
    expect(card.written("men-low")).to_be_focused()


def test_axe_finds_nothing_where_something_is_missing(lesson: Notebook) -> None:
    for exercise in ("pick", "place", "guess", "label"):
        lesson.card(exercise).commit()
        expect(lesson.card(exercise).missing).to_be_visible()
    must_be_accessible(lesson.page)


def test_a_second_attempt_after_a_first_look(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="b")
    expect(card.feedback).to_contain_text(card_text.NOT_YET)
    expect(card.feedback).not_to_contain_text("Why a.")
    card.button(card_text.AGAIN).click()
    expect(card.control("option", "b")).to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    give(card, option="a")
    expect(card.feedback).to_contain_text("Why a.")
    expect(card.button(card_text.AGAIN)).to_have_count(0)
    answers = [answer["answer"]["option"] for answer in lesson.lab.answers("pick")]
    assert answers == [["b"], ["a"]]


def test_reveal_reset_and_undo(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="b")
    card.button(card_text.REVEAL).click()
    expect(card.feedback).to_contain_text("Why a.")
    card.button(card_text.RESET).click()
    expect(card.feedback).to_have_count(0)
    expect(card.control("option", "b")).not_to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    card.button(card_text.UNDO).click()
    card.answered()
    expect(card.feedback).to_contain_text("Why a.")
    assert [e["what"] for e in lesson.lab.events()] == ["answer", "reveal", "reset", "undo"]


def test_a_card_that_is_reset_from_elsewhere_keeps_no_old_sentence(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="b")
    expect(card.status).to_have_text(ON_A_COMPUTER.both)
    press(lesson.bar(), saving_text.RESET_LESSON)
    expect(card.feedback).to_have_count(0)
    expect(card.status).to_be_empty()


def test_hints_open_one_after_the_other(lesson: Notebook) -> None:
    card = lesson.card("pick")
    first, second = card.piece.get_by_text("Look once."), card.piece.get_by_text("Look twice.")
    expect(first).to_be_hidden()
    card.piece.get_by_text(card_text.hint(1, 2)).click()
    expect(first).to_be_visible()
    expect(second).to_be_hidden()
    card.piece.get_by_text(card_text.hint(2, 2)).click()
    expect(second).to_be_visible()


def test_an_item_is_dragged_to_its_place(lesson: Notebook) -> None:
    card = lesson.card("line")
    card.piece.scroll_into_view_if_needed()  # a page that moves under the mouse ends a drag
    moved, *others = card.order()
    below = {"x": 5, "y": card.row(others[-1]).bounding_box()["height"] - 3}
    card.row(moved).locator(".text").drag_to(card.row(others[-1]), target_position=below)
    expect(card.status).to_have_text("Moved to place 4 of 4.")
    assert card.order() == [*others, moved]


# --- the notebook's own keys --------------------------------------------------------------------


def test_one_key_shortcuts_change_nothing_after_the_answer(lesson: Notebook) -> None:
    before = lesson.cells()
    card = lesson.card("vote")
    give(card, option="b")
    press_shortcuts(lesson.page)
    expect(card.feedback).to_be_focused()
    assert lesson.cells() == before
