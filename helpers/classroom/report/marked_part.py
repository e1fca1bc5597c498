"""The article as the class marked it: how many marked each word, beside the key; and alpha."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.classroom.findings.annotations import HIGH, LOW
from helpers.classroom.report.section import lesson_name, note, question, section
from helpers.kinds.annotate import BoundAnnotate
from helpers.view import parts
from helpers.view.charts.rows import Ground, interval_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed
from helpers.view.tables import table
from helpers.words import annotation_text, report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.annotations import Alpha, Labelled

STEPS = 5
"""So many shades can be told apart."""
WORTH_A_NUMBER = 0.1
"""A stretch that fewer marked gets no number: the text would be full of them."""
ALPHAS = (0, 0.25, 0.5, 0.75, 1)


def render_marked(book: ClassBook, labelled: Sequence[Labelled]) -> Markup:
    """Render each passage once for each label, shaded by how many marked each word."""
    passages = [
        _passage(book, list(of_one)) for _, of_one in groupby(labelled, key=lambda one: one.asked)
    ]
    return section(
        report_text.ARTICLE,
        note(report_text.ARTICLE_SAID) if passages else element("p", report_text.NO_ARTICLE),
        passages,
        name="article",
    )


def _passage(book: ClassBook, labelled: list[Labelled]) -> Markup:
    asked = labelled[0].asked
    head = f"{question(book, asked)} ({lesson_name(book, asked[0])})"
    return element("div", element("h3", head), [_heat(book, one) for one in labelled])


def _heat(book: ClassBook, one: Labelled) -> Markup:
    lesson, _ = one.asked
    exercise = book.exercise(one.asked)
    home, _ = book.lessons[lesson].dossier(exercise).find_passage(exercise.show)
    runs = list(_runs(book, one))
    rows = [
        (words, report_sentences.of_class(many, one.students), report_text.IN_KEY if key else "")
        for words, many, key in runs
        if many or key
    ]
    data = table(report_text.MARKED_TABLE, report_text.MARKED_HEADS, rows)
    return element(
        "div",
        element("p", parts.ink(one.label), class_="small-head"),
        constructed(home),
        element(
            "p",
            join(*(_run(one, *run) for run in runs), by=" "),
            class_="heat serif",
            lang=home.about.language,
        ),
        parts.details(report_text.MARKED_TABLE, element("div", data, class_="wide"), class_="data"),
        class_="together",
    )


def _runs(book: ClassBook, one: Labelled) -> Iterator[tuple[str, int, bool]]:
    """Give stretches of words that as many marked, each with whether it is in the key."""
    exercise = book.exercise(one.asked)
    if not isinstance(exercise, BoundAnnotate):
        return
    counts = [round(share * one.students) for share in one.shares]
    fates = [
        (counts[number], number in one.key, word)
        for number, (_, word) in enumerate(exercise.tokens)
    ]
    for (many, key), run in groupby(fates, key=lambda fate: fate[:2]):
        yield " ".join(word for _, _, word in run), many, key


def _run(one: Labelled, words: str, many: int, key: bool) -> Markup:  # noqa: FBT001 - a fate
    share = many / one.students
    shade = min(STEPS, int(share * STEPS + 0.999)) if many else 0
    number = element("sub", whole_percent(share)) if share >= WORTH_A_NUMBER else None
    said = element("span", report_text.IN_KEY, class_="out-of-sight") if key else None
    class_ = f"heat-{shade} in-key" if key else f"heat-{shade}"
    return element("span", words, number, said, class_=class_)


def render_agreement(book: ClassBook, labelled: Sequence[Labelled]) -> Markup:
    """Render alpha for each label of each exercise, and what to do where it is low."""
    measured = [(one, one.alpha) for one in labelled if one.alpha]
    if not measured:
        none = element("p", report_text.NO_AGREEMENT)
        return section(report_text.AGREEMENT, none, name="agreement")
    lowest, alpha = min(measured, key=lambda pair: pair[1].alpha)
    rows = [interval_row(_named(book, one), found) for one, found in measured]
    least = min(0.0, *(found.low for _, found in measured))
    ground = Ground(least, 1, report_text.AGREEMENT_AXIS, ALPHAS, _short, (LOW, HIGH))
    label = annotation_text.LABELS[lowest.label.value]
    return section(
        report_text.AGREEMENT,
        note(report_text.AGREEMENT_SAID),
        chart(
            report_sentences.least_alpha(label, question(book, lowest.asked), alpha.alpha),
            picture(report_text.AGREEMENT_PICTURE, lambda form: on_rows(form, ground, rows)),
            table(
                report_text.AGREEMENT,
                report_text.AGREEMENT_HEADS,
                [_cells(book, one, found) for one, found in measured],
            ),
            source=report_text.AGREEMENT_SOURCE,
        ),
        element("p", report_text.AGREEMENT_LOW) if alpha.alpha < LOW else None,
        name="agreement",
    )


def _named(book: ClassBook, one: Labelled) -> str:
    return f"{annotation_text.LABELS[one.label.value]}: {question(book, one.asked)}"


def _cells(book: ClassBook, one: Labelled, found: Alpha) -> tuple[str, ...]:
    limits = report_sentences.limits(found.low, found.high)
    return _named(book, one), str(one.students), report_sentences.hundredths(found.alpha), limits


def _short(value: float) -> str:
    return f"{value:g}"
