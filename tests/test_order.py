from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import ANSWERS, write

from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.order import Order

if TYPE_CHECKING:
    from helpers.workbook import Answer


def make() -> Order:
    return msgspec.convert(write("order"), Order)


def grades(order: str) -> dict[str, Outcome]:
    return {part.item: part.grade for part in make().mark({"order": list(order)}).parts}


@pytest.mark.parametrize(
    ("order", "wrong_pairs"),
    [("abcd", 0), ("acbd", 0), ("bacd", 1), ("dabc", 3), ("dcba", 5), ("abdc", 1)],
)
def test_an_order_counts_by_the_pairs_that_stand_the_right_way_round(
    order: str, wrong_pairs: int
) -> None:
    assert make().mark({"order": list(order)}).score == pytest.approx(1 - wrong_pairs / 6)


@pytest.mark.parametrize("order", ["abcd", "acbd"])
def test_tied_items_may_stand_either_way_round(order: str) -> None:
    assert make().mark({"order": list(order)}).right
    assert set(grades(order).values()) == {Outcome.RIGHT}


def test_a_tempting_order_names_its_slip_on_the_item_that_was_put_first() -> None:
    mark = make().mark({"order": list("dabc")})
    wrong = [part for part in mark.feedback if part.grade is Outcome.WRONG]
    assert [(part.item, part.why) for part in wrong] == [("d", "Slip. Why d.")]
    assert mark.slips() == ("x=y",)


def test_an_order_without_a_slip_names_no_slip() -> None:
    assert make().mark({"order": list("bacd")}).slips() == ()


def test_only_items_that_moved_are_called_close() -> None:
    assert grades("abdc") == {
        "a": Outcome.RIGHT, "b": Outcome.RIGHT, "c": Outcome.CLOSE, "d": Outcome.CLOSE,
    }  # fmt: skip


def test_every_order_is_marked_between_nothing_and_all() -> None:
    scores = {o: make().mark({"order": list(o)}).score for o in permutations("abcd")}
    assert all(0 <= score <= 1 for score in scores.values())
    assert {o for o, score in scores.items() if score == 1} == {tuple("abcd"), tuple("acbd")}


@pytest.mark.parametrize("order", ["", "abc", "abcdd", "abcz", "abcda"])
def test_what_is_not_every_item_once_is_no_answer(order: str) -> None:
    with pytest.raises(NotAnAnswerError, match="Bring the items into an order"):
        make().mark({"order": list(order)})


@given(ANSWERS)
def test_any_answer_is_marked_or_refused(answer: Answer) -> None:
    try:
        score = make().mark(answer).score
    except NotAnAnswerError:
        return
    assert 0 <= score <= 1


def test_confidence_starts_at_half_because_half_of_all_pairs_stand_right_by_chance() -> None:
    assert make().confidence_steps() == (50, 60, 70, 80, 90, 100)
