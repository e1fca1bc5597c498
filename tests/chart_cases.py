"""Every chart of the kit, drawn from fixed data: what the tests of charts are put to.

The approved drawings lie in `tests/pictures/`, one shape on a line, so that a change shows in
review. To add a chart, add its line to `CASES`.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from area_cases import AREAS
from range_cases import RANGES
from ratio_cases import RATIOS

from helpers.kinds.exercises import open_exercises
from helpers.kinds.rate import CarefulReading
from helpers.measures.calibration import Result, calibration
from helpers.measures.sensitivity import Calls
from helpers.texts.dossier import open_dossier
from helpers.topics.attribution import chain
from helpers.view.charts.calibration import render_calibration
from helpers.view.charts.chain import render_chain
from helpers.view.charts.curve import Curve, draw_curve
from helpers.view.charts.judgement import render_judgement
from helpers.view.charts.registry import charts_of
from helpers.view.drawing.figure import figure, picture
from helpers.view.markup import element
from helpers.view.toy import Group, render_groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from helpers.view.markup import Markup

PICTURES = Path(__file__).parent / "pictures"
KURSK = open_dossier("kursk")


def said(word: int, sure: float, *scores: float) -> list[Result]:
    """Give answers that a student was so sure of."""
    return [Result(lesson="x", exercise="y", score=one, sure=sure, word=word) for one in scores]


def curve(*rated: int) -> Markup:
    """Draw a certainty curve over three bands; the first sentences are rated."""
    given = {"S1": (40, 60, 50), "S2": (95, 100, 90), "S3": (5, 40, 0)}
    readings = {name: CarefulReading(given=one, why="") for name, one in given.items()}
    marks = {"S1": "claimed", "S3": "is"}
    drawn = Curve(
        ("a rumour", "a plain fact"), readings, dict(zip(given, rated, strict=False)), marks
    )
    return framed(drawn)


def framed(drawn: Curve) -> Markup:
    """Set a curve as a chart; the page has its words below it, one sentence at a time."""
    shown = picture("A curve.", lambda form: draw_curve(drawn, form))
    return figure("How it rises.", shown, element("p", "The sentences."), source="Readings.")


def lesson_curve(ratings: Iterable[int]) -> Markup:
    """Draw the certainty curve of the lesson."""
    exercise = open_exercises("05-frames").exercise("certainty-curve")
    rated = dict(zip(exercise.readings, ratings, strict=False))
    marks = {quote.sentence: KURSK.quoted(quote) for quote in exercise.marks()}
    drawn = Curve(exercise.ends, exercise.readings, rated, marks)
    return framed(drawn)


def chain_of(claim: str) -> Markup:
    """Draw the chain behind a claim of the article."""
    return render_chain(KURSK, chain(KURSK, claim))


def judged(*calls: Calls) -> Markup:
    """Draw how a student called passages in tests that she took one after the other."""
    titles = ("Cold read", "Second read", "Later")
    return render_judgement([*zip(titles, calls, strict=False)])


MIXED = [
    *said(0, 0.25, 0, 1), *said(1, 0.44, 0, 1), *said(1, 0.55, 1), *said(2, 0.62, 1, 0, 0),
    *said(3, 0.81, 1, 1, 0), *said(4, 1, 0, 0, *[1] * 9),
]  # fmt: skip
SURE = [*said(1, 0.44, 0, 1, 0), *said(3, 0.81, *[1] * 9), *said(4, 1, *[1] * 6)]
HIGH = [
    *said(0, 0.25, 1, 0), *said(1, 0.44, 1, 1, 1), *said(2, 0.62, 1, 1, 1, 0),
    *said(3, 0.81, *[1] * 6), *said(4, 1, *[1] * 3),
]  # fmt: skip


CASES: dict[str, Callable[[], Markup]] = {
    **{one.id: partial(one.draw, KURSK) for one in charts_of(KURSK)},
    **AREAS,
    **RATIOS,
    "toy": lambda: render_groups(Group(40)),
    "toy-one-fate": lambda: render_groups(Group(40, fate="shared")),
    "toy-survivors-alone": lambda: render_groups(Group(40, 95, heard=True)),
    "toy-smallest": lambda: render_groups(Group(5, 95)),
    "toy-largest": lambda: render_groups(Group(100, 5)),
    "calibration": lambda: render_calibration(calibration(MIXED)),
    "calibration-always-right": lambda: render_calibration(calibration(said(4, 1, *[1] * 40))),
    "calibration-one-answer": lambda: render_calibration(calibration(said(0, 0.25, 0))),
    "calibration-nearly-all-right": lambda: render_calibration(calibration(SURE)),
    "calibration-five-words-high": lambda: render_calibration(calibration(HIGH)),
    "judgement": lambda: judged(Calls(7, 8, 6, 10), Calls(4, 8, 2, 10)),
    "judgement-three-tests": lambda: judged(
        Calls(5, 8, 5, 10), Calls(7, 8, 3, 10), Calls(7, 8, 3, 10)
    ),
    "judgement-three-tests-close": lambda: judged(
        Calls(6, 8, 2, 10), Calls(8, 8, 1, 10), Calls(7, 8, 1, 10)
    ),
    "judgement-one-test": lambda: judged(Calls(8, 8, 0, 10)),
    "judgement-corners": lambda: judged(Calls(8, 8, 10, 10), Calls(0, 8, 0, 10)),
    "judgement-below-chance": lambda: judged(Calls(1, 8, 9, 10), Calls(2, 8, 8, 10)),
    "curve": lambda: lesson_curve((80, 95, 95, 40, 80, 60, 60, 80, 80, 40, 60, 60, 80, 95)),
    "curve-up-and-down": lambda: lesson_curve([5, 95] * 7),
    "curve-all-sure": lambda: lesson_curve([95] * 14),
    "curve-unrated": lambda: lesson_curve([]),
    "curve-short": lambda: curve(0, 100, 0),
    "curve-begun": lambda: curve(60),
    **{
        f"chain-{claim.lower()}": partial(chain_of, claim) for claim in ("C07", "C01", "C02", "C17")
    },
    **RANGES,
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
