"""Slips of a class: which ones showed, how often they could have, and where each tempts most."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from helpers.classroom.book import Tempted
from helpers.classroom.findings import FEW
from helpers.classroom.rows import entries

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
    tests = [lesson.id for lesson in book.lessons.values() if lesson.forms]
    answers = book.answers
    first = answers[(answers["attempt"] == 1) & ~answers["lesson"].isin(tests)]
    by_exercise = first.groupby(["lesson", "exercise"], observed=True)["student"]
    answered = {
        (str(lesson), str(name)): rows.to_numpy()
        for (lesson, name), rows in by_exercise
        if len(rows) >= FEW
    }
    slips = _shown(book, answered)
    places = _places(slips, {asked: len(students) for asked, students in answered.items()})
    tempting: dict[str, list[np.ndarray]] = defaultdict(list)
    for asked, students in answered.items():
        for slip in book.exercise(asked).slips():
            tempting[slip].append(students)
    shown = slips.groupby("slip", observed=True)["student"].nunique()
    found = [
        SlipFound(
            slip,
            int(shown[slip]),
            len(np.unique(np.concatenate(tempting[slip]))),
            sum(one.students for one in at),
            sum(map(len, tempting[slip])),
            tuple(at),
        )
        for slip, at in places.items()
    ]
    return sorted(found, key=lambda one: (-one.students, one.slip))


def worst_places(found: list[SlipFound]) -> list[SlipAt]:
    """Give the place where each slip caught most students, the worst first, no exercise twice."""
    worst: dict[Asked, SlipAt] = {}
    caught = [max(one.places, key=lambda at: at.students) for one in found]
    for at in sorted(caught, key=lambda at: (-at.students, -at.share)):
        worst.setdefault(at.asked, at)
    return list(worst.values())


def _shown(book: ClassBook, answered: Collection[Asked]) -> pd.DataFrame:
    """Give the slips that showed in these exercises."""
    slips = book.slips
    asked = pd.MultiIndex.from_arrays([slips["lesson"], slips["exercise"]])
    return slips[asked.isin([*answered])]


def _places(slips: pd.DataFrame, answered: Mapping[Asked, int]) -> dict[str, list[SlipAt]]:
    """Give the places of each slip, that with the largest share first."""
    keys = ["lesson", "exercise", "slip"]
    by_item = slips.groupby([*keys, "item"], observed=True)["student"].nunique()
    most: dict[tuple[str, ...], tuple[int, str]] = {}
    for (*place, item), students in entries(by_item):
        key = tuple(place)
        most[key] = max(most.get(key, (0, "")), (students, item))
    by_place = slips.groupby(keys, observed=True)["student"].nunique()
    places: dict[str, list[SlipAt]] = defaultdict(list)
    for (lesson, name, slip), students in entries(by_place):
        asked = (lesson, name)
        _, item = most[lesson, name, slip]
        tempted = Tempted(asked, item, slip)
        places[slip].append(SlipAt(slip, asked, students, answered[asked], tempted))
    return {slip: sorted(at, key=lambda one: -one.share) for slip, at in places.items()}
