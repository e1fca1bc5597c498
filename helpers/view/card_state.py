"""What a card shows at one moment: the exercise, what was answered, and what to say of it."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from helpers.kinds.attempt import Attempt
from helpers.kinds.base import Exercise
from helpers.kinds.slips import Slip
from helpers.texts.dossier import Dossier
from helpers.workbook import Draft, form_name

E_co = TypeVar("E_co", bound=Exercise, covariant=True)


class CardState(msgspec.Struct, Generic[E_co], frozen=True, kw_only=True):
    """One moment of a card. `slips` gives slips their names.

    `waits_for` is the question that has to be answered before this card opens; `repeated` tells
    whether a later card asks the same again.

    `next_attempt` counts every answer ever given, also what a reset hides; `draft` is what the disk
    has of an answer that was begun. `first` is the exercise that this one comes back to, where a
    sheet of paper has to show it once more.
    """

    lesson: str
    exercise: E_co
    dossier: Dossier
    slips: dict[str, Slip] = {}
    attempts: tuple[Attempt, ...] = ()
    earlier: tuple[Attempt, ...] = ()
    waits_for: str = ""
    repeated: bool = False
    revealed: bool = False
    retrying: bool = False
    undo: bool = False
    next_attempt: int = 1
    seed: str = ""
    draft: Draft | None = None
    first: Exercise | None = None

    @property
    def form(self) -> str:
        """Name the form that is to be filled in."""
        return form_name(self.lesson, self.exercise.id, len(self.attempts))

    @property
    def begun(self) -> Draft | None:
        """The draft of this very form."""
        return self.draft if self.draft and self.draft.form == self.form else None

    @property
    def answered(self) -> bool:
        """Tell whether the card shows feedback rather than the form."""
        if not self.attempts or self.retrying:
            return False
        return self.exercise.complete(self.last.read)

    @property
    def last(self) -> Attempt:
        """The attempt that the feedback is about."""
        return self.attempts[-1]

    @property
    def whole(self) -> bool:
        """Tell whether everything may be shown: right, tried twice, or asked for."""
        tried = len(self.attempts) > 1 or self.exercise.one_try
        return self.revealed or self.last.mark.right or tried
