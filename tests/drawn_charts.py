"""The charts of the seed, drawn, and the same charts of a text that a test makes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader import Node, parse
from support import TEXT, make_dossier, write_yaml

from helpers.texts.dossier import Dossier, open_dossier
from helpers.texts.files import read_yaml
from helpers.view.charts.registry import find_chart

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.view.markup import Markup

KURSK = open_dossier("kursk")


def draw(dossier: Dossier, name: str) -> Markup:
    return find_chart(dossier, name).draw(dossier)


def drawn(name: str) -> Node:
    return parse(draw(KURSK, name))


def with_chart(folder: Path, name: str, text: str = TEXT, **fields: object) -> Dossier:
    """Write a chart of the seed beside a small article, with these fields changed."""
    home = make_dossier(folder, text)
    charts = read_yaml(KURSK.folder / "charts.yaml", list[dict[str, Any]])
    chart = next(one for one in charts if one["id"] == name)
    write_yaml(home.folder / "charts.yaml", [{**chart, **fields}])
    return home


def cells(page: Node) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")[1:]]


def written(svg: Node) -> list[str]:
    return [one.text for one in svg.all("text")]
