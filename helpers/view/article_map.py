"""The article as a map: each sentence is given a voice, and the page colours as it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.effort import words
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import folded, foreign, number
from helpers.view.strip import Piece, strip, swatched
from helpers.view.tables import table
from helpers.words import card_text, handout_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from helpers.kinds.base import Feedback
    from helpers.kinds.sort import BoundSort, Item
    from helpers.view.card_state import CardState

BRUSH = "_voice"
"""The field with the voice that a press on a sentence gives it; it is no part of the answer."""


def map_form(state: CardState[BoundSort]) -> Markup:
    """Render the voices to choose from, and the article to give them to."""
    first = state.exercise.categories[0].id
    brushes = [
        parts.radio(BRUSH, c.id, _swatched(state, c.id), checked=c.id == first)
        for c in state.exercise.categories
    ]
    palette = parts.group(
        card_text.VOICE_TO_GIVE, element("div", brushes, class_="chips"), class_="brushes"
    )
    rows = [_open_row(state, item) for item in state.exercise.items]
    return parts.question(
        state.exercise, palette, element("div", rows, class_="article voice-map"), class_="ask map"
    )


def map_paper(state: CardState[BoundSort]) -> Markup:
    """Render the voices with a letter each, and the article with a box after each sentence."""
    voices = [
        element("li", element("strong", letter), " ", category.text)
        for letter, category in zip(handout_text.LETTERS, state.exercise.categories, strict=False)
    ]
    rows = [
        element("div", _sentence(state, item), element("input", type="checkbox"), class_="sentence")
        for item in state.exercise.items
    ]
    return parts.question(
        state.exercise,
        element("p", handout_text.VOICES_HOW, class_="note"),
        element("ul", voices, class_="letters"),
        element("div", rows, class_="article voice-map"),
        class_="ask map",
    )


def map_feedback(state: CardState[BoundSort]) -> Markup:
    """Render the coloured article with what was missed, and how many words each voice has."""
    chosen, said = state.last.read, {one.item: one for one in state.last.mark.feedback}
    rows = [_row(state, item, chosen[item.id], said[item.id]) for item in state.exercise.items]
    shares = _shares(state) if state.whole else None
    return join(element("div", rows, class_="article voice-map"), shares)


def _open_row(state: CardState[BoundSort], item: Item) -> Markup:
    options = [
        element("option", category.text, value=category.id, data_ink=_ink(state, category.id))
        for category in state.exercise.categories
    ]
    choose = element("option", card_text.NO_VOICE_YET, value="")
    select = element(
        "select",
        choose,
        options,
        name=item.id,
        data_fill=True,
        aria_label=card_text.voice_of(item.sentence),
    )
    return element(
        "div", _sentence(state, item, paints=True), select, class_="sentence", data_asked=True
    )


def _row(state: CardState[BoundSort], item: Item, chosen: str, one: Feedback) -> Markup:
    """Render a sentence in the colour that it was given, or in its own once that is told.

    What can be defended stays as it was given.
    """
    shown = _voice(state, item.id, chosen)
    name = element("span", state.exercise.category(shown).text, class_="tag")
    mistaken = not _fits(state, item.id, chosen)
    yours = (
        element("p", card_text.you_gave(state.exercise.category(chosen).text), class_="note")
        if mistaken and state.whole
        else None
    )
    sentence = _sentence(state, item)
    return element(
        "div",
        element("div", sentence, name, class_="sentence", data_ink=_ink(state, shown)),
        yours,
        parts.feedback(state, one) if mistaken else _folded_reason(state, one),
    )


def _fits(state: CardState[BoundSort], item: str, chosen: str) -> bool:
    place = state.exercise.places[item]
    return chosen in {place.category, *place.also}


def _voice(state: CardState[BoundSort], item: str, chosen: str) -> str:
    """Give the voice that a sentence is shown with: its own only where another does not fit."""
    own = state.whole and not _fits(state, item, chosen)
    return state.exercise.places[item].category if own else chosen


def _folded_reason(state: CardState[BoundSort], one: Feedback) -> Markup:
    # Fourteen reasons in a row bury the article; who was right may want only some of them.
    return parts.details(
        [parts.sign(one.outcome), " ", card_text.WHY], parts.reason(state, one), class_="reason"
    )


def _sentence(state: CardState[BoundSort], item: Item, *, paints: bool = False) -> Markup:
    home, sentence = state.dossier.find_passage(item.sentence)
    text = folded(home, home.article.sentence(sentence).span)
    shown = element(
        "span",
        text,
        class_="text serif",
        lang=foreign(home),
        data_paints=item.id if paints else None,
    )
    return join(number(home, sentence), " ", shown)


def _swatched(state: CardState[BoundSort], category: str) -> Markup:
    return swatched(state.exercise.category(category).text, _ink(state, category))


def _ink(state: CardState[BoundSort], category: str) -> int:
    """Give the number of a category’s colour, from 1."""
    return [one.id for one in state.exercise.categories].index(category) + 1


def _shares(state: CardState[BoundSort]) -> Markup:
    """Draw how many words stand in the sentences of each voice, as a strip and as a table."""
    counts = dict.fromkeys((category.id for category in state.exercise.categories), 0)
    # As the article above is coloured: else the table would take back an answer that fits.
    for item, chosen in state.last.read.items():
        counts[_voice(state, item, chosen)] += words(state.exercise.places[item].text)
    total = sum(counts.values())
    most_first = sorted(counts.items(), key=lambda pair: -pair[1])
    pieces = [Piece(count, _ink(state, name)) for name, count in most_first]
    rows = [
        (_swatched(state, name), str(count), whole_percent(count / total))
        for name, count in most_first
    ]
    return join(
        strip(pieces),
        table(card_text.SHARES, card_text.SHARES_HEADS, rows),
    )
