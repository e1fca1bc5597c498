"""Hostile submissions, from the folder to the report: it is made, and nothing else happens."""

from __future__ import annotations

import csv
import io
import json
import os
import pickle
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader import Node, parse
from simulated import SHIPPED
from support import HOSTILE, JUNK, shown

from helpers.classroom import run
from helpers.classroom.run import REPORT, Made, Wanted, make_report, open_lessons
from helpers.classroom.submissions import Submissions
from helpers.workbook.file import header_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from helpers.classroom.student import ClassStudent
    from helpers.kinds.exercises import LessonExercises

LESSON, GOOD = "02-who-says-so", 5
FORMULAS = ('=HYPERLINK("http://x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1")
HERS = "somebody else’s code name"
Files = dict[str, bytes]


@cache
def lessons() -> list[LessonExercises]:
    return open_lessons()


@cache
def students() -> tuple[ClassStudent, ...]:
    return tuple(Submissions(SHIPPED).students())[:GOOD]


def work(code: str, workbook: str, events: list[Any]) -> bytes:
    lines = [header_line(code, workbook), *map(msgspec.json.encode, events)]
    return b"".join(line + b"\n" for line in lines)


@cache
def good() -> Files:
    """Give the work of some students in one lesson."""
    found = {}
    for one in students():
        events = [event for event in one.events if event.lesson in {"", LESSON}]
        found[f"{one.code}.jsonl"] = work(one.code, one.workbook, events)
    return found


def saying(number: int, word: str) -> Files:
    """Give work in which every text that somebody can write is this word.

    The first file is sound but for what its student wrote; the second is hostile in its header too.
    """
    workbook, code = f"{number:016x}", f"mallory-{number}"
    base = json.loads(good()[f"{students()[0].code}.jsonl"].splitlines()[-1])
    hostile = [
        {"lesson": "01-cold-read", "exercise": "verdict", "answer": {"text": [word]}},
        {"answer": {"text": [word], "option": [word], word: [word]}},
        {"exercise": word},
        {"lesson": word, "exercise": word},
        {"what": word},
        {"by": word},
        {"what": "code", "code": word, "lesson": "", "exercise": "", "answer": {}},
    ]
    events = [
        {**base, "by": code, **fields, "id": f"{number:016x}{at:016x}", "workbook": workbook}
        for at, fields in enumerate(hostile)
    ]
    name = word.replace("/", "").replace("\\", "").replace("\0", "")
    return {
        f"{code}.jsonl": work(code, workbook, events),
        f"{name} {number}.jsonl": work(word, workbook, events),
    }


class Bomb:
    """Would make a file if anybody unpickled it."""

    def __reduce__(self) -> tuple[Any, tuple[str]]:
        return (os.mkdir, ("unpickled",))


def foreign() -> Files:
    notebook = {
        "cells": [{"cell_type": "code", "source": ["import os; os.mkdir('ran')"], "outputs": []}],
        "nbformat": 4, "nbformat_minor": 5, "metadata": {},
    }  # fmt: skip
    return {
        "code.py": b"import os; os.mkdir('ran')\n",
        "lesson.ipynb": json.dumps(notebook).encode(),
        "bomb.jsonl": pickle.dumps(Bomb()),
        "empty.jsonl": b"",
        "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(300),
        "essay.docx": b"PK\x03\x04 not really",
        "half.jsonl": good()[f"{students()[0].code}.jsonl"][:120],
        "deep.jsonl": b"[" * 200_000,
        "page.html": b"<script>alert(1)</script>",
    }


def climbing() -> bytes:
    """Pack work under names that lead out of any folder, and once broken."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name in (
            "../out.jsonl",
            "/abs.jsonl",
            "..\\win.jsonl",
            "C:\\c.jsonl",
            "a/../../b.jsonl",
        ):
            file.writestr(name, b"climbed")
        file.writestr("broken.jsonl", b"here it breaks" * 50)
    return packed.getvalue().replace(b"here it breaks", b"HERE it breaks", 1)


def handmade() -> Files:
    words = (*HOSTILE, *FORMULAS)
    spoken = dict(one for n, word in enumerate(words) for one in saying(n, word).items())
    return {**good(), **spoken, **foreign(), "climbs.zip": climbing()}


def write(files: Mapping[str, bytes], folder: Path) -> Path:
    folder.mkdir()
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def zipped(files: Mapping[str, bytes], path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return path


def tree(folder: Path, but: Path) -> dict[str, object]:
    """Give all that lies in a folder, one place apart."""
    return {
        str(path): path.readlink() if path.is_symlink() else path.is_file() and path.read_bytes()
        for path in folder.rglob("*")
        if but not in {path, *path.parents}
    }


def made_of(place: Path, out: Path) -> tuple[Made, Node]:
    """Make a report, and see that nothing is written beside it and nothing in it runs."""
    home = out.parent
    before = tree(home, out)
    made = make_report(Wanted(place, out=out, xapi=True), lambda _done, _all: None)
    assert tree(home, out) == before
    assert made.report == out.resolve() / REPORT
    page = parse(made.report.read_text(encoding="utf-8"))
    assert not page.all("script", "img", "iframe", "link", "object", "embed", "form")
    attributes = {name for node in page for name in node.attrs}
    assert not {name for name in attributes if name.startswith("on") or name == "src"}
    assert all(node.attrs["href"].startswith("#") for node in page if "href" in node.attrs)
    assert {*cells_that_start_formulas(out)} == set()
    named = {node.text for node in page.marked("code-name")}
    assert {one.code for one in students()} <= named
    return made, page


def cells_that_start_formulas(out: Path) -> Iterator[str]:
    for path in out.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                yield from (cell for cell in row if cell.startswith(("=", "+", "@", "\t", "\r")))
                yield from (cell for cell in row if cell.startswith("-") and not _number(cell))


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let whatever is run or written by a bare name lie where it is seen."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    monkeypatch.setattr(run, "open_lessons", lambda _keys=None: lessons())


@pytest.mark.parametrize("form", ["folder", "zip"])
def test_hand_made_submissions_end_in_a_report_and_nowhere_else(tmp_path: Path, form: str) -> None:
    files = handmade()
    if form == "zip":
        place = zipped(files, tmp_path / "class.zip")
    else:
        place = write(files, tmp_path / "class")
    made, page = made_of(place, tmp_path / "out")
    (students_part,) = (one for one in page.all("section") if one.attrs["id"] == "students")
    left_out = students_part.all("table")[0].text
    for name in (*foreign(), "climbs.zip"):
        assert name in left_out
    # What a student wrote is shown, as text.
    said = {shown(word.strip()) for word in (*HOSTILE, *FORMULAS)}
    assert said <= {node.text for node in page.marked("own")}
    assert made.students == GOOD + len(HOSTILE) + len(FORMULAS)
    assert made.left_out >= len(foreign())


def test_links_lead_nowhere(tmp_path: Path) -> None:
    secret = tmp_path / "secret.jsonl"
    secret.write_bytes(work(HERS, "5" * 16, []))
    elsewhere = write(good(), tmp_path / "elsewhere")
    place = write(good(), tmp_path / "class")
    (place / "link.jsonl").symlink_to(secret)
    (place / "folder").symlink_to(elsewhere, target_is_directory=True)
    (place / "round").symlink_to(place, target_is_directory=True)
    made, page = made_of(place, tmp_path / "out")
    assert HERS not in page.text
    assert made.students == GOOD


def test_a_class_of_hostile_files_alone_gets_a_report_that_says_so(tmp_path: Path) -> None:
    place = write(foreign(), tmp_path / "class")
    made = make_report(Wanted(place, out=tmp_path / "out"), lambda _done, _all: None)
    assert made.students == 0
    assert made.left_out == len(foreign())


def broken(content: bytes) -> st.SearchStrategy[bytes]:
    """Break good work: cut it, put bytes into it, or exchange its values for any others."""
    lines = content.splitlines(keepends=True)
    places = st.integers(0, len(content))
    noise = st.binary(max_size=40)
    exchanged = st.builds(_exchanged, st.sampled_from(lines), st.text(max_size=8), JUNK)
    return st.one_of(
        st.builds(lambda at: content[:at], places),
        st.builds(lambda at, other: content[:at] + other + content[at:], places, noise),
        st.lists(exchanged, max_size=5).map(lambda some: b"".join([lines[0], *some])),
        st.lists(JUNK, max_size=5).map(lambda some: "\n".join(map(_json, some)).encode()),
        st.binary(max_size=200),
    )


def _exchanged(line: bytes, name: str, value: object) -> bytes:
    fields = json.loads(line)
    known = [*fields]
    return _json({**fields, known[len(name) % len(known)]: value, name: value}).encode() + b"\n"


def _json(value: object) -> str:
    return json.dumps(value, default=str)


@st.composite
def classes(draw: st.DrawFn) -> Files:
    sample = good()[f"{students()[1].code}.jsonl"]
    names = st.from_regex(r"[A-Za-z0-9 =+@<>&'._-]{1,20}\.(jsonl|txt|zip)", fullmatch=True)
    return draw(st.dictionaries(names, broken(sample), min_size=1, max_size=4))


@settings(max_examples=40, deadline=None)
@given(files=classes(), packed=st.booleans())
def test_whatever_is_handed_in_the_others_get_their_report(files: Files, *, packed: bool) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        all_ = {**files, **good()}
        place = zipped(all_, home / "class.zip") if packed else write(all_, home / "class")
        made, _ = made_of(place, home / "out")
        assert made.students >= GOOD
