"""Trial: an experiment in which each student rates one of several versions of a report."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.base import Ungraded, only
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer

STEPS = tuple(range(0, 101, 10))
RATE_FIRST = "Choose a percentage first."
NO_VERSION = "This is no version of the report."


class Version(Record, frozen=True, kw_only=True):
    """One version; `tells` says afterwards, to those who saw it, what was special about it."""

    id: str
    text: str
    tells: str


class Rated(NamedTuple):
    """The version that was shown, and how likely it seemed to be true, in percent."""

    version: str
    percent: int


class Trial(Ungraded, frozen=True, kw_only=True, tag="trial"):
    """Versions of one report, of which each student sees one; nothing is right or wrong."""

    versions: tuple[Version, ...]
    after: str

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: the rating is one."""
        return ()

    def drawn(self, seed: str) -> Version:
        """Draw a version; the same seed draws the same one, on every machine."""
        return random.Random(f"{self.id}/{seed}").choice(self.versions)  # noqa: S311 - no secret

    def read(self, answer: Answer) -> Rated:
        """Give the version and its rating."""
        percent = only(answer, "percent", map(str, STEPS), RATE_FIRST)
        known = {version.id for version in self.versions}
        return Rated(only(answer, "version", known, NO_VERSION), int(percent))

    def version(self, identity: str) -> Version:
        """Find a version by its id."""
        return next(version for version in self.versions if version.id == identity)
