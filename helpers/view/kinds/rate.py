"""How a rating looks: six steps for each sentence, then the curve over the careful readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.rate import STEPS
from helpers.texts.article import WHOLE, Quote
from helpers.topics.framing import certainty
from helpers.view import parts
from helpers.view.charts.curve import render_curve
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, folded, foreign, number
from helpers.words import frame_text

if TYPE_CHECKING:
    from helpers.kinds.rate import CarefulReading, Lost, Rate
    from helpers.texts.dossier import Dossier
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
    reasons = [
        _reason(state.dossier, name, reading, rated[name])
        for name, reading in state.exercise.readings.items()
    ]
    places = [one.words.sentence for one in state.exercise.lost]
    return join(
        render_curve(state.exercise.readings, rated, places),
        element("p", frame_text.LOST, class_="small-head"),
        element("ol", lost),
        parts.details(
            frame_text.READERS, element("ul", reasons, class_="outcome"), class_="reasons"
        ),
        _beside(state),
    )


def _pick(state: CardState[Rate], name: str) -> Markup:
    home = state.dossier
    words = folded(home, home.article.anchor(Quote(name, WHOLE)))
    shown = element("span", words, class_="serif", lang=foreign(home))
    steps = [parts.radio(name, str(step), str(step)) for step in STEPS]
    legend = [number(home, name), " ", shown]
    return parts.group(legend, element("div", steps, class_="steps"), class_="item")


def _lost(state: CardState[Rate], place: int, lost: Lost) -> Markup:
    quote = parts.cited(state.dossier, (lost.words,))
    return element("li", quote, lost.says, value=place)


def _reason(home: Dossier, name: str, reading: CarefulReading, mine: int | None) -> Markup:
    said = frame_text.readings(reading.given, mine)
    found = _found_words(home, name)
    return element(
        "li",
        element("p", number(home, name), " ", said),
        element("p", reading.why),
        element("p", found, class_="note") if found else None,
    )


def _beside(state: CardState[Rate]) -> Markup | None:
    """Render the curve of the other text, from our readings alone."""
    beside = state.exercise.beside
    if beside is None:
        return None
    home = state.dossier.sibling(beside.text)
    rows = [_reason(home, name, one, None) for name, one in beside.readings.items()]
    return join(
        element("p", home.about.title, class_="small-head"),
        constructed(home),
        render_curve(beside.readings, {}, []),
        parts.details(frame_text.READERS, element("ul", rows, class_="outcome"), class_="reasons"),
    )


def _found_words(home: Dossier, name: str) -> str:
    found = certainty(home)[name]
    cues = [(cue.words, cue.kind.label) for cue in found.cues]
    return frame_text.found_words(cues, found.hedges)
