"""Square kilometres by date: control and grey zone apart, beside what is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.casualties import Bounds
from helpers.view import figure_strings as strings
from helpers.view.drawing import WIDTH, bar, chart, line, picture, table, text

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.view.markup import Markup

LEFT, ROW, TOP, TALL = 110, 24, 28, 12


def render_area(dossier: Dossier) -> Markup:
    """Render each estimate that has a number."""
    asked = dossier.charts.area
    rows = [row for row in dossier.table(asked.table) if row["controlled_km2_high"]]
    reach = sum(float(row["controlled_km2_high"]) > asked.printed for row in rows)
    cells = [
        (
            row["refers_to"],
            row["claimant"],
            row["date_of_statement"],
            _said(row),
            row["extra_grey_zone_km2"],
            row["what_is_measured"],
        )
        for row in rows
    ]
    return chart(
        strings.area_finding(asked.printed, reach, len(rows)),
        _bars(rows, asked.printed),
        table(strings.AREA, strings.AREA_HEADS, cells),
    )


def _said(row: dict[str, str]) -> str:
    low, high = (float(row[f"controlled_km2_{end}"]) for end in ("low", "high"))
    return strings.span(Bounds(low, high))


def _bars(rows: list[dict[str, str]], printed: float) -> Markup:
    ends = [
        float(row["controlled_km2_high"]) + float(row["extra_grey_zone_km2"] or 0) for row in rows
    ]
    scale = (WIDTH - LEFT - 20) / max(ends)
    height = TOP + ROW * len(rows) + 4
    mark = LEFT + printed * scale
    shapes = [
        line(mark, 20, mark, height, "printed"),
        text(strings.number(printed), mark, 14, anchor="middle"),
    ]
    for place, row in enumerate(rows):
        top = TOP + ROW * place
        control = float(row["controlled_km2_high"]) * scale
        grey = float(row["extra_grey_zone_km2"] or 0) * scale
        shapes += [
            text(row["refers_to"], LEFT - 8, top + TALL - 1, anchor="end"),
            bar(LEFT, top, control, TALL, "whole"),
            bar(LEFT + control, top, grey, TALL, "grey"),
        ]
    return picture(strings.AREA_PICTURE, height, shapes)
