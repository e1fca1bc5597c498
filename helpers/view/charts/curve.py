"""A curve over sentences: the student's ratings above a band of careful readings."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from helpers.kinds.rate import STEPS
from helpers.view.svg import WIDTH, area, chart, dot, line, picture, table, text
from helpers.words import frame_text
from helpers.words.counted import span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.kinds.rate import CarefulReading
    from helpers.view.markup import Markup

LEFT, TOP, TALL = 34, 14, 200


def render_curve(
    readings: dict[str, CarefulReading], rated: dict[str, int], lost: Sequence[str]
) -> Markup:
    """Render the readings as a band, the ratings as a line, and numbers at the places named."""
    rows = [
        (name, span(min(reading.given), max(reading.given)), str(rated.get(name, "")))
        for name, reading in readings.items()
    ]
    inside = sum(
        min(readings[name].given) <= mine <= max(readings[name].given)
        for name, mine in rated.items()
    )
    finding = frame_text.curve_finding(inside, len(rated), len(readings))
    heads = frame_text.CURVE_HEADS if rated else frame_text.CURVE_HEADS[:2]
    cells = [row[: len(heads)] for row in rows]
    return chart(finding, _drawn(readings, rated, lost), table(frame_text.CURVE, heads, cells))


def _drawn(
    readings: dict[str, CarefulReading], rated: dict[str, int], lost: Sequence[str]
) -> Markup:
    names = list(readings)
    xs = {name: LEFT + 12 + (WIDTH - LEFT - 30) * n / max(1, len(names) - 1)
          for n, name in enumerate(names)}  # fmt: skip
    upper = [(xs[name], _high(max(readings[name].given))) for name in names]
    lower = [(xs[name], _high(min(readings[name].given))) for name in reversed(names)]
    shapes = [area([*upper, *lower], "band")]
    shapes += [shape for tick in STEPS for shape in _tick(tick)]
    shapes += [text(name, xs[name], TOP + TALL + 18, anchor="middle") for name in names]
    mine = [(xs[name], _high(value)) for name, value in rated.items()]
    shapes += [line(*a, *b, "own") for a, b in pairwise(mine)]
    shapes += [dot(x, y, "mine") for x, y in mine]
    shapes += [
        text(str(place), xs[name], TOP + TALL + 34, anchor="middle", class_="place")
        for place, name in enumerate(lost, start=1)
        if name in xs
    ]
    return picture(frame_text.CURVE_PICTURE, TOP + TALL + 42, shapes)


def _high(value: float) -> float:
    return TOP + TALL * (1 - value / 100)


def _tick(value: int) -> list[Markup]:
    y = _high(value)
    return [line(LEFT, y, WIDTH, y, "tick"), text(str(value), LEFT - 6, y + 4, anchor="end")]
