"""Texts, ranges and sliders in a real JupyterLab: typed, mended, carried along, drawn anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer, steps
from hands import Keys, Mouse
from playwright.sync_api import expect

from helpers.words.frames import NOTHING_MARKED, marks_held

if TYPE_CHECKING:
    from lab import Notebook


def test_a_text_comes_back_letter_by_letter_before_it_is_kept(lesson: Notebook) -> None:
    card = lesson.card("label")
    card.text.press_sequentially("A baker; x d d")
    lesson.run_again()
    expect(lesson.card("label").text).to_have_value("A baker; x d d")
    assert not lesson.lab.events()


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_a_text_is_looked_at_mended_rated_and_set_beside_a_model(
    lesson: Notebook, hands: Mouse | Keys
) -> None:
    card = lesson.card("label")
    hands.fill(card, {"text": ["A baker"]})
    hands.commit(card)
    expect(card.feedback).to_be_focused()
    expect(card.feedback).to_contain_text("No side is there.")
    expect(card.text).to_have_value("A baker")
    hands.fill(card, {"text": ["A baker from Rell"], "clear": ["2"]})
    hands.commit(card)
    expect(card.feedback).to_contain_text("A side is there.")
    expect(card.feedback).to_contain_text("It tells her trade.")
    kept = [event["answer"] for event in lesson.lab.answers("label")]
    assert kept == [{"text": ["A baker"]}, {"text": ["A baker from Rell"], "clear": ["2"]}]


def test_a_rubric_that_is_half_done_says_so_and_keeps_the_text(lesson: Notebook) -> None:
    card = lesson.card("label")
    card.text.fill(" ")
    card.commit()
    expect(card.status).to_have_text("Write something first.")
    assert not lesson.lab.events()


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_a_journey_goes_from_stop_to_stop_and_ends_with_a_chart(
    lesson: Notebook, hands: Mouse | Keys
) -> None:
    card = lesson.card("trip")
    for place, step in enumerate(steps(card.exercise, right_answer(card.exercise)), start=1):
        expect(card.form).to_contain_text(f"Stop {place} of 2")
        hands.fill(card, step)
        hands.commit(card)
        expect(card.feedback).to_be_focused()
    expect(card.piece.locator(".chart svg")).to_be_visible()
    expect(card.feedback).to_contain_text("There is a list.")


def test_a_journey_goes_on_after_the_page_is_drawn_anew(lesson: Notebook) -> None:
    card = lesson.card("trip")
    first, second = steps(card.exercise, right_answer(card.exercise))
    Mouse().fill(card, first)
    card.commit()
    expect(card.feedback).to_be_focused()
    card.written("two-low").fill("30")
    lesson.run_again()
    again = lesson.card("trip")
    expect(again.written("two-low")).to_have_value("30")
    Mouse().fill(again, second)
    again.commit()
    expect(again.feedback).to_contain_text("Nobody knows.")


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_ones_own_marks_come_back_with_the_sides_exchanged(
    lesson: Notebook, hands: Mouse | Keys
) -> None:
    expect(lesson.card("turned").piece).to_contain_text(NOTHING_MARKED)
    marked = lesson.card("shared")
    hands.fill(marked, right_answer(marked.exercise))
    hands.commit(marked)
    expect(marked.feedback).to_be_focused()
    card = lesson.card("turned")
    expect(card.form).to_contain_text("Ann said that forty")
    hands.fill(card, {f"mark-{n}": ["same"] for n in range(3)})
    hands.commit(card)
    expect(card.feedback).to_contain_text(marks_held(3, 3))


def test_a_slider_stays_under_the_finger_and_the_groups_are_drawn_anew(lesson: Notebook) -> None:
    toy = lesson.piece('lesson.show("toy"')
    slider = toy.get_by_label("How many are in the group")
    slider.focus()
    before = toy.locator(".chart").inner_html()
    for _ in range(5):
        lesson.page.keyboard.press("ArrowRight")
    expect(toy.locator(".finding")).to_contain_text("groups of 45")
    expect(slider).to_be_focused()
    assert toy.locator(".chart").inner_html() != before
    expect(toy.locator(".status")).to_contain_text("groups of 45")
    toy.get_by_label("One shared fate for all").check()
    expect(toy.locator(".finding")).not_to_contain_text("In 0 of")
