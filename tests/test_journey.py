from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from reader import parse
from support import answering, card_state, make_card, make_exercises, message, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.exercises import open_exercises
from helpers.kinds.journey import Journey
from helpers.view.card import render_card
from helpers.words import answer_text, figure_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

ONE = {"one-low": ["0"], "one-high": ["10"]}
TWO = {**ONE, "two-low": ["30"], "two-high": ["50"], "two-reason": ["evidence"]}
ALL = {**TWO, "end-low": ["30"], "end-high": ["50"], "end-reason": ["stayed"]}


def right(exercise: Journey) -> Answer:
    """Widen a range at every stop, for a reason that is none of ours."""
    found: Answer = {}
    for place, stop in enumerate(exercise.steps):
        found |= {f"{stop.id}-low": ["10"], f"{stop.id}-high": [f"{1000 * (place + 1):,}"]}
        found |= {f"{stop.id}-reason": ["other"]} if place else {}
    return found


def steps(exercise: Journey, answer: Answer) -> list[Answer]:
    """Send one stop after the other, each with the way so far."""
    stops = [f"{stop.id}-" for stop in exercise.steps]
    return [
        {field: values for field, values in answer.items() if field.startswith(tuple(way))}
        for way in (stops[: place + 1] for place in range(len(stops)))
    ]


def make() -> Journey:
    return msgspec.convert(write("journey"), Journey)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("journey"))


def test_a_journey_goes_on_until_its_last_stop() -> None:
    assert [make().complete(make().read(answer)) for answer in (ONE, TWO, ALL)] == [
        False,
        False,
        True,
    ]
    assert [(one.stop.id, one.range.high, one.reason) for one in make().read(TWO)] == [
        ("one", 10, "stayed"),
        ("two", 50, "evidence"),
    ]


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({}, "Stop 1: write two numbers"),
        ({**ONE, "one-high": ["x"]}, "Stop 1: write two numbers"),
        ({**TWO, "two-low": ["60"]}, "Stop 2: write the smaller number first"),
        ({**TWO, "two-reason": []}, "Say also why your range moved"),
        ({**TWO, "two-reason": ["because"]}, "Say also why your range moved"),
        ({**ONE, "end-low": ["1"], "end-high": ["2"], "end-reason": ["other"]}, "Stop 2: write"),
    ],
)
def test_a_stop_that_is_left_out_is_named(answer: Answer, says: str) -> None:
    with pytest.raises(NotAnAnswerError, match=says):
        make().read(answer)


SAME = {"two-low": ["0"], "two-high": ["10"]}


@pytest.mark.parametrize(
    ("stop", "says"),
    [
        ({"two-reason": ["stayed"]}, answer_text.MOVED_AND_STAYED),
        ({**SAME, "two-reason": ["evidence"]}, answer_text.STAYED_FOR_A_REASON),
    ],
)
def test_a_reason_that_the_numbers_contradict_is_refused_at_its_stop(
    exercises: LessonExercises, tmp_path: Path, stop: Answer, says: str
) -> None:
    card, told = make_card(exercises, "trip", Workbook(tmp_path / "work"))
    card.widget.hear(message("trip", answer=ONE))
    card.widget.hear(message("trip", answer={**TWO, **stop}))
    assert (card.widget.says, card.widget.field) == (says, "two-reason")
    assert told[-1]["refused"]
    assert [event.answer for event in card.desk.book.events] == [ONE]


def test_a_range_that_stayed_and_is_said_to_is_taken(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    card, _ = make_card(exercises, "trip", Workbook(tmp_path / "work"))
    for answer in (ONE, {**ONE, **SAME, "two-reason": ["stayed"]}):
        card.widget.hear(message("trip", answer=answer))
    assert len(card.desk.book.events) == 2


def test_what_was_kept_before_anybody_doubted_it_is_still_shown(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    book = Workbook(tmp_path / "work")
    book.add(answering("trip", {**ALL, **SAME, "two-reason": ["evidence"]}))
    card, _ = make_card(exercises, "trip", book)
    assert "After." in card.widget.markup


def test_what_was_kept_before_anybody_doubted_it_lets_the_journey_go_on(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    book = Workbook(tmp_path / "work")
    begun = {**TWO, **SAME, "two-reason": ["evidence"]}
    book.add(answering("trip", ONE), answering("trip", begun))
    card, _ = make_card(exercises, "trip", book)
    card.widget.hear(message("trip", answer={**ALL, **begun, "end-reason": ["evidence"]}))
    assert "After." in card.widget.markup


def test_a_stop_that_brings_two_things_says_both(tmp_path: Path) -> None:
    written = write("journey")
    written["steps"][1]["brings"] = ["evidence", "interest"]
    lesson = make_exercises(tmp_path / "two", written)
    rows = parse(render_card(card_state(lesson, "trip", ALL))).marked("outcome")[0].all("li")
    said = [figure_text.BROUGHT[what] in rows[1].text for what in figure_text.BROUGHT]
    assert said == [what in {"evidence", "interest"} for what in figure_text.BROUGHT]


def test_a_stop_that_brings_nothing_at_all_is_found(tmp_path: Path) -> None:
    written = write("journey")
    written["steps"][1]["brings"] = []
    lesson = make_exercises(tmp_path / "none", written)
    flaws = lesson.written("trip").flaws(lesson.article, ())
    assert [flaw.item for flaw in flaws] == ["trip, two"]


def test_a_stop_shows_who_says_it_what_is_counted_on_what_basis_and_whose_interest(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "trip")))
    [origin] = page.marked("origin")
    facts = zip(origin.all("dt"), origin.all("dd"), strict=True)
    assert {word.text: fact.text for word, fact in facts} == {
        "When": "2024-10-30",
        "Who says it": "The mayor",
        "What is counted": "men who left",
        "On what basis": "what he saw",
        "Who has an interest": "party",
    }
    assert not any(
        word in page.text for word in ("Says two", "Why", "After", figure_text.WHY_MOVED)
    )


def test_the_next_stop_carries_the_way_along(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "trip", {**ONE, "one-high": ["1,234,567"]})))
    hidden = [node.attrs for node in page.all("input") if node.attrs["type"] == "hidden"]
    unseen = {attrs["name"]: [attrs["value"]] for attrs in hidden}
    assert make().read(unseen)[0].range == (0, 1_234_567)
    assert "Stop 2 of 3" in page.text
    assert "Your range: 0 to 1,234,567." in page.text
    assert figure_text.WHY_MOVED in page.text
    assert "Why one." not in page.text


def test_at_the_end_each_range_meets_what_was_stated_later_by_claimant(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "trip", ALL)))
    rows = [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")[1:]]
    assert rows == [
        ["2024-10-30", "0 to 10", "none", "A clerk: 40 or more; The mayor: 55 to 60"],
        ["2024-11-05", "30 to 50", "none", "The mayor: 55 to 60"],
        ["2024-12-01", "30 to 50", "none", "none"],
    ]
    assert "Your last range, 30 to 50, contains 1 of the 2 figures for the killed" in page.text


def test_at_the_end_each_move_is_set_beside_what_the_stop_brought(
    exercises: LessonExercises,
) -> None:
    rows = [
        li.text
        for li in parse(render_card(card_state(exercises, "trip", ALL)))
        .marked("outcome")[0]
        .all("li")
    ]
    assert rows[0].startswith("2024-10-30. Stated one.")
    assert "It was your first." in rows[0]
    assert "It moved from 0 to 10. Your reason: There is new evidence." in rows[1]
    assert "It stayed. Your reason: It did not move." in rows[2]
    assert figure_text.BROUGHT["revision"] in rows[2]
    assert "Why end." in rows[2]


def test_every_stop_is_kept_on_its_own(exercises: LessonExercises, tmp_path: Path) -> None:
    card, _ = make_card(exercises, "trip", Workbook(tmp_path / "work"))
    for answer in (ONE, TWO, ALL):
        assert "After." not in card.widget.markup
        card.hear(card.widget, message("trip", answer=answer))
    assert [event.answer for event in card.desk.book.events] == [ONE, TWO, ALL]
    assert "After." in card.widget.markup


def test_the_time_machine_goes_through_its_stops_in_the_order_of_their_dates() -> None:
    exercises = open_exercises("04-forty")
    machine = exercises.exercise("time-machine")
    assert isinstance(machine, Journey)
    rows = [exercises.dossier(machine).rows(machine.table, stop.rows) for stop in machine.steps]
    dates = [row["date"] for some in rows for row in some]
    assert len(rows) >= 5
    assert dates == sorted(dates)
    brought = {what for stop in machine.steps for what in stop.brings}
    assert brought == set(figure_text.BROUGHT)


def test_a_statement_is_drawn_on_the_line_of_the_stop_at_which_it_is_known(
    exercises: LessonExercises,
) -> None:
    [svg] = parse(render_card(card_state(exercises, "trip", ALL))).all("svg")
    lines = [float(bar.attrs["y"]) + 6 for bar in svg.all("rect")]
    dots = [float(dot.attrs["cy"]) for dot in svg.all("circle")]
    assert dots == pytest.approx(lines[1:])
