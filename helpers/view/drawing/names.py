"""Names: words beside the marks that they name, with a thin line wherever they had to move away."""

from __future__ import annotations

from functools import partial
from math import hypot
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from helpers.view.drawing.labels import STEP, Box, box_of, even_lines, place
from helpers.view.drawing.shapes import in_box, leader
from helpers.view.markup import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from helpers.view.markup import Markup

Side: TypeAlias = Literal["right", "left", "under", "above"]
ASIDE = 6
"""From a mark to its name at the right or at the left."""
CLOSE = 2
"""From a mark to its name under or above."""
NEARER = 1.35
"""How many times as far as to its own mark it is from a name to any other."""


class Name(NamedTuple):
    """Words, the mark that they name, and the sides of it at which they like best to stand.

    `widths` are those that the words are broken to, the best first. What is `spare` is left out
    where its place is taken.
    """

    words: str
    mark: Box
    sides: Sequence[Side]
    widths: Sequence[float]
    class_: str = ""
    spare: bool = False

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


def named(names: Sequence[Name], frame: Box, taken: Iterable[Box], *, dots: bool = False) -> Markup:
    """Write the names in turn, none over another or over what is taken, and lead them to marks.

    A name stands right beside its mark where that is free, and else as near as may be. Where the
    marks are `dots`, it must be nearer to its own than to any other.
    """
    used = list(taken)
    written: list[Markup | None] = []
    for one in names:
        others = [other.mark for other in names if dots and not other.spare]
        own = partial(_belongs, one.mark, others)
        places = ((lines, box) for lines, box in one.wanted() if box.within(frame) and own(box))
        free = next((at for at in places if not any(map(at[1].meets, used))), None)
        if one.spare and not free:
            continue
        lines, here = free or _near(one, frame, used, own)
        used.append(here)
        written += [_led(one.mark, here, plain=own(here)), in_box(lines, here, one.class_)]
    return join(*written)


def trail(x1: float, y1: float, x2: float, y2: float) -> Iterator[Box]:
    """Give the room that a line takes, as small boxes: no name may stand on it."""
    steps = max(1, int(hypot(x2 - x1, y2 - y1) / CLOSE))
    points = ((x1 + (x2 - x1) * n / steps, y1 + (y2 - y1) * n / steps) for n in range(steps + 1))
    return (Box(x - 1, y - 1, x + 1, y + 1) for x, y in points)


def _belongs(mark: Box, marks: Iterable[Box], words: Box) -> bool:
    """Tell whether words are so much nearer to a mark than to others that nobody can err."""
    others = (_far(words, one) for one in marks if one.middle != mark.middle)
    return NEARER * _far(words, mark) <= min(others, default=float("inf"))


def _far(words: Box, mark: Box) -> float:
    """Measure from words to the middle of a mark: dots of any size are known by it."""
    x, y = mark.middle
    across = max(words.left - x, x - words.right, 0)
    return hypot(across, max(words.top - y, y - words.bottom, 0))


def _near(
    one: Name, frame: Box, used: list[Box], own: Callable[[Box], bool]
) -> tuple[list[str], Box]:
    lines, box = next(one.wanted())
    start = _into(box, frame)
    [here] = place([start], frame, used, own)
    if own(here) and not any(map(here.meets, used)):
        return lines, here
    # A line leads from there to the mark.
    return lines, place([start], frame, used)[0]


def _along(low: float, high: float, best: float) -> list[float]:
    """Give places from low to high, those near the best place first."""
    steps = range(int((high - low) // STEP) + 1)
    return sorted((low + STEP * n for n in steps), key=lambda x: abs(x - best))


def _led(mark: Box, words: Box, *, plain: bool) -> Markup | None:
    """Lead words to the point of a mark that is nearest to them, unless it is plain."""
    x, y = (words.left + words.right) / 2, (words.top + words.bottom) / 2
    at = min(max(x, mark.left), mark.right), min(max(y, mark.top), mark.bottom)
    return leader(words, *at, always=not plain)


def _into(box: Box, frame: Box) -> Box:
    """Move a box by no more than it needs to lie inside a frame."""
    across = min(max(0, frame.left - box.left), frame.right - box.right)
    down = min(max(0, frame.top - box.top), frame.bottom - box.bottom)
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)
