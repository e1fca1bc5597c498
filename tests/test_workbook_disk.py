"""What the folder `work/` holds after whatever can happen to it."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
import pytest
from support import LESSON, answering, ids

from helpers.workbook import Event, Workbook, WorkbookContents, make_event, read_lines
from helpers.workbook import file as workbook_file
from helpers.workbook import folder as workbook_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def answer(value: str = "a", exercise: str = "pick") -> Event:
    return answering(exercise, {"option": [value]})


def on_disk(folder: Path) -> list[str]:
    return ids(Workbook(folder).events)


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: a full disk, for real, that takes a part of a line."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_what_was_added_is_there_when_the_folder_is_opened_again(tmp_path: Path) -> None:
    event = answer()
    assert Workbook(tmp_path / "work").add(event)
    assert on_disk(tmp_path / "work") == [event.id]


def test_an_event_is_synced_before_it_counts_as_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bytes] = []
    monkeypatch.setattr(
        os, "fsync", lambda _: synced.extend(path.read_bytes() for path in tmp_path.iterdir())
    )
    event = answer()
    assert Workbook(tmp_path).add(event)
    assert [ids(read_lines(content).events) for content in synced] == [[event.id]]


def test_a_file_begins_with_a_header_that_says_what_and_whose_it_is(
    tmp_path: Path,
) -> None:
    book = Workbook(tmp_path)
    book.add(make_event("code", code="amber-heron"))
    [path] = tmp_path.glob("*.jsonl")
    header = msgspec.json.decode(path.read_bytes().split(b"\n")[0])
    whose = {"code": "amber-heron", "workbook": book.id}
    assert header == {"kit": "According to Reports", "format": 2, **whose}


def test_events_are_only_ever_appended(tmp_path: Path) -> None:
    book = Workbook(tmp_path)
    book.add(answer("a"))
    [path] = tmp_path.glob("*.jsonl")
    before = path.read_bytes()
    book.add(answer("b"), make_event("reset", lesson=LESSON))
    assert path.read_bytes().startswith(before)


def test_two_workbooks_on_one_folder_add_up(tmp_path: Path) -> None:
    one, other = Workbook(tmp_path), Workbook(tmp_path)
    other.turn_to(one.id)  # as the browser has it when two lessons are opened before any answer
    events = [answer("a"), answer("b"), answer("c")]
    one.add(events[0])
    other.add(events[1])
    one.add(events[2])
    assert set(on_disk(tmp_path)) == {event.id for event in events}


def test_an_event_that_is_there_twice_counts_once(tmp_path: Path) -> None:
    book, event = Workbook(tmp_path), answer()
    book.add(event, event)
    book.add(event)
    [path] = tmp_path.glob("*.jsonl")
    (tmp_path / "copy.jsonl").write_bytes(path.read_bytes() * 2)
    assert path.read_bytes().count(event.id.encode()) == 1
    assert on_disk(tmp_path) == [event.id]


def test_a_full_disk_keeps_the_event_in_memory_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    book, event = Workbook(tmp_path), answer()
    monkeypatch.setattr(os, "fsync", full)
    assert not book.add(event)
    assert (ids(book.events), book.on_disk) == ([event.id], False)


def test_the_next_success_writes_everything(tmp_path: Path) -> None:
    book, events = Workbook(tmp_path / "work"), [answer("a"), answer("b"), answer("c")]
    (tmp_path / "work").write_bytes(b"in the way")
    assert not book.add(events[0])
    assert not book.add(events[1])
    (tmp_path / "work").unlink()
    assert book.add(events[2])
    assert book.on_disk
    assert set(on_disk(tmp_path / "work")) == {event.id for event in events}


@pytest.mark.parametrize("room", [0, 10, 100, 200, 400])
def test_a_disk_that_takes_only_a_part_loses_nothing_that_was_committed(
    tmp_path: Path, room: int
) -> None:
    book, events = Workbook(tmp_path), [answer("a" * 200), answer("b")]
    with room_for(room):
        assert not book.add(events[0])
    assert book.add(events[1])
    assert set(on_disk(tmp_path)) == {event.id for event in events}


def test_a_disk_that_fills_up_keeps_what_was_on_it(tmp_path: Path) -> None:
    book, events = Workbook(tmp_path), [answer("a"), answer("b"), answer("c")]
    book.add(events[0])
    [path] = tmp_path.glob("*.jsonl")
    with room_for(path.stat().st_size + 40):
        assert not book.add(events[1])
        assert on_disk(tmp_path) == [events[0].id]
    assert book.add(events[2])
    assert len(on_disk(tmp_path)) == 3


@pytest.mark.parametrize("place", ["file", "file/work"])
def test_a_folder_that_cannot_be_made_counts_as_empty_and_never_fails(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "file").write_bytes(b"")
    book = Workbook(tmp_path / place)
    assert book.events == []
    assert not book.add(answer())


def test_in_a_browser_alone_no_storage_is_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_PLACE", "browser")
    missing = Workbook(tmp_path / "drive" / "work")
    assert not missing.add(answer())
    assert not (tmp_path / "drive").exists(), "it would be memory that looks like a disk"
    (tmp_path / "drive").mkdir()
    assert missing.add(answer("b"))
    assert len(on_disk(tmp_path / "drive" / "work")) == 2


def test_a_file_cut_at_every_byte_keeps_what_came_before(tmp_path: Path) -> None:
    events = [answer("a"), answer("é💣"), answer("c")]
    book = Workbook(tmp_path / "whole")
    for event in events:
        book.add(event)
    [path] = (tmp_path / "whole").glob("*.jsonl")
    content = path.read_bytes()
    torn = tmp_path / "torn" / "torn.jsonl"
    torn.parent.mkdir()
    for cut in range(0, len(content), 7):
        torn.write_bytes(content[:cut])
        whole = max(content[:cut].count(b"\n") - 1, 0)
        assert on_disk(torn.parent)[:whole] == [e.id for e in events][:whole]


def test_work_goes_on_beside_a_torn_file(tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_bytes(msgspec.json.encode(answer("a")) + b'\n{"id":"12')
    book, event = Workbook(tmp_path), answer("b")
    assert book.damaged == 1
    assert book.add(event)
    book = Workbook(tmp_path)
    assert [e.answer["option"] for e in book.events] == [["a"], ["b"]]


def test_a_damaged_line_is_set_aside_once_and_the_file_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    path.write_bytes(b"junk \xff\n" + msgspec.json.encode(answer()) + b"\nmore junk\n")
    before = path.read_bytes()
    assert [Workbook(tmp_path).damaged, Workbook(tmp_path).damaged] == [2, 2]
    assert (tmp_path / "old.set-aside").read_bytes() == b"junk \xff\nmore junk\n"
    assert path.read_bytes() == before


def test_a_damaged_line_of_a_loaded_file_is_set_aside_too(tmp_path: Path) -> None:
    merged = Workbook(tmp_path).merge(WorkbookContents([answer()], [b"junk"]))
    assert (merged.added, merged.damaged, merged.on_disk) == (1, 1, True)
    assert (tmp_path / "loaded.set-aside").read_bytes() == b"junk\n"


def newer(mood: str) -> bytes:
    return msgspec.json.encode(msgspec.to_builtins(answer()) | {"mood": mood})


def test_a_line_of_a_newer_edition_is_kept_once_however_often_it_is_loaded(tmp_path: Path) -> None:
    one, other = newer("glad"), newer("sad")
    for lines in ([one], [one], [one, other, other]):
        assert Workbook(tmp_path).merge(WorkbookContents(newer=lines)).rest_kept
    kept = [path.read_bytes().splitlines() for path in tmp_path.glob("*.jsonl")]
    assert sorted(kept) == sorted([[one], [other]])
    assert Workbook(tmp_path).files.newer == 2


def test_a_line_of_a_newer_edition_is_kept_again_when_its_file_is_gone(tmp_path: Path) -> None:
    book, contents = Workbook(tmp_path), WorkbookContents(newer=[newer("glad")])
    for _ in range(2):
        assert book.merge(contents).rest_kept
        [path] = tmp_path.glob("*.jsonl")
        path.unlink()


@pytest.mark.parametrize("contents", [{"damaged": [b"junk" * 50]}, {"newer": [newer("glad")]}])
def test_a_full_disk_does_not_keep_what_is_no_event_for_this_edition(
    tmp_path: Path, contents: dict[str, list[bytes]]
) -> None:
    book = Workbook(tmp_path)
    with room_for(100):
        assert not book.merge(WorkbookContents(**contents)).rest_kept
    assert list(tmp_path.glob("*.jsonl")) == []
    assert book.merge(WorkbookContents(**contents)).rest_kept
    assert (Workbook(tmp_path).damaged, book.files.newer) == (0, len(contents.get("newer", [])))


def test_a_file_that_cannot_be_read_is_reported_and_stops_nothing(tmp_path: Path) -> None:
    Workbook(tmp_path).add(answer())
    (tmp_path / "folder.jsonl").mkdir()
    book = Workbook(tmp_path)
    assert (len(book.events), book.damaged) == (1, 1)


def test_files_that_are_deleted_while_the_kernel_runs_are_written_again(tmp_path: Path) -> None:
    book, events = Workbook(tmp_path / "work"), [answer("a"), answer("b")]
    book.add(events[0])
    for path in (tmp_path / "work").iterdir():
        path.unlink()
    (tmp_path / "work").rmdir()
    assert not book.on_disk
    assert book.add(events[1])
    assert on_disk(tmp_path / "work") == ids(events)


def test_a_pipe_and_a_device_are_passed_over(tmp_path: Path) -> None:
    Workbook(tmp_path).add(answer())
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "device.jsonl").symlink_to("/dev/zero")
    book = Workbook(tmp_path)
    assert (len(book.events), book.damaged) == (1, 2)


def test_a_huge_file_is_read_as_far_as_a_workbook_can_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Workbook(tmp_path).add(answer())
    [path] = tmp_path.glob("*.jsonl")
    with path.open("r+b") as file:
        file.truncate(3_000_000_000)  # a hole: it takes no room
    monkeypatch.setattr(workbook_folder, "MAX_FILE", 10_000)
    assert len(Workbook(tmp_path).events) == 1


@pytest.mark.parametrize(("most", "read", "overlong"), [(3, 1, True), (5, 3, False)])
def test_a_file_of_too_many_lines_is_read_as_far_as_a_workbook_can_be(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    read: int,
    overlong: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    Workbook(tmp_path).add(answer(), answer(), answer())
    for module in (workbook_file, workbook_folder):
        monkeypatch.setattr(module, "MAX_LINES", most)
    book = Workbook(tmp_path)
    assert (len(book.events), book.damaged, book.files.overlong) == (read, 0, overlong)


def test_what_the_disk_gives_back_differently_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A write that is cut to another file, as by a tool that syncs."""
    monkeypatch.setattr(os, "fsync", lambda _: next(tmp_path.glob("*.jsonl")).write_bytes(b""))
    assert not Workbook(tmp_path).add(answer())


def test_an_interrupt_within_a_write_leaves_nothing_believed_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    book, events = Workbook(tmp_path), [answer("a"), answer("b")]
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupted)
        with pytest.raises(KeyboardInterrupt):
            book.add(events[0])
    assert not book.on_disk
    assert book.add(events[1])
    assert set(on_disk(tmp_path)) == set(ids(events))


def test_the_work_of_two_students_in_one_folder_stays_apart(tmp_path: Path) -> None:
    book, events = Workbook(tmp_path), [answer("a"), answer("b")]
    book.add(events[0])
    first = book.id
    book.turn_to("f" * 16)
    book.add(events[1])
    assert ids(book.events) == [events[1].id]
    again = Workbook(tmp_path)
    assert again.events == []
    again.turn_to(first)
    assert ids(again.events) == [events[0].id]
