"""What students wrote, side by side with the rubric, to be marked by two people."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.classroom.report.section import (
    lesson_name,
    note,
    section,
    student_name,
    untitled,
)
from helpers.kinds.write import Write
from helpers.view import parts
from helpers.view.markup import Markup, element
from helpers.view.tables import table
from helpers.words import report_sentences, report_text

if TYPE_CHECKING:
    from helpers.classroom.book import Asked, ClassBook, OwnText
    from helpers.view.markup import Child

SHOWN = 200
"""More texts than anybody marks by hand; all of them are in the tables."""


def render_texts(book: ClassBook) -> Markup:
    """Render the texts of each exercise in one table, with room for two marks."""
    written = sorted(book.texts, key=lambda text: text.asked)
    by_exercise = groupby(written, key=lambda text: text.asked)
    tables = [_exercise(book, asked, list(texts)) for asked, texts in by_exercise]
    return section(
        report_text.TEXTS,
        note(report_text.TEXTS_SAID) if tables else element("p", report_text.NO_TEXTS),
        tables,
        name="texts",
    )


def _exercise(book: ClassBook, asked: Asked, texts: list[OwnText]) -> Markup:
    exercise = book.exercise(asked)
    rubric = exercise.rubric if isinstance(exercise, Write) else ()
    lesson = lesson_name(book, asked[0])
    rows = [_row(book, one) for one in texts[:SHOWN]]
    steps = [(row.ask, *row.steps) for row in rubric]
    return parts.details(
        report_sentences.lesson_texts(lesson, exercise.ask, len(texts)),
        untitled(table(report_text.RUBRIC, report_text.STEP_HEADS, steps)) if steps else None,
        element(
            "div", table(lesson, report_text.TEXT_HEADS, rows), class_="wide own-texts untitled"
        ),
        note(report_sentences.skipped(SHOWN, len(texts))) if len(texts) > SHOWN else None,
        class_="texts",
    )


def _row(book: ClassBook, one: OwnText) -> tuple[Child, ...]:
    text = element("span", one.text, class_="own", dir="auto")
    return student_name(book.students[one.student]), text, "", ""
