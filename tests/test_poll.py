from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from support import ANSWERS, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.poll import Poll

if TYPE_CHECKING:
    from helpers.workbook import Answer


def right(exercise: Poll) -> Answer:
    return {"option": [exercise.options[0].id]}


def make() -> Poll:
    return msgspec.convert(write("poll"), Poll)


@pytest.mark.parametrize("view", ["a", "b"])
def test_no_view_is_scored(view: str) -> None:
    mark = mark_of(make(), {"option": [view]})
    assert (mark.scored, mark.feedback, mark.slips()) == (False, (), ())


def test_a_poll_counts_as_no_judgement() -> None:
    assert (make().graded, make().judgements()) == (False, ())


@given(ANSWERS)
def test_one_known_view_is_an_answer_and_nothing_else(answer: Answer) -> None:
    if answer.get("option") in (["a"], ["b"]):
        assert make().read(answer).text == f"Text {answer['option'][0]}"
    else:
        with pytest.raises(NotAnAnswerError, match="Choose an answer first"):
            make().read(answer)


def test_nobody_is_asked_how_sure_of_a_view() -> None:
    assert make().confidence_steps() == ()
