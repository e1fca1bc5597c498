"""What the annotator sends, taken like any outside input."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import make_exercises, mark_of, write

from helpers.kinds.annotate import MAX_ANNOTATIONS, BoundAnnotate
from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.exercises import LessonExercises
from helpers.paths import EXERCISES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from helpers.texts.records import Arguable

MIXED = (
    "One 👩\u200d🚀 e\u0301clair, “\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc,” ½ naïve 🇺🇦 end.\n"
)


def annotating_exercises() -> Iterator[tuple[LessonExercises, BoundAnnotate]]:
    for exercises in map(LessonExercises, sorted(EXERCISES.glob("*.yaml"))):
        for exercise in map(exercises.exercise, exercises.ids):
            if isinstance(exercise, BoundAnnotate):
                yield exercises, exercise


def is_stray(exercise: BoundAnnotate, exercises: LessonExercises, choice: Arguable) -> bool:
    """Tell whether an arguable choice, marked alone, is called wrong."""
    article = exercises.dossier(exercise).article
    spans = [article.anchor(quote) for quote in choice.words]
    touched = [s for s, _ in exercise.tokens if any(s.start < b and a < s.end for a, b in spans)]
    mark = " ".join([choice.label.value, *(f"{start}-{end}" for start, end in touched[:20])])
    feedback = mark_of(exercise, {"annotation": [mark]}).feedback
    return any(one.outcome is Outcome.WRONG for one in feedback)


def make(folder: Path) -> BoundAnnotate:
    key = {"source": [{"S1": "The mayor of Rell"}]}
    claims = (write("claim", **key),)
    exercise = make_exercises(folder, write("annotate"), claims=claims).exercise("mark")
    assert isinstance(exercise, BoundAnnotate)
    return exercise


@pytest.fixture(scope="module")
def exercise(tmp_path_factory: pytest.TempPathFactory) -> BoundAnnotate:
    return make(tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> BoundAnnotate:
    claims = (write("claim", content=[{"S1": "naïve"}]),)
    written, folder = write("annotate", strays=[]), tmp_path_factory.mktemp("mixed")
    found = make_exercises(folder, written, text=MIXED, claims=claims).exercise("mark")
    assert isinstance(found, BoundAnnotate)
    return found


@pytest.mark.parametrize(
    "mark",
    [
        "source 1-18", "source 0-17", "source 0-19", "source 18-0", "source 4-4",
        "source 0-99999999", "source", "source ", "source 0", "verb 0-3", "source 0-3,4-9",
        "source -3-0", "source 0-3\n", "source \u0660-\u0663", "SOURCE 0-3", "", "source 0-3 x",
        "source" + " 0-3" * 21, "<b> 0-3",
    ],
)  # fmt: skip
def test_marks_that_do_not_begin_and_end_with_a_word_are_refused(
    exercise: BoundAnnotate, mark: str
) -> None:
    with pytest.raises(NotAnAnswerError, match="do not fit the passage"):
        exercise.read({"annotation": [mark]})


def test_a_mark_gives_the_numbers_of_its_words(exercise: BoundAnnotate) -> None:
    [mark] = exercise.read({"annotation": ["source 0-3 13-18"]})
    assert (mark.label.value, mark.words) == ("source", {0, 3})


def test_no_mark_is_no_answer(exercise: BoundAnnotate) -> None:
    with pytest.raises(NotAnAnswerError, match="Mark at least one"):
        exercise.read({})


def test_more_marks_than_any_passage_needs_are_refused(exercise: BoundAnnotate) -> None:
    with pytest.raises(NotAnAnswerError, match="60 marks are the most"):
        exercise.read({"annotation": ["source 0-3"] * (MAX_ANNOTATIONS + 1)})


def test_the_words_of_a_passage_are_split_at_white_space_alone(mixed: BoundAnnotate) -> None:
    assert [word for _, word in mixed.tokens] == MIXED.split()
    assert all(MIXED[start:end] == word for (start, end), word in mixed.tokens)


@given(st.data())
def test_any_words_can_be_marked_whatever_their_script(
    mixed: BoundAnnotate, data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(mixed.tokens) - 1))
    last = data.draw(st.integers(first, len(mixed.tokens) - 1))
    start, end = mixed.tokens[first][0].start, mixed.tokens[last][0].end
    [mark] = mixed.read({"annotation": [f"content {start}-{end}"]})
    assert mark.words == set(range(first, last + 1))


def test_a_mark_counts_code_points_so_that_emoji_before_it_shift_nothing(
    mixed: BoundAnnotate,
) -> None:
    at = MIXED.index("naïve")
    assert mark_of(mixed, {"annotation": [f"content {at}-{at + 5}"]}).right


def test_a_passage_may_belong_to_another_text(tmp_path: Path) -> None:
    written = write("annotate", show="rell/S2")
    claims = (write("claim", content=[{"S2": "it"}]),)
    exercise = make_exercises(tmp_path, written, claims=claims).exercise("mark")
    assert isinstance(exercise, BoundAnnotate)
    assert [word for _, word in exercise.tokens] == ["Others", "denied", "it."]


def test_no_text_of_the_kit_marks_an_arguable_choice_as_a_stray() -> None:
    wrong = [
        f"{exercises.id} {exercise.id}: {claim.id} {other.words}"
        for exercises, exercise in annotating_exercises()
        for claim in map(exercises.dossier(exercise).claim, exercise.claims)
        for other in claim.arguable
        if other.label in exercise.labels and is_stray(exercise, exercises, other)
    ]
    assert wrong == []
