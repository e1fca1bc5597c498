"""Answers of a class: how many chose each option of a question, or put each item where."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.classroom.book import Asked, ClassBook


class Chosen(NamedTuple):
    """How many of those who answered gave each value, field by field."""

    asked: Asked
    answered: int
    fields: Mapping[str, Mapping[str, int]]


def choices_of(book: ClassBook) -> dict[Asked, Chosen]:
    """Give the first answers to each exercise that enough students answered."""
    answered: dict[Asked, set[int]] = defaultdict(set)
    fields: dict[Asked, dict[str, Counter[str]]] = defaultdict(dict)
    for student, asked, _, field, value in book.given(first=True):
        answered[asked].add(student)
        fields[asked].setdefault(field, Counter())[value] += 1
    return {
        asked: Chosen(asked, len(students), {**fields[asked]})
        for asked, students in answered.items()
        if len(students) >= FEW
    }
