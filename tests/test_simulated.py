"""The simulated class: what was built in can be found again, by what measures learning.

What is true of the class is `simulated.CLASS`; `lessons/instructor/simulated-class.md` tells it to
instructors. See `simulated.py`.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import datetime
from functools import cache
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from kind_files import KINDS
from simulated import CLASS, MANY, SHIPPED, Truths, shipped, simulate, write_wrong_keys
from simulated_answers import BETTER
from simulated_student import DAYS

from helpers.kinds.attempt import old_attempt
from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.results import results
from helpers.kinds.sitting import sittings
from helpers.measures.calibration import calibration
from helpers.measures.interval import mean_interval
from helpers.measures.items import items
from helpers.measures.sensitivity import sensitivity
from helpers.measures.shift import Shift, shift_of_class
from helpers.paths import LESSONS
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from simulated_mind import Shift as Planted
    from simulated_student import SimulatedStudent

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.sitting import Sitting
    from helpers.measures.calibration import Result

FIRST, SECOND, THIRD = "01-cold-read", "08-second-read", "09-later"
VERY_SURE = 3


@cache
def lesson(name: str) -> LessonExercises:
    return open_exercises(name)


@pytest.fixture(scope="module")
def students() -> list[SimulatedStudent]:
    return shipped()


def attempts(students: Iterable[SimulatedStudent], name: str, exercise: str) -> list[Attempt]:
    """Give the first attempts of all who answered an exercise."""
    first = [first_attempts(one.events).get((name, exercise)) for one in students]
    made = [old_attempt(lesson(name).exercise(exercise), event) for event in first if event]
    return [attempt for attempt in made if attempt]


def all_results(students: Iterable[SimulatedStudent], *names: str) -> list[list[Result]]:
    """Give the results of each student in these lessons."""
    return [[r for name in names for r in results(lesson(name), one.events)] for one in students]


def both_tests(students: Iterable[SimulatedStudent]) -> list[tuple[Sitting, Sitting]]:
    """Give both sittings of each student who sat 01 and 08."""
    tests = [lesson(FIRST), lesson(SECOND)]
    sat = [sittings(tests, one.events) for one in students]
    return [(both[0], both[1]) for both in sat if len(both) == 2]


def test_every_answer_can_be_read_and_every_kind_is_answered(
    students: list[SimulatedStudent],
) -> None:
    given = [event for one in students for event in one.events if event.what == "answer"]
    exercises = [lesson(event.lesson).exercise(event.exercise) for event in given]
    for event, exercise in zip(given, exercises, strict=True):
        # As the page does it: what contradicts itself is never kept.
        exercise.doubt(exercise.read(event.answer))
        assert (event.confidence is None) is not exercise.asks_confidence
    assert {exercise.kind for exercise in exercises} == {*KINDS}


def test_every_graded_first_answer_is_marked_or_took_an_arguable_view(
    students: list[SimulatedStudent],
) -> None:
    for name in DAYS:
        for one in students:
            first = [e for (at, _), e in first_attempts(one.events).items() if at == name]
            made = [old_attempt(lesson(name).exercise(e.exercise), e) for e in first]
            graded = [m for m, e in zip(made, first, strict=True) if _graded(name, e.exercise)]
            arguable = sum(m is not None and not m.mark.scored for m in graded)
            assert len(results(lesson(name), one.events)) == len(graded) - arguable


def _graded(name: str, exercise: str) -> bool:
    return lesson(name).exercise(exercise).graded


def test_the_planted_answers_are_the_commonest_wrong_ones(
    students: list[SimulatedStudent],
) -> None:
    wrong: Counter[tuple[str, ...]] = Counter()
    for name in DAYS:
        for exercise in map(lesson(name).exercise, lesson(name).ids):
            for made in attempts(students, name, exercise.id):
                wrong.update((name, exercise.id, *one) for one in _wrong(exercise, made))
    planted = {
        (*place, *((one,) if isinstance(one, str) else one)) for place, one in CLASS.planted.items()
    }
    assert {one for one, _ in wrong.most_common(len(planted))} == planted
    table = SHIPPED.with_suffix(".md").read_text(encoding="utf-8")
    told = re.findall(r"`([\w-]+)` .* (\d+) of 30 students", table)
    assert {(one[1], str(wrong[one])) for one in planted} == {*told}


def _wrong(exercise: object, made: Attempt) -> list[tuple[str, ...]]:
    """Name each wrong option that was chosen, or each item with the wrong place it was put."""
    known = getattr(exercise, "places", None)
    if isinstance(made.read, frozenset):
        right = {o.id for o in getattr(exercise, "options", ()) if o.right or o.arguable}
        return [(one,) for one in made.read - right]
    if known is None:
        return []
    wrong = made.read.items()
    return [(n, at) for n, at in wrong if at not in (known[n].category, *known[n].also)]


@pytest.mark.parametrize(
    ("name", "slip"),
    [
        ("02-who-says-so", "many-reports=many-sources"),
        ("04-forty", "casualty=dead"),
        ("05-frames", "neutral=no-frame"),
    ],
)
def test_the_planted_slip_is_that_of_most_students_in_its_lesson(
    students: list[SimulatedStudent], name: str, slip: str
) -> None:
    each = [{slip for one in found for slip in one.slips} for found in all_results(students, name)]
    [(commonest, times), (_, next_times)] = Counter(s for one in each for s in one).most_common(2)
    assert commonest == slip
    assert times > next_times + 3


def test_the_class_tells_apart_better_and_becomes_more_suspicious(
    students: list[SimulatedStudent],
) -> None:
    sat = both_tests(students)
    assert len(sat) >= 28
    calls = [(before.calls, after.calls) for before, after in sat]
    assert shift_of_class(calls) is Shift.SHARPER_AND_MORE_SUSPICIOUS
    measured = [(sensitivity(before), sensitivity(after)) for before, after in calls]
    d = mean_interval([now.d - was.d for was, now in measured if was and now])
    c = mean_interval([now.c - was.c for was, now in measured if was and now])
    # What is built in lies within what is found.
    assert d
    assert c
    assert d.low < 1.0 < d.high
    assert c.low < 0.4 < c.high


def test_one_skill_alone_gets_worse(students: list[SimulatedStudent]) -> None:
    sat = both_tests(students)
    skills = [skill.id for skill in sat[0][0].form.blueprint.skills]
    change = {
        skill: fmean(after.skill(skill)[0] for _, after in sat)
        - fmean(before.skill(skill)[0] for before, _ in sat)
        for skill in skills
    }
    assert [skill for skill in skills if change[skill] < 0] == [CLASS.worse] == ["certainty"]
    assert change["certainty"] < -0.5


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("none", Shift.NOTHING_CLEAR),
        ("better", Shift.SHARPER),
        ("suspicious", Shift.MORE_SUSPICIOUS),
        ("better and suspicious", Shift.SHARPER_AND_MORE_SUSPICIOUS),
    ],
)
def test_what_happens_between_the_tests_is_what_is_asked_for(
    planted: Planted, found: Shift
) -> None:
    truths = Truths(students=80, lessons=(FIRST, SECOND), shift=planted, stopped=0)
    sat = both_tests(simulate(truths))
    assert shift_of_class((before.calls, after.calls) for before, after in sat) is found


def test_the_class_is_too_sure_where_it_says_very_sure(students: list[SimulatedStudent]) -> None:
    found = calibration(one for some in all_results(students, *DAYS) for one in some)
    very = next(word for word in found.words if word.word == VERY_SURE)
    assert very.times > 300
    assert very.share < very.sure - 0.12
    assert found.gap


def test_a_class_that_is_not_overconfident_says_very_sure_when_it_may() -> None:
    found = all_results(simulate(Truths(lessons=MANY[:2])), *MANY[:2])
    very = calibration(one for some in found for one in some).words[VERY_SURE]
    assert very.share > very.sure - 0.06


@pytest.mark.parametrize("place", ["s4-source", "s8-number", "s12-open", "report-headline"])
def test_an_item_with_a_wrong_key_goes_against_the_rest(tmp_path: Path, place: str) -> None:
    sat = _many_sat()
    for folder in ("forms", "exercises"):
        shutil.copytree(LESSONS / folder, tmp_path / folder)
    write_wrong_keys(LESSONS / "keys", tmp_path / "keys", f"c-{place}")
    wrong = LessonExercises(tmp_path / "exercises" / f"{THIRD}.yaml")
    before, after = _with_rest(lesson(THIRD), sat), _with_rest(wrong, sat)
    assert [name for name in after if after[name] < 0] == [place]
    assert min(before.values()) > 0.1
    # Nothing but the one item is another one.
    changed = [
        path.name
        for path in (LESSONS / "keys").iterdir()
        if path.read_bytes() != (tmp_path / "keys" / path.name).read_bytes()
    ]
    assert changed == ["c.yaml"]


@cache
def _many_sat() -> list[SimulatedStudent]:
    return simulate(Truths(students=120, ability=1.6, lessons=(THIRD,), later=1, stopped=0))


def _with_rest(test: LessonExercises, students: Iterable[SimulatedStudent]) -> dict[str, float]:
    """Give the point-biserial correlation of each place of a test."""
    sat = [one for student in students for one in sittings([test], student.events)]
    whole = [one for one in sat if one.complete]
    places = [place.id for place in whole[0].form.blueprint.places]
    found = items([[one.taken[place].right for place in places] for one in whole])
    return {place: item.with_rest or 0 for place, item in zip(places, found, strict=True)}


def test_everybody_wrote_the_two_texts(students: list[SimulatedStudent]) -> None:
    for name, exercise in CLASS.everybody:
        texts = [made.read.text for made in attempts(students, name, exercise)]
        assert len(texts) == len(students) == 30
        # Not all the same: a report groups and shows them.
        assert len(set(texts)) >= 12


def test_one_annotation_is_disputed_and_the_others_are_agreed_on_fairly_well(
    students: list[SimulatedStudent],
) -> None:
    found = {
        exercise: _alpha(students, name, exercise)
        for name, exercise in [
            ("02-who-says-so", "mark-s5"),
            ("02-who-says-so", "mark-s9"),
            ("02-who-says-so", "mark-s10"),
            ("05-frames", "mark-loaded"),
        ]
    }
    assert found.pop("mark-loaded") < 0.3
    assert all(0.45 < alpha < 0.85 for alpha in found.values()), found


def _alpha(students: Iterable[SimulatedStudent], name: str, exercise: str) -> float:
    """Give Krippendorff’s alpha, nominal, with a word as the unit and its label as the value."""
    made = attempts(students, name, exercise)
    labelled = [{word: one.label for one in each.read for word in one.words} for each in made]
    words = range(len(lesson(name).exercise(exercise).tokens))  # type: ignore[attr-defined]
    units = [Counter(one.get(word) for one in labelled) for word in words]
    raters, values = len(made), sum(units, Counter())
    observed = sum(n * (raters - n) for unit in units for n in unit.values()) / (raters - 1)
    total = values.total()
    expected = sum(n * (total - n) for n in values.values()) / (total - 1)
    return 1 - observed / expected


def test_a_name_makes_the_report_of_the_trial_seem_likelier(
    students: list[SimulatedStudent],
) -> None:
    many = simulate(Truths(students=150, seed=2, lessons=("03-unnamed",), stopped=0))
    assert 11 < _effect_of_a_name(many) < 21
    # By chance it is a little larger in the class that is shipped.
    assert 16 < _effect_of_a_name(students) < 30


def _effect_of_a_name(students: Iterable[SimulatedStudent]) -> float:
    """Give by how many points the report with a name seemed likelier, on average."""
    rated: dict[str, list[int]] = {"named": [], "unnamed": []}
    for made in attempts(students, "03-unnamed", "named-or-not"):
        rated[made.read.version.id].append(made.read.percent)
    assert min(map(len, rated.values())) >= 10
    return fmean(rated["named"]) - fmean(rated["unnamed"])


def test_second_votes_move_towards_the_better_supported_view(
    students: list[SimulatedStudent],
) -> None:
    votes = [
        (attempts([one], name, exercise.again), attempts([one], name, exercise.id))
        for one in students
        for name in MANY
        for exercise in lesson(name).file.exercises
        if exercise.id in BETTER
    ]
    both = [(first[0].read.id, last[0].read.id) for first, last in votes if first and last]
    moved = [(was, now) for was, now in both if was != now]
    towards = sum(now in BETTER.values() for _, now in moved)
    away = sum(was in BETTER.values() for was, _ in moved)
    assert 0.2 < len(moved) / len(both) < 0.5
    assert towards > 4 * away


def test_two_stopped_halfway_and_a_third_did_not_come_to_the_last_test(
    students: list[SimulatedStudent],
) -> None:
    worked = [{event.lesson for event in one.events if event.lesson} for one in students]
    assert (
        sum(SECOND not in one or not _whole(s) for one, s in zip(worked, students, strict=True))
        == 2
    )
    assert sum(THIRD not in one for one in worked) == 12


def _whole(student: SimulatedStudent) -> bool:
    [sat] = sittings([lesson(SECOND)], student.events)
    return len(sat.taken) > 12


def test_a_share_of_the_class_hands_in_nothing() -> None:
    codes = [one.code for one in simulate(Truths(40, lessons=MANY[:1], handed_in=0.5))]
    assert 12 < len(codes) < 28
    assert set(codes) < {f"heron-{number}" for number in range(1, 41)}


def test_events_come_one_after_the_other_within_four_weeks(
    students: list[SimulatedStudent],
) -> None:
    ids = [event.id for one in students for event in one.events]
    assert len(set(ids)) == len(ids)
    for one in students:
        at = [datetime.fromisoformat(event.at) for event in one.events]
        assert at == sorted(at)
        assert at[0].date().isoformat() == "2026-09-01"
        assert (at[-1] - at[0]).days < 28
        books = dict.fromkeys(event.workbook for event in one.events)
        for book in books:
            mine = [event for event in one.events if event.workbook == book]
            assert [event.number for event in mine] == [*range(1, len(mine) + 1)]
            assert mine[0].code == one.code


def test_second_tries_looks_and_resets_are_there_and_first_attempts_count(
    students: list[SimulatedStudent],
) -> None:
    did = Counter(event.what for one in students for event in one.events)
    assert did["reveal"] > 100
    assert did["reset"] >= 3
    again = [event for one in students for event in one.events if event.attempt == 2]
    assert len(again) > 300
    reset = next(one for one in students if any(e.what == "reset" for e in one.events))
    place = next((e.lesson, e.exercise) for e in reset.events if e.what == "reset")
    mine = [e for e in reset.events if e.what == "answer" and (e.lesson, e.exercise) == place]
    assert first_attempts(reset.events)[place] == mine[0] != mine[-1]


def test_a_student_gets_the_form_and_the_questions_that_the_page_would_draw(
    students: list[SimulatedStudent],
) -> None:
    drawn = Counter(
        event.exercise
        for one in students
        for event in one.events
        if event.lesson == "03-unnamed" and event.exercise.startswith("recall-")
    )
    pool = lesson("03-unnamed").file.recall
    assert pool
    assert set(drawn) == set(pool.of)
    for one in students:
        first = {e.exercise[0] for e in one.events if e.lesson == FIRST and e.number < 40}
        assert ("a" in first) is (int(one.code.rpartition("-")[2]) % 2 == 0)
        mine = {e.exercise for e in one.events if e.lesson == "03-unnamed"} & set(pool.of)
        assert len(mine) <= pool.take
