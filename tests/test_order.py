from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import mark_of, write

from helpers.kinds.base import NotAnAnswerError, Outcome
from helpers.kinds.order import Order
from helpers.words import answer_text

if TYPE_CHECKING:
    from helpers.kinds.base import Mark
    from helpers.workbook import Answer


def right(exercise: Order) -> Answer:
    return {"order": [item.id for item in exercise.items]}


def slipped(exercise: Order) -> Answer:
    slip = exercise.tempting[0]
    order = [item.id for item in exercise.items if item.id != slip.put]
    order.insert(order.index(slip.before), slip.put)
    return {"order": order}


def make() -> Order:
    return msgspec.convert(write("order"), Order)


def mark(order: str) -> Mark:
    return mark_of(make(), {"order": list(order)})


def outcomes(order: str) -> dict[str, Outcome]:
    return {one.item: one.outcome for one in mark(order).feedback}


@pytest.mark.parametrize(
    ("order", "wrong_pairs"),
    [("abcd", 0), ("acbd", 0), ("bacd", 1), ("dabc", 3), ("dcba", 5), ("abdc", 1)],
)
def test_an_order_counts_by_the_pairs_that_stand_the_right_way_round(
    order: str, wrong_pairs: int
) -> None:
    assert mark(order).score == pytest.approx(1 - wrong_pairs / 6)


@pytest.mark.parametrize("order", ["abcd", "acbd"])
def test_tied_items_may_stand_either_way_round(order: str) -> None:
    assert mark(order).right
    assert set(outcomes(order).values()) == {Outcome.RIGHT}


def test_a_tempting_order_names_its_slip_on_the_item_that_was_put_first() -> None:
    wrong = [one for one in mark("dabc").feedback if one.outcome is Outcome.WRONG]
    assert [(one.item, one.why) for one in wrong] == [("d", "Slip. Why d.")]
    assert mark("dabc").slips() == ("x=y",)


def test_an_order_without_a_slip_names_no_slip() -> None:
    assert mark("bacd").slips() == ()


def test_only_items_that_moved_are_called_close() -> None:
    assert outcomes("abdc") == {
        "a": Outcome.RIGHT, "b": Outcome.RIGHT, "c": Outcome.CLOSE, "d": Outcome.CLOSE,
    }  # fmt: skip


def test_every_order_is_marked_between_nothing_and_all() -> None:
    scores = {order: mark("".join(order)).score for order in permutations("abcd")}
    assert all(0 <= score <= 1 for score in scores.values())
    assert {o for o, score in scores.items() if score == 1} == {tuple("abcd"), tuple("acbd")}


@pytest.mark.parametrize("order", ["", "abc", "abcdd", "abcz", "abcda"])
def test_what_is_not_every_item_once_is_no_answer(order: str) -> None:
    with pytest.raises(NotAnAnswerError, match="Bring the items into an order"):
        mark(order)


def test_half_of_all_pairs_stand_right_by_chance() -> None:
    assert (make().chance, make().confidence_steps()) == (0.5, ())


def test_before_the_last_try_an_item_says_its_own_reason_and_which_way_it_goes() -> None:
    first = {one.item: one.first for one in mark("dabc").feedback}
    assert first["d"] == f"{answer_text.DOWN} Slip. Why d."
    assert [first[name] for name in "abc"] == [f"{answer_text.UP} Why {name}." for name in "abc"]
    assert [one.first for one in mark("abcd").feedback] == [""] * 4


def test_who_has_it_all_the_other_way_round_has_fallen_for_nothing() -> None:
    assert mark("dcba").slips() == mark("dbca").slips() == ()
    assert mark("dabc").slips() == ("x=y",)
