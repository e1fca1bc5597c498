"""Hostile submissions: whatever somebody hands in, the others' work is read and nothing is harmed.

The trees are drawn: good workbooks among random bytes, mutated workbooks, damaged and nested ZIPs,
under any name that a disk or a ZIP takes.
"""

from __future__ import annotations

import io
import os
import re
import struct
import tempfile
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from class_files import Work, answered, place, zipped
from guard import no_hang
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import HOSTILE, TEXTS

from helpers.classroom import reading
from helpers.classroom.submissions import Submissions
from helpers.errors import KitError
from helpers.words import classroom_text as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis.strategies import DrawFn

Files = list[tuple[str, bytes]]
Tree = dict[str, tuple[int, int, bytes]]
GOOD = [answered(f"bird-{number}", number + 1) for number in range(4)]
GOOD_FILE = GOOD[0].file()
MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"%PDF", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\n")
ODD_NAMES = (
    *("../up", "/etc/passwd", "C:\\x", "a\\..\\b", "a/../../b", "..", ".", "./x", "a//b", "-rf"),
    *("con", "a\x00b", "=1+1", "\u202egnp.exe", "\ud800", "x" * 300, "__MACOSX/x", "a/", "🚀"),
    *HOSTILE,
)


def tree(folder: Path) -> Tree:
    """Give all that lies in a folder: size, time and content."""
    found = {}
    for path in sorted(folder.rglob("*")):
        state = path.lstat()
        content = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        found[str(path)] = (state.st_size, state.st_mtime_ns, content)
    return found


def check(place: Path, expected: list[Work]) -> Submissions:
    """Read a place; all good work is in it, and all that is said of it can be shown."""
    class_ = Submissions(place)
    found = {student.workbook: student for student in class_.students()}
    assert len(found) == len(class_)
    for work in expected:
        events = {event.id for event in found[work.workbook].events}
        assert events >= {event.id for event in work.events}
    files = [name for student in found.values() for name in student.files]
    said = [word for left in class_.left_out for word in left]
    for name in (*files, *said, *(handed.name for handed in class_.handed_in)):
        assert len(name) <= 300
        assert not set(map(chr, range(32))) & set(name)
        name.encode()
    for left in class_.left_out:
        assert left.reason.endswith((".", "!"))
    return class_


# Drawn


@st.composite
def mutated(draw: DrawFn, content: bytes = GOOD_FILE) -> bytes:
    """Change some bytes of a file, cut it, or put something in between."""
    changed = bytearray(content)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(changed)))
        how = draw(st.sampled_from(("change", "cut", "insert", "repeat")))
        if how == "change" and at < len(changed):
            changed[at] ^= draw(st.integers(1, 255))
        elif how == "cut":
            del changed[at : at + draw(st.integers(1, 200))]
        elif how == "insert":
            changed[at:at] = draw(st.binary(max_size=20) | st.sampled_from(MAGIC))
        else:
            changed[at:at] = changed[: draw(st.integers(0, 300))]
    return bytes(changed)


NAMES = st.sampled_from(ODD_NAMES) | TEXTS.filter(lambda name: len(name) < 80)
CONTENTS = st.one_of(
    st.binary(max_size=200),
    st.tuples(st.sampled_from(MAGIC), st.binary(max_size=60)).map(b"".join),
    mutated(),
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
)


@st.composite
def zips(draw: DrawFn, inside: st.SearchStrategy[bytes]) -> bytes:
    """Pack files under any names; the ZIP itself may be damaged, too."""
    files = draw(st.lists(st.tuples(NAMES, inside), max_size=4))
    packed = zipped(*((utf8(name), c) for name, c in files))
    return draw(st.just(packed) | mutated(packed))


BAD = st.recursive(CONTENTS, zips, max_leaves=6)


def put_bad(folder: Path, bad: Files) -> None:
    """Write each file into a folder of its own, under as much of its name as a disk takes."""
    for number, (name, content) in enumerate(bad):
        parts = [part for part in re.split(r"[/\0]", utf8(name)[:60]) if part.strip(".")]
        place(folder, "/".join((str(number), *(parts or ["x"]))), content)


def utf8(name: str) -> str:
    """Give a name that a disk and a ZIP can have."""
    return name.encode("utf-8", "replace").decode()


@settings(max_examples=120)
@given(bad=st.lists(st.tuples(NAMES, BAD), max_size=6), good=st.sets(st.sampled_from(range(4))))
def test_a_folder_with_anything_in_it(bad: Files, good: set[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "class"
        folder.mkdir()
        put_bad(folder, bad)
        for number in good:
            place(folder, f"good {number}/answers.jsonl", GOOD[number].file())
        before = tree(Path(name))
        check(folder, [GOOD[number] for number in good])
        assert tree(Path(name)) == before


@settings(max_examples=120)
@given(bad=st.lists(st.tuples(NAMES, BAD), max_size=6), good=st.sets(st.sampled_from(range(4))))
def test_a_zip_with_anything_in_it(bad: Files, good: set[int]) -> None:
    with tempfile.TemporaryDirectory() as name:
        files = [(f"good {number}/answers.jsonl", GOOD[number].file()) for number in good]
        files += [(utf8(name), content) for name, content in bad]
        path = place(Path(name), "class.zip", zipped(*files))
        before = tree(Path(name))
        check(path, [GOOD[number] for number in good])
        assert tree(Path(name)) == before


@settings(max_examples=150)
@given(content=mutated(zipped(("a/answers.jsonl", GOOD_FILE), ("b.zip", zipped(("c", GOOD_FILE))))))
def test_a_damaged_zip_is_read_as_far_as_it_goes_or_refused(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = place(Path(name), "class.zip", content)
        with suppress(KitError):
            class_ = Submissions(path)
            assert len(list(class_.students())) == len(class_) <= 2


@settings(max_examples=100)
@given(content=mutated())
@example(content=b"PK\x03\x04" + GOOD_FILE)
def test_a_damaged_workbook_keeps_its_whole_lines(content: bytes) -> None:
    lines = set(content.splitlines())
    whole = [e for e in GOOD[0].events if msgspec.json.encode(e) in lines]
    with tempfile.TemporaryDirectory() as name:
        place(Path(name), "work.jsonl", content)
        class_ = Submissions(Path(name))
        found = {event.id for student in class_.students() for event in student.events}
    # A ZIP or a film that only begins so is left out as a whole, by its name.
    if not class_.left_out or "The rest was read." in class_.left_out[0].reason:
        assert {event.id for event in whole} <= found


# Made by hand


def with_good(tmp_path: Path, bad: bytes, reason: str, name: str = "bad") -> None:
    """Read something bad beside something good, in a folder and in a ZIP, without long waiting."""
    folder = tmp_path / "class"
    place(folder, name, bad)
    place(folder, "good.jsonl", GOOD_FILE)
    zip_file = place(tmp_path, "class.zip", zipped((name, bad), ("good.jsonl", GOOD_FILE)))
    before = tree(tmp_path)
    for where in (folder, zip_file):
        with no_hang(f"reading {name}", patience=15):
            class_ = check(where, GOOD[:1])
        assert [reason in left.reason for left in class_.left_out] == [True], class_.left_out
    assert tree(tmp_path) == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[" * 1_000_000, words.NO_ANSWERS),
        (b'{"id":' * 1_000_000, words.NO_ANSWERS),
        (b'{"id":"' + b"0" * 32 + b'","at":"","what":' + b"[" * 100_000, words.NO_ANSWERS),
        (b"x" * 60_000_000, words.TOO_LARGE.format(most=50)),
        (b"x" * 20_000_000, words.NO_ANSWERS),
        (b"\n" * 20_000_000, words.TOO_MANY_LINES.format(most=200_000)),
        (bytes(10_000_000), words.NO_ANSWERS),
        (b"\xff\xfe" + b"\xd8\x00" * 1_000_000, words.NO_ANSWERS),
        (bytes(range(128, 256)) * 10_000, words.NO_ANSWERS),
        (b"{\n" * 190_000, words.NO_ANSWERS),
        (GOOD_FILE + b"\0" * 1000, words.damaged_lines(1)),
        (GOOD_FILE + b"\xff\xfe\n", words.damaged_lines(1)),
        (GOOD_FILE + b"x" * 1_000_000 + b"\n", words.damaged_lines(1)),
    ],
    ids=lambda value: None if isinstance(value, bytes) else "",
)
def test_what_takes_time_and_memory(tmp_path: Path, content: bytes, reason: str) -> None:
    with_good(tmp_path, content, reason)


def test_markup_in_text_stays_text(tmp_path: Path) -> None:
    work = Work("amber-heron")
    for hostile in HOSTILE:
        work.add("answer", lesson="90-test", exercise="say", answer={"text": [hostile]})
    name = "<script>alert(1)<"
    place(tmp_path, name, work.file())
    [student] = check(tmp_path, [work]).students()
    assert student.files == (name,)
    assert [event.answer["text"] for event in student.events[1:]] == [[one] for one in HOSTILE]


def test_names_can_be_shown_whatever_they_are(tmp_path: Path) -> None:
    names = [b"\xff\xfe", b"a\x1b[31m\n", "\u202egnp".encode(), b"x" * 250]
    for number, name in enumerate(names):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(
            answered(f"bird-{number}").file()
        )
    class_ = check(tmp_path, [])
    shown = {handed.name for handed in class_.handed_in}
    assert shown == {"\ufffd\ufffd", "a\ufffd[31m\ufffd", "\ufffdgnp", "x" * 199 + "…"}


@pytest.mark.parametrize(
    "name", ["../up.jsonl", "/root.jsonl", "C:up", "a\\b", "a/../../b", "..", "x\0/../../up"]
)
def test_an_entry_that_climbs_out_is_refused(tmp_path: Path, name: str) -> None:
    path = place(tmp_path, "class.zip", zipped((name, GOOD[1].file()), ("good", GOOD_FILE)))
    before = tree(tmp_path)
    class_ = check(path, GOOD[:1])
    assert len(class_) == 1
    assert [left.reason for left in class_.left_out] == [words.LEADS_OUT]
    assert tree(tmp_path) == before


def changed(content: bytes, change: Callable[[zipfile.ZipInfo], None]) -> bytes:
    """Write a ZIP with a good entry, and one whose description is a lie."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bad", content)
        archive.writestr("good.jsonl", GOOD_FILE)
        change(archive.infolist()[0])
    return packed.getvalue()


def lock(entry: zipfile.ZipInfo) -> None:
    entry.flag_bits |= 1


def pack_strangely(entry: zipfile.ZipInfo) -> None:
    entry.compress_type = 14


def link(entry: zipfile.ZipInfo) -> None:
    entry.external_attr = 0o120777 << 16


def lie_small(entry: zipfile.ZipInfo) -> None:
    entry.file_size = 10


def lie_large(entry: zipfile.ZipInfo) -> None:
    entry.file_size = 4_000_000_000


def lie_elsewhere(entry: zipfile.ZipInfo) -> None:
    entry.header_offset = 7


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lock, words.LOCKED),
        (pack_strangely, words.PACKED_STRANGELY),
        (link, words.LINK),
        (lie_small, words.DAMAGED_ZIP),
        (lie_large, words.EMPTY),
        (lie_elsewhere, words.DAMAGED_ZIP),
    ],
)
def test_an_entry_that_is_not_what_it_says(
    tmp_path: Path, change: Callable[[zipfile.ZipInfo], None], reason: str
) -> None:
    path = place(tmp_path, "class.zip", changed(b"\n" * 100_000, change))
    class_ = check(path, GOOD[:1])
    assert [(left.name, left.reason) for left in class_.left_out] == [("bad", reason)]


def test_a_zip_that_unpacks_to_gigabytes_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it unpacks to is counted while it is unpacked, whatever it says."""
    monkeypatch.setattr(reading, "MOST_UNPACKED", 20_000_000)
    bomb = zipped(*((f"{number}", bytes(10_000_000)) for number in range(20)))
    assert len(bomb) < 1_000_000
    folder = tmp_path / "class"
    place(folder, "bomb.zip", bomb)
    place(folder, "good.jsonl", GOOD_FILE)
    before = tree(tmp_path)
    class_ = check(folder, GOOD[:1])
    assert [left.name for left in class_.left_out] == ["bomb.zip/0", "bomb.zip/1", "bomb.zip"]
    assert class_.left_out[-1].reason == words.rest_too_large(18, 20)
    assert tree(tmp_path) == before


def with_good_zip(content: bytes) -> bytes:
    return zipped(("inner.zip", content), ("good.jsonl", GOOD_FILE))


def test_zips_deep_in_zips_are_refused(tmp_path: Path) -> None:
    content = zipped(("work.jsonl", GOOD[1].file()))
    for _ in range(5):
        content = with_good_zip(content)
    class_ = check(place(tmp_path, "class.zip", content), GOOD[:1])
    assert len(class_) == 1
    assert [(left.name, left.reason) for left in class_.left_out] == [
        ("inner.zip/inner.zip", words.ZIP_TOO_DEEP)
    ]


def test_a_zip_that_says_it_holds_a_million_entries(tmp_path: Path) -> None:
    entry = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    entries = (entry + b"x") * 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, len(entries), 4, 0)
    with_good(tmp_path, b"PK\3\4" + entries + end, words.ZIP_TOO_FULL.format(most=10_000))
