"""How a text to write looks: the box, what the kit can see in it, the rubric, the models."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts, strings
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.write import Model, Probe, Row, Write
    from helpers.view.look import Look


def form(look: Look[Write]) -> Markup:
    """Render the box to write in; once a text is kept, also what was seen in it and the rubric."""
    box = element(
        "textarea",
        name="text",
        rows=look.exercise.lines,
        aria_label=strings.YOUR_TEXT,
        data_fill=True,
    )
    asked = parts.question(look.exercise, box)
    if not look.given:
        return asked
    rows = [_rate(row) for row in look.exercise.rubric]
    note = element("p", strings.RATE_HOW, class_="note")
    rubric = parts.group(strings.RATE, note, rows, class_="rubric")
    seen = element("div", _seen(look), class_="feedback", tabindex="-1", role="group",
                   aria_label=strings.FEEDBACK)  # fmt: skip
    return join(asked, seen, rubric)


def feedback(look: Look[Write]) -> Markup:
    """Render the text with what was seen in it, its rating, and the model answers."""
    written = look.exercise.read(look.last.answer)
    rated = [_rated(row, written.rating[row.id]) for row in look.exercise.rubric]
    return join(
        element("blockquote", written.text, class_="own"),
        _seen(look),
        element("p", strings.YOUR_RATING, class_="small-head"),
        element("ul", rated),
        element("p", strings.MODELS, class_="small-head"),
        element("ul", [_model(model) for model in look.exercise.models], class_="outcome"),
    )


def _seen(look: Look[Write]) -> Markup:
    text = look.exercise.read(look.last.answer).text
    rows = [_probed(probe, holds=probe.holds(text)) for probe in look.exercise.probes]
    lead = element("p", strings.SEEN, class_="note")
    return join(lead, element("ul", rows, class_="outcome"))


def _probed(probe: Probe, *, holds: bool) -> Markup:
    symbol, name = strings.PROBED[holds]
    sign = element("span", symbol, class_="sign arguable", role="img", aria_label=name)
    return element("li", sign, " ", probe.found if holds else probe.missing)


def _rate(row: Row) -> Markup:
    steps = [
        parts.radio(row.id, str(number), f"{number} · {step}")
        for number, step in enumerate(row.steps)
    ]
    return parts.group(row.ask, element("div", steps, class_="options"), class_="item")


def _rated(row: Row, step: int) -> Markup:
    return element("li", row.ask, " ", element("strong", f"{step} · {row.steps[step]}"))


def _model(model: Model) -> Markup:
    return element("li", element("p", model.text, class_="item serif"), element("p", model.why))
