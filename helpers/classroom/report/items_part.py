"""Question by question: how hard it was, whether it goes with the rest, and what was chosen."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from helpers.classroom.findings import COUNTS_ONLY
from helpers.classroom.report.section import lesson_name, note, question, section, untitled
from helpers.classroom.report.shares import share_ground
from helpers.kinds.choice import Choice
from helpers.kinds.sort import BoundSort
from helpers.view import parts
from helpers.view.charts.rows import bar_row, on_rows
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

OPTION = "option"
BELOW = -0.1
"""From here on a correlation is told of before all others."""


def render_items(book: ClassBook, found: Findings) -> Markup:
    """Render what is wrong with us first, then each lesson’s questions, folded."""
    items = found.items
    if not items:
        return section(report_text.ITEMS, element("p", report_text.NO_ITEMS), name="items")
    by_lesson = groupby(items, key=lambda item: item.asked[0])
    return section(
        report_text.ITEMS,
        note(report_text.ITEMS_SAID),
        _doubtful(book, [item for item in items if item.doubtful]),
        [_lesson(book, found, lesson, list(some)) for lesson, some in by_lesson],
        name="items",
    )


def _doubtful(book: ClassBook, items: Sequence[ItemFound]) -> list[Markup] | None:
    """List the questions whose key may be wrong (R6)."""
    sure = [item for item in items if item.surely_doubtful]
    rest = [item for item in items if not item.surely_doubtful and _stands_out(item)]
    if not sure and not rest:
        return None
    return [
        element("h3", report_text.DOUBTFUL),
        *(_named(book, report_text.KEYS_MAY_BE_WRONG, sure) if sure else ()),
        *(_named(book, report_text.KEYS_BY_CHANCE, rest) if rest else ()),
    ]


def _stands_out(item: ItemFound) -> bool:
    """Leave out what is hardly below 0: the table of the lesson says it, and that is enough."""
    return (item.with_rest or 0) < BELOW


def _named(book: ClassBook, says: str, items: Sequence[ItemFound]) -> tuple[Markup, Markup]:
    listed = [
        report_sentences.doubtful(
            question(book, item.asked), lesson_name(book, item.asked[0]), item.with_rest or 0
        )
        for item in items
    ]
    return element("p", says), element("ul", [element("li", one) for one in listed])


def _warning(item: ItemFound) -> str:
    sure = report_text.KEY_MAY_BE_WRONG
    return sure if item.surely_doubtful else report_text.KEY_BY_CHANCE


def _lesson(book: ClassBook, found: Findings, lesson: str, items: Sequence[ItemFound]) -> Markup:
    name = lesson_name(book, lesson)
    chosen = [_chosen(book, found.chosen.get(item.asked)) for item in items]
    return parts.details(
        report_sentences.lesson_items(name, len(items)),
        untitled(table(name, report_text.ITEMS_HEADS, [_row(book, item) for item in items])),
        element("h3", f"{report_text.DISTRIBUTION}: {name}") if any(chosen) else None,
        chosen,
        class_="items",
    )


def _row(book: ClassBook, item: ItemFound) -> tuple[Child, ...]:
    ask = question(book, item.asked)
    return (
        join(ask, " ", element("strong", _warning(item))) if item.doubtful else ask,
        report_sentences.of_class(item.well, item.answers),
        # Of few, a mean is no count.
        None if item.answers < COUNTS_ONLY else whole_percent(item.score),
        None if item.with_rest is None else report_sentences.hundredths(item.with_rest),
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
    counts, all_ = chosen.fields.get(OPTION, {}), chosen.answered
    options = [
        (f"{report_text.RIGHT_MARK if one.right else ''}{one.text}", counts.get(one.id, 0))
        for one in exercise.options
    ]
    bars = [
        bar_row(text, many / all_, report_sentences.of_class(many, all_)) for text, many in options
    ]
    ground = share_ground(report_text.CHOSEN_AXIS, all_)
    heads = report_text.CHOSEN_HEADS[: 2 if all_ < COUNTS_ONLY else 3]
    cells = [
        (text, report_sentences.of_class(many, all_), whole_percent(many / all_))[: len(heads)]
        for text, many in options
    ]
    times = max(many for _, many in options)
    most = [text for text, many in options if many == times]
    return join(
        element("h4", exercise.ask),
        chart(
            report_sentences.chosen_most(most, times, all_),
            picture(report_text.CHOSEN_PICTURE, lambda form: on_rows(form, ground, bars)),
            table(exercise.ask, heads, cells),
            source=report_text.CHOSEN_SOURCE,
        ),
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
    return join(element("h4", exercise.ask), untitled(table(exercise.ask, heads, rows)))


def _count(chosen: Chosen, item: str, category: str, key: str) -> str:
    many = chosen.fields.get(item, {}).get(category, 0)
    return f"{report_text.RIGHT_MARK if category == key else ''}{many}"
