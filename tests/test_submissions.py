"""Submissions: whatever way a class handed its work in, each student's is found, once."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import msgspec
import pytest
from class_files import Work, answered, as_file, place, put, zipped

from helpers.classroom import contents, grouping, places, reading, submissions, zips
from helpers.classroom.student import ClassStudent, HandedIn, LeftOut
from helpers.classroom.submissions import Submissions
from helpers.errors import KitError
from helpers.words import classroom_text as words
from helpers.workbook import Draft, code_name
from helpers.workbook.history import in_order

MOODLE = "Ada Lovelace_12345_assignsubmission_file_/according-to-reports-amber-heron.jsonl"
CANVAS = "curiemarie_LATE_1234_5678_according-to-reports-blue-kite-2024-10-31-1.jsonl"


def students(class_: Submissions) -> dict[str, ClassStudent]:
    """Give all students by code name or workbook; nobody's is there twice."""
    found = list(class_.students())
    assert len(found) == len(class_)
    by_name = {student.code or student.workbook: student for student in found}
    assert len(by_name) == len(found)
    return by_name


def reasons(class_: Submissions) -> dict[str, str]:
    """Give why files were left out."""
    return dict(class_.left_out)


# How it comes


@pytest.mark.parametrize("where", ["class", "class.zip"])
def test_submissions_are_read_as_moodle_and_canvas_give_them(tmp_path: Path, where: str) -> None:
    files = {MOODLE: answered("amber-heron"), CANVAS: answered("blue-kite", 5)}
    for name, work in files.items():
        place(tmp_path / "class", name, work.file())
    place(tmp_path, "class.zip", zipped(*((name, work.file()) for name, work in files.items())))
    class_ = Submissions(tmp_path / where)
    assert class_.left_out == []
    assert {student.files for student in class_.students()} == {(MOODLE,), (CANVAS,)}
    for work in files.values():
        assert students(class_)[work.code].events == tuple(work.events)


def test_students_come_by_code_name_and_then_by_workbook(tmp_path: Path) -> None:
    works = [answered("kite"), answered("auk"), Work("").answer(), answered("kite")]
    for number, work in enumerate(works):
        put(tmp_path, **{f"f{number}": work.file()})
    found = [(student.code, student.workbook) for student in Submissions(tmp_path).students()]
    assert found == sorted((work.code, work.workbook) for work in works)


def test_only_the_content_decides_what_a_file_is(tmp_path: Path) -> None:
    work = answered("amber-heron")
    place(tmp_path, "work.pdf", work.file())
    place(tmp_path, "no ending", b"\xef\xbb\xbf" + answered("blue-kite").file())
    pretty = [msgspec.json.format(line, indent=2) for line in answered("wren").file().splitlines()]
    place(tmp_path, "pretty.json", b"[\n" + b",\n".join(pretty) + b"\n]")
    place(tmp_path, "old.txt", answered("owl").file().decode().encode("utf-16"))
    class_ = Submissions(tmp_path)
    assert set(students(class_)) == {"amber-heron", "blue-kite", "wren", "owl"}
    assert class_.left_out == []


def test_zips_in_folders_and_in_zips_are_read(tmp_path: Path) -> None:
    ada, marie = answered("ada"), answered("marie")
    inner = zipped(("deep/work.jsonl", ada.file()), ("__MACOSX/work.jsonl", b"shadow"))
    place(
        tmp_path,
        "sub/class.zip",
        zipped(("m/", b""), ("Ada_1_file_/ada.zip", inner), ("m/m", marie.file())),
    )
    class_ = Submissions(tmp_path)
    found = students(class_)
    assert class_.left_out == []
    assert found["ada"].events == tuple(ada.events)
    assert found["ada"].files == ("sub/class.zip/Ada_1_file_/ada.zip/deep/work.jsonl",)
    found = students(Submissions(tmp_path / "sub" / "class.zip"))
    assert found["ada"].files == ("Ada_1_file_/ada.zip/deep/work.jsonl",)


def test_what_systems_leave_behind_is_passed_over_in_silence(tmp_path: Path) -> None:
    litter = (
        ".DS_Store",
        "a/Thumbs.db",
        "thumbs.db",
        "desktop.ini",
        "__MACOSX/._w",
        ".git/x",
        "a/.hidden/y",
    )
    for name in litter:
        place(tmp_path / "class", name, b"litter")
    place(tmp_path, "class.zip", zipped(*((name, b"litter") for name in litter)))
    for where in ("class", "class.zip"):
        class_ = Submissions(tmp_path / where)
        assert (len(class_), class_.handed_in, class_.left_out) == (0, [], [])


def test_names_that_differ_in_case_and_names_that_are_the_same_are_all_read(tmp_path: Path) -> None:
    names = ("work.jsonl", "Work.jsonl", "work.jsonl", "WORK.JSONL")
    works = [answered(f"bird-{number}") for number in range(4)]
    files = [(name, work.file()) for name, work in zip(names, works, strict=True)]
    class_ = Submissions(place(tmp_path, "class.zip", zipped(*files)))
    assert set(students(class_)) == {work.code for work in works}
    assert [handed.name for handed in class_.handed_in] == list(names)


def test_files_are_named_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["b.jsonl", "z.jsonl", "a/x.jsonl", "a/b/y.jsonl", "c/d.jsonl"]
    for number, name in enumerate(names):
        place(tmp_path, name, answered(f"bird-{9 - number}").file())
    class_ = Submissions(tmp_path)
    assert [handed.name for handed in class_.handed_in] == names


def test_a_thousand_zips_are_not_open_at_once(tmp_path: Path) -> None:
    for number in range(30):
        work = answered(f"bird-{number}")
        place(tmp_path, f"{number}.zip", zipped(("work.jsonl", work.file())))
    now_open: list[int] = []
    class_ = Submissions(tmp_path, lambda *_: now_open.append(_open_files()))
    assert max(now_open) - min(now_open) <= 8
    assert len(students(class_)) == 30
    assert _open_files() <= min(now_open)


def _open_files() -> int:
    """Count the files that are open; where the system does not tell, there are none."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.exists() else 0


def test_a_link_may_lead_to_the_class(tmp_path: Path) -> None:
    place(tmp_path / "class", "a.jsonl", answered("amber-heron").file())
    place(tmp_path, "real.zip", zipped(("a.jsonl", answered("amber-heron").file())))
    for link, to in (("link", "class"), ("link.zip", "real.zip")):
        (tmp_path / link).symlink_to(tmp_path / to)
        assert len(Submissions(tmp_path / link)) == 1


def test_progress_is_told_a_hundred_times_at_most_and_comes_to_its_end(tmp_path: Path) -> None:
    files = [(f"{number}.jsonl", b"x") for number in range(1050)]
    told: list[tuple[int, int]] = []
    Submissions(
        place(tmp_path, "class.zip", zipped(*files)), lambda done, of: told.append((done, of))
    )
    assert told[0] == (0, 1050)
    assert told[-1] == (1050, 1050)
    assert told == sorted(set(told))
    assert 50 < len(told) < 110


# Whose it is


def test_files_of_one_workbook_are_one_student(tmp_path: Path) -> None:
    work = answered("amber-heron", 8)
    put(tmp_path, b=work.file(0, 4), a=work.file(3))
    class_ = Submissions(tmp_path)
    [student] = class_.students()
    assert student.events == tuple(work.events)
    assert student.files == ("a.jsonl", "b.jsonl")
    assert class_.handed_in == [
        HandedIn("a.jsonl", "amber-heron", 6, 0),
        HandedIn("b.jsonl", "amber-heron", 3, 1),
    ]


def test_a_code_name_chosen_later_is_the_one(tmp_path: Path) -> None:
    work = answered("amber-heron")
    before = work.file()
    work.code = "alder-kite"
    work.add("code", code="alder-kite").answer()
    # “Download my work” leaves out a code name that was replaced.
    kept = [event for event in work.events if event.code != "amber-heron"]
    put(tmp_path, a=before, b=as_file(kept, "alder-kite", work.workbook))
    class_ = Submissions(tmp_path)
    [student] = class_.students()
    assert student.code == code_name(student.events) == "alder-kite"
    assert {handed.student for handed in class_.handed_in} == {"alder-kite"}
    assert len(student.events) == 5


def test_a_code_name_whose_line_was_lost_stands_in_the_header(tmp_path: Path) -> None:
    work = Work("").answer(2)
    put(tmp_path, a=as_file(work.events, "amber-heron", work.workbook))
    assert [student.code for student in Submissions(tmp_path).students()] == ["amber-heron"]


@pytest.mark.parametrize("names", [("old", "same", "new"), ("z-old", "same", "a-new")])
def test_copies_and_older_versions_bring_nothing_new(tmp_path: Path, names: list[str]) -> None:
    work = answered("amber-heron", 2)
    older = work.file()
    newer = work.answer(3).file()
    put(tmp_path, **dict(zip(names, (older, newer, newer), strict=True)))
    class_ = Submissions(tmp_path)
    brought = sorted((handed.events, handed.known) for handed in class_.handed_in)
    assert brought == [(0, 3), (0, 6), (6, 0)]
    assert students(class_)["amber-heron"].events == tuple(work.events)
    assert len(students(class_)["amber-heron"].files) == 3


def test_workbooks_of_one_code_name_are_kept_apart(tmp_path: Path) -> None:
    put(tmp_path, a=answered("amber-heron").file(), b=answered("amber-heron").file())
    assert [student.code for student in Submissions(tmp_path).students()] == ["amber-heron"] * 2


@pytest.mark.parametrize("answers_more", [0, 2])
def test_a_workbook_that_went_over_into_another_is_nobody_s(
    tmp_path: Path, answers_more: int
) -> None:
    begun = Work("").answer(3)
    then = Work("amber-heron", "f" * 16)
    moved = [msgspec.structs.replace(event, workbook="f" * 16) for event in begun.events]
    then.events = moved + then.events
    then.answer(answers_more)
    put(tmp_path, a=begun.file(), b=then.file())
    class_ = Submissions(tmp_path)
    [student] = class_.students()
    assert (student.workbook, student.code) == ("f" * 16, "amber-heron")
    assert student.events == tuple(in_order(then.events))
    assert student.files == ("a.jsonl", "b.jsonl")
    assert class_.handed_in == [
        HandedIn("a.jsonl", "amber-heron", 0, 3),
        HandedIn("b.jsonl", "amber-heron", 4 + answers_more, 0),
    ]


def test_two_workbooks_of_the_same_events_are_one_student(tmp_path: Path) -> None:
    work, other = Work("").answer(3), Work("")
    other.events = [msgspec.structs.replace(e, workbook=other.workbook) for e in work.events]
    put(tmp_path, a=work.file(), b=other.file())
    assert len(Submissions(tmp_path)) == len(list(Submissions(tmp_path).students())) == 1


def test_workbooks_that_go_over_into_each_other_one_after_the_other(tmp_path: Path) -> None:
    events = Work("").answer(6).events
    for number in range(1, 7):
        own = str(number) * 16
        grown = [msgspec.structs.replace(event, workbook=own) for event in events[:number]]
        put(tmp_path, **{f"f{number}": as_file(grown, "", own)})
    [student] = Submissions(tmp_path).students()
    assert student.workbook == "6" * 16
    assert len(student.events) == len(student.files) == 6


def test_who_loaded_another_s_work_does_not_take_her_place(tmp_path: Path) -> None:
    ada, copier = answered("ada"), answered("copier")
    # Loading leaves out another's choice of a code name.
    taken = [event for event in ada.events if event.what != "code"]
    copier.events += [msgspec.structs.replace(e, workbook=copier.workbook) for e in taken]
    put(tmp_path, a=ada.file(), b=copier.file())
    assert set(students(Submissions(tmp_path))) == {"ada", "copier"}


def test_a_class_that_began_with_one_file_stays_a_class(tmp_path: Path) -> None:
    first = Work("").answer(3).events
    for number in range(30):
        work = Work("")
        work.events = [msgspec.structs.replace(e, workbook=work.workbook) for e in first]
        put(tmp_path, **{f"f{number}": work.answer(4).file()})
    older, newer = Work(""), Work("")
    older.events = [msgspec.structs.replace(e, workbook=older.workbook) for e in first]
    older.answer()
    newer.events = [msgspec.structs.replace(e, workbook=newer.workbook) for e in older.events]
    put(tmp_path, older=older.file(), newer=newer.answer().file())
    class_ = Submissions(tmp_path)
    assert len(class_) == 31
    assert HandedIn("older.jsonl", newer.workbook, 0, 4) in class_.handed_in


@pytest.mark.parametrize("workbook", ["", "0" * 16])
def test_the_first_edition_has_no_workbooks_and_nobody_is_mixed_up(
    tmp_path: Path, workbook: str
) -> None:
    """Going on with the kit of today, it has a workbook that everybody’s first edition has."""
    ada, marie = Work("ada", workbook).answer(2), Work("marie", workbook).answer(2)
    older = ada.file()
    put(tmp_path, a=older, b=ada.answer().file(), c=marie.file())
    class_ = Submissions(tmp_path)
    assert len(students(class_)["ada"].events) == 4
    assert len(students(class_)["marie"].events) == 3
    assert class_.handed_in[0] == HandedIn("a.jsonl", "ada", 0, 3)


def test_a_first_edition_without_its_old_code_name_is_the_same_student(tmp_path: Path) -> None:
    work = Work("ada", "").answer(2)
    older = work.file()
    work.add("code", code="marie")
    put(tmp_path, a=older, b=as_file(work.events[1:], "marie"))
    assert len(Submissions(tmp_path)) == 1


def test_events_without_a_workbook_belong_to_that_of_the_header(tmp_path: Path) -> None:
    work, nameless = answered("amber-heron"), Work("", "").answer(2)
    put(tmp_path, a=as_file(nameless.events, "amber-heron", work.workbook), b=work.file())
    [student] = Submissions(tmp_path).students()
    assert len(student.events) == 5


def test_a_file_from_a_shared_computer_is_taken_apart(tmp_path: Path) -> None:
    ada, marie = answered("ada", 2), answered("marie", 3)
    mixed = [event for pair in zip(ada.events, marie.events, strict=False) for event in pair]
    put(tmp_path, a=as_file([*mixed, marie.events[-1]], "ada", ada.workbook))
    class_ = Submissions(tmp_path)
    assert students(class_)["ada"].events == tuple(ada.events)
    assert students(class_)["marie"].events == tuple(marie.events)
    assert class_.handed_in == [
        HandedIn("a.jsonl", "ada", 3, 0),
        HandedIn("a.jsonl", "marie", 4, 0),
    ]


def test_a_whole_work_folder_can_be_handed_in(tmp_path: Path) -> None:
    work = answered("ada", 4)
    put(tmp_path, a=work.file(0, 2), b=work.file(2))
    draft = Draft("90-test/pick/0", work.workbook, {"option": ["b"]})
    place(tmp_path, "drafts/x/90-test.pick.json", msgspec.json.encode(draft))
    class_ = Submissions(tmp_path)
    assert students(class_)["ada"].events == tuple(work.events)
    assert class_.left_out == [LeftOut("drafts/x/90-test.pick.json", words.DRAFT)]


def test_files_that_many_share_are_not_read_again_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = [answered(f"bird-{number}") for number in range(20)]
    put(tmp_path, a=as_file([event for work in works for event in work.events]))
    class_ = Submissions(tmp_path)
    read: list[bytes] = []
    real = contents.read_submission
    monkeypatch.setattr(submissions, "read_submission", lambda c: read.append(c) or real(c))
    assert len(students(class_)) == 20
    assert len(read) == 1


def test_of_shared_files_those_that_were_asked_for_last_stay_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions, "MOST_KEPT", 30)  # two of these three files
    for file, codes in {"a": ("1a", "3a", "5a"), "b": ("2b", "6b"), "c": ("4c", "7c")}.items():
        works = [answered(code, 12 // len(codes)) for code in codes]
        put(tmp_path, **{file: as_file([event for work in works for event in work.events])})
    class_ = Submissions(tmp_path)
    read: list[bytes] = []
    real = contents.read_submission
    monkeypatch.setattr(submissions, "read_submission", lambda c: read.append(c) or real(c))
    after = {student.code: len(read) for student in class_.students()}
    assert after == {"1a": 1, "2b": 2, "3a": 2, "4c": 3, "5a": 3, "6b": 4, "7c": 5}


def test_one_student_at_a_time_is_in_memory(tmp_path: Path) -> None:
    for number in range(6):
        put(tmp_path, **{f"f{number}": answered(f"bird-{number}", 50).file()})
    gc.collect()
    before = _students_in_memory()
    most = 0
    for _ in Submissions(tmp_path).students():
        gc.collect()
        most = max(most, _students_in_memory() - before)
    assert most == 1


def _students_in_memory() -> int:
    return sum(isinstance(one, ClassStudent) for one in gc.get_objects())


def test_a_file_that_is_gone_when_it_is_read_again_stops_nobody(tmp_path: Path) -> None:
    put(tmp_path, a=answered("ada").file(), b=answered("marie").file())
    class_ = Submissions(tmp_path)
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "b.jsonl").write_bytes(b"%PDF-1.7")
    assert [len(student.events) for student in class_.students()] == [0, 0]


# What is left out


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
