"""Answers of a class: how many chose each option of a question, or put each item where."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW
from helpers.classroom.rows import entries

if TYPE_CHECKING:
    from helpers.classroom.book import Asked, ClassBook


class Chosen(NamedTuple):
    """How many of those who answered gave each value, field by field."""

    asked: Asked
    answered: int
    fields: dict[str, dict[str, int]]


def choices_of(book: ClassBook) -> dict[Asked, Chosen]:
    """Give the first answers to each exercise that enough students answered."""
    given = book.given.groupby(["lesson", "exercise"], observed=True)["student"].nunique()
    answered = {asked: many for asked, many in entries(given) if many >= FEW}
    found = {asked: Chosen(asked, many, {}) for asked, many in answered.items()}
    keys = ["lesson", "exercise", "field", "value"]
    for (lesson, name, field, value), many in entries(
        book.given.groupby(keys, observed=True).size()
    ):
        if (lesson, name) in found:
            found[lesson, name].fields.setdefault(field, {})[value] = many
    return found
