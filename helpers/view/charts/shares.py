"""A part of several wholes: a field of dots for each whole, one for each person, to scale."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, NamedTuple

from helpers.texts.files import address_of
from helpers.texts.records import Record
from helpers.topics.casualties import share
from helpers.topics.days import plain_day
from helpers.view import parts
from helpers.view.charts.chart import Chart
from helpers.view.drawing.figure import Drawing, Form, chart, picture
from helpers.view.drawing.labels import LINE, lines_of
from helpers.view.drawing.shapes import bar, dotted, lines
from helpers.view.markup import join
from helpers.view.tables import table
from helpers.words import figure_text
from helpers.words.counted import in_words, number, percent

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.view.markup import Markup

TENTH = 10
COLUMN = 60
"""Dots in a column of a field, so that a force of thousands is some fifty columns wide."""
BETWEEN = 22
WIDEST = 480
"""Of a field, in pixels: wider ones would be so high that no two of them are seen at once."""


class Dots(NamedTuple):
    """How dots are set: their class, how many a column has, and how much of its place one fills."""

    class_: str
    column: int
    filled: float


OTHERS = Dots("others", COLUMN, 0.8)
PART = Dots("part", 8, 1.2)
"""The part stands in a block of dots that touch each other, so that it is seen."""


class Whole(Record, frozen=True, kw_only=True):
    """A whole: a row of the table, and in a few words whose number it is and what it counts.

    Where the number is said to be the most or the least, `limit` says so.
    """

    row: str
    name: str
    limit: Literal["", "most", "least"] = ""


class SharesChart(Chart, frozen=True, kw_only=True, tag="shares"):
    """A number, and the wholes that it is drawn as a part of: a column of some rows of a table."""

    part: float
    table: str
    column: str
    wholes: tuple[Whole, ...]
    heads: tuple[str, str, str, str, str, str]
    finding: str
    label: str
    note: str

    def render(self, dossier: Dossier) -> Markup:
        """Render the number as a share of each whole that was named."""
        rows = dossier.rows(self.table, [one.row for one in self.wholes])
        sizes = [float(row[self.column]) for row in rows]
        if not sizes:
            raise ValueError("it names no row")
        shares = [
            figure_text.SHARES[whole.limit].format(share=percent(share(self.part, size)))
            for whole, size in zip(self.wholes, sizes, strict=True)
        ]
        cells = [
            (_size(whole, size), row["claimant"], plain_day(row["date"]), part,
             _size(whole, size / TENTH), parts.linked(row.get("source_title", ""), address_of(row)))
            for whole, size, part, row in zip(self.wholes, sizes, shares, rows, strict=True)
        ]  # fmt: skip
        finding = self.stated(
            self.finding,
            part=number(self.part),
            of_smallest=percent(share(self.part, min(sizes))),
            of_largest=percent(share(self.part, max(sizes))),
            count=in_words(len(sizes)),
        )
        return chart(
            finding,
            picture(self.picture, lambda form: self._fields(form, sizes, shares)),
            table(self.title, self.heads, cells),
            note=self.note,
            source=self.source,
        )

    def _fields(self, form: Form, sizes: list[float], shares: list[str]) -> Drawing:
        pitch = min(form.width, WIDEST) / ceil(max(sizes) / COLUMN)
        shapes: list[Markup] = []
        y = 0.0
        for whole, size, part in zip(self.wholes, sizes, shares, strict=True):
            words = self.stated(self.label, whole=_size(whole, size), name=whole.name, share=part)
            written = lines_of(words, form.width)
            shapes.append(lines(written, 0, y + LINE - 3))
            y += LINE * len(written) + 2
            shapes.append(_field(size, self.part, y, pitch))
            y += COLUMN * pitch + BETWEEN
        return Drawing(y - BETWEEN + 2, shapes)


def _size(whole: Whole, size: float) -> str:
    return figure_text.LIMITS[whole.limit].format(number=number(size))


def _field(size: float, part: float, top: float, pitch: float) -> Markup:
    """Draw a dot for each person, the part filled in its corner, and one tenth outlined."""
    tenth = size / TENTH / COLUMN * pitch
    return join(
        _dots(size, OTHERS, top, pitch),
        _dots(part, PART, top, pitch),
        bar(0, top, tenth, COLUMN * pitch, "tenth"),
    )


def _dots(many: float, how: Dots, top: float, pitch: float) -> Markup:
    """Draw so many dots in full columns, and what is left in one more."""
    full, left = divmod(round(many), how.column)
    first = top + pitch / 2
    # Columns grow upward, and these hang from the top.
    columns = (
        (pitch * (n + 0.5), first + (tall - 1) * pitch, tall)
        for n, tall in enumerate([*[how.column] * full, left])
    )
    return dotted(columns, pitch, how.class_, how.filled)
