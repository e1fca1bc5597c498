from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse
from support import card_state, make_exercises, mark_of, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.estimate import Estimate
from helpers.view.card import render_card

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

GIVEN = {"men-low": ["30"], "men-high": ["50"], "days-low": ["1,000"], "days-high": ["2 000"]}
FIELDS = st.sampled_from(["men-low", "men-high", "days-low", "days-high"]) | st.text()
VALUES = st.lists(st.sampled_from(["1", "40", "forty", "-1", "1e9", "inf", "nan"]) | st.text())


def right(exercise: Estimate) -> Answer:
    """Give ranges that hold the truth, a tenth to each side of it."""
    ends = {"low": 0.9, "high": 1.1}
    return {
        f"{item.id}-{end}": [f"{times * item.truth:,.0f}"]
        for item in exercise.items
        for end, times in ends.items()
    }


def make() -> Estimate:
    return msgspec.convert(write("estimate"), Estimate)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("estimate"))


def test_ranges_are_read_as_people_write_numbers() -> None:
    assert make().read(GIVEN) == {"men": (30, 50), "days": (1000, 2000)}
    assert make().read({**GIVEN, "men-low": ["thirty"], "men-high": ["forty-two"]})["men"] == (
        30,
        42,
    )


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("men-low", "", "How many men: write two numbers"),
        ("men-high", "about forty", "How many men: write two numbers"),
        ("days-high", "1.200", "How many days: write two numbers"),
    ],
)
def test_what_is_no_number_says_which_one(field: str, value: str, says: str) -> None:
    with pytest.raises(NotAnAnswerError, match=says) as refused:
        make().read({**GIVEN, field: [value]})
    assert refused.value.field == field


@pytest.mark.parametrize(("field", "value"), [("men-low", "60"), ("men-high", "2000000000")])
def test_what_is_no_range_says_what_to_do(field: str, value: str) -> None:
    says = "How many men: write the smaller number first"
    with pytest.raises(NotAnAnswerError, match=says) as refused:
        make().read({**GIVEN, field: [value]})
    assert refused.value.field == "men-low"


@given(st.dictionaries(FIELDS, VALUES))
def test_any_answer_is_ranges_or_a_sentence_says_why_not(answer: Answer) -> None:
    with suppress(NotAnAnswerError):
        assert all(low <= high for low, high in make().read(answer).values())


def test_ranges_are_neither_graded_nor_asked_for_confidence() -> None:
    assert (mark_of(make(), GIVEN).scored, make().confidence_steps()) == (False, ())


def test_no_number_is_told_before_the_ranges_are_kept(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "guess")))
    said = page.text + "".join(str(node.attrs) for node in page)
    assert not any(word in said for word in ("40", "300", "Why", "Our count", "After"))


def test_each_range_is_set_beside_what_is_known_with_its_score_in_words(
    exercises: LessonExercises,
) -> None:
    text = parse(render_card(card_state(exercises, "guess", GIVEN))).text
    assert "1 of your 2 ranges hold the number." in text
    assert "How many men 40 men (Our count)" in text
    assert "Your range, 30 to 50, is 20 wide and holds the number." in text
    assert "is 1,000 wide and misses by 700, which costs ten times that: 8,000 in all." in text
    assert "Why days." in text
    assert text.endswith("After.Start this exercise again")


LINKS = {"S1": [], "men/M1": ["https://example.org/m1"], "men/M2": []}


@pytest.mark.parametrize(("address", "leads"), LINKS.items())
def test_the_source_of_a_number_leads_to_its_page(
    tmp_path: Path, address: str, leads: list[str]
) -> None:
    guess = write("estimate")
    guess["items"][0]["address"] = address
    exercises = make_exercises(tmp_path, guess)
    table = "row_id,url\nM1,https://example.org/m1\nM2,javascript:alert(1)\n"
    (tmp_path / "seeds/rell/men.csv").write_text(table, encoding="utf-8")
    page = parse(render_card(card_state(exercises, "guess", GIVEN)))
    links = [link.attrs["href"] for link in page.all("a")]
    assert links == [*leads, "https://example.org/days"]
    assert "How many men 40 men (Our count)" in page.text
