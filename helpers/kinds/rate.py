"""Rate: how sure each sentence sounds, set against careful readings; there is no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.article import Quote
from helpers.kinds.base import NotAnAnswerError, Ungraded
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer

STEPS = (0, 20, 40, 60, 80, 100)
"""Six steps, so that each has a key and a finger finds it."""


class Reading(Record, frozen=True, kw_only=True):
    """What careful readers gave one sentence, from 0 to 100, and why."""

    given: tuple[int, ...]
    why: str


class Lost(Record, frozen=True, kw_only=True):
    """A place at which attribution is kept or lost, and what happens there."""

    words: Quote
    says: str


class Beside(Record, frozen=True, kw_only=True):
    """The readings of another text, to be drawn beside."""

    text: str
    readings: dict[str, Reading]


class Rate(Ungraded, frozen=True, kw_only=True, tag="rate"):
    """Sentences to rate between two ends; `readings` names the sentences, in their order."""

    ends: tuple[str, str]
    readings: dict[str, Reading]
    after: str
    lost: tuple[Lost, ...] = ()
    beside: Beside | None = None

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: there is no key."""
        return ()

    def read(self, answer: Answer) -> dict[str, int]:
        """Give the rating of each sentence."""
        known = {str(step) for step in STEPS}
        given = {name: answer.get(name, [""])[-1:] for name in self.readings}
        waiting = sum(not (value and value[0] in known) for value in given.values())
        if waiting:
            raise NotAnAnswerError(f"{waiting} of {len(given)} sentences still wait for a rating.")
        return {name: int(value[0]) for name, value in given.items()}
