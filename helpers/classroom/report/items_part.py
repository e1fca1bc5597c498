"""Question by question: how hard it was, whether it goes with the rest, and what was chosen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.classroom.report.section import lesson_name, note, section
from helpers.kinds.choice import Choice
from helpers.kinds.sort import BoundSort
from helpers.view import parts
from helpers.view.charts.rows import Ground, bar_row, on_rows
from helpers.view.drawing.figure import chart, picture
from helpers.view.markup import Markup, element, join
from helpers.view.tables import table
from helpers.words import report_sentences, report_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.classroom.book import ClassBook
    from helpers.classroom.findings.all import Findings
    from helpers.classroom.findings.choices import Chosen
    from helpers.classroom.findings.items import ItemFound
    from helpers.view.markup import Child

SHARES = (0, 0.25, 0.5, 0.75, 1)
OPTION = "option"


def render_items(book: ClassBook, found: Findings) -> Markup:
    """Render each lesson’s questions in a table, and what the class chose in each, folded."""
    by_lesson = groupby(found.items, key=lambda item: item.asked[0])
    lessons = [_lesson(book, found, lesson, list(some)) for lesson, some in by_lesson]
    return section(report_text.ITEMS, note(report_text.ITEMS_SAID), lessons, name="items")


def _lesson(book: ClassBook, found: Findings, lesson: str, items: Sequence[ItemFound]) -> Markup:
    rows = [_row(book, item) for item in items]
    name = lesson_name(book, lesson)
    chosen = [_chosen(book, found.chosen.get(item.asked)) for item in items]
    return join(
        element("div", table(name, report_text.ITEMS_HEADS, rows), class_="wide items"),
        parts.details(f"{report_text.DISTRIBUTION}: {name}", chosen, class_="distributions"),
    )


def _row(book: ClassBook, item: ItemFound) -> tuple[Child, ...]:
    with_rest = "" if item.with_rest is None else report_sentences.hundredths(item.with_rest)
    warns = ""
    if item.doubtful:
        warns = report_text.KEY_BY_CHANCE
    if item.surely_doubtful:
        warns = report_text.KEY_MAY_BE_WRONG
    return (
        book.exercise(item.asked).ask,
        str(item.answers),
        whole_percent(item.score),
        with_rest,
        element("strong", warns) if warns else "",
    )


def _chosen(book: ClassBook, chosen: Chosen | None) -> Markup | None:
    """Draw what was chosen, where the question has options or items to sort."""
    if chosen is None:
        return None
    exercise = book.exercise(chosen.asked)
    if isinstance(exercise, Choice):
        return _options(exercise, chosen)
    return _sorted(exercise, chosen) if isinstance(exercise, BoundSort) else None


def _options(exercise: Choice, chosen: Chosen) -> Markup:
    counts = chosen.fields.get(OPTION, {})
    options = [
        (f"{report_text.RIGHT_MARK if one.right else ''}{one.text}", counts.get(one.id, 0))
        for one in exercise.options
    ]
    bars = [
        bar_row(text, many / chosen.answered, report_sentences.of_class(many, chosen.answered))
        for text, many in options
    ]
    ground = Ground(0, 1, report_text.CHOSEN_AXIS, SHARES, whole_percent)
    cells = [
        (
            text,
            report_sentences.of_class(many, chosen.answered),
            whole_percent(many / chosen.answered),
        )
        for text, many in options
    ]
    return chart(
        exercise.ask,
        picture(report_text.CHOSEN_PICTURE, lambda form: on_rows(form, ground, bars)),
        table(exercise.ask, report_text.CHOSEN_HEADS, cells),
        source=report_text.CHOSEN_SOURCE,
    )


def _sorted(exercise: BoundSort, chosen: Chosen) -> Markup:
    """Count for each item of a sort how many put it where; a sign marks the place of the key."""
    heads = (report_text.ITEM, *(category.text for category in exercise.categories))
    rows = [
        (
            exercise.places[item.id].text,
            *(
                _count(chosen, item.id, category.id, exercise.places[item.id].category)
                for category in exercise.categories
            ),
        )
        for item in exercise.items
    ]
    return element("div", table(exercise.ask, heads, rows), class_="wide")


def _count(chosen: Chosen, item: str, category: str, key: str) -> str:
    many = chosen.fields.get(item, {}).get(category, 0)
    return f"{report_text.RIGHT_MARK if category == key else ''}{many}"
