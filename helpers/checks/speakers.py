"""Who speaks: the voice of a claim is the one that its source leads to, and a name is in the text.

Words lead to a voice where they hold a word of its name, or some of those that tell who it is.
Others (“he”, “the official”) lead back to those who spoke before in their paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.texts.vocabulary import Disclosure, SourceKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from helpers.texts.article import Article, Quote, Span
    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Claim, Voice

_WORD = re.compile(r"\w{4,}")
"""Shorter words, such as “the” and “of”, lead to nobody."""
_ARTICLE = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)
_BY_NAME = {
    SourceKind.NAMED_OFFICIAL: True, SourceKind.UNNAMED_OFFICIAL: False,
    SourceKind.UNNAMED_MILITARY: False, SourceKind.VAGUE_PLURAL: False,
}  # fmt: skip
"""The kinds of source that say whether there is a name."""


class Heard(NamedTuple):
    """A claim that a voice makes: its source, its paragraph, and the voices that it leads to."""

    claim: Claim
    source: Span
    paragraph: int
    voices: frozenset[str]


def speakers(dossier: Dossier) -> Iterator[Flaw]:
    """See that every claim has the voice that its source leads to."""
    voices = {voice.id: voice for voice in dossier.ledger.voices}
    heard = sorted(_heard(dossier), key=lambda one: one.source)
    for number, one in enumerate(heard):
        claim = one.claim
        led = one.voices or _before(heard[:number], one.paragraph)
        if claim.voice in voices and led and claim.voice not in led:
            words, names = dossier.article.cut(one.source), " or ".join(sorted(led))
            yield Flaw(
                claim.id,
                f"Its source “{words}” leads to the voice {names}, not to {claim.voice}; mend the "
                f"voice, or quote among the words that tell who {claim.voice} is.",
            )
        if (
            claim.voice in voices
            and _BY_NAME.get(claim.kind, named := voices[claim.voice].named) != named
        ):
            says = "Its kind and its voice do not agree on whether there is a name; mend one."
            yield Flaw(claim.id, says)


def names(dossier: Dossier) -> Iterator[Flaw]:
    """See that the name of a voice that is named stands in the text."""
    for voice in dossier.ledger.voices:
        name = _ARTICLE.sub("", voice.name.partition(",")[0].strip("“” "))
        if voice.named and not (_is_name(name) and _standing(name, dossier.article.text)):
            says = (
                f"It is named, but the text has no name “{name}”; copy the name, or take named out."
            )
            yield Flaw(f"voices, {voice.id}", says)


def _is_name(name: str) -> bool:
    """Tell whether words can be a name: with a capital, in writing that has them."""
    return name != name.casefold() or name == name.upper()


def _standing(name: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _heard(dossier: Dossier) -> Iterator[Heard]:
    """Give the claims that have a source, each with the voices that its own words lead to."""
    article = dossier.article
    told = {voice.id: _spans(article, _telling(voice)) for voice in dossier.ledger.voices}
    for claim in dossier.ledger.claims:
        spans = _spans(article, claim.source)
        if not spans or claim.kind is SourceKind.DOCUMENT:
            continue
        words = _words(" ".join(map(article.cut, spans)))
        led = {
            voice.id
            for voice in dossier.ledger.voices
            if _words(voice.name) & words or any(a.meets(b) for a in spans for b in told[voice.id])
        }
        yield Heard(claim, spans[0], _paragraph(article, spans[0]), frozenset(led))


def _before(heard: Sequence[Heard], paragraph: int) -> frozenset[str]:
    """Give the voices that spoke before in the same paragraph, or in the nearest one before."""
    here = max((one.paragraph for one in heard if one.voices), default=paragraph)
    return frozenset().union(*(one.voices for one in heard if one.paragraph == here))


def _paragraph(article: Article, span: Span) -> int:
    return next(one.paragraph for one in article.sentences if one.span.meets(span))


def _telling(voice: Voice) -> Iterator[Quote]:
    for about in Disclosure:
        yield from voice.told(about)


def _spans(article: Article, quotes: Iterable[Quote]) -> list[Span]:
    """Find quotations; those that are not there are findings of their own."""
    found: list[Span] = []
    for quote in quotes:
        try:
            found.append(article.anchor(quote))
        except KitError:
            continue
    return found


def _words(says: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(says)}
