"""How a poll looks, and how a second vote is set beside the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts, strings
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.poll import Poll
    from helpers.kinds.standing import Given
    from helpers.view.look import Look


def form(look: Look[Poll]) -> Markup:
    """Render the views to choose from."""
    picks = [parts.radio("option", view.id, view.text) for view in look.exercise.options]
    note = element("p", strings.GUESS_HELD, class_="note")
    return parts.question(look.exercise, note, element("div", picks, class_="options"))


def feedback(look: Look[Poll]) -> Markup:
    """Render the vote, and beside it the earlier one."""
    votes = [_vote(look, strings.SECOND_VOTE, look.last)]
    if look.earlier:
        votes.insert(0, _vote(look, strings.FIRST_VOTE, look.earlier[0]))
    table = element("table", element("tbody", votes), class_="votes")
    return join(table, _says(look), element("p", look.exercise.after))


def _vote(look: Look[Poll], when: str, given: Given) -> Markup:
    view = look.exercise.view(look.exercise.read(given.answer))
    sure = f"{given.confidence} %" if given.confidence is not None else ""
    return element(
        "tr", element("th", when, scope="row"), element("td", view.text), element("td", sure)
    )


def _says(look: Look[Poll]) -> Markup | None:
    """Tell what each view rests on, once the second vote is in."""
    if not look.exercise.again:
        return None
    rows = [element("li", element("strong", v.text), ": ", v.says) for v in look.exercise.options]
    return element("ul", rows, class_="outcome")
