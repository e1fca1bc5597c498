"""The charts that a text can have. To add one, add its line: importing its file registers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from helpers.texts.dossier import Dossier, by_id
from helpers.texts.files import read_yaml
from helpers.view.charts import (
    areas,
    bounds,
    ratios,
    shares,
)
from helpers.view.charts.chart import Chart

if TYPE_CHECKING:
    AnyChart: TypeAlias = Chart
else:
    AnyChart = Union[tuple(Chart.__subclasses__())]  # noqa: UP007 - as many as there are

CHARTS = "charts.yaml"


def charts_of(dossier: Dossier) -> tuple[Chart, ...]:
    """Give the charts of a text, in the order of its file; a text may have none."""
    path = dossier.folder / CHARTS
    # Read anew each time: a chart is shown once or twice, and a file may have been mended since.
    return read_yaml(path, tuple[AnyChart, ...]) if path.exists() else ()


def find_chart(dossier: Dossier, identity: str) -> Chart:
    """Find a chart of a text by its id."""
    return by_id(charts_of(dossier), identity, f"The text “{dossier.id}” has no chart")
