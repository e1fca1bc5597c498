"""Pieces without a question: the article, a worked example, a comparison, results in words."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from helpers.paths import lesson_address
from helpers.texts.article import Span
from helpers.texts.vocabulary import ATTRIBUTION, Label
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.view.reading import constructed, folded, quotations, render_passage
from helpers.view.tables import table
from helpers.words import annotation_text, reading_text, result_text

if TYPE_CHECKING:
    from helpers.kinds.exercises import Example
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


def render_article_again(dossier: Dossier, what_for: str) -> Markup:
    """Render the whole article, folded: at hand for cards that ask about all of it."""
    passage = render_passage(dossier)
    again = parts.details(reading_text.ARTICLE_AGAIN, passage, class_="report-again")
    # A lesson may have it at several steps.
    return page(again, name=f"{reading_text.ARTICLE_AGAIN}: {what_for}")


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
        parts.opens_after(ask),
        name=f"{reading_text.CLOSED}: {ask}",
    )


def render_later(says: str, name: str) -> Markup:
    """Render what stands in for a piece that has nothing to show yet."""
    return page(element("p", says, class_="note"), name=name)


def render_progress(done: list[tuple[str, bool]], extra: list[bool]) -> Markup:
    """Render how much of a lesson is answered, what is still open, and how much of its Extras."""
    finished = sum(answered for _, answered in done)
    still_open = [element("li", question) for question, answered in done if not answered]
    return page(
        element("p", result_text.DONE.format(done=finished, all=len(done))),
        element("progress", value=finished, max=len(done), aria_label=result_text.PROGRESS),
        parts.details(result_text.STILL_OPEN, element("ul", still_open), class_="open")
        if still_open
        else None,
        element("p", result_text.extra_done(sum(extra), len(extra)), class_="note")
        if extra
        else None,
        name=result_text.PROGRESS,
    )


class LessonRow(NamedTuple):
    """A lesson on the map: the stem of its file, its title, its minutes, its cards."""

    stem: str
    title: str
    minutes: int
    answered: int
    cards: int

    @property
    def name(self) -> str:
        """Name the lesson; its number is the beginning of its file’s name, and nowhere else."""
        return f"{self.stem[:2]} · {self.title}"

    @property
    def address(self) -> str:
        """Give its address, from another lesson."""
        return lesson_address(self.stem)


def render_map(lessons: list[LessonRow], *, here: str) -> Markup:
    """Render the lessons with what is done in each; `here` is the one on which the map stands."""
    caption = element("caption", result_text.MAP)
    rows = element("tbody", [_on_map(lesson) for lesson in lessons])
    onward = _onward([lesson for lesson in lessons if lesson.stem != here])
    return page(onward, element("table", caption, rows, class_="map"), name=result_text.MAP)


def _on_map(lesson: LessonRow) -> Markup:
    link = element("a", lesson.name, href=lesson.address)
    return element(
        "tr",
        element("th", link, scope="row"),
        element("td", result_text.MINUTES.format(minutes=lesson.minutes)),
        element("td", result_text.how_far(lesson.answered, lesson.cards)),
    )


def _onward(lessons: list[LessonRow]) -> Markup:
    """Lead on: to a lesson that was begun, or else to the first that was not."""
    still_open = [lesson for lesson in lessons if lesson.answered < lesson.cards]
    if not still_open:
        return element("p", result_text.ALL_LESSONS_DONE)
    lesson = next((one for one in still_open if one.answered), still_open[0])
    lead = result_text.GO_ON if lesson.answered else result_text.BEGIN
    return element("p", lead, " ", element("a", lesson.name, href=lesson.address), class_="onward")
