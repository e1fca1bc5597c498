"""The first page of the report: who handed in what, and five things to talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import COUNTS_ONLY, UNSTABLE
from helpers.classroom.report.section import lesson_name, note, section
from helpers.view.charts.rows import Ground, bar_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.reading import quotations, render_shown
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.discuss import Topic
    from helpers.classroom.student import HandedIn, LeftOut

SHARES = (0, 0.25, 0.5, 0.75, 1)


def render_summary(
    book: ClassBook, handed_in: Sequence[HandedIn], left_out: Sequence[LeftOut]
) -> Markup:
    """Say how much came in, and how many worked on each lesson."""
    students = len(book.students)
    said = report_sentences.handed_in(students, len(handed_in), len(left_out))
    rest = element("a", report_text.STUDENTS, href="#students")
    return section(
        report_text.SUMMARY,
        element("p", element("strong", said), " ", report_text.MORE_IN, " ", rest, "."),
        note(report_text.UNSTABLE) if COUNTS_ONLY <= students < UNSTABLE else None,
        note(report_text.FEW) if students < COUNTS_ONLY else None,
        _by_lesson(book) if students else element("p", report_text.NOBODY),
        name="handed-in",
    )


def _by_lesson(book: ClassBook) -> Markup | None:
    all_ = len(book.students)
    began = {
        lesson: sum(lesson in student.answered for student in book.students)
        for lesson in book.lessons
    }
    lessons = [(lesson_name(book, name), many) for name, many in began.items() if many]
    if not lessons:
        return None
    most, many = max(lessons, key=lambda one: one[1])
    rows = [
        bar_row(name, many / all_, report_sentences.of_class(many, all_)) for name, many in lessons
    ]
    ground = Ground(0, 1, report_text.STUDENTS_AXIS, SHARES, whole_percent)
    cells = [(name, many, whole_percent(many / all_)) for name, many in lessons]
    return chart(
        report_sentences.began(most, many, all_),
        picture(report_text.SUMMARY_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(
            report_text.SUMMARY, report_text.SUMMARY_HEADS, [(a, str(b), c) for a, b, c in cells]
        ),
        source=report_text.SUMMARY_SOURCE,
    )


def render_topics(book: ClassBook, topics: Sequence[Topic]) -> Markup:
    """Render what to talk about first, each with words for the board and a question."""
    listed = element("ol", [element("li", _topic(book, one)) for one in topics], class_="topics")
    return section(
        report_text.DISCUSS,
        listed if topics else element("p", report_text.NOTHING_TO_DISCUSS),
        name="discuss",
    )


def _topic(book: ClassBook, topic: Topic) -> Markup:
    return join(
        element("p", element("strong", topic.says)),
        _board(book, topic),
        _line(report_text.CHOSEN, topic.chosen),
        _line(report_text.ASK, topic.ask),
        _line(report_text.LISTEN_FOR, topic.settle),
    )


def _board(book: ClassBook, topic: Topic) -> Markup | None:
    if topic.asked is None:
        return None
    lesson, _ = topic.asked
    exercise = book.exercise(topic.asked)
    dossier = book.lessons[lesson].dossier(exercise)
    lead = element("span", report_text.ON_THE_BOARD, class_="lead")
    if topic.words:
        return element("p", lead, " ", quotations(dossier, topic.words), class_="board")
    if topic.item:
        return element("p", lead, " ", element("q", topic.item), class_="board")
    shown = render_shown(dossier, exercise.show)
    return element("div", element("p", lead), shown, class_="board") if shown else None


def _line(lead: str, says: str) -> Markup | None:
    return element("p", element("span", lead, class_="lead"), " ", says) if says else None
