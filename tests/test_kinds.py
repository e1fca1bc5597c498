"""What holds of every kind of exercise. The kinds are found: a new one is tested as it stands."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from answers import right_answer, slipped_answer, steps
from hypothesis import given
from hypothesis import strategies as st
from kind_files import FOLDER, HOSTILE, KINDS, SILENT, WAITS, example, hostile, poor, right
from kind_states import kind_lesson, states
from reader import Node, parse
from support import answering, answers_like

from helpers.errors import KitError
from helpers.kinds.attempt import make_attempt, old_attempt
from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.registry import KINDS as CLASSES
from helpers.view import kinds as renderers
from helpers.view.card import render_card
from helpers.words import answer_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise, Mark
    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

ROOT = Path(__file__).resolve().parents[1]
GIVES_AWAY = {outcome.value for outcome in Outcome} | {"correct", "key", "slip", "checked"}
"""Words that no attribute of an open card may hold: they would tell what is right."""
each_kind = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture(scope="module")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> dict[str, LessonExercises]:
    """Give a lesson for each kind."""
    folder = tmp_path_factory.mktemp("kinds")
    return {kind: kind_lesson(folder / kind, example(kind)) for kind in KINDS}


def exercise_of(lesson: LessonExercises, kind: str) -> Exercise:
    return lesson.exercise(example(kind)["id"])


def marks(exercise: Exercise, answers: list[Any]) -> list[Mark]:
    return [make_attempt(exercise, answering(exercise.id, answer)).mark for answer in answers]


def opened(lesson: LessonExercises, kind: str) -> list[Node]:
    """Give the cards of a kind that nobody has answered yet."""
    fresh = [state for _, state in states(lesson) if not state.attempts]
    return [parse(render_card(state)) for state in fresh if state.exercise.kind == kind]


def test_there_is_one_file_for_each_kind_in_each_place() -> None:
    assert {path.stem for path in FOLDER.glob("*")} == {*KINDS}
    assert {path.stem for path in (ROOT / "helpers/view/kinds").glob("[!_]*.py")} == {*KINDS}
    for kind in KINDS:
        assert (ROOT / "helpers/kinds" / f"{kind}.py").is_file()
        assert (ROOT / "tests" / f"test_{kind}.py").is_file()
        assert CLASSES[kind].__module__ == f"helpers.kinds.{kind}"
        assert getattr(renderers, kind).__name__ == f"helpers.view.kinds.{kind}"


@each_kind
def test_the_example_is_one_of_its_kind_and_its_answers_are_tried_in_earnest(kind: str) -> None:
    assert example(kind)["kind"] == kind
    assert right(kind)
    assert right(kind) != poor(kind)
    assert hostile(kind, HOSTILE) != hostile(kind, "")


def test_every_example_has_an_id_of_its_own() -> None:
    assert len({example(kind)["id"] for kind in KINDS}) == len(KINDS)


@each_kind
def test_nothing_is_missing_in_the_example(lessons: dict[str, LessonExercises], kind: str) -> None:
    lesson = lessons[kind]
    for place, written in enumerate(lesson.file.exercises):
        before = lesson.file.exercises[:place]
        assert list(written.flaws(lesson.dossier(written), before)) == [], written.id


@each_kind
def test_the_right_answer_scores_full_or_is_not_graded(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    mark = marks(exercise_of(lessons[kind], kind), right(kind))[-1]
    assert mark.right if CLASSES[kind].graded else not mark.scored
    assert mark.slips() == ()


@each_kind
def test_the_poor_answer_leaves_something_to_mend_and_shows_its_slips_where_it_is_graded(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    mark = marks(exercise, poor(kind))[-1]
    if CLASSES[kind].graded:
        assert mark.scored
        assert not mark.right
        assert {*mark.slips()} <= exercise.slips()
        assert bool(mark.slips()) is bool(exercise.slips())
    else:
        assert not mark.scored
        assert exercise.slips() == frozenset()


@each_kind
def test_its_own_test_file_knows_how_any_exercise_of_the_kind_is_answered(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    best, slips = right_answer(exercise), slipped_answer(exercise)
    assert marks(exercise, steps(exercise, best))[-1].right is True or not CLASSES[kind].graded
    shown = {*marks(exercise, steps(exercise, slips))[-1].slips()}
    assert shown <= exercise.slips()
    assert bool(shown) is bool(exercise.slips())
    assert len(steps(exercise, best)) == len(right(kind))


@each_kind
def test_only_the_last_step_of_an_answer_is_all_that_is_asked(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    for answers in (right(kind), poor(kind)):
        done = [exercise.complete(exercise.read(answer)) for answer in answers]
        assert done == [*[False] * (len(answers) - 1), True]


@each_kind
@given(data=st.data())
def test_any_answer_is_marked_or_refused(
    lessons: dict[str, LessonExercises], kind: str, data: st.DataObject
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    answer = data.draw(answers_like(*right(kind), *poor(kind), *hostile(kind, HOSTILE)))
    with suppress(NotAnAnswerError):
        assert 0 <= exercise.mark(exercise.read(answer)).score <= 1


@each_kind
def test_how_sure_is_asked_in_five_rising_steps_up_to_certain_or_not_at_all(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    percent = exercise.confidence_steps()
    if exercise.asks_confidence:
        assert exercise.graded or kind in SILENT
        assert (len({*percent}), [*percent], percent[-1]) == (5, sorted(percent), 100)
        assert [exercise.confidence_word(step) for step in percent] == [0, 1, 2, 3, 4]
    else:
        assert percent == ()


def test_some_kind_asks_how_sure(lessons: dict[str, LessonExercises]) -> None:
    assert [kind for kind in KINDS if exercise_of(lessons[kind], kind).asks_confidence]


@each_kind
def test_an_open_card_shows_no_key_and_no_reason(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    for page in opened(lessons[kind], kind):
        attributes = [pair for node in page for pair in node.attrs.items()]
        said = page.text + str(attributes)
        assert [word for word in WAITS if word in said] == []
        told = [f"{name}={value}" for name, value in attributes if name != "aria-label"]
        assert {word for one in told for word in re.split(r"\W", one)} & GIVES_AWAY == set()


@each_kind
def test_a_reason_is_shown_once_the_answer_is_kept(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    for name, state in states(lessons[kind]):
        if state.answered:
            said = parse(render_card(state)).text
            assert bool([word for word in WAITS if word in said]) is (kind not in SILENT), name


@each_kind
def test_an_open_card_is_one_form_and_an_answered_one_has_feedback_in_its_place(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    for name, state in states(lessons[kind]):
        page = parse(render_card(state))
        forms, feedback = len(page.all("form")), len(page.marked("feedback"))
        assert forms == (0 if state.answered else 1), name
        assert feedback == 1 if state.answered else len(state.attempts) or not feedback, name


@each_kind
def test_the_card_says_what_its_button_keeps(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    for page in opened(lessons[kind], kind):
        submits = [b.text for b in page.all("button") if b.attrs["type"] == "submit"]
        assert submits == [CLASSES[kind].commit_label]


def test_every_word_for_a_button_that_keeps_is_on_the_button_of_some_kind() -> None:
    words = {said for name, said in vars(answer_text).items() if name.startswith("KEEP_")}
    assert words == {kind.commit_label for kind in CLASSES.values()}


@each_kind
def test_binding_is_done_once(lessons: dict[str, LessonExercises], kind: str) -> None:
    assert exercise_of(lessons[kind], kind) is exercise_of(lessons[kind], kind)


@each_kind
def test_what_binding_finds_out_cannot_be_written(
    lessons: dict[str, LessonExercises], tmp_path: Path, kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    for field in {*exercise.__struct_fields__} - {*CLASSES[kind].__struct_fields__}:
        found = msgspec.to_builtins(getattr(exercise, field), enc_hook=str)
        with pytest.raises(KitError, match=f"unknown field `{field}`"):
            kind_lesson(tmp_path / field, {**example(kind), field: found})


@each_kind
def test_binding_leaves_what_was_written_as_it_is(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    lesson = lessons[kind]
    written, bound = lesson.written(example(kind)["id"]), exercise_of(lesson, kind)
    assert all(getattr(bound, f) == getattr(written, f) for f in written.__struct_fields__)
    assert bound.kind == kind


@each_kind
def test_an_answer_that_says_nothing_is_refused_with_a_sentence(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    for answer in ({}, {"confidence": ["100"]}):
        with pytest.raises(NotAnAnswerError) as refused:
            exercise.read(answer)
        assert str(refused.value).endswith(".")
        assert old_attempt(exercise, answering(exercise.id, answer)) is None


@each_kind
def test_what_is_missing_is_a_field_of_the_form(
    lessons: dict[str, LessonExercises], kind: str
) -> None:
    exercise = exercise_of(lessons[kind], kind)
    for field, answer in cut_short(lessons[kind], kind):
        with suppress(NotAnAnswerError):
            exercise.read(answer)
            continue  # what is left is an answer of its own
        with pytest.raises(NotAnAnswerError) as refused:
            exercise.read(answer)
        assert refused.value.field == field


def cut_short(lesson: LessonExercises, kind: str) -> Iterator[tuple[str, Answer]]:
    """Give right answers without one of the fields that a hand fills in, and its name."""
    for state in (state for _, state in states(lesson) if not state.answered):
        form = parse(render_card(state))
        shown = [one.attrs for one in form.all("input", "textarea")]
        names = {attrs.get("name") for attrs in shown if attrs.get("type") != "hidden"}
        for answer in right(kind):
            for name in names & {*answer}:
                yield name, {field: given for field, given in answer.items() if field != name}


@each_kind
def test_an_unknown_field_in_an_exercise_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(KitError, match="unknown field `odd`"):
        kind_lesson(tmp_path, {**example(kind), "odd": ""})
