"""Names: words beside the marks that they name, with a thin line wherever they had to move away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from helpers.view.drawing.labels import STEP, Box, box_of, even_lines, place
from helpers.view.drawing.shapes import in_box, leader
from helpers.view.markup import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from helpers.view.markup import Markup

Side: TypeAlias = Literal["right", "left", "under", "above"]
ASIDE = 6
"""From a mark to its name at the right or at the left."""
CLOSE = 2
"""From a mark to its name under or above."""


class Name(NamedTuple):
    """Words, the mark that they name, and the sides of it at which they like best to stand.

    `widths` are those that the words are broken to, the best first.
    """

    words: str
    mark: Box
    sides: Sequence[Side]
    widths: Sequence[float]
    class_: str = ""

    def wanted(self) -> Iterator[tuple[list[str], Box]]:
        """Give the lines and their places right beside the mark, the best first."""
        for width in self.widths:
            lines = even_lines(self.words, width)
            yield from ((lines, box) for side in self.sides for box in self._at(side, lines))

    def _at(self, side: Side, lines: list[str]) -> Iterator[Box]:
        width, height = box_of(lines)
        mark = self.mark
        if side in ("right", "left"):
            x = mark.right + ASIDE if side == "right" else mark.left - ASIDE - width
            # Level with the middle of the mark, or with one of its ends.
            tops = ((mark.top + mark.bottom - height) / 2, mark.top, mark.bottom - height)
            yield from (Box(x, y, x + width, y + height) for y in tops)
        else:
            y = mark.bottom + CLOSE if side == "under" else mark.top - CLOSE - height
            # Both begin or both end where the other does, or anywhere along the mark.
            ends = (mark.right - width, mark.left)
            lefts = (*ends, *_along(mark.left - width / 2, mark.right - width / 2, ends[0]))
            yield from (Box(x, y, x + width, y + height) for x in lefts)


def named(names: Iterable[Name], frame: Box, taken: Iterable[Box]) -> Markup:
    """Write the names in turn, none over another or over what is taken, and lead them to marks.

    A name stands right beside its mark where that is free, and else as near as may be.
    """
    used = list(taken)
    written: list[Markup | None] = []
    for one in names:
        places = ((lines, box) for lines, box in one.wanted() if box.within(frame))
        free = next((at for at in places if not any(map(at[1].meets, used))), None)
        lines, here = free or _near(one, frame, used)
        used.append(here)
        written += [_led(one.mark, here), in_box(lines, here, one.class_)]
    return join(*written)


def _near(one: Name, frame: Box, used: list[Box]) -> tuple[list[str], Box]:
    lines, box = next(one.wanted())
    return lines, place([_into(box, frame)], frame, used)[0]


def _along(low: float, high: float, best: float) -> list[float]:
    """Give places from low to high, those near the best place first."""
    steps = range(int((high - low) // STEP) + 1)
    return sorted((low + STEP * n for n in steps), key=lambda x: abs(x - best))


def _led(mark: Box, words: Box) -> Markup | None:
    """Lead words to the point of a mark that is nearest to them."""
    x, y = (words.left + words.right) / 2, (words.top + words.bottom) / 2
    return leader(words, min(max(x, mark.left), mark.right), min(max(y, mark.top), mark.bottom))


def _into(box: Box, frame: Box) -> Box:
    """Move a box by no more than it needs to lie inside a frame."""
    across = min(max(0, frame.left - box.left), frame.right - box.right)
    down = min(max(0, frame.top - box.top), frame.bottom - box.bottom)
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)
