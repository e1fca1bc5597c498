"""A chain of sources: a picture from the origins down to the article, its steps one at a time.

Beside it stands the student's own order, where she has given one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.texts.records import Claim
from helpers.topics.attribution import Standing, onward, origins
from helpers.topics.days import plain_day
from helpers.view import parts
from helpers.view.charts.chain_steps import steps_of, told_at
from helpers.view.drawing.figure import Drawing, Form, figure, picture
from helpers.view.drawing.labels import LINE, Box, lines_of
from helpers.view.drawing.shapes import bar, lines, part, strokes, track
from helpers.view.markup import Markup, element, join
from helpers.view.one_at_a_time import one_at_a_time
from helpers.words import chain_text
from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.texts.dossier import Dossier
    from helpers.topics.attribution import Hop

WIDEST, PAD = 420, 8
"""Of a box, and the room around its words."""
BOLD = 0.93
"""Of the room for plain words, what bold ones can have."""
STEM, INDENT = 14, 32
"""From the left of a box to its link; several that one step rests on stand so far to the right."""
ASIDE, GAP, HEAD = 12, 16, 6
"""From a link to its words, what a link needs besides them, and the head of an arrow."""


def render_chain(home: Dossier, hop: Hop, order: Sequence[str] = ()) -> Markup:
    """Render a chain: the finding, the picture with its steps, and the nested list.

    `order` is what the student put into an order of her own.
    """
    ends = counted(len(origins(hop)), "known origin", "known origins")
    walk = one_at_a_time(
        f"{chain_text.CHAIN}: {hop.name}",
        picture(chain_text.PICTURE, lambda form: _drawn(hop, form)),
        steps_of(home, hop),
    )
    return figure(
        chain_text.finding({one.value: hop.links(one) for one in Standing}, ends),
        _beside(walk, order) if order else walk,
        parts.details(chain_text.AS_LIST, element("ul", _listed(hop)), class_="data"),
        source=chain_text.SOURCE,
    )


def _beside(walk: Markup, order: Sequence[str]) -> Markup:
    """Set the student's own order beside the chain, or below it on a phone."""
    rows = element("ol", [element("li", one) for one in order])
    return element(
        "div",
        element("div", element("p", chain_text.CHAIN, class_="small-head"), walk),
        element("div", element("p", chain_text.YOUR_ORDER, class_="small-head"), rows),
        class_="beside",
    )


def _listed(hop: Hop) -> Markup:
    says, when = getattr(hop.step, "says", ""), plain_day(getattr(hop.step, "date", ""))
    standing = chain_text.STANDING[hop.standing.value]
    link = chain_text.RESTS_ON.format(link=_link(hop))
    deeper = [
        element("p", element("em", link), class_="link"),
        element("ul", [_listed(parent) for parent in hop.parents]),
    ]
    return element(
        "li",
        element("strong", hop.name),
        f" ({when}, {standing})" if when else f" ({standing})",
        element("br") if says else None,
        says,
        deeper if hop.parents else None,
    )


def _link(hop: Hop) -> str:
    """Say how the links of a step are known."""
    source = None if isinstance(hop.step, Claim) else hop.step.source
    return chain_text.LINKS[hop.link.value].format(source=source.title if source else "")


def _drawn(hop: Hop, form: Form) -> Drawing:
    steps = {one.step.id: told_at(one) for one in onward(hop)}
    shapes, box = _placed(hop, Box(1, 1, form.width - 1, 1), steps)
    return Drawing(box.bottom + 2, shapes)


def _placed(hop: Hop, room: Box, steps: dict[str, str]) -> tuple[list[Markup], Box]:
    """Draw a step below all that it rests on; give its shapes, and its box."""
    shapes: list[Markup] = []
    boxes: list[Box] = []
    top = room.top
    inner = room.left + (INDENT if len(hop.parents) > 1 else 0)
    for parent in hop.parents:
        more, box = _placed(parent, Box(inner, top, room.right, top), steps)
        shapes, boxes, top = [*shapes, *more], [*boxes, box], box.bottom + GAP
    if boxes:
        x = room.left + STEM + ASIDE
        words = lines_of(_link(hop), room.right - x)
        top = boxes[-1].bottom + GAP + LINE * len(words)
        shapes += [_links(hop, boxes, room.left + STEM, top), lines(words, x, top - _up(words))]
    box, drawn = _box(hop, room._replace(top=top))
    return [*shapes, part(steps[hop.step.id], drawn)], box


def _up(words: Sequence[str]) -> float:
    """Tell how far above the next box the first of some words stands."""
    return GAP / 2 + LINE * (len(words) - 1) + 3


def _links(hop: Hop, boxes: list[Box], x: float, y: float) -> Markup:
    """Draw the links of all boxes into one arrow."""
    style = "hop" if hop.link is not Standing.INFERRED else "hop guess"
    head = strokes([((x - HEAD, y - HEAD), (x, y)), ((x + HEAD, y - HEAD), (x, y))], "hop")
    if len(boxes) == 1:
        return join(track([(x, boxes[0].bottom), (x, y)], style), head)
    middles = [(box.top + box.bottom) / 2 for box in boxes]
    # The way down is drawn once: dashes over dashes would make a solid line.
    aside = [((box.left, at), (x, at)) for box, at in zip(boxes, middles, strict=True)]
    return join(strokes([*aside, ((x, middles[0]), (x, y))], style), head)


def _box(hop: Hop, room: Box) -> tuple[Box, Markup]:
    width = min(WIDEST, room.right - room.left)
    name = lines_of(hop.name, (width - 2 * PAD) * BOLD)
    standing = lines_of(chain_text.STANDING[hop.standing.value], width - 2 * PAD)
    height = LINE * (len(name) + len(standing)) + PAD
    box = Box(room.left, room.top, room.left + width, room.top + height)
    inferred = hop.standing is Standing.INFERRED
    x, y = room.left + PAD, room.top + LINE
    drawn = join(
        bar(box.left, box.top, width, height, "area box guess" if inferred else "area box"),
        lines(name, x, y, class_="strong"),
        lines(standing, x, y + LINE * len(name), class_="axis"),
    )
    return box, drawn
