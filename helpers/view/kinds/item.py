"""How an item of a test looks: its options, and once it is kept the one that was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.shuffled import shuffled
from helpers.words import card_text, sitting_text

if TYPE_CHECKING:
    from helpers.kinds.item import Item
    from helpers.view.card_state import CardState


def form(state: CardState[Item]) -> Markup:
    """Render the options to pick from."""
    options = shuffled(state, state.exercise.options)
    picks = [parts.radio("option", option.id, option.text) for option in options]
    return parts.question(state.exercise, element("div", picks, class_="options"))


def feedback(state: CardState[Item]) -> Markup:
    """Render what was chosen, and that it is recorded: what is right stands in another file."""
    chosen = element("span", card_text.YOUR_ANSWER, class_="tag")
    return element("p", state.last.read.text, " ", chosen, " ", sitting_text.RECORDED)


paper = form


def key(state: CardState[Item]) -> Markup:
    """Render the options alone: with its key, an item of a test is a choice."""
    return element("ul", [element("li", option.text) for option in state.exercise.options])
