"""Items of a class: score, correlation with the rest and its upper limit, against scipy."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
import pytest
from class_books import book_of, lessons, shipped_book, shipped_students, sittings_of
from sat import FIRST, SECOND, THIRD, all_right_but, answers, form
from scipy import stats

from helpers.classroom.findings import COUNTS_ONLY
from helpers.classroom.findings.items import items_of
from helpers.classroom.student import ClassStudent
from helpers.kinds.results import results
from helpers.measures.items import items

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sat import Pick

    from helpers.classroom.book import Asked
    from helpers.classroom.findings.items import ItemFound
    from helpers.workbook import Event

    Table = dict[tuple[str, str], dict[str, float]]
    """The scores of each student of a group, by student and then by exercise."""

GROUPS = ("02-who-says-so", "04-forty", "05-frames", "a", "b", "c")
PLACES = [item.removeprefix("c-") for item in shipped_book().form_items["c"]]


def sat(number: int, *places: str, leave: Iterable[str] = ()) -> ClassStudent:
    """Let a student take the last test; she is wrong at these places, and leaves others out."""
    return student(number, answers(THIRD, "c", all_right_but(*places), [*leave]))


def student(number: int, events: Iterable[Event]) -> ClassStudent:
    return ClassStudent(f"heron-{number}", f"{number:016x}", tuple(events), ())


def by_place(found: Iterable[ItemFound]) -> dict[str, ItemFound]:
    return {one.asked[1].removeprefix("c-"): one for one in found}


@pytest.fixture(scope="module")
def tables() -> dict[str, Table]:
    """Give the scores of the shipped class anew: of each lesson, and of each form of the test."""
    found: dict[str, Table] = defaultdict(lambda: defaultdict(dict))
    practice = [lesson for lesson in lessons() if not lesson.forms]
    for student in shipped_students():
        for lesson in practice:
            for one in results(lesson, student.events):
                found[lesson.id][student.code, lesson.id][one.exercise] = one.score
        for name, test in sittings_of(student).items():
            for place, taken in test.taken.items():
                item = f"{test.form.id}-{place}"
                found[test.form.id][student.code, name][item] = float(taken.right)
    return found


def same(found: ItemFound, table: Table) -> None:
    """Hold an item against scipy."""
    name = found.asked[1]
    own = [(mine[name], [*(mine.keys() - {name})], mine) for mine in table.values() if name in mine]
    assert found.answers == len(own)
    assert found.score == pytest.approx(np.mean([score for score, _, _ in own]), abs=1e-6)
    pairs = [(score, np.mean([mine[o] for o in rest])) for score, rest, mine in own if rest]
    scores, rests = np.array(pairs).T if pairs else (np.zeros(0), np.zeros(0))
    if len(pairs) < COUNTS_ONLY or np.ptp(scores) == 0 or np.ptp(rests) == 0:
        assert (found.with_rest, found.at_most) == (None, None)
        return
    r = stats.pearsonr(scores, rests)
    assert found.with_rest == pytest.approx(r.statistic, abs=1e-5)
    # 1.96 for 1.95996…
    assert found.at_most == pytest.approx(r.confidence_interval(0.95).high, abs=1e-4)


@pytest.mark.parametrize("group", GROUPS)
def test_items_are_those_that_scipy_gives(group: str, tables: dict[str, Table]) -> None:
    table = tables[group]
    names = {name for mine in table.values() for name in mine}
    found = [one for one in items_of(shipped_book()) if one.asked[1] in names]
    found = [one for one in found if group in (one.asked[0], one.asked[1][0])]
    assert {one.asked[1] for one in found} == names
    assert sum(one.with_rest is not None for one in found) >= 10
    for one in found:
        same(one, table)


def test_the_items_of_a_form_are_pooled_over_the_two_lessons_that_put_it(
    tables: dict[str, Table],
) -> None:
    assert {lesson for _, lesson in tables["a"]} == {FIRST, SECOND}
    item = shipped_book().form_items["a"][0]
    pooled = [one for one in items_of(shipped_book()) if one.asked[1] == item]
    both = [lesson for (_, lesson), mine in tables["a"].items() if item in mine]
    assert [one.answers for one in pooled] == [len(both)]
    assert min(both.count(FIRST), both.count(SECOND)) > 10


def test_the_class_has_answers_that_are_missing(tables: dict[str, Table]) -> None:
    whole = [len(mine) == 18 for mine in tables["a"].values()]
    assert not all(whole)


def test_with_nothing_missing_they_are_those_of_the_measure() -> None:
    chance = np.random.default_rng(15)
    able = chance.random((14, 1))
    rows = (chance.random((14, 18)) < 0.2 + 0.6 * able).astype(int)
    class_ = [
        sat(number, *(place for place, right in zip(PLACES, row, strict=True) if not right))
        for number, row in enumerate(rows)
    ]
    found = by_place(items_of(book_of(class_)))
    for place, one in zip(PLACES, items(rows.tolist()), strict=True):
        assert found[place].score == pytest.approx(one.right)
        assert found[place].with_rest == pytest.approx(one.with_rest)


def test_a_class_worked_by_hand_with_answers_missing() -> None:
    # Two places each; the others are left. Six are right at both, two at the first alone, two at
    # the second alone, two at none, and one answered the first alone: she has no rest.
    first, second, *others = PLACES
    kinds = [()] * 6 + [(second,)] * 2 + [(first,)] * 2 + [(first, second)] * 2
    class_ = [sat(n, *places, leave=others) for n, places in enumerate(kinds)]
    class_.append(sat(12, leave=[second, *others]))
    found = by_place(items_of(book_of(class_)))
    # phi = (6·2 - 2·2) / √(8·4·8·4) = 1/4
    assert {*found} == {first, second}
    assert found[first].answers == 13
    assert found[second].answers == 12
    assert found[first].score == pytest.approx(9 / 13)
    assert found[second].score == pytest.approx(8 / 12)
    assert found[first].with_rest == pytest.approx(1 / 4)
    assert found[second].with_rest == pytest.approx(1 / 4)
    # tanh(atanh(1/4) + 1.96 / √9)
    assert found[first].at_most == pytest.approx(0.7205, abs=1e-4)


@pytest.mark.parametrize(("size", "known"), [(COUNTS_ONLY - 1, False), (COUNTS_ONLY, True)])
def test_of_fewer_than_ten_no_correlation_is_given(size: int, *, known: bool) -> None:
    place, other = PLACES[:2]
    class_ = [sat(n, *([place, other] if n % 2 else [])) for n in range(size)]
    one = by_place(items_of(book_of(class_)))[place]
    assert (one.with_rest is not None) is known
    assert one.with_rest is None or one.with_rest == pytest.approx(1)


def test_where_nothing_varies_nothing_is_said() -> None:
    found = by_place(items_of(book_of(sat(n, PLACES[0]) for n in range(12))))
    assert found[PLACES[0]].score == 0
    assert {(one.with_rest, one.at_most, one.doubtful) for one in found.values()} == {
        (None, None, False)
    }


def test_a_key_is_doubtful_below_zero_and_surely_so_by_its_interval_or_a_rival() -> None:
    asked: Asked = (THIRD, "c-x")
    known = items_of(shipped_book())[0]
    for r, at_most, rival, doubtful, surely in [
        (0.1, 0.3, "", False, False),
        (-0.1, 0.2, "", True, False),
        (-0.1, 0.2, "a", True, True),
        (-0.5, -0.1, "", True, True),
        (None, None, "", False, False),
    ]:
        one = known._replace(asked=asked, with_rest=r, at_most=at_most, rival=rival)
        assert (one.doubtful, one.surely_doubtful) == (doubtful, surely)


# Of each class eight do well elsewhere, and then six do badly. They choose ours (R), or W or X.
@pytest.mark.parametrize(
    ("chosen", "rival"),
    [
        ("WWWWWWWWWWRRRR", True),
        ("WWWWWRRRRRRRRR", False),  # most chose ours
        ("WWWRRRRRWWWWWW", False),  # it tempts those who do badly, as a slip does
        ("XXXXXWWWWWWWRR", False),  # our key goes against the rest, but so does W
    ],
)
def test_the_option_that_most_chose_rivals_ours_if_it_goes_with_the_rest(
    chosen: str, *, rival: bool
) -> None:
    place, *others = PLACES
    choice = next(one for one in form(THIRD, "c").choices if one.id == f"c-{place}")
    right, *bad = sorted(choice.options, key=lambda option: not option.right)
    ids = dict(zip("RWX", (right.id, bad[0].id, bad[1].id), strict=True))

    def pick(number: int) -> Pick:
        elsewhere = all_right_but(*others[: (2 if number < 8 else 8) + number % 3])
        return lambda one: ids[chosen[number]] if one.id == choice.id else elsewhere(one)

    class_ = [student(n, answers(THIRD, "c", pick(n))) for n in range(14)]
    [found] = [one for one in items_of(book_of(class_)) if one.asked[1] == choice.id]
    assert found.rival == (ids["W"] if rival else "")
    assert found.doubtful is (chosen[8:].count("R") > chosen[:8].count("R") * 6 / 8)
