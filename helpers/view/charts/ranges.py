"""A student's ranges, drawn against the statements of the same thing, and the table behind."""

from __future__ import annotations

from math import inf, log10
from typing import TYPE_CHECKING

from helpers.kinds.journey import COMPARED
from helpers.view.svg import WIDTH, bar, chart, dot, picture, table, text, tick
from helpers.words import figure_text
from helpers.words.counted import number, span

if TYPE_CHECKING:
    from helpers.kinds.journey import Journey, Judged
    from helpers.texts.dossier import Dossier
    from helpers.topics.casualties import Bounds
    from helpers.view.markup import Markup

LEFT, ROW, TOP = 92, 26, 30
TICKS = (0, 10, 100, 1_000, 10_000, 100_000)


def render_ranges(exercise: Journey, way: tuple[Judged, ...], dossier: Dossier) -> Markup:
    """Render the ranges, with the statements that came later and count the same."""
    later = dossier.rows(exercise.table, exercise.later)
    dates = [dossier.rows(exercise.table, one.stop.rows)[-1]["date"] for one in way]
    rows = [
        _compared(date, one, [row for row in later if row["date"] > date])
        for date, one in zip(dates, way, strict=True)
    ]
    held = _last_range(way[-1].range, later)
    drawn = _drawn(way, dates, later)
    return chart(held, drawn, table(figure_text.RANGES, figure_text.RANGES_HEADS, rows))


def _compared(date: str, judged: Judged, after: list[dict[str, str]]) -> list[str]:
    """Sort the later statements by whether a range holds them, each with its claimant."""
    said = [(float(row[COMPARED]), f"{row['claimant']}: {_at_least(row)}") for row in after]
    inside = [words for value, words in said if judged.range.holds(value)]
    outside = [words for value, words in said if not judged.range.holds(value)]
    none = figure_text.NONE_LATER
    return [date, span(*judged.range), "; ".join(inside) or none, "; ".join(outside) or none]


def _drawn(way: tuple[Judged, ...], dates: list[str], later: list[dict[str, str]]) -> Markup:
    top = max(10.0, *(one.range.high for one in way), *(float(row[COMPARED]) for row in later))
    height = TOP + ROW * (len(way) + 1)
    shapes = [
        tick(_across(one, top), height - ROW / 2, number(one)) for one in TICKS if one <= top * 10
    ]
    for place, (date, one) in enumerate(zip(dates, way, strict=True)):
        middle = TOP + ROW * (place + 0.5)
        low, high = _across(one.range.low, top), _across(one.range.high, top)
        shapes.append(text(date, LEFT - 8, middle + 4, anchor="end"))
        shapes.append(bar(low, middle - 6, max(3, high - low), 12, "mine"))
    shapes += [
        dot(
            _across(float(row[COMPARED]), top),
            TOP + ROW * (_row_of(row["date"], dates) + 0.5),
            "said",
        )
        for row in later
    ]
    return picture(figure_text.RANGES_PICTURE, height, shapes)


def _row_of(date: str, dates: list[str]) -> int:
    """Give the first stop at which a statement of that day is known."""
    # ISO days sort as text.
    return next((place for place, stop in enumerate(dates) if stop >= date), len(dates) - 1)


def _across(value: float, top: float) -> float:
    """Place a number: tens, hundreds and thousands get the same room."""
    # One is added, so that zero has a place on a scale of tens.
    return LEFT + (WIDTH - LEFT - 20) * log10(1 + value) / log10(1 + top * 1.2)


def _last_range(given: Bounds, later: list[dict[str, str]]) -> str:
    inside = sum(given.holds(float(row[COMPARED])) for row in later)
    return figure_text.last_range(given, inside, len(later))


def _at_least(row: dict[str, str]) -> str:
    """Write what a row says of the killed; without an upper number it is a floor."""
    high = row["killed_high"]
    return span(float(row[COMPARED]), float(high) if high else inf)
