"""A test on the page as its widgets show it: what is asked, kept and never told. No browser."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from reader import parse
from sat import FIRST, SECOND, answers, form, right

from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.lesson import Lesson
from helpers.paths import LESSONS
from helpers.words import saving_text, sitting_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers.pieces.questions import Questions
    from helpers.view.widget import PieceWidget

ALL = 21
"""Eighteen items, a verdict, and two views."""


@pytest.fixture
def work(tmp_path: Path) -> Path:
    book = Workbook(tmp_path / "work")
    book.add(make_event("code", code="amber-2"))  # draws form A
    return tmp_path / "work"


def opened(work: Path, name: str = FIRST, lesson: LessonExercises | None = None) -> Questions:
    """Open the lesson in a kernel of its own, and give the card of its test."""
    page = Lesson(lesson or open_exercises(name), Workbook(work))
    page.test()
    card: Any = page.desk.pieces[-1]
    return card


def asked(card: Questions) -> str:
    return str(card.widget.about["exercise"])


def answer(card: Questions) -> dict[str, Any]:
    """Give an answer to whatever the card asks."""
    exercise = card.exercise
    given: dict[str, dict[str, list[str]]] = {
        "item": {"option": [exercise.options[0].id]} if exercise.kind == "item" else {},
        "write": {"text": ["The register holds, the dozens do not."]},
        "scale": {"step": ["1"]},
    }
    steps = exercise.confidence_steps()
    return {"answer": given[exercise.kind], "confidence": steps[2] if steps else None}


def send(card: Questions, exercise: str = "", **fields: Any) -> None:
    """Send what the browser sends once an answer is kept."""
    about = {"lesson": card.desk.exercises.id, "exercise": exercise or asked(card)}
    event = make_event("answer", **about, **{**answer(card), **fields})
    written = {"id": event.id, "at": event.at, "what": event.what, "answer": event.answer}
    card.widget.hear(
        {"do": "event", "event": {**written, **about, "confidence": event.confidence}, "kept": True}
    )


def go_through(card: Questions, questions: int = ALL) -> None:
    for _ in range(questions):
        send(card)


def test_one_question_is_asked_at_a_time_with_its_number(work: Path) -> None:
    card = opened(work)
    page = parse(card.widget.markup)
    assert len(page.all("form")) == 1
    assert "Question 1 of 21" in page.text


def test_the_report_is_at_hand(work: Path) -> None:
    card = opened(work)
    [fold] = parse(card.widget.markup).marked("report-again")
    assert "fearless marines" in fold.text
    assert "do not publish losses" in fold.text or "does not publish losses" in fold.text


def test_after_an_answer_the_next_question_comes_and_the_answer_is_kept(work: Path) -> None:
    card = opened(work)
    first = asked(card)
    send(card)
    assert asked(card) != first
    assert "Question 2 of 21" in card.widget.markup
    assert [event.exercise for event in Workbook(work).events if event.what == "answer"] == [first]
    assert card.widget.says == ON_A_COMPUTER.both


def test_every_question_of_the_form_is_asked_once(work: Path) -> None:
    card, met = opened(work), []
    for _ in range(ALL):
        met.append(asked(card))
        send(card)
    assert sorted(met) == sorted(one.id for one in form(FIRST, "a").exercises)
    assert sitting_text.DONE.format(number=ALL) in card.widget.markup


def test_two_students_meet_the_items_in_two_orders(tmp_path: Path, work: Path) -> None:
    other = tmp_path / "other"
    Workbook(other).add(make_event("code", code="amber-4"))
    orders = []
    for folder in (work, other):
        card = opened(folder)
        orders.append([one.id for one in card.testing.form().in_order(card.desk.book.draw_seed)])
    assert orders[0] != orders[1]
    assert {*orders[0]} == {*orders[1]}


def test_a_test_goes_on_where_it_was_interrupted(work: Path) -> None:
    card = opened(work)
    go_through(card, 7)
    again = opened(work)
    assert asked(again) == asked(card)
    assert "Question 8 of 21" in again.widget.markup


def test_an_answer_without_how_sure_asks_for_it_and_stays(work: Path) -> None:
    card = opened(work)
    first = asked(card)
    send(card, confidence=None)
    assert (asked(card), card.widget.says) == (first, "Say how sure you are, too.")


def test_no_key_is_told_at_any_moment(work: Path) -> None:
    card = opened(work)
    key = form(FIRST, "a").key
    assert key
    told = [
        text for item in key.items for o in item.options.values() for text in (o.verdict, o.why)
    ]
    for _ in range(ALL + 1):
        shown = (
            f"{card.widget.markup} {card.widget.value} {card.widget.says} {card.widget.on_paper()}"
        )
        assert not [text for text in told if text in shown]
        assert not {"right", "wrong", "slip", "checked"} & {
            word for node in parse(card.widget.markup) for word in (*node.attrs, *classes(node))
        }
        if "<form" in card.widget.markup:
            send(card)


def classes(node: Any) -> list[str]:
    return str(node.attrs.get("class", "")).split()


def test_the_card_never_reads_a_key(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object) -> None:
        pytest.fail("The key was read.")

    monkeypatch.setattr("helpers.kinds.forms.keyed", read)
    go_through(opened(work))


def test_a_question_that_another_tab_has_answered_is_not_answered_again(work: Path) -> None:
    card = opened(work)
    first = asked(card)
    send(card)
    send(card, first)
    assert card.widget.says == saving_text.ANSWERED_MEANWHILE
    assert len([e for e in card.desk.book.events if e.what == "answer"]) == 1


def test_an_answer_that_comes_twice_counts_once(work: Path) -> None:
    card = opened(work)
    event = make_event("answer", lesson=FIRST, exercise=asked(card), **answer(card))
    written = {"id": event.id, "at": event.at, "what": "answer", "answer": event.answer}
    about = {"lesson": FIRST, "exercise": event.exercise, "confidence": event.confidence}
    for _ in range(2):
        card.widget.hear({"do": "event", "event": {**written, **about}, "kept": True})
    assert "Question 2 of 21" in card.widget.markup
    assert len([e for e in card.desk.book.events if e.what == "answer"]) == 1


def test_items_of_the_other_form_are_refused(work: Path) -> None:
    card = opened(work)
    send(card, "b-s11-picture", answer={"option": ["a"]}, confidence=100)
    assert not [e for e in card.desk.book.events if e.what == "answer"]


def test_a_lesson_that_is_reset_asks_again(work: Path) -> None:
    card = opened(work)
    go_through(card, 3)
    card.desk.make(card, make_event("reset", lesson=FIRST))
    assert "Question 1 of 21" in card.widget.markup


def test_the_page_of_somebody_else_has_her_form_and_her_place(work: Path) -> None:
    card = opened(work)
    go_through(card, 3)
    other = Workbook(work)
    other.turn_to("0" * 16)
    other.add(make_event("code", code="amber-1"))
    card.desk.book.files.found.update(other.files.found)
    card.desk.turn_to("0" * 16, confirmed=True)
    assert asked(card).startswith("b-")
    assert "Question 1 of 21" in card.widget.markup


@pytest.mark.parametrize(
    ("name", "says"),
    [(FIRST, sitting_text.RESULTS_LATER), (SECOND, sitting_text.RESULTS_BELOW)],
)
def test_at_the_end_it_says_where_the_results_are(work: Path, name: str, says: str) -> None:
    card = opened(work, name)
    go_through(card)
    assert says in parse(card.widget.markup).text


@pytest.fixture
def without_keys(tmp_path: Path) -> Callable[[str], LessonExercises]:
    lessons = tmp_path / "kit/lessons"
    shutil.copytree(LESSONS, lessons, ignore=shutil.ignore_patterns("keys", ".*"))
    return lambda name: LessonExercises(lessons / "exercises" / f"{name}.yaml")


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_without_the_key_it_says_who_has_it(
    work: Path, without_keys: Callable[[str], LessonExercises], name: str
) -> None:
    card = opened(work, lesson=without_keys(name))
    go_through(card)
    assert "Recorded. Your instructor has the key." in card.widget.markup


def test_without_the_key_there_are_no_results_and_no_error(
    work: Path, without_keys: Callable[[str], LessonExercises]
) -> None:
    page = Lesson(without_keys(SECOND), Workbook(work))
    page.test()
    card: Any = page.desk.pieces[-1]
    shown = page.results()
    assert sitting_text.NOT_YET in shown.markup
    go_through(card)
    assert "Recorded. Your instructor has the key." in shown.markup


def test_on_paper_all_questions_of_one_form_stand_and_nothing_that_was_answered(work: Path) -> None:
    card = opened(work)
    before = card.widget.on_paper()
    go_through(card)
    assert card.widget.on_paper() == before
    assert len(parse(before).all("form")) == ALL


def test_the_report_is_that_of_the_form(work: Path) -> None:
    first, second = (Lesson(open_exercises(n), Workbook(work)) for n in (FIRST, SECOND))
    assert "Leckmoor" in report(first)
    assert "Garran Col" in report(second)


def report(lesson: Lesson) -> str:
    shown: PieceWidget = lesson.report()
    return shown.markup


def test_a_lesson_without_a_test_says_so() -> None:
    lesson = Lesson(open_exercises("02-who-says-so"), Workbook(LESSONS / "nowhere"))
    with pytest.raises(Exception, match="has no test"):
        lesson.test()


def test_the_map_counts_the_questions_of_one_form(work: Path) -> None:
    book = Workbook(work)
    book.add(*answers(FIRST, "a", right)[:5])
    shown = Lesson(open_exercises("00-start-here"), book).map().markup
    [row] = [row for row in parse(shown).all("tr") if "Cold read" in row.text]
    assert f"5 of {ALL} cards" in row.text
