"""A part of several wholes, as strips drawn to scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.topics.casualties import share
from helpers.view import figure_strings as strings
from helpers.view.drawing import WIDTH, bar, chart, picture, table, text

if TYPE_CHECKING:
    from helpers.dossier import Dossier
    from helpers.view.markup import Markup

ROW, TALL = 46, 14
TENTH = 10


def render_shares(dossier: Dossier) -> Markup:
    """Render a number as a share of each force that was named."""
    asked = dossier.charts.shares
    rows = dossier.rows(asked.table, asked.rows)
    wholes = [float(row[asked.column]) for row in rows]
    cells = [
        (
            strings.number(whole),
            row["claimant"],
            row["date"],
            strings.percent(share(asked.part, whole)),
            strings.number(whole / TENTH),
        )
        for row, whole in zip(rows, wholes, strict=True)
    ]
    finding = strings.shares_finding(asked.part, min(wholes), max(wholes))
    return chart(
        finding,
        _strips(asked.part, wholes),
        table(strings.SHARES, strings.SHARES_HEADS, cells),
    )


def _strips(part: float, wholes: list[float]) -> Markup:
    scale = (WIDTH - 20) / max(wholes)
    shapes: list[Markup] = []
    for place, whole in enumerate(wholes):
        top = ROW * place + 24
        shapes += [
            text(strings.number(whole), 0, top - 6),
            bar(0, top, whole * scale, TALL, "whole"),
            bar(0, top, whole / TENTH * scale, TALL, "tenth"),
            bar(0, top, max(2, part * scale), TALL, "mine"),
        ]
    return picture(strings.shares_picture(part), ROW * len(wholes) + 10, shapes)
