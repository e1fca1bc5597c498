"""Cards as widgets: send what the browser sends, read the markup. No browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from reader import Node, parse
from support import Fields, make_card, make_exercises, message, write

from helpers.words import card_text, saving_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.pieces.card import Card

GOOD: dict[str, Any] = {"answer": {"option": ["a"]}, "confidence": 100}
BAD: dict[str, Any] = {"answer": {"option": ["b"]}, "confidence": 100}
NONE: dict[str, Any] = {"answer": {}, "confidence": None}


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    exercise = write("choice", hints=["Look.", "Look closer."], show="S1")
    return make_exercises(tmp_path, exercise, write("poll"))


@pytest.fixture
def heard(exercises: LessonExercises, book: Workbook) -> tuple[Card, list[Fields]]:
    return make_card(exercises, "pick", book)


@pytest.fixture
def card(heard: tuple[Card, list[Fields]]) -> Card:
    return heard[0]


def page(card: Card) -> Node:
    return parse(card.widget.markup)


def buttons(card: Card) -> list[str]:
    return [node.attrs.get("data-do", node.attrs["type"]) for node in page(card).all("button")]


def test_a_fresh_card_is_a_form_without_any_feedback(card: Card) -> None:
    assert len(page(card).all("form")) == 1
    assert buttons(card) == ["submit"]
    assert not any(word in card.widget.markup for word in ("Verdict", "Why", "A look.", "x=y"))


def test_the_article_stands_above_the_question(card: Card) -> None:
    assert page(card).marked("article")[0].text.startswith("Constructed.S1 The mayor of Rell")


def test_a_hint_opens_only_after_the_one_before(card: Card) -> None:
    first, second = page(card).marked("hint")
    assert first in second.above()
    assert second.text == "Hint 2 of 2Look closer."


def test_an_answer_is_on_disk_before_the_card_says_saved(card: Card, book: Workbook) -> None:
    card.widget.hear(message("pick", **GOOD))
    assert card.widget.says == ON_A_COMPUTER.first
    assert [event.answer for event in Workbook(book.folder).events] == [{"option": ["a"]}]


def test_a_right_answer_shows_everything(card: Card) -> None:
    card.widget.hear(message("pick", **GOOD))
    assert page(card).marked("note")[0].text == card_text.you_were(4)
    assert all(f"Why {name}." in page(card).text for name in "abcd")
    assert "A look." in page(card).text
    assert buttons(card) == ["reset"]


def test_a_wrong_answer_shows_its_own_feedback_and_leaves_a_try(card: Card) -> None:
    card.widget.hear(message("pick", **BAD))
    assert "Verdict b. Why b." in page(card).text
    assert "The X trap. X is not Y." in page(card).text
    assert card_text.NOT_YET in page(card).text
    assert not any(word in page(card).text for word in ("Why a.", "Why c.", "A look."))
    assert buttons(card) == ["again", "reveal", "reset"]


def test_of_two_options_a_wrong_answer_shows_everything_at_once(tmp_path: Path) -> None:
    two = make_exercises(tmp_path, write("choice", options=write("choice")["options"][:2]))
    card, _ = make_card(two, "pick", Workbook(tmp_path / "work"))
    card.widget.hear(message("pick", **BAD))
    assert all(said in page(card).text for said in ("Verdict b.", "Verdict a.", "A look."))
    assert card_text.NOT_YET not in page(card).text
    assert buttons(card) == ["reset"]


def test_the_second_try_begins_from_the_first_and_shows_everything_after(card: Card) -> None:
    card.widget.hear(message("pick", **BAD))
    card.widget.hear({"do": "again"})
    assert page(card).all("form")[0].attrs["data-answer"] == '{"option":["b"]}'
    card.widget.hear(message("pick", **BAD))
    assert "Why a." in page(card).text
    assert "again" not in buttons(card)


def test_the_whole_picture_can_be_asked_for(card: Card) -> None:
    card.widget.hear(message("pick", **BAD))
    card.widget.hear(message("pick", "reveal"))
    assert "Why a." in page(card).text


def test_a_reset_hides_the_answer_and_can_be_undone(card: Card) -> None:
    card.widget.hear(message("pick", **GOOD))
    card.widget.hear(message("pick", "reset"))
    assert buttons(card) == ["submit", "undo"]
    card.widget.hear({"do": "undo"})
    assert "Verdict a." in page(card).text


def test_a_card_opened_again_shows_what_was_answered(
    card: Card, exercises: LessonExercises, book: Workbook
) -> None:
    card.widget.hear(message("pick", **BAD))
    again, _ = make_card(exercises, "pick", Workbook(book.folder))
    assert again.widget.markup == card.widget.markup


def test_the_browser_is_told_that_its_answer_is_kept(heard: tuple[Card, list[Fields]]) -> None:
    card, told = heard
    sent = {**message("pick", **GOOD), "draft": "90-test/pick/0"}
    card.widget.hear(sent)
    [heard_back] = told
    assert (heard_back["ack"], heard_back["draft"]) == (sent["event"]["id"], "90-test/pick/0")
    # With the number that it got, and whose it is.
    assert heard_back["keep"] == msgspec.to_builtins(card.desk.book.events[0])


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        (message("pick", **NONE), "Choose an answer first."),
        (message("pick", **{**GOOD, "confidence": None}), card_text.SURE_FIRST),
        (message("vote", **GOOD), "makes no sense"),
        (message("pick", **GOOD, lesson="02-who-says-so"), "makes no sense"),
        (message("pick", "code", code="amber-heron"), "makes no sense"),
        (message("pick", "undo", refers="0" * 32), "makes no sense"),
        (message("pick", **GOOD, extra=1), "is not an answer"),
        ({"do": "event", "event": None}, "is not an answer"),
        ({"do": "event"}, "is not an answer"),
        ({"do": "undo"}, "makes no sense"),
        ({"do": ["event"]}, "makes no sense"),
        ({}, "makes no sense"),
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing_and_says_so(
    card: Card, book: Workbook, sent: Fields, says: str
) -> None:
    before = card.widget.markup
    card.widget.hear(sent)
    assert says in card.widget.says
    assert (card.widget.markup, book.events) == (before, [])


@pytest.mark.parametrize(("confidence", "word"), [(0, 0), (40, 1), (55, 2), (85, 3), (99, 4)])
def test_a_confidence_of_an_earlier_edition_keeps_its_meaning(
    card: Card, book: Workbook, confidence: int, word: int
) -> None:
    card.widget.hear(message("pick", **{**GOOD, "confidence": confidence}))
    assert [event.confidence for event in book.events] == [confidence]
    assert card_text.you_were(word) in page(card).text


def test_where_nobody_asks_how_sure_a_confidence_changes_nothing(tmp_path: Path) -> None:
    exercises = make_exercises(tmp_path, write("choice", sure=False, in_order=True))
    pages = []
    for number, sure in enumerate((None, 60)):
        book = Workbook(tmp_path / str(number))
        book.add(make_event("code", code="amber-heron"))  # which mixes the options the same way
        card, _ = make_card(exercises, "pick", book)
        assert card_text.HOW_SURE not in page(card).text
        card.widget.hear(message("pick", **{**GOOD, "confidence": sure}))
        pages.append(card.widget.markup)
    assert pages[0] == pages[1]


def test_the_words_for_how_sure_are_the_same_five_and_stand_in_their_order(card: Card) -> None:
    [group] = page(card).marked("sure")
    assert [one.text for one in group.marked("pick")] == [*card_text.SURE_WORDS]
    steps = [int(node.attrs["value"]) for node in group.all("input")]
    assert steps == sorted({*steps})


@pytest.mark.parametrize(
    ("fields", "missing"), [(NONE, "option"), ({**GOOD, "confidence": None}, "_sure")]
)
def test_what_is_missing_is_said_of_its_field(card: Card, fields: Fields, missing: str) -> None:
    card.widget.hear(message("pick", **fields))
    assert card.widget.field == missing
    assert [node for node in page(card).all("input") if node.attrs["name"] == missing]
    card.widget.hear(message("pick", **GOOD))
    assert card.widget.field == ""


def test_a_refused_answer_is_not_kept_in_the_browser_either(
    heard: tuple[Card, list[Fields]],
) -> None:
    card, told = heard
    sent = message("pick", **NONE)
    card.widget.hear(sent)
    assert told == [{"ack": sent["event"]["id"], "refused": True, "lost": False, "others": False}]


def test_on_a_full_disk_the_card_says_so_and_goes_on(card: Card, book: Workbook) -> None:
    book.folder.write_bytes(b"in the way")
    card.widget.hear(message("pick", **GOOD) | {"kept": True})
    assert card.widget.says == ON_A_COMPUTER.second
    assert "Verdict a." in page(card).text


def test_on_a_full_disk_undoing_says_so_too(card: Card, book: Workbook) -> None:
    book.folder.write_bytes(b"in the way")
    card.widget.hear(message("pick", **GOOD) | {"kept": True})
    card.widget.hear(message("pick", "reset") | {"kept": True})
    card.widget.hear({"do": "undo"})
    assert card.widget.says == ON_A_COMPUTER.not_first
    assert "Verdict a." in page(card).text


def test_what_neither_disk_nor_browser_takes_is_not_called_kept_and_leaves_the_form(
    heard: tuple[Card, list[Fields]], book: Workbook
) -> None:
    card, told = heard
    before = card.widget.markup
    book.folder.write_bytes(b"in the way")
    sent = message("pick", **GOOD)
    card.widget.hear(sent)
    assert card.widget.says == ON_A_COMPUTER.nowhere
    assert (card.widget.markup, book.events) == (before, [])
    assert told[-1]["lost"] is True
    book.folder.unlink()
    card.widget.hear(sent)
    assert card.widget.says == ON_A_COMPUTER.first
    assert len(Workbook(book.folder).events) == 1


def test_a_copy_that_the_browser_has_read_back_is_told_of(card: Card) -> None:
    card.widget.hear(message("pick", **GOOD) | {"kept": True})
    assert card.widget.says == ON_A_COMPUTER.both


def test_one_form_that_comes_twice_is_one_answer(card: Card, book: Workbook) -> None:
    sent = message("pick", **BAD)
    for _ in range(3):
        card.widget.hear(sent)
    assert len(book.events) == 1
    assert buttons(card) == ["again", "reveal", "reset"]


def test_a_form_that_is_older_than_the_last_answer_costs_no_try(card: Card, book: Workbook) -> None:
    card.widget.hear(message("pick", **BAD, attempt=1))
    card.widget.hear(message("pick", **BAD, attempt=1))
    assert card.widget.says == saving_text.ANSWERED_MEANWHILE
    assert len(book.events) == 1
    card.widget.hear(message("pick", **BAD, attempt=2))
    assert len(book.events) == 2


def test_after_a_reset_the_attempts_go_on_counting(card: Card) -> None:
    card.widget.hear(message("pick", **BAD, attempt=1))
    card.widget.hear(message("pick", "reset"))
    assert page(card).all("form")[0].attrs["data-attempt"] == "2"


def test_a_reset_of_nothing_is_none(card: Card, book: Workbook) -> None:
    card.widget.hear(message("pick", **GOOD))
    card.widget.hear(message("pick", "reset"))
    card.widget.hear(message("pick", "reset"))
    assert [event.what for event in book.events] == ["answer", "reset"]
    card.widget.hear({"do": "undo"})
    assert "Verdict a." in page(card).text


def test_an_answer_of_another_student_is_refused_and_waits_in_the_browser(
    heard: tuple[Card, list[Fields]], book: Workbook
) -> None:
    card, told = heard
    card.widget.hear(message("pick", **GOOD, workbook="f" * 16))
    assert (card.widget.says, book.events) == (saving_text.OTHERS_PAGE, [])
    assert told[-1]["others"] is True


def test_an_answer_that_was_on_its_way_while_the_page_found_its_student_is_hers(
    card: Card, book: Workbook
) -> None:
    before = book.id
    card.desk.turn_to("f" * 16, confirmed=True)
    card.widget.hear(message("pick", **GOOD, workbook=before))
    assert [event.workbook for event in book.events] == ["f" * 16]


def test_nothing_of_a_student_stands_in_what_a_notebook_saves(card: Card) -> None:
    before = card.widget.on_paper()
    card.widget.hear(message("pick", **BAD))
    assert card.widget.on_paper() == before
    assert "Verdict b." not in before


def test_the_value_of_a_card_can_be_observed(card: Card) -> None:
    seen: list[Any] = []
    card.widget.observe(lambda change: seen.append(change["new"]), "value")
    card.widget.hear(message("pick", **BAD))
    said = {"answer": {"option": ["b"]}, "confidence": 100, "score": 0.0, "attempt": 1}
    assert seen == [said]
