"""What number phrases allow, as bars on a line; bars that do not meet cannot all be right."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.texts.article import Quote
from helpers.texts.records import Record
from helpers.topics.casualties import Bounds, dead_by_survivors, together
from helpers.topics.phrases import read_phrase
from helpers.view.charts.chart import Chart
from helpers.view.reading import quoted
from helpers.view.svg import WIDTH, bar, chart, picture, table, text, tick
from helpers.words import figure_text
from helpers.words.counted import number

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

LEFT, ROW, TOP, TALL = 130, 34, 28, 14
AROUND = 10
"""How far the line goes beyond the outermost limit."""


class Stated(Record, frozen=True, kw_only=True):
    """A number phrase of the article; `survivors` of the group that it names live to tell."""

    words: Quote
    survivors: int = 0

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
        names = [dossier.quoted(one.words) for one in self.phrases]
        return chart(
            figure_text.bounds_finding(together(*allowed)),
            self._bars(names, allowed),
            table(self.title, self.heads, cells),
        )

    def _bars(self, names: list[str], allowed: list[Bounds]) -> Markup:
        ends = [end for limits in allowed for end in limits if 0 < end < inf]
        if not ends:
            raise ValueError("none of its phrases sets a limit")
        low, high = min(ends) - AROUND, max(ends) + AROUND
        scale = (WIDTH - LEFT - 10) / (high - low)
        height = TOP + ROW * len(allowed)
        shapes = [
            tick(LEFT + (end - low) * scale, height, number(end)) for end in sorted(set(ends))
        ]
        for place, (name, limits) in enumerate(zip(names, allowed, strict=True)):
            top = TOP + ROW * place + 6
            # What is open runs to the end of the drawing.
            start, stop = max(limits.low, low), min(limits.high, high)
            shapes.append(text(name, 0, top + TALL - 3))
            shapes.append(
                bar(LEFT + (start - low) * scale, top, (stop - start) * scale, TALL, "mine")
            )
        return picture(self.picture, height, shapes)
