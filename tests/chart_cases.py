"""Every chart of the kit, drawn from fixed data; `python -m tests.chart_cases` approves them anew.

The approved drawings lie in `tests/pictures/`, one shape on a line, so that a change shows in
review. To add a chart, add its line to `CASES`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.measures.calibration import Result, calibration
from helpers.texts.dossier import open_dossier
from helpers.topics.areas import Held
from helpers.topics.casualties import Bounds
from helpers.topics.ratios import Case
from helpers.view.charts.area_picture import Areas
from helpers.view.charts.calibration import render_calibration
from helpers.view.charts.ratio_strip import Column, Strip
from helpers.view.charts.registry import charts_of
from helpers.view.drawing.figure import picture
from helpers.view.toy import Group, render_groups

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.view.markup import Markup

PICTURES = Path(__file__).parent / "pictures"
KURSK = open_dossier("kursk")


def said(word: int, sure: float, *scores: float) -> list[Result]:
    """Give answers that a student was so sure of."""
    return [Result(lesson="x", exercise="y", score=one, sure=sure, word=word) for one in scores]


MIXED = [
    *said(0, 0.25, 0, 1), *said(1, 0.44, 0, 1), *said(1, 0.55, 1), *said(2, 0.62, 1, 0, 0),
    *said(3, 0.81, 1, 1, 0), *said(4, 1, 0, 0, *[1] * 9),
]  # fmt: skip


def held(claimant: str, first: date, last: date, low: float, high: float, **more: Any) -> Held:
    """Give an estimate; by others and without land in dispute, if nothing else is said."""
    some = {"disputed": 0, "by_party": False, **more}
    return Held(claimant, claimant, first, last, Bounds(low, high), **some)


def areas(printed: float, *some: Held) -> Markup:
    """Draw estimates of land."""
    words = f"the article: {printed:,.0f}"
    return picture("Land", Areas(some, printed, words, "Square kilometres", "Days").draw)


MAY, JUNE = date(2030, 5, 1), date(2030, 6, 30)
CROWDED = [
    held(f"Somebody with a long name, {n}", date(2030, 5, n), date(2030, 5, n + n % 3), 500, 505)
    for n in range(1, 12)
]
ALL_AT_ONCE = held("Two in dispute", MAY, MAY, 10, 10, disputed=990, by_party=True)


def case(name: str, killed: float, wounded: float, low: float = -1, high: float = -1) -> Case:
    """Give a case; its ratio is a limit where one is given."""
    ratio = wounded / killed
    limits = Bounds(ratio if low < 0 else low, ratio if high < 0 else high)
    return Case("x", name, killed, wounded, ratio, limits)


def strip(claim: float, known: list[Case], others: list[Case]) -> Markup:
    """Draw ratios around a claim."""
    columns = [Column("Known", known, documented=True)]
    columns += [Column("Said", others, documented=False)] if others else []
    drawn = Strip(claim, "the article", columns, "Wounded for each one killed", "no case here")
    return picture("Ratios", drawn.draw)


SAME = [case(f"A case whose name is long, number {n}", 100, 300 + n) for n in range(14)]

CASES: dict[str, Callable[[], Markup]] = {
    **{one.id: partial(one.draw, KURSK) for one in charts_of(KURSK)},
    "area-one-estimate": lambda: areas(5, held("One alone", MAY, MAY, 0, 4)),
    "area-crowded": lambda: areas(501, *CROWDED, ALL_AT_ONCE),
    "area-years": lambda: areas(1e6, held("A long war", date(2000, 1, 1), JUNE, 1.5e6, 1.6e6)),
    "base-rates-one-case": lambda: strip(0.5, [case("One", 10, 20)], []),
    "base-rates-claim-above-all": lambda: strip(90, [case("One", 10, 20)], [case("Two", 9, 1)]),
    "base-rates-crowded": lambda: strip(0.01, SAME, [case("A limit", 9, 9e4, low=1e4, high=inf)]),
    "toy": lambda: render_groups(Group(40)),
    "toy-one-fate": lambda: render_groups(Group(40, fate="shared")),
    "toy-survivors-alone": lambda: render_groups(Group(40, 95, heard=True)),
    "toy-smallest": lambda: render_groups(Group(5, 95)),
    "toy-largest": lambda: render_groups(Group(100, 5)),
    "calibration": lambda: render_calibration(calibration(MIXED)),
    "calibration-always-right": lambda: render_calibration(calibration(said(4, 1, *[1] * 40))),
    "calibration-one-answer": lambda: render_calibration(calibration(said(0, 0.25, 0))),
}


def drawings(name: str) -> list[str]:
    """Give the drawings of a chart, the wide and the narrow one, a shape on each line."""
    found = re.findall(r"<svg.*?</svg>", CASES[name](), re.DOTALL)
    return [
        re.sub(r"(?<=>)(?=<(?!/text|/path|/rect|/circle|/polygon))", "\n", one) for one in found
    ]


def approved(name: str) -> Path:
    """Give the file in which the drawings of a chart are approved."""
    return PICTURES / f"{name}.svg.txt"


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for each in CASES:
        text = "\n\n".join(drawings(each)) + "\n"
        approved(each).write_text(text, encoding="utf-8")
