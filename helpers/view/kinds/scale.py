"""How a scale looks: a statement, and five steps from disagreeing to agreeing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text, handout_text

if TYPE_CHECKING:
    from helpers.kinds.scale import Scale
    from helpers.view.card_state import CardState


def form(state: CardState[Scale]) -> Markup:
    """Render the statement and the steps to choose from."""
    picks = [
        parts.radio("step", str(number), word) for number, word in enumerate(card_text.AGREE_WORDS)
    ]
    steps = element("div", picks, class_="steps apart")
    return parts.question(state.exercise, _statement(state.exercise), steps)


def feedback(state: CardState[Scale]) -> Markup:
    """Render the statement with the step that was chosen."""
    step = card_text.AGREE_WORDS[state.last.read]
    return join(
        _statement(state.exercise),
        element("p", element("strong", step), " ", card_text.NO_MARK),
    )


paper = form


def key(state: CardState[Scale]) -> Markup:
    """Render the statement, and that there is no key to it."""
    return join(_statement(state.exercise), element("p", handout_text.NO_KEY))


def _statement(exercise: Scale) -> Markup:
    return element("p", exercise.statement, class_="item")
