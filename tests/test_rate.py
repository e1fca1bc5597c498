from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from support import card_state, make_exercises, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.exercises import open_exercises
from helpers.kinds.rate import Rate
from helpers.view.card import render_card

if TYPE_CHECKING:
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

GIVEN = {"S1": ["40"], "S2": ["20"]}


def right(exercise: Rate) -> Answer:
    return {name: ["60"] for name in exercise.readings}


@pytest.fixture(scope="module")
def exercises(tmp_path_factory: pytest.TempPathFactory) -> LessonExercises:
    beside = {"text": "rell", "readings": {"S1": {"given": [20, 20, 40], "why": "Why beside."}}}
    return make_exercises(tmp_path_factory.mktemp("rate"), write("rate", beside=beside))


@pytest.fixture
def exercise(exercises: LessonExercises) -> Rate:
    found = exercises.exercise("sure")
    assert isinstance(found, Rate)
    return found


def test_every_sentence_has_a_rating(exercise: Rate) -> None:
    assert exercise.read(GIVEN) == {"S1": 40, "S2": 20}
    assert (mark_of(exercise, GIVEN).scored, exercise.confidence_steps()) == (False, ())


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Rate sentence S1. 2 of 2 are still to do."),
        ({"S1": ["40"]}, "Rate sentence S2. 1 of 2 is still to do."),
        ({**GIVEN, "S2": ["30"]}, "Rate sentence S2. 1 of 2 is still to do."),
    ],
)
def test_a_sentence_that_waits_is_named(exercise: Rate, answer: Answer, says: str) -> None:
    with pytest.raises(NotAnAnswerError, match=says):
        exercise.read(answer)


def test_no_reading_is_shown_before_the_ratings_are_kept(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "sure")))
    assert "The mayor of Rell" in page.text
    assert not any(word in page.text for word in ("Why S1", "Readings", "Says lost", "After."))
    assert len(page.all("input")) == 12


def test_the_curve_is_drawn_over_the_band_with_the_places_and_the_reasons(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "sure", GIVEN)))
    mine, other = page.all("svg")
    assert len(mine.all("polygon")) == len(other.all("polygon")) == 1
    assert len(mine.all("circle")) == 2
    assert other.all("circle") == []
    assert "1 of your 2 ratings lie inside the band" in page.text
    rows = [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")]
    assert rows[:3] == [
        ["Sentence", "Three careful readings", "Yours"],
        ["S1", "40 to 60", "40"],
        ["S2", "80 to 90", "20"],
    ]
    for said in (
        "Says lost.",
        "said that",
        "Why S2.",
        "Readings: 80, 80, 90. Yours: 20.",
        "Why beside.",
        "After.",
        "Words to look at: “said” (neutral).",
    ):
        assert said in page.text


def test_every_sentence_of_both_texts_has_three_readings_in_the_lesson() -> None:
    curve = open_exercises("05-frames").exercise("certainty-curve")
    assert isinstance(curve, Rate)
    assert curve.beside is not None
    assert list(curve.readings) == [f"S{n}" for n in range(1, 15)]
    assert list(curve.beside.readings) == [f"S{n}" for n in range(1, 14)]
