"""A strip: one bar whose parts have the grounds of voices, and the sample of a ground in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.view.markup import Markup, element, join
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.view.markup import Child

WIDE_ENOUGH = 0.1
"""A part of this share has room for its share in figures, on a phone as well."""


class Piece(NamedTuple):
    """A part of a strip: how many words, and the number of its ground; none is bare paper."""

    words: int
    ink: int | None


def strip(pieces: Sequence[Piece]) -> Markup:
    """Draw the parts in their order, each as wide as its words; nothing is drawn for none."""
    whole = sum(piece.words for piece in pieces)
    drawn = [_drawn(piece, piece.words / whole) for piece in pieces if piece.words]
    # What it shows stands beside it in words.
    return element("div", drawn, class_="strip", aria_hidden="true")


def swatched(name: Child, ink: int | None) -> Markup:
    """Render a name after a sample of its ground."""
    sample = element("span", "", class_="swatch", data_ink=ink, aria_hidden="true")
    return join(sample, " ", name)


def _drawn(piece: Piece, share: float) -> Markup:
    # The largest ones say which they are; the others follow in the order of the words beside it.
    says = whole_percent(share) if share >= WIDE_ENOUGH else ""
    return element("span", says, style=f"flex-grow:{piece.words}", data_ink=piece.ink)
