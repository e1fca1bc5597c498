"""The whole report: its sections in the order in which an instructor needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.discuss import topics_of
from helpers.classroom.findings.all import findings_of
from helpers.classroom.praise import best_of
from helpers.classroom.report.change_part import render_changes
from helpers.classroom.report.first_page import render_summary, render_topics
from helpers.classroom.report.items_part import render_items
from helpers.classroom.report.marked_part import render_agreement, render_marked
from helpers.classroom.report.section import note
from helpers.classroom.report.slips_part import render_slips
from helpers.classroom.report.students_part import render_students
from helpers.classroom.report.sureness_part import render_sureness
from helpers.classroom.report.texts_part import render_texts
from helpers.classroom.report.votes_part import render_trials, render_votes
from helpers.view.assets import report_style
from helpers.view.markup import Markup, document, element
from helpers.words import LANGUAGE, report_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.student import HandedIn, LeftOut

CONTENTS = {
    "handed-in": report_text.SUMMARY,
    "discuss": report_text.DISCUSS,
    "slips": report_text.SLIPS,
    "article": report_text.ARTICLE,
    "items": report_text.ITEMS,
    "sure": report_text.SURE,
    "change": report_text.CHANGE,
    "agreement": report_text.AGREEMENT,
    "texts": report_text.TEXTS,
    "trial": report_text.TRIAL,
    "votes": report_text.VOTES,
    "students": report_text.STUDENTS,
}
"""The sections by their addresses."""


def render_report(
    book: ClassBook, handed_in: Sequence[HandedIn], left_out: Sequence[LeftOut]
) -> str:
    """Render the report of a class as one HTML file."""
    found = findings_of(book)
    topics = topics_of(book, found)
    sections = [
        _head(),
        render_summary(book, handed_in, left_out),
        render_topics(book, topics, best_of(book, found.items, [one.asked for one in topics])),
        render_slips(book, found.slips),
        render_marked(book, found.labelled),
        render_items(book, found),
        render_sureness(found.calibration, found.brier, len(book.students)),
        render_changes(book, found.changes),
        render_agreement(book, found.labelled),
        render_texts(book),
        render_trials(book, found.trials),
        render_votes(book, found.votes),
        render_students(book, handed_in, left_out),
    ]
    return document(
        report_text.TITLE,
        report_style(),
        element("main", *sections),
        language=LANGUAGE,
        class_="atr alone report",
    )


def _head() -> Markup:
    switch = element("input", type="checkbox", id="hide-names")
    links = [element("li", element("a", name, href=f"#{at}")) for at, name in CONTENTS.items()]
    return element(
        "header",
        element("h1", report_text.TITLE),
        element(
            "p",
            element("label", switch, " ", element("strong", report_text.HIDE_NAMES)),
            element("span", report_text.HIDE_HOW, " ", report_text.PRINTED, class_="note"),
            class_="switch",
        ),
        element("nav", element("ul", links), aria_label=report_text.CONTENTS),
        note(report_text.FIRST_ANSWERS),
    )
