from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from reader import parse
from support import ANSWERS, card_state, make_exercises, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.panel import Panel
from helpers.view.card import render_card
from helpers.words import card_text

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer


def right(exercise: Panel) -> Answer:
    return {"option": [exercise.options[0].id]}


def make(takes: str = "aba", **fields: object) -> Panel:
    panel = [{"who": f"Editor {n}", "takes": one, "why": "So."} for n, one in enumerate(takes)]
    return msgspec.convert(write("panel", panel=panel, **fields), Panel)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("panel"), write("panel", id="swapped", again="decide"))


@pytest.mark.parametrize(("course", "share"), [("a", 2 / 3), ("b", 1 / 3)])
def test_a_decision_earns_the_share_of_the_panel_and_never_counts(
    course: str, share: float
) -> None:
    mark = mark_of(make(), {"option": [course]})
    assert (mark.score, mark.scored) == (share, False)


def test_most_of_the_panel_decides_whether_it_counts_as_sound() -> None:
    found = [make(takes).judgements() for takes in ("aaa", "aab", "aabb", "abb", "bbb")]
    assert found == [(True,), (True,), (False,), (False,), (False,)]


def test_a_panel_without_a_sound_course_judges_nothing() -> None:
    assert make(options=[{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]).judgements() == ()


@given(ANSWERS)
def test_one_known_course_is_an_answer_and_nothing_else(answer: Answer) -> None:
    if answer.get("option") in (["a"], ["b"]):
        assert make().read(answer).text == f"Text {answer['option'][0]}"
    else:
        with pytest.raises(NotAnAnswerError, match="Choose an answer first"):
            make().read(answer)


def test_nobody_of_the_panel_is_seen_before_the_decision(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "decide")))
    assert "Editor" not in page.text
    assert "Why" not in page.text


def test_the_decision_stands_in_the_distribution_beside_every_reason(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "decide", {"option": ["b"]})))
    rows = [[cell.text.strip() for cell in row.all("th", "td")] for row in page.all("tr")]
    assert rows[1:] == [["Text a", "2 of 3"], [f"Text b {card_text.YOUR_ANSWER}", "1 of 3"]]
    for said in ("Editor one: Text a", "Why two.", "said", "After.", "A look."):
        assert said in page.text


@pytest.mark.parametrize(
    ("now", "said"), [("a", card_text.SAME_AS_BEFORE), ("b", card_text.NOT_AS_BEFORE)]
)
def test_a_second_decision_is_compared_with_the_first(
    exercises: LessonExercises, now: str, said: str
) -> None:
    first = card_state(exercises, "decide", {"option": ["a"]}).attempts
    page = parse(render_card(card_state(exercises, "swapped", {"option": [now]}, earlier=first)))
    assert f"{said} Then: Text a. Now: Text {now}." in page.text
