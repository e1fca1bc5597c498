from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support import LESSON, make_exercises, write, write_yaml

from helpers.errors import KitError
from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.choice import Choice
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


@pytest.mark.parametrize("lesson", [name for name in LESSONS if open_exercises(name).own])
def test_how_sure_is_asked_now_and_then_and_never_of_several_or_without_a_key(lesson: str) -> None:
    exercises = open_exercises(lesson).file.exercises
    asking = [one for one in exercises if one.asks_confidence]
    assert 0 < len(asking) < len(exercises) / 2
    assert all(isinstance(one, Choice) and not one.several for one in asking)


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
