"""Swap: the student's own annotations once more, in the same words with the sides exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from helpers.flaws import Flaw
from helpers.kinds.annotate import Annotate
from helpers.kinds.base import Exercise, NotAnAnswerError, Ungraded, one_each
from helpers.kinds.effort import Effort
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

USUAL, SENTENCE_WORDS = 4, 25
"""How many marks come back as a rule, and how long a sentence is."""
KEPT = ("same", "other")
FIELD, OLD_FIELD = "annotation-", "mark-"
"""How the form names its rows; work of earlier days has the old name."""


class Swap(Ungraded, frozen=True, kw_only=True, tag="swap"):
    """Asks of each annotation of the exercise that `again` names whether it would still be made."""

    commit_label: ClassVar[str] = words.KEEP_ANSWERS

    def read(self, answer: Answer) -> dict[str, str]:
        """Give the choice for each annotation; the form says how many there are."""
        asked = (answer.get("asked") or [""])[-1]
        # The form says how many there are: only the page knows what the student annotated.
        names = asked.split(",") if asked else []
        if not names:
            raise NotAnAnswerError(words.NOTHING_MARKED)

        def say(name: str, to_do: str) -> str:
            return words.mark_first(names.index(name) + 1, to_do)

        chosen = one_each(answer, names, KEPT, say)
        return {_present_name(name): choice for name, choice in chosen.items()}

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add what somebody with a usual number of marks gets to see."""
        return super().effort(dossier, repeated=repeated) | Effort(USUAL * SENTENCE_WORDS, USUAL)

    def again_flaws(self, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that it names an earlier exercise in annotating: it is no repetition of its kind."""
        first = next((one for one in before if one.id == self.again), None)
        if not isinstance(first, Annotate):
            says = f"No earlier annotate is called “{self.again}”; name one under again."
            yield Flaw(self.id, says)
        # Its annotations are places in a text; in another text they would be other words.
        elif (first.show.rpartition("/")[0] or first.article) != self.article:
            yield Flaw(self.id, f"“{self.again}” asks about another text; give both one article.")

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that there are annotations to come back, and sides to exchange."""
        yield from super().flaws(dossier, before)
        if not self.again:
            yield from self.again_flaws(before)
        # Looked up for its error alone: without sides there is nothing to exchange.
        _ = dossier.sides  # speaks for itself where it fails


def _present_name(name: str) -> str:
    return FIELD + name.removeprefix(OLD_FIELD) if name.startswith(OLD_FIELD) else name
