"""How an ordering exercise looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Outcome
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.shuffled import mixer
from helpers.words import card_text, handout_text

if TYPE_CHECKING:
    from helpers.kinds.base import Feedback
    from helpers.kinds.order import Order, Step
    from helpers.view.card_state import CardState


def form(state: CardState[Order]) -> Markup:
    """Render the items with buttons that move them."""
    first, last = state.exercise.ends
    return parts.question(
        state.exercise,
        element("p", f"{card_text.ORDER_HOW} {first}.", class_="note"),
        element("ol", [_pick(item) for item in shuffled(state)], class_="ordering"),
        element("p", f"{card_text.ORDER_LAST} {last}.", class_="note"),
    )


def feedback(state: CardState[Order]) -> Markup:
    """Render the student's order with each item's feedback."""
    steps = {step.id: step for step in state.exercise.items}
    marks = {one.item: one for one in state.last.mark.feedback}
    order = state.last.read
    return element("ol", [_row(state, steps[i], marks[i]) for i in order], class_="outcome")


def paper(state: CardState[Order]) -> Markup:
    """Render the items with a box for the number of each."""
    first, last = state.exercise.ends
    items = shuffled(state)
    rows = [element("li", element("input", type="checkbox"), " ", item.text) for item in items]
    ends = handout_text.ORDER_HOW.format(first=first, number=len(items), last=last)
    return parts.question(
        state.exercise,
        element("p", ends, class_="note"),
        element("ul", rows, class_="numbered"),
    )


def key(state: CardState[Order]) -> Markup:
    """Render the items in their right order, what may be either way, and what tempts."""
    exercise = state.exercise
    texts = {item.id: item.text for item in exercise.items}
    rows = [
        element("li", element("p", item.text, class_="item"), parts.explained(state, item))
        for item in exercise.items
    ]
    ties = [
        element("p", handout_text.TIES.format(one=texts[one], other=texts[other]))
        for one, other in exercise.ties
    ]
    tempting = [
        element("div", _tempting(texts[one.put], texts[one.before], one.why),
                parts.named(state, one.slip), class_="part wrong")
        for one in exercise.tempting
    ]  # fmt: skip
    return join(element("ol", rows), ties, tempting)


def _tempting(put: str, before: str, why: str) -> Markup:
    return element("p", handout_text.tempting(put, before), " ", why)


def shuffled(state: CardState[Order]) -> list[Step]:
    """Mix the items, the same way each time for one student, and never into the right order."""
    items = list(state.exercise.items)
    chance = mixer(state)
    # Else the right order would now and then need no work at all.
    while len(items) > 1 and items == list(state.exercise.items):
        chance.shuffle(items)
    return items


def _pick(step: Step) -> Markup:
    return element(
        "li",
        element("span", step.text, class_="text"),
        parts.tool("↑", "up", aria_label=f"{card_text.MOVE_UP} {step.text}"),
        parts.tool("↓", "down", aria_label=f"{card_text.MOVE_DOWN} {step.text}"),
        element("input", type="hidden", name="order", value=step.id),
        draggable="true",
    )


def _row(state: CardState[Order], step: Step, one: Feedback) -> Markup:
    place = [item.id for item in state.exercise.items].index(step.id) + 1
    right = one.outcome is Outcome.RIGHT
    belongs = f"{card_text.BELONGS} {place}." if state.whole and not right else None
    return element(
        "li",
        element("p", step.text, class_="item"),
        element("p", belongs, class_="belongs") if belongs else None,
        parts.feedback(state, one),
    )
