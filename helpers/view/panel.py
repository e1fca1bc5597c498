"""How a panel looks: the decision beside those of its members, with their reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts, strings
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.panel import Course, Member, Panel
    from helpers.kinds.standing import Given
    from helpers.view.look import Look


def form(look: Look[Panel]) -> Markup:
    """Render the courses to choose from."""
    picks = [parts.radio("option", course.id, course.text) for course in look.exercise.options]
    note = element("p", strings.PANEL_HOW, class_="note")
    return parts.question(look.exercise, note, element("div", picks, class_="options"))


def feedback(look: Look[Panel]) -> Markup:
    """Render how the panel divides, where the student stands in it, and each member's reason."""
    members = [_member(look, member) for member in look.exercise.panel]
    return join(
        _spread(look),
        _moved(look),
        element("ul", members, class_="outcome"),
        element("p", look.exercise.after),
    )


def _spread(look: Look[Panel]) -> Markup:
    rows = [_course(look, course) for course in look.exercise.options]
    heads = [element("th", head, scope="col") for head in strings.PANEL_HEADS]
    return element(
        "table",
        element("caption", strings.PANEL_SPREAD),
        element("thead", element("tr", heads)),
        element("tbody", rows),
    )


def _course(look: Look[Panel], course: Course) -> Markup:
    takers, members = look.exercise.takers(course.id), len(look.exercise.panel)
    mine = course.id == look.exercise.read(look.last.answer)
    bar = element("progress", value=takers, max=members, aria_hidden="true")
    count = element("span", strings.of_all(takers, members))
    yours = element("span", strings.YOUR_ANSWER, class_="tag") if mine else None
    return element(
        "tr",
        element("th", course.text, " ", yours, scope="row"),
        element("td", bar, " ", count),
    )


def _moved(look: Look[Panel]) -> Markup | None:
    """Say whether the decision is the same as at the earlier card."""
    if not look.earlier:
        return None
    before, now = _taken(look, look.earlier[0]), _taken(look, look.last)
    said = strings.SAME_AS_BEFORE if before is now else strings.NOT_AS_BEFORE
    return element("p", element("strong", said), " ", strings.before_and_now(before.text, now.text))


def _taken(look: Look[Panel], given: Given) -> Course:
    return look.exercise.course(look.exercise.read(given.answer))


def _member(look: Look[Panel], member: Member) -> Markup:
    course = look.exercise.course(member.takes).text
    cited = parts.cited(look.dossier, member.words)
    lead = element("p", f"{member.who}: ", element("strong", course), class_="item")
    return element("li", lead, element("p", member.why), cited)
