"""The save bar as a widget: send what the browser sends, look at the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from support import (
    HOSTILE,
    LESSON,
    Fields,
    answering,
    make_exercises,
    message,
    moment,
    overhear,
    write,
)

from helpers.pieces.desk import Desk
from helpers.pieces.save_bar import SaveBar
from helpers.words import saving_text
from helpers.workbook import Event, Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"))


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "work")


@pytest.fixture
def bar(exercises: LessonExercises, book: Workbook) -> SaveBar:
    return SaveBar(Desk(exercises, book))


def named(book: Workbook, code: str = "amber-heron") -> None:
    book.add(make_event("code", code=code, at=moment()))


def answer(value: str = "a") -> Event:
    return answering("pick", {"option": [value]})


def file_of(*events: Event, code: str = "amber-heron") -> str:
    """Write a workbook's file as the browser does."""
    header = {"kit": "According to Reports", "format": 1, "code": code}
    return b"\n".join(msgspec.json.encode(line) for line in (header, *events)).decode()


def stored(**counts: Any) -> Fields:
    return {"do": "stored", "counts": counts, "blocked": False}


def test_a_file_is_added_to_the_workbook_and_to_the_browser(bar: SaveBar, book: Workbook) -> None:
    event = answer()
    bar.widget.hear({"do": "load", "text": file_of(event)})
    assert bar.widget.says == "1 entry added, 0 were here already."
    assert Workbook(book.folder).events == [event]
    assert [kept["id"] for kept in bar.widget.events] == [event.id]


def test_the_same_file_twice_changes_nothing_the_second_time(bar: SaveBar, book: Workbook) -> None:
    text = file_of(answer("a"), answer("b"))
    for _ in range(2):
        bar.widget.hear({"do": "load", "text": text})
    assert bar.widget.says == "0 entries added, 2 were here already."
    assert len(book.events) == 2


def test_an_old_copy_takes_nothing_newer_away(bar: SaveBar, book: Workbook) -> None:
    old, new = answer("a"), answer("b")
    book.add(old, new)
    bar.widget.hear({"do": "load", "text": file_of(old)})
    assert book.events == [old, new]


@pytest.mark.parametrize("text", ["", "hello", "{}", "[]", "\ud800", *HOSTILE])
def test_a_file_that_is_none_of_ours_is_one_plain_sentence(
    bar: SaveBar, book: Workbook, text: str
) -> None:
    bar.widget.hear({"do": "load", "text": text})
    assert bar.widget.says.startswith("This file holds no answers that the kit can read.")
    assert (book.events, list(book.folder.parent.glob("work/*"))) == ([], [])


def test_damaged_lines_of_a_file_are_counted_and_stop_nothing(bar: SaveBar, book: Workbook) -> None:
    bar.widget.hear({"do": "load", "text": file_of(answer()) + "\njunk\n"})
    assert "1 entry added" in bar.widget.says
    assert "1 line could not be read" in bar.widget.says
    assert len(book.events) == 1


def test_a_file_of_another_code_name_waits_for_a_yes(bar: SaveBar, book: Workbook) -> None:
    named(book)
    bar.widget.hear({"do": "load", "text": file_of(answer(), code="green-lark")})
    assert [event.what for event in book.events] == ["code"]
    assert "green-lark" in bar.widget.markup
    bar.widget.hear({"do": "add"})
    assert [event.what for event in book.events] == ["code", "answer"]


def test_after_a_no_nothing_of_the_file_is_left(bar: SaveBar, book: Workbook) -> None:
    named(book)
    bar.widget.hear({"do": "load", "text": file_of(answer(), code="green-lark")})
    bar.widget.hear({"do": "drop"})
    bar.widget.hear({"do": "add"})
    assert [event.what for event in book.events] == ["code"]
    assert "green-lark" not in bar.widget.markup


def test_the_code_name_in_a_file_never_replaces_ours(bar: SaveBar, book: Workbook) -> None:
    named(book)
    theirs = make_event("code", code="green-lark")
    bar.widget.hear({"do": "load", "text": file_of(theirs, answer(), code="green-lark")})
    bar.widget.hear({"do": "add"})
    assert book.code == "amber-heron"


def test_on_a_new_server_the_code_name_of_the_file_becomes_ours(
    bar: SaveBar, book: Workbook
) -> None:
    theirs = make_event("code", code="green-lark")
    bar.widget.hear({"do": "load", "text": file_of(theirs, answer(), code="green-lark")})
    assert book.code == "green-lark"


def test_on_an_empty_server_the_bar_offers_what_the_browser_holds(bar: SaveBar) -> None:
    bar.widget.hear(stored(**{"green-lark": 3}))
    assert "still holds 3 entries of code name green-lark" in bar.widget.markup


def test_what_is_ours_is_fetched_without_asking(bar: SaveBar, book: Workbook) -> None:
    named(book)
    told = overhear(bar)
    bar.widget.hear(stored(**{"amber-heron": 3}))
    assert told == [{"fetch": "amber-heron"}]
    assert "still holds" not in bar.widget.markup


def test_what_the_browser_gives_back_is_on_disk(bar: SaveBar, book: Workbook) -> None:
    event = answer()
    bar.widget.hear(stored(**{"": 1}))
    bar.widget.hear({"do": "restore", "code": "", "events": [msgspec.to_builtins(event)]})
    assert Workbook(book.folder).events == [event]
    assert "still holds" not in bar.widget.markup


def test_one_damaged_entry_in_the_browser_does_not_stop_the_rest(
    bar: SaveBar, book: Workbook
) -> None:
    event = answer()
    written = [{"id": "junk"}, msgspec.to_builtins(event), "\ud800"]
    bar.widget.hear({"do": "restore", "code": "", "events": written})
    assert book.events == [event]


def test_what_is_left_in_the_browser_is_not_offered_until_the_next_time(bar: SaveBar) -> None:
    bar.widget.hear(stored(**{"green-lark": 3}))
    bar.widget.hear({"do": "leave", "code": "green-lark"})
    assert (bar.widget.says, "still holds" in bar.widget.markup) == (saving_text.LEFT, False)


def test_a_browser_that_keeps_nothing_is_reported(bar: SaveBar) -> None:
    bar.widget.hear({"do": "stored", "counts": {}, "blocked": True})
    assert saving_text.BLOCKED in bar.widget.markup


def test_a_lesson_is_reset_and_brought_back(bar: SaveBar, book: Workbook) -> None:
    event = answer()
    book.add(event)
    bar.widget.hear({"do": "reset-lesson"})
    assert book.current(LESSON) == []
    bar.widget.hear({"do": "undo"})
    assert book.current(LESSON) == [event]


def test_a_lesson_is_reset_although_the_clock_of_the_browser_is_ahead(
    bar: SaveBar, book: Workbook
) -> None:
    book.add(msgspec.structs.replace(answer(), at="2199-01-01T00:00:00.000Z"))
    bar.widget.hear({"do": "reset-lesson"})
    assert book.current(LESSON) == []


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"do": "add"}, {"do": "undo"}, {"do": "delete"}, {"do": None}, {"do": "load"},
        {"do": "load", "text": 7}, {"do": "stored", "counts": []}, message("pick"),
        {"do": "restore", "code": 7, "events": []}, {"do": "restore", "code": "", "events": {}},
    ],
)  # fmt: skip
def test_a_message_that_makes_no_sense_changes_nothing_and_says_so(
    bar: SaveBar, book: Workbook, sent: Fields
) -> None:
    before = bar.widget.markup
    bar.widget.hear(sent)
    assert "makes no sense" in bar.widget.says
    assert (bar.widget.markup, book.events) == (before, [])


def test_what_was_just_announced_stays_when_the_browser_counts_its_entries_again(
    bar: SaveBar, book: Workbook
) -> None:
    book.add(answer())
    bar.widget.hear(stored(other=2))
    bar.widget.hear({"do": "reset-lesson"})
    assert bar.widget.says == saving_text.KEPT_DISK
    bar.widget.hear(stored(other=2))
    assert bar.widget.says == saving_text.KEPT_DISK


def test_the_browser_is_told_of_a_reset_that_it_did_not_make(bar: SaveBar) -> None:
    told = overhear(bar)
    bar.widget.hear({"do": "reset-lesson"})
    assert [one["keep"]["what"] for one in told] == ["reset"]


def test_storage_that_becomes_blocked_is_shown(bar: SaveBar) -> None:
    bar.widget.hear({**stored(), "blocked": True})
    assert saving_text.BLOCKED in bar.widget.markup
