"""How a choice looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Outcome
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.shuffled import shuffled
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.kinds.base import Feedback
    from helpers.kinds.choice import Choice, Option
    from helpers.view.card_state import CardState


def form(state: CardState[Choice]) -> Markup:
    """Render the options to pick from."""
    many = state.exercise.several
    picks = [parts.radio("option", o.id, o.text, many=many) for o in _options(state)]
    return parts.question(state.exercise, element("div", picks, class_="options"))


def feedback(state: CardState[Choice]) -> Markup:
    """Render what was chosen with its feedback and, once it is time, the solution and the rest."""
    said = {one.item: one for one in state.last.mark.feedback}
    shown = [(option, said[option.id]) for option in _options(state)]
    chosen = [_row(state, *pair, card_text.YOUR_ANSWER) for pair in shown if pair[1].chosen]
    if not state.whole:
        return element("ul", chosen, class_="outcome")
    left = [pair for pair in shown if not pair[1].chosen]
    missed = [
        _row(state, *pair, card_text.SOLUTION) for pair in left if pair[1].outcome is Outcome.RIGHT
    ]
    others = [_other(state, *pair) for pair in left if pair[1].outcome is not Outcome.RIGHT]
    return join(element("ul", chosen, missed, class_="outcome"), _others(others))


paper = form


def key(state: CardState[Choice]) -> Markup:
    """Render every option with its verdict, its reason and the slip that it shows."""
    return element("ul", [_keyed(state, option) for option in _options(state)], class_="outcome")


def _keyed(state: CardState[Choice], option: Option) -> Markup:
    tag = element("span", card_text.SOLUTION, class_="tag") if option.right else None
    line = element("p", option.text, " ", tag, class_="item")
    return element("li", line, parts.explained(state, option, option.outcome, option.slip))


def _options(state: CardState[Choice]) -> list[Option]:
    options = state.exercise.options
    return list(options) if state.exercise.in_order else shuffled(state, options)


def _row(state: CardState[Choice], option: Option, one: Feedback, tag: str) -> Markup:
    line = element("p", option.text, " ", element("span", tag, class_="tag"), class_="item")
    return element("li", line, parts.feedback(state, one), class_="chosen" if one.chosen else None)


def _other(state: CardState[Choice], option: Option, one: Feedback) -> Markup:
    # Without a sign and a verdict: these are written for those who chose it.
    return element("li", element("p", option.text, class_="item"), parts.reason(state, one))


def _others(rows: list[Markup]) -> Markup | None:
    if not rows:
        return None
    ask = card_text.OTHER if len(rows) == 1 else card_text.OTHERS
    return parts.details(ask, element("ul", rows, class_="outcome"), class_="others")
