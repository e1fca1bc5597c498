"""A lesson's exercises: what holds for every kind of them."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.checks import frames, kinds, marks, numbers, slips, ungraded
from helpers.checks.finding import Flaw, in_file
from helpers.checks.language import worded
from helpers.checks.rules import anchored, filled, unique
from helpers.checks.shares import sound_share
from helpers.dossier import SEEDS, open_dossier
from helpers.errors import KitError
from helpers.kinds.choice import Choice
from helpers.kinds.estimate import Estimate
from helpers.kinds.journey import Journey
from helpers.kinds.mark import MarkWords
from helpers.kinds.order import Order
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll
from helpers.kinds.rate import Rate
from helpers.kinds.sheet import Sheet
from helpers.kinds.sort import Sort
from helpers.kinds.swap import Swap
from helpers.kinds.trial import Trial
from helpers.kinds.write import Write
from helpers.view.reading import named_passage
from helpers.vocabulary import ATTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from helpers.checks.finding import Finding
    from helpers.kinds.base import Exercise
    from helpers.kinds.choice import Option
    from helpers.kinds.order import Step
    from helpers.kinds.sheet import Example
    from helpers.kinds.sort import Item

NO_VERDICTS = frozenset(("correct", "incorrect", "right", "wrong", "yes", "no", "true"))
UNSETTLED = (Poll, Trial, Write, Estimate, Journey, Rate, Swap)
"""Kinds in which nothing is left to settle, or the closing words say what."""
_SENTENCE = re.compile(r"\bS\d+\b")


def read_sheet(path: Path) -> Sheet:
    """Read a lesson's exercises, with the texts that lie in the same kit, or else in this one."""
    near = (folder / "seeds" for folder in path.absolute().parents[:3])
    return Sheet(path, next(filter(Path.is_dir, near), SEEDS))


def check_sheet(path: Path) -> Iterator[Finding]:
    """Check the exercises of one lesson."""
    yield from in_file(path, [partial(_sheet, path)])


def _sheet(path: Path) -> Iterator[Flaw]:
    sheet = read_sheet(path)
    yield from _head(sheet)
    yield from slips.explained(sheet)
    yield from sound_share(sheet)
    yield from _recall(sheet)
    told: set[str] = set()
    for example in sheet.file.examples:
        yield from _once(told, f"examples, {example.claim}", _example(sheet, example))
    for exercise in sheet.file.exercises:
        for rule in (common, deciding_words, bound, by_kind):
            yield from _once(told, exercise.id, rule(sheet, exercise))


def _once(told: set[str], item: str, flaws: Iterator[Flaw]) -> Iterator[Flaw]:
    """Go on after an error; one in a text is told once, not for every exercise."""
    try:
        yield from flaws
    except KitError as error:
        if str(error) not in told:
            yield Flaw(item, str(error))
        told.add(str(error))


def _head(sheet: Sheet) -> Iterator[Flaw]:
    file = sheet.file
    if file.lesson != sheet.id:
        yield Flaw("lesson", f"It is called “{file.lesson}”; write “{sheet.id}”, the file’s name.")
    if file.minutes <= 0:
        yield Flaw("minutes", "Say how many minutes the lesson takes.")
    yield from filled("", title=file.title)
    yield from unique(sheet.ids)
    page = sheet.path.absolute().parent.parent / f"{sheet.id}.ipynb"
    if page.parent.name == "lessons" and not page.exists():
        yield Flaw("", f"There is no notebook {page.name} to ask these; write one.")


def _recall(sheet: Sheet) -> Iterator[Flaw]:
    """See that more questions wait in the pool than are drawn, and that each is there."""
    pool = sheet.file.recall
    if pool is None:
        return
    yield from unique(pool.of, "recall")
    for name in (name for name in pool.of if name not in sheet.ids):
        yield Flaw("recall", f"There is no exercise “{name}”; mend the name.")
    if not 0 < pool.take < len(pool.of):
        says = f"It draws {pool.take} of {len(pool.of)}; let the pool hold more than are drawn."
        yield Flaw("recall", says)


def _example(sheet: Sheet, example: Example) -> Iterator[Flaw]:
    """See that a worked example says something of every part that its claim has."""
    claim = open_dossier(sheet.file.article, sheet.seeds).claim(example.claim)
    there = [label for label in ATTRIBUTION if claim.pieces(label)]
    parts = {label.value: example.why.get(label, "") for label in there}
    yield from filled(f"examples, {example.claim}", note=example.note, **parts)


def feedback(exercise: Exercise) -> tuple[Option | Item | Step, ...]:
    """Give the options or items that feedback is written for."""
    if isinstance(exercise, Choice):
        return exercise.options
    return exercise.items if isinstance(exercise, Sort | Order) else ()


def common(sheet: Sheet, exercise: Exercise) -> Iterator[Flaw]:
    """See that an exercise asks, settles, and gives a reason with every verdict."""
    yield from filled(exercise.id, ask=exercise.ask)
    if not isinstance(exercise, UNSETTLED):
        yield from filled(exercise.id, settle=exercise.settle)
    if exercise.again and not isinstance(exercise, Swap):
        yield from ungraded.again(exercise, sheet)
    for hint in exercise.hints:
        yield from filled(exercise.id, hints=hint)
    if "" in slips.named(exercise):
        yield Flaw(exercise.id, "A wrong answer has no misconception; name the slip that it shows.")
    yield from unique((one.id for one in feedback(exercise)), exercise.id)
    for one in feedback(exercise):
        yield from _feedback(exercise, one)
    yield from worded(sheet.dossier(exercise), exercise.id, exercise)


def _feedback(exercise: Exercise, one: Option | Item | Step) -> Iterator[Flaw]:
    item = f"{exercise.id}, {one.id}"
    yield from filled(item, verdict=one.verdict, why=one.why)
    if one.verdict.strip(" .!").lower() in NO_VERDICTS:
        says = f"The verdict is only “{one.verdict}”; say in its first words what to think."
        yield Flaw(item, says)


def deciding_words(sheet: Sheet, exercise: Exercise) -> Iterator[Flaw]:
    """See that options about words of a text show the deciding ones."""
    dossier, parts = sheet.dossier(exercise), feedback(exercise)
    shows = bool(exercise.show) or any(one.words for one in parts)
    for one in parts:
        item = f"{exercise.id}, {one.id}"
        yield from anchored(dossier, one.words, item)
        if shows and not one.words and (exercise.show or _about_text(one)):
            yield Flaw(item, "It shows no deciding words; quote them under words.")


def _about_text(one: Option | Item | Step) -> bool:
    """Tell whether an option or item is about a sentence of a text."""
    sentence, claim = getattr(one, "sentence", ""), getattr(one, "claim", "")
    return bool(sentence or claim or _SENTENCE.search(one.text))


def bound(sheet: Sheet, exercise: Exercise) -> Iterator[Flaw]:
    """See that an exercise finds its article, the sentences that it shows, and its key."""
    dossier = sheet.dossier(exercise)
    if exercise.show:
        home, passage = named_passage(dossier, exercise.show)
        home.article.passage(passage)
    exercise.bind(dossier)
    yield from ()  # each of these speaks for itself where it fails


BY_KIND: dict[type, Callable[[Any, Sheet], Iterator[Flaw]]] = {
    Choice: lambda one, _: kinds.choice(one),
    Sort: lambda one, _: kinds.sort(one),
    Order: lambda one, _: kinds.order(one),
    MarkWords: lambda one, sheet: marks.mark(one, sheet.dossier(one)),
    Poll: lambda one, _: ungraded.poll(one),
    Panel: lambda one, sheet: ungraded.panel(one, sheet.dossier(one)),
    Trial: lambda one, _: ungraded.trial(one),
    Write: lambda one, _: ungraded.write(one),
    Rate: lambda one, sheet: frames.rate(one, sheet.dossier(one)),
    Swap: frames.swap,
    Estimate: lambda one, _: numbers.estimate(one),
    Journey: lambda one, sheet: numbers.journey(one, sheet.dossier(one)),
}


def by_kind(sheet: Sheet, exercise: Exercise) -> Iterator[Flaw]:
    """Put the rules of its kind to an exercise."""
    yield from BY_KIND[type(exercise)](exercise, sheet)
