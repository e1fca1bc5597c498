"""Cards in a real JupyterLab: attempts, hints, annotating by every route."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from hands import Fingers, Hands, Keys, Mouse, give, press_shortcuts
from looks import must_be_accessible
from playwright.sync_api import expect
from small import ARTICLE, TEXT

from helpers.words import annotation_text, answer_text, card_text
from helpers.words.browser_text import WORDS

if TYPE_CHECKING:
    from lab import Notebook
    from page_card import Card

FOCUS_INSIDE = "(piece) => piece.contains(document.activeElement)"


def span(first: int, last: int) -> str:
    """Write words, by number, as an annotation does.

    >>> span(0, 0)
    '0-3'
    """
    words = [word for sentence in ARTICLE.sentences for word in ARTICLE.words(sentence.span)]
    return f"{words[first].start}-{words[last].end}"


def keys_to_word(card: Card, first: int, last: int) -> None:
    """Go to a word with the keyboard and stretch to another."""
    Keys().tab_to(card, ".word")
    Keys().stretch(card, first, last)


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
    control.fill("5") if field == "days-high" else control.check()
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
    expect(card.feedback).to_contain_text(card_text.first_look(0))
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


# --- annotating -------------------------------------------------------------------------------


def test_dragging_marks_and_a_click_on_the_mark_removes_it(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(4, 2)  # backwards
    assert card.annotations() == [f"source {span(2, 4)}"]
    expect(card.status).to_have_text("Marked as source: said that forty")
    expect(card.word(3)).to_have_attribute("aria-selected", "true")
    card.word(3).click()
    assert card.annotations() == []
    expect(card.status).to_have_text("Mark removed: said that forty")
    expect(card.word(3)).to_have_attribute("aria-selected", "false")


def test_neighbours_stay_apart_and_what_shares_a_word_grows(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 3)
    card.word(4).click()
    assert card.annotations() == [f"source {span(2, 3)}", f"source {span(4, 4)}"]
    card.drag(3, 4)
    assert card.annotations() == [f"source {span(2, 4)}"]


@pytest.mark.parametrize(("exercise", "labels"), [("letters", 1), ("shared", 2)])
def test_a_word_takes_a_second_label_only_where_it_may(
    lesson: Notebook, exercise: str, labels: int
) -> None:
    card = lesson.card(exercise)
    card.drag(2, 3)
    assert len(card.annotations()) == 1
    card.pick("_label", "cue")
    card.drag(3, 4)
    assert len(card.annotations()) == labels
    said = WORDS["taken"] if labels == 1 else "Marked as cue: that forty"
    expect(card.status).to_have_text(said)


def test_the_list_nudges_joins_and_removes(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 4)
    row = card.form.locator(".marks li")
    expect(row).to_contain_text("said that forty")
    row.get_by_role("button", name=WORDS["startRight"]).click()
    expect(card.status).to_have_text("Now: that forty")
    row.get_by_role("button", name=WORDS["endLeft"]).click()
    row.get_by_role("button", name=WORDS["startLeft"]).click()
    row.get_by_role("button", name=WORDS["endRight"]).click()
    assert card.annotations() == [f"source {span(2, 4)}"]
    row.get_by_role("button", name=WORDS["piece"]).click()
    expect(card.status).to_have_text(WORDS["pieceNext"])
    card.drag(7, 7)
    assert card.annotations() == [f"source {span(2, 4)} {span(7, 7)}"]
    row.get_by_role("button", name=WORDS["remove"]).press("Enter")
    assert card.annotations() == []
    expect(row).to_have_text(WORDS["none"])
    assert card.focused_word() >= 0, "the focus is lost with the row"


def test_marking_from_lists_needs_no_selection(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.piece.get_by_text(annotation_text.MARK_LIST).click()
    first, last = card.form.locator("[data-first]"), card.form.locator("[data-last]")
    first.select_option("5")
    expect(last).to_have_value("5")
    last.select_option("6")
    card.pick("_label", "content")
    card.button(annotation_text.MARK_BUTTON).click()
    (line,) = card.annotations()
    start, end = map(int, line.removeprefix("content ").split("-"))
    assert TEXT[start:end] == " ".join(TEXT.split()[5:7])
    expect(card.status).to_contain_text("Marked as content:")


def test_the_keyboard_stretches_marks_lets_go_and_removes(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.first_control().focus()
    keys_to_word(card, 2, 4)
    expect(card.status).to_have_text("Selected: said that forty")
    expect(card.form.locator(".selecting")).to_have_count(3)
    lesson.page.keyboard.press("Escape")
    expect(card.form.locator(".selecting")).to_have_count(0)
    assert card.annotations() == []
    keys_to_word(card, 2, 4)
    lesson.page.keyboard.press("Enter")
    assert card.annotations() == [f"source {span(2, 4)}"]
    lesson.page.keyboard.press("ArrowLeft")
    lesson.page.keyboard.press("Space")
    assert card.annotations() == []
    for key, word in {"Home": 0, "ArrowLeft": 0, "End": 12, "ArrowRight": 12}.items():
        lesson.page.keyboard.press(key)
        assert card.focused_word() == word, key


def test_fingers_tap_the_first_word_and_the_last(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.control("_label", "cue").tap()
    card.word(2).tap()
    expect(card.status).to_contain_text("Start: said")
    card.word(4).tap()
    assert card.annotations() == [f"cue {span(2, 4)}"]
    card.word(6).tap()
    card.word(6).tap()
    assert card.annotations() == [f"cue {span(2, 4)}", f"cue {span(6, 6)}"]
    card.word(3).tap()
    assert card.annotations() == [f"cue {span(6, 6)}"]
    card.control("_sure", "100").tap()
    card.submit.tap()
    card.answered()
    assert lesson.lab.answers("shared")[0]["answer"] == {"annotation": [f"cue {span(6, 6)}"]}


@pytest.mark.parametrize("hands", [Mouse(), Keys(), Fingers()], ids=["mouse", "keyboard", "touch"])
def test_emoji_accents_and_right_to_left_words_are_marked_to_the_letter(
    lesson: Notebook, hands: Hands
) -> None:
    card = lesson.card("letters")
    answer = right_answer(card.exercise)
    hands.fill(card, answer)
    hands.commit(card)
    card.answered()
    (event,) = lesson.lab.answers("letters")
    assert sorted(event["answer"]["annotation"]) == sorted(answer["annotation"])
    assert card.exercise.mark(card.exercise.read(event["answer"])).right
    expect(card.feedback).to_contain_text(TEXT.split()[0])


def test_marks_come_back_after_the_page_is_drawn_anew(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(2, 4)
    card.word(0).click()
    drawn = card.annotations()
    lesson.run_again()
    assert lesson.card("letters").annotations() == drawn != []


# --- the notebook's own keys --------------------------------------------------------------------


def test_one_key_shortcuts_change_nothing_after_the_answer(lesson: Notebook) -> None:
    before = lesson.cells()
    card = lesson.card("vote")
    give(card, option="b")
    press_shortcuts(lesson.page)
    expect(card.feedback).to_be_focused()
    assert lesson.cells() == before
