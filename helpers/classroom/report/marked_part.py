"""The article as the class marked it: how many marked each word, beside the key; and alpha."""

from __future__ import annotations

from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import COUNTS_ONLY
from helpers.classroom.findings.annotations import HIGH, LOW, can_measure
from helpers.classroom.report.section import (
    asked_head,
    lesson_name,
    note,
    question,
    section,
    untitled,
)
from helpers.classroom.report.shares import share_said
from helpers.kinds.annotate import BoundAnnotate
from helpers.view import parts
from helpers.view.charts.rows import Ground, head_row, interval_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed
from helpers.view.tables import table
from helpers.words import annotation_text, report_sentences, report_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.annotations import Alpha, Labelled
    from helpers.view.charts.rows import Row

    Measured = list[tuple[Labelled, Alpha]]

STEPS = 5
"""So many shades can be told apart."""
WORTH_A_NUMBER = 0.1
"""A stretch that fewer marked gets no number: the text would be full of them."""
ALPHAS = (0, 0.25, 0.5, 0.75, 1)


class _Run(NamedTuple):
    """Words in a row that as many marked, and whether they are in the key."""

    words: list[str]
    marked: int
    in_key: bool


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
    # A label that nobody set, and that our key does not have either, shows nothing.
    maps = [_heat(book, one) for one in labelled if one.key or any(one.shares)]
    head = asked_head(book, labelled[0].asked)
    return element("div", head, maps or element("p", report_text.NOBODY_MARKED))


def _heat(book: ClassBook, one: Labelled) -> Markup:
    lesson, _ = one.asked
    exercise = book.exercise(one.asked)
    home, _ = book.lessons[lesson].dossier(exercise).find_passage(exercise.show)
    runs = list(_runs(book, one))
    rows = [
        (
            " ".join(run.words),
            report_sentences.of_class(run.marked, one.students),
            report_text.IN_KEY if run.in_key else "",
        )
        for run in runs
        if run.marked or run.in_key
    ]
    data = table(report_text.MARKED_TABLE, report_text.MARKED_HEADS, rows)
    shades = groupby(runs, key=lambda run: (_shade(one, run), run.in_key))
    return element(
        "div",
        element("p", parts.ink(one.label), class_="small-head"),
        constructed(home),
        element(
            "p",
            join(*(_stretch(one, list(alike)) for _, alike in shades), by=" "),
            class_="heat serif",
            lang=home.about.language,
        ),
        parts.details(report_text.MARKED_TABLE, untitled(data), class_="data"),
        class_="together",
    )


def _runs(book: ClassBook, one: Labelled) -> Iterator[_Run]:
    exercise = book.exercise(one.asked)
    if not isinstance(exercise, BoundAnnotate):
        return
    counts = [round(share * one.students) for share in one.shares]
    fates = [
        (counts[number], number in one.key, word)
        for number, (_, word) in enumerate(exercise.tokens)
    ]
    for (many, key), run in groupby(fates, key=lambda fate: fate[:2]):
        yield _Run([word for _, _, word in run], many, key)


def _shade(one: Labelled, run: _Run) -> int:
    return ceil(STEPS * run.marked / one.students)


def _stretch(one: Labelled, alike: list[_Run]) -> Markup:
    """Shade runs of one shade together; behind them stands how many marked them on average."""
    words = [word for run in alike for word in run.words]
    mean = round(sum(run.marked * len(run.words) for run in alike) / len(words))
    shade, key = _shade(one, alike[0]), alike[0].in_key
    number = element("sub", share_said(mean, one.students))
    return element(
        "span",
        " ".join(words),
        number if mean >= WORTH_A_NUMBER * one.students else None,
        element("span", report_text.IN_KEY, class_="out-of-sight") if key else None,
        class_=f"heat-{shade} in-key" if key else f"heat-{shade}",
    )


def render_agreement(book: ClassBook, labelled: Sequence[Labelled]) -> Markup:
    """Render alpha for each label of each exercise, and what to do where it is low."""
    measured = [(one, one.alpha) for one in labelled if one.alpha and one.students >= COUNTS_ONLY]
    if not measured:
        why = report_text.NO_AGREEMENT if can_measure() else report_text.AGREEMENT_ELSEWHERE
        return section(report_text.AGREEMENT, element("p", why), name="agreement")
    lowest = min(found.alpha for _, found in measured)
    ground = Ground(
        min(0.0, *(found.low for _, found in measured)),
        1,
        report_text.AGREEMENT_AXIS,
        ALPHAS,
        _short,
        (LOW, HIGH),
    )
    rows = list(_alpha_rows(book, measured))
    return section(
        report_text.AGREEMENT,
        note(report_text.AGREEMENT_SAID),
        chart(
            _alphas_said(book, measured),
            picture(report_text.AGREEMENT_PICTURE, lambda form: on_rows(form, ground, rows)),
            table(
                report_text.AGREEMENT,
                report_text.AGREEMENT_HEADS,
                [_cells(book, one, found) for one, found in measured],
            ),
            source=report_text.AGREEMENT_SOURCE,
        ),
        element("p", report_text.AGREEMENT_LOW) if lowest < LOW else None,
        name="agreement",
    )


def _alpha_rows(book: ClassBook, measured: Measured) -> Iterator[Row]:
    """Give the labels of each exercise below its question."""
    for asked, of_one in groupby(measured, key=lambda pair: pair[0].asked):
        yield head_row(f"{asked[0][:2]} · {question(book, asked)}")
        for one, found in of_one:
            yield interval_row(annotation_text.LABELS[one.label.value], found)


def _alphas_said(book: ClassBook, measured: Measured) -> str:
    said = [
        (annotation_text.LABELS[one.label.value], lesson_name(book, one.asked[0]), found.alpha)
        for one, found in measured
    ]
    most, least = (by(said, key=lambda one: one[2]) for by in (max, min))
    return (
        report_sentences.alphas(most, least) if len(said) > 1 else report_sentences.one_alpha(*most)
    )


def _cells(book: ClassBook, one: Labelled, found: Alpha) -> tuple[str, ...]:
    limits = report_sentences.limits(found.low, found.high)
    name = f"{question(book, one.asked)} {annotation_text.LABELS[one.label.value]}"
    return name, str(one.students), report_sentences.hundredths(found.alpha), limits


def _short(value: float) -> str:
    return f"{value:g}"
