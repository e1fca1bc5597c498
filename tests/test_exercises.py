from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import LESSON, make_exercises, write, write_yaml

from helpers.errors import KitError
from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.exercises import EXERCISES, open_exercises

if TYPE_CHECKING:
    from pathlib import Path

LESSONS = sorted(path.stem for path in EXERCISES.glob("*.yaml"))


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_exercise_of_a_lesson_can_be_bound_to_its_article(lesson: str) -> None:
    exercises = open_exercises(lesson)
    assert exercises.file.lesson == lesson
    assert [exercises.exercise(identity).id for identity in exercises.ids] == list(exercises.ids)


@pytest.mark.parametrize("lesson", LESSONS)
def test_no_exercise_takes_silence_for_an_answer(lesson: str) -> None:
    exercises = open_exercises(lesson)
    for identity in exercises.ids:
        with pytest.raises(NotAnAnswerError):
            exercises.exercise(identity).read({})


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_question_asks_for_confidence_in_six_steps_up_to_certain(lesson: str) -> None:
    exercises = open_exercises(lesson)
    exercises = [exercises.exercise(identity) for identity in exercises.ids]
    asking = [one for one in exercises if one.asks_confidence]
    assert len(asking) >= len(exercises) - 4
    for steps in (exercise.confidence_steps() for exercise in asking):
        assert len(set(steps)) == 6
        assert (steps[-1], list(steps)) == (100, sorted(steps))


def test_the_lesson_on_sources_asks_every_kind_of_question() -> None:
    exercises = open_exercises("02-who-says-so")
    kinds = {exercise.kind for exercise in exercises.file.exercises}
    assert kinds == {"choice", "sort", "order", "annotate", "poll"}


def test_an_unknown_exercise_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError, match=f"{LESSON}.yaml has no exercise “gone”"):
        make_exercises(tmp_path, write("choice")).exercise("gone")


def test_an_unknown_example_is_named(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="no worked example on C01"):
        make_exercises(tmp_path, write("choice")).example("C01")


def test_an_unknown_kind_is_refused_by_its_exercise(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="riddle"):
        make_exercises(tmp_path, write("choice", kind="riddle"))


@pytest.mark.parametrize("stem", ["99-none", "", "..", "/etc/passwd", "../../seeds/kursk/article"])
def test_a_lesson_that_is_not_there_is_one_plain_sentence(stem: str) -> None:
    with pytest.raises(KitError, match="cannot be read"):
        open_exercises(stem)


def test_a_lesson_is_looked_for_in_its_folder_alone(tmp_path: Path) -> None:
    write_yaml(tmp_path / "outside.yaml", {})
    (tmp_path / "sheets").mkdir()
    with pytest.raises(KitError, match="cannot be read"):
        open_exercises("../outside", tmp_path / "sheets")


def test_an_exercise_can_ask_about_another_article(tmp_path: Path) -> None:
    exercises = make_exercises(tmp_path, write("choice", article="rell"), article="gone")
    assert exercises.dossier(exercises.exercise("pick")).id == "rell"
