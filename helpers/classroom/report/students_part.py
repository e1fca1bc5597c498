"""Student by student, file by file: what came in, and what was left out and why."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from helpers.classroom.report.section import hideable, note, section, student_name, untitled
from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import report_sentences, report_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook, Enrolled
    from helpers.classroom.student import HandedIn, LeftOut
    from helpers.view.markup import Child

SHOWN = 500
"""More rows than anybody reads."""


def render_students(
    book: ClassBook, handed_in: Sequence[HandedIn], left_out: Sequence[LeftOut]
) -> Markup:
    """List the students, the files that were read and those that were left out."""
    files = [_file(one) for one in handed_in[:SHOWN]]
    return section(
        report_text.STUDENTS,
        _left_out(left_out),
        _doubles(book.students),
        note(report_sentences.unread(book.unknown)) if book.unknown else None,
        _by_lesson(book) if book.students else None,
        parts.details(
            report_text.FILES,
            untitled(table(report_text.FILES, report_text.FILE_HEADS, files)),
            _cut(len(handed_in)),
            class_="files",
        )
        if files
        else None,
        name="students",
    )


def _by_lesson(book: ClassBook) -> list[Markup | None]:
    """Count what each student answered, in all and in each lesson."""
    students = sorted(book.students, key=lambda one: in_numbers(one.code))
    lessons = [name for name in book.lessons if any(name in one.answered for one in students)]
    heads = (*report_text.STUDENTS_HEADS, *(name[:2] for name in lessons))
    rows = [_student(one, lessons) for one in students[:SHOWN]]
    data = table(report_text.STUDENTS, heads, rows)
    return [
        note(report_text.STUDENTS_SAID),
        element("div", data, class_="wide untitled counts"),
        note(report_sentences.skipped(SHOWN, len(students))) if len(students) > SHOWN else None,
    ]


def in_numbers(name: str) -> list[tuple[int, str]]:
    """Give what sorts names as people count: the second before the tenth.

    >>> sorted(["heron-10", "heron-2"], key=in_numbers)
    ['heron-2', 'heron-10']
    """
    pieces = re.split("([0-9]+)", name.casefold())
    return [(int(one), "") if n % 2 else (0, one) for n, one in enumerate(pieces)]


def _cut(all_: int) -> Markup | None:
    return note(report_sentences.cut(SHOWN, all_)) if all_ > SHOWN else None


def _left_out(left_out: Sequence[LeftOut]) -> list[Markup | None] | None:
    if not left_out:
        return None
    rows = [(hideable(one.name), one.reason) for one in left_out[:SHOWN]]
    data = table(report_text.LEFT_OUT, report_text.LEFT_OUT_HEADS, rows)
    head = element("h3", report_text.LEFT_OUT)
    return [head, untitled(data), _cut(len(left_out))]


def _doubles(students: Sequence[Enrolled]) -> Markup | None:
    """Name code names that stand for several workbooks: only the class knows whose they are."""
    times = Counter(student.code.casefold() for student in students if student.code)
    names = sorted({s.code for s in students if times[s.code.casefold()] > 1})
    if not names:
        return None
    before, _, after = report_text.TWO_OF_A_NAME.partition("{names}")
    return element("p", before, hideable(report_sentences.names(names)), after, class_="note")


def _student(one: Enrolled, lessons: Sequence[str]) -> tuple[Child, ...]:
    counts = (str(one.answered[name]) if name in one.answered else None for name in lessons)
    return student_name(one), str(sum(one.answered.values())), *counts


def _file(one: HandedIn) -> tuple[Child, ...]:
    return hideable(one.name), hideable(one.student), str(one.events), str(one.known)
