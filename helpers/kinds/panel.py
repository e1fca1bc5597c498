"""Panel: a decision on which careful people differ: a distribution of answers and no key (R14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.article import Quote
from helpers.kinds.base import Mark, Ungraded, only
from helpers.kinds.choice import CHOOSE_ONE
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer


class Course(Record, frozen=True, kw_only=True):
    """One course to take; `sound` if it means that the passage is adequately sourced."""

    id: str
    text: str
    sound: bool = False


class Member(Record, frozen=True, kw_only=True):
    """One member of the panel: which course this one takes, and why."""

    who: str
    takes: str
    why: str
    words: tuple[Quote, ...] = ()


class Panel(Ungraded, frozen=True, kw_only=True, tag="panel"):
    """A decision beside those of at least three members of a panel; it never counts."""

    options: tuple[Course, ...]
    panel: tuple[Member, ...]
    after: str

    def read(self, answer: Answer) -> str:
        """Give the id of the course that was taken."""
        return only(answer, "option", {option.id for option in self.options}, CHOOSE_ONE)

    def mark(self, answer: Answer) -> Mark:
        """Give the share of the panel that takes the same course: partial credit, and no score."""
        return Mark(self.takers(self.read(answer)) / len(self.panel), (), scored=False)

    def takers(self, course: str) -> int:
        """Count the members who take a course."""
        return sum(member.takes == course for member in self.panel)

    def course(self, identity: str) -> Course:
        """Find a course by its id."""
        return next(option for option in self.options if option.id == identity)

    def judgements(self) -> tuple[bool, ...]:
        """Count one judgement: whether most members find that the passage is sound."""
        if not any(option.sound for option in self.options):
            return ()
        sound = sum(self.takers(option.id) for option in self.options if option.sound)
        return (2 * sound > len(self.panel),)
