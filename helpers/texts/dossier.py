"""All that is kept about one article: its provenance, claims, features and comparisons."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from helpers.errors import KitError
from helpers.paths import SEEDS
from helpers.texts.article import Article, Quote
from helpers.texts.files import is_there, read_table, read_text, read_yaml
from helpers.texts.records import (
    About,
    Action,
    Claim,
    ClaimFile,
    Comparison,
    FeatureFile,
    Party,
    Sides,
)
from helpers.texts.vocabulary import Allegiance
from helpers.texts.worked import NUMBERS, Worked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

T = TypeVar("T")


class HasId(Protocol):
    """Anything that an id names."""

    @property
    def id(self) -> str:
        """Give the id."""


Named = TypeVar("Named", bound=HasId)


class Dossier:
    """One article with all that is kept about it; each file is read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder; nothing is read yet."""
        self.folder = folder
        self.id = folder.name
        self._tables: dict[str, list[dict[str, str]]] = {}

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
    def numbers(self) -> tuple[Worked, ...]:
        """The numbers that are worked out of others."""
        return _optional(self.folder / NUMBERS, tuple[Worked, ...], ())

    @cached_property
    def sides(self) -> Sides:
        """The parties, and the names to exchange."""
        return read_yaml(self.folder / "sides.yaml", Sides)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Give the parties of the conflict; a text that tells of none has none."""
        return self.sides.parties if (self.folder / "sides.yaml").exists() else ()

    @property
    def side_names(self) -> dict[str, str]:
        """Give the sides that a claim can be on, with their names: parties, and places beside."""
        parties = {party.id: party.name for party in self.parties}
        return parties | {place.value: place.label for place in Allegiance}

    def side_name(self, side: str) -> str:
        """Give the name of a side."""
        if side not in self.side_names:
            raise KitError(f"“{side}” is no side of the text “{self.id}”.")
        return self.side_names[side]

    def table(self, name: str) -> list[dict[str, str]]:
        """Read a table of figures: a row is a dict, an empty cell is ""."""
        if name not in self._tables:
            self._tables[name] = read_table(self.table_path(name))
        return self._tables[name]

    def table_path(self, name: str) -> Path:
        """Give the file of a table that is there."""
        path = self.folder / f"{name}.csv"
        # The name comes from a notebook cell; it must not climb out of the folder.
        if not re.fullmatch(r"[a-z_]+", name) or not is_there(path):
            raise KitError(f"The text “{self.id}” has no table “{name}”.")
        return path

    def rows(self, table: str, ids: Iterable[str]) -> list[dict[str, str]]:
        """Give the rows of a table that ids name, in the order of the ids."""
        found = {row.get("row_id", ""): row for row in self.table(table)}
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
        return self.sibling(quote.article) if quote.article else self

    def sibling(self, identity: str) -> Dossier:
        """Give the dossier of another text that lies beside this one."""
        return open_dossier(identity, self.folder.parent)

    def find_passage(self, place: str) -> tuple[Dossier, str]:
        """Read `my-text/S1-S3` as the text that it names and the sentences in it."""
        text, _, passage = place.rpartition("/")
        return (self.sibling(text) if text else self), passage

    def quoted(self, quote: Quote) -> str:
        """Give the words of a quotation, checked against the text that it names."""
        return self.home_of(quote).article.quoted(quote)


@cache
def open_dossier(identity: str, seeds: Path = SEEDS) -> Dossier:
    """Open the folder of one article.

    >>> open_dossier("my-text").article.sentences[0].id  # doctest: +SKIP
    'S1'
    """
    folder = seeds / identity
    # “../x” is a folder too, but no text of this kit.
    if not identity or identity != folder.name or not is_there(folder / "article.txt"):
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
