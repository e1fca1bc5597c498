"""How an estimate looks: two boxes for each number, then how each range did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.estimate import ENDS
from helpers.view import parts
from helpers.view.charts.costs import render_costs
from helpers.view.markup import Markup, element, join
from helpers.words import figure_text, handout_text
from helpers.words.counted import number, span

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
    """Render how all ranges did, then each beside its rivals and what is known."""
    given = state.last.read
    items = state.exercise.items
    held = sum(given[item.id].holds(item.truth) for item in items)
    costs = [item.score(given[item.id]) for item in items]
    rows = [_row(state, item, given[item.id]) for item in items]
    return join(
        element("p", figure_text.ranges_held(held, costs), class_="finding"),
        element("ul", rows, class_="outcome"),
    )


paper = form


def key(state: CardState[Estimate]) -> Markup:
    """Render each number with what is known of it, where it is from and what it teaches."""
    return element("ul", [_known(state, item) for item in state.exercise.items], class_="outcome")


def _known(state: CardState[Estimate], item: Quantity) -> Markup:
    says = handout_text.KNOWN.format(number=number(item.truth), unit=item.unit)
    sharp = handout_text.SHARP.format(range=span(*item.sharp)) if item.sharp else None
    return element(
        "li",
        element("p", item.ask, " ", element("strong", says), class_="item"),
        element("p", figure_text.SOURCE, " ", parts.linked(item.source, item.page(state.dossier))),
        element("p", sharp) if sharp else None,
        element("p", item.why),
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
    known = element("strong", figure_text.IT_IS.format(number=number(item.truth), unit=item.unit))
    source = join(figure_text.SOURCE, " ", parts.linked(item.source, item.page(state.dossier)))
    return element(
        "li",
        element("p", item.ask, " ", known, class_="item"),
        render_costs(item, given, source),
        element("p", item.why),
    )
