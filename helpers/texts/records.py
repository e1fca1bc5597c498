"""Records: the shapes of what is written about an article, one for each file beside it."""

from __future__ import annotations

from typing import Literal

import msgspec

from helpers.texts.article import Quote
from helpers.texts.vocabulary import (
    WORST,
    ClaimType,
    Credibility,
    CueClass,
    Disclosure,
    Grade,
    Label,
    Mode,
    Proximity,
    Reliability,
    SourceKind,
)


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A structure that is read from a file; unknown fields are refused."""


class Reference(Record, frozen=True, kw_only=True):
    """A page where a fact stands, and whether an excerpt or a copy of it was read."""

    title: str
    url: str
    read: Literal["excerpt", "copy"] = "excerpt"


class About(Record, frozen=True, kw_only=True):
    """What is known and unknown of an article (`article.yaml`).

    `graphic` quotes what is folded; no word of `graphic_words` stands anywhere else in the text.
    `other_words` are words that prose quotes and that stand in no text, each with whose they are.
    """

    id: str
    kind: Literal["seed", "twin", "constructed"]
    title: str
    label: str = ""
    language: str = "en"
    words: int
    sha256: str
    known: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    rights: str
    content_note: str
    graphic: tuple[Quote, ...] = ()
    graphic_words: tuple[str, ...] = ()
    other_words: dict[str, str] = msgspec.field(default_factory=dict)
    also_read: str = ""
    sources: tuple[Reference, ...] = ()


class Wording(Record, frozen=True, kw_only=True):
    """The words in which a thing stands in a document: quoted from the text, or told in ours.

    `means` is what these words say of it, and what of that is our inference.
    """

    quote: Quote | None = None
    told: str = ""
    means: str


class Document(Record, frozen=True, kw_only=True):
    """A document or person behind the article: one hop of a chain.

    `certain` tells whether the link to what it rests on is known, `seen` whether there is such a
    document at all; where either is false, it is our inference. `wording` follows one thing
    through the chain; a document that quotes the text is that text.
    """

    id: str
    title: str
    who: str
    date: str
    says: str
    source: Reference | None = None
    parents: tuple[str, ...] = ()
    certain: bool = True
    seen: bool = True
    wording: tuple[Wording, ...] = ()


class Later(Record, frozen=True, kw_only=True):
    """What the later record says about a claim; it opens with a word of `Status`."""

    text: str
    source: Reference


class Arguable(Record, frozen=True, kw_only=True):
    """Another choice of words that a careful reader could make."""

    label: Label
    words: tuple[Quote, ...]


class Voice(Record, frozen=True, kw_only=True):
    """Somebody who speaks in an article, by name or not, with the words that tell who it is.

    `one` is false where its labels may hide more than one person or body.
    """

    id: str
    name: str
    named: bool = False
    side: tuple[Quote, ...] = ()
    rank: tuple[Quote, ...] = ()
    knows: tuple[Quote, ...] = ()
    reason: tuple[Quote, ...] = ()
    could: str = ""
    one: bool = True

    def told(self, about: Disclosure) -> tuple[Quote, ...]:
        """Give the words that tell one thing about this voice; none if the text does not tell it.

        >>> commander.told(Disclosure.SIDE)  # doctest: +SKIP
        ({S3: Vestrian},)
        """
        words: tuple[Quote, ...] = getattr(self, about.value)
        return words


class Claim(Record, frozen=True, kw_only=True):
    """One claim of an article: its attribution, its ratings, and what came later.

    `voice` names who says it; the writer's own voice has none. `side` is the id of a party, or a
    word of `Allegiance`. `certain` tells whether it is known, not inferred, that it rests on its
    parents. `caveat` quotes where the text itself says what cannot be judged; `reviewed` is the
    signature of whoever read the claim last.
    """

    id: str
    gist: str
    type: ClaimType
    source: tuple[Quote, ...] = ()
    cue: tuple[Quote, ...] = ()
    content: tuple[Quote, ...]
    arguable: tuple[Arguable, ...] = ()
    mode: Mode
    kind: SourceKind
    proximity: Proximity
    side: str
    cue_class: CueClass
    grade: Grade
    reliability: Reliability
    credibility: Credibility
    parents: tuple[str, ...] = ()
    certain: bool = True
    sound: bool = False
    caveat: tuple[Quote, ...] = ()
    voice: str = ""
    why: str
    later: Later | None = None
    reviewed: str = ""

    @property
    def rating(self) -> str:
        """Give its rating by the Admiralty code, such as `B2`."""
        return f"{self.reliability.value}{self.credibility.value}"

    @property
    def baseless(self) -> bool:
        """Tell whether it has one of the worst ratings, and the text does not say so itself."""
        return not (self.caveat or WORST.isdisjoint({self.reliability, self.credibility}))

    def pieces(self, label: Label) -> tuple[Quote, ...]:
        """Give the words of one part of the attribution.

        >>> claim.pieces(Label.CUE)  # doctest: +SKIP
        ({S1: according to},)
        """
        # Other labels are no part of an attribution and have no words here.
        parts = {Label.SOURCE: self.source, Label.CUE: self.cue, Label.CONTENT: self.content}
        return parts.get(label, ())

    def sentences(self) -> frozenset[str]:
        """Name the sentences in which its content stands."""
        return frozenset(quote.sentence for quote in self.content)


class ClaimFile(Record, frozen=True, kw_only=True):
    """The shape of `claims.yaml`."""

    documents: tuple[Document, ...] = ()
    voices: tuple[Voice, ...] = ()
    claims: tuple[Claim, ...] = ()


class Feature(Record, frozen=True, kw_only=True):
    """A place in the text that can be taught, and why it matters; good practice has no category."""

    id: str
    words: tuple[Quote, ...]
    why: str
    category: str = ""
    certainty: Literal["clear", "arguable"] = "clear"


class FeatureFile(Record, frozen=True, kw_only=True):
    """The shape of `features.yaml`."""

    features: tuple[Feature, ...] = ()
    good_practice: tuple[Feature, ...] = ()


class ComparisonRow(Record, frozen=True, kw_only=True):
    """One point of a comparison: the article's words beside the record; `source` counts from 0."""

    point: str
    article: tuple[Quote, ...] = ()
    record: str
    source: int | None = None


class Comparison(Record, frozen=True, kw_only=True):
    """A table that sets the article beside a record."""

    id: str
    title: str
    columns: tuple[str, str]
    rows: tuple[ComparisonRow, ...]
    sources: tuple[Reference, ...] = ()
    note: str = ""


class Action(Record, frozen=True, kw_only=True):
    """A verb, who does it and to whom; an empty list is not told."""

    id: str
    verb: tuple[Quote, ...]
    agent: tuple[Quote, ...] = ()
    patient: tuple[Quote, ...] = ()
    voice: Literal["active", "passive", "noun"]
    why: str


class Party(Record, frozen=True, kw_only=True):
    """A party of the conflict that a text is about; claims name it by its id."""

    id: str
    name: str


class Sides(Record, frozen=True, kw_only=True):
    """The parties, and the names to exchange in a side-swap (`sides.yaml`).

    `left` says why some words have no counterpart. `stems` are beginnings of words that belong to
    a side, so that none is overlooked. `senseless` names sentences that mean nothing with the sides
    exchanged, and why. `invented` gives names of the article others, of states that do not exist.
    """

    parties: tuple[Party, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    stems: tuple[str, ...] = ()
    left: dict[str, str] = msgspec.field(default_factory=dict)
    senseless: dict[str, str] = msgspec.field(default_factory=dict)
    invented: tuple[tuple[str, str], ...] = ()
