"""The marker in a real JupyterLab, by every route: marks, refusals, edges, touch, drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from dragging import BENEATH, by_finger, by_mouse
from hands import Fingers, Hands, Keys, Mouse
from lab import FORGET
from looks import BEGUN, DRAFTS, PREFIX, must_be_accessible, resize
from playwright.sync_api import expect
from small import ARTICLE, STEM, TEXT

from helpers.words import annotation_text
from helpers.words.browser_text import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from lab import Notebook
    from page_card import Card

    Drag = Callable[[Card, str, int], None]


SMALL = """(form) => [...form.querySelectorAll(
    ".marking :is(button, .pick, select, summary, .edge)"
)]
    .map((el) => [el.className || el.localName, el.getBoundingClientRect().height])
    .filter(([, height]) => height < 44)"""


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


def taken(word: str, label: str = "source") -> str:
    """Say that a word belongs to another mark."""
    return WORDS["taken"].format(word=word, label=label)


def start(word: str) -> str:
    """Say where a mark starts."""
    return WORDS["start"].format(word=word)


def test_dragging_marks_and_a_click_on_the_mark_gets_hold_of_it(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(4, 2)  # backwards
    assert card.annotations() == [f"source {span(2, 4)}"]
    expect(card.said).to_have_text("Marked as source: said that forty")
    expect(card.word(3)).to_have_attribute("aria-selected", "true")
    card.word(7).click()
    card.word(3).click()
    assert card.annotations() == [f"source {span(2, 4)}", f"source {span(7, 7)}"]
    expect(card.said).to_have_text(WORDS["chosen"])
    expect(card.edge("first").get_by_role("slider")).to_have_attribute("aria-valuetext", "said")


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
    expect(card.said).to_have_text(taken("that") if labels == 1 else "Marked as cue: that forty")


def test_a_refusal_stands_at_the_words_and_is_announced_once(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(2, 3)
    card.pick("_label", "cue")
    expect(card.said).to_be_empty()
    card.drag(6, 3)
    expect(card.said).to_have_text(taken("that"))
    refusal, word = card.said.bounding_box(), card.word(3).bounding_box()
    assert refusal
    assert word
    assert 0 <= word["y"] - (refusal["y"] + refusal["height"]) < word["height"]
    assert refusal["x"] <= word["x"] + word["width"]
    assert refusal["height"] > 1, "nobody sees it"
    assert card.find("[role=status]").all_inner_texts().count("") == 1, "it is announced twice"
    expect(card.status).to_be_empty()
    card.pick("_label", "source")
    expect(card.said).to_be_empty()


def test_a_refusal_from_the_lists_stands_at_their_button(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(2, 3)
    card.pick("_label", "cue")
    card.piece.get_by_text(annotation_text.MARK_LIST).click()
    card.form.locator("[data-last]").select_option("2")
    button = card.button(annotation_text.MARK_BUTTON)
    button.click()
    expect(card.said).to_have_text(taken("said"))
    refusal, pressed = card.said.bounding_box(), button.bounding_box()
    assert refusal
    assert pressed
    assert 0 <= pressed["y"] - (refusal["y"] + refusal["height"]) < pressed["height"]


def test_what_the_page_shows_by_itself_is_heard_and_covers_no_word(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 3)
    expect(card.said).to_have_text("Marked as source: said that")
    assert card.said.evaluate("(said) => said.offsetHeight") <= 1


def test_each_mark_of_the_list_has_one_button_which_removes_it(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 4)
    card.drag(6, 7)
    rows = card.form.locator(".marks li")
    expect(rows.get_by_role("button")).to_have_count(2)
    expect(rows.first).to_contain_text("said that forty")
    rows.first.get_by_role("button", name="Remove: said that forty").press("Enter")
    expect(card.said).to_have_text("Mark removed: said that forty")
    assert card.annotations() == [f"source {span(6, 7)}"]
    expect(rows.get_by_role("button")).to_be_focused()
    rows.get_by_role("button").press("Enter")
    assert card.annotations() == []
    expect(rows).to_have_text(WORDS["none"])
    assert card.focused_word() >= 0, "the focus is lost with the row"


# --- edges --------------------------------------------------------------------------------------


def test_the_keyboard_moves_the_edges_of_the_mark_it_stands_on(lesson: Notebook) -> None:
    card, keys = lesson.card("shared"), lesson.page.keyboard
    card.first_control().focus()
    keys_to_word(card, 2, 4)
    keys.press("Space")
    keys.press("Tab")
    first = card.form.get_by_role("slider", name=annotation_text.FIRST_EDGE)
    expect(first).to_be_focused()
    expect(first).to_have_attribute("aria-valuetext", "said")
    keys.press("ArrowRight")
    expect(first).to_have_attribute("aria-valuetext", "that")
    assert card.annotations() == [f"source {span(3, 4)}"]
    keys.press("Tab")
    expect(card.form.get_by_role("slider", name=annotation_text.LAST_EDGE)).to_be_focused()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    assert card.annotations() == [f"source {span(3, 6)}"]
    for _ in range(9):
        keys.press("ArrowLeft")
    assert card.annotations() == [f"source {span(3, 3)}"], "a mark keeps one word"


def test_tab_goes_past_the_edges_where_there_is_no_mark(lesson: Notebook) -> None:
    card, keys = lesson.card("shared"), lesson.page.keyboard
    card.drag(2, 4)
    keys.press("ArrowRight")
    expect(card.form.get_by_role("slider")).to_have_count(0)
    keys.press("ArrowLeft")
    expect(card.form.get_by_role("slider")).to_have_count(2)
    card.form.locator("summary").first.focus()
    expect(card.form.get_by_role("slider")).to_have_count(0)


@pytest.mark.parametrize(("exercise", "label"), [("letters", "cue"), ("shared", "source")])
def test_an_edge_stops_at_another_mark_and_says_why(
    lesson: Notebook, exercise: str, label: str
) -> None:
    card = lesson.card(exercise)
    card.drag(2, 3)
    card.pick("_label", label)
    card.drag(5, 6)
    edge = card.edge("first").get_by_role("slider")
    edge.press("ArrowLeft")
    expect(card.said).to_be_empty()
    edge.press("ArrowLeft")
    assert card.annotations() == [f"source {span(2, 3)}", f"{label} {span(4, 6)}"]
    expect(card.said).to_have_text(taken("that"))
    expect(edge).to_have_attribute("aria-valuetext", "forty")
    expect(edge).to_have_value("4")


def test_marks_of_two_labels_may_come_to_share_a_word_where_words_may(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.drag(2, 3)
    card.pick("_label", "cue")
    card.drag(5, 6)
    for _ in range(2):
        card.edge("first").get_by_role("slider").press("ArrowLeft")
    assert card.annotations() == [f"source {span(2, 3)}", f"cue {span(3, 6)}"]


@pytest.mark.parametrize("way", [by_mouse, by_finger])
@pytest.mark.parametrize(
    ("marked", "edge"),
    [
        ((2, 4), ("last", 7)),
        ((2, 4), ("first", 1)),
        ((2, 6), ("last", 3)),
        ((15, 16), ("last", 18)),  # Arabic: its end lies to the left
        ((14, 16), ("first", 15)),
    ],
)
def test_an_edge_is_dragged_over_the_text(
    lesson: Notebook, way: Drag, marked: tuple[int, int], edge: tuple[str, int]
) -> None:
    card = lesson.card("letters")
    card.drag(*marked)
    way(card, *edge)
    which, to = edge
    left = (to, marked[1]) if which == "first" else (marked[0], to)
    assert card.annotations() == [f"source {span(*left)}"]
    expect(card.status).to_be_empty()


def test_axe_finds_nothing_while_a_mark_has_its_edges(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(2, 4)
    expect(card.form.get_by_role("slider")).to_have_count(2)
    must_be_accessible(lesson.page)


def test_edges_go_with_the_form_when_it_is_answered(lesson: Notebook) -> None:
    faults: list[str] = []
    lesson.page.on("pageerror", lambda fault: faults.append(str(fault)))
    card = lesson.card("letters")
    card.drag(2, 3)
    expect(card.edge("last")).to_be_visible()
    card.sure()
    card.commit()
    card.answered()
    expect(card.edge("last")).to_have_count(0)
    assert faults == []


def test_a_finger_and_a_mouse_reach_the_word_beneath_a_handle(lesson: Notebook) -> None:
    card = lesson.card("letters")
    card.drag(15, 15)
    number, x, y = card.form.evaluate(BENEATH)
    lesson.page.touchscreen.tap(x, y)
    expect(card.said).to_have_text(start(card.word(number).inner_text()))
    lesson.page.keyboard.press("Escape")
    card.word(15).click()
    lesson.page.mouse.click(x, y)
    assert card.annotations() == [f"source {span(n, n)}" for n in sorted((15, number))]


# --- touch --------------------------------------------------------------------------------------


def test_what_is_touched_on_a_phone_is_at_least_44_pixels_high(lesson: Notebook) -> None:
    resize(lesson, "phone")
    card = lesson.card("letters")
    card.drag(2, 4)
    card.piece.get_by_text(annotation_text.MARK_LIST).click()
    card.word(3).click()
    small = card.form.evaluate(SMALL)
    resize(lesson, "desk")
    assert small == []


def test_two_taps_mark_and_the_page_stays_where_it_is(lesson: Notebook) -> None:
    resize(lesson, "phone")
    card = lesson.card("letters")
    card.word(20).scroll_into_view_if_needed()
    before = card.word(2).bounding_box()
    card.word(2).tap()
    card.word(6).tap()
    assert card.annotations() == [f"source {span(2, 6)}"]
    after = card.word(2).bounding_box()
    resize(lesson, "desk")
    assert before
    assert after
    assert after["y"] == before["y"]


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
    expect(card.said).to_contain_text("Marked as content:")


def test_the_keyboard_stretches_marks_lets_go_and_removes(lesson: Notebook) -> None:
    card = lesson.card("shared")
    card.first_control().focus()
    keys_to_word(card, 2, 4)
    expect(card.said).to_have_text("Selected: said that forty")
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
    expect(card.said).to_have_text(start("said"))
    card.word(4).tap()
    assert card.annotations() == [f"cue {span(2, 4)}"]
    Fingers().mark(card, 6, 6)
    assert card.annotations() == [f"cue {span(2, 4)}", f"cue {span(6, 6)}"]
    card.word(3).tap()
    assert len(card.annotations()) == 2
    expect(card.said).to_have_text(WORDS["chosen"])
    card.form.get_by_role("button", name="Remove: said that forty").tap()
    assert card.annotations() == [f"cue {span(6, 6)}"]
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
    assert len(drawn) == 2
    lesson.run_again()
    for line in drawn:
        expect(lesson.card("letters").control("annotation", line)).to_have_count(1)


def test_a_mark_of_several_pieces_from_earlier_days_comes_back_whole(lesson: Notebook) -> None:
    older = f"source {span(1, 2)} {span(5, 6)}"
    draft = {"answer": {"annotation": [older]}}
    lesson.lab.empty()
    lesson.page.evaluate(FORGET)
    lesson.page.evaluate(
        DRAFTS, {f"{PREFIX}draft/{BEGUN}/{STEM}/shared/0": draft, f"{PREFIX}workbook": BEGUN}
    )
    card = lesson.run_again().card("shared")
    expect(card.control("annotation", older)).to_have_count(1)
    card.word(2).click()
    card.edge("first").get_by_role("slider").press("ArrowRight")
    card.edge("last").get_by_role("slider").press("ArrowRight")
    assert card.annotations() == [f"source {span(2, 2)} {span(5, 7)}"]
    card.form.get_by_role("button", name="Remove: said").press("Enter")
    assert card.annotations() == []
