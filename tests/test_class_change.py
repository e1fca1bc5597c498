"""Change of a class: d′, c, g, KR-20, gains and losses, counted and computed a second time."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pytest
from class_books import book_of, shipped_book, shipped_students, sittings_of
from sat import FIRST, SECOND, THIRD, all_right_but, answers, sound, weak
from scipy import stats

from helpers.classroom.findings.change import changes_of
from helpers.classroom.student import ClassStudent
from helpers.measures.sensitivity import Calls
from helpers.measures.shift import Shift

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sat import Pick

    from helpers.classroom.findings.change import ClassChange
    from helpers.kinds.sitting import Sitting

    Both = list[tuple[Sitting, Sitting]]


def both(later: str) -> Both:
    """Give the two tests of each student of the shipped class who finished both."""
    taken = [sittings_of(student) for student in shipped_students()]
    pairs = [(one[FIRST], one[later]) for one in taken if {FIRST, later} <= {*one}]
    return [(was, now) for was, now in pairs if len(was.taken) == len(now.taken) == 18]


@pytest.fixture(scope="module", params=[SECOND, THIRD])
def compared(request: pytest.FixtureRequest) -> tuple[ClassChange, Both]:
    """Give a comparison of the shipped class, and the tests that it rests on."""
    [found] = [one for one in changes_of(shipped_book()) if one.after == request.param]
    return found, both(request.param)


def marks(tests: Sequence[Sitting]) -> np.ndarray:
    """Give the right answers as rows of 0 and 1, the columns in the order of the places."""
    places = sorted(tests[0].taken)
    return np.array([[int(test.taken[place].right) for place in places] for test in tests])


def rates(test: Sitting) -> np.ndarray:
    """Give the rates of hits and of false alarms, corrected as Hautus 1995 does."""
    called = Counter((one.sound, one.called_sound) for one in test.taken.values())
    totals = np.array([called[sound, True] + called[sound, False] for sound in (True, False)])
    counts = np.array([called[True, True], called[False, True]])
    rate: np.ndarray = (counts + 0.5) / (totals + 1)
    return rate


def test_each_later_test_is_compared_with_the_first_one() -> None:
    assert [(one.before, one.after) for one in changes_of(shipped_book())] == [
        (FIRST, SECOND),
        (FIRST, THIRD),
    ]


def test_students_and_those_who_are_missing(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    began = [sittings_of(student).get(FIRST) for student in shipped_students()]
    finished = [test for test in began if test and len(test.taken) == 18]
    assert found.students == len(tests) >= 15
    assert found.missing == len(finished) - len(tests)


def test_d_and_c_rose_by_as_much_as_scipy_says(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    z = stats.norm.ppf([[rates(was), rates(now)] for was, now in tests])
    changed = z[:, 1] - z[:, 0]
    for interval, more in ((found.d, changed[:, 0] - changed[:, 1]), (found.c, -changed.mean(1))):
        truth = stats.ttest_1samp(more, 0).confidence_interval(0.95)
        assert interval == pytest.approx((more.mean(), truth.low, truth.high), abs=1e-5)


def test_what_became_of_the_class_is_told_by_the_signs_of_the_two(
    compared: tuple[ClassChange, Both],
) -> None:
    found, _ = compared
    assert found.d
    assert found.c
    told = {
        (1, 1): Shift.SHARPER_AND_MORE_SUSPICIOUS,
        (1, 0): Shift.SHARPER,
        (0, 1): Shift.MORE_SUSPICIOUS,
        (0, 0): Shift.NOTHING_CLEAR,
    }
    assert found.shift is told[found.d.sign, found.c.sign]
    assert found.shift is not Shift.NOTHING_CLEAR


def test_means_and_gain(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    was, now = (marks(some).mean() for some in zip(*tests, strict=True))
    assert found.right == pytest.approx((was, now))
    assert found.gain == pytest.approx((now - was) / (1 - was))


def test_hedges_g(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    was, now = (marks(some).mean(axis=1) for some in zip(*tests, strict=True))
    n, r = len(tests), stats.pearsonr(was, now).statistic
    d = (now - was).mean() / np.sqrt((was.var(ddof=1) + now.var(ddof=1)) / 2)
    j = 1 - 3 / (4 * (n - 1) - 1)
    error = j * np.sqrt((1 / n + d**2 / (2 * n)) * 2 * (1 - r))
    reach = stats.t.ppf(0.975, n - 1) * error
    assert found.g == pytest.approx((j * d, j * d - reach, j * d + reach), abs=1e-5)


def test_the_reliability_is_cronbachs_alpha(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    for kr20, some in zip(found.reliability, zip(*tests, strict=True), strict=True):
        covariances = np.cov(marks(some).T)
        k = len(covariances)
        alpha = k / (k - 1) * (1 - np.trace(covariances) / covariances.sum())
        assert kr20 == pytest.approx(alpha)


def test_gains_and_losses_of_each_place_are_counted(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    assert len(found.places) == 18
    for one in found.places:
        times = Counter((a.taken[one.place].right, b.taken[one.place].right) for a, b in tests)
        expected = (times[True, True], times[False, True], times[True, False], times[False, False])
        assert tuple(one.change) == expected
        skill = next(p.skill for p in tests[0][0].form.blueprint.places if p.id == one.place)
        assert one.skill == skill
    was, now = (marks(some) for some in zip(*tests, strict=True))
    gained, lost = int((now > was).sum()), int((now < was).sum())
    assert (found.change.gained, found.change.lost) == (gained, lost)
    assert sum(found.change) == 18 * found.students


def test_calls_are_added_up(compared: tuple[ClassChange, Both]) -> None:
    found, tests = compared
    for calls, some in zip(found.calls, zip(*tests, strict=True), strict=True):
        times = Counter((t.sound, t.called_sound) for test in some for t in test.taken.values())
        assert calls.sound_called_sound == times[True, True]
        assert calls.sound == times[True, True] + times[True, False]
        assert calls.weak_called_sound == times[False, True]
        assert calls.weak == times[False, True] + times[False, False]


def sat(number: int, before: Pick, after: Pick, leave: Sequence[str] = ()) -> ClassStudent:
    """Let a student take both tests; some places of the second one are left."""
    forms = ("a", "b") if number % 2 else ("b", "a")
    events = [*answers(FIRST, forms[0], before), *answers(SECOND, forms[1], after, leave)]
    return ClassStudent(f"heron-{number}", f"{number:016x}", tuple(events), ())


def test_a_class_worked_by_hand() -> None:
    # Twelve who trust everything and then nothing: all right calls of sound passages are lost.
    [found] = changes_of(book_of(sat(n, sound, weak) for n in range(12)))
    places = len(found.places)
    ok = found.calls[0].sound // 12
    bad = places - ok
    assert (found.students, found.missing) == (12, 0)
    assert found.calls[0] == Calls(12 * ok, 12 * ok, 12 * bad, 12 * bad)
    assert found.calls[1] == Calls(0, 12 * ok, 0, 12 * bad)
    assert found.right == pytest.approx((ok / places, bad / places))
    assert found.change == (0, 12 * bad, 12 * ok, 0)


def test_whoever_left_an_item_finished_no_test_and_is_counted_as_missing() -> None:
    pick = all_right_but()
    place = next(iter(sittings_of(sat(1, pick, pick))[SECOND].taken))
    class_ = [sat(n, pick, pick, [place] if n < 3 else []) for n in range(10)]
    [found] = changes_of(book_of(class_))
    assert (found.students, found.missing) == (7, 3)
