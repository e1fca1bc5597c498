"""A lesson's exercises: what each kind asks for, and what holds for all of them together."""

from __future__ import annotations

import re
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.checks.asked import own, said
from helpers.checks.finding import in_file
from helpers.checks.language import worded
from helpers.checks.patterns import patterns
from helpers.checks.review import reviewed
from helpers.checks.sound_share import sound_share
from helpers.errors import KitError
from helpers.flaws import Flaw, anchored, filled, named, unique
from helpers.kinds.exercises import LessonExercises
from helpers.paths import SEEDS
from helpers.texts.vocabulary import ATTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.checks.finding import Finding
    from helpers.kinds.base import Exercise, WithFeedback
    from helpers.kinds.exercises import Example
    from helpers.kinds.forms import FormPlan

LONGEST = 180
"""A lesson of more minutes is several lessons: three hours are half a day of class."""
PAIR = 2
_SENTENCE = re.compile(r"\bS\d+\b")


@cache
def read_exercises(path: Path) -> LessonExercises:
    """Read a lesson's exercises, with the texts that lie in the same kit, or else in this one."""
    # An instructor’s copy has its own texts, and they must not be mixed with these. Kept, because a
    # lesson's page, its cells and the README ask for the same exercises again.
    near = (folder / "seeds" for folder in path.absolute().parents[:3])
    return LessonExercises(path, next(filter(Path.is_dir, near), SEEDS))


def exercises_of(page: Path) -> Path:
    """Name the file with the exercises of a lesson’s notebook."""
    return page.parent / "exercises" / f"{page.stem}.yaml"


def check_exercises(path: Path) -> Iterator[Finding]:
    """Check the exercises of one lesson."""
    yield from in_file(path, [partial(_lesson, path), partial(_test, path)])


def _lesson(path: Path) -> Iterator[Flaw]:
    exercises = read_exercises(path)
    yield from _head(exercises)
    yield from _slips(exercises)
    yield from sound_share(exercises)
    yield from patterns(exercises)
    yield from _pools(exercises)
    yield from own(exercises)
    yield from reviewed(path, exercises.file.exercises)
    told: set[str] = set()
    for example in exercises.file.examples:
        yield from _once(told, f"examples, {example.claim}", _example(exercises, example))
    for exercise in exercises.file.exercises:
        for rule in (written, deciding_words, said, bound):
            yield from _once(told, exercise.id, rule(exercises, exercise))


def _once(told: set[str], item: str, flaws: Iterator[Flaw]) -> Iterator[Flaw]:
    """Go on after an error; one in a text is told once, not for every exercise."""
    try:
        yield from flaws
    except KitError as error:
        if str(error) not in told:
            yield Flaw(item, str(error))
        told.add(str(error))


def _head(exercises: LessonExercises) -> Iterator[Flaw]:
    file, name = exercises.file, exercises.id
    if file.lesson != name:
        yield Flaw("lesson", f"It is called “{file.lesson}”; write “{name}”, the file’s name.")
    # Answers carry both names, and an event with another sort of name is refused.
    yield from named([name], "lesson")
    if not 0 < file.minutes <= LONGEST:
        says = f"Say how many minutes the lesson takes, from 1 to {LONGEST}; not {file.minutes}."
        yield Flaw("minutes", says)
    yield from filled("", title=file.title)
    yield from unique(exercises.own)
    yield from named(exercises.own)
    page = exercises.path.absolute().parent.parent / f"{name}.ipynb"
    if page.parent.name == "lessons" and not page.exists():
        yield Flaw("", f"There is no notebook {page.name} to ask these; write one.")


def _test(path: Path) -> Iterator[Flaw]:
    """See that a lesson that is a test has forms to put, and another one than before."""
    exercises = read_exercises(path)
    plan = exercises.file.test
    if plan is None:
        return
    if not plan.forms:
        yield Flaw("test", "It names no form; name one or more under forms.")
    yield from unique(plan.forms, "test")
    yield from named(plan.forms, "test")
    if plan.not_as and len(plan.forms) < PAIR:
        yield Flaw("test", "With one form there is no other one to put; name two under forms.")
    if plan.not_as:
        yield from _before(path, plan)
    # Each speaks for itself where it cannot be read; answers are kept by the ids of all together.
    forms = dict.fromkeys(exercises.forms)
    items = (item.id for form in forms for item in form.items)
    every = (one.id for form in exercises.forms[:1] for one in form.blueprint.every)
    yield from unique([*dict.fromkeys(exercises.own), *items, *every])


def _before(path: Path, plan: FormPlan) -> Iterator[Flaw]:
    """See that the test before it is another lesson, and puts the same forms."""
    if plan.not_as == path.stem:
        yield Flaw("test", "It names itself under not_as; name the lesson with the test before it.")
    before = path.parent / f"{plan.not_as}.yaml"
    earlier = read_exercises(before).file.test
    if earlier is None or earlier.forms != plan.forms:
        yield Flaw("test", f"{before.name} has other forms; give both lessons the same.")


def named_slips(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that every slip used has a name."""
    for exercise in exercises.file.exercises:
        for name in sorted(exercise.slips() - {*exercises.slips, ""}):
            yield Flaw(exercise.id, f"The slip “{name}” has no name; add it under slips.")


def _slips(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that every slip used has a name, and that every one of the lesson’s own is used."""
    yield from named_slips(exercises)
    mine = exercises.file.slips
    used = {name for exercise in exercises.file.exercises for name in exercise.slips()}
    for name in sorted({*mine} - used):
        yield Flaw(name, "No exercise has this slip; use it or take it out.")
    for name, slip in mine.items():
        yield from filled(name, name=slip.name, says=slip.says)
        yield from worded(exercises.article, name, slip)


def _pools(exercises: LessonExercises) -> Iterator[Flaw]:
    """See that more questions wait in a pool than are drawn, and that each is there."""
    for verb, pool in exercises.file.pools.items():
        yield from unique(pool.of, verb)
        for name in (name for name in pool.of if name not in exercises.ids):
            yield Flaw(verb, f"There is no exercise “{name}”; mend the name.")
        if not 0 < pool.take < len(pool.of):
            says = f"It draws {pool.take} of {len(pool.of)}; let the pool hold more than are drawn."
            yield Flaw(verb, says)


def _example(exercises: LessonExercises, example: Example) -> Iterator[Flaw]:
    """See that a worked example says something of every part that its claim has."""
    claim = exercises.article.claim(example.claim)
    there = [label for label in ATTRIBUTION if claim.pieces(label)]
    parts = {label.value: example.why.get(label, "") for label in there}
    item = f"examples, {example.claim}"
    yield from filled(item, note=example.note, **parts)
    yield from worded(exercises.article, item, example)


def written(exercises: LessonExercises, exercise: Exercise) -> Iterator[Flaw]:
    """See that all is written that its kind asks for, and worded as the kit words it."""
    dossier = exercises.dossier(exercise)
    # A card can only look back: what comes later on the page is not answered yet.
    before = exercises.file.exercises[: exercises.own.index(exercise.id)]
    yield from exercise.flaws(dossier, before)
    yield from worded(dossier, exercise.id, exercise)


def deciding_words(exercises: LessonExercises, exercise: Exercise) -> Iterator[Flaw]:
    """See that options about words of a text show the deciding ones."""
    dossier, taught = exercises.dossier(exercise), exercise.taught()
    shows = bool(exercise.show) or any(one.words for one in taught)
    for one in taught:
        item = f"{exercise.id}, {one.id}"
        yield from anchored(dossier, one.words, item)
        if shows and not one.words and (exercise.show or _about_text(one)):
            yield Flaw(item, "It shows no deciding words; quote them under words.")


def _about_text(one: WithFeedback) -> bool:
    """Tell whether an option or item is about a sentence of a text."""
    sentence, claim = getattr(one, "sentence", ""), getattr(one, "claim", "")
    return bool(sentence or claim or _SENTENCE.search(getattr(one, "text", "")))


def bound(exercises: LessonExercises, exercise: Exercise) -> Iterator[Flaw]:
    """See that an exercise finds its article, the sentences that it shows, and its key."""
    dossier = exercises.dossier(exercise)
    if exercise.show:
        home, passage = dossier.find_passage(exercise.show)
        home.article.passage(passage)
    exercise.bind(dossier)
    yield from ()  # each of these speaks for itself where it fails
