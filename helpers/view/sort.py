"""How a sorting exercise looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.article import WHOLE, Quote
from helpers.kinds.base import Grade
from helpers.view import parts, strings
from helpers.view.markup import Markup, element
from helpers.view.reading import folded, number

if TYPE_CHECKING:
    from helpers.kinds.base import Part
    from helpers.kinds.sort import Item, Sort
    from helpers.view.look import Look


def form(look: Look[Sort]) -> Markup:
    """Render each item with the categories to choose from."""
    rows = [_pick(look, item) for item in look.exercise.items]
    return parts.question(look.exercise, element("div", rows, class_="sorting"))


def feedback(look: Look[Sort]) -> Markup:
    """Render each item with the place it was given and, once it is time, the one it belongs in."""
    chosen = look.exercise.read(look.last.answer)
    rows = [
        _row(look, item, part, chosen[item.id])
        for item, part in zip(look.exercise.items, look.last.mark.parts, strict=True)
    ]
    return element("ul", rows, class_="outcome")


def _pick(look: Look[Sort], item: Item) -> Markup:
    picks = [parts.radio(item.id, c.id, c.text) for c in look.exercise.categories]
    return parts.group(_text(look, item), element("div", picks, class_="chips"), class_="item")


def _text(look: Look[Sort], item: Item) -> list[Markup | str]:
    if not item.sentence:
        return [item.text]
    quote = Quote(item.sentence, WHOLE)
    home = look.dossier.home_of(quote)
    words = element("span", folded(home, home.article.anchor(quote)), class_="serif")
    return [number(home, quote.sentence), " ", words]


def _row(look: Look[Sort], item: Item, part: Part, chosen: str) -> Markup:
    yours = element(
        "span", f"{strings.YOUR_ANSWER}: {look.exercise.category(chosen).text}", class_="tag"
    )
    return element(
        "li",
        element("div", _text(look, item), " ", yours, class_="item"),
        _place(look, item, part),
        parts.feedback(look, part),
    )


def _place(look: Look[Sort], item: Item, part: Part) -> Markup | None:
    if part.grade is Grade.RIGHT or not look.whole:
        return None
    right = look.exercise.category(item.category).text
    return element("p", f"{strings.BELONGS_UNDER} {right}", class_="belongs")
