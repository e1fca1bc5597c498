"""Agreement of a class: alpha against published examples and straight from its definition."""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest
from class_books import lessons, shipped_book, shipped_students

from helpers.classroom.findings.annotations import alpha_of, annotations_of
from helpers.kinds.annotate import BoundAnnotate
from helpers.kinds.attempt import old_attempt
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from helpers.classroom.findings.annotations import Labelled

# Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”, sections A and C: two observers
# and ten units; four observers and twelve units, some of which they left out.
TWO = ("0100000010", "1110010000")
FOUR = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


class Marked(NamedTuple):
    """What a class did in one exercise: a row of 0 and 1 for each student, for one label."""

    rows: np.ndarray
    found: Labelled


def counts(observers: Sequence[str]) -> np.ndarray:
    """Count who gave each value (columns) to each unit (rows)."""
    values = sorted({*"".join(observers)} - {"."})
    return np.array(
        [[unit.count(value) for value in values] for unit in zip(*observers, strict=True)]
    )


def by_definition(units: Iterable[Iterable[int]]) -> float:
    """Give nominal alpha from the coincidences: of m values of a unit, each pair is 1 / (m - 1)."""
    coincide: Counter[tuple[int, int]] = Counter()
    for unit in map(list, units):
        for pair in permutations(unit, 2):
            coincide[pair] += 1 / (len(unit) - 1)  # type: ignore[assignment]
    total = sum(coincide.values())
    marginal: Counter[int] = Counter()
    for (value, _), times in coincide.items():
        marginal[value] += times
    observed = sum(times for (one, other), times in coincide.items() if one != other)
    expected = sum(marginal[a] * marginal[b] for a, b in permutations(marginal, 2)) / (total - 1)
    return 1 - observed / expected


@pytest.mark.parametrize(("observers", "alpha"), [(TWO, 0.095), (FOUR, 0.743)])
def test_the_published_examples(observers: Sequence[str], alpha: float) -> None:
    found = alpha_of(counts(observers))
    assert found
    assert found.alpha == pytest.approx(alpha, abs=5e-4)
    units = [
        [int(value) for value in unit if value != "."] for unit in zip(*observers, strict=True)
    ]
    assert by_definition(unit for unit in units if len(unit) > 1) == pytest.approx(found.alpha)


@pytest.fixture(scope="module")
def marked() -> list[Marked]:
    """Give each label of each exercise in annotating of the shipped class, read anew."""
    firsts = [first_attempts(student.events) for student in shipped_students()]
    found = []
    for one in annotations_of(shipped_book()):
        lesson, name = one.asked
        exercise = next(some for some in lessons() if some.id == lesson).exercise(name)
        assert isinstance(exercise, BoundAnnotate)
        events = [first[one.asked] for first in firsts if one.asked in first]
        made = [attempt for event in events if (attempt := old_attempt(exercise, event))]
        rows = np.zeros((len(made), len(exercise.tokens)), int)
        for row, attempt in zip(rows, made, strict=True):
            for piece in attempt.read:
                if piece.label is one.label:
                    row[[*piece.words]] = 1
        found.append(Marked(rows, one))
    return found


def test_every_exercise_in_annotating_is_there_with_each_of_its_labels(
    marked: list[Marked],
) -> None:
    labels = [
        (lesson.id, exercise.id, label.value)
        for lesson in lessons()
        for exercise in map(lesson.exercise, lesson.own)
        if isinstance(exercise, BoundAnnotate)
        for label in exercise.labels
    ]
    assert sorted((*one.found.asked, one.found.label.value) for one in marked) == sorted(labels)


def test_the_shares_on_each_word_are_those_of_the_students(marked: list[Marked]) -> None:
    for rows, found in marked:
        assert found.students == len(rows)
        assert found.shares == pytest.approx(rows.mean(axis=0))
    assert sum(rows.sum() for rows, _ in marked) > 1000


def test_alpha_is_that_of_its_definition(marked: list[Marked]) -> None:
    known = 0
    for rows, found in marked:
        if rows.any():
            assert found.alpha
            assert found.alpha.alpha == pytest.approx(by_definition(rows.T))
            assert found.alpha.low <= found.alpha.alpha <= found.alpha.high
            known += 1
        else:
            assert found.alpha is None
    assert known >= 10


def test_the_words_of_the_key_are_those_of_this_label(marked: list[Marked]) -> None:
    for rows, found in marked:
        lesson, name = found.asked
        exercise = next(some for some in lessons() if some.id == lesson).exercise(name)
        assert isinstance(exercise, BoundAnnotate)
        key = [key.words for key in exercise.keys if key.label is found.label]
        assert found.key == {word for words in key for word in words}
        assert all(word < rows.shape[1] for word in found.key)


def test_full_agreement_is_one_and_none_is_that_of_chance() -> None:
    same = alpha_of(np.array([[9, 0], [0, 9], [9, 0], [0, 9]] * 5))
    assert same == (1, 1, 1)
    chance = np.random.default_rng(15).binomial(30, 0.3, size=400)
    none = alpha_of(np.column_stack([30 - chance, chance]))
    assert none
    assert none.low < 0 < none.high
    assert none.alpha == pytest.approx(0, abs=0.01)


def test_where_all_words_have_one_value_there_is_nothing_to_agree_on() -> None:
    assert alpha_of(np.array([[9, 0], [9, 0]])) is None
    assert alpha_of(np.array([[0, 9], [0, 9]])) is None


def test_the_same_answers_give_the_same_interval() -> None:
    some = counts(FOUR)
    assert alpha_of(some) == alpha_of(some)


# Of 150 classes with 30 students, the interval held the truth in 87 % with 40 words of which a
# quarter is marked, in 90 % with 60 and in 95 % with 100; in 95 % with 60 where half is marked.
@pytest.mark.parametrize(("words", "least"), [(100, 0.88), (60, 0.84)])
def test_the_interval_holds_the_truth_in_nearly_all_classes(
    monkeypatch: pytest.MonkeyPatch, words: int, least: float
) -> None:
    monkeypatch.setattr("helpers.classroom.findings.annotations.DRAWS", 100)
    chance = np.random.default_rng(15)
    a, b, classes = 0.5, 1.5, 60
    truth = 1 / (
        a + b + 1
    )  # the variance of Beta(a, b), as a share of the largest that its mean allows
    held = 0
    for _ in range(classes):
        marked = chance.binomial(30, chance.beta(a, b, size=words))
        found = alpha_of(np.column_stack([30 - marked, marked]))
        assert found
        held += found.low <= truth <= found.high
    assert least * classes <= held < classes
