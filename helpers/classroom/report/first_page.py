"""The first page of the report: who handed in what, what went well, and what to talk about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import COUNTS_ONLY, UNSTABLE
from helpers.classroom.report.section import lesson_name, note, question, section
from helpers.classroom.report.shares import share_ground
from helpers.view import parts
from helpers.view.charts.rows import bar_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.reading import number, quotations, render_passage
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.discuss import Topic
    from helpers.classroom.findings.items import ItemFound
    from helpers.classroom.student import HandedIn, LeftOut
    from helpers.kinds.base import Exercise
    from helpers.texts.dossier import Dossier

AT_ONCE = 2
"""A longer passage opens on demand, so that all topics are seen at once."""


def render_summary(
    book: ClassBook, handed_in: Sequence[HandedIn], left_out: Sequence[LeftOut]
) -> Markup:
    """Say how much came in, and how many worked on each lesson."""
    students = len(book.students)
    # A file that two students share was handed in once.
    files = len({one.name for one in handed_in})
    said = report_sentences.handed_in(students, files, len(left_out))
    rest = element("a", report_text.STUDENTS, href="#students")
    return section(
        report_text.SUMMARY,
        element("p", element("strong", said), " ", report_text.MORE_IN, " ", rest, "."),
        note(report_text.UNSTABLE) if COUNTS_ONLY <= students < UNSTABLE else None,
        note(report_text.FEW) if 0 < students < COUNTS_ONLY else None,
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
    rows = [
        bar_row(name, many / all_, report_sentences.of_class(many, all_)) for name, many in lessons
    ]
    ground = share_ground(report_text.STUDENTS_AXIS, all_)
    heads = report_text.SUMMARY_HEADS[: 2 if all_ < COUNTS_ONLY else 3]
    cells = [(name, str(many), whole_percent(many / all_))[: len(heads)] for name, many in lessons]
    fewest, least = min(lessons, key=lambda one: one[1])
    alike = all(many == least for _, many in lessons)
    return chart(
        report_sentences.began_alike(least, all_)
        if alike
        else report_sentences.began(fewest, least, all_),
        picture(report_text.SUMMARY_PICTURE, lambda form: on_rows(form, ground, rows)),
        table(report_text.SUMMARY, heads, cells),
        source=report_text.SUMMARY_SOURCE,
    )


def render_topics(book: ClassBook, topics: Sequence[Topic], best: ItemFound | None) -> Markup:
    """Render what to talk about first, each with words for the board and a question.

    Before all of it stands what went well: `best`, or else how much was answered.
    """
    listed = element("ol", [element("li", _topic(book, one)) for one in topics], class_="topics")
    return section(
        report_text.DISCUSS,
        _line(report_text.WENT_WELL, _well(book, best)) if book.students else None,
        listed if topics else element("p", report_text.NOTHING_TO_DISCUSS),
        name="discuss",
    )


def _well(book: ClassBook, best: ItemFound | None) -> str:
    if best is None:
        return report_sentences.answered(sum(sum(one.answered.values()) for one in book.students))
    name = lesson_name(book, best.asked[0])
    return report_sentences.went_best(question(book, best.asked), name, best.well, best.answers)


def _topic(book: ClassBook, topic: Topic) -> Markup:
    return join(
        element("p", element("strong", topic.says), _where(book, topic)),
        _board(book, topic),
        _line(topic.chosen_lead, topic.chosen),
        _line(topic.ask_lead, topic.ask),
        _line(report_text.OUR_ANSWER, topic.answer),
        _line(report_text.LISTEN_FOR, topic.settle),
    )


def _where(book: ClassBook, topic: Topic) -> Markup | None:
    """Name the lesson, and the question unless what to ask says it anyway."""
    if topic.asked is None:
        return None
    name, ask = lesson_name(book, topic.asked[0]), question(book, topic.asked)
    where = name if ask in topic.ask else f"{name}: {ask}"
    return join(" ", element("span", where, class_="where"))


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
    return _passage(dossier, exercise, lead) if exercise.show else None


def _passage(dossier: Dossier, exercise: Exercise, lead: Markup) -> Markup:
    home, which = dossier.find_passage(exercise.show)
    shown = render_passage(home, which)
    if len(home.article.passage(which)) <= AT_ONCE:
        return element("div", element("p", lead), shown, class_="board")
    return parts.details(
        [lead, " ", number(home, report_sentences.places(which))], shown, class_="board"
    )


def _line(lead: str, says: str) -> Markup | None:
    return element("p", element("span", lead, class_="lead"), " ", says) if says else None
