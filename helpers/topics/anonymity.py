"""Anonymity: the voices of a text, what is told of each, and the conditions of newsrooms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from helpers.paths import SEEDS
from helpers.texts.article import Quote
from helpers.texts.files import read_yaml
from helpers.texts.records import Claim, Record, Reference, Voice
from helpers.texts.vocabulary import Disclosure

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.texts.article import Sentence, Span
    from helpers.texts.dossier import Dossier

CONDITIONS = "conditions.yaml"
WRITER = ""
"""The id under which the writer's own words are counted."""
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "him", "her", "them"})
_SMALL = frozenset({"a", "an", "the", "one", "of", "in", "for", "by"})


class VoiceProfile(msgspec.Struct, frozen=True):
    """A voice with its claims and the labels that the text gives it, in the order of the text."""

    voice: Voice
    claims: tuple[Claim, ...]
    labels: tuple[Quote, ...]

    @property
    def untold(self) -> tuple[Disclosure, ...]:
        """Name what the text does not tell of this voice; of a named one no reason is missing."""
        asked = [
            about for about in Disclosure if not (self.voice.named and about is Disclosure.REASON)
        ]
        return tuple(about for about in asked if not self.voice.told(about))


class WordShare(msgspec.Struct, frozen=True):
    """The part of a text that passes on one voice: a number of words, and a share from 0 to 1."""

    words: int
    share: float


class NewsroomRule(Record, frozen=True, kw_only=True):
    """What one newsroom asks for, in words of our own, and where that stands."""

    owner: str
    says: str
    source: Reference


class Condition(Record, frozen=True, kw_only=True):
    """One condition under which an unnamed source may be printed, and whose rule it is."""

    id: str
    asks: str
    rules: tuple[NewsroomRule, ...]


def voices(dossier: Dossier) -> tuple[VoiceProfile, ...]:
    """Give everybody who speaks in a text, in the order in which they are first heard.

    >>> [heard.voice.id for heard in voices(open_dossier("my-text"))][:2]  # doctest: +SKIP
    ['reports', 'soldier']
    """
    heard = [_heard(dossier, voice) for voice in dossier.ledger.voices]
    return tuple(sorted(heard, key=lambda one: _first(dossier, one)))


def drift(dossier: Dossier, heard: VoiceProfile) -> tuple[Quote, ...]:
    """Give the labels of one voice, if they change: those that share no word with the first.

    >>> drift(my_text, commander)  # doctest: +SKIP
    ({S12: The official},)
    """
    known = _plain(dossier, heard.labels[0]) if heard.labels else set()
    # A label has changed if it shares no word with the first: “the commander”, then “the official”.
    return tuple(label for label in heard.labels if not _plain(dossier, label) & known)


def word_owners(dossier: Dossier, sentence: Sentence) -> tuple[tuple[Span, str], ...]:
    """Give each word of a sentence with the voice whose content it passes on.

    A word is as in `Article.words`: what stands between white space. Each has one voice, that of
    the first claim that covers it. The words that name a source or link it are the writer's.
    """
    # Word by word: contents overlap, and no word may count for two voices.
    spoken = _spoken(dossier)
    return tuple((word, _owner(word, spoken)) for word in dossier.article.words(sentence.span))


def word_shares(dossier: Dossier) -> dict[str, WordShare]:
    """Count whose content the words of a text pass on; the writer has what is left.

    >>> word_shares(open_dossier("my-text"))[WRITER].words  # doctest: +SKIP
    173
    """
    owners = [owner for one in dossier.article.sentences for _, owner in word_owners(dossier, one)]
    ids = (WRITER, *(voice.id for voice in dossier.ledger.voices))
    counts = {identity: owners.count(identity) for identity in ids}
    whole = max(1, len(owners))
    return {name: WordShare(number, number / whole) for name, number in counts.items()}


@cache
def conditions(seeds: Path = SEEDS) -> tuple[Condition, ...]:
    """Read the conditions for anonymity from the file beside the texts.

    >>> conditions()[0].rules[0].owner
    'AP'
    """
    return read_yaml(seeds / CONDITIONS, tuple[Condition, ...])


def _heard(dossier: Dossier, voice: Voice) -> VoiceProfile:
    claims = [claim for claim in dossier.ledger.claims if claim.voice == voice.id]
    claims.sort(key=lambda claim: _begin(dossier, claim))
    labels = dict.fromkeys(quote for claim in claims for quote in claim.source)
    # “He” is no label: it tells nothing that the words before it did not.
    named = [quote for quote in labels if quote.words.casefold() not in _PRONOUNS]
    named.sort(key=dossier.article.anchor)
    return VoiceProfile(voice, tuple(claims), tuple(named))


def _first(dossier: Dossier, heard: VoiceProfile) -> int:
    return min((_begin(dossier, claim) for claim in heard.claims), default=0)


def _begin(dossier: Dossier, claim: Claim) -> int:
    """Tell where a claim begins; one without content is for `check` to name, not for a page."""
    return dossier.article.anchor(claim.content[0]).start if claim.content else 0


def _plain(dossier: Dossier, label: Quote) -> set[str]:
    return set(re.findall(r"\w+", dossier.quoted(label).casefold())) - _SMALL


def _spoken(dossier: Dossier) -> list[tuple[Span, str]]:
    """Give every span of attributed content with the voice that it belongs to."""
    return [
        (dossier.article.anchor(quote), claim.voice)
        for claim in dossier.ledger.claims
        if claim.voice
        for quote in claim.content
    ]


def _owner(word: Span, spoken: list[tuple[Span, str]]) -> str:
    covers = (v for span, v in spoken if span.meets(word))
    return next(covers, WRITER)
