"""Votes of a class: what was chosen, and what became of it when the class was asked again (R17)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from helpers.classroom.findings import FEW
from helpers.kinds.panel import Panel
from helpers.kinds.poll import Poll

if TYPE_CHECKING:
    import pandas as pd

    from helpers.classroom.book import Asked, ClassBook

OPTION = "option"


class Votes(NamedTuple):
    """How many took each option, by its id; `again` where the class was asked a second time.

    `moved` counts the students who voted both times by the two options that they took.
    """

    asked: Asked
    first: Counter[str]
    again: Counter[str] | None
    moved: Counter[tuple[str, str]]

    @property
    def changed(self) -> int:
        """Count those who took another option the second time."""
        return sum(many for (one, other), many in self.moved.items() if one != other)


def votes_of(book: ClassBook) -> list[Votes]:
    """Give each vote that enough students took part in, with the second one on the same options."""
    chosen = book.given.query("field == @OPTION")
    taken = {
        (str(lesson), str(name)): rows.set_index("student")["value"].astype(str)
        for (lesson, name), rows in chosen.groupby(["lesson", "exercise"], observed=True)
    }
    found = []
    for lesson in book.lessons.values():
        asked_again = {one.again: one.id for one in lesson.file.exercises if one.again}
        for one in lesson.file.exercises:
            first = taken.get((lesson.id, one.id))
            asks_first = isinstance(one, Poll | Panel) and not one.again
            if asks_first and first is not None and len(first) >= FEW:
                second = taken.get((lesson.id, asked_again.get(one.id, "")))
                found.append(_votes((lesson.id, one.id), first, second))
    return found


def _votes(asked: Asked, first: pd.Series[str], second: pd.Series[str] | None) -> Votes:
    if second is None or len(second) < FEW:
        return Votes(asked, Counter(first), None, Counter())
    both = first.to_frame("one").join(second.rename("other"), how="inner")
    return Votes(
        asked,
        Counter(first),
        Counter(second),
        Counter(zip(both["one"], both["other"], strict=True)),
    )
