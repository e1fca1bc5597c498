"""How a poll looks, and how a second vote is set beside the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.kinds.poll import Poll, View
    from helpers.view.card_state import CardState


def form(state: CardState[Poll]) -> Markup:
    """Render the views to choose from."""
    # Not mixed: the second vote has the views where the first one had them.
    picks = [parts.radio("option", view.id, view.text) for view in state.exercise.options]
    note = element("p", card_text.NO_MARK, class_="note")
    return parts.question(state.exercise, note, element("div", picks, class_="options"))


def feedback(state: CardState[Poll]) -> Markup:
    """Render the vote, beside it the earlier one, and what each view rests on."""
    now: View = state.last.read
    if state.earlier:
        votes = [
            _vote(card_text.FIRST_VOTE, state.earlier[-1].read),
            _vote(card_text.SECOND_VOTE, now),
        ]
    else:
        votes = [_vote(card_text.YOUR_VOTE, now)]
    table = element("table", element("tbody", votes), class_="votes")
    return join(table, _says(state))


def _vote(when: str, view: View) -> Markup:
    return element("tr", element("th", when, scope="row"), element("td", view.text))


def _says(state: CardState[Poll]) -> Markup | None:
    """Tell what each view rests on, once the last vote is in."""
    # Reasons given at the first vote would decide the second.
    if state.repeated:
        return None
    return key(state)


paper = form


def key(state: CardState[Poll]) -> Markup:
    """Render what each view rests on."""
    rows = [element("li", element("strong", v.text), ": ", v.says) for v in state.exercise.options]
    return element("ul", rows, class_="outcome")
