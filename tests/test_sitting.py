from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sat import FIRST, SECOND, all_right_but, answers, form, right, sound, weak, wrong

from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.sitting import Sitting, sittings
from helpers.measures.sensitivity import Calls
from helpers.workbook import Event, make_event

if TYPE_CHECKING:
    from sat import Pick

LESSONS = [open_exercises(name) for name in ("02-who-says-so", FIRST, SECOND)]


def sat(*events: Event) -> list[Sitting]:
    return sittings(LESSONS, events)


def one(*events: Event) -> Sitting:
    [found] = sat(*events)
    return found


def test_nothing_is_made_of_no_answers() -> None:
    assert sat() == []


def test_every_right_answer_counts_by_its_place() -> None:
    found = one(*answers(FIRST, "a", right))
    assert (found.right, found.complete) == (18, True)
    assert [*found.taken] == [form(FIRST, "a").place(item.id) for item in found.form.items]


def test_a_wrong_answer_is_not_right() -> None:
    found = one(*answers(FIRST, "a", all_right_but("s11-picture")))
    assert (found.right, found.taken["s11-picture"].right) == (17, False)


@pytest.mark.parametrize(
    ("pick", "calls"),
    [(right, Calls(8, 8, 0, 10)), (sound, Calls(8, 8, 10, 10)), (weak, Calls(0, 8, 0, 10))],
)
def test_calls_count_sound_and_weak_passages_apart(pick: Pick, calls: Calls) -> None:
    assert one(*answers(FIRST, "a", pick)).calls == calls


def test_a_wrong_reason_still_calls_a_weak_passage_weak() -> None:
    found = one(*answers(FIRST, "a", wrong))
    assert found.calls == Calls(0, 8, 0, 10)
    assert found.right == 0


def test_a_skill_counts_its_three_places() -> None:
    found = one(*answers(FIRST, "a", all_right_but("s11-picture", "s9-source")))
    assert [found.skill(name) for name in ("chain", "numbers")] == [(1, 3), (3, 3)]


def test_what_was_left_out_makes_it_incomplete() -> None:
    found = one(*answers(FIRST, "a", right, leave={"s11-picture"}))
    assert (found.complete, len(found.taken), found.skill("chain")) == (False, 17, (2, 2))


def test_only_the_first_answer_counts_whatever_was_reset() -> None:
    first = answers(FIRST, "a", wrong)
    reset = make_event("reset", lesson=FIRST, number=100)
    again = [
        make_event("answer", lesson=e.lesson, exercise=e.exercise, answer=e.answer, number=200 + n)
        for n, e in enumerate(answers(FIRST, "a", right))
    ]
    assert one(*first, reset, *again).right == 0


def test_tests_come_in_the_order_in_which_they_were_taken() -> None:
    late = [make_later(event) for event in answers(FIRST, "b", right)]
    assert [found.lesson for found in sat(*answers(SECOND, "a", right), *late)] == [SECOND, FIRST]
    assert [found.form.id for found in sat(*answers(SECOND, "a", right), *late)] == ["a", "b"]


def make_later(event: Event) -> Event:
    return make_event(
        "answer",
        lesson=event.lesson,
        exercise=event.exercise,
        answer=event.answer,
        number=event.number + 100,
    )


def test_how_sure_somebody_was_comes_along() -> None:
    [result, *_] = one(*answers(FIRST, "a", right)).results
    assert (result.word, result.sure) == (3, 0.81)


def test_a_slip_of_the_key_is_shown_by_a_wrong_answer() -> None:
    found = one(*answers(FIRST, "a", all_right_but("s11-picture"))).taken["s11-picture"]
    assert found.result.slips
    assert {*found.result.slips} <= found.choice.slips()


def test_an_answer_that_is_none_is_left_out() -> None:
    events = answers(FIRST, "a", right)
    odd = make_event("answer", lesson=FIRST, exercise=events[0].exercise, answer={"option": ["?"]})
    assert len(one(odd, *events[1:]).taken) == 17


def test_what_every_form_asks_at_its_end_comes_along() -> None:
    said = {"verdict": {"text": ["It holds."]}, "trust-news": {"step": ["1"]}}
    more = [make_event("answer", lesson=FIRST, exercise=e, answer=a) for e, a in said.items()]
    beside = one(*answers(FIRST, "a", right), *more).beside
    assert (beside["verdict"].read.text, beside["trust-news"].read) == ("It holds.", 1)
    assert "can-tell" not in beside


def test_answers_of_other_lessons_are_no_test() -> None:
    lesson = LessonExercises(LESSONS[0].path)
    event = make_event(
        "answer", lesson=lesson.id, exercise="a-s11-picture", answer={"option": ["x"]}
    )
    assert sat(event) == []
