"""What is left out of a class report: each file with its reason, and none stops the rest."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from class_files import answered, as_file, place, put, reasons, students, zipped

from helpers.classroom import contents, grouping, places, reading, submissions, zips
from helpers.classroom.student import LeftOut
from helpers.classroom.submissions import Submissions
from helpers.errors import KitError
from helpers.words import classroom_text as words

if TYPE_CHECKING:
    from pathlib import Path

GOOD = answered("amber-heron")
LEFT_OUT = {
    "empty": (b"", words.EMPTY),
    "blank": (b"\xef\xbb\xbf \r\n\r\n", words.EMPTY),
    "header": (as_file([], "amber-heron", "a" * 16), words.NOT_BEGUN),
    "text": (b"My answers are: a, b, c.\n", words.NO_ANSWERS),
    "notebook": (b'{\n "cells": [],\n "nbformat": 4\n}', words.NOTEBOOK),
    "pdf": (b"%PDF-1.7\n", words.FOREIGN.format(what=words.A_PDF)),
    "png": (b"\x89PNG\r\n\x1a\n", words.FOREIGN.format(what=words.A_PICTURE)),
    "film": (b"\0\0\0\x20ftypisom", words.FOREIGN.format(what=words.A_RECORDING)),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1", words.FOREIGN.format(what=words.A_DOCUMENT)),
    "page": (b"<!DOCTYPE html><script>1</script>", words.FOREIGN.format(what=words.A_PAGE)),
    "rar": (b"Rar!\x1a\x07", words.PACKED_OTHERWISE),
    "docx": (
        zipped(("[Content_Types].xml", b"<x/>"), ("word/document.xml", b"<x/>")),
        words.FOREIGN.format(what=words.A_DOCUMENT),
    ),
    "odt": (zipped(("mimetype", b"odt")), words.FOREIGN.format(what=words.A_DOCUMENT)),
    "newer": (b'{"id":"' + b"0" * 32 + b'","at":"x","what":"wave","to":1}', words.NEWER),
    "cut": (zipped(("a.jsonl", GOOD.file()))[:-30], words.DAMAGED_ZIP),
    "nul": (bytes(1000), words.NO_ANSWERS),
}


@pytest.mark.parametrize("where", ["folder", "zip"])
def test_each_file_that_is_left_out_says_why_and_stops_nothing(tmp_path: Path, where: str) -> None:
    files = {**{name: content for name, (content, _) in LEFT_OUT.items()}, "good": GOOD.file()}
    for name, content in files.items():
        place(tmp_path / "folder", name, content)
    place(tmp_path, "zip", zipped(*files.items()))
    class_ = Submissions(tmp_path / where)
    assert reasons(class_) == {name: why for name, (_, why) in LEFT_OUT.items()}
    assert students(class_)["amber-heron"].events == tuple(GOOD.events)


def test_a_copy_is_not_read_a_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[bytes] = []
    real = contents.read_submission
    monkeypatch.setattr(submissions, "read_submission", lambda c: read.append(c) or real(c))
    put(tmp_path, a=GOOD.file() + b"junk", b=GOOD.file() + b"junk", c=b"junk", d=b"junk")
    class_ = Submissions(tmp_path)
    assert len(read) == 2
    assert [left.name for left in class_.left_out] == ["a.jsonl", "c.jsonl", "d.jsonl"]
    assert [handed.events for handed in class_.handed_in] == [len(GOOD.events), 0]


def test_damaged_and_newer_lines_are_counted_and_the_good_ones_kept(tmp_path: Path) -> None:
    newer = b'{"id":"' + b"1" * 32 + b'","at":"x","what":"answer","more":1}\n'
    put(tmp_path, a=GOOD.file() + newer + b"junk\n{torn", b=GOOD.file() + b"junk")
    class_ = Submissions(tmp_path)
    assert class_.left_out == [
        LeftOut("a.jsonl", words.damaged_lines(2)),
        LeftOut("a.jsonl", words.newer_lines(1)),
        LeftOut("b.jsonl", words.damaged_lines(1)),
    ]
    assert students(class_)["amber-heron"].events == tuple(GOOD.events)


def test_links_and_pipes_are_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    outside = place(tmp_path, "outside/secret.jsonl", answered("secret").file())
    class_folder = put(tmp_path / "class", good=GOOD.file())
    (class_folder / "file.jsonl").symlink_to(outside)
    (class_folder / "folder").symlink_to(outside.parent)
    (class_folder / "loop").symlink_to(class_folder)
    (class_folder / "nowhere").symlink_to(tmp_path / "nowhere")
    os.mkfifo(class_folder / "pipe")
    class_ = Submissions(class_folder)
    links = dict.fromkeys(("file.jsonl", "folder", "loop", "nowhere"), words.LINK)
    assert reasons(class_) == {**links, "pipe": words.NO_FILE}
    assert set(students(class_)) == {"amber-heron"}


def test_a_file_that_turns_into_a_link_or_a_pipe_while_it_is_read(tmp_path: Path) -> None:
    path = place(tmp_path, "a", GOOD.file())
    (tmp_path / "link").symlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", "nowhere"):
        with pytest.raises(KitError):
            places.open_file(str(tmp_path / name))


def test_what_is_closed_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, closed=b"", good=GOOD.file())
    place(tmp_path, "shut/inside.jsonl", b"")
    for module, name, shut in ((os, "open", "closed.jsonl"), (os, "scandir", "shut")):
        _close(monkeypatch, module, name, shut)
    class_ = Submissions(tmp_path)
    closed = words.CLOSED.format(reason="Permission denied")
    assert reasons(class_) == {"closed.jsonl": closed, "shut": closed}
    assert set(students(class_)) == {"amber-heron"}


def _close(monkeypatch: pytest.MonkeyPatch, module: object, name: str, shut: str) -> None:
    real = getattr(module, name)

    def refuse(path: str, *rest: int) -> object:
        if os.fspath(path).endswith(shut):
            raise PermissionError(13, "Permission denied", path)
        return real(path, *rest)

    monkeypatch.setattr(module, name, refuse)


def test_a_place_that_is_none_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = place(tmp_path, "work.jsonl", GOOD.file())
    damaged = place(tmp_path, "damaged.zip", zipped(("a", GOOD.file()))[:-10])
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "closed").mkdir()
    _close(monkeypatch, os, "scandir", "closed")
    wrong = {
        tmp_path / "nowhere": "There is nothing at ",
        work / "below": "There is nothing at ",
        tmp_path / "nul\0": "There is nothing at ",
        tmp_path / ("n" * 5000): "cannot be read",
        tmp_path / "loop": "cannot be read",
        tmp_path / "closed": "cannot be read",
        tmp_path / "pipe": "neither a folder nor a ZIP file",
        work: "neither a folder nor a ZIP file",
        damaged: "It is damaged",
    }
    for path, said in wrong.items():
        with pytest.raises(KitError, match=said) as error:
            Submissions(path)
        assert str(error.value).isprintable()


# How much of it


def test_more_than_can_be_read_is_left_out_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_FILE", 20_000)
    monkeypatch.setattr(contents, "MOST_WORKBOOKS", 2)
    many = [event for number in range(3) for event in answered(f"bird-{number}").events]
    put(tmp_path, long=b"x" * 20_001, shared=as_file(many), good=GOOD.file(), l=b"x\n" * 9_000)
    class_ = Submissions(tmp_path)
    assert reasons(class_) == {
        "long.jsonl": words.TOO_LARGE.format(most=0),
        "shared.jsonl": words.TOO_MANY_WORKBOOKS.format(most=2),
        "l.jsonl": words.NO_ANSWERS,
    }
    assert set(students(class_)) == {"amber-heron"}


def test_a_file_with_too_many_lines_is_left_out(tmp_path: Path) -> None:
    put(tmp_path, a=GOOD.file() + b"\n" * 200_000, b=GOOD.file())
    assert reasons(Submissions(tmp_path)) == {"a.jsonl": words.TOO_MANY_LINES.format(most=200_000)}


def test_a_place_with_too_many_files_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "MOST_FILES", 5)
    monkeypatch.setattr(reading, "MOST_FILES", 5)
    files = [(f"{number}", b"x") for number in range(6)]
    for name, content in files:
        place(tmp_path / "class", f"{name}/x", content)
    for where in (tmp_path / "class", place(tmp_path, "class.zip", zipped(*files))):
        with pytest.raises(KitError, match="more than 5 files"):
            Submissions(where)


def test_one_zip_does_not_take_the_place_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_ENTRIES", 5)
    monkeypatch.setattr(reading, "MOST_UNPACKED", 1_000_000)
    place(tmp_path, "a.zip", zipped(*((f"{number}", b"x") for number in range(6))))
    large = [(f"{number}", b"\n" * 600_000) for number in range(5)]
    place(tmp_path, "b.zip", zipped(*large))
    place(tmp_path, "c.zip", zipped(("good.jsonl", GOOD.file())))
    class_ = Submissions(tmp_path)
    found = reasons(class_)
    assert found["a.zip"] == words.ZIP_TOO_FULL.format(most=5)
    assert found["b.zip"] == words.rest_too_large(3, 1)
    assert set(students(class_)) == {"amber-heron"}


def test_a_zip_may_be_larger_than_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = zipped(("picture.png", b"\x89PNG" + os.urandom(50_000)), ("good", GOOD.file()))
    place(tmp_path, "class.zip", file)
    monkeypatch.setattr(reading, "MAX_FILE", 40_000)
    assert set(students(Submissions(tmp_path))) == {"amber-heron"}
    monkeypatch.setattr(zips, "MOST_BYTES", 40_000)
    assert reasons(Submissions(tmp_path)) == {"class.zip": words.TOO_LARGE.format(most=0)}


def test_what_is_left_of_too_much_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    put(tmp_path, a=GOOD.file(), b=b"x" * 999_999, c=b"", d=b"")
    class_ = Submissions(tmp_path)
    assert reasons(class_)[str(tmp_path)] == words.rest_too_large(2, 1)
    assert len(class_) == 1


def test_files_of_one_student_beyond_what_anybody_does_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grouping, "MAX_LINES", 10)
    work = answered("amber-heron", 14)
    put(tmp_path, a=work.file(0, 6), b=work.file(6, 13), c=work.file(13))
    class_ = Submissions(tmp_path)
    assert [left.name for left in class_.left_out] == ["a.jsonl"]
    [student] = class_.students()
    assert student.events == tuple(work.events[6:])
