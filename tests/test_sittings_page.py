"""The page of results of the tests: what it says of known answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import product
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from numpy.random import default_rng
from reader import Node, parse
from sat import (
    FIRST,
    SECOND,
    THIRD,
    all_right_but,
    answers,
    judging,
    rest,
    right,
    sound,
    weak,
    wrong,
)

from helpers.kinds.exercises import open_exercises
from helpers.kinds.sitting import sittings
from helpers.lesson import Lesson
from helpers.measures.sensitivity import sensitivity
from helpers.measures.shift import Shift, shift_of_one
from helpers.words import sitting_text
from helpers.workbook import Event, Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from sat import Pick

    from helpers.measures.sensitivity import Calls


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "work")


def results(book: Workbook, *events: Event, lesson: str = SECOND) -> Node:
    book.add(*events, *rest(lesson))
    return shown(book, lesson)


def shown(book: Workbook, lesson: str = SECOND) -> Node:
    return parse(Lesson(open_exercises(lesson), book).results().markup)


def finding(page: Node) -> str:
    return page.marked("finding")[0].text


def test_nothing_is_told_before_all_is_answered(book: Workbook) -> None:
    some = answers(SECOND, "b", right, leave={"s11-picture"})
    page = results(book, *answers(FIRST, "a", right), *some)
    assert page.text == sitting_text.NOT_YET


def test_nothing_is_told_before_the_verdict_and_the_views_are_given(book: Workbook) -> None:
    book.add(*answers(SECOND, "b", right), *rest(SECOND)[:-1])
    assert shown(book).text == sitting_text.NOT_YET
    book.add(*rest(SECOND)[-1:])
    assert finding(shown(book))


def test_what_went_well_comes_first_with_what_it_was_before(book: Workbook) -> None:
    before = answers(FIRST, "a", all_right_but("s11-picture", "s9-source", "s18-number"))
    page = results(book, *before, *answers(SECOND, "b", all_right_but("s18-number")))
    assert page.text.startswith("You got 17 of 18 questions right. In “Cold read”, you got 15.")
    assert "You got every question right on “Who says so”, “Where it comes from”, “Sou" in page.text


@pytest.mark.parametrize(
    ("before", "after", "shift"),
    [
        (right, weak, Shift.MORE_SUSPICIOUS),
        (right, sound, Shift.MORE_TRUSTING),
        (weak, sound, Shift.MORE_TRUSTING),
        (sound, weak, Shift.MORE_SUSPICIOUS),
        (right, right, Shift.NOTHING_CLEAR),
    ],
)
def test_a_change_of_trust_alone_is_called_so(
    book: Workbook, before: Pick, after: Pick, shift: Shift
) -> None:
    page = results(book, *answers(FIRST, "a", before), *answers(SECOND, "b", after))
    assert finding(page) == sitting_text.SHIFTS[shift.value]


def test_the_sentence_of_the_rule_is_there(book: Workbook) -> None:
    page = results(book, *answers(FIRST, "a", sound), *answers(SECOND, "b", weak))
    assert finding(page) == "You became more suspicious, not more accurate."


def test_somebody_who_gets_better_is_told_so(book: Workbook) -> None:
    before = answers(FIRST, "a", judging(0, 0, default_rng(5)))
    page = results(book, *before, *answers(SECOND, "b", right))
    assert finding(page).startswith("This time you told sound passages from weak ones better.")


def test_gains_and_losses_are_both_told(book: Workbook) -> None:
    before = answers(FIRST, "a", all_right_but("s11-picture", "s9-source"))
    page = results(book, *before, *answers(SECOND, "b", all_right_but("s9-source", "s18-number")))
    assert "Of the points that you missed before (2), you got 1 this time." in page.text
    assert "Of those that you got (16), you missed 1." in page.text
    rows = {row.all("th")[0].text: row.text for row in page.marked("by-place")[0].all("tr")}
    assert rows["A witness and a picture"].endswith("got it this time")
    assert rows["A figure for land"].endswith("missed this time")
    assert rows["What somebody was told"].endswith("not yet")
    assert rows["The source of the first sentence"].endswith("right both times")


def test_of_three_tests_each_place_tells_what_happened_in_all_of_them(book: Workbook) -> None:
    page = results(
        book,
        *answers(FIRST, "a", all_right_but("s9-source", "s16-words", "s18-number", "s5-number")),
        *later(2, answers(SECOND, "b", all_right_but("s16-words", "s13-words", "s5-number"))),
        *later(30, answers(THIRD, "c", all_right_but("s18-number", "s3-papers", "s5-number"))),
        lesson=THIRD,
    )
    [listed] = page.marked("by-place")
    heads = [th.text for th in listed.all("th") if th.attrs.get("scope") == "col"]
    assert heads == [sitting_text.PLACE, "Cold read", "Second read", "Later", sitting_text.FATE]
    rows = {row.all("th")[0].text: row.all("td")[-1].text for row in listed.all("tr")[1:]}
    assert len(rows) == 18
    assert rows["What somebody was told"] == "learned, and still there"
    assert rows["An opinion without a name"] == "got it this time"
    assert rows["A figure for land"] == "learned, but missed this time"
    assert rows["A quotation and what is made of it"] == "right again"
    assert rows["Where the papers got the news"] == "missed this time"
    assert rows["What a count covers"] == "not yet"
    assert rows["A witness and a picture"] == "right every time"
    said = sitting_text.stayed(1, 2, "Cold read", "Second read")
    assert f"{said} {sitting_text.gains_and_losses(2, 3, 2, 15, 'Second read')}" in page.text


def test_every_course_of_three_tests_has_its_words() -> None:
    for many in (2, 3):
        for course in product((False, True), repeat=many):
            assert sitting_text.FATES[course]


@pytest.mark.parametrize(("days", "soon"), [(0, True), (6, True), (7, False), (30, False)])
def test_a_test_right_after_another_is_not_said_to_show_what_has_stayed(
    book: Workbook, days: int, *, soon: bool
) -> None:
    before = answers(SECOND, "b", right)
    page = results(book, *before, *later(days, answers(THIRD, "c", right)), lesson=THIRD)
    assert (sitting_text.so_soon(days, "Second read") in page.text) is soon
    assert ("You began this test" in page.text) is soon


def test_a_test_before_the_lessons_may_be_as_near_as_it_likes(book: Workbook) -> None:
    page = results(book, *answers(FIRST, "a", right), *later(0, answers(SECOND, "b", right)))
    assert "You began this test" not in page.text


def test_a_clock_that_was_set_back_says_nothing_of_the_time_between(book: Workbook) -> None:
    back = later(-3, answers(THIRD, "c", right))
    page = results(book, *answers(SECOND, "b", right), *back, lesson=THIRD)
    assert "You began this test" not in page.text


def later(days: int, events: list[Event]) -> list[Event]:
    """Move answers so many days on, and behind all others, whatever the clock says."""
    moved = []
    for event in events:
        at = datetime.fromisoformat(event.at) + timedelta(days=days, minutes=30)
        written = at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        moved.append(replace(event, at=written, number=event.number + 100 + days))
    return moved


@pytest.mark.parametrize("pages", [".ipynb", ".html"])
def test_at_most_three_places_are_to_be_read_again_with_links_to_their_cards(
    book: Workbook, pages: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_PAGES", pages)
    page = results(book, *answers(SECOND, "b", wrong))
    links = [a.attrs["href"] for a in page.all("a") if "#card-" in a.attrs["href"]]
    assert len(links) == 3
    for link in links:
        lesson, _, card = link.partition(f"{pages}#card-")
        assert card in open_exercises(lesson).own


def test_of_what_is_all_right_nothing_is_to_be_read_again(book: Workbook) -> None:
    assert sitting_text.READ_AGAIN not in results(book, *answers(SECOND, "b", right)).text


def test_one_test_alone_says_nothing_of_change(book: Workbook) -> None:
    page = results(book, *answers(SECOND, "b", weak))
    assert sitting_text.ALONE in page.text
    assert finding(page) == sitting_text.ONE_POINT
    assert not page.marked("by-place")


def test_an_unfinished_test_is_not_compared(book: Workbook) -> None:
    some = answers(FIRST, "a", right, leave={"s11-picture", "s9-source"})
    page = results(book, *some, *answers(SECOND, "b", right))
    assert "In “Cold read” you answered 16 of 18 questions." in page.text
    assert sitting_text.ALONE in page.text


def test_three_points_in_time_are_shown_side_by_side(book: Workbook) -> None:
    some = [*answers(FIRST, "a", weak), *answers(SECOND, "b", right), *answers(THIRD, "c", right)]
    page = results(book, *some, lesson=THIRD)
    heads = [th.text for th in page.all("table")[1].all("th") if th.attrs.get("scope") == "col"]
    assert heads == ["Skill", "Cold read", "Second read", "Later"]
    assert len(page.all("table")[0].all("tr")) == 1 + 3


def test_every_question_has_its_feedback_now(book: Workbook) -> None:
    page = results(book, *answers(SECOND, "b", wrong))
    asked = page.marked("asked")
    assert len(asked) == 18
    assert all("your answer" in one.text and "the answer" in one.text for one in asked)
    assert all("What would settle it:" in one.text for one in asked)


def test_first_answers_count_and_never_what_a_reset_hid(book: Workbook) -> None:
    first = answers(SECOND, "b", wrong)
    book.add(*first, make_event("reset", lesson=SECOND))
    again = [
        make_event("answer", lesson=SECOND, exercise=e.exercise, answer=e.answer)
        for e in answers(SECOND, "b", right)
    ]
    assert results(book, *again).text.startswith("You got 0 of 18 questions right.")


def test_verdicts_and_views_stand_side_by_side(book: Workbook) -> None:
    for lesson, text, step in ((FIRST, "It all holds.", "0"), (SECOND, "<b>Some</b> holds.", "3")):
        book.add(
            make_event("answer", lesson=lesson, exercise="verdict", answer={"text": [text]}),
            make_event("answer", lesson=lesson, exercise="trust-news", answer={"step": [step]}),
        )
    page = results(book, *answers(FIRST, "a", right), *answers(SECOND, "b", right))
    assert [one.text for one in page.all("blockquote")] == ["It all holds.", "<b>Some</b> holds."]
    assert "Cold read: strongly disagree; Second read: agree." in page.text


def test_nothing_is_called_significant(book: Workbook) -> None:
    page = results(book, *answers(FIRST, "a", sound), *answers(SECOND, "b", right))
    assert "significan" not in page.text.lower()
    assert "Take this as a hint." in page.text


@pytest.mark.parametrize(("d", "c"), [(1.0, 0.0), (1.0, 0.5), (2.0, -0.5), (0.0, 0.0)])
def test_the_page_recovers_what_students_can_see_within_the_error_that_it_states(
    d: float, c: float
) -> None:
    """Students of known sensitivity and bias answer the real forms, through events and keys."""
    chance = default_rng([*f"{d}/{c}".encode()])
    measured = [sensitivity(one_sitting(judging(d, c, chance), form)) for form in "ab" * 150]
    found = [one for one in measured if one]
    assert len(found) == 300
    mean_d, mean_c = (sum(getattr(one, m) for one in found) / 300 for m in ("d", "c"))
    stated = sum(one.d_error for one in found) / 300
    # The correction at the borders draws estimates towards 0, by less than their error.
    assert abs(mean_d - d) < stated / 2
    assert abs(mean_c - c) < stated / 4
    spread = (sum((one.d - mean_d) ** 2 for one in found) / 299) ** 0.5
    assert stated == pytest.approx(spread, rel=0.35)


def one_sitting(pick: Pick, name: str) -> Calls:
    [sat] = sittings([open_exercises(FIRST)], answers(FIRST, name, pick))
    return sat.calls


def test_without_any_change_most_students_are_not_called_more_suspicious() -> None:
    chance = default_rng(8)
    told = [
        shift_of_one(*(one_sitting(judging(1, 0, chance), form) for form in "ab"))
        for _ in range(400)
    ]
    assert told.count(Shift.MORE_SUSPICIOUS) < 40
