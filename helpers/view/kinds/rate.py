"""How a rating looks: six steps for each sentence, then the curve over the careful readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.rate import STEPS
from helpers.topics.framing import certainty
from helpers.view import parts
from helpers.view.charts.curve import render_curve
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, number, numbered
from helpers.words import frame_text

if TYPE_CHECKING:
    from helpers.kinds.rate import CarefulReading, Lost, Rate
    from helpers.texts.dossier import Dossier
    from helpers.topics.framing import Certainty
    from helpers.view.card_state import CardState


def form(state: CardState[Rate]) -> Markup:
    """Render each sentence with its six steps."""
    low, high = state.exercise.ends
    note = element("p", frame_text.rate_how(low, high), class_="note")
    rows = [_pick(state, name) for name in state.exercise.readings]
    return parts.question(state.exercise, note, element("div", rows, class_="sorting"))


def feedback(state: CardState[Rate]) -> Markup:
    """Render the curve, where attribution is lost, the reasons of the readers, and the twin."""
    rated = state.last.read
    lost = [_lost(state, place, one) for place, one in enumerate(state.exercise.lost, start=1)]
    places = [one.words.sentence for one in state.exercise.lost]
    return join(
        render_curve(state.exercise.readings, rated, places),
        element("p", frame_text.LOST, class_="small-head"),
        element("ol", lost),
        _reasons(state.dossier, state.exercise.readings, rated),
        _beside(state),
    )


def _pick(state: CardState[Rate], name: str) -> Markup:
    steps = [parts.radio(name, str(step), str(step)) for step in STEPS]
    shown = numbered(state.dossier, name)
    return parts.group(shown, element("div", steps, class_="steps"), class_="item")


def _lost(state: CardState[Rate], place: int, lost: Lost) -> Markup:
    quote = parts.cited(state.dossier, (lost.words,))
    return element("li", quote, lost.says, value=place)


def _reasons(home: Dossier, readings: dict[str, CarefulReading], rated: dict[str, int]) -> Markup:
    """Render what the readings rest on, folded."""
    found = certainty(home)  # it reads the whole text, so it is asked once
    rows = [
        element(
            "li",
            element("p", number(home, name), " ", frame_text.readings(one.given, rated.get(name))),
            element("p", one.why),
            _found_words(found[name]),
        )
        for name, one in readings.items()
    ]
    return parts.details(
        frame_text.READERS, element("ul", rows, class_="outcome"), class_="reasons"
    )


def _beside(state: CardState[Rate]) -> Markup | None:
    """Render the curve of the other text, from our readings alone."""
    beside = state.exercise.beside
    if beside is None:
        return None
    home = state.dossier.sibling(beside.text)
    return join(
        element("p", home.about.title, class_="small-head"),
        constructed(home),
        render_curve(beside.readings, {}, []),
        _reasons(home, beside.readings, {}),
    )


def _found_words(found: Certainty) -> Markup | None:
    cues = [(cue.words, cue.kind.label) for cue in found.cues]
    said = frame_text.found_words(cues, found.hedges)
    return element("p", said, class_="note") if said else None
