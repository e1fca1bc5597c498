"""How a choice looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.kinds.base import Feedback
    from helpers.kinds.choice import Choice
    from helpers.view.card_state import CardState


def form(state: CardState[Choice]) -> Markup:
    """Render the options to pick from."""
    many = state.exercise.several
    picks = [parts.radio("option", o.id, o.text, many=many) for o in state.exercise.options]
    return parts.question(state.exercise, element("div", picks, class_="options"))


def feedback(state: CardState[Choice]) -> Markup:
    """Render the options, with feedback under those chosen, and under all once it is time."""
    texts = {option.id: option.text for option in state.exercise.options}
    rows = [_row(state, one, texts[one.item]) for one in state.last.mark.feedback]
    return element("ul", rows, class_="outcome")


def _row(state: CardState[Choice], one: Feedback, text: str) -> Markup:
    yours = element("span", card_text.YOUR_ANSWER, class_="tag") if one.chosen else None
    shown = parts.feedback(state, one) if one.chosen or state.whole else None
    line = element("p", text, " ", yours, class_="item")
    return element("li", line, shown, class_="chosen" if one.chosen else None)
