"""A section of the report, and how a student and a question are named in all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.view.markup import Markup, element
from helpers.words import report_text

if TYPE_CHECKING:
    from helpers.classroom.book import Asked, ClassBook, Enrolled
    from helpers.view.markup import Child


def section(title: str, *children: Child, name: str) -> Markup:
    """Render a section under its title; `name` is its address in the file."""
    head = element("h2", title, id=f"{name}-title")
    return element("section", head, *children, id=name, aria_labelledby=f"{name}-title")


def asked_head(book: ClassBook, asked: Asked) -> Markup:
    """Head what follows by the lesson and the question that it is about."""
    where = element("span", lesson_name(book, asked[0]), class_="where")
    return element("h3", where, " ", question(book, asked), class_="asked")


def untitled(data: Markup) -> Markup:
    """Render a table whose caption stands above it already; it is kept for those who listen."""
    return element("div", data, class_="wide untitled")


def note(says: str) -> Markup:
    """Render a sentence on how to read what follows."""
    return element("p", says, class_="note")


def student_name(student: Enrolled) -> Markup:
    """Render a code name, which the switch hides; who chose none has the workbook’s number."""
    name = student.code or report_text.NO_NAME.format(workbook=student.workbook)
    return hideable(name)


def hideable(name: str) -> Markup:
    """Render a name so that the switch hides it."""
    shown = element("span", name, class_="code-name")
    return element("span", shown, element("span", report_text.HIDDEN, class_="no-name"))


def question(book: ClassBook, asked: Asked) -> str:
    """Give the question of an exercise."""
    return book.exercise(asked).ask


def lesson_name(book: ClassBook, lesson: str) -> str:
    """Name a lesson as the map of the lessons does."""
    return f"{lesson[:2]} · {book.lessons[lesson].file.title}"
