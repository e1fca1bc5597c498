from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml
from reader import parse
from support import card_state, make_exercises, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.exercises import open_exercises
from helpers.kinds.rate import OLD_STEPS, STEPS, CarefulReading, Rate
from helpers.paths import LESSONS
from helpers.view.card import render_card
from helpers.view.charts.curve import Curve
from helpers.view.kinds.rate import finding
from helpers.words import frame_text

if TYPE_CHECKING:
    from pathlib import Path

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
    hidden = ("Why S1", "Readings", "Says lost", "After.", "“said”")
    assert not any(word in page.text for word in hidden)
    assert len(page.all("input")) == 12


def test_steps_of_an_earlier_edition_are_still_read(exercise: Rate) -> None:
    assert exercise.read({"S1": ["0"], "S2": ["100"]}) == {"S1": 0, "S2": 100}
    assert not {*OLD_STEPS} & {*STEPS}


def test_no_step_of_an_earlier_edition_is_asked(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "sure")))
    assert [box.attrs["value"] for box in page.all("input")] == [*map(str, STEPS)] * 2


def test_the_curve_is_drawn_over_the_band_with_its_words_and_sentences(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "sure", GIVEN)))
    mine, other = page.marked("chart")
    for svg in mine.all("svg"):
        assert (len(svg.all("polygon")), len(svg.all("circle"))) == (1, 2)
        written = [text.text for text in svg.all("text")]
        for words in ("“said”", "yours", "a rumour", "a fact", frame_text.CURVE_AXIS, "S1", "S2"):
            assert words in written
    for svg in other.all("svg"):
        assert (len(svg.all("polygon")), svg.all("circle")) == (1, [])
        assert "yours" not in [text.text for text in svg.all("text")]
    rows = [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")]
    assert rows[:3] == [
        ["Sentence", "Three careful readings", "Yours"],
        ["S1", "40 to 60", "40"],
        ["S2", "80 to 90", "20"],
    ]
    for said in (
        "Says lost.",
        "said that",
        "Readings: 80, 80, 90. Yours: 20. Why S2.",
        "Why beside.",
        "After.",
        "Words to look at: “said” (neutral).",
    ):
        assert said in page.text


def test_every_sentence_of_both_curves_is_pressed_in_the_picture_and_told_below(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "sure", GIVEN)))
    mine, other = page.marked("singly")
    for walk, names in ((mine, ["S1", "S2"]), (other, ["S1"])):
        parts = [part.attrs["data-step"] for part in walk.all("li")]
        assert parts == names
        for svg in walk.all("svg"):
            assert [one.attrs["data-step"] for one in svg.all("g")] == names
            assert all(one.all("rect")[0].attrs["class"] == "area" for one in svg.all("g"))


@pytest.mark.parametrize(
    ("marks", "given", "says"),
    [
        ({"S1": "said", "S2": "by"}, (40, 95), "climbs from 40 at “said” (S1) to 95 at “by” (S2)."),
        ({"S1": "said", "S2": "by"}, (60, 5), "falls from 60 at “said” (S1) to 5 at “by” (S2)."),
        ({"S1": "said", "S2": "by"}, (60, 60), "is at 60 at “said” (S1) and again at “by” (S2)."),
        ({"S1": "said"}, (60, 5), "lies between 5 and 60."),
        ({}, (60, 60), "lies between 60 and 60."),
    ],
)
def test_the_finding_says_how_the_curve_moves_and_gives_no_score(
    marks: dict[str, str], given: tuple[int, int], says: str
) -> None:
    readings = {name: CarefulReading(given=(1, 2, 3), why="") for name in ("S1", "S2")}
    rated = dict(zip(("S1", "S2"), given, strict=True))
    assert finding(Curve(("a", "b"), readings, rated, marks)) == f"Your curve {says}"


def test_a_band_that_no_step_can_hit_is_named(tmp_path: Path) -> None:
    readings = {
        "S1": {"given": [42, 50, 55], "why": "So."},
        "S2": {"given": [81, 94, 95], "why": "So."},
    }
    exercises = make_exercises(tmp_path, write("rate", readings=readings, lost=[]))
    flaws = exercises.written("sure").flaws(exercises.article, [])
    assert [flaw.item for flaw in flaws if "No step" in flaw.says] == ["sure, S1"]


@pytest.mark.parametrize(
    ("mark", "says"),
    [({"S1": "gone"}, "“gone” is not there"), ({"S2": "forty"}, "S2, which is not rated")],
)
def test_a_mark_stands_in_a_sentence_that_is_rated(
    tmp_path: Path, mark: dict[str, str], says: str
) -> None:
    readings = {"S1": {"given": [40, 50, 55], "why": "So."}}
    lost = [{"words": {"S1": "said that"}, "says": "So.", "mark": mark}]
    exercises = make_exercises(tmp_path, write("rate", readings=readings, lost=lost))
    flaws = [flaw.says for flaw in exercises.written("sure").flaws(exercises.article, [])]
    assert any(says in one for one in flaws)


def test_whoever_reads_as_we_did_finds_a_step_for_every_sentence_of_the_lesson() -> None:
    curve = open_exercises("05-frames").exercise("certainty-curve")
    assert isinstance(curve, Rate)
    for reading in curve.readings.values():
        assert [step for step in STEPS if min(reading.given) <= step <= max(reading.given)]
    assert [repr(mark) for mark in curve.marks()] == [
        "{S4: claimed}",
        "{S5: revealing}",
        "{S14: is}",
    ]


def test_every_sentence_of_both_texts_has_three_readings_in_the_lesson() -> None:
    curve = open_exercises("05-frames").exercise("certainty-curve")
    assert isinstance(curve, Rate)
    assert curve.beside is not None
    assert list(curve.readings) == [f"S{n}" for n in range(1, 15)]
    assert list(curve.beside.readings) == [f"S{n}" for n in range(1, 14)]


def test_the_findings_of_the_lesson_are_those_of_its_file() -> None:
    path = LESSONS / "exercises" / "05-frames.yaml"
    asked = yaml.safe_load(path.read_text(encoding="utf-8"))["exercises"]
    [written] = [one for one in asked if one["id"] == "certainty-curve"]
    twin, home = (
        [end(number for one in some.values() for number in one["given"]) for end in (min, max)]
        for some in (written["beside"]["readings"], written["readings"])
    )
    answer = {name: ["60"] for name in written["readings"]} | {"S4": ["40"], "S14": ["95"]}
    page = parse(render_card(card_state(open_exercises("05-frames"), "certainty-curve", answer)))
    assert [said.text for said in page.marked("finding")] == [
        "Your curve climbs from 40 at “claimed” (S4) to 95 at “is” (S14).",
        frame_text.beside_range(*twin, *home),
    ]
