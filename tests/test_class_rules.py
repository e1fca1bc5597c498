"""Rules of the class report: small groups, first answers, tests, arguable views, other editions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from class_books import book_of
from sat import FIRST, SECOND, all_right_but, answers, wrong
from support import KEY, LESSON, answering, make_exercises, moment, write

from helpers.classroom.book import ClassBook
from helpers.classroom.discuss import topics_of
from helpers.classroom.findings import FEW
from helpers.classroom.findings.all import findings_of
from helpers.classroom.report.votes_part import render_trials
from helpers.classroom.student import ClassStudent
from helpers.words import report_text
from helpers.workbook import make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.classroom.findings.all import Findings
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer, Event

MARKED = {"annotation": ["source 0-18", "cue 34-38"]}


@pytest.fixture
def small(tmp_path: Path) -> LessonExercises:
    """Make a lesson with a choice, a vote and its second round, an experiment and a marking."""
    again = write("poll", id="again", again="vote")
    some = [write(kind) for kind in ("choice", "poll", "trial", "annotate")]
    return make_exercises(tmp_path, *some, again, claims=(write("claim", **KEY),))


def student(number: int, *events: Event) -> ClassStudent:
    return ClassStudent(f"heron-{number}", f"{number:016x}", events, ())


def all_of(number: int, option: str = "b") -> ClassStudent:
    """Let a student answer everything in the small lesson."""
    version = ("named", "bare")[number % 2]
    given: dict[str, Answer] = {
        "pick": {"option": [option]},
        "vote": {"option": ["a"]},
        "again": {"option": ["b"]},
        "likely": {"version": [version], "percent": ["70"]},
        "mark": MARKED,
    }
    return student(number, *(answering(name, answer) for name, answer in given.items()))


def book(lesson: LessonExercises, *students: ClassStudent) -> ClassBook:
    found = ClassBook([lesson])
    for one in students:
        found.add(one)
    return found


def shown(book: ClassBook) -> tuple[Findings, int]:
    """Give all that is found out."""
    return findings_of(book), len(book.tests)


def test_a_class_of_four_is_not_broken_down_at_all(small: LessonExercises) -> None:
    few = book(small, *(all_of(n) for n in range(FEW - 1)))
    found = findings_of(few)
    assert (found.items, found.slips, found.labelled, found.votes) == ([], [], [], [])
    assert (found.calibration.words, found.calibration.gap) == ((), None)
    assert (found.changes, found.chosen) == ([], {})
    assert report_text.TRIAL_FEW in str(render_trials(few, found.trials))
    assert topics_of(few, found) == []


def test_a_class_of_five_is(small: LessonExercises) -> None:
    found = findings_of(book(small, *(all_of(n) for n in range(FEW))))
    assert [(one.asked[1], one.answers) for one in found.items] == [("pick", 5), ("mark", 5)]
    assert [(one.slip, one.students, one.tempted) for one in found.slips] == [("x=y", 5, 5)]
    assert {one.students for one in found.labelled} == {5}
    assert [(one.asked[1], one.first, one.again) for one in found.votes] == [
        ("vote", {"a": 5}, {"b": 5})
    ]
    assert [one[1:3] for one in found.calibration.words] == [(0, 5)]
    assert found.chosen[LESSON, "pick"].fields == {"option": {"b": 5}}


def test_a_group_of_an_experiment_that_is_too_small_is_not_compared(
    small: LessonExercises,
) -> None:
    # Fourteen saw one version, and four the other one.
    rated = [(n, "bare" if n < 4 else "named") for n in range(18)]
    some = [
        student(n, answering("likely", {"version": [version], "percent": [f"{10 * (n % 4)}"]}))
        for n, version in rated
    ]
    few = book(small, *some)
    found = findings_of(few).trials
    assert sorted(len(group.ratings) for group in found[0].groups) == [4, 14]
    assert report_text.TRIAL_FEW in str(render_trials(few, found))


def test_a_second_vote_of_four_is_not_shown_beside_the_first_one(small: LessonExercises) -> None:
    once = [student(n, answering("vote", {"option": ["a"]})) for n in range(10, 15)]
    [found] = findings_of(book(small, *once, *(all_of(n) for n in range(4)))).votes
    assert (found.first, found.again, found.moved) == ({"a": 9}, None, {})


def test_tests_that_only_four_finished_are_not_compared() -> None:
    def both(number: int) -> ClassStudent:
        pick = all_right_but()
        return student(number, *answers(FIRST, "a", pick), *answers(SECOND, "b", pick))

    class_ = [both(n) for n in range(FEW)]
    assert findings_of(book_of(class_[1:])).changes == []
    [found] = findings_of(book_of(class_)).changes
    assert found.students == FEW


def after_the_first(number: int) -> list[Event]:
    """Try again, reset, undo the reset, and answer everything otherwise."""
    undone = make_event("reset", lesson=LESSON, at=moment())
    return [
        answering("pick", {"option": ["a"]}),
        make_event("reset", lesson=LESSON, exercise="pick", at=moment()),
        answering("pick", {"option": ["c"]}, sure=25),
        answering("vote", {"option": ["b"]}),
        undone,
        make_event("undo", lesson=LESSON, refers=undone.id, at=moment()),
        make_event("reveal", lesson=LESSON, exercise="mark", at=moment()),
        answering("mark", {"annotation": ["content 44-55"]}),
        answering("likely", {"version": ["named"], "percent": [f"{number % 3}0"]}),
        answering("again", {"option": ["a"]}),
    ]


def test_a_second_try_a_reset_and_an_undo_change_nothing(small: LessonExercises) -> None:
    once = [all_of(n, "abc"[n % 3]) for n in range(12)]
    more = [one._replace(events=(*one.events, *after_the_first(n))) for n, one in enumerate(once)]
    before, after = book(small, *once), book(small, *more)
    assert len(after.answers) > len(before.answers)
    assert shown(after) == shown(before)
    assert after.texts == before.texts


def test_the_second_answer_to_an_item_of_a_test_changes_nothing() -> None:
    once = [student(n, *answers(FIRST, "a", all_right_but("s4-source"))) for n in range(6)]
    again = answers(FIRST, "a", wrong)
    later = [make_event("answer", **_fields(one, number=100 + one.number)) for one in again]
    more = [one._replace(events=(*one.events, *later)) for one in once]
    assert shown(book_of(more)) == shown(book_of(once))


def _fields(event: Event, number: int) -> dict[str, Any]:
    kept = ("lesson", "exercise", "answer", "confidence")
    return {name: getattr(event, name) for name in kept} | {"number": number}


def test_slips_leave_the_tests_out() -> None:
    # All are wrong throughout the test, so that it shows many slips.
    class_ = [student(n, *answers(FIRST, "a", wrong)) for n in range(12)]
    tested = book_of(class_)
    assert len(tested.slips) > 100
    found = findings_of(tested)
    assert found.slips == []
    assert topics_of(tested, found._replace(calibration=found.calibration._replace(words=()))) == []


@pytest.mark.parametrize("elsewhere", ["in a test", "before few"])
def test_a_slip_counts_only_where_the_report_looks(elsewhere: str) -> None:
    def answered(number: int) -> ClassStudent:
        option = "so-wrong" if number < 2 else "right-and-bare"
        mine = [_answer("02-who-says-so", "unsourced-wrong", option)]
        if elsewhere == "in a test":
            mine += answers(FIRST, "a", wrong)
        elif number > 3:
            mine.append(_answer("03-unnamed", "recall-unsourced", "each"))
        return student(number, *mine)

    class_ = book_of(map(answered, range(8)))
    showed = {
        who for who, slip in class_.slips.read("student", "slip") if slip == "unsourced=false"
    }
    assert len(showed) > 2
    found = {one.slip: one for one in findings_of(class_).slips}
    assert found["unsourced=false"][1:5] == (2, 8, 2, 8)


def _answer(lesson: str, name: str, option: str) -> Event:
    return make_event("answer", lesson=lesson, exercise=name, answer={"option": [option]})


def test_an_arguable_answer_is_not_scored(small: LessonExercises) -> None:
    mixed = book(small, *(all_of(n, "a" if n < 6 else "d") for n in range(11)))
    found = findings_of(mixed)
    [pick] = [one for one in found.items if one.asked[1] == "pick"]
    assert (pick.answers, pick.score) == (6, 1)
    # Nobody is told that she was sure and wrong; what was chosen is counted all the same.
    assert [(word.right, word.times) for word in found.calibration.words] == [(6, 6)]
    assert found.chosen[LESSON, "pick"].fields == {"option": {"a": 6, "d": 5}}
    assert found.slips == []


def test_what_another_edition_asked_is_counted_and_stops_nothing(small: LessonExercises) -> None:
    class_ = [all_of(n) for n in range(6)]
    gone = [
        make_event("answer", lesson="77-gone", exercise="pick", answer={"option": ["a"]}),
        answering("gone", {"option": ["a"]}),
        answering("vote", {"option": ["z"]}),
        answering("mark", {"annotation": ["nonsense"]}),
    ]
    more = [one._replace(events=(*gone[:2], *one.events, *gone[2:])) for one in class_]
    plain, odd = book(small, *class_), book(small, *more)
    assert (plain.unknown, odd.unknown) == (0, 4 * 6)
    assert shown(odd) == shown(plain)
    assert [one.answered for one in odd.students] == [{LESSON: 5}] * 6


def test_a_first_answer_that_is_none_any_more_makes_no_later_one_the_first(
    small: LessonExercises,
) -> None:
    gone, now = answering("pick", {"option": ["z"]}), answering("pick", {"option": ["a"]})
    found = findings_of(book(small, *(student(n, gone, now) for n in range(6))))
    assert (found.items, found.chosen) == ([], {})


def test_a_test_without_its_key_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    class_ = [student(n, *answers(FIRST, "a", all_right_but())) for n in range(6)]
    assert len(book_of(class_).tests) == 6
    withheld = book_of(class_, tmp_path)
    found = findings_of(withheld)
    assert withheld.tests == []
    assert (found.items, found.changes) == ([], [])
    assert found.chosen[FIRST, "a-s4-source"].answered == 6


def test_nobody_gives_nothing() -> None:
    nobody = book_of([])
    found = findings_of(nobody)
    assert (found.items, found.slips, found.changes, found.votes, found.trials) == (
        [],
        [],
        [],
        [],
        [],
    )
    assert topics_of(nobody, found) == []
