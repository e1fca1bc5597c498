"""What a card shows at one moment: the exercise, what was answered, and what to say of it."""

from __future__ import annotations

from typing import Generic, TypeVar

import msgspec

from helpers.dossier import Dossier
from helpers.kinds.base import Exercise
from helpers.kinds.standing import Given

E_co = TypeVar("E_co", bound=Exercise, covariant=True)


class Look(msgspec.Struct, Generic[E_co], frozen=True, kw_only=True):
    """One moment of a card. `names` gives misconceptions their sentence."""

    lesson: str
    exercise: E_co
    dossier: Dossier
    names: dict[str, str] = {}
    given: tuple[Given, ...] = ()
    earlier: tuple[Given, ...] = ()
    revealed: bool = False
    retrying: bool = False
    undo: bool = False
    seed: str = ""

    @property
    def answered(self) -> bool:
        """Tell whether the card shows feedback rather than the form."""
        if not self.given or self.retrying:
            return False
        return self.exercise.complete(self.last.answer)

    @property
    def last(self) -> Given:
        """The answer that the feedback is about."""
        return self.given[-1]

    @property
    def whole(self) -> bool:
        """Tell whether everything may be shown: right, tried twice, or asked for."""
        return self.revealed or self.last.mark.right or len(self.given) > 1

    def name(self, part: str) -> str:
        """Make an id that is unique on the page."""
        return f"atr-{self.lesson}-{self.exercise.id}-{part}"
