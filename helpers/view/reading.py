"""The article on the page: sentences with their numbers, graphic words folded, quotations."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from helpers.view.markup import Markup, element, join
from helpers.words import LANGUAGE, reading_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.texts.article import Quote, Sentence, Span
    from helpers.texts.dossier import Dossier


def render_passage(dossier: Dossier, which: str = "") -> Markup:
    """Render sentences of an article, or all of it, paragraph by paragraph."""
    sentences = dossier.article.passage(which) if which else dossier.article.sentences
    paragraphs = [
        element("div", [_sentence(dossier, s) for s in group], class_="paragraph")
        for _, group in groupby(sentences, key=lambda s: s.paragraph)
    ]
    return element(
        "div", constructed(dossier), paragraphs, class_="article", lang=dossier.about.language
    )


def render_shown(dossier: Dossier, show: str) -> Markup | None:
    """Render the sentences that an exercise shows above its question."""
    if not show:
        return None
    home, passage = dossier.find_passage(show)
    return render_passage(home, passage)


def constructed(dossier: Dossier) -> Markup | None:
    """Say so wherever a text was made for teaching, so that no picture of it passes for news."""
    label = dossier.about.label
    return element("p", label, class_="constructed") if label else None


def folded(dossier: Dossier, span: Span) -> Markup:
    """Render words of an article with the graphic ones folded until asked for."""
    article = dossier.article
    pieces: list[str | Markup] = []
    at = span.start
    # In their order: a span can hold several, or begin inside one.
    for start, end in sorted(article.anchor(quote) for quote in dossier.about.graphic):
        first, last = max(at, start), min(end, span.end)
        if first < last:
            pieces += [article.text[at:first], _fold(article.text[first:last])]
            at = last
    return join(*pieces, article.text[at : span.end])


def folded_again(dossier: Dossier, text: str) -> Markup:
    """Render words made from an article, with its graphic ones folded where they stand again."""
    graphic = [re.escape(dossier.quoted(quote)) for quote in dossier.about.graphic]
    pieces = re.split(f"({'|'.join(graphic)})", text) if graphic else [text]
    # re.split puts what it split at, here the graphic words, at the odd places.
    return join(*(_fold(one) if n % 2 else one for n, one in enumerate(pieces)))


def quoted(dossier: Dossier, quote: Quote) -> Markup:
    """Render a quotation with the number of its sentence."""
    home = dossier.home_of(quote)
    span = home.article.anchor(quote)
    marks = _marks(home.article.cut(span))
    words = element("q", folded(home, span), class_=marks, lang=foreign(home))
    return join(words, " ", number(home, quote.sentence))


def numbered(dossier: Dossier, place: str) -> Markup:
    """Render a sentence, `S1` or `my-text/S1`, after its number."""
    home, sentence = dossier.find_passage(place)
    words = folded(home, home.article.sentence(sentence).span)
    shown = element("span", words, class_="serif", lang=foreign(home))
    return join(number(home, sentence), " ", shown)


def number(dossier: Dossier, sentence: str) -> Markup:
    """Render the number of a sentence; one that was made for teaching says so."""
    kind = reading_text.TEXT_KINDS[dossier.about.kind]
    return element("span", f"{kind} {sentence}".strip(), class_="number")


def foreign(dossier: Dossier) -> str | None:
    """Give the language of a text where it is not the one that the page is written in."""
    language = dossier.about.language
    return None if language == LANGUAGE else language


def quotations(dossier: Dossier, quotes: Iterable[Quote]) -> Markup:
    """Render several quotations in a row."""
    return join(*(quoted(dossier, quote) for quote in quotes), by=", ")


def _marks(words: str) -> str | None:
    """Choose quotation marks that do not double those of the text."""
    # The text brings its own marks; ours around them would be read as a quotation of a quotation.
    if words.startswith("“") and words.endswith("”"):
        return "own"
    return "around" if "“" in words or "”" in words else None


def _sentence(dossier: Dossier, sentence: Sentence) -> Markup:
    number = element("span", sentence.id, class_="number")
    text = element("span", folded(dossier, sentence.span), class_="text", dir="auto")
    return element("div", number, " ", text, class_="sentence")


def _fold(words: str) -> Markup:
    summary = element(
        "summary", reading_text.GRAPHIC, element("span", reading_text.FOLDED, class_="closed")
    )
    return element("details", summary, " ", element("span", words), class_="fold")
