from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from support import KEY, SIDES, TEXT, card_state, make_exercises, piece_of, write, write_yaml

from helpers.kinds.base import NotAnAnswerError
from helpers.view.card import render_card
from helpers.words import card_text, frame_text

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.swap import Swap
    from helpers.workbook import Answer

LINES = [piece_of(TEXT, "source", "The mayor of Rell,"), piece_of(TEXT, "cue", "said")]
GIVEN = {
    "asked": ["annotation-0,annotation-1"],
    "annotation-0": ["same"],
    "annotation-1": ["other"],
}


def right(exercise: Swap) -> Answer:
    """Keep the first annotation; how many there are only the page knows."""
    del exercise
    return {"asked": ["annotation-0"], "annotation-0": ["same"]}


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    claims = (write("claim", **KEY),)
    return make_exercises(tmp_path, write("annotate"), write("swap"), claims=claims)


def turned(exercises: LessonExercises, *answers: Answer) -> str:
    earlier = card_state(exercises, "mark", {"annotation": LINES}).attempts
    return render_card(card_state(exercises, "turned", *answers, earlier=earlier))


def test_every_mark_comes_back_in_its_sentence_with_the_sides_exchanged(
    exercises: LessonExercises,
) -> None:
    page = parse(turned(exercises))
    [exchanged] = [node.text for node in page.marked("exchanged")]
    assert exchanged.startswith(frame_text.EXCHANGED)
    assert exchanged.endswith("The mayor of Ostrel, who was there, said that “forty men” had left.")
    assert "You marked “said” in S1." in page.text
    [asked] = [n.attrs["value"] for n in page.all("input") if n.attrs["name"] == "asked"]
    assert asked == "annotation-1"


def test_the_marks_that_held_are_counted(exercises: LessonExercises) -> None:
    text = parse(turned(exercises, GIVEN)).text
    assert frame_text.marks_held(1, 2) in text
    assert frame_text.KEPT_WORDS["other"] in text
    assert "After." in text


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Mark the words in the exercise before"),
        ({"asked": [""]}, "Mark the words in the exercise before"),
        ({"asked": []}, "Mark the words in the exercise before"),
        ({**GIVEN, "annotation-1": ["x"]}, "Choose an answer for mark 2. 1 of 2 is"),
        ({**GIVEN, "annotation-1": []}, "Choose an answer for mark 2. 1 of 2 is"),
        ({"asked": ["annotation-0,annotation-1"]}, "Choose an answer for mark 1. 2 of 2 are"),
    ],
)
def test_a_mark_that_waits_is_named(exercises: LessonExercises, answer: Answer, says: str) -> None:
    with pytest.raises(NotAnAnswerError, match=says):
        exercises.exercise("turned").read(answer)


def test_an_answer_of_earlier_days_is_read_under_the_names_of_today(
    exercises: LessonExercises,
) -> None:
    old = {"asked": ["mark-0,mark-1"], "mark-0": ["same"], "mark-1": ["other"]}
    exercise = exercises.exercise("turned")
    assert exercise.read(old) == exercise.read(GIVEN)


def test_without_a_mark_there_is_nothing_to_turn_round(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "turned")))
    assert frame_text.NOTHING_MARKED in page.text


def test_a_choice_stays_although_the_marks_were_reset(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "turned", GIVEN)))
    assert frame_text.marks_held(1, 2) in page.text


def other_sides(folder: Path, **more: object) -> LessonExercises:
    """Write the lesson on a text whose sides are told otherwise, too."""
    lesson = make_exercises(
        folder, write("annotate"), write("swap"), claims=(write("claim", **KEY),)
    )
    write_yaml(folder / "seeds/rell/sides.yaml", {**SIDES, **more})
    return lesson


def versions(lesson: LessonExercises, *lines: str) -> list[str]:
    earlier = card_state(lesson, "mark", {"annotation": [*lines]}).attempts
    page = parse(render_card(card_state(lesson, "turned", earlier=earlier)))
    return [node.text for node in page.marked("exchanged")]


SAID = piece_of(TEXT, "cue", "said")


def test_a_mark_comes_back_with_states_that_do_not_exist_too(tmp_path: Path) -> None:
    found = versions(other_sides(tmp_path, invented=[["Rell", "Ossia"]]), SAID)
    assert [one.partition(":")[0] + ":" for one in found] == [
        frame_text.EXCHANGED,
        frame_text.INVENTED,
    ]
    assert "The mayor of Ossia, who was there," in found[1]


def test_a_sentence_that_means_nothing_with_the_sides_exchanged_is_not_exchanged(
    tmp_path: Path,
) -> None:
    told = {"senseless": {"S1": "He never left."}}
    assert versions(other_sides(tmp_path / "alone", **told), SAID) == []
    (found,) = versions(other_sides(tmp_path / "more", **told, invented=[["Rell", "Ossia"]]), SAID)
    assert found.startswith(frame_text.INVENTED)


def test_a_word_that_went_with_its_side_is_not_asked_about(tmp_path: Path) -> None:
    assert versions(other_sides(tmp_path), piece_of(TEXT, "source", "Rell,")) == []


def test_a_word_about_somebody_who_has_no_counterpart_is_judged_with_other_names_alone(
    tmp_path: Path,
) -> None:
    told = {"left": {"forty men": "Nobody else has forty."}, "invented": [["Rell", "Ossia"]]}
    (found,) = versions(other_sides(tmp_path, **told), SAID)
    assert found.startswith(frame_text.INVENTED)


def test_the_marks_of_the_last_try_come_back(tmp_path: Path) -> None:
    lesson = other_sides(tmp_path)
    tries = [{"annotation": [piece_of(TEXT, "cue", word)]} for word in ("there,", "said")]
    earlier = card_state(lesson, "mark", *tries).attempts
    page = parse(render_card(card_state(lesson, "turned", earlier=earlier)))
    assert "You marked “said” in S1." in page.text
    assert "“there,”" not in page.text


def test_that_a_sentence_is_made_up_is_said_beside_it(exercises: LessonExercises) -> None:
    for answers in ((), (GIVEN,)):
        assert parse(turned(exercises, *answers)).marked("constructed")[0].text == card_text.MADE_UP
