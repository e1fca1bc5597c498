"""Labels: words beside what they name, moved only so far that none lies over another."""

from __future__ import annotations

import textwrap
from functools import cache
from itertools import product
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

SIZE = 13
"""Height of letters, in pixels where the picture has its natural size."""
LETTER = 8
"""Room for a letter: the widest of the usual fonts, on average, with some to spare."""
LINE = 16
"""From one line of words to the next."""
STEP, FURTHEST = 8, 240
"""How finely and how far a label is moved."""


class Box(NamedTuple):
    """A rectangle on the paper, from its left upper to its right lower corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Give the point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes lie over each other; touching is not yet that.

        >>> Box(0, 0, 2, 2).meets(Box(2, 0, 4, 2))
        False
        """
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom

    def within(self, frame: Box) -> bool:
        """Tell whether the box lies inside a frame."""
        across = frame.left <= self.left and self.right <= frame.right
        return across and frame.top <= self.top and self.bottom <= frame.bottom


def width_of(words: str) -> float:
    """Give the room that a line of words needs, rather too much than too little."""
    return len(words) * LETTER


def lines_of(words: str, width: float) -> list[str]:
    """Break words into lines that fit; SVG breaks none by itself."""
    return textwrap.wrap(words, max(1, int(width / LETTER))) or [""]


def even_lines(words: str, width: float) -> list[str]:
    """Break words into as few lines as fit, none of them much longer than the others.

    >>> lines_of("one two three four", 120), even_lines("one two three four", 120)
    (['one two three', 'four'], ['one two', 'three four'])
    """
    lines = lines_of(words, width)
    # No word is broken that the width has room for.
    most = max(map(len, lines))
    least = min(most, max(map(len, words.split(" "))))
    narrower = (lines_of(words, LETTER * many) for many in range(least, most))
    return next((found for found in narrower if len(found) == len(lines)), lines)


def box_of(lines: Sequence[str]) -> tuple[float, float]:
    """Give the width and the height of some lines."""
    return max(map(width_of, lines)), LINE * len(lines)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Move places apart to `gap` at least, in their order, and all of them as little as possible.

    Least squares with an order kept (pool adjacent violators). Where there is too little room from
    low to high, they share it evenly.

    >>> spread([10.0, 11.0, 50.0], 10, 0, 100)
    [5.5, 15.5, 50.0]
    """
    gap = min(gap, (high - low) / max(1, len(wanted) - 1))
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    # Without their gaps, places need only not pass each other: equal ones are then one block.
    blocks: list[tuple[float, int]] = []
    for rank, place in enumerate(order):
        blocks.append((wanted[place] - rank * gap, 1))
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            (one, many), (other, more) = blocks.pop(), blocks.pop()
            blocks.append(((one * many + other * more) / (many + more), many + more))
    bare = [mean for mean, many in blocks for _ in range(many)]
    top = high - gap * (len(wanted) - 1)
    found = [0.0] * len(wanted)
    for rank, place in enumerate(order):
        found[place] = min(max(bare[rank], low), top) + rank * gap
    return found


def place(
    wanted: Iterable[Box],
    frame: Box,
    taken: Iterable[Box] = (),
    suits: Callable[[Box], bool] = lambda _: True,
) -> list[Box]:
    """Place boxes of words in turn, each as near to where it wants to be as others let it.

    No words may stand on what is `taken`, and each place must suit. Where the frame has no free
    place, a label stays where it would like to be.

    >>> here = Box(0, 0, 10, 10)
    >>> place([here, here], Box(0, 0, 100, 100))
    [Box(left=0, top=0, right=10, bottom=10), Box(left=0, top=16, right=10, bottom=26)]
    """
    used = list(taken)
    found: list[Box] = []
    for box in wanted:
        fits = (one for one in _around(box) if one.within(frame))
        free = (one for one in fits if not any(map(one.meets, used)))
        here = next(filter(suits, free), box)
        used.append(here)
        found.append(here)
    return found


def _around(box: Box) -> Iterator[Box]:
    """Give the box itself, and copies that are moved ever further."""
    # First by itself: most stay where they are, and the list of moves is long.
    yield box
    for dx, dy in _moves():
        yield Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


@cache
def _moves() -> tuple[tuple[int, int], ...]:
    """Give the moves that are tried, the shortest first; they are kept, as it takes long."""
    steps = range(-FURTHEST, FURTHEST + 1, STEP)
    return tuple(sorted(product(steps, steps), key=lambda move: (hypot(*move), move)))
