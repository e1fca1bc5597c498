"""How sure the class was, word by word, against how often it was right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.report.section import section
from helpers.classroom.report.shares import share_ground
from helpers.view.charts.rows import change_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import card_text, report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from helpers.measures.brier import Brier
    from helpers.measures.calibration import Calibration


def render_sureness(made: Calibration, scored: Brier | None, students: int) -> Markup:
    """Render each of the five words that was said by so many students, and the Brier score."""
    if not made.words:
        return section(report_text.SURE, element("p", report_text.NO_SURE), name="sure")
    rows = [
        change_row(
            report_sentences.sure_word(card_text.SURE_WORDS[one.word], one.right, one.times),
            one.sure,
            one.share,
        )
        for one in made.words
    ]
    ground = share_ground(report_text.SURE_AXIS, students)
    cells = [
        (
            card_text.SURE_WORDS[one.word],
            whole_percent(one.sure),
            report_sentences.of_class(one.right, one.times),
        )
        for one in made.words
    ]
    return section(
        report_text.SURE,
        chart(
            _finding(made),
            picture(report_text.SURE_PICTURE, lambda form: on_rows(form, ground, rows)),
            table(report_text.SURE, report_text.SURE_HEADS, cells),
            note=report_text.SURE_NOTE,
            source=report_text.SURE_SOURCE,
        ),
        _brier(scored) if scored else None,
        name="sure",
    )


def _brier(scored: Brier) -> Markup:
    rows = [
        (name, report_sentences.hundredths(value), says)
        for (name, says), value in zip(report_text.BRIER_ROWS, scored, strict=True)
    ]
    return element("div", table(report_text.BRIER, report_text.MEASURES_HEADS, rows), class_="wide")


def _finding(made: Calibration) -> str:
    if not made.clear:
        return report_text.CALIBRATED if made.near or made.gap is None else report_text.NOT_CLEAR
    return report_text.TOO_SURE if made.clear > 0 else report_text.TOO_UNSURE
