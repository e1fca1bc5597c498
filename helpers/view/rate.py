"""How a rating looks: six steps for each sentence, then the curve over the careful readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.article import WHOLE, Quote
from helpers.dossier import open_dossier
from helpers.kinds.rate import STEPS
from helpers.topics.framing import certainty
from helpers.view import frame_strings as strings
from helpers.view import parts
from helpers.view.curve import render_curve
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, folded, number

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.kinds.rate import Lost, Rate, Reading
    from helpers.view.look import Look


def form(look: Look[Rate]) -> Markup:
    """Render each sentence with its six steps."""
    low, high = look.exercise.ends
    note = element("p", strings.rate_how(low, high), class_="note")
    rows = [_pick(look, name) for name in look.exercise.readings]
    return parts.question(look.exercise, note, element("div", rows, class_="sorting"))


def feedback(look: Look[Rate]) -> Markup:
    """Render the curve, where attribution is lost, the reasons of the readers, and the twin."""
    rated = look.exercise.read(look.last.answer)
    lost = [_lost(look, place, one) for place, one in enumerate(look.exercise.lost, start=1)]
    reasons = [
        _reason(look.dossier, name, reading, rated[name])
        for name, reading in look.exercise.readings.items()
    ]
    places = [one.words.sentence for one in look.exercise.lost]
    return join(
        render_curve(look.exercise.readings, rated, places),
        element("p", strings.LOST, class_="small-head"),
        element("ol", lost),
        parts.details(strings.READERS, element("ul", reasons, class_="outcome"), class_="reasons"),
        _beside(look),
        element("p", look.exercise.after),
    )


def _pick(look: Look[Rate], name: str) -> Markup:
    home = look.dossier
    words = element("span", folded(home, home.article.anchor(Quote(name, WHOLE))), class_="serif")
    steps = [parts.radio(name, str(step), str(step)) for step in STEPS]
    legend = [number(home, name), " ", words]
    return parts.group(legend, element("div", steps, class_="steps"), class_="item")


def _lost(look: Look[Rate], place: int, lost: Lost) -> Markup:
    quote = parts.cited(look.dossier, (lost.words,))
    return element("li", quote, lost.says, value=place)


def _reason(home: Dossier, name: str, reading: Reading, mine: int | None) -> Markup:
    said = strings.readings(reading.given, mine)
    found = strings.found_words(certainty(home)[name])
    return element(
        "li",
        element("p", number(home, name), " ", said),
        element("p", reading.why),
        element("p", found, class_="note") if found else None,
    )


def _beside(look: Look[Rate]) -> Markup | None:
    """Render the curve of the other text, from our readings alone."""
    beside = look.exercise.beside
    if beside is None:
        return None
    home = open_dossier(beside.text, look.dossier.folder.parent)
    rows = [_reason(home, name, one, None) for name, one in beside.readings.items()]
    return join(
        element("p", home.about.title, class_="small-head"),
        constructed(home),
        render_curve(beside.readings, {}, []),
        parts.details(strings.READERS, element("ul", rows, class_="outcome"), class_="reasons"),
    )
