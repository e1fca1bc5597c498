"""First answers of a class: sureness, slips, votes, the experiment and choices, counted anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from statistics import fmean
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from class_books import lessons, shipped_book, shipped_students, sittings_of
from scipy import stats

from helpers.classroom.findings import FEW
from helpers.classroom.findings.choices import choices_of
from helpers.classroom.findings.slips import slips_of
from helpers.classroom.findings.sureness import calibration_of
from helpers.classroom.findings.trials import trials_of
from helpers.classroom.findings.votes import votes_of
from helpers.kinds.attempt import old_attempt
from helpers.kinds.results import results
from helpers.measures.calibration import WELL, calibration
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from helpers.classroom.book import Asked
    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.measures.calibration import Result

TESTS = ("01-cold-read", "08-second-read", "09-later")


class First(NamedTuple):
    """The first answer of one student to one exercise."""

    student: int
    exercise: Exercise
    made: Attempt


@pytest.fixture(scope="module")
def firsts() -> dict[Asked, list[First]]:
    """Give the first answers of the shipped class by exercise, read and marked one by one."""
    known = {lesson.id: lesson for lesson in lessons()}
    found: dict[Asked, list[First]] = defaultdict(list)
    for number, student in enumerate(shipped_students()):
        for (lesson, name), event in first_attempts(student.events).items():
            exercise = known[lesson].exercise(name)
            made = old_attempt(exercise, event)
            assert made
            found[lesson, name].append(First(number, exercise, made))
    return found


@pytest.fixture(scope="module")
def all_results() -> list[Result]:
    """Give the results of the shipped class, as each student’s own pages find them."""
    found = []
    for student in shipped_students():
        for lesson in lessons():
            found += results(lesson, student.events)
        for test in sittings_of(student).values():
            found += test.results
    return found


def test_sureness_is_that_of_all_results_together(all_results: list[Result]) -> None:
    found, same = calibration_of(shipped_book()), calibration(all_results)
    assert found.gap == pytest.approx(same.gap, abs=1e-6)
    assert found.gap
    for one, other in zip(found.words, same.words, strict=True):
        assert one[:3] == other[:3]
        assert one.sure == pytest.approx(other.sure, abs=1e-6)


def test_sureness_is_that_of_numpy(all_results: list[Result]) -> None:
    said = np.array([(r.word, r.sure, r.score) for r in all_results if r.word is not None], float)
    word, sure, score = said.T
    found = calibration_of(shipped_book())
    assert found.gap == pytest.approx((sure - score).mean(), abs=1e-6)
    assert [one.word for one in found.words] == [*np.unique(word)]
    for one in found.words:
        mine = word == one.word
        assert (one.times, one.right) == (mine.sum(), (score[mine] >= WELL).sum())
        assert one.sure == pytest.approx(sure[mine].mean(), abs=1e-6)


def test_slips_are_counted_by_student_and_by_answer(firsts: dict[Asked, list[First]]) -> None:
    showed: dict[str, set[int]] = defaultdict(set)
    tempted: dict[str, set[int]] = defaultdict(set)
    times, chances = Counter[str](), Counter[str]()
    for (lesson, _), some in firsts.items():
        if lesson in TESTS or len(some) < FEW:
            continue
        for student, exercise, made in some:
            chances.update(exercise.slips())
            times.update(made.mark.slips())
            for slip in exercise.slips():
                tempted[slip].add(student)
            for slip in made.mark.slips():
                showed[slip].add(student)
    found = slips_of(shipped_book())
    assert {one.slip for one in found} == {*showed}
    for one in found:
        slip = one.slip
        assert (one.students, one.tempted) == (len(showed[slip]), len(tempted[slip]))
        assert (one.times, one.chances) == (times[slip], chances[slip])
        assert one.share <= 1
    ranked = [one.students for one in found]
    assert ranked == sorted(ranked, reverse=True)


def test_each_slip_names_its_places_and_the_item_that_tempted_most(
    firsts: dict[Asked, list[First]],
) -> None:
    for one in slips_of(shipped_book()):
        assert [at.share for at in one.places] == sorted(
            (a.share for a in one.places), reverse=True
        )
        for at in one.places:
            shown = Counter(
                (student, wrong.item)
                for student, _, made in firsts[at.asked]
                for wrong in made.mark.feedback
                if wrong.chosen and wrong.slip == one.slip in made.mark.slips()
            )
            assert at.students == len({student for student, _ in shown})
            assert at.answered == len(firsts[at.asked])
            items = Counter(item for _, item in shown)
            assert items[at.most.item] == max(items.values())


def test_votes_before_and_after_and_who_moved(firsts: dict[Asked, list[First]]) -> None:
    found = {one.asked: one for one in votes_of(shipped_book())}
    voted = {
        asked: {one.student: one.made.answer["option"][0] for one in some}
        for asked, some in firsts.items()
        if some[0].exercise.kind in {"poll", "panel"}
    }
    again = {
        (lesson, first): (lesson, name)
        for lesson, name in voted
        if (first := firsts[lesson, name][0].exercise.again)
    }
    assert {*found} == {asked for asked in voted if asked not in again.values()}
    assert len(again) >= 5
    for asked, one in found.items():
        first, second = voted[asked], voted.get(again.get(asked, ("", "")), {})
        twice = [(first[student], second[student]) for student in first.keys() & second.keys()]
        assert one.first == Counter(first.values())
        assert one.again == (Counter(second.values()) if second else None)
        assert one.moved == Counter(twice)
        assert one.changed == sum(was != now for was, now in twice)


def test_the_experiment_is_that_of_scipy(firsts: dict[Asked, list[First]]) -> None:
    [found] = trials_of(shipped_book())
    made = [one.made.read for one in firsts[found.asked]]
    groups = [[r.percent for r in made if r.version.id == g.version] for g in found.groups]
    assert sum(map(len, groups)) == len(made)
    for group, ratings in zip(found.groups, groups, strict=True):
        assert sorted(group.ratings) == sorted(ratings)
        assert group.mean == pytest.approx(fmean(ratings))
    assert found.difference
    one, other = groups
    welch = stats.ttest_ind(other, one, equal_var=False)
    assert found.difference.found == pytest.approx(np.mean(other) - np.mean(one))
    error = (np.mean(other) - np.mean(one)) / welch.statistic
    reach = stats.t.ppf(0.975, int(welch.df)) * error
    assert found.difference.high - found.difference.found == pytest.approx(reach, rel=1e-4)


def test_choices_are_counted_option_by_option(firsts: dict[Asked, list[First]]) -> None:
    found = choices_of(shipped_book())
    kinds = Counter[str]()
    for asked, some in firsts.items():
        exercise = some[0].exercise
        # What is written is no choice, and is kept apart.
        if len(some) < FEW or exercise.kind == "write":
            assert asked not in found or exercise.kind == "write"
            continue
        kinds[exercise.kind] += 1
        assert found[asked].answered == len(some)
        if exercise.kind in {"choice", "item", "poll"}:
            chosen = Counter(value for one in some for value in one.made.answer["option"])
            assert found[asked].fields == {"option": dict(chosen)}
        if exercise.kind == "sort":
            for item, places in found[asked].fields.items():
                assert places == Counter(one.made.read[item] for one in some)
    assert min(kinds["choice"], kinds["sort"], kinds["item"], kinds["poll"]) >= 5
