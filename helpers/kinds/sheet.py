"""A lesson's exercises: one YAML file per notebook, bound to the articles it asks about."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from helpers.content import read_yaml
from helpers.dossier import ROOT, SEEDS, Dossier, by_id, open_dossier
from helpers.errors import KitError
from helpers.kinds.choice import Choice
from helpers.kinds.draw import Recall
from helpers.kinds.estimate import Estimate
from helpers.kinds.journey import Journey
from helpers.kinds.mark import MarkWords
from helpers.kinds.order import Order
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll
from helpers.kinds.rate import Rate
from helpers.kinds.sort import Sort
from helpers.kinds.swap import Swap
from helpers.kinds.trial import Trial
from helpers.kinds.write import Write
from helpers.records import Record
from helpers.vocabulary import Label

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise

SHEETS = ROOT / "lessons" / "exercises"
Graded = Choice | Sort | Order | MarkWords
Ungraded = Poll | Panel | Trial | Write | Estimate | Journey | Rate | Swap
AnyExercise = Graded | Ungraded


class Example(Record, frozen=True, kw_only=True):
    """A worked example: a claim, what each part of it shows, and what to take away."""

    claim: str
    why: dict[Label, str]
    note: str


class SheetFile(Record, frozen=True, kw_only=True):
    """The shape of a lesson's YAML file."""

    lesson: str
    title: str
    minutes: int
    article: str
    exercises: tuple[AnyExercise, ...]
    examples: tuple[Example, ...] = ()
    misconceptions: dict[str, str] = msgspec.field(default_factory=dict)
    recall: Recall | None = None


class Sheet:
    """A lesson's exercises; each is bound to its article when it is first asked for."""

    def __init__(self, path: Path, seeds: Path = SEEDS) -> None:
        """Read the file."""
        self.path = path
        self.seeds = seeds
        self.file = read_yaml(path, SheetFile)

    @property
    def id(self) -> str:
        """The lesson's stem."""
        return self.path.stem

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Name all exercises in their order."""
        return tuple(exercise.id for exercise in self.file.exercises)

    def dossier(self, exercise: Exercise) -> Dossier:
        """Give the article that an exercise asks about."""
        return open_dossier(exercise.article or self.file.article, self.seeds)

    def example(self, claim: str) -> Example:
        """Find the worked example on a claim."""
        for example in self.file.examples:
            if example.claim == claim:
                return example
        message = f"{self.path.name} has no worked example on {claim}."
        raise KitError(message)

    def exercise(self, identity: str) -> Exercise:
        """Give one exercise, bound to its article."""
        missing = f"{self.path.name} has no exercise"
        found: Exercise = by_id(self.file.exercises, identity, missing)
        return found.bind(self.dossier(found))


def open_sheet(lesson: str, folder: Path = SHEETS) -> Sheet:
    """Open a lesson's exercises by its stem, such as `02-who-says-so`."""
    return Sheet(folder / f"{Path(lesson).name}.yaml")
