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
from helpers.kinds.exercises import open_exercises
from helpers.topics.casualties import Bounds
from helpers.view.card import render_card
from helpers.words import figure_text
from helpers.words.counted import number, span

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
    assert "1 of your 2 ranges holds its number. Your ranges cost 20 and 8,000." in text
    assert "How many men 40 men." in text
    assert "The number is from: Our count" in text
    assert "Your range, 30 to 50, holds the number." in text
    assert "Your range, 1,000 to 2,000, misses the number by 700." in text
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
    assert "The number is from: Our count" in page.text


@pytest.mark.parametrize("mine", [(30, 50), (0, 0), (5_000, 9_000), (0, 1_000_000), (40, 40)])
def test_each_range_has_its_cost_beside_it_and_two_rivals(
    exercises: LessonExercises, mine: tuple[float, float]
) -> None:
    low, high = mine
    answer = {**GIVEN, "men-low": [str(low)], "men-high": [str(high)]}
    page = parse(render_card(card_state(exercises, "guess", answer)))
    men, days = page.all("table")
    rows = [[cell.text for cell in row.all("th", "td")] for row in men.all("tr")[1:]]
    assert rows == [[name, *map(number, costs)] for name, *costs in (
        (f"{figure_text.MINE}, {span(low, high)}", high - low, *costs_of(low, high, 40)),
        (f"{figure_text.SHARP}, 41 to 45", 4, *costs_of(41, 45, 40)),
        (f"{figure_text.WIDEST}, 0 to 1,000,000", 1_000_000, 0, 1_000_000),
    )]  # fmt: skip
    assert len(days.all("tr")) == 3  # no sharp range is written for it
    for svg in page.all("svg")[:2]:
        words = " ".join(one.text for one in svg.all("text"))
        assert "known: 40" in words
        assert all(f"costs {row[-1]}" in words or f"its width: {row[-1]}" in words for row in rows)


def costs_of(low: float, high: float, truth: float) -> tuple[float, float]:
    """Give by how much a range misses, and what it costs: its width and ten times the miss."""
    miss = low - truth if truth < low else truth - high if truth > high else 0
    return miss, high - low + 10 * miss


def test_a_range_that_leaves_the_picture_is_drawn_open(exercises: LessonExercises) -> None:
    far = {**GIVEN, "men-low": ["5000"], "men-high": ["9000"]}
    for answer, own in ((GIVEN, []), (far, ["mine"])):
        svg = parse(render_card(card_state(exercises, "guess", answer))).all("svg")[0]
        pointed = [one.attrs["class"] for one in svg.all("polygon")]
        assert pointed == [*own, "rival", "known-tip"]


def test_the_sharp_ranges_of_the_lesson_cost_what_the_scale_says() -> None:
    numbers = open_exercises("04-forty").exercise("three-numbers")
    assert isinstance(numbers, Estimate)
    sharp = {one.id: (one.truth, *(one.sharp or ())) for one in numbers.items}
    costs = {one.id: one.score(Bounds(*one.sharp)) for one in numbers.items if one.sharp}
    assert costs == {
        name: costs_of(low, high, truth)[1] for name, (truth, low, high) in sharp.items()
    }
    assert costs == {"words": 100, "falklands": 10, "somme": 8_100}
