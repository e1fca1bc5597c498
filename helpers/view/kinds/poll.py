"""How a poll looks, and how a second vote is set beside the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.poll import Poll, View
    from helpers.view.card_state import CardState


def form(state: CardState[Poll]) -> Markup:
    """Render the views to choose from."""
    picks = [parts.radio("option", view.id, view.text) for view in state.exercise.options]
    note = element("p", card_text.GUESS_HELD, class_="note")
    return parts.question(state.exercise, note, element("div", picks, class_="options"))


def feedback(state: CardState[Poll]) -> Markup:
    """Render the vote, and beside it the earlier one."""
    votes = [_vote(card_text.SECOND_VOTE, state.last)]
    if state.earlier:
        votes.insert(0, _vote(card_text.FIRST_VOTE, state.earlier[0]))
    table = element("table", element("tbody", votes), class_="votes")
    return join(table, _says(state))


def _vote(when: str, attempt: Attempt) -> Markup:
    view: View = attempt.read
    sure = f"{attempt.confidence} %" if attempt.confidence is not None else ""
    return element(
        "tr", element("th", when, scope="row"), element("td", view.text), element("td", sure)
    )


def _says(state: CardState[Poll]) -> Markup | None:
    """Tell what each view rests on, once the second vote is in."""
    # Reasons given at the first vote would decide the second.
    if not state.exercise.again:
        return None
    rows = [element("li", element("strong", v.text), ": ", v.says) for v in state.exercise.options]
    return element("ul", rows, class_="outcome")
