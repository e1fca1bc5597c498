"""Change of a class between two tests: better, or only more suspicious, and what was lost."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW
from helpers.measures.change import Change, change, normalised_gain
from helpers.measures.effect import paired_g
from helpers.measures.interval import Interval, mean_interval
from helpers.measures.items import kr20
from helpers.measures.sensitivity import Calls, sensitivity
from helpers.measures.shift import Shift, shift_of_class

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.classroom.book import ClassBook, Test
    from helpers.kinds.forms import Blueprint
    from helpers.measures.sensitivity import Sensitivity

    Pair = tuple[Test, Test]

NO_CALLS = Calls(0, 0, 0, 0)


class PlaceChange(NamedTuple):
    """One place of the test, with its skill: how the students fared who answered it both times."""

    place: str
    skill: str
    change: Change


class ClassChange(NamedTuple):
    """Two tests of those students who finished both.

    `missing` counts those who finished the first alone: what became of them, nobody knows. `d` and
    `c` are the mean changes; `right` are the mean shares of right answers, before and after.
    """

    before: str
    after: str
    students: int
    missing: int
    shift: Shift
    calls: tuple[Calls, Calls]
    d: Interval | None
    c: Interval | None
    right: tuple[float, float]
    gain: float | None
    g: Interval | None
    reliability: tuple[float | None, float | None]
    places: tuple[PlaceChange, ...]

    @property
    def change(self) -> Change:
        """Add up gains and losses over all places."""
        made = [one.change for one in self.places]
        return Change(*(sum(counts) for counts in zip(*made, strict=True)))


def changes_of(book: ClassBook) -> list[ClassChange]:
    """Compare the first test with each later one that enough students finished as well."""
    by_lesson: dict[str, dict[int, Test]] = {}
    for test in book.tests:
        if test.complete:
            by_lesson.setdefault(test.lesson, {})[test.student] = test
    before, *later = [tests for _, tests in sorted(by_lesson.items())] or [{}]
    enough = [after for after in later if len(before.keys() & after.keys()) >= FEW]
    return [_change(book, before, after) for after in enough]


def _change(book: ClassBook, before: dict[int, Test], after: dict[int, Test]) -> ClassChange:
    pairs = [(before[student], after[student]) for student in before.keys() & after.keys()]
    pairs.sort()
    befores, afters = zip(*pairs, strict=True)
    blueprint = book.form(befores[0].form).blueprint
    rows = [[_row(blueprint, test) for test in tests] for tests in (befores, afters)]
    right = [[fmean(row) for row in some] for some in rows]
    return ClassChange(
        before=befores[0].lesson,
        after=afters[0].lesson,
        students=len(pairs),
        missing=len(before) - len(pairs),
        shift=shift_of_class((one.calls, other.calls) for one, other in pairs),
        calls=(_added(befores), _added(afters)),
        d=_mean_change(pairs, lambda found: found.d),
        c=_mean_change(pairs, lambda found: found.c),
        right=(fmean(right[0]), fmean(right[1])),
        gain=normalised_gain(fmean(right[0]), fmean(right[1])),
        g=paired_g(*right),
        reliability=(kr20(rows[0]), kr20(rows[1])),
        places=tuple(
            PlaceChange(place.id, place.skill, _changed(pairs, place.id))
            for place in blueprint.places
        ),
    )


def _row(blueprint: Blueprint, test: Test) -> list[int]:
    return [int(test.right[place.id]) for place in blueprint.places]


def _added(tests: Sequence[Test]) -> Calls:
    return sum((test.calls for test in tests), NO_CALLS)


def _changed(pairs: Sequence[Pair], place: str) -> Change:
    return change((one.right[place], other.right[place]) for one, other in pairs)


def _mean_change(pairs: Sequence[Pair], of: Callable[[Sensitivity], float]) -> Interval | None:
    measured = [(sensitivity(one.calls), sensitivity(other.calls)) for one, other in pairs]
    return mean_interval([of(now) - of(was) for was, now in measured if was and now])
