"""How a text to write looks: the box, what the kit can see in it, the rubric, the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text, handout_text

if TYPE_CHECKING:
    from helpers.kinds.write import Model, Probe, RubricRow, Write
    from helpers.view.card_state import CardState


def form(state: CardState[Write]) -> Markup:
    """Render the box to write in; once a text is kept, also what was seen in it and the rubric."""
    box = element(
        "textarea",
        name="text",
        rows=state.exercise.lines,
        aria_label=card_text.YOUR_TEXT,
        data_fill=True,
    )
    asked = parts.question(state.exercise, box)
    # The rubric comes after the text: whoever saw it first would write for it.
    if not state.attempts or not state.exercise.rated:
        return asked
    rows = [_rate(row) for row in state.exercise.rubric]
    note = element("p", card_text.RATE_HOW, class_="note")
    rubric = parts.group(card_text.RATE, note, rows, class_="rubric")
    seen = element("div", _seen(state), class_="feedback", tabindex="-1", role="group",
                   aria_label=card_text.FEEDBACK)  # fmt: skip
    return join(asked, seen, rubric)


def feedback(state: CardState[Write]) -> Markup:
    """Render the text with what was seen in it, its rating, and the model answers."""
    written = state.last.read
    own = element("blockquote", written.text, class_="own")
    if not state.exercise.rated:
        return own
    rated = [_rated(row, written.rating[row.id]) for row in state.exercise.rubric]
    return join(
        own,
        _seen(state),
        element("p", card_text.YOUR_RATING, class_="small-head"),
        element("ul", rated),
        element("p", card_text.MODELS, class_="small-head"),
        element("ul", [_model(model) for model in state.exercise.models], class_="outcome"),
    )


paper = form


def key(state: CardState[Write]) -> Markup:
    """Render the rubric to read a text by, and the model answers."""
    rows = [
        element("li", element("p", row.ask, class_="item"), _steps(row))
        for row in state.exercise.rubric
    ]
    models = [_model(model) for model in state.exercise.models]
    return join(
        element("p", handout_text.RUBRIC, class_="small-head"),
        element("ul", rows, class_="outcome"),
        element("p", handout_text.MODEL, class_="small-head") if models else None,
        element("ul", models, class_="outcome") if models else None,
    )


def _steps(row: RubricRow) -> Markup:
    return element("p", "; ".join(f"{number} · {step}" for number, step in enumerate(row.steps)))


def _seen(state: CardState[Write]) -> Markup:
    text = state.last.read.text
    if not state.exercise.reads_as_text(text):
        return element("p", card_text.NO_SENTENCE, class_="note")
    rows = [_probed(probe, holds=probe.holds(text)) for probe in state.exercise.probes]
    lead = element("p", card_text.SEEN, class_="note")
    return join(lead, element("ul", rows, class_="outcome"))


def _probed(probe: Probe, *, holds: bool) -> Markup:
    symbol, name = card_text.PROBED[holds]
    sign = element("span", symbol, class_="sign arguable", role="img", aria_label=name)
    return element("li", sign, " ", probe.found if holds else probe.missing)


def _rate(row: RubricRow) -> Markup:
    steps = [
        parts.radio(row.id, str(number), f"{number} · {step}")
        for number, step in enumerate(row.steps)
    ]
    return parts.group(row.ask, element("div", steps, class_="options"), class_="item")


def _rated(row: RubricRow, step: int) -> Markup:
    return element("li", row.ask, " ", element("strong", f"{step} · {row.steps[step]}"))


def _model(model: Model) -> Markup:
    return element("li", element("p", model.text, class_="item serif"), element("p", model.why))
