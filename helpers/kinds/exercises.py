"""A lesson's exercises: one YAML file per notebook, bound to the articles it asks about."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.kinds.forms import Form, FormPlan, form_of, open_form
from helpers.kinds.recall import Recall
from helpers.kinds.registry import AnyExercise
from helpers.kinds.slips import Slip, shared_slips
from helpers.paths import EXERCISES, SEEDS
from helpers.texts.dossier import Dossier, by_id, open_dossier
from helpers.texts.files import read_yaml
from helpers.texts.records import Record
from helpers.texts.vocabulary import Label
from helpers.texts.worked import Worked

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from helpers.kinds.base import Exercise
    from helpers.workbook import Event


class Example(Record, frozen=True, kw_only=True):
    """A worked example: a claim, what each part of it shows, and what to take away."""

    claim: str
    why: dict[Label, str]
    note: str


class ExercisesFile(Record, frozen=True, kw_only=True):
    """The shape of a lesson's YAML file; `minutes` are those of its core."""

    lesson: str
    title: str
    minutes: int
    extra_minutes: int = 0
    article: str
    exercises: tuple[AnyExercise, ...]
    examples: tuple[Example, ...] = ()
    slips: dict[str, Slip] = msgspec.field(default_factory=dict)
    recall: Recall | None = None
    rematch: Recall | None = None
    test: FormPlan | None = None
    numbers: tuple[Worked, ...] = ()
    other_words: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def pools(self) -> dict[str, Recall]:
        """Give the pools that questions are drawn from, by the verb that asks one."""
        pools = {"recall": self.recall, "rematch": self.rematch}
        return {verb: pool for verb, pool in pools.items() if pool}


class LessonExercises:
    """A lesson's exercises; each is bound to its article when it is first asked for."""

    def __init__(
        self,
        path: Path,
        seeds: Path = SEEDS,
        file: ExercisesFile | None = None,
        keys: Path | None = None,
    ) -> None:
        """Read the file, unless what it holds is given; `keys` is a folder with keys elsewhere."""
        self.path = path
        self.id = path.stem
        self.seeds = seeds
        self.keys = keys
        self.file = file or read_yaml(path, ExercisesFile)
        self._bound: dict[str, Exercise] = {}

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """Name all exercises in their order, each once: its own, then those of its forms."""
        asked = (one.id for form in self.forms for one in form.exercises)
        return tuple(dict.fromkeys([*self.own, *asked]))

    @property
    def own(self) -> tuple[str, ...]:
        """Name the exercises of the lesson’s own file."""
        return tuple(exercise.id for exercise in self.file.exercises)

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Give the forms of which the lesson puts one; most lessons have none."""
        names = self.file.test.forms if self.file.test else ()
        lessons = self.path.absolute().parent.parent
        return tuple(open_form(lessons, name, self.keys) for name in names)

    def form(self, events: Sequence[Event], seed: str) -> Form | None:
        """Give the form that a student has in this lesson, if it is a test."""
        if not self.file.test:
            return None
        name = form_of(self.file.test, self.id, events, seed)
        return next(form for form in self.forms if form.id == name)

    @cached_property
    def slips(self) -> dict[str, Slip]:
        """Give the slips by name: those of all lessons, and those of this one alone."""
        # Read when the first feedback names one: the start of a lesson does not wait for it.
        return {**shared_slips(self.path), **self.file.slips}

    @property
    def article(self) -> Dossier:
        """Give the article that the lesson is about."""
        return open_dossier(self.file.article, self.seeds)

    def dossier(self, exercise: Exercise) -> Dossier:
        """Give the article that an exercise asks about."""
        return open_dossier(exercise.article or self.file.article, self.seeds)

    def example(self, claim: str) -> Example:
        """Find the worked example on a claim."""
        for example in self.file.examples:
            if example.claim == claim:
                return example
        raise KitError(f"{self.path.name} has no worked example on {claim}.")

    def exercise(self, identity: str) -> Exercise:
        """Give one exercise, bound to its article; binding takes long and is done once."""
        # Anchoring every quotation of a passage takes a few milliseconds, and cards ask again and
        # again.
        if identity not in self._bound:
            written = self.written(identity)
            self._bound[identity] = written.bind(self.dossier(written))
        return self._bound[identity]

    def keyed(self, identity: str) -> Exercise:
        """Give one exercise; an item of a test comes with its key, where that is there."""
        return self._choices.get(identity) or self.exercise(identity)

    @cached_property
    def _choices(self) -> dict[str, Exercise]:
        return {choice.id: choice for form in self.forms for choice in form.choices}

    def repeated(self, identity: str) -> bool:
        """Tell whether a later exercise asks the same again."""
        return any(one.again == identity for one in self.file.exercises)

    def drawn(
        self, answered: Collection[str], seed: str, traps: Collection[str] = ()
    ) -> tuple[str, ...]:
        """Name the questions from earlier lessons that one student gets.

        `traps` are the slips that she has met: what tempts in the same way comes first (R30).
        """
        pool = self.file.recall
        return pool.drawn(answered, seed, partial(self._tempts, traps)) if pool else ()

    def drawn_again(
        self, answered: Collection[str], seed: str, traps: Collection[str]
    ) -> tuple[str, ...]:
        """Name the questions of a rematch: new ones that tempt in the ways of these traps."""
        pool = self.file.rematch
        if not pool:
            return ()
        new = tuple(n for n in pool.of if n not in answered and self._tempts(traps, n))
        return msgspec.structs.replace(pool, of=new).drawn((), seed)

    def _tempts(self, traps: Collection[str], name: str) -> bool:
        return not self.written(name).slips().isdisjoint(traps)

    def asked(self, drawn: Collection[str], form: Form | None = None) -> tuple[Exercise, ...]:
        """Give the exercises as written, without those of a pool that were not drawn.

        Of a test those are asked that stand in the student’s form.
        """
        pools = self.file.pools.values()
        left = frozenset(name for pool in pools for name in pool.of) - frozenset(drawn)
        own = (exercise for exercise in self.file.exercises if exercise.id not in left)
        return (*own, *(form.exercises if form else ()))

    def written(self, identity: str) -> Exercise:
        """Give one exercise as it is written."""
        asked = [one for form in self.forms for one in form.exercises]
        some = [*self.file.exercises, *asked]
        return by_id(some, identity, f"{self.path.name} has no exercise")


def open_exercises(lesson: str, folder: Path = EXERCISES) -> LessonExercises:
    """Open a lesson's exercises by its stem, such as `02-who-says-so`."""
    # The name alone: a notebook cannot open a file elsewhere.
    return LessonExercises(folder / f"{Path(lesson).name}.yaml")
