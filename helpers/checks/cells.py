"""What a notebook calls: every name it gives is there, and every exercise is asked once."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from helpers.checks.exercises import read_sheet
from helpers.checks.finding import Flaw, shown
from helpers.dossier import by_id, open_dossier
from helpers.errors import KitError
from helpers.topics.anonymity import conditions
from helpers.topics.attribution import chain
from helpers.topics.recorders import REPORTS, read_report
from helpers.view.charts import draw
from helpers.view.reading import named_passage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from helpers.article import Sentence
    from helpers.dossier import Dossier
    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet
    from helpers.topics.recorders import Report


class Call(NamedTuple):
    """`lesson.verb("name", after="name")`, its name or number, and the cell that it stands in."""

    cell: str
    verb: str
    name: str
    after: str = ""


def calls(path: Path, cells: Iterable[tuple[str, str]]) -> Iterator[Flaw]:
    """Check all calls of a notebook against the lesson's exercises and texts."""
    made: list[Call] = []
    for cell, code in cells:
        try:
            made += _calls(cell, ast.parse(code))
        except (SyntaxError, ValueError, RecursionError):
            yield Flaw(cell, "Its code is not Python; open the cell and mend it.")
    yield from _opened(path, made)
    exercises = path.parent / "exercises" / f"{path.stem}.yaml"
    try:
        sheet = read_sheet(exercises)
    except KitError:
        yield Flaw("", f"Its exercises cannot be read; check {shown(exercises)}.")
        return
    yield from _found(sheet, made)
    yield from _asked(sheet, made)


def _calls(cell: str, tree: ast.Module) -> Iterator[Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="lesson"), attr=verb) | ast.Name(id=verb),
                args=args,
                keywords=keywords,
            ):
                yield Call(cell, verb, _constant(args), _constant([k.value for k in keywords]))


def _constant(values: Sequence[ast.expr]) -> str:
    """Give the one value that a call is given, if it is written out."""
    match values:
        case [ast.Constant(value=str() | int() as name)]:
            return str(name)
    return ""


def _opened(path: Path, made: Iterable[Call]) -> Iterator[Flaw]:
    opened = [call.name for call in made if call.verb == "open_lesson"]
    if opened != [path.stem]:
        says = f"It opens {' and '.join(opened) or 'no lesson'}; open “{path.stem}”, once."
        yield Flaw("open_lesson", says)


def _found(sheet: Sheet, made: Iterable[Call]) -> Iterator[Flaw]:
    """See that what a call names is there."""
    for call in made:
        try:
            _find(sheet, call)
        except KitError as error:
            yield Flaw(call.cell, f"{str(error).rstrip('.')}; mend what the cell names.")


FIND: dict[str, Callable[[Sheet, Dossier, str], object]] = {
    "ask": lambda sheet, _, name: _exercise(sheet, name),
    "read": lambda _, home, name: _passage(home, name),
    "example": lambda sheet, home, name: home.claim(sheet.example(name).claim),
    "chain": lambda _, home, name: chain(home, name),
    "compare": lambda _, home, name: home.comparison(name),
    "chart": lambda _, home, name: draw(home, name),
    "table": lambda _, home, name: home.table(name),
    "swapped": lambda _, home, name: (home.article.passage(name), home.sides),
    "rules": lambda sheet, _, name: _reports(sheet, name),
    "conditions": lambda sheet, _, __: conditions(sheet.seeds),
}
"""How to find what a verb of the lesson names; each raises KitError where it is not there."""


def _find(sheet: Sheet, call: Call) -> None:
    home = open_dossier(sheet.file.article, sheet.seeds)
    if call.after:
        _exercise(sheet, call.after)
    if call.verb in FIND:
        FIND[call.verb](sheet, home, call.name)


def _exercise(sheet: Sheet, name: str) -> Exercise:
    missing = f"{sheet.path.name} has no exercise"
    return by_id(sheet.file.exercises, name, missing)


def _passage(home: Dossier, name: str) -> tuple[Sentence, ...]:
    text, passage = named_passage(home, name)
    return text.article.passage(passage)


def _reports(sheet: Sheet, text: str) -> list[Report]:
    return [read_report(row) for row in open_dossier(text, sheet.seeds).table(REPORTS)]


def _asked(sheet: Sheet, made: Iterable[Call]) -> Iterator[Flaw]:
    """See that each exercise is asked once, and as many are drawn from the pool as it says."""
    times = Counter((call.verb, call.name) for call in made)
    pool = sheet.file.recall
    drawn = [("recall", str(number)) for number in range(1, pool.take + 1)] if pool else []
    asked = [("ask", name) for name in sheet.ids if not (pool and name in pool.of)]
    for verb, name in [*drawn, *asked]:
        if times[verb, name] != 1:
            says = f"The notebook asks it {times[verb, name]} times; let one cell ask it."
            yield Flaw(f"recall {name}" if verb == "recall" else name, says)
