from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from reader import parse
from support import ANSWERS, card_state, make_card, make_exercises, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.trial import Trial
from helpers.view.card import render_card
from helpers.words import card_text
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

GIVEN = {"version": ["bare"], "percent": ["70"]}


def right(exercise: Trial) -> Answer:
    return {"version": [exercise.versions[0].id], "percent": ["70"]}


def make() -> Trial:
    return msgspec.convert(write("trial"), Trial)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("trial"))


def test_a_code_name_draws_the_same_version_each_time_and_codes_divide_evenly() -> None:
    drawn = [make().drawn(f"code-{number}").id for number in range(1000)]
    assert drawn == [make().drawn(f"code-{number}").id for number in range(1000)]
    assert 430 < drawn.count("named") < 570


def test_a_rating_is_neither_graded_nor_asked_for_confidence() -> None:
    assert (mark_of(make(), GIVEN).scored, make().confidence_steps()) == (False, ())
    version, percent = make().read(GIVEN)
    assert (version.id, percent) == ("bare", 70)


@pytest.mark.parametrize(
    "answer",
    [{}, {**GIVEN, "percent": ["71"]}, {**GIVEN, "version": ["x"]}, {"percent": ["70"]}],
)
def test_half_an_answer_is_none(answer: Answer) -> None:
    with pytest.raises(NotAnAnswerError):
        make().read(answer)


@given(ANSWERS)
def test_any_answer_is_a_rating_or_a_sentence_says_why_not(answer: Answer) -> None:
    with suppress(NotAnAnswerError):
        assert make().read(answer).version in make().versions


def test_only_the_version_that_was_drawn_is_shown(exercises: LessonExercises) -> None:
    for number in range(20):
        page = parse(render_card(card_state(exercises, "likely", seed=f"code-{number}")))
        [field] = [node for node in page.all("input") if node.attrs["type"] == "hidden"]
        assert field.attrs["value"] == make().drawn(f"code-{number}").id
        shown = [word for word in ("named", "bare") if f"Text {word}" in page.text]
        assert shown == [field.attrs["value"]]
        assert "Tells" not in page.text


def test_that_a_version_is_made_up_is_said_after_the_rating_which_it_would_decide(
    exercises: LessonExercises,
) -> None:
    before = parse(render_card(card_state(exercises, "likely", seed="amber-heron")))
    assert card_text.MADE_UP not in before.text
    assert before.marked("constructed") == []
    after = parse(render_card(card_state(exercises, "likely", GIVEN)))
    assert after.text.count(card_text.MADE_UP) == len(make().versions)


def test_afterwards_both_versions_are_shown_and_the_own_one_is_explained(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "likely", GIVEN)))
    assert "You gave it 70\N{NO-BREAK SPACE}%. Tells bare." in page.text
    assert page.text.index("Text bare") < page.text.index("Text named")
    assert "Tells named." not in page.text


def test_the_version_that_was_rated_stays_when_the_code_name_changes(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    book = Workbook(tmp_path / "work")
    card, _ = make_card(exercises, "likely", book)
    other = next(c for c in ("a1", "b2", "c3", "d4", "e5") if make().drawn(c).id == "named")
    book.add(make_event("answer", lesson=exercises.id, exercise="likely", answer=GIVEN))
    book.add(make_event("code", code=other))
    card.refresh()
    assert "Tells bare." in card.widget.markup
    assert card.state().seed == other
