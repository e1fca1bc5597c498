"""How an ordering exercise looks."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from helpers.view import parts, strings
from helpers.view.markup import Markup, element

if TYPE_CHECKING:
    from helpers.kinds.base import Part
    from helpers.kinds.order import Order, Step
    from helpers.view.look import Look


def form(look: Look[Order]) -> Markup:
    """Render the items with buttons that move them."""
    first, last = look.exercise.ends
    return parts.question(
        look.exercise,
        element("p", f"{strings.ORDER_HOW} {first}.", class_="note"),
        element("ol", [_pick(item) for item in shuffled(look)], class_="ordering"),
        element("p", f"{strings.ORDER_LAST} {last}.", class_="note"),
    )


def feedback(look: Look[Order]) -> Markup:
    """Render the student's order with each item's feedback."""
    steps = {step.id: step for step in look.exercise.items}
    marks = {part.item: part for part in look.last.mark.parts}
    order = look.exercise.read(look.last.answer)
    return element("ol", [_row(look, steps[i], marks[i]) for i in order], class_="outcome")


def shuffled(look: Look[Order]) -> list[Step]:
    """Mix the items, the same way each time for one student, and never into the right order."""
    items = list(look.exercise.items)
    mixer = random.Random(f"{look.lesson}/{look.exercise.id}/{look.seed}")  # noqa: S311 - no secret
    while len(items) > 1 and items == list(look.exercise.items):
        mixer.shuffle(items)
    return items


def _pick(step: Step) -> Markup:
    return element(
        "li",
        element("span", step.text, class_="text"),
        parts.button("↑", "up", aria_label=f"{strings.MOVE_UP} {step.text}"),
        parts.button("↓", "down", aria_label=f"{strings.MOVE_DOWN} {step.text}"),
        element("input", type="hidden", name="order", value=step.id),
        draggable="true",
    )


def _row(look: Look[Order], step: Step, part: Part) -> Markup:
    place = [item.id for item in look.exercise.items].index(step.id) + 1
    belongs = f"{strings.BELONGS} {place}." if look.whole else None
    return element(
        "li",
        element("p", step.text, class_="item"),
        element("p", belongs, class_="belongs") if belongs else None,
        parts.feedback(look, part),
    )
