"""Slips of a class: which ones showed, how often they could have, and where each tempts most."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.book import Tempted
from helpers.classroom.findings import FEW

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from helpers.classroom.book import Asked, ClassBook


class SlipAt(NamedTuple):
    """How many students showed a slip at one exercise, of those who answered it, and by what."""

    slip: str
    asked: Asked
    students: int
    answered: int
    most: Tempted

    @property
    def share(self) -> float:
        """Give the share of those who answered."""
        return self.students / self.answered


class SlipFound(NamedTuple):
    """A slip: how many students showed it at least once, of those whom it could tempt.

    `times` counts the first answers that showed it, of `chances` where it tempts; `places` are its
    exercises, that with the largest share first.
    """

    slip: str
    students: int
    tempted: int
    times: int
    chances: int
    places: tuple[SlipAt, ...]

    @property
    def share(self) -> float:
        """Give the share of those whom it could tempt."""
        return self.students / self.tempted


def slips_of(book: ClassBook) -> list[SlipFound]:
    """Give the slips that showed in lessons, those of most students first.

    Exercises that few answered are left out, and so are the tests: what is talked about in class
    would no longer test anybody.
    """
    answered = _answered(book)
    tempting: dict[str, list[set[int]]] = defaultdict(list)
    for asked, students in answered.items():
        for slip in book.exercise(asked).slips():
            tempting[slip].append(students)
    shown = _shown(book, answered)
    found = []
    for slip, by_place in shown.items():
        places = [_at(slip, asked, by_item, answered[asked]) for asked, by_item in by_place.items()]
        caught = [students for by_item in by_place.values() for students in by_item.values()]
        found.append(
            SlipFound(
                slip,
                len(set().union(*caught)),
                len(set().union(*tempting[slip])),
                sum(one.students for one in places),
                sum(map(len, tempting[slip])),
                tuple(sorted(places, key=lambda one: -one.share)),
            )
        )
    return sorted(found, key=lambda one: (-one.students, one.slip))


def worst_places(found: list[SlipFound]) -> list[SlipAt]:
    """Give the place where each slip caught most students, the worst first, no exercise twice."""
    worst: dict[Asked, SlipAt] = {}
    caught = [max(one.places, key=lambda at: at.students) for one in found]
    for at in sorted(caught, key=lambda at: (-at.students, -at.share)):
        worst.setdefault(at.asked, at)
    return list(worst.values())


def _answered(book: ClassBook) -> dict[Asked, set[int]]:
    """Give the students who answered each exercise of a lesson, where they are enough."""
    tests = {lesson.id for lesson in book.lessons.values() if lesson.forms}
    answered: dict[Asked, set[int]] = defaultdict(set)
    for student, lesson, name, attempt in book.answers.read(
        "student", "lesson", "exercise", "attempt"
    ):
        if attempt == 1 and lesson not in tests:
            answered[lesson, name].add(student)
    return {asked: students for asked, students in answered.items() if len(students) >= FEW}


def _shown(
    book: ClassBook, answered: Collection[Asked]
) -> dict[str, dict[Asked, dict[str, set[int]]]]:
    """Give the students who showed each slip, by the exercise and by the item that tempted."""
    shown: dict[str, dict[Asked, dict[str, set[int]]]] = {}
    for student, lesson, name, item, slip in book.slips.read(
        "student", "lesson", "exercise", "item", "slip"
    ):
        asked = (lesson, name)
        if asked in answered:
            by_item = shown.setdefault(slip, {}).setdefault(asked, {})
            by_item.setdefault(item, set()).add(student)
    return shown


def _at(slip: str, asked: Asked, by_item: Mapping[str, set[int]], answered: set[int]) -> SlipAt:
    _, item = max((len(students), item) for item, students in by_item.items())
    students = len(set().union(*by_item.values()))
    return SlipAt(slip, asked, students, len(answered), Tempted(asked, item, slip))
