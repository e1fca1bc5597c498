"""What a passage to annotate is made of: its words by number, and the key bound to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from helpers.errors import KitError
from helpers.texts import limits
from helpers.texts.article import Quote
from helpers.texts.records import Record
from helpers.texts.vocabulary import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.texts.dossier import Dossier
    from helpers.texts.records import Claim

Words = frozenset[int]
"""Words of the passage, by number, from 0."""
Reasons = dict[str, dict[str, str]]
"""Why a part of a claim is what it is, by claim and label."""


class Annotation(msgspec.Struct, frozen=True):
    """A label and the numbers of the words it holds; `why` says why it is arguable."""

    label: Label
    words: Words
    why: str = ""


class Key(msgspec.Struct, frozen=True):
    """One part of an attribution: its words by number, and other choices that are arguable."""

    claim: str
    label: Label
    quotes: tuple[Quote, ...]
    words: Words
    why: str
    arguable: tuple[Words, ...] = ()

    @property
    def id(self) -> str:
        """Name it among the keys of a passage."""
        return f"{self.claim}-{self.label.value}"

    @property
    def reach(self) -> Words:
        """All words that a careful reader could take for this part."""
        return self.words.union(*self.arguable)


class Sought(Record, frozen=True, kw_only=True):
    """Words to find that are no part of a claim; arguable ones cost nothing either way."""

    id: str
    label: Label
    words: tuple[Quote, ...]
    why: str
    certainty: Literal["clear", "arguable"] = "clear"


class Binder:
    """Turns quotations into the numbers of the words they hold."""

    def __init__(self, dossier: Dossier, show: str, labels: tuple[Label, ...]) -> None:
        """Give each word of the passage that is shown a number."""
        self.labels = labels
        home, passage = dossier.find_passage(show)
        self.article = home.article
        sentences = self.article.passage(passage)
        self.sentences = {sentence.id for sentence in sentences}
        self.tokens = tuple(
            (span, self.article.cut(span))
            for sentence in sentences
            for span in self.article.words(sentence.span)
        )
        if len(self.tokens) > limits.PASSAGE:
            message = f"The passage {show} has more than {limits.PASSAGE:,} words; show less of it."
            raise KitError(message)

    def number(self, quotes: tuple[Quote, ...]) -> Words:
        """Give the words that the quotations touch; what lies outside the passage has none."""
        # A claim can reach beyond the passage; what lies outside cannot be asked for.
        spans = [self.article.anchor(q) for q in quotes if q.sentence in self.sentences]
        return frozenset(
            n
            for span in spans
            for n, (word, _) in enumerate(self.tokens)
            # Touching is enough: a quotation may end before the comma that clings to its last word.
            if word.meets(span)
        )

    def keys(
        self, claims: Iterable[Claim], why: Reasons, sought: Iterable[Sought]
    ) -> tuple[Key, ...]:
        """Give all keys; what two claims share, such as one source, is asked for once."""
        found = [key for claim in claims for key in self._of_claim(claim, why.get(claim.id, {}))]
        found += [key for one in sought for key in self._of_sought(one)]
        # By label and words, not by claim: one source for two claims is one thing to find.
        merged: dict[tuple[Label, Words], Key] = {}
        for key in found:
            merged.setdefault((key.label, key.words), key)
        return tuple(merged.values())

    def free(
        self, claims: Iterable[Claim], others: Iterable[Claim], sought: Iterable[Sought]
    ) -> tuple[Annotation, ...]:
        """Give what costs nothing: parts of other claims, and what careful readers differ on."""
        found = [one for claim in others for one in (*self._parts(claim), *self._arguable(claim))]
        found += [one for claim in claims for one in self._arguable(claim)]
        disputed = (one for one in sought if one.certainty == "arguable")
        found += [Annotation(one.label, self.number(one.words), one.why) for one in disputed]
        return tuple(found)

    def _of_claim(self, claim: Claim, reasons: dict[str, str]) -> list[Key]:
        """Give a key for each part of the claim that is in the passage and asked for."""
        return [
            Key(
                claim.id,
                label,
                claim.pieces(label),
                words,
                reasons.get(label.value, ""),
                tuple(self.number(a.words) for a in claim.arguable if a.label is label),
            )
            for label in self.labels
            if (words := self.number(claim.pieces(label)))
        ]

    def _of_sought(self, sought: Sought) -> list[Key]:
        """Give a key for a clear stretch that is asked for beside the claims."""
        words = self.number(sought.words) if sought.certainty == "clear" else None
        return [Key(sought.id, sought.label, sought.words, words, sought.why)] if words else []

    def _parts(self, claim: Claim) -> list[Annotation]:
        return self._numbered((label, claim.pieces(label)) for label in self.labels)

    def _arguable(self, claim: Claim) -> list[Annotation]:
        return self._numbered((other.label, other.words) for other in claim.arguable)

    def _numbered(self, parts: Iterable[tuple[Label, tuple[Quote, ...]]]) -> list[Annotation]:
        return [
            Annotation(label, words) for label, quotes in parts if (words := self.number(quotes))
        ]
