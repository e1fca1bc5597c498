"""The save bar as a widget: send what the browser sends, look at the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from support import (
    HOSTILE,
    LESSON,
    Fields,
    answering,
    ids,
    message,
    moment,
    overhear,
)

from helpers.pieces.desk import Desk
from helpers.pieces.save_bar import SaveBar
from helpers.words import saving_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Event, Workbook, folder, make_event

if TYPE_CHECKING:
    from helpers.kinds.exercises import LessonExercises


def named(book: Workbook, code: str = "amber-heron") -> None:
    book.add(make_event("code", code=code, at=moment()))


def answer(value: str = "a") -> Event:
    return answering("pick", {"option": [value]})


def file_of(*events: Event, code: str = "amber-heron", workbook: str = "") -> bytes:
    """Write a workbook's file as the browser does."""
    header = {"kit": "According to Reports", "format": 2, "code": code, "workbook": workbook}
    return b"\n".join(msgspec.json.encode(line) for line in (header, *events))


def load(bar: SaveBar, content: bytes) -> None:
    bar.widget.hear({"do": "load", "content": content})


def stored(*held: Fields, me: str = "", spare: str = "", blocked: bool = False) -> Fields:
    return {"do": "stored", "held": list(held), "blocked": blocked, "me": me, "spare": spare}


def student(workbook: str, code: str = "green-lark", answers: int = 3) -> Fields:
    return {"workbook": workbook, "code": code, "answers": answers}


def test_a_file_is_added_to_the_workbook_and_to_the_browser(bar: SaveBar, book: Workbook) -> None:
    told, event = overhear(bar), answer()
    load(bar, file_of(event))
    assert bar.widget.says == saving_text.loaded(1, 0, 0, 0)
    assert ids(Workbook(book.folder).events) == [event.id]
    assert [kept["id"] for kept in told[-1]["own"]["events"]] == [event.id]


def test_the_same_file_twice_changes_nothing_the_second_time(bar: SaveBar, book: Workbook) -> None:
    content = file_of(answer("a"), answer("b"))
    for _ in range(2):
        load(bar, content)
    assert bar.widget.says == saving_text.loaded(0, 2, 0, 0)
    assert len(book.events) == 2


def test_only_answers_are_counted_as_restored(bar: SaveBar) -> None:
    given = [answer("a"), answer("b")]
    reset = make_event("reset", lesson=LESSON, exercise="pick", at=moment())
    load(bar, file_of(given[0], reset))
    assert bar.widget.says == saving_text.loaded(1, 0, 0, 0)
    load(bar, file_of(*given, reset))
    assert bar.widget.says == saving_text.loaded(1, 1, 0, 0)


def test_an_old_copy_takes_nothing_newer_away(bar: SaveBar, book: Workbook) -> None:
    old, new = answer("a"), answer("b")
    book.add(old, new)
    load(bar, file_of(old))
    assert ids(book.events) == [old.id, new.id]


@pytest.mark.parametrize("text", ["", "hello", "{}", "[]", *HOSTILE])
def test_a_file_that_is_none_of_ours_is_one_plain_sentence(
    bar: SaveBar, book: Workbook, text: str
) -> None:
    load(bar, text.encode())
    assert bar.widget.says.startswith("This file holds no answers that the kit can read.")
    assert (book.events, list(book.folder.parent.glob("work/*"))) == ([], [])


def test_damaged_lines_of_a_file_are_counted_and_stop_nothing(bar: SaveBar, book: Workbook) -> None:
    load(bar, file_of(answer()) + b"\njunk\n")
    assert bar.widget.says == saving_text.loaded(1, 0, 1, 0)
    assert len(book.events) == 1


def test_23_a_file_of_a_newer_edition_is_kept_as_it_is_for_that_edition(
    bar: SaveBar, book: Workbook
) -> None:
    line = msgspec.json.encode(msgspec.to_builtins(answer()) | {"mood": "glad"})
    load(bar, b'{"kit":"According to Reports","format":9,"code":"amber-heron"}\n' + line)
    assert bar.widget.says == ON_A_COMPUTER.newer_file
    [kept] = book.folder.glob("*.jsonl")
    assert kept.read_bytes().splitlines()[1] == line
    assert (Workbook(book.folder).files.newer, Workbook(book.folder).damaged) == (2, 0)


def test_a_newer_file_that_the_folder_does_not_take_is_not_called_kept(
    bar: SaveBar, book: Workbook
) -> None:
    book.folder.write_bytes(b"in the way")
    load(bar, b'{"kit":"According to Reports","format":9,"code":"amber-heron"}')
    assert bar.widget.says == ON_A_COMPUTER.newer_file_unkept


@pytest.mark.parametrize("rest", [b"junk", b'{"kit":"According to Reports","format":9}'])
def test_lines_that_the_folder_does_not_take_are_not_called_kept(
    bar: SaveBar, book: Workbook, rest: bytes
) -> None:
    book.folder.write_bytes(b"in the way")
    newer = msgspec.json.encode(msgspec.to_builtins(answer()) | {"mood": "glad"})
    load(bar, file_of(answer()) + b"\n" + newer + b"\n" + rest)
    assert ON_A_COMPUTER.keep_the_file in bar.widget.says
    assert "kept in" not in bar.widget.says


def test_a_file_that_is_too_long_to_be_read_to_its_end_is_reported(
    exercises: LessonExercises, book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "MAX_LINES", 2)
    book.add(answer(), answer())
    bar = SaveBar(Desk(exercises, Workbook(book.folder)))
    assert ON_A_COMPUTER.overlong in bar.widget.markup


@pytest.mark.parametrize(
    ("code", "question"),
    [
        ("green-lark", "This file belongs to green-lark."),
        ("amber-heron", "it began as another workbook"),
        ("", "This file names nobody."),
    ],
)
def test_a_file_of_another_workbook_waits_for_a_yes(
    bar: SaveBar, book: Workbook, code: str, question: str
) -> None:
    named(book)
    load(bar, file_of(answer(), code=code, workbook="f" * 16))
    assert [event.what for event in book.events] == ["code"]
    assert question in bar.widget.markup
    bar.widget.hear({"do": "add"})
    assert {event.what for event in book.events} == {"code", "answer"}
    assert {event.workbook for event in book.events} == {book.id}


def test_a_file_of_this_very_workbook_is_added_without_asking(bar: SaveBar, book: Workbook) -> None:
    named(book)
    load(bar, file_of(answer(), workbook=book.id))
    assert len(book.events) == 2


def test_after_a_no_nothing_of_the_file_is_left(bar: SaveBar, book: Workbook) -> None:
    named(book)
    load(bar, file_of(answer(), code="green-lark"))
    bar.widget.hear({"do": "drop"})
    bar.widget.hear({"do": "add"})
    assert [event.what for event in book.events] == ["code"]
    assert "green-lark" not in bar.widget.markup


def test_the_code_name_in_a_file_never_replaces_ours(bar: SaveBar, book: Workbook) -> None:
    named(book)
    theirs = make_event("code", code="green-lark")
    load(bar, file_of(theirs, answer(), code="green-lark"))
    bar.widget.hear({"do": "add"})
    assert book.code == "amber-heron"


def test_on_a_new_server_the_file_goes_on_as_the_workbook_that_it_is(
    bar: SaveBar, book: Workbook
) -> None:
    theirs = make_event("code", code="green-lark")
    load(bar, file_of(theirs, answer(), code="green-lark", workbook="f" * 16))
    assert (book.code, book.id) == ("green-lark", "f" * 16)


def test_what_is_ours_is_fetched_without_asking(bar: SaveBar, book: Workbook) -> None:
    named(book)
    told = overhear(bar)
    bar.widget.hear(stored(student(book.id, "amber-heron")))
    assert {"fetch": book.id, "code": "amber-heron"} in told


def test_what_the_browser_gives_back_is_on_disk(bar: SaveBar, book: Workbook) -> None:
    event = answer()
    sent = {"do": "restore", "workbook": book.id, "events": [msgspec.to_builtins(event)]}
    bar.widget.hear(sent)
    assert ids(Workbook(book.folder).events) == [event.id]


def test_one_damaged_entry_in_the_browser_does_not_stop_the_rest(
    bar: SaveBar, book: Workbook
) -> None:
    event = answer()
    written = [{"id": "junk"}, msgspec.to_builtins(event), "\ud800"]
    bar.widget.hear({"do": "restore", "workbook": book.id, "events": written})
    assert ids(book.events) == [event.id]


def test_on_a_new_server_the_one_whom_the_browser_knows_goes_on(
    bar: SaveBar, book: Workbook
) -> None:
    bar.widget.hear(stored(student("f" * 16)))
    assert book.id == "f" * 16


def test_where_the_browser_knows_two_each_is_offered(bar: SaveBar, book: Workbook) -> None:
    before = book.id
    bar.widget.hear(stored(student("e" * 16, "blue-jay"), student("f" * 16)))
    assert book.id == before
    assert all(f"work of {code} here" in bar.widget.markup for code in ("blue-jay", "green-lark"))
    bar.widget.hear({"do": "turn", "workbook": "f" * 16, "tab": "t"})
    assert book.id == "f" * 16


def test_only_who_was_offered_can_be_turned_to(bar: SaveBar, book: Workbook) -> None:
    before = book.id
    bar.widget.hear({"do": "turn", "workbook": "f" * 16, "tab": "t"})
    assert (book.id, "makes no sense" in bar.widget.says) == (before, True)


def test_whoever_comes_next_is_asked_and_gets_an_empty_page(
    exercises: LessonExercises, book: Workbook
) -> None:
    named(book)
    book.add(answer())
    desk = Desk(exercises, Workbook(book.folder))
    bar = SaveBar(desk)
    desk.place(bar)
    told = overhear(bar)
    assert "Are they yours?" in bar.widget.markup
    bar.widget.hear({"do": "somebody", "tab": "t"})
    assert (desk.book.events, desk.book.code) == ([], "")
    assert told[-1] == {"me": desk.book.id, "tab": "t"}
    assert "Are they yours?" not in bar.widget.markup
    assert len(Workbook(book.folder).events) == 2


def test_who_says_that_it_is_her_work_is_not_asked_again(
    exercises: LessonExercises, book: Workbook
) -> None:
    book.add(answer())
    bar = SaveBar(Desk(exercises, Workbook(book.folder)))
    bar.widget.hear({"do": "mine", "tab": "t"})
    assert "Are they yours?" not in bar.widget.markup


def test_a_page_that_was_left_alone_asks_whose_it_is(bar: SaveBar, book: Workbook) -> None:
    bar.widget.hear({"do": "left-alone"})
    assert bar.desk.confirmed, "there is nothing yet that could be somebody else's"
    book.add(answer())
    bar.widget.hear({"do": "left-alone"})
    assert saving_text.MINE in bar.widget.markup
    assert bar.widget.says == saving_text.WHOSE_PAGE


def test_a_browser_that_keeps_nothing_is_reported(bar: SaveBar) -> None:
    bar.widget.hear(stored(blocked=True))
    assert ON_A_COMPUTER.not_second in bar.widget.markup


def test_a_lesson_is_reset_and_brought_back(bar: SaveBar, book: Workbook) -> None:
    event = answer()
    book.add(event)
    bar.widget.hear({"do": "reset-lesson"})
    assert book.lesson(LESSON).shown == []
    bar.widget.hear({"do": "undo"})
    assert ids(book.lesson(LESSON).shown) == [event.id]


def test_a_lesson_is_reset_although_the_clock_of_the_browser_is_ahead(
    bar: SaveBar, book: Workbook
) -> None:
    book.add(msgspec.structs.replace(answer(), at="2199-01-01T00:00:00.000Z"))
    bar.widget.hear({"do": "reset-lesson"})
    assert book.lesson(LESSON).shown == []


@pytest.mark.parametrize(
    "sent",
    [
        {}, {"do": "add"}, {"do": "undo"}, {"do": "delete"}, {"do": None}, {"do": "load"},
        {"do": "load", "content": "text"}, {"do": "stored", "held": {}}, message("pick"),
        {"do": "restore", "workbook": 7, "events": []}, {"do": "reset-lesson"},
        {"do": "restore", "workbook": "", "events": {}},
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
    bar.widget.hear(stored())
    bar.widget.hear({"do": "reset-lesson"})
    assert bar.widget.says == ON_A_COMPUTER.first
    bar.widget.hear(stored())
    assert bar.widget.says == ON_A_COMPUTER.first


def test_the_bar_counts_the_exercises_that_show_an_answer(bar: SaveBar, book: Workbook) -> None:
    def counted() -> int:
        return bar.bar().answers

    book.add(answer("b"), answer("a"))
    assert counted() == 1, "a second try counts no second time"
    book.add(make_event("answer", lesson="02-who-says-so", exercise="pick"))
    assert counted() == 2
    bar.widget.hear({"do": "reset-lesson"})
    assert counted() == 1
    bar.widget.hear({"do": "undo"})
    assert counted() == 2


def test_a_lesson_without_answers_cannot_be_reset(bar: SaveBar, book: Workbook) -> None:
    book.add(make_event("answer", lesson="02-who-says-so", exercise="pick"))
    bar.refresh()
    assert saving_text.RESET_LESSON not in bar.widget.markup
    book.add(answer())
    bar.refresh()
    assert saving_text.RESET_LESSON in bar.widget.markup


def test_work_of_which_everything_was_reset_is_still_found_and_offered(
    exercises: LessonExercises, book: Workbook
) -> None:
    named(book)
    book.add(answer(), make_event("reset", lesson=LESSON))
    other = Workbook(book.folder)
    other.turn_to("f" * 16)
    desk = Desk(exercises, other)
    bar = SaveBar(desk)
    desk.place(bar)
    bar.widget.hear(stored(student("e" * 16, "blue-jay", answers=0)))
    for code in ("amber-heron", "blue-jay"):
        assert saving_text.offer(code, 0) in bar.widget.markup
    bar.widget.hear({"do": "turn", "workbook": book.id, "tab": "t"})
    assert (other.id, bar.drawn.undo) == (book.id, True)


def test_a_browser_that_counts_below_nothing_is_not_believed(bar: SaveBar) -> None:
    bar.widget.hear(stored(student("e" * 16, answers=-1), student("f" * 16, answers=-2)))
    assert bar.offers == ()


def test_the_browser_is_told_of_a_reset_that_it_did_not_make(bar: SaveBar, book: Workbook) -> None:
    book.add(answer())
    told = overhear(bar)
    bar.widget.hear({"do": "reset-lesson"})
    assert [one["keep"]["what"] for one in told if "keep" in one] == ["reset"]


def test_a_full_disk_is_not_called_kept(bar: SaveBar, book: Workbook) -> None:
    book.add(answer())
    for path in book.folder.iterdir():
        path.unlink()
    book.folder.rmdir()
    book.folder.write_bytes(b"in the way")
    bar.widget.hear({"do": "reset-lesson"})
    assert bar.widget.says == ON_A_COMPUTER.not_first
    assert "not kept anywhere yet" in bar.widget.markup
