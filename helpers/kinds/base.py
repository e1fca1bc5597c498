"""What every kind of exercise shares: the question, an answer's mark, feedback, confidence."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, Self

import msgspec

from helpers.article import Quote
from helpers.errors import KitError
from helpers.records import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from helpers.dossier import Dossier
    from helpers.workbook import Answer

CONFIDENCE_STEPS = 6
ATTEMPTS = 2


class NotAnAnswerError(KitError):
    """What came is not yet an answer; the sentence says what is missing."""


class Grade(Enum):
    """How one part of an answer fares."""

    RIGHT = "right"
    CLOSE = "close"
    ARGUABLE = "arguable"
    MISSED = "missed"
    WRONG = "wrong"


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Feedback on one option, item or span.

    `first` stands in for it while a try is left, where the whole would give the key away.
    `chosen` is false for what is shown only at the end.
    """

    item: str
    grade: Grade
    verdict: str
    why: str
    words: tuple[Quote, ...] = ()
    settle: str = ""
    misconception: str = ""
    first: str = ""
    chosen: bool = True


class Taught(Record, frozen=True, kw_only=True):
    """An option, item or step: it carries the feedback that it teaches by."""

    id: str
    verdict: str
    why: str
    words: tuple[Quote, ...] = ()
    settle: str = ""

    def part(self, grade: Grade, **more: Any) -> Part:
        """Give its feedback with a grade; what is given besides takes the place of its own."""
        own = {"verdict": self.verdict, "why": self.why, "words": self.words, "settle": self.settle}
        return Part(item=self.id, grade=grade, **(own | more))


class Mark(msgspec.Struct, frozen=True):
    """What an answer came to: a share from 0 to 1, and the feedback.

    `scored` is false where the student took an arguable view: it counts neither way.
    """

    score: float
    parts: tuple[Part, ...]
    scored: bool = True

    @property
    def right(self) -> bool:
        """Tell whether nothing is left to mend."""
        return self.score > 1 - 1e-9

    def misconceptions(self) -> tuple[str, ...]:
        """Name the misconceptions that the answer shows, each once."""
        shown = (p.misconception for p in self.parts if p.chosen and p.grade is Grade.WRONG)
        return tuple(dict.fromkeys(name for name in shown if name))


class Exercise(Record, frozen=True, kw_only=True, tag_field="kind"):
    """The fields of every kind. `show` names sentences, such as `S4-S5` or `kursk-twin/S1`.

    `again` names an earlier exercise of the same kind, to be compared with.
    """

    id: str
    ask: str
    note: str = ""
    show: str = ""
    article: str = ""
    hints: tuple[str, ...] = ()
    settle: str = ""
    again: str = ""

    scored = True

    @property
    def chance(self) -> float:
        """The share that pure guessing gets right, from 0 to 1."""
        return 0.0

    def bind(self, dossier: Dossier) -> Self:
        """Take from the article's files whatever the exercise does not say itself."""
        del dossier
        return self

    def read(self, answer: Answer) -> object:
        """Check an answer and give it as the kind thinks of it, or raise NotAnAnswerError."""
        raise NotImplementedError

    def mark(self, answer: Answer) -> Mark:
        """Mark an answer that `read` accepts."""
        raise NotImplementedError

    def complete(self, answer: Answer) -> bool:
        """Tell whether an answer is all that is asked, or the form goes on from it."""
        del answer
        return True

    def judgements(self) -> tuple[bool, ...]:
        """For each judgement item: is "adequately sourced" its answer? Empty if none is."""
        return ()

    def confidence_steps(self) -> tuple[int, ...]:
        """Six steps in percent, from chance to certain.

        >>> Choice(id="x", ask="?", options=four).confidence_steps()  # doctest: +SKIP
        (25, 40, 55, 70, 85, 100)
        """
        low = 100 * self.chance
        return tuple(
            round(low + (100 - low) * step / (CONFIDENCE_STEPS - 1))
            for step in range(CONFIDENCE_STEPS)
        )


class Ungraded(Exercise, frozen=True, kw_only=True):
    """A kind without a key: the answer is taken, and nothing is scored."""

    scored = False

    def mark(self, answer: Answer) -> Mark:
        """Take an answer that `read` accepts."""
        self.read(answer)
        return Mark(1.0, (), scored=False)


def only(answer: Answer, field: str, allowed: Iterable[str], say: str) -> str:
    """Take the one value of a field, which must be among those allowed."""
    values = answer.get(field, [])
    if len(values) != 1 or values[0] not in set(allowed):
        raise NotAnAnswerError(say)
    return values[0]


def share(parts: Iterable[Part]) -> float:
    """Give the share of right parts; arguable ones count neither way.

    >>> share([])
    1.0
    """
    counted = [part.grade for part in parts if part.grade is not Grade.ARGUABLE]
    return counted.count(Grade.RIGHT) / len(counted) if counted else 1.0
