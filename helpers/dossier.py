"""All that is kept about one article: its provenance, claims, features and comparisons."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar

import msgspec

from helpers.article import Article, Quote
from helpers.content import read_table, read_text, read_yaml
from helpers.errors import KitError
from helpers.vocabulary import (
    ClaimType,
    Credibility,
    CueClass,
    Grade,
    Label,
    Mode,
    Proximity,
    Reliability,
    Side,
    SourceKind,
    Told,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
T = TypeVar("T")


class HasId(Protocol):
    """Anything that an id names."""

    @property
    def id(self) -> str:
        """Give the id."""


Named = TypeVar("Named", bound=HasId)


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A structure that is read from a file; unknown fields are refused."""


class Reference(Record, frozen=True, kw_only=True):
    """A page where a fact stands, and whether an excerpt or a copy of it was read."""

    title: str
    url: str
    read: Literal["excerpt", "copy"] = "excerpt"


class About(Record, frozen=True, kw_only=True):
    """What is known and unknown of an article (`article.yaml`)."""

    id: str
    kind: Literal["seed", "twin", "constructed"]
    title: str
    label: str = ""
    words: int
    sha256: str
    known: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    rights: str
    content_note: str
    graphic: tuple[Quote, ...] = ()
    also_read: str = ""
    sources: tuple[Reference, ...] = ()


class Document(Record, frozen=True, kw_only=True):
    """A document or person behind the article: one hop of a chain."""

    id: str
    title: str
    who: str
    date: str
    says: str
    source: Reference | None = None
    parents: tuple[str, ...] = ()
    certain: bool = True


class Later(Record, frozen=True, kw_only=True):
    """What the later record says about a claim."""

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

    def told(self, about: Told) -> tuple[Quote, ...]:
        """Give the words that tell one thing about this voice; none if the text does not tell it.

        >>> commander.told(Told.SIDE)  # doctest: +SKIP
        ({S11: Ukrainian},)
        """
        words: tuple[Quote, ...] = getattr(self, about.value)
        return words


class Claim(Record, frozen=True, kw_only=True):
    """One claim of an article: its attribution, its ratings, and what came later.

    `voice` names who says it; the writer's own voice has none.
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
    side: Side
    cue_class: CueClass
    grade: Grade
    reliability: Reliability
    credibility: Credibility
    parents: tuple[str, ...] = ()
    sound: bool = False
    voice: str = ""
    why: str
    later: Later | None = None

    def pieces(self, label: Label) -> tuple[Quote, ...]:
        """Give the words of one part of the attribution.

        >>> claim.pieces(Label.CUE)  # doctest: +SKIP
        ({S1: according to},)
        """
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
    """A place in the text that can be taught, and why it matters."""

    id: str
    words: tuple[Quote, ...]
    why: str
    category: str = "good practice"
    certainty: Literal["clear", "arguable"] = "clear"


class FeatureFile(Record, frozen=True, kw_only=True):
    """The shape of `features.yaml`."""

    features: tuple[Feature, ...] = ()
    good_practice: tuple[Feature, ...] = ()


class Row(Record, frozen=True, kw_only=True):
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
    rows: tuple[Row, ...]
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


class Sides(Record, frozen=True, kw_only=True):
    """The names to exchange in a side-swap; `left` says why some words have no counterpart.

    `stems` are beginnings of words that belong to a side, so that none is overlooked.
    """

    pairs: tuple[tuple[str, str], ...]
    stems: tuple[str, ...]
    left: dict[str, str]


class Shares(Record, frozen=True, kw_only=True):
    """A number, and the wholes that it is drawn as a part of."""

    part: float
    table: str
    column: str
    rows: tuple[str, ...]


class Ratios(Record, frozen=True, kw_only=True):
    """A table of ratios, and the row of the claim among them."""

    table: str
    claim: str


class Areas(Record, frozen=True, kw_only=True):
    """A table of estimates by date, and the number that the article prints."""

    table: str
    printed: float


class Stated(Record, frozen=True, kw_only=True):
    """A number phrase of the article; `survivors` of the group that it names live to tell."""

    words: Quote
    survivors: int = 0


class Charts(Record, frozen=True, kw_only=True):
    """The shape of `charts.yaml`: what the lessons draw of an article's tables."""

    bounds: tuple[Stated, ...]
    shares: Shares
    ratios: Ratios
    area: Areas


class Dossier:
    """One article with all that is kept about it; each file is read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; nothing is read yet."""
        self.folder = folder
        self.id = folder.name

    @cached_property
    def about(self) -> About:
        """What is known of the text."""
        return read_yaml(self.folder / "article.yaml", About)

    @cached_property
    def article(self) -> Article:
        """Give the text itself."""
        return Article.from_text(self.id, read_text(self.folder / "article.txt"))

    @cached_property
    def ledger(self) -> ClaimFile:
        """The claims and the documents behind them."""
        return _optional(self.folder / "claims.yaml", ClaimFile, ClaimFile())

    @cached_property
    def features(self) -> FeatureFile:
        """The places that can be taught."""
        return _optional(self.folder / "features.yaml", FeatureFile, FeatureFile())

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """The tables that set the article beside a record."""
        return _optional(self.folder / "comparisons.yaml", tuple[Comparison, ...], ())

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Who does what to whom."""
        return _optional(self.folder / "actions.yaml", tuple[Action, ...], ())

    @cached_property
    def sides(self) -> Sides:
        """The names of the sides."""
        return read_yaml(self.folder / "sides.yaml", Sides)

    @cached_property
    def charts(self) -> Charts:
        """What is drawn of the tables."""
        return read_yaml(self.folder / "charts.yaml", Charts)

    def table(self, name: str) -> list[dict[str, str]]:
        """Read a table of figures: a row is a dict, an empty cell is ""."""
        return read_table(self.table_path(name))

    def table_path(self, name: str) -> Path:
        """Give the file of a table that is there."""
        path = self.folder / f"{name}.csv"
        if not re.fullmatch(r"[a-z_]+", name) or not path.is_file():
            raise KitError(f"The text “{self.id}” has no table “{name}”.")
        return path

    def rows(self, table: str, ids: Iterable[str]) -> list[dict[str, str]]:
        """Give the rows of a table that ids name, in the order of the ids."""
        found = {row["row_id"]: row for row in self.table(table)}
        for identity in ids:
            if identity not in found:
                raise KitError(f"{table}.csv of “{self.id}” has no row “{identity}”.")
        return [found[identity] for identity in ids]

    def claim(self, identity: str) -> Claim:
        """Find a claim by its id."""
        return by_id(self.ledger.claims, identity, f"The text “{self.id}” has no claim")

    def comparison(self, identity: str) -> Comparison:
        """Find a comparison by its id."""
        return by_id(self.comparisons, identity, f"The text “{self.id}” has no comparison")

    def claims_in(self, sentence: str) -> tuple[Claim, ...]:
        """Give the claims whose content stands in a sentence, in the order of the file."""
        return tuple(claim for claim in self.ledger.claims if sentence in claim.sentences())

    def home_of(self, quote: Quote) -> Dossier:
        """Give the dossier that a quotation belongs to: this one, unless it names another."""
        return open_dossier(quote.article, self.folder.parent) if quote.article else self

    def quoted(self, quote: Quote) -> str:
        """Give the words of a quotation, checked against the text that it names."""
        return self.home_of(quote).article.quoted(quote)


@cache
def open_dossier(identity: str, seeds: Path = SEEDS) -> Dossier:
    """Open the folder of one article.

    >>> open_dossier("kursk").article.sentences[0].id
    'S1'
    """
    folder = seeds / identity
    if not identity or identity != folder.name or not (folder / "article.txt").is_file():
        message = f"There is no text “{identity}” in {seeds.name}/."
        raise KitError(message)
    return Dossier(folder)


def by_id(rows: Iterable[Named], identity: str, missing: str) -> Named:
    """Find the row with an id, or say what is missing."""
    for row in rows:
        if row.id == identity:
            return row
    message = f"{missing} “{identity}”."
    raise KitError(message)


def _optional(path: Path, shape: type[T], nothing: T) -> T:
    return read_yaml(path, shape) if path.exists() else nothing
