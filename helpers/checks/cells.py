"""What a notebook calls: every name it gives is there, and every exercise is asked once."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

from helpers.checks.exercises import exercises_of, read_exercises
from helpers.checks.finding import shown
from helpers.errors import KitError
from helpers.flaws import Flaw
from helpers.pieces.exhibits import exhibit
from helpers.texts.notebook import NOT_PYTHON, calls_in, calls_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.texts.article import Sentence
    from helpers.texts.notebook import Call
    from helpers.texts.records import Claim


def calls(path: Path, cells: Iterable[tuple[str, str]]) -> Iterator[Flaw]:
    """Check all calls of a notebook against the lesson's exercises and texts."""
    made: list[Call] = []
    for cell, code in cells:
        try:
            made += calls_of(cell, ast.parse(code))
        except NOT_PYTHON:
            yield Flaw(cell, "Its code is not Python; open the cell and mend it.")
    yield from _opened(path, made)
    file = exercises_of(path)
    try:
        exercises = read_exercises(file)
    except KitError:
        yield Flaw("", f"Its exercises cannot be read; check {shown(file)}.")
        return
    yield from _found(exercises, made)
    yield from _asked(exercises, made)
    yield from _tested(exercises, made)


def shown_in(code: str, what: str) -> Iterator[str]:
    """Name what a cell shows of a kind, such as the claims whose chain it draws.

    >>> list(shown_in('lesson.show("chain", "C07", after="hops")', "chain"))
    ['C07']
    """
    made = calls_in("", code)
    yield from (call.which for call in made if (call.verb, call.name) == ("show", what))


def _opened(path: Path, made: Iterable[Call]) -> Iterator[Flaw]:
    # Two lessons in one notebook would share a page, and answers would go to the wrong one.
    opened = [call.name for call in made if call.verb == "open_lesson"]
    if opened != [path.stem]:
        says = f"It opens {' and '.join(opened) or 'no lesson'}; open “{path.stem}”, once."
        yield Flaw("open_lesson", says)


def _found(exercises: LessonExercises, made: Iterable[Call]) -> Iterator[Flaw]:
    """See that what a call names is there."""
    for call in made:
        try:
            _find(exercises, call)
        except KitError as error:
            yield Flaw(call.cell, f"{str(error).rstrip('.')}; mend what the cell names.")


FIND: dict[str, Callable[[LessonExercises, Call], object]] = {
    "ask": lambda exercises, call: exercises.written(call.name),
    "read": lambda exercises, call: _passage(exercises, call.name),
    "example": lambda exercises, call: _claim(exercises, call.name),
    "show": lambda exercises, call: exhibit(exercises, call.name, call.which, call.after),
    "table": lambda exercises, call: exercises.article.table(call.name),
    "calendar": lambda exercises, call: read_exercises(exercises.path.with_stem(call.name)),
}
"""How to find what a verb of the lesson names; each raises KitError where it is not there."""


def _find(exercises: LessonExercises, call: Call) -> None:
    if call.after:
        exercises.written(call.after)
    if call.verb in FIND:
        FIND[call.verb](exercises, call)


def _passage(exercises: LessonExercises, name: str) -> tuple[Sentence, ...]:
    home, passage = exercises.article.find_passage(name)
    return home.article.passage(passage)


def _claim(exercises: LessonExercises, name: str) -> Claim:
    return exercises.article.claim(exercises.example(name).claim)


def _asked(exercises: LessonExercises, made: Iterable[Call]) -> Iterator[Flaw]:
    """See that each exercise is asked once, and as many are drawn from the pool as it says."""
    times = Counter((call.verb, call.name) for call in made)
    pools = exercises.file.pools
    drawn = [(v, str(n)) for v, pool in pools.items() for n in range(1, pool.take + 1)]
    # What waits in a pool is asked by its place in the draw, not by its name.
    waiting = {name for pool in pools.values() for name in pool.of}
    asked = [("ask", name) for name in exercises.own if name not in waiting]
    plan = exercises.file.test
    put = [("test", "")] if plan else []
    told = [("results", "")] if plan and plan.results else []
    for verb, name in [*drawn, *asked, *put, *told]:
        if times[verb, name] != 1:
            says = f"The notebook asks it {times[verb, name]} times; let one cell ask it."
            yield Flaw(name if verb == "ask" else f"{verb} {name}".strip(), says)


def _tested(exercises: LessonExercises, made: Iterable[Call]) -> Iterator[Flaw]:
    """See that only a lesson that is a test calls for one, and for results where it shows them."""
    plan = exercises.file.test
    for call in made:
        if call.verb in {"report", "test", "results"} and not plan:
            says = f"The lesson is no test; name forms under test, or take {call.verb} out."
            yield Flaw(call.cell, says)
        if call.verb == "results" and plan and not plan.results:
            yield Flaw(call.cell, "It shows results; write results: true under test.")
