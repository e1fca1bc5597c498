"""Panel: a decision on which careful people differ: a distribution of answers and no key (R14)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from helpers.flaws import Flaw, anchored, filled
from helpers.kinds.base import Exercise, Mark, Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.article import Quote
from helpers.texts.records import Record
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

MEMBERS = 3
"""A distribution of fewer answers says nothing (R14)."""


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

    settles: ClassVar[bool] = True
    commit_label: ClassVar[str] = words.KEEP_DECISION

    options: tuple[Course, ...]
    panel: tuple[Member, ...]

    def read(self, answer: Answer) -> Course:
        """Give the course that was taken."""
        known = {option.id: option for option in self.options}
        return known[only(answer, "option", known, words.CHOOSE_ONE)]

    def mark(self, read: Course) -> Mark:
        """Give the share of the panel that takes the same course: partial credit, and no score."""
        return Mark(self.takers(read.id) / len(self.panel), (), scored=False)

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

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the courses, and each member with a reason."""
        members = count(*(f"{member.who} {member.why}" for member in self.panel))
        courses = count(*(course.text for course in self.options))
        return super().effort(dossier, repeated=repeated) | Effort(members + courses, 1)

    def parts(self) -> tuple[Parts, ...]:
        """Give the courses; one alone is no decision."""
        return (Parts("options", tuple((one.id, one.text) for one in self.options), least=2),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that at least three members decide, each for a course that is there, and say why."""
        yield from super().flaws(dossier, before)
        if len(self.panel) < MEMBERS:
            yield Flaw(self.id, f"A panel has {MEMBERS} members or more; add some.")
        for member in self.panel:
            yield from self._member_flaws(dossier, member)

    def _member_flaws(self, dossier: Dossier, member: Member) -> Iterator[Flaw]:
        item = f"{self.id}, {member.who}"
        yield from filled(item, who=member.who, why=member.why)
        yield from anchored(dossier, member.words, item)
        if member.takes not in {option.id for option in self.options}:
            yield Flaw(item, f"There is no option “{member.takes}”; name one of this exercise.")
