"""The numbers of a text: what is said of it has none that is in no source and not worked out.

A source of its own have the article, the figures in the tables, the documents, the later records,
and what is known of the text. What else is said of it is held against these.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from helpers.checks.prose import prose
from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.texts.files import ADDRESSES, read_table
from helpers.topics.anonymity import word_shares
from helpers.topics.numerals import cell_numbers, numbered, numbers
from helpers.view.charts.registry import charts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from helpers.texts.article import Quote
    from helpers.texts.dossier import Dossier
    from helpers.texts.worked import Worked


@lru_cache(maxsize=32)
def known(dossier: Dossier) -> frozenset[float]:
    """Give the numbers that a text and what is kept about it hold, worked out or in a source."""
    parts = (_printed, _counted, _recorded, _tabled, _worked)
    return frozenset(value for part in parts for value in _read(part, dossier))


def gists(dossier: Dossier) -> Iterator[Flaw]:
    """See that the numbers in a claim's gist are those of the sentences that make the claim."""
    for claim in dossier.ledger.claims:
        there = set(_in_sentences(dossier, (*claim.content, *claim.source)))
        cure = "stands in no sentence of this claim; copy the number"
        yield from numbered(claim.id, [claim.gist], there, cure)


def paged(dossier: Dossier) -> Iterator[Flaw]:
    """See that a document that tells a number has a page, unless it is made up like its text."""
    try:
        made_up = dossier.about.kind == "constructed"
    except KitError:  # a finding of its own
        return
    for one in dossier.ledger.documents:
        if not one.source and not made_up:
            fault = "is told without an address; name the page under source"
            yield from numbered(one.id, [one.says], (), fault)


def drawn(dossier: Dossier) -> Iterator[Flaw]:
    """See that a number that a chart is given stands in the article, and none is below zero."""
    article = set(_printed(dossier))
    for chart in charts_of(dossier):
        for value in _values(chart):
            if value < 0:
                yield Flaw(chart.id, f"It has {value:g}, which nothing can be drawn by; mend it.")
        for value in (getattr(chart, name) for name in chart.__struct_fields__):
            if isinstance(value, float) and value >= 0 and value not in article:
                says = f"It draws {value:,g}, which is no number of the article; mend it."
                yield Flaw(chart.id, says)


def worked_out(some: Iterable[Worked], there: Collection[float], item: str) -> Iterator[Flaw]:
    """See that each number that is not in a source comes out, of numbers that are known."""
    for one in some:
        name = f"{item}{one.number:g}"
        if one.by == "given":
            yield from filled(name, why=one.why)
        if not one.agrees():
            says = f"It is not what its {one.by} comes to; mend it, or what it is worked out of."
            yield Flaw(name, says)
        yield from numbered(name, [f"{value:,.9g}" for value in one.of], there)


def _values(given: object) -> Iterator[float]:
    """Give all numbers of a structure, however deep they lie."""
    if isinstance(given, (int, float)):
        yield given
    elif isinstance(given, tuple):
        for inner in given:
            yield from _values(inner)
    elif isinstance(given, msgspec.Struct):
        yield from _values(tuple(getattr(given, name) for name in given.__struct_fields__))


def _read(part: Callable[[Dossier], Iterable[float]], dossier: Dossier) -> list[float]:
    try:
        return list(part(dossier))
    except KitError:  # a finding of its own
        return []


def _printed(dossier: Dossier) -> Iterable[float]:
    return numbers(dossier.article.text)


def _counted(dossier: Dossier) -> Iterator[float]:
    """Give how many sentences and words the text has, and the words of each voice, also in %."""
    yield from (len(dossier.article.sentences), dossier.about.words)
    for share in word_shares(dossier).values():
        yield from (share.words, round(100 * share.share))


def _recorded(dossier: Dossier) -> Iterator[float]:
    later = [claim.later for claim in dossier.ledger.claims]
    for says in prose([dossier.about, dossier.ledger.documents, later]):
        yield from numbers(says)


def _tabled(dossier: Dossier) -> Iterator[float]:
    for path in sorted(dossier.folder.glob("*.csv")):
        rows = read_table(path)
        yield len(rows)
        for row in rows:
            for column, cell in row.items():
                yield from cell_numbers(cell) if column not in ADDRESSES else ()


def _worked(dossier: Dossier) -> Iterator[float]:
    return (one.number for one in dossier.numbers)


def _in_sentences(dossier: Dossier, quotes: Iterable[Quote]) -> Iterator[float]:
    article = dossier.article
    for quote in quotes:
        for sentence in article.sentences:
            if sentence.id == quote.sentence:
                yield from numbers(article.cut(sentence.span))
