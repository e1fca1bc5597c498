"""The slips of the class, ranked by their plain names, with the words that tempt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.report.section import lesson_name, note, question, section
from helpers.classroom.report.shares import share_ground
from helpers.view.charts.rows import Row, bar_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.reading import quotations
from helpers.view.tables import table
from helpers.words import report_sentences, report_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.slips import SlipAt, SlipFound
    from helpers.kinds.slips import Slip
    from helpers.view.markup import Child

DRAWN = 12
"""More bars than fit on a page are in the table alone."""


def render_slips(book: ClassBook, slips: Sequence[SlipFound]) -> Markup:
    """Render the slips, the commonest first."""
    known = [(one, slip) for one in slips if (slip := _slip(book, one))]
    if not known:
        return section(report_text.SLIPS, element("p", report_text.NO_SLIPS), name="slips")
    bars = [_bar(one, slip) for one, slip in known[:DRAWN]]
    ground = share_ground(report_text.SLIPS_AXIS, max(one.tempted for one, _ in known))
    cut = report_sentences.drawn(DRAWN, len(known)) if len(known) > DRAWN else ""
    first, named = known[0]
    return section(
        report_text.SLIPS,
        note(report_text.SLIPS_SAID),
        chart(
            report_sentences.slip_headline(named.name, first.students, first.tempted),
            picture(report_text.SLIPS_PICTURE, lambda form: on_rows(form, ground, bars)),
            table(
                report_text.OTHERS,
                report_text.SLIPS_HEADS,
                [_cells(book, one, slip) for one, slip in known],
            ),
            note=cut,
            source=report_text.SLIPS_SOURCE,
        ),
        name="slips",
    )


def _slip(book: ClassBook, found: SlipFound) -> Slip | None:
    lesson, _ = found.places[0].asked
    return book.lessons[lesson].slips.get(found.slip)


def _bar(found: SlipFound, slip: Slip) -> Row:
    said = report_sentences.of_class(found.students, found.tempted)
    return bar_row(slip.name, found.share, said)


def _cells(book: ClassBook, found: SlipFound, slip: Slip) -> tuple[Child, ...]:
    worst = found.places[0]
    lesson, _ = worst.asked
    where = f"{question(book, worst.asked)} ({lesson_name(book, lesson)})"
    return (
        join(element("strong", f"{slip.name}."), " ", slip.says),
        report_sentences.of_class(found.students, found.tempted),
        report_sentences.of_class(found.times, found.chances),
        f"{where}: {report_sentences.of_class(worst.students, worst.answered)}",
        _words(book, worst),
    )


def _words(book: ClassBook, at: SlipAt) -> Markup:
    lesson, _ = at.asked
    exercise = book.exercise(at.asked)
    return quotations(book.lessons[lesson].dossier(exercise), book.tempted[at.most].words)
