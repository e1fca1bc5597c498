"""Poll: an opinion before and after, without a key."""

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


class View(Record, frozen=True, kw_only=True):
    """One view that can be taken; `says` tells what it rests on."""

    id: str
    text: str
    says: str


class Poll(Ungraded, frozen=True, kw_only=True, tag="poll"):
    """A question without a key."""

    commit_label: ClassVar[str] = words.KEEP_VOTE

    options: tuple[View, ...]

    def read(self, answer: Answer) -> View:
        """Give the view that was taken."""
        # Read into the view itself, so that nobody has to look it up again.
        known = {option.id: option for option in self.options}
        return known[only(answer, "option", known, words.CHOOSE_ONE)]

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the views and, after the last vote, what they rest on."""
        says = [view.says for view in self.options if not repeated]
        read = count(*(view.text for view in self.options), *says)
        return super().effort(dossier, repeated=repeated) | Effort(read, 1)

    def parts(self) -> tuple[Parts, ...]:
        """Give the views; one alone is no question."""
        return (Parts("options", tuple((one.id, one.text) for one in self.options), least=2),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that each view says what it rests on."""
        yield from super().flaws(dossier, before)
        for option in self.options:
            yield from filled(f"{self.id}, {option.id}", text=option.text, says=option.says)
