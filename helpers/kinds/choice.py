"""Choice: pick one option, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Exercise, Grade, Mark, NotAnAnswerError, Part, Taught, only

if TYPE_CHECKING:
    from helpers.workbook import Answer

CHOOSE_ONE = "Choose an answer first."
CHOOSE_SOME = "Choose at least one answer first."
HALF = 0.5


class Option(Taught, frozen=True, kw_only=True):
    """One option, with the feedback that it teaches by."""

    text: str
    misconception: str = ""
    right: bool = False
    arguable: bool = False
    sound: bool = False

    @property
    def grade(self) -> Grade:
        """How choosing this option fares."""
        if self.arguable:
            return Grade.ARGUABLE
        return Grade.RIGHT if self.right else Grade.WRONG

    def graded(self, *, chosen: bool) -> Part:
        """Give its feedback."""
        return self.part(self.grade, misconception=self.misconception, chosen=chosen)


class Choice(Exercise, frozen=True, kw_only=True, tag="choice"):
    """A question with options; `several` if more than one can be chosen."""

    options: tuple[Option, ...]
    several: bool = False

    @property
    def chance(self) -> float:
        """One in as many as there are answers to give."""
        return 1 / (2 ** len(self.options) - 1 if self.several else len(self.options))

    def read(self, answer: Answer) -> frozenset[str]:
        """Give the ids that were chosen."""
        known = {option.id for option in self.options}
        if not self.several:
            return frozenset({only(answer, "option", known, CHOOSE_ONE)})
        chosen = frozenset(answer.get("option", []))
        if not chosen or chosen - known:
            raise NotAnAnswerError(CHOOSE_SOME)
        return chosen

    def mark(self, answer: Answer) -> Mark:
        """Mark by what was chosen; an arguable option counts neither way."""
        chosen = self.read(answer)
        parts = tuple(option.graded(chosen=option.id in chosen) for option in self.options)
        grades = {part.grade for part in parts if part.chosen}
        if grades == {Grade.ARGUABLE}:
            return Mark(HALF, parts, scored=False)
        return Mark(_overlap(parts), parts)

    def judgements(self) -> tuple[bool, ...]:
        """Count one judgement if any option says that the passage is sound."""
        if not any(option.sound for option in self.options):
            return ()
        return (any(option.sound for option in self.options if option.right),)


def _overlap(parts: tuple[Part, ...]) -> float:
    """Give what was rightly chosen as a share of all that was or should have been chosen."""
    counted = [p for p in parts if p.grade is not Grade.ARGUABLE]
    right = {p.item for p in counted if p.grade is Grade.RIGHT}
    chosen = {p.item for p in counted if p.chosen}
    return len(right & chosen) / len(right | chosen)
