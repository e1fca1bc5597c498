from __future__ import annotations

import io
import json
import tracemalloc
import zipfile
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support import HOSTILE, JUNK, LESSON, LONG, answering

from helpers.errors import KitError
from helpers.paths import work_folder
from helpers.workbook import (
    Event,
    Workbook,
    WorkbookContents,
    make_event,
    read_code_name,
    read_event,
    read_lines,
)
from helpers.workbook import file as workbook_file

if TYPE_CHECKING:
    from pathlib import Path

EVENT = {"id": "0" * 32, "at": "2024-10-31T12:00:00.000Z", "what": "answer"}
HEADER = b'{"kit":"According to Reports","format":1,"code":"amber-heron"}\n'


def line(event: Event) -> bytes:
    return msgspec.json.encode(event) + b"\n"


def three() -> list[Event]:
    return [answering("pick", {"option": [value]}) for value in ("a", "é💣", "c")]


def test_an_event_is_the_same_after_reading_it_again() -> None:
    event = answering("pick", {"option": ["é💣"]}, sure=40)
    assert read_lines(line(event)).events == [event]


@given(JUNK)
@example({**EVENT, "answer": {"option": ["\ud800"]}})
@example({**EVENT, "confidence": 10**40})
@example({**EVENT, "confidence": float("nan")})
def test_whatever_the_page_sends_is_refused_in_one_sentence(written: object) -> None:
    with pytest.raises(KitError):
        read_event(written)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "1"},
        {"id": "0" * 32 + "\n"},
        {"id": "g" * 32},
        {"at": "yesterday"},
        {"what": "delete"},
        {"what": None},
        {"lesson": "../etc"},
        {"exercise": "x\n"},
        {"exercise": "x" * 81},
        {"answer": {"a": "b"}},
        {"answer": [["a", ["b"]]]},
        {"answer": {str(n): [] for n in range(401)}},
        {"answer": {"a": ["x" * 256_000]}},
        {"confidence": 101},
        {"confidence": -1},
        {"confidence": "sure"},
        {"refers": "0" * 33},
        {"code": "<b>"},
        {"code": "amber-heron\n"},
        {"extra": 1},
    ],
)
def test_an_event_with_a_field_that_makes_no_sense_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(KitError):
        read_event({**EVENT, **fields})


def test_an_answer_that_is_too_long_is_told_so() -> None:
    with pytest.raises(KitError, match="too long to keep: 256,000"):
        read_event({**EVENT, "answer": {"a": ["x" * 256_000]}})


def test_a_long_answer_within_the_limit_is_kept() -> None:
    event = read_event({**EVENT, "answer": {"a": ["<" * 100_000]}})
    assert read_lines(line(event)).events == [event]


def test_two_events_made_at_once_have_ids_of_their_own() -> None:
    assert make_event("reveal").id != make_event("reveal").id


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("amber-heron-27", "amber-heron-27"),
        ("  Amber   Heron ", "Amber-Heron"),
        ("čáp", "čáp"),
        ("цапля 7", "цапля-7"),
        ("蒼鷺", "蒼鷺"),
        ("e\u0301tude", "étude"),
        ("x" * 24, "x" * 24),
    ],
)
def test_a_code_name_may_have_letters_of_any_script(written: str, code: str) -> None:
    assert read_code_name(written) == code


@pytest.mark.parametrize(
    "written",
    ["", " ", "x", "x" * 25, "-heron", "a_b", "a/b", "../x", "a;b", "=1+1", LONG, *HOSTILE],
)
def test_what_is_no_code_name_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(KitError, match="such as “amber-heron-27”"):
        read_code_name(written)


SOUND = answering("pick", {})
PIECES = st.binary().filter(lambda piece: b"PK" not in piece) | st.sampled_from(
    [HEADER.strip(), line(SOUND).strip(), b"{", b"}", b"[", b"  {", b"  },", b"\r"]
)


@given(st.lists(PIECES))
def test_reading_never_fails_and_finds_what_is_sound_whatever_stands_around_it(
    pieces: list[bytes],
) -> None:
    # A first line that ends in a mark of another encoding would change all that follows.
    reading = read_lines(b"x\n" + b"\n".join(pieces))
    assert len(reading.events) == pieces.count(line(SOUND).strip())


@pytest.mark.parametrize("end", [b"\r\n", b"\r", b"\n\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_other_encodings_and_line_ends_are_read(encoding: str, end: bytes) -> None:
    events = three()
    content = (HEADER + b"".join(map(line, events))).replace(b"\n", end).decode().encode(encoding)
    reading = read_lines(content)
    assert (reading.events, reading.damaged, reading.code) == (events, [], "amber-heron")


@pytest.mark.parametrize("indent", [2, 4])
@pytest.mark.parametrize("listed", [True, False])
def test_what_an_editor_has_set_out_prettily_is_read(indent: int, listed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    events = three()
    entries = [json.loads(HEADER), *map(msgspec.to_builtins, events)]
    pretty = (
        json.dumps(entries, indent=indent)
        if listed
        else "\n".join(json.dumps(entry, indent=indent) for entry in entries)
    )
    reading = read_lines(pretty.encode())
    assert (reading.events, reading.damaged, reading.code) == (events, [], "amber-heron")


def test_a_long_entry_that_is_none_does_not_hide_the_lines_in_it() -> None:
    events = [answering("pick", {"option": ["x" * 1000]}) for _ in range(300)]
    reading = read_lines(HEADER + b"{\n" + b"".join(map(line, events)) + b"}\n")
    assert (reading.events, reading.damaged) == (events, [b"{", b"}"])


def zipped(*files: tuple[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return packed.getvalue()


def test_a_zip_with_one_file_is_read() -> None:
    events = three()
    content = HEADER + b"".join(map(line, events))
    assert read_lines(zipped(("__MACOSX/x", b"x"), ("work.jsonl", content))).events == events


@pytest.mark.parametrize("files", [(), (("a", b"x"), ("b", b"x"))])
def test_a_zip_with_none_or_two_is_refused(files: tuple[tuple[str, bytes], ...]) -> None:
    with pytest.raises(KitError, match="more than one file, or none"):
        read_lines(zipped(*files))


def test_a_zip_damaged_at_any_byte_is_read_or_refused() -> None:
    whole = zipped(("work.jsonl", HEADER + b"".join(map(line, three()))))
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 1
        with suppress(KitError):
            read_lines(bytes(damaged))


def test_a_zip_that_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "MAX_FILE", 10_000)
    with pytest.raises(KitError, match="too large for a workbook"):
        read_lines(zipped(("work.jsonl", b"0" * 1_000_000)))


def test_what_only_a_later_edition_can_read_is_no_damage() -> None:
    [event, *_] = three()
    more = json.dumps(msgspec.to_builtins(event) | {"mood": "glad"}).encode()
    other = json.dumps(msgspec.to_builtins(event) | {"what": "sing"}).encode()
    reading = read_lines(HEADER + line(event) + more + b"\n" + other)
    assert (reading.events, reading.newer, reading.damaged) == ([event], [more, other], [])


def test_a_file_cut_at_every_byte_keeps_all_whole_lines_before_the_cut() -> None:
    events = three()
    content = HEADER + b"".join(line(event) for event in events)
    for cut in range(len(content) + 1):
        whole = content[:cut].count(b"\n") - 1
        found = read_lines(content[:cut]).events
        assert found[: max(whole, 0)] == events[: max(whole, 0)]
        assert len(found) in {max(whole, 0), max(whole, 0) + 1}


@pytest.mark.parametrize("junk", [b"x", b"\xff\xfe", b"{}", b"null", b"[" * 100_000, b"\x00" * 9])
def test_a_damaged_line_never_stops_the_rest(junk: bytes) -> None:
    first, _, last = three()
    reading = read_lines(HEADER + line(first) + junk + b"\n" + line(last))
    assert (reading.events, reading.damaged) == ([first, last], [junk])


@pytest.mark.parametrize(
    "header",
    [b'{"kit":"Another"}', b'{"kit":', b'{"kit":"According to Reports","format":1,"code":"<b>"}'],
)
def test_a_header_that_makes_no_sense_costs_only_itself(header: bytes) -> None:
    [event, *_] = three()
    reading = read_lines(header + b"\n" + line(event))
    assert (reading.events, reading.damaged, reading.code) == ([event], [header], "")


def test_an_answer_on_the_first_line_is_no_header_whatever_its_words() -> None:
    event = answering("pick", {"kit": ["a"]})
    assert read_lines(line(event)).events == [event]


def test_a_line_beyond_the_limit_is_set_aside_although_it_makes_sense() -> None:
    [event, *_] = three()
    huge = line(answering("pick", {"option": ["x" * 300_000]}))
    reading = read_lines(huge + line(event))
    assert (reading.events, len(reading.damaged)) == ([event], 1)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workbook_file, "MAX_FILE", 100)
    with pytest.raises(KitError, match="too large for a workbook"):
        read_lines(b"x" * 101)


def test_millions_of_short_lines_are_refused_before_they_fill_the_memory() -> None:
    content = b"aa\n" * 1_000_000
    tracemalloc.start()
    try:
        with pytest.raises(KitError, match="more than 200,000 lines"):
            read_lines(content)
        assert tracemalloc.get_traced_memory()[1] < 5 * len(content)
    finally:
        tracemalloc.stop()


def test_the_work_lies_where_kit_work_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIT_WORK", str(tmp_path))
    assert Workbook(work_folder()).add(answering("pick", {}))
    assert len(list(tmp_path.glob("*.jsonl"))) == 1


def test_a_file_loaded_twice_counts_once(tmp_path: Path) -> None:
    events, book = three(), Workbook(tmp_path)
    book.merge(WorkbookContents(events))
    again = book.merge(WorkbookContents(events))
    assert (again.added, again.known, len(book.events)) == (0, 3, 3)


def test_the_answers_of_a_lesson_are_its_own(tmp_path: Path) -> None:
    book = Workbook(tmp_path)
    book.add(answering("pick", {}), make_event("answer", lesson="another", exercise="pick"))
    assert [event.lesson for event in book.lesson(LESSON).shown] == [LESSON]
