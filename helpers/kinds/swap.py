"""Swap: the student's own marks once more, in the same words with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import NotAnAnswerError, Ungraded

if TYPE_CHECKING:
    from helpers.workbook import Answer

KEPT = ("same", "other")
NOTHING = "Mark the words in the exercise before this one first."


class Swap(Ungraded, frozen=True, kw_only=True, tag="swap"):
    """Asks of each mark of the exercise that `again` names whether it would still be made."""

    after: str

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: there is no key."""
        return ()

    def read(self, answer: Answer) -> dict[str, str]:
        """Give the choice for each mark; the form says how many there are."""
        asked = answer.get("asked", [""])[-1]
        names = asked.split(",") if asked else []
        given = {name: answer.get(name, [""])[-1] for name in names}
        waiting = sum(choice not in KEPT for choice in given.values())
        if waiting or not names:
            message = f"{waiting} of {len(names)} marks still wait." if names else NOTHING
            raise NotAnAnswerError(message)
        return given
