"""Submissions: whatever way a class handed its work in, each student's is found, once."""

from __future__ import annotations

import gc
from pathlib import Path

import msgspec
import pytest
from class_files import Work, answered, as_file, place, put, students, zipped

from helpers.classroom import contents, submissions
from helpers.classroom.student import ClassStudent, HandedIn, LeftOut
from helpers.classroom.submissions import Submissions
from helpers.words import classroom_text as words
from helpers.workbook import Draft, code_name
from helpers.workbook.history import in_order

MOODLE = "Ada Lovelace_12345_assignsubmission_file_/according-to-reports-amber-heron.jsonl"
CANVAS = "curiemarie_LATE_1234_5678_according-to-reports-blue-kite-2024-10-31-1.jsonl"


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
    inner = zipped(("deep/hers.jsonl", ada.file()), ("__MACOSX/hers.jsonl", b"shadow"))
    place(
        tmp_path,
        "sub/class.zip",
        zipped(("m/", b""), ("Ada_1_file_/ada.zip", inner), ("m/m", marie.file())),
    )
    class_ = Submissions(tmp_path)
    found = students(class_)
    assert class_.left_out == []
    assert found["ada"].events == tuple(ada.events)
    assert found["ada"].files == ("sub/class.zip/Ada_1_file_/ada.zip/deep/hers.jsonl",)
    found = students(Submissions(tmp_path / "sub" / "class.zip"))
    assert found["ada"].files == ("Ada_1_file_/ada.zip/deep/hers.jsonl",)


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
    assert not read, "there was room to keep what was read once"


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


def test_a_file_that_is_gone_when_it_is_read_again_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submissions, "MOST_KEPT", 0)
    put(tmp_path, a=answered("ada").file(), b=answered("marie").file())
    class_ = Submissions(tmp_path)
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "b.jsonl").write_bytes(b"%PDF-1.7")
    assert [len(student.events) for student in class_.students()] == [0, 0]
