"""Item: a question of a test form. Its key is kept apart, so nothing here says what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from helpers.flaws import Flaw, filled
from helpers.kinds.base import Exercise, Ungraded, only
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer


class Pick(Record, frozen=True, kw_only=True):
    """One option; `sound` if it says that the passage is adequately sourced, or fair."""

    id: str
    text: str
    sound: bool = False


class Item(Ungraded, frozen=True, kw_only=True, tag="item"):
    """Options of which half call the passage sound, and how sure the student is (R1, R2)."""

    closes: ClassVar[bool] = False

    options: tuple[Pick, ...]
    after: str = ""

    @property
    def asks_confidence(self) -> bool:
        """On every item of a test (R1)."""
        return True

    @property
    def chance(self) -> float:
        """One in as many as there are options."""
        return 1 / len(self.options)

    def read(self, answer: Answer) -> Pick:
        """Give the option that was chosen."""
        known = {option.id: option for option in self.options}
        return known[only(answer, "option", known, words.CHOOSE_ONE)]

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the options, and one decision among them."""
        options = count(*(option.text for option in self.options))
        return super().effort(dossier, repeated=repeated) | Effort(options, 1)

    def parts(self) -> tuple[Parts, ...]:
        """Give the options; one alone is no question."""
        return (Parts("options", tuple((one.id, one.text) for one in self.options), least=2),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that every option says something, and that half of them call the passage sound."""
        yield from super().flaws(dossier, before)
        for option in self.options:
            yield from filled(f"{self.id}, {option.id}", text=option.text)
        sound = sum(option.sound for option in self.options)
        # Whoever calls everything sound, or everything weak, must gain nothing by it.
        if 2 * sound != len(self.options):
            says = (
                f"{sound} of its {len(self.options)} options call the passage sound; let half of "
                "them do so, and mark those with sound: true."
            )
            yield Flaw(self.id, says)
