from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from support import ANSWERS, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.scale import Scale
from helpers.words import card_text

if TYPE_CHECKING:
    from helpers.workbook import Answer

STEPS = [str(number) for number in range(5)]


def right(exercise: Scale) -> Answer:
    del exercise
    return {"step": ["3"]}


def make() -> Scale:
    return msgspec.convert(write("scale"), Scale)


@pytest.mark.parametrize("step", STEPS)
def test_no_step_is_scored(step: str) -> None:
    mark = mark_of(make(), {"step": [step]})
    assert (mark.scored, mark.feedback, mark.slips()) == (False, (), ())


def test_there_is_a_word_for_every_step() -> None:
    assert len(card_text.AGREE_WORDS) == len(STEPS)


def test_nobody_is_asked_how_sure_of_a_view() -> None:
    assert make().confidence_steps() == ()


@given(ANSWERS)
def test_one_known_step_is_an_answer_and_nothing_else(answer: Answer) -> None:
    if answer.get("step") in [[step] for step in STEPS]:
        assert make().read(answer) == int(answer["step"][0])
    else:
        with pytest.raises(NotAnAnswerError, match="Choose a step first"):
            make().read(answer)
