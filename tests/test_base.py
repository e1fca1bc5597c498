from __future__ import annotations

import pytest

from helpers.kinds.base import (
    Exercise,
    Feedback,
    Mark,
    NotAnAnswerError,
    Outcome,
    only,
    share_right,
)
from helpers.words import tally_text


def feedback(outcome: Outcome, slip: str = "", *, chosen: bool = True) -> Feedback:
    said = {"verdict": "So.", "why": "Why.", "slip": slip}
    return Feedback(item="a", outcome=outcome, chosen=chosen, **said)


@pytest.mark.parametrize(
    ("score", "right"), [(1.0, True), (sum([0.1] * 10), True), (0.999, False), (0.5, False)]
)
def test_only_a_full_score_leaves_nothing_to_mend(*, score: float, right: bool) -> None:
    assert Mark(score, ()).right is right


def test_a_slip_counts_once_and_only_where_it_was_chosen_and_wrong() -> None:
    wrong, other = feedback(Outcome.WRONG, "x=y"), feedback(Outcome.WRONG, "z=y")
    hidden, fine = feedback(Outcome.WRONG, "a=b", chosen=False), feedback(Outcome.ARGUABLE, "c=d")
    assert Mark(0, (other, wrong, hidden, fine, other)).slips() == ("z=y", "x=y")


@pytest.mark.parametrize(
    ("outcomes", "score"),
    [("", 1), ("R", 1), ("RW", 1 / 2), ("RWA", 1 / 2), ("A", 1), ("RCM", 1 / 3)],
)
def test_arguable_parts_count_neither_way(outcomes: str, score: float) -> None:
    first = {"R": Outcome.RIGHT, "W": Outcome.WRONG, "A": Outcome.ARGUABLE}
    first |= {"C": Outcome.CLOSE, "M": Outcome.MISSED}
    assert share_right(feedback(first[name]) for name in outcomes) == pytest.approx(score)


@pytest.mark.parametrize("values", [[], ["z"], ["a", "a"], [""]])
def test_anything_but_one_known_value_is_no_answer(values: list[str]) -> None:
    with pytest.raises(NotAnAnswerError, match="Choose"):
        only({"option": values}, "option", "ab", "Choose.")


def test_without_chance_the_words_for_how_sure_lie_evenly_from_nothing_to_all() -> None:
    words = [Exercise(id="x", ask="?").confidence_word(percent) for percent in range(0, 101, 25)]
    assert words == [0, 1, 2, 3, 4]


def test_nobody_is_asked_how_sure_unless_the_kind_says_so() -> None:
    exercise = Exercise(id="x", ask="?")
    assert (exercise.asks_confidence, exercise.confidence_steps()) == (False, ())


def test_what_is_right_is_counted_of_all_parts_and_an_arguable_one_apart() -> None:
    outcomes = [Outcome.RIGHT, Outcome.ARGUABLE, Outcome.CLOSE, Outcome.WRONG, Outcome.MISSED]
    mark = Mark(0.5, tuple(map(feedback, outcomes)))
    said = tally_text.sorted_rightly(1, 1, 5)
    assert Exercise(id="x", ask="?").tally(mark) == said != ""
