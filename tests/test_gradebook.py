"""The gradebook: the instructor's own export, filled, and nothing of hers changed."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from exports import (
    CANVAS,
    COMPLETION,
    MOODLE,
    MOODLE_COMMA,
    MOODLE_TABS,
    SCORE,
    export,
    lesson,
    student,
)
from hypothesis import given
from hypothesis import strategies as st

from helpers.classroom.gradebook import by_code, fill_gradebook
from helpers.classroom.lms import LMS
from helpers.classroom.roster import read_roster
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from helpers.classroom.gradebook import GradebookResult
    from helpers.classroom.scores import StudentScores

ADA = student("amber-heron-27")
CODES = ["code", "amber-heron-27", "blue-otter", ""]
FILES = [("moodle", MOODLE), ("moodle", MOODLE_COMMA), ("moodle", MOODLE_TABS), ("canvas", CANVAS)]


def fill(
    folder: Path, text: str, lms: str, scores: Sequence[StudentScores] = (ADA,), **form: str
) -> tuple[str, GradebookResult]:
    """Fill an export, and give the new file with what became of it."""
    roster = read_roster(export(folder, text, **form))
    result = fill_gradebook(roster, folder / "filled.csv", scores, LMS[lms])
    return result.path.read_bytes().decode(), result


def table(text: str, separator: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator))


def cells(text: str, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=separator))


def test_moodle_gets_completion_and_score_and_loses_the_code_names(tmp_path: Path) -> None:
    text, result = fill(tmp_path, MOODLE, "moodle")
    assert text == (
        '"First name","Last name","ID number",Institution,Department,"Email address",'
        '"Assignment: Essay, draft (Real)","Feedback: Essay, draft","Course total (Real)",'
        f'"Last downloaded from this course",{COMPLETION},{SCORE}\n'
        'Ada,Able,1001,"Rell High",,ada@example.org,17.50,"Good: ""clear"", brief.",17.50,'
        "1795600000,75,82\n"
        "Ben,Bunce,0002,,,ben@example.org,-,,-,1795600000,-,-\n"
        "Cy,=Cole,1003,,,cy@example.org,12.00,,12.00,1795600000,-,-\n"
    )
    assert (result.filled, result.without_work) == (1, 2)
    assert result.unmatched == result.problems == ()


@pytest.mark.parametrize(("text", "separator"), [(MOODLE_COMMA, ";"), (MOODLE_TABS, "\t")])
def test_moodle_keeps_its_separator_and_its_decimal_commas(
    tmp_path: Path, text: str, separator: str
) -> None:
    filled, _ = fill(tmp_path, text, "moodle")
    assert filled == (
        "Vorname;Nachname;E-Mail-Adresse;Essay: rot, grün, blau (Punkte);Zuletzt geladen;"
        f"{COMPLETION};{SCORE}\r\n"
        "Ädä;Able;ada@example.org;17,50;1795600000;75;82\r\n"
        "Ben;Bunce;ben@example.org;-;1795600000;-;-\r\n"
    ).replace(";", separator)


def test_canvas_gets_the_points_of_new_columns(tmp_path: Path) -> None:
    text, result = fill(tmp_path, CANVAS, "canvas")
    assert text == (
        "Student,ID,SIS User ID,SIS Login ID,Section,Essay (4711),Assignments Current Score,"
        f"Current Score,Unposted Final Grade,{COMPLETION},{SCORE}\n"
        ",,,,,Manual Posting,,,,,\n"
        "    Points Possible,,,,,20.00,(read only),(read only),(read only),100,100\n"
        '"Able, Ada",11,S1,ada,"Year 11, group B",17.50,87.50,87.50,B,75,82\n'
        '"Bunce, Ben",12,S2,ben,"Year 11, group B",EX,,,,,\n'
        '"Student, Test",13,,f00,"Year 11, group B",N/A,,,,,\n'
    )
    assert (result.filled, result.without_work) == (1, 2)


def test_canvas_gets_the_row_on_points_where_it_was_deleted(tmp_path: Path) -> None:
    text, _ = fill(tmp_path, "Student,ID,Section,code\nAda,11,B,amber-heron-27\n", "canvas")
    assert text.splitlines() == [
        f"Student,ID,Section,{COMPLETION},{SCORE}",
        "    Points Possible,,,100,100",
        "Ada,11,B,75,82",
    ]


def test_canvas_needs_no_row_on_points_where_no_column_is_new(tmp_path: Path) -> None:
    text = f"Student,ID,Section,{COMPLETION},{SCORE},code\nAda,11,B,,,amber-heron-27\n"
    filled, _ = fill(tmp_path, text, "canvas")
    assert filled.splitlines() == [
        f"Student,ID,Section,{COMPLETION},{SCORE}",
        "Ada,11,B,75,82",
    ]


@pytest.mark.parametrize(("lms", "text"), FILES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_mark_of_utf_8_is_kept_and_never_added(
    tmp_path: Path, lms: str, text: str, encoding: str
) -> None:
    filled, _ = fill(tmp_path, text, lms, encoding=encoding)
    assert filled.startswith("\ufeff") == (encoding == "utf-8-sig")
    assert filled.lstrip("\ufeff") == fill(tmp_path, text, lms)[0]


@pytest.mark.parametrize(("lms", "text"), FILES)
def test_no_code_name_is_in_the_filled_file(tmp_path: Path, lms: str, text: str) -> None:
    filled, _ = fill(tmp_path, text, lms, [ADA, student("blue-otter"), student("red-fox")])
    plain = filled.casefold().replace(" ", "-")
    assert not any(code in plain for code in ("amber", "otter", "red-fox", "code"))


@pytest.mark.parametrize(("lms", "text"), FILES)
def test_a_second_run_changes_nothing_and_doubles_nothing(
    tmp_path: Path, lms: str, text: str
) -> None:
    once, _ = fill(tmp_path, text, lms)
    separator = next(sign for sign in "\t;," if sign in text)
    # The filled file, with the code names in its last column.
    codes = {"Ada": "amber-heron-27", "Ädä": "amber-heron-27", "Able, Ada": "amber-heron-27"}
    ends = "\r\n" if "\r\n" in once else "\n"
    lines = once.removesuffix(ends).split(ends)
    first = [row[0] for row in cells(once, separator)]
    added = ["code", *(codes.get(name, "") for name in first[1:])]
    again = "".join(
        f"{line}{separator}{code}{ends}" for line, code in zip(lines, added, strict=True)
    )
    assert fill(tmp_path, again, lms)[0] == once


def test_new_work_replaces_old_grades_of_its_student_alone(tmp_path: Path) -> None:
    text = (
        f"Student,ID,Section,{COMPLETION} (81),{SCORE} (82),code\n"
        "    Points Possible,,,100.00,100.00,\n"
        "Ada,11,B,10.00,20.00,amber-heron-27\n"
        "Ben,12,B,30.00,40.00,blue-otter\n"
    )
    filled, _ = fill(tmp_path, text, "canvas")
    assert filled.splitlines() == [
        f"Student,ID,Section,{COMPLETION} (81),{SCORE} (82)",
        "    Points Possible,,,100.00,100.00",
        "Ada,11,B,75,82",
        "Ben,12,B,30.00,40.00",
    ]


def test_moodle_names_its_columns_with_a_word_in_brackets(tmp_path: Path) -> None:
    text = (
        f"Name;code;{COMPLETION} (Punkte);{COMPLETION} (Prozent);{SCORE} (Punkte)\n"
        "Ada;amber-heron-27;-;-;-\nBen;;50,00;50 %;-\n"
    )
    assert fill(tmp_path, text, "moodle")[0].splitlines()[1:] == ["Ada;75;-;82", "Ben;50,00;50 %;-"]


def test_other_points_than_100_are_told(tmp_path: Path) -> None:
    text = (
        f"Student,ID,Section,{SCORE} (82),code\n"
        "    Points Possible,,,10,\nAda,11,B,,amber-heron-27\n"
    )
    _, result = fill(tmp_path, text, "canvas")
    [says] = result.problems
    assert says == (
        f"“{SCORE}” is worth 10 points in Canvas, and the gradebook gives per cent: set it to "
        "100 points before you import the file."
    )


def test_work_and_students_without_each_other_are_told(tmp_path: Path) -> None:
    scores = [ADA, student("red-fox"), student("", workbook="00ff00ff00ff00ff")]
    _, result = fill(tmp_path, MOODLE, "moodle", scores)
    assert result.unmatched == ("red-fox", "00ff00ff00ff00ff")
    assert (result.filled, result.without_work) == (1, 2)


def test_a_code_listed_twice_is_filled_in_for_nobody(tmp_path: Path) -> None:
    text = "Name,code\nAda,amber-heron-27\nBen,Amber-Heron-27\n"
    filled, result = fill(tmp_path, text, "moodle")
    assert filled == "Name\nAda\nBen\n"
    assert result.unmatched == ("amber-heron-27",)
    assert "rows 2 and 3" in result.problems[0]


def test_only_lessons_that_somebody_began_get_columns(tmp_path: Path) -> None:
    begun = lesson(3, 10, None, lesson="07-own", title="Your own")
    still_closed = lesson(0, 10, None, lesson="09-later", title="Later")
    scores = [student("amber-heron-27", lesson(), begun, still_closed)]
    elsewhere = student("red-fox", still_closed._replace(answered=5))
    text, _ = fill(tmp_path, MOODLE, "moodle", [*scores, elsewhere])
    header, first = cells(text)[:2]
    assert header[-3:] == [COMPLETION, SCORE, "Your own – completion"]
    assert first[-3:] == ["75", "82", "30"]


def test_who_has_not_begun_a_lesson_of_the_class_completed_none_of_it(tmp_path: Path) -> None:
    idle = student("blue-otter", lesson(0, 20, None))
    text, _ = fill(tmp_path, MOODLE, "moodle", [ADA, idle])
    assert [row[-2:] for row in cells(text)[1:]] == [["75", "82"], ["0", "-"], ["-", "-"]]


@pytest.mark.parametrize(
    ("answered", "asked", "score", "shown"),
    [(199, 200, 0.999, ["99", "99"]), (20, 20, 1.0, ["100", "100"]),
     (7, 20, 0.0, ["35", "0"]), (2, 3, sum([0.1] * 10), ["67", "100"])],
)  # fmt: skip
def test_a_hundred_is_said_only_of_all(
    tmp_path: Path, answered: int, asked: int, score: float, shown: list[str]
) -> None:
    text, _ = fill(
        tmp_path, MOODLE, "moodle", [student("amber-heron-27", lesson(answered, asked, score))]
    )
    assert cells(text)[1][-2:] == shown


def test_two_lessons_of_one_title_keep_their_columns_apart(tmp_path: Path) -> None:
    both = (lesson(), lesson(1, 4, 0.5, lesson="12-copy"))
    text, _ = fill(tmp_path, MOODLE, "moodle", [student("amber-heron-27", *both)])
    assert cells(text)[0][-4:] == [
        f"02-who-says-so {COMPLETION}",
        f"02-who-says-so {SCORE}",
        f"12-copy {COMPLETION}",
        f"12-copy {SCORE}",
    ]


def test_a_title_cannot_start_a_formula(tmp_path: Path) -> None:
    named = student("amber-heron-27", lesson(title="=1+1, again"))
    text, _ = fill(tmp_path, MOODLE, "moodle", [named])
    assert cells(text)[0][-2:] == ["'=1+1, again – completion", "'=1+1, again – score"]
    again = "\n".join(f"{line},{code}" for line, code in zip(text.splitlines(), CODES, strict=True))
    assert cells(fill(tmp_path, again, "moodle", [named])[0])[0] == cells(text)[0]


def test_two_workbooks_of_one_code_name_are_one_student(tmp_path: Path) -> None:
    more = student("Amber-Heron-27", lesson(20, 20, 0.5))
    roster = read_roster(export(tmp_path, MOODLE))
    for order in ([ADA, more], [more, ADA]):
        work, unmatched = by_code(order, roster)
        assert list(work) == ["amber-heron-27"]
        assert work["amber-heron-27"].lessons == more.lessons
        assert unmatched == ()


def test_short_rows_are_filled_up_and_long_ones_refused(tmp_path: Path) -> None:
    text = "Name,code,Group\nAda,amber-heron-27\n\nBen\n"
    before, _ = fill(tmp_path, text, "moodle")
    assert before.splitlines()[1:] == ["Ada,,75,82", "", "Ben,,-,-"]
    with pytest.raises(KitError, match=r"Row 2 of grades\.csv has more cells"):
        fill(tmp_path, "Name,code\nAble, Ada,amber-heron-27\n", "moodle")
    assert (tmp_path / "filled.csv").read_text() == before


@pytest.mark.parametrize(
    ("text", "lms", "says"),
    [
        (MOODLE, "canvas", "is no gradebook from Canvas"),
        (CANVAS, "moodle", "is a gradebook from Canvas"),
        (CANVAS.replace(",", "\t"), "canvas", "does not read the tabs"),
    ],
)
def test_the_export_of_another_platform_is_refused(
    tmp_path: Path, text: str, lms: str, says: str
) -> None:
    with pytest.raises(KitError, match=says):
        fill(tmp_path, text, lms)
    assert not (tmp_path / "filled.csv").exists()


def test_the_export_itself_is_never_written_over(tmp_path: Path) -> None:
    roster = read_roster(export(tmp_path, MOODLE))
    with pytest.raises(KitError, match="is your own export"):
        fill_gradebook(roster, tmp_path / "grades.csv", [ADA], LMS["moodle"])
    assert (tmp_path / "grades.csv").read_text() == MOODLE


HERS = st.text(st.sampled_from('=+-@",;\t\r\n é') | st.characters(exclude_categories=["Cs"]))


@given(
    st.lists(st.tuples(HERS, HERS, st.sampled_from(["amber-heron-27", "x", ""])), max_size=4),
    st.sampled_from(",;\t"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
def test_her_own_cells_stay_as_they_are(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[tuple[str, str, str]],
    separator: str,
    quoting: int,
) -> None:
    rows = [(a.replace("\0", ""), b.replace("\0", ""), code) for a, b, code in rows]
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=separator, quoting=quoting)
    writer.writerows([("Name", "=Note", "code"), *rows])
    filled, _ = fill(tmp_path_factory.mktemp("hers"), written.getvalue(), "moodle")
    found = cells(filled, separator)
    assert [row[:2] for row in found] == [["Name", "=Note"], *([a, b] for a, b, _ in rows)]
    assert {cell for row in found[1:] for cell in row[2:]} <= {"75", "82", "-", ""}
