"""How an estimate looks: two boxes for each number, then how each range did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view import figure_strings as strings
from helpers.view import parts
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.estimate import Estimate, Quantity
    from helpers.topics.casualties import Bounds
    from helpers.view.look import Look


def form(look: Look[Estimate]) -> Markup:
    """Render two boxes for each number."""
    rows = [
        parts.group(item.ask, ends(item.id, item.unit), class_="item")
        for item in look.exercise.items
    ]
    return parts.question(look.exercise, element("p", strings.RANGE_HOW, class_="note"), rows)


def feedback(look: Look[Estimate]) -> Markup:
    """Render each range beside what is known, with its score in words."""
    given = look.exercise.read(look.last.answer)
    rows = [_row(item, given[item.id]) for item in look.exercise.items]
    held = sum(given[item.id].holds(item.truth) for item in look.exercise.items)
    return join(
        element("p", strings.ranges_held(held, len(rows))),
        element("ul", rows, class_="outcome"),
        element("p", look.exercise.after),
    )


def ends(name: str, unit: str) -> Markup:
    """Render the boxes for the two ends of a range."""
    boxes = [
        element(
            "label",
            word,
            " ",
            element("input", type="text", inputmode="numeric", autocomplete="off", size=9,
                    name=f"{name}-{end}", data_fill=True),
        )
        for end, word in (("low", strings.RANGE_LOW), ("high", strings.RANGE_HIGH))
    ]  # fmt: skip
    return element("div", boxes, " ", unit, class_="ends")


def _row(item: Quantity, given: Bounds) -> Markup:
    return element(
        "li",
        element("p", item.ask, " ", element("strong", strings.number(item.truth)), f" {item.unit}",
                f" ({item.source})", class_="item"),
        element("p", strings.range_did(given, item.truth, item.score(given))),
        element("p", item.why),
    )  # fmt: skip
