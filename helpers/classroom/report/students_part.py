"""Student by student, file by file: what came in, and what was left out and why."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from helpers.classroom.report.section import hideable, note, section, student_name
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
"""More rows than anybody reads; all of them are in the tables."""


def render_students(
    book: ClassBook, handed_in: Sequence[HandedIn], left_out: Sequence[LeftOut]
) -> Markup:
    """List the students, the files that were read and those that were left out."""
    return section(
        report_text.STUDENTS,
        _left_out(left_out),
        _doubles(book.students),
        note(report_text.UNKNOWN.format(answers=f"{book.unknown:,}")) if book.unknown else None,
        _table(
            report_text.STUDENTS,
            report_text.STUDENTS_HEADS,
            [_student(one) for one in book.students[:SHOWN]],
            len(book.students),
        ),
        parts.details(
            report_text.FILES,
            _table(
                report_text.FILES,
                report_text.FILE_HEADS,
                [_file(one) for one in handed_in[:SHOWN]],
                len(handed_in),
            ),
            class_="files",
        ),
        name="students",
    )


def _table(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[Child]], all_: int
) -> list[Markup | None]:
    cut = note(report_sentences.skipped(SHOWN, all_)) if all_ > SHOWN else None
    return [element("div", table(caption, heads, rows), class_="wide"), cut]


def _left_out(left_out: Sequence[LeftOut]) -> list[Markup | None] | None:
    if not left_out:
        return None
    rows = [(hideable(one.name), one.reason) for one in left_out[:SHOWN]]
    return _table(report_text.LEFT_OUT, report_text.LEFT_OUT_HEADS, rows, len(left_out))


def _doubles(students: Sequence[Enrolled]) -> Markup | None:
    """Name code names that stand for several workbooks: only the class knows whose they are."""
    times = Counter(student.code.casefold() for student in students if student.code)
    names = sorted({s.code for s in students if times[s.code.casefold()] > 1})
    if not names:
        return None
    before, _, after = report_text.TWO_OF_A_NAME.partition("{names}")
    return element("p", before, hideable(report_sentences.names(names)), after, class_="note")


def _student(one: Enrolled) -> tuple[Child, ...]:
    lessons = ", ".join(f"{name[:2]} ({many})" for name, many in sorted(one.answered.items()))
    return student_name(one), str(sum(one.answered.values())), lessons


def _file(one: HandedIn) -> tuple[Child, ...]:
    return hideable(one.name), hideable(one.student), str(one.events), str(one.known)
