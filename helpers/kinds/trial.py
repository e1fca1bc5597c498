"""Trial: an experiment in which each student rates one of several versions of a report."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from helpers.flaws import Flaw, filled
from helpers.kinds.base import Exercise, Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

STEPS = tuple(range(0, 101, 10))
VERSIONS = 2
"""With fewer there is nothing to compare."""


class Version(Record, frozen=True, kw_only=True):
    """One version; `tells` says afterwards, to those who saw it, what was special about it."""

    id: str
    text: str
    tells: str


class Rated(NamedTuple):
    """The version that was shown, and how likely it seemed to be true, in percent."""

    version: Version
    percent: int


class Trial(Ungraded, frozen=True, kw_only=True, tag="trial"):
    """Versions of one report, of which each student sees one; nothing is right or wrong."""

    commit_label: ClassVar[str] = words.KEEP_RATING

    versions: tuple[Version, ...]

    def drawn(self, seed: str) -> Version:
        """Draw a version; the same seed draws the same one, on every machine."""
        return random.Random(f"{self.id}/{seed}").choice(self.versions)  # noqa: S311 - no secret

    def read(self, answer: Answer) -> Rated:
        """Give the version and its rating; the answer says which was shown, not the code name.

        A code name may be chosen after the answer, and would then draw another version.
        """
        # The rating first: whoever has not rated yet should read that, and nothing about versions.
        percent = only(answer, "percent", map(str, STEPS), words.RATE_FIRST)
        known = {version.id: version for version in self.versions}
        return Rated(known[only(answer, "version", known, words.NO_VERSION)], int(percent))

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add one of the versions and its rating."""
        read = count(*(f"{one.text} {one.tells}" for one in self.versions)) / len(self.versions)
        return super().effort(dossier, repeated=repeated) | Effort(read, 1)

    def parts(self) -> tuple[Parts, ...]:
        """Give the versions."""
        return (Parts("versions", tuple((one.id, one.text) for one in self.versions)),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that there is something to compare, and each version tells what it was."""
        yield from super().flaws(dossier, before)
        if len(self.versions) < VERSIONS:
            yield Flaw(self.id, "An experiment needs two versions; add one.")
        for version in self.versions:
            item = f"{self.id}, {version.id}"
            yield from filled(item, text=version.text, tells=version.tells)
