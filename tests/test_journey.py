from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pandas as pd
import pytest
from reader import parse
from support import answering, card_state, make_card, make_exercises, message, write

from helpers.kinds.base import NotAnAnswerError
from helpers.kinds.exercises import open_exercises
from helpers.kinds.journey import REASONS, Journey
from helpers.paths import ROOT
from helpers.texts.dossier import open_dossier
from helpers.view.card import render_card
from helpers.words import answer_text, figure_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from reader import Node

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
        ({**TWO, "two-reason": []}, "Your range has moved. Say also why"),
        ({**TWO, "two-reason": ["because"]}, "Say also why"),
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


@pytest.mark.parametrize("said", [{}, {"two-reason": ["stayed"]}])
def test_a_range_that_stayed_is_a_full_answer(
    exercises: LessonExercises, tmp_path: Path, said: Answer
) -> None:
    card, _ = make_card(exercises, "trip", Workbook(tmp_path / "work"))
    for answer in (ONE, {**ONE, **SAME, **said}):
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
    assert figure_text.brought(["evidence", "interest"]) in rows[1].text


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
        "When": "30 October 2024",
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
    assert figure_text.WHY_MOVED in page.text


@pytest.mark.parametrize("high", ["1,234,567", "10", "12.25", "1000000000"])
def test_the_next_stop_begins_with_the_last_range_and_can_leave_it(
    exercises: LessonExercises, high: str
) -> None:
    page = parse(render_card(card_state(exercises, "trip", {**ONE, "one-high": [high]})))
    sent = {node.attrs["name"]: [node.attrs["value"]] for node in page.all("input")
            if node.attrs["type"] in {"hidden", "text"}}  # fmt: skip
    first, second = make().read(sent)
    assert (second.range, second.reason) == (first.range, "stayed")
    leave = [one.text for one in page.all("button") if one.attrs.get("data-tool") == "leave"]
    assert leave == [figure_text.LEAVE]
    offered = [one.attrs["value"] for one in page.all("input") if one.attrs["type"] == "radio"]
    assert offered == [reason for reason in REASONS if reason != "stayed"]


def test_the_first_stop_has_nothing_to_leave(exercises: LessonExercises) -> None:
    page = parse(render_card(card_state(exercises, "trip")))
    assert not [one for one in page.all("button") if one.attrs.get("data-tool") == "leave"]
    assert all("value" not in one.attrs for one in page.all("input") if one.attrs["type"] == "text")
    assert not page.all("svg")


def test_each_stop_is_answered_in_a_sentence_with_the_way_so_far(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "trip", ONE)))
    [told] = page.marked("feedback")
    assert told.text == (
        "Your first range is 0 to 10. This stop brought nothing to go by. Why one."
    )
    assert "After 1 of 3 stops, your range is 0 to 10." in page.text
    page = parse(render_card(card_state(exercises, "trip", TWO)))
    [told] = page.marked("feedback")
    assert told.text == (
        "Your range was 0 to 10 and is now 30 to 50. Your reason: There is new evidence. "
        "This stop brought new evidence. Why two."
    )
    assert "The mayor, 1 Dec" not in page.text  # what is still to come is not drawn


def test_the_slider_has_round_values_and_says_what_each_handle_is(
    exercises: LessonExercises,
) -> None:
    page = parse(render_card(card_state(exercises, "trip", ONE)))
    [place] = [one for one in page.all("div") if "data-range" in one.attrs]
    values = [float(one) for one in place.attrs["data-range"].split()]
    assert values == sorted(set(values))
    assert (values[0], values[-1], place.attrs["data-unit"]) == (0, 10**4, "men")
    handles = [one.attrs for one in place.all("input") if one.attrs["type"] == "range"]
    assert [one["aria-label"] for one in handles] == [figure_text.LOW_END, figure_text.HIGH_END]
    assert all(one["name"].startswith("_") for one in handles)
    assert all(one["max"] == str(len(values) - 1) for one in handles)
    [marks] = place.marked("rail-numbers")
    # Evenly spread, so the values that they name must be, too.
    named = [values.index(float(one.text.replace(",", ""))) for one in marks.all("span")]
    assert len({two - one for one, two in pairwise(named)}) == 1


def cells(page: Node) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")[1:]]


def test_the_table_has_each_stop_with_its_range_and_each_statement(
    exercises: LessonExercises,
) -> None:
    assert cells(parse(render_card(card_state(exercises, "trip", ALL)))) == [
        ["30 October 2024", "Stated one.", "0 to 10", "Your first range is 0 to 10.",
         "This stop brought nothing to go by."],
        ["5 November 2024", "A clerk: at least 40", "30 to 50",
         "Your range was 0 to 10 and is now 30 to 50. Your reason: There is new evidence.",
         "This stop brought new evidence."],
        ["1 December 2024", "The mayor: 55 to 60", "30 to 50", "You left your range at 30 to 50.",
         "This stop brought a revised figure from the same source."],
    ]  # fmt: skip


def test_a_statement_between_the_stops_has_a_row_and_a_mark_in_the_end(tmp_path: Path) -> None:
    written = write("journey")
    end = written["steps"].pop(1)
    lesson = make_exercises(tmp_path, written)
    answer = {name: given for name, given in ALL.items() if not name.startswith(end["id"])}
    page = parse(render_card(card_state(lesson, "trip", {**answer, "end-reason": ["other"]})))
    assert ["5 November 2024", "A clerk: at least 40", figure_text.NO_STOP, "", ""] in cells(page)
    assert "A clerk, 5 Nov" in page.text


@pytest.mark.parametrize(
    ("last", "says"),
    [
        (("30", "50"), [("The mayor", "55 to 60", figure_text.WHOLE, "ends below that, at 50")]),
        (("56", "57"), []),
        (("70", "90"), [("The mayor", "55 to 60", figure_text.WHOLE, "begins above that, at 70")]),
        (("0", "9"), [("A clerk", "at least 40", figure_text.FLOOR, "ends below that, at 9"),
                      ("The mayor", "55 to 60", figure_text.WHOLE, "ends below that, at 9")]),
    ],
)  # fmt: skip
def test_in_the_end_it_is_told_what_cannot_be_true_with_the_last_range(
    exercises: LessonExercises, last: tuple[str, str], says: list[tuple[str, ...]]
) -> None:
    low, high = last
    answer = {**ALL, "end-low": [low], "end-high": [high], "end-reason": ["other"]}
    if last == ("30", "50"):
        del answer["end-reason"]
    page = parse(render_card(card_state(exercises, "trip", answer)))
    assert (figure_text.CONTRADICTS_NONE.format(all=2) in page.text) is not says
    told = [one.text for one in page.marked("feedback")[0].all("li")]
    for words in says:
        assert any(all(word in one for word in words) for one in told), (words, told)


def test_the_headline_says_what_moved_the_range_and_how_wide_it_is(
    exercises: LessonExercises,
) -> None:
    [finding] = parse(render_card(card_state(exercises, "trip", ALL))).marked("finding")
    assert finding.text == (
        "Your range moved at 1 of the 2 stops after the first: 1 brought new evidence. Your last "
        "range, 30 to 50, is 20 wide."
    )
    still = {f"{stop}-{end}": [value] for stop in ("one", "two", "end")
             for end, value in (("low", "0"), ("high", "10"))}  # fmt: skip
    [finding] = parse(render_card(card_state(exercises, "trip", still))).marked("finding")
    assert finding.text.startswith("Your range never moved, and leaving it is a full answer.")


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


def test_floors_are_arrows_and_a_word_alone_is_hollow_or_dashed(
    exercises: LessonExercises,
) -> None:
    wide, narrow = parse(render_card(card_state(exercises, "trip", ALL))).all("svg")
    for svg in (wide, narrow):
        drawn = [one.attrs["class"] for one in svg.all("path", "circle")]
        assert drawn.count("stated open") == 1  # the clerk's floor
        [floor] = [one for one in svg.all("path") if one.attrs["class"] == "stated open"]
        assert floor.attrs["d"].count("M") == 4  # base, shaft, and two halves of a head
        assert drawn.count("word-alone") == 1  # the mayor's number


TABLE = "seeds/kursk/nk_figures.csv"
DAY = pd.Timestamp("2025-09-02")


@pytest.mark.parametrize(
    ("low", "high"), [(0, 0), (0, 6000), (500, 1500), (1500, 2500), (2500, 4000), (0, 38), (39, 99)]
)
def test_what_the_last_range_contradicts_is_what_the_table_says(low: int, high: int) -> None:
    exercises = open_exercises("04-forty")
    machine = exercises.exercise("time-machine")
    assert isinstance(machine, Journey)
    answer = {f"{stop.id}-{end}": [str(value)] for stop in machine.steps
              for end, value in (("low", low), ("high", high))}  # fmt: skip
    table = pd.read_csv(ROOT / TABLE, parse_dates=["date"]).set_index("row_id")
    rows = table.loc[[one.row for one in machine.said]]
    assert (rows.killed_low.notna() & (rows.date <= DAY)).all()
    # The dead of an earlier day are dead on the last one; only the last day's number has a ceiling.
    too_low = rows.killed_low > high
    too_high = (rows.date == DAY) & (rows.killed_high < low)
    way = machine.read(answer)
    against = machine.contradicted(way, exercises.dossier(machine))
    assert {one.row for one, _ in against} == set(rows.index[too_low | too_high])
    page = parse(render_card(card_state(exercises, "time-machine", answer)))
    # Of many, those that lie furthest outside, in the order of their days.
    gap = (rows.killed_low - high).where(too_low, low - rows.killed_high)[too_low | too_high]
    furthest = gap.nlargest(3).index
    expected = [f"{rows.claimant[row]}, {rows.date[row].day} " for row in
                rows.loc[furthest].sort_values("date", kind="stable").index]  # fmt: skip
    shown = [li.text for ul in page.marked("against") for li in ul.all("li")]
    assert len(shown) == len(expected)
    assert all(text.startswith(start) for text, start in zip(shown, expected, strict=True))
    assert f"is {high - low:,} wide." in page.text or low == high


def test_every_statement_of_the_time_machine_is_one_of_the_killed() -> None:
    machine = open_exercises("04-forty").exercise("time-machine")
    assert isinstance(machine, Journey)
    table = pd.read_csv(ROOT / TABLE).set_index("row_id")
    rows = table.loc[[one.row for one in machine.said]]
    assert not rows.casualty_definition.fillna("").str.contains("not a count|not clearly").any()
    floors = {
        one.row for one, stated in machine.statements(open_dossier("kursk")) if stated.is_floor
    }
    assert floors == set(rows.index[rows.killed_high.isna()]) == {"NK26", "NK44"}
    alone = {one.row for one in machine.said if one.word_alone}
    # Of these the table has no count, no briefing and no names behind the number.
    basis = rows.basis_as_published.str.contains("his own word|none is stated")
    assert alone == set(rows.index[basis])
    stops = {row for stop in machine.steps for row in stop.rows}
    assert stops <= {one.row for one in machine.said}
