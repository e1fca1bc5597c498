"""A card: one exercise as the browser shows it, live or on paper, from the same markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from helpers.kinds.choice import Choice
from helpers.kinds.estimate import Estimate
from helpers.kinds.journey import Journey
from helpers.kinds.mark import MarkWords
from helpers.kinds.order import Order
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll
from helpers.kinds.rate import Rate
from helpers.kinds.sort import Sort
from helpers.kinds.swap import Swap
from helpers.kinds.trial import Trial
from helpers.kinds.write import Write
from helpers.view import (
    choice,
    estimate,
    journey,
    mark,
    order,
    panel,
    parts,
    poll,
    rate,
    sort,
    strings,
    swap,
    trial,
    write,
)
from helpers.view.markup import Markup, element
from helpers.view.reading import render_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.look import Look


class Face(NamedTuple):
    """How one kind looks: the form to fill in, and the answer with its feedback."""

    form: Callable[[Look[Any]], Markup]
    feedback: Callable[[Look[Any]], Markup]


FACES: dict[type, Face] = {
    Choice: Face(choice.form, choice.feedback),
    Sort: Face(sort.form, sort.feedback),
    Order: Face(order.form, order.feedback),
    MarkWords: Face(mark.form, mark.feedback),
    Poll: Face(poll.form, poll.feedback),
    Panel: Face(panel.form, panel.feedback),
    Estimate: Face(estimate.form, estimate.feedback),
    Journey: Face(journey.form, journey.feedback),
    Rate: Face(rate.form, rate.feedback),
    Swap: Face(swap.form, swap.feedback),
    Trial: Face(trial.form, trial.feedback),
    Write: Face(write.form, write.feedback),
}


def render_card(look: Look[Any]) -> Markup:
    """Render a card at one moment."""
    face = FACES[type(look.exercise)]
    body = _answered(look, face) if look.answered else _open(look, face)
    return element("section", body, class_=f"card {_kind(look)}", aria_label=look.exercise.ask)


def _kind(look: Look[Any]) -> str:
    return str(look.exercise.__struct_config__.tag)


def _open(look: Look[Any], face: Face) -> Markup:
    """Render the form; an earlier answer goes in as data, for the browser to fill in."""
    before = look.last.answer if look.given else None
    return element(
        "form",
        None
        if isinstance(look.exercise, MarkWords)
        else render_shown(look.dossier, look.exercise.show),
        face.form(look),
        parts.sure(look.exercise),
        _hints(look.exercise.hints),
        element("div", _commit(look), _undo(look), class_="tools"),
        novalidate=True,
        data_answer=msgspec.json.encode(before).decode() if before else None,
        data_draft=f"{look.lesson}/{look.exercise.id}/{len(look.given)}",
    )


def _answered(look: Look[Any], face: Face) -> Markup:
    """Render the answer with its feedback, and what can be done next."""
    settled = look.whole or not look.exercise.scored
    return element(
        "div",
        None
        if isinstance(look.exercise, MarkWords)
        else render_shown(look.dossier, look.exercise.show),
        element("p", look.exercise.ask, class_="ask-text"),
        element(
            "div",
            _said(look),
            face.feedback(look),
            parts.settle(look.exercise.settle) if settled else None,
            class_="feedback",
            tabindex="-1",
            role="group",
            aria_label=strings.FEEDBACK,
        ),
        element("div", [] if settled else _second_try(), _reset(), class_="tools"),
    )


def _said(look: Look[Any]) -> Markup:
    """Say how sure the student was and, while a try is left, how much fits."""
    sure = look.last.confidence
    said = f"{strings.YOU_SAID} {sure} % sure. " if sure is not None else ""
    if look.exercise.scored and not look.whole:
        said += strings.first_look(look.last.mark.score)
    return element("p", said, class_="note")


def _hints(hints: tuple[str, ...]) -> Markup | None:
    """Nest the hints, so that each opens only after the one before."""
    opened: Markup | None = None
    for number in range(len(hints), 0, -1):
        name = strings.hint(number, len(hints))
        opened = parts.details(name, element("p", hints[number - 1]), opened, class_="hint")
    return opened


def _commit(look: Look[Any]) -> Markup:
    text = strings.COMMITS.get(_kind(look), strings.COMMIT)
    return element("button", text, type="submit", class_="primary")


def _second_try() -> list[Markup]:
    return [
        parts.button(strings.AGAIN, "again", class_="primary"),
        parts.button(strings.REVEAL, "reveal"),
    ]


def _reset() -> Markup:
    return parts.button(strings.RESET, "reset")


def _undo(look: Look[Any]) -> Markup | None:
    return parts.button(strings.UNDO, "undo") if look.undo else None
