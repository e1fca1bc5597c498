from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from support import ANSWERS, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.item import Item

if TYPE_CHECKING:
    from helpers.workbook import Answer


def right(exercise: Item) -> Answer:
    return {"option": [exercise.options[0].id]}


def make(**fields: object) -> Item:
    return msgspec.convert({**write("item"), **fields}, Item)


@pytest.mark.parametrize("option", ["a", "b", "c", "d"])
def test_no_option_is_marked(option: str) -> None:
    mark = mark_of(make(), {"option": [option]})
    assert (mark.scored, mark.feedback, mark.slips()) == (False, (), ())


def test_an_item_is_never_graded_on_its_card() -> None:
    assert (make().graded, make().judgements()) == (False, ())


def test_every_item_asks_how_sure_one_is_from_chance_to_certain() -> None:
    assert make().confidence_steps() == (25, 44, 62, 81, 100)


@given(ANSWERS)
def test_one_known_option_is_an_answer_and_nothing_else(answer: Answer) -> None:
    if answer.get("option") in (["a"], ["b"], ["c"], ["d"]):
        assert make().read(answer).text == f"Text {answer['option'][0]}"
    else:
        with pytest.raises(NotAnAnswerError, match="Choose an answer first"):
            make().read(answer)
