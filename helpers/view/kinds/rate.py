"""How a rating looks: six steps for each sentence, then the curve over the careful readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.rate import STEPS
from helpers.topics.framing import certainty
from helpers.view import parts
from helpers.view.charts.curve import Curve, draw_curve
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.one_at_a_time import Part, one_at_a_time
from helpers.view.reading import constructed, numbered
from helpers.view.tables import table
from helpers.words import frame_text, handout_text
from helpers.words.counted import span

if TYPE_CHECKING:
    from helpers.kinds.rate import CarefulReading, Lost, Rate
    from helpers.texts.dossier import Dossier
    from helpers.topics.framing import Certainty
    from helpers.view.card_state import CardState

LEAST = 2
"""Of so many words a curve can be told to climb from one to another."""


def form(state: CardState[Rate]) -> Markup:
    """Render each sentence with its six steps."""
    low, high = state.exercise.ends
    note = element("p", frame_text.rate_how(STEPS[0], low, STEPS[-1], high), class_="note")
    rows = [_pick(state, name) for name in state.exercise.readings]
    return parts.question(state.exercise, note, element("div", rows, class_="sorting"))


def feedback(state: CardState[Rate]) -> Markup:
    """Render the curve, where attribution is lost, and the curve of the other text."""
    exercise, rated = state.exercise, state.last.read
    curve = Curve(exercise.ends, exercise.readings, rated, _marks(state))
    return join(
        _drawn(state.dossier, curve, finding(curve), frame_text.CURVE_PICTURE),
        _all_lost(state),
        _beside(state),
    )


paper = form


def key(state: CardState[Rate]) -> Markup:
    """Render the careful readings, where attribution is lost, and the curve of the other text."""
    curve = Curve(state.exercise.ends, state.exercise.readings, {}, _marks(state))
    drawn = _drawn(state.dossier, curve, handout_text.READINGS, frame_text.CURVE_BESIDE_PICTURE)
    return join(drawn, _all_lost(state), _beside(state))


def finding(curve: Curve) -> str:
    """State how the student's curve moves between the words that are written on it."""
    marked = [(name, words) for name, words in curve.marks.items() if name in curve.rated]
    if len(marked) < LEAST:
        return frame_text.curve_range(min(curve.rated.values()), max(curve.rated.values()))
    (first, _), (last, _) = ends = marked[0], marked[-1]
    was, became = (frame_text.at_word(words, name) for name, words in ends)
    return frame_text.climb(was, curve.rated[first], became, curve.rated[last])


def _drawn(home: Dossier, curve: Curve, says: str, label: str) -> Markup:
    """Render a curve with its sentences, of which one at a time is shown."""
    found = certainty(home)  # it reads the whole text, so it is asked once
    parts_ = [Part(name, _sentence(home, curve, name, found[name])) for name in curve.readings]
    drawing = picture(label, lambda form: draw_curve(curve, form))
    heads = frame_text.CURVE_HEADS if curve.rated else frame_text.CURVE_HEADS[:2]
    cells = [_cells(curve, name)[: len(heads)] for name in curve.readings]
    return chart(
        says,
        one_at_a_time(f"{frame_text.CURVE}: {home.about.title}", drawing, parts_),
        table(frame_text.CURVE, heads, cells),
        note=frame_text.CURVE_NOTE if curve.rated else "",
        source=frame_text.CURVE_SOURCE,
    )


def _cells(curve: Curve, name: str) -> tuple[str, str, str]:
    return name, span(*curve.band(name)), str(curve.rated.get(name, ""))


def _sentence(home: Dossier, curve: Curve, name: str, found: Certainty) -> Markup:
    """Render a sentence with what it was given, and why."""
    reading = curve.readings[name]
    return join(
        element("div", numbered(home, name)),
        element("p", frame_text.readings(reading.given, curve.rated.get(name)), " ", reading.why),
        _found_words(found),
    )


def _pick(state: CardState[Rate], name: str) -> Markup:
    steps = [parts.radio(name, str(step), str(step)) for step in STEPS]
    shown = numbered(state.dossier, name)
    return parts.group(shown, element("div", steps, class_="steps"), class_="item")


def _marks(state: CardState[Rate]) -> dict[str, str]:
    """Give the words that are written on the curve, by their sentence."""
    return {quote.sentence: state.dossier.quoted(quote) for quote in state.exercise.marks()}


def _all_lost(state: CardState[Rate]) -> Markup:
    head = element("p", frame_text.LOST, class_="small-head")
    return join(head, element("ul", [_lost(state, one) for one in state.exercise.lost]))


def _lost(state: CardState[Rate], lost: Lost) -> Markup:
    return element("li", parts.cited(state.dossier, (lost.words,)), lost.says)


def _beside(state: CardState[Rate]) -> Markup | None:
    """Render the curve of the other text, from our readings alone."""
    beside = state.exercise.beside
    if beside is None:
        return None
    home = state.dossier.sibling(beside.text)
    says = frame_text.beside_range(*_extent(beside.readings), *_extent(state.exercise.readings))
    curve = Curve(state.exercise.ends, beside.readings, {}, {})
    return join(
        element("p", home.about.title, class_="small-head"),
        constructed(home),
        _drawn(home, curve, says, frame_text.CURVE_BESIDE_PICTURE),
    )


def _extent(readings: dict[str, CarefulReading]) -> tuple[int, int]:
    given = [one for reading in readings.values() for one in reading.given]
    return min(given), max(given)


def _found_words(found: Certainty) -> Markup | None:
    cues = [(cue.words, cue.kind.label) for cue in found.cues]
    said = frame_text.found_words(cues, found.hedges)
    return element("p", said, class_="note") if said else None
