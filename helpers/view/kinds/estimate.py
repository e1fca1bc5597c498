"""How an estimate looks: two boxes for each number, then how each range did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.estimate import ENDS
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from helpers.kinds.estimate import Estimate, Quantity
    from helpers.topics.casualties import Bounds
    from helpers.view.card_state import CardState


def form(state: CardState[Estimate]) -> Markup:
    """Render two boxes for each number."""
    rows = [
        parts.group(item.ask, ends(item.id, item.unit), class_="item")
        for item in state.exercise.items
    ]
    return parts.question(state.exercise, element("p", figure_text.RANGE_HOW, class_="note"), rows)


def feedback(state: CardState[Estimate]) -> Markup:
    """Render each range beside what is known, with its score in words."""
    given = state.last.read
    rows = [_row(state, item, given[item.id]) for item in state.exercise.items]
    held = sum(given[item.id].holds(item.truth) for item in state.exercise.items)
    return join(
        element("p", figure_text.RANGES_HELD.format(held=held, all=len(rows))),
        element("ul", rows, class_="outcome"),
    )


def ends(name: str, unit: str, given: Bounds | None = None) -> Markup:
    """Render the boxes for the two ends of a range, with the range that was given in them."""
    values = [_written(end) for end in given] if given else [None, None]
    boxes = [
        element(
            "label",
            word,
            " ",
            # Text, not number: people write 1,200 and “three thousand”, and a phone shows digits
            # anyway.
            element("input", type="text", inputmode="numeric", autocomplete="off", size=9,
                    name=f"{name}-{end}", value=value, data_fill=True),
        )
        for end, word, value in zip(ENDS, (figure_text.RANGE_LOW, figure_text.RANGE_HIGH), values,
                                    strict=True)
    ]  # fmt: skip
    return element("div", boxes, " ", unit, class_="ends")


def _written(value: float) -> str:
    """Write a number as a person would, and so that it is read as the same number again."""
    return number(value) if value == int(value) else f"{value:.12g}"


def _row(state: CardState[Estimate], item: Quantity, given: Bounds) -> Markup:
    source = parts.linked(item.source, item.page(state.dossier))
    return element(
        "li",
        element("p", item.ask, " ", element("strong", number(item.truth)), f" {item.unit}",
                " (", source, ")", class_="item"),
        element("p", _did(item, given)),
        element("p", item.why),
    )  # fmt: skip


def _did(item: Quantity, given: Bounds) -> str:
    """Say in words how one range did."""
    if given.holds(item.truth):
        return figure_text.range_held(given, given.width)
    miss = given.miss(item.truth)
    return figure_text.range_missed(given, given.width, miss, item.score(given))
