"""What number phrases allow, as bars on a line; bars that do not meet cannot all be right."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.texts.article import Quote
from helpers.texts.records import Record
from helpers.topics.casualties import Bounds, dead_by_survivors, together
from helpers.topics.phrases import read_phrase
from helpers.view.charts.chart import Chart
from helpers.view.drawing.axes import ROOM_BELOW, across
from helpers.view.drawing.figure import Drawing, Form, chart, picture
from helpers.view.drawing.labels import LINE, lines_of, width_of
from helpers.view.drawing.scales import Linear
from helpers.view.drawing.shapes import bar, lines, open_bar, text
from helpers.view.markup import join
from helpers.view.reading import quoted
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

TALL = 18
AROUND = 10
"""How far the line goes beyond the outermost limit."""
TICK_ROOM = 70
ASIDE = 8
"""From the end of a bar to the words on it or beside it."""


class Stated(Record, frozen=True, kw_only=True):
    """A number phrase of the article; `survivors` of the group that it names live to tell.

    `aside` is what one must know besides the words.
    """

    words: Quote
    survivors: int = 0
    aside: str = ""

    def allows(self, dossier: Dossier) -> Bounds:
        """Read the phrase; where somebody of the group lives to tell, they are not the dead."""
        words = dossier.quoted(self.words)
        limits = read_phrase(words)
        if limits is None:
            raise KitError(f"“{words}” is no number phrase that the kit can read.")
        return dead_by_survivors(int(limits.high), self.survivors) if self.survivors else limits


class BoundsChart(Chart, frozen=True, kw_only=True, tag="bounds"):
    """Phrases, and what each allows at the least and at the most."""

    phrases: tuple[Stated, ...]
    axis: str
    heads: tuple[str, str, str]

    def render(self, dossier: Dossier) -> Markup:
        """Render what each phrase allows, and what all allow at once."""
        allowed = [one.allows(dossier) for one in self.phrases]
        cells = [
            (
                quoted(dossier, one.words),
                figure_text.least(limits.low),
                figure_text.most(limits.high),
            )
            for one, limits in zip(self.phrases, allowed, strict=True)
        ]
        says = [self._says(one, dossier) for one in self.phrases]
        return chart(
            figure_text.bounds_finding(together(*allowed)),
            picture(self.picture, lambda form: self._drawn(form, says, allowed)),
            table(self.title, self.heads, cells),
            source=self.source,
        )

    def _says(self, one: Stated, dossier: Dossier) -> str:
        quote = f"“{dossier.quoted(one.words)}” ({one.words.sentence})"
        return f"{quote}, {one.aside}" if one.aside else quote

    def _drawn(self, form: Form, says: list[str], allowed: list[Bounds]) -> Drawing:
        ends = sorted({end for limits in allowed for end in limits if 0 < end < inf})
        if not ends:
            raise ValueError("none of its phrases sets a limit")
        scale = Linear(max(0, ends[0] - AROUND), ends[-1] + AROUND, 4, form.width - 4)
        shapes: list[Markup] = []
        y = 0.0
        for words, limits in zip(says, allowed, strict=True):
            written = lines_of(words, form.width)
            y += LINE * len(written)
            shapes += [lines(written, 0, y - LINE * (len(written) - 1)), _bar(limits, y + 8, scale)]
            shapes.append(_named(limits, y + 8 + TALL - 5, scale))
            y += TALL + 22
        ticks = scale.ticks(int(form.width // TICK_ROOM))
        axis = across(scale, self.axis, ticks, number, top=0, bottom=y)
        return Drawing(y + ROOM_BELOW, [axis, _gap(allowed, y, scale), *shapes])


def _bar(limits: Bounds, y: float, scale: Linear) -> Markup:
    """Draw what a phrase allows; where it sets no limit on the scale, the bar is open."""
    low, high = scale.at(limits.low), scale.at(limits.high)
    if limits.high > scale.high:
        return open_bar(low, high, y, TALL, "mine")
    if limits.low < scale.low:
        return open_bar(high, low, y, TALL, "mine")
    # One number alone is a bar as well.
    return bar(low, y, max(3, high - low), TALL, "mine")


def _named(limits: Bounds, y: float, scale: Linear) -> Markup:
    """Write what the phrase allows on its bar, at the limit; beside it where the bar is short."""
    words = figure_text.allowed(*limits)
    low, high = scale.at(limits.low), scale.at(limits.high)
    if high - low < width_of(words) + 2 * ASIDE:
        return text(words, high + ASIDE, y, class_="strong")
    if limits.high > scale.high:
        return text(words, low + ASIDE, y, class_="on-bar")
    return text(words, high - ASIDE, y, anchor="end", class_="on-bar")


def _gap(allowed: list[Bounds], height: float, scale: Linear) -> Markup | None:
    """Shade what lies between two phrases that cannot both be right."""
    in_order = sorted(allowed)
    gaps = [(one.high, two.low) for one, two in pairwise(in_order) if one.high < two.low]
    return join(
        *(
            bar(scale.at(one), 0, scale.at(two) - scale.at(one), height, "gap")
            for one, two in gaps
        )
    )
