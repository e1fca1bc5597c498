"""A test as the browser shows it: one question at a time, with the report at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.view import pages, parts
from helpers.view.card import anchor, render_form
from helpers.view.markup import Markup, element
from helpers.view.reading import render_passage
from helpers.words import sitting_text

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.card_state import CardState

PLACE = "test"
"""The name of the card on its page, whichever question it asks."""


def render_question(state: CardState[Any], report: Dossier, number: int, of: int) -> Markup:
    """Render the question that comes next; `number` counts from 1."""
    says = sitting_text.question(number, of)
    return element(
        "section",
        # Here reading goes on after an answer; Tab goes from here into the question.
        element("p", says, class_="note", tabindex="-1", data_begin=True),
        element("progress", value=number - 1, max=of, aria_hidden="true"),
        render_form(state),
        parts.details(
            sitting_text.WHOLE_REPORT,
            render_passage(report),
            class_="report-again",
            data_fold="report",
        ),
        id=anchor(PLACE),
        class_=f"card {state.exercise.kind} {'begun' if number > 1 else ''}".strip(),
        aria_label=says,
    )


def render_recorded(number: int, says: str) -> Markup:
    """Render what stands there once all questions are answered."""
    done = sitting_text.DONE.format(number=number)
    return element(
        "section",
        element("p", element("strong", done), " ", says, tabindex="-1", data_begin=True),
        id=anchor(PLACE),
        class_="card recorded",
        aria_label=sitting_text.TEST,
    )


def render_report(report: Dossier) -> Markup:
    """Render the report that a test is about."""
    return pages.render_reading(report, "")
