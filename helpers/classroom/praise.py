"""What went well, to be said first: the question about a passage that most of a class got (R28)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.classroom.findings import FEW

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from helpers.classroom.book import Asked, ClassBook
    from helpers.classroom.findings.items import ItemFound

MANY = 0.5
"""What fewer of the class answered, or got, is no praise of the class."""


def best_of(
    book: ClassBook, items: Sequence[ItemFound], blamed: Collection[Asked | None] = ()
) -> ItemFound | None:
    """Give the question that went best, the earliest of several; None where none went well.

    What is `blamed` on the same page is not praised. The tests are left out: once their questions
    are talked about, they test nobody.
    """
    enough = max(FEW, MANY * len(book.students))
    praised = [
        one
        for one in items
        if one.answers >= enough
        and one.well > MANY * one.answers
        and one.asked not in blamed
        and not book.lessons[one.asked[0]].forms
        and book.exercise(one.asked).show
    ]
    return max(praised, key=lambda one: one.well / one.answers, default=None)
