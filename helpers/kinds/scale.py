"""Scale: how far a student agrees with a statement, in five steps; nothing is right or wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from helpers.kinds.base import Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

STEPS = range(5)
"""From strongly disagree to strongly agree."""


class Scale(Ungraded, frozen=True, kw_only=True, tag="scale"):
    """A statement, and how far the student agrees with it."""

    closes: ClassVar[bool] = False

    statement: str
    after: str = ""

    def read(self, answer: Answer) -> int:
        """Give the step, 0 for strongly disagree to 4 for strongly agree."""
        return int(only(answer, "step", map(str, STEPS), words.CHOOSE_STEP))

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the statement, and one decision."""
        mine = Effort(count(self.statement), 1)
        return super().effort(dossier, repeated=repeated) | mine
