"""What the page and the kernel hand to each other: all of a workbook, in portions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from support import Fields, answering, ids, overhear

from helpers.pieces import save_bar
from helpers.words import saving_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Event, Workbook, WorkbookContents

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pytest

    from helpers.pieces.save_bar import SaveBar


def builtins(events: Iterable[Event]) -> list[Fields]:
    return [msgspec.to_builtins(event) for event in events]


def answer(value: str = "a") -> Event:
    return answering("pick", {"option": [value]})


def stored(*, blocked: bool = False) -> Fields:
    return {"do": "stored", "held": [], "blocked": blocked, "me": "", "spare": ""}


def test_the_browser_gets_a_copy_of_everything_as_a_message(bar: SaveBar, book: Workbook) -> None:
    event, told = answer(), overhear(bar)
    book.add(event)
    bar.widget.hear({"do": "hello"})
    [message] = told
    assert [kept["id"] for kept in message["own"]["events"]] == [event.id]


def test_a_long_workbook_goes_to_the_browser_in_messages_of_bounded_size(
    bar: SaveBar, book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_bar, "MOST_SENT", 2_000)
    book.add(*(answer() for _ in range(30)), answer("x" * 5_000), answer())
    told = overhear(bar)
    bar.widget.hear({"do": "hello"})
    portions = [message["own"] for message in told]
    assert [event for own in portions for event in own["events"]] == builtins(book.events)
    sizes = [len(msgspec.json.encode(own["events"])) for own in portions if len(own["events"]) > 1]
    assert max(sizes) < 2_500
    assert [own["first"] for own in portions] == [True] + [False] * (len(portions) - 1)
    assert [own["more"] for own in portions] == [True] * (len(portions) - 1) + [False]
    assert {(own["workbook"], own["code"]) for own in portions} == {(book.id, "")}


def test_the_browser_hears_of_an_empty_workbook_too(bar: SaveBar) -> None:
    told = overhear(bar)
    bar.widget.hear({"do": "hello"})
    assert [(message["own"]["events"], message["own"]["more"]) for message in told] == [([], False)]


def test_what_the_browser_gives_back_in_portions_is_added_once_all_of_it_is_here(
    bar: SaveBar, book: Workbook
) -> None:
    told, events = overhear(bar), [answer(), answer(), answer()]
    for event in events:
        sent = {"do": "restore", "workbook": book.id, "events": builtins([event])}
        bar.widget.hear({**sent, "more": event is not events[-1]})
    assert bar.widget.says == saving_text.loaded(3, 0, 0, 0)
    assert ids(Workbook(book.folder).events) == ids(events)
    # Each portion handed over anew would be all events, again and again.
    assert [len(message["own"]["events"]) for message in told] == [3]


def test_the_browser_is_said_to_have_a_copy_only_when_it_says_so_itself(
    bar: SaveBar, book: Workbook
) -> None:
    for _ in range(2):
        book.merge(WorkbookContents([answer()]))
        bar.widget.hear({"do": "hello"})
        bar.refresh()
        assert "in this browser." not in bar.widget.markup
        bar.widget.hear(stored())
        assert "in this browser." in bar.widget.markup


def test_one_answer_that_is_copied_does_not_make_the_others_copied(bar: SaveBar) -> None:
    bar.widget.hear(stored(blocked=True))
    assert bar.desk.keep(answer(), copied=True) == ON_A_COMPUTER.both
    bar.refresh()
    assert ON_A_COMPUTER.not_second in bar.widget.markup
