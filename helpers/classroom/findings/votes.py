"""Votes of a class: what was chosen, and what became of it when the class was asked again (R17)."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.classroom.book import Asked, ClassBook

OPTION = "option"


class Votes(NamedTuple):
    """How many took each option, by its id; `again` where the class was asked a second time.

    `moved` counts the students who voted both times by the two options that they took.
    """

    asked: Asked
    first: Counter[str]
    again: Counter[str] | None
    moved: Counter[tuple[str, str]]

    @property
    def changed(self) -> int:
        """Count those who took another option the second time."""
        return sum(many for (one, other), many in self.moved.items() if one != other)


def votes_of(book: ClassBook) -> list[Votes]:
    """Give each vote that enough students took part in, with the second one on the same options."""
    taken: dict[Asked, dict[int, str]] = defaultdict(dict)
    for student, asked, _, field, value in book.given(first=True):
        if field == OPTION:
            taken[asked][student] = value
    found = []
    for lesson in book.lessons.values():
        asked_again = {one.again: one.id for one in lesson.file.exercises if one.again}
        for one in lesson.file.exercises:
            first = taken.get((lesson.id, one.id), {})
            if isinstance(one, Poll | Panel) and not one.again and len(first) >= FEW:
                second = taken.get((lesson.id, asked_again.get(one.id, "")), {})
                found.append(_votes((lesson.id, one.id), first, second))
    return found


def _votes(asked: Asked, first: Mapping[int, str], second: Mapping[int, str]) -> Votes:
    once = Counter(first.values())
    if len(second) < FEW:
        return Votes(asked, once, None, Counter())
    moved = Counter((first[one], second[one]) for one in first if one in second)
    return Votes(asked, once, Counter(second.values()), moved)
