"""Each kind of exercise in a real JupyterLab: by mouse, by keyboard, by touch; its focus, its keys.

The kinds are found. An answer is the right one of `kinds/<kind>.yaml`, in all its steps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hands import Fingers, Hands, Keys, Mouse, press_shortcuts
from kind_files import KINDS, example, right
from looks import OPEN_ALL, resize
from playwright.sync_api import expect

from helpers.words.kept_text import ON_A_COMPUTER

if TYPE_CHECKING:
    from lab import Notebook
    from page_card import Card

HANDS = {"mouse": Mouse(), "keyboard": Keys(), "touch": Fingers()}
SCREENS = {"mouse": "desk", "keyboard": "desk", "touch": "phone"}
DRAWN = {"version"}
"""What the kit draws and no hand fills in."""
NO_TEXT = ":is([type=radio], button, .word[tabindex='0'], summary):visible"
OUTLINE = """(piece) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
}"""
STOPS = """(piece) => {
    const found = [...piece.querySelectorAll(
        "input:not([type=hidden]), textarea, select, button, summary, a[href], [tabindex='0']"
    )].filter((el) => el.checkVisibility());
    const apart = (el) => el.type === "radio" ? el.name : el;
    return new Set(found.map(apart)).size;
}"""
"""Where Tab stops: at every control, and once in a group of radio buttons."""
HAS_FOCUS = "(piece) => piece.contains(document.activeElement)"
FOCUSED = "() => document.activeElement.outerHTML"


@pytest.fixture(scope="module")
def begun(opened: Notebook) -> Notebook:
    return opened.begin_again()


@pytest.fixture
def card(begun: Notebook, kind: str) -> Card:
    """Give the card of a kind that nobody has answered yet."""
    identity = example(kind)["id"]
    if begun.lab.answers(identity):
        begun.begin_again()
    card = begun.card(identity)
    # What compares with an earlier answer opens after it.
    if card.exercise.again and not begun.lab.answers(card.exercise.again):
        answer(begun.card(card.exercise.again), HANDS["mouse"])
    return card


def answer(card: Card, hands: Hands) -> None:
    """Give the right answer, in as many steps as it takes."""
    for step in right(card.exercise.kind):
        hands.fill(card, step)
        hands.commit(card)
        card.answered()
        expect(card.status).to_have_text(ON_A_COMPUTER.both)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", HANDS)
def test_a_right_answer_is_kept_as_it_was_meant(
    begun: Notebook, card: Card, way: str, kind: str
) -> None:
    resize(begun, SCREENS[way])
    answer(card, HANDS[way])
    assert not card.form.count()
    kept = begun.lab.answers(card.exercise.id)
    for meant, event in zip(right(kind), kept, strict=True):
        drawn = {name: event["answer"][name] for name in DRAWN & {*meant}}
        assert event["answer"] == meant | drawn
        assert event.get("confidence") == max(card.exercise.confidence_steps(), default=None)
    mark = card.exercise.mark(card.exercise.read(kept[-1]["answer"]))
    assert mark.right or not card.exercise.graded


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_is_reached_by_tab_and_shows_its_focus(begun: Notebook, card: Card) -> None:
    begun.page.evaluate(OPEN_ALL)
    card.first_control().focus()
    reached = 0
    while card.piece.evaluate(HAS_FOCUS):
        reached += 1
        begun.page.keyboard.press("Tab")
        assert not card.piece.evaluate(HAS_FOCUS) or card.piece.evaluate(OUTLINE) >= 2, (
            begun.page.evaluate(FOCUSED)
        )
    assert reached == card.piece.evaluate(STOPS)


@pytest.mark.parametrize("kind", KINDS)
def test_neither_keys_of_the_notebook_nor_a_double_click_change_anything(
    begun: Notebook, card: Card
) -> None:
    before = begun.cells()
    # Beside the question nothing takes the focus but the cell itself.
    card.piece.dblclick(position={"x": 1, "y": 1})
    press_shortcuts(begun.page)
    for control in card.find(NO_TEXT).all():
        control.focus()
        press_shortcuts(begun.page)
    expect(card.submit).to_be_visible()
    expect(card.feedback).to_have_count(0)
    assert begun.cells() == before
