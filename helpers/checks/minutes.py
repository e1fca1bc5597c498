"""The minutes of a lesson: computed for a slow reader, and stated as computed (R25)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from helpers.checks.exercises import exercises_of, read_exercises
from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.kinds.effort import Effort, shown_words, words
from helpers.pieces.exhibits import exhibit
from helpers.texts.notebook import parts
from helpers.texts.notebook_file import read_notebook
from helpers.view import pages
from helpers.view.widget import PieceWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from nbformat import NotebookNode

    from helpers.kinds.exercises import LessonExercises
    from helpers.texts.notebook import Call, Part

TOLERANCE = 0.1
"""A lesson may be so much shorter or longer than it says."""
MOVED = 3
"""Something to move is moved about so many times."""
RESULTS = 80
"""Words of the student’s own results."""
TEST_RESULTS = 300
"""Words of the results of the tests that everybody reads: the findings, the skills, the gains."""
IN_EXTRA = "It is asked under an Extra; write extra: true."
IN_CORE = "It is asked in the core of the lesson; take out extra, or move it under an Extra."
MINUTES = "{lesson}: {core} minutes for a slow reader."
WITH_EXTRA = "{lesson}: {core} minutes for a slow reader, and {extra} of Extra."
_LINK = re.compile(r"\[([^\[\]]*+)\]\([^()]*+\)")


class Minutes(NamedTuple):
    """How long a lesson takes a slow reader: its core, and its Extras together."""

    core: int
    extra: int


def minutes(exercises: LessonExercises, page: NotebookNode) -> Minutes:
    """Compute the minutes of a lesson from its notebook."""
    core, extra = Effort(), Effort()
    for part in parts(page):
        effort = Effort(words(_LINK.sub(r"\1", part.text)))
        for call in part.calls:
            effort |= _effort(exercises, call)
        core, extra = (core, extra | effort) if part.extra else (core | effort, extra)
    return Minutes(round(core.minutes), round(extra.minutes))


def told(paths: Iterable[Path]) -> Iterator[str]:
    """Say of each lesson how long it takes; one that cannot be read is a finding of its own."""
    for path in paths:
        try:
            exercises = read_exercises(exercises_of(path))
            core, extra = minutes(exercises, read_notebook(path))
        except KitError:
            continue
        says = WITH_EXTRA if extra else MINUTES
        yield says.format(lesson=path.stem, core=core, extra=extra)


def check_minutes(path: Path, page: NotebookNode) -> Iterator[Flaw]:
    """See that a lesson states the minutes that it takes, and that what is extra says so."""
    try:
        exercises = read_exercises(exercises_of(path))
        found = minutes(exercises, page)
    except KitError:  # a finding of its own
        return
    file = exercises.file
    yield from _stated("minutes", "its core takes", file.minutes, found.core)
    yield from _stated("extra_minutes", "its Extras take", file.extra_minutes, found.extra)
    line = page.cells[0].source if page.cells else ""
    for number in filter(None, (file.minutes, file.extra_minutes)):
        if not re.search(rf"\b{number}\b", line):
            yield Flaw("minutes", f"The first cell does not state {number}; write it there.")
    yield from _extras(exercises, parts(page))


def _stated(item: str, what: str, stated: int, found: int) -> Iterator[Flaw]:
    if abs(stated - found) > max(1, TOLERANCE * stated):
        yield Flaw(item, f"It states {stated}, and {what} {found}; write {found}, or shorten it.")


def _extras(exercises: LessonExercises, page: Iterable[Part]) -> Iterator[Flaw]:
    """See that an exercise is called extra where it stands under such a heading, and only there."""
    for part in page:
        for call in (call for call in part.calls if call.verb == "ask"):
            if call.name not in exercises.ids:  # a finding of its own
                continue
            if exercises.written(call.name).extra != part.extra:
                yield Flaw(call.name, IN_EXTRA if part.extra else IN_CORE)


def _effort(exercises: LessonExercises, call: Call) -> Effort:
    how = EFFORTS.get(call.verb)
    return how(exercises, call) if how else Effort()


def _asked(exercises: LessonExercises, call: Call) -> Effort:
    return _exercise(exercises, call.name)


def _exercise(exercises: LessonExercises, name: str) -> Effort:
    exercise = exercises.written(name)
    dossier = exercises.dossier(exercise)
    effort = exercise.effort(dossier, repeated=exercises.repeated(name))
    shown = exercise.show if exercise.shows_passage else ""
    return effort | _passage(exercises, shown) if shown else effort


def _recalled(exercises: LessonExercises, _: Call) -> Effort:
    """Give the mean of the pool: which of its questions a student gets, her code name draws."""
    pool = exercises.file.recall
    return _mean([_exercise(exercises, name) for name in pool.of] if pool else [])


def _tested(exercises: LessonExercises, _: Call) -> Effort:
    """Give the mean of the forms: which of them a student gets, her code name draws."""
    return _mean(
        [_all(_exercise(exercises, one.id) for one in form.exercises) for form in exercises.forms]
    )


def _reported(exercises: LessonExercises, _: Call) -> Effort:
    """Give the mean of the reports of the forms."""
    return _mean([_passage(exercises, f"{form.file.article}/") for form in exercises.forms])


def _all(efforts: Iterable[Effort]) -> Effort:
    total = Effort()
    for one in efforts:
        total |= one
    return total


def _mean(efforts: Sequence[Effort]) -> Effort:
    return Effort(*(number / max(1, len(efforts)) for number in _all(efforts)))


def _passage(exercises: LessonExercises, name: str) -> Effort:
    """Count the words of a passage; without a name it is the whole article."""
    home, passage = exercises.article.find_passage(name)
    sentences = home.article.passage(passage) if passage else home.article.sentences
    return Effort(words(*(home.article.cut(one.span) for one in sentences)))


def _shown(exercises: LessonExercises, call: Call) -> Effort:
    shown = exhibit(exercises, call.name, call.which)
    if isinstance(shown, PieceWidget):
        return Effort(shown_words(shown.markup), decisions=MOVED)
    return Effort(shown_words(shown))


EFFORTS: dict[str, Callable[[LessonExercises, Call], Effort]] = {
    "ask": _asked,
    "recall": _recalled,
    "read": lambda exercises, call: _passage(exercises, call.name),
    "example": lambda exercises, call: Effort(
        shown_words(pages.render_example(exercises.article, exercises.example(call.name)))
    ),
    "show": _shown,
    "summary": lambda *_: Effort(RESULTS),
    "report": _reported,
    "test": _tested,
    "results": lambda *_: Effort(TEST_RESULTS, decisions=MOVED),
}
"""What each verb of the lesson costs a reader; what is not named here costs nothing."""
