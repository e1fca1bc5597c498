"""How a panel looks: the decision beside those of its members, with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.kinds.panel import Course, Member, Panel
    from helpers.view.card_state import CardState


def form(state: CardState[Panel]) -> Markup:
    """Render the courses to choose from."""
    picks = [parts.radio("option", course.id, course.text) for course in state.exercise.options]
    note = element("p", card_text.PANEL_HOW, class_="note")
    return parts.question(state.exercise, note, element("div", picks, class_="options"))


def feedback(state: CardState[Panel]) -> Markup:
    """Render how the panel divides, where the student stands in it, and each member's reason."""
    members = [_member(state, member) for member in state.exercise.panel]
    return join(
        _spread(state, state.last.read),
        _moved(state),
        element("ul", members, class_="outcome"),
    )


paper = form


def key(state: CardState[Panel]) -> Markup:
    """Render how the panel divides, and each member's reason."""
    members = [_member(state, member) for member in state.exercise.panel]
    return join(_spread(state), element("ul", members, class_="outcome"))


def _spread(state: CardState[Panel], mine: Course | None = None) -> Markup:
    rows = [_course(state, course, chosen=course == mine) for course in state.exercise.options]
    heads = [element("th", head, scope="col") for head in card_text.PANEL_HEADS]
    return element(
        "table",
        element("caption", card_text.PANEL_SPREAD),
        element("thead", element("tr", heads)),
        element("tbody", rows),
    )


def _course(state: CardState[Panel], course: Course, *, chosen: bool) -> Markup:
    takers, members = state.exercise.takers(course.id), len(state.exercise.panel)
    # The number stands beside it in words, so the bar is hidden from those who hear it.
    bar = element("progress", value=takers, max=members, aria_hidden="true")
    count = element("span", card_text.of_all(takers, members))
    yours = element("span", card_text.YOUR_ANSWER, class_="tag") if chosen else None
    return element(
        "tr",
        element("th", course.text, " ", yours, scope="row"),
        element("td", bar, " ", count),
    )


def _moved(state: CardState[Panel]) -> Markup | None:
    """Say whether the decision is the same as at the earlier card."""
    if not state.earlier:
        return None
    before, now = state.earlier[0].read, state.last.read
    said = card_text.SAME_AS_BEFORE if before == now else card_text.NOT_AS_BEFORE
    return element(
        "p", element("strong", said), " ", card_text.before_and_now(before.text, now.text)
    )


def _member(state: CardState[Panel], member: Member) -> Markup:
    course = state.exercise.course(member.takes).text
    cited = parts.cited(state.dossier, member.words)
    lead = element("p", f"{member.who}: ", element("strong", course), class_="item")
    return element("li", lead, element("p", member.why), cited)
