"""How a choice looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import parts, strings
from helpers.view.markup import Markup, element

if TYPE_CHECKING:
    from helpers.kinds.base import Part
    from helpers.kinds.choice import Choice
    from helpers.view.look import Look


def form(look: Look[Choice]) -> Markup:
    """Render the options to pick from."""
    many = look.exercise.several
    picks = [parts.radio("option", o.id, o.text, many=many) for o in look.exercise.options]
    return parts.question(look.exercise, element("div", picks, class_="options"))


def feedback(look: Look[Choice]) -> Markup:
    """Render the options, with feedback under those chosen, and under all once it is time."""
    texts = {option.id: option.text for option in look.exercise.options}
    rows = [_row(look, part, texts[part.item]) for part in look.last.mark.parts]
    return element("ul", rows, class_="outcome")


def _row(look: Look[Choice], part: Part, text: str) -> Markup:
    yours = element("span", strings.YOUR_ANSWER, class_="tag") if part.chosen else None
    shown = parts.feedback(look, part) if part.chosen or look.whole else None
    line = element("p", text, " ", yours, class_="item")
    return element("li", line, shown, class_="chosen" if part.chosen else None)
