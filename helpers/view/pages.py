"""Pieces without a question: the article, a worked example, a comparison, results in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.measures.calibration import SURE, WELL, calibration
from helpers.texts.article import Span
from helpers.texts.vocabulary import ATTRIBUTION, Label
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, folded, quotations, render_passage
from helpers.view.svg import table
from helpers.words import annotation_text, reading_text, result_text

if TYPE_CHECKING:
    from helpers.kinds.exercises import Example
    from helpers.measures.calibration import Result
    from helpers.texts.article import Sentence
    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Claim, Comparison, ComparisonRow
    from helpers.view.markup import Child


def page(*children: Child, name: str) -> Markup:
    """Set pieces on a page of their own; its name should differ from those of the others."""
    return element("section", *children, class_="plain", aria_label=name)


def render_reading(dossier: Dossier, which: str) -> Markup:
    """Render the article, or sentences of it."""
    return page(render_passage(dossier, which), name=f"{dossier.about.title} {which}".strip())


def render_example(dossier: Dossier, example: Example) -> Markup:
    """Render a claim's sentences with source, cue and content marked, and what each part shows."""
    claim = dossier.claim(example.claim)
    sentences = [dossier.article.sentence(place) for place in sorted(_places(claim))]
    rows = [
        element(
            "li",
            element(
                "p",
                parts.ink(label),
                " ",
                quotations(dossier, claim.pieces(label)) or reading_text.NOT_THERE,
            ),
            element("p", example.why.get(label, "")),
        )
        for label in ATTRIBUTION
    ]
    return page(
        constructed(dossier),
        [
            element(
                "div",
                _marked(dossier, sentence, claim),
                class_="overlaid serif",
                lang=dossier.about.language,
            )
            for sentence in sentences
        ],
        element("ul", rows, class_="outcome"),
        element("p", example.note),
        name=f"{reading_text.EXAMPLE}: {', '.join(sentence.id for sentence in sentences)}",
    )


def _places(claim: Claim) -> set[str]:
    return {quote.sentence for label in ATTRIBUTION for quote in claim.pieces(label)}


def _marked(dossier: Dossier, sentence: Sentence, claim: Claim) -> Markup:
    """Draw source, cue and content over a sentence, word by word."""
    article = dossier.article
    spans = [
        (label, article.anchor(quote)) for label in ATTRIBUTION for quote in claim.pieces(label)
    ]
    words = [
        # Several labels can lie on one word, as in “said, revealing”.
        (tuple(dict.fromkeys(label for label, span in spans if span.meets(word))), word)
        for word in article.words(sentence.span)
    ]
    runs = [
        _run(dossier, labels, [word for _, word in run])
        for labels, run in groupby(words, key=lambda pair: pair[0])
    ]
    return join(element("span", sentence.id, class_="number"), *runs, by=" ")


def _run(dossier: Dossier, labels: tuple[Label, ...], words: list[Span]) -> Markup:
    text = folded(dossier, Span(words[0].start, words[-1].end))
    if not labels:
        return text
    tag = element(
        "span", ", ".join(annotation_text.LABELS[label.value] for label in labels), class_="tag"
    )
    ink = " ".join(label.value for label in labels)
    return join(tag, " ", element("span", text, class_=f"word {ink}"))


def render_comparison(dossier: Dossier, compared: Comparison) -> Markup:
    """Render the article beside a record, row by row, with the sources below."""
    heads = (reading_text.POINT, *compared.columns)
    rows = [_compared(dossier, row) for row in compared.rows]
    return page(
        element("div", table(compared.title, heads, rows), class_="wide"),
        element("p", compared.note, class_="note") if compared.note else None,
        parts.details(
            reading_text.SOURCES,
            element("ol", [element("li", parts.reference(s)) for s in compared.sources]),
            class_="sources",
        ),
        name=compared.title,
    )


def _compared(dossier: Dossier, row: ComparisonRow) -> tuple[Child, ...]:
    source = element("sup", f" {row.source + 1}") if row.source is not None else None
    printed = (
        quotations(dossier, row.article) if row.article else element("em", reading_text.NOT_PRINTED)
    )
    return row.point, printed, [row.record, source]


def render_closed(ask: str) -> Markup:
    """Render what stands in for a piece that would give an answer away."""
    return page(
        element("p", reading_text.OPENS_AFTER, " ", element("q", ask), class_="note"),
        name=f"{reading_text.CLOSED}: {ask}",
    )


def render_progress(done: list[tuple[str, bool]]) -> Markup:
    """Render how much of a lesson is answered, and what is still open."""
    finished = sum(answered for _, answered in done)
    still_open = [element("li", question) for question, answered in done if not answered]
    return page(
        element("p", result_text.DONE.format(done=finished, all=len(done))),
        element("progress", value=finished, max=len(done), aria_label=result_text.PROGRESS),
        parts.details(result_text.STILL_OPEN, element("ul", still_open), class_="open")
        if still_open
        else None,
        name=result_text.PROGRESS,
    )


def render_map(lessons: list[tuple[str, str, int]]) -> Markup:
    """Render the lessons with their minutes; `lessons` holds stem, title and minutes."""
    rows = [
        element(
            "tr",
            # The number of a lesson is the beginning of its file’s name, and stands nowhere else.
            element("th", element("a", f"{stem[:2]} · {title}", href=f"{stem}.ipynb"), scope="row"),
            element("td", result_text.MINUTES.format(minutes=minutes)),
        )
        for stem, title, minutes in lessons
    ]
    caption = element("caption", result_text.MAP)
    return page(element("table", caption, element("tbody", rows)), name=result_text.MAP)


def render_summary(
    found: tuple[Result, ...], asks: dict[str, str], names: dict[str, str]
) -> Markup:
    """Render a student's first attempts in words: what went well, what to see again, how sure."""
    if not found:
        return page(element("p", result_text.NOTHING_YET), name=result_text.SUMMARY)
    well = [r for r in found if r.score >= WELL]
    again = [r for r in found if r.score < WELL]
    slips = dict.fromkeys(name for result in found for name in result.slips)
    return page(
        element("p", result_text.WENT_WELL.format(well=len(well), all=len(found))),
        _list(result_text.SEE_AGAIN, [asks[result.exercise] for result in again]),
        _list(
            result_text.YOUR_SLIPS,
            [join(element("code", name), ". ", names.get(name, "")) for name in slips],
        ),
        _calibrated(found),
        name=result_text.SUMMARY,
    )


def _list(head: str, rows: list[str] | list[Markup]) -> Markup | None:
    if not rows:
        return None
    return join(
        element("p", head, class_="small-head"), element("ul", [element("li", row) for row in rows])
    )


def _calibrated(found: tuple[Result, ...]) -> list[Markup]:
    """Say in words how confidence and outcome went together."""
    made = calibration(found)
    said = [
        result_text.ON_AVERAGE.format(
            sure=made.sure, right=made.right, gap=result_text.gap(made.gap)
        )
    ]
    if made.times_sure:
        said.append(result_text.when_sure(SURE, made.times_sure, made.right_when_sure))
    return [element("p", sentence) for sentence in said]
