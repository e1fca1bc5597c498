"""Cards of each kind in a real JupyterLab: attempts, hints, the marker by every route, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from hands import Keys, Mouse
from helpers.words.interface import FOR_THE_BROWSER as WORDS
from lab import PATIENCE, Notebook
from playwright.sync_api import expect
from small import ARTICLE, TEXT

from helpers.words import annotation_text, card_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lab import Card, Lab
    from playwright.sync_api import Browser

KINDS = (
    "pick",
    "place",
    "row",
    "letters",
    "vote",
    "judge",
    "likely",
    "guess",
    "trip",
    "sure",
    "label",
)
"""The cards of the small lesson, one of each kind."""
SHORTCUTS = ("x", "d", "d", "a", "b", "m", "y", "r", "Shift+ArrowDown", "Shift+m", "c", "v", "z")
CONTROLS = ("[type=radio]", "[data-do]", ".word[tabindex='0']", "summary", "[type=submit]")
OPEN_ALL = "(piece) => { for (const el of piece.querySelectorAll('details')) el.open = true; }"
OUTLINE = """(piece) => {
    if (!piece.contains(document.activeElement)) return 9;
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
}"""
FOCUSED = "() => document.activeElement.outerHTML"
FOCUS_INSIDE = "(piece) => piece.contains(document.activeElement)"


@pytest.fixture(scope="module")
def opened(
    browser: Browser, browser_context_args: dict[str, Any], lab: Lab, small: str
) -> Iterator[Notebook]:
    """One page for all tests of this file, on a machine with a mouse and a touch screen."""
    context = browser.new_context(**browser_context_args, has_touch=True)
    context.set_default_timeout(PATIENCE * 1000)
    yield Notebook(context.new_page(), lab.fresh()).open(small)
    context.close()


@pytest.fixture
def lesson(opened: Notebook) -> Notebook:
    """Begin with an empty work folder and an empty browser."""
    return opened.begin_again()


def give(card: Card, **answer: str) -> None:
    """Answer by mouse and wait for the feedback."""
    Mouse().fill(card, {name: [value] for name, value in answer.items()})
    card.commit()
    expect(card.feedback).to_be_focused()


def span(first: int, last: int) -> str:
    """Write words, by number, as a mark does.

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
    card.pick("option", "this")
    card.commit()
    expect(card.status).to_have_text(card_text.SURE_FIRST)
    expect(card.control("option", "this")).to_be_checked()
    sort.sure()
    sort.commit()
    expect(sort.status).to_have_text("2 of 2 still wait for a place.")
    expect(lesson.page.locator(".atr .feedback")).to_have_count(0)
    assert not lesson.lab.events()


def test_a_second_attempt_after_a_first_look(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="that")
    expect(card.feedback).to_contain_text(card_text.first_look(0))
    expect(card.feedback).not_to_contain_text("It is.")
    card.button(card_text.AGAIN).click()
    expect(card.control("option", "that")).to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    give(card, option="this")
    expect(card.feedback).to_contain_text("It is.")
    expect(card.button(card_text.AGAIN)).to_have_count(0)
    answers = [answer["answer"]["option"] for answer in lesson.lab.answers("pick")]
    assert answers == [["that"], ["this"]]


def test_reveal_reset_and_undo(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="that")
    card.button(card_text.REVEAL).click()
    expect(card.feedback).to_contain_text("It is.")
    card.button(card_text.RESET).click()
    expect(card.feedback).to_have_count(0)
    expect(card.control("option", "that")).not_to_be_checked()
    assert card.piece.evaluate(FOCUS_INSIDE)
    card.button(card_text.UNDO).click()
    expect(card.feedback).to_be_focused()
    expect(card.feedback).to_contain_text("It is.")
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
    card = lesson.card("row")
    moved, *others = card.order()
    below = {"x": 5, "y": card.row(others[-1]).bounding_box()["height"] - 3}
    card.row(moved).locator(".text").drag_to(card.row(others[-1]), target_position=below)
    expect(card.status).to_have_text("Moved to place 4 of 4.")
    assert card.order() == [*others, moved]


# --- the marker -------------------------------------------------------------------------------


def test_dragging_marks_and_a_click_on_the_mark_removes_it(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(4, 2)  # backwards
    assert card.marks() == [f"source {span(2, 4)}"]
    expect(card.status).to_have_text("Marked as source: said that forty")
    expect(card.word(3)).to_have_attribute("aria-selected", "true")
    card.word(3).click()
    assert card.marks() == []
    expect(card.status).to_have_text("Mark removed: said that forty")
    expect(card.word(3)).to_have_attribute("aria-selected", "false")


def test_neighbours_stay_apart_and_what_shares_a_word_grows(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 3)
    card.word(4).click()
    assert card.marks() == [f"source {span(2, 3)}", f"source {span(4, 4)}"]
    card.drag(3, 4)
    assert card.marks() == [f"source {span(2, 4)}"]


@pytest.mark.parametrize(("exercise", "labels"), [("letters", 1), ("shared", 2)])
def test_a_word_takes_a_second_label_only_where_it_may(
    lesson: Notebook, exercise: str, labels: int
) -> None:
    card = lesson.card(exercise)
    card.drag(2, 3)
    card.pick("_label", "cue")
    card.drag(3, 4)
    assert len(card.marks()) == labels
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
    assert card.marks() == [f"source {span(2, 4)}"]
    row.get_by_role("button", name=WORDS["piece"]).click()
    expect(card.status).to_have_text(WORDS["pieceNext"])
    card.drag(7, 7)
    assert card.marks() == [f"source {span(2, 4)} {span(7, 7)}"]
    row.get_by_role("button", name=WORDS["remove"]).press("Enter")
    assert card.marks() == []
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
    (mark,) = card.marks()
    start, end = map(int, mark.removeprefix("content ").split("-"))
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
    assert card.marks() == []
    keys_to_word(card, 2, 4)
    lesson.page.keyboard.press("Enter")
    assert card.marks() == [f"source {span(2, 4)}"]
    lesson.page.keyboard.press("ArrowLeft")
    lesson.page.keyboard.press("Space")
    assert card.marks() == []
    for key, word in {"Home": 0, "ArrowLeft": 0, "End": 12, "ArrowRight": 12}.items():
        lesson.page.keyboard.press(key)
        assert card.focused_word() == word, key


def test_fingers_tap_the_first_word_and_the_last(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.control("_label", "cue").tap()
    card.word(2).tap()
    expect(card.status).to_contain_text("Start: said")
    card.word(4).tap()
    assert card.marks() == [f"cue {span(2, 4)}"]
    card.word(6).tap()
    card.word(6).tap()
    assert card.marks() == [f"cue {span(2, 4)}", f"cue {span(6, 6)}"]
    card.word(3).tap()
    assert card.marks() == [f"cue {span(6, 6)}"]
    card.control("confidence", "100").tap()
    card.form.locator("[type=submit]").tap()
    expect(card.feedback).to_be_focused()
    assert lesson.lab.answers("shared")[0]["answer"] == {"mark": [f"cue {span(6, 6)}"]}


@pytest.mark.parametrize("hands", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_emoji_accents_and_right_to_left_words_are_marked_to_the_letter(
    lesson: Notebook, hands: Mouse | Keys
) -> None:
    card = lesson.card("letters")
    answer = right_answer(card.exercise)
    hands.fill(card, answer)
    hands.commit(card)
    expect(card.feedback).to_be_focused()
    (event,) = lesson.lab.answers("letters")
    assert sorted(event["answer"]["mark"]) == sorted(answer["mark"])
    assert card.exercise.mark(event["answer"]).right
    expect(card.feedback).to_contain_text(TEXT.split()[0])


def test_marks_come_back_after_the_page_is_drawn_anew(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(2, 4)
    card.word(0).click()
    drawn = card.marks()
    lesson.run_again()
    assert lesson.card("letters").marks() == drawn != []


# --- the focus ----------------------------------------------------------------------------------


def test_every_control_that_tab_reaches_shows_its_focus(lesson: Notebook) -> None:
    shown = 0
    for exercise in KINDS:
        card = lesson.card(exercise)
        card.piece.evaluate(OPEN_ALL)
        card.first_control().focus()
        while card.piece.evaluate(FOCUS_INSIDE):
            lesson.page.keyboard.press("Tab")
            assert card.piece.evaluate(OUTLINE) >= 2, card.piece.evaluate(FOCUSED)
            shown += 1
    assert shown > 25


# --- the notebook's own keys --------------------------------------------------------------------


def test_one_key_shortcuts_of_the_notebook_change_nothing(lesson: Notebook) -> None:
    before = lesson.cells()
    for exercise in KINDS:
        card = lesson.card(exercise)
        there = [c for c in CONTROLS if card.piece.locator(f"{c}:visible").count()]
        for control in there:
            card.piece.locator(f"{control}:visible").first.focus()
            press_shortcuts(card)
        card.first_control().focus()
        card.button(card.form.locator("[type=submit]").inner_text()).wait_for()
        expect(card.feedback).to_have_count(0)
    give(lesson.card("vote"), option="no-thanks")
    press_shortcuts(lesson.card("vote"))
    expect(lesson.card("vote").feedback).to_be_focused()
    assert lesson.cells() == before


def press_shortcuts(card: Card) -> None:
    for key in SHORTCUTS:
        card.page.keyboard.press(key)
