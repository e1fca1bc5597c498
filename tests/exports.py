"""Gradebooks as Moodle and Canvas export them, with a column of code names added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.scores import LessonScore, StudentScores

if TYPE_CHECKING:
    from pathlib import Path

MOODLE = (
    '"First name","Last name","ID number",Institution,Department,"Email address",code,'
    '"Assignment: Essay, draft (Real)","Feedback: Essay, draft","Course total (Real)",'
    '"Last downloaded from this course"\n'
    'Ada,Able,1001,"Rell High",,ada@example.org,Amber-Heron-27,17.50,'
    '"Good: ""clear"", brief.",17.50,1795600000\n'
    "Ben,Bunce,0002,,,ben@example.org,blue-otter,-,,-,1795600000\n"
    "Cy,=Cole,1003,,,cy@example.org,,12.00,,12.00,1795600000\n"
)
"""Moodle in English: commas, a sign for no grade, feedback with quotation marks."""
MOODLE_COMMA = (
    "Vorname;Nachname;E-Mail-Adresse;Essay: rot, grün, blau (Punkte);Code name;Zuletzt geladen\r\n"
    "Ädä;Able;ada@example.org;17,50;amber heron 27;1795600000\r\n"
    "Ben;Bunce;ben@example.org;-;BLUE-OTTER;1795600000\r\n"
)
"""Moodle in German, saved again by a spreadsheet: semicolons, and commas in numbers."""
MOODLE_TABS = MOODLE_COMMA.replace(";", "\t")
CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,code,Essay (4711),"
    "Assignments Current Score,Current Score,Unposted Final Grade\n"
    ",,,,,,Manual Posting,,,\n"
    "    Points Possible,,,,,,20.00,(read only),(read only),(read only)\n"
    '"Able, Ada",11,S1,ada,"Year 11, group B",amber-heron-27,17.50,87.50,87.50,B\n'
    '"Bunce, Ben",12,S2,ben,"Year 11, group B",blue-otter,EX,,,\n'
    '"Student, Test",13,,f00,"Year 11, group B",,N/A,,,\n'
)
"""Canvas: a row on posting, a row on points, columns that can only be read."""
COMPLETION, SCORE = "Who says so? – completion", "Who says so? – score"


def export(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write an export into a folder."""
    path = folder / "grades.csv"
    path.write_bytes(text.encode(encoding))
    return path


def lesson(
    answered: int = 15, asked: int = 20, score: float | None = 0.825, **fields: str
) -> LessonScore:
    """Give a score in the lesson on sources."""
    about = {"lesson": "02-who-says-so", "title": "Who says so?", **fields}
    return LessonScore(answered=answered, asked=asked, score=score, **about)


def student(code: str, *lessons: LessonScore, workbook: str = "") -> StudentScores:
    """Give a student's scores, by default of one lesson."""
    return StudentScores(code, workbook, lessons or (lesson(),))
