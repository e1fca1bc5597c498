"""How a sorting exercise looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Outcome
from helpers.view import parts
from helpers.view.article_map import map_feedback, map_form, map_paper
from helpers.view.markup import Markup, element
from helpers.view.reading import numbered
from helpers.view.shuffled import shuffled
from helpers.view.tables import grid
from helpers.words import card_text, handout_text

if TYPE_CHECKING:
    from helpers.kinds.base import Feedback
    from helpers.kinds.sort import BoundSort, Item
    from helpers.view.card_state import CardState


def form(state: CardState[BoundSort]) -> Markup:
    """Render each item with the categories to choose from, or the article to colour."""
    if state.exercise.on_article:
        return map_form(state)
    rows = [_pick(state, item) for item in _items(state)]
    return parts.question(state.exercise, element("div", rows, class_="sorting"))


def feedback(state: CardState[BoundSort]) -> Markup:
    """Render each item with the place it was given and, once it is time, the one it belongs in."""
    if state.exercise.on_article:
        return map_feedback(state)
    chosen = state.last.read
    said = {one.item: one for one in state.last.mark.feedback}
    rows = [_row(state, item, said[item.id], chosen[item.id]) for item in _items(state)]
    return element("ul", rows, class_="outcome")


def paper(state: CardState[BoundSort]) -> Markup:
    """Render a table to tick, or the article with a box for the letter of a voice."""
    exercise = state.exercise
    if exercise.on_article:
        return map_paper(state)
    rows = [
        (_text(state, item), *[_tick(item) for _ in exercise.categories]) for item in _items(state)
    ]
    heads = ("", *(category.text for category in exercise.categories))
    return parts.question(exercise, element("div", grid(heads, rows), class_="ticks"))


def key(state: CardState[BoundSort]) -> Markup:
    """Render each item with the place it belongs in, why, and what tempts to put it elsewhere."""
    return element("ul", [_keyed(state, item) for item in _items(state)], class_="outcome")


def _tick(item: Item) -> Markup:
    return element("input", type="radio", name=item.id)


def _keyed(state: CardState[BoundSort], item: Item) -> Markup:
    place, category = state.exercise.places[item.id], state.exercise.category
    also = ", ".join(category(one).text for one in place.also)
    tempted = [
        element("div", element("p", handout_text.WHERE_TEMPTED.format(place=category(name).text),
                               " ", one.why), parts.named(state, one.slip), class_="part wrong")
        for name, one in item.tempting.items()
    ]  # fmt: skip
    return element(
        "li",
        element("div", _text(state, item), class_="item"),
        element(
            "p", f"{card_text.RIGHT_ANSWER} ", element("strong", category(place.category).text)
        ),
        element("p", handout_text.ALSO, " ", also) if also else None,
        parts.explained(state, item),
        tempted,
    )


def _items(state: CardState[BoundSort]) -> list[Item]:
    items = state.exercise.items
    return list(items) if state.exercise.in_order else shuffled(state, items)


def _pick(state: CardState[BoundSort], item: Item) -> Markup:
    picks = [parts.radio(item.id, c.id, c.text) for c in state.exercise.categories]
    return parts.group(_text(state, item), element("div", picks, class_="chips"), class_="item")


def _text(state: CardState[BoundSort], item: Item) -> Markup | str:
    if item.sentence:
        return numbered(state.dossier, item.sentence)
    return state.exercise.places[item.id].text


def _row(state: CardState[BoundSort], item: Item, one: Feedback, chosen: str) -> Markup:
    yours = element(
        "span", f"{card_text.YOUR_ANSWER}: {state.exercise.category(chosen).text}", class_="tag"
    )
    return element(
        "li",
        element("div", _text(state, item), " ", yours, class_="item"),
        _place(state, item, one),
        parts.feedback(state, one),
    )


def _place(state: CardState[BoundSort], item: Item, one: Feedback) -> Markup | None:
    if one.outcome is Outcome.RIGHT or not state.whole:
        return None
    right = state.exercise.category(state.exercise.places[item.id].category).text
    lead = card_text.OUR_ANSWER if one.outcome is Outcome.ARGUABLE else card_text.RIGHT_ANSWER
    return element("p", f"{lead} {right}", class_="belongs")
