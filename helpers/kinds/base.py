"""What every kind of exercise shares: the question, an answer's mark, feedback, confidence.

A kind is one class. It says what must be written for it (`flaws`), reads an answer once (`read`),
marks what it read (`mark`), and tells about itself what others need to know: whether it is graded,
whether it asks how sure the student is, which slips it can show.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any, ClassVar, Self

import msgspec

from helpers.errors import KitError
from helpers.flaws import Flaw, filled
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.texts.article import WHOLE, Quote
from helpers.texts.records import Record
from helpers.words import answer_text as words
from helpers.words import tally_text
from helpers.workbook.events import MAX_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from helpers.kinds.parts import Parts
    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

CONFIDENCE_WORDS = 5
"""Guessing, leaning, fairly sure, very sure, certain (R1)."""
TAKEN = frozenset({"confidence"})
"""A field that every form can have; what is sent in it is no part of the answer."""
BARE_VERDICTS = frozenset(("correct", "incorrect", "right", "wrong", "yes", "no", "true"))
"""A verdict that says no more than these teaches nothing."""


class NotAnAnswerError(KitError):
    """What came is not yet an answer; the sentence says what is missing, the field says where."""


class Outcome(Enum):
    """How one part of an answer fares."""

    RIGHT = "right"
    CLOSE = "close"
    ARGUABLE = "arguable"
    MISSED = "missed"
    WRONG = "wrong"


class Feedback(msgspec.Struct, frozen=True, kw_only=True):
    """Feedback on one option, item or span.

    `first` is said in its place while a try is left: why it was missed, without the key.
    `chosen` is false for what is shown only at the end.
    """

    item: str
    outcome: Outcome
    verdict: str
    why: str
    words: tuple[Quote, ...] = ()
    settle: str = ""
    slip: str = ""
    first: str = ""
    chosen: bool = True


class WithFeedback(Record, frozen=True, kw_only=True):
    """An option, item or step: it carries the feedback that it teaches by."""

    id: str
    verdict: str
    why: str
    words: tuple[Quote, ...] = ()
    settle: str = ""

    def feedback(
        self,
        outcome: Outcome,
        *,
        why: str = "",
        first: str = "",
        slip: str = "",
        chosen: bool = True,
    ) -> Feedback:
        """Give its feedback with an outcome; a `why` that is given takes the place of its own."""
        return Feedback(
            item=self.id,
            outcome=outcome,
            verdict=self.verdict,
            why=why or self.why,
            words=self.words,
            settle=self.settle,
            slip=slip,
            first=first,
            chosen=chosen,
        )

    def length(self) -> int:
        """Count the words of its feedback, with those that it quotes."""
        quoted = [quote.words for quote in self.words if quote.words != WHOLE]
        return count(self.verdict, self.why, self.settle, *quoted)

    def flaws(self, exercise: str) -> Iterator[Flaw]:
        """See that it has a reason, and a verdict that says in its first words what to think."""
        item = f"{exercise}, {self.id}"
        yield from filled(item, verdict=self.verdict, why=self.why)
        if self.verdict.strip(" .!").lower() in BARE_VERDICTS:
            says = f"The verdict is only “{self.verdict}”; say in its first words what to think."
            yield Flaw(item, says)


class Mark(msgspec.Struct, frozen=True):
    """What an answer came to: a share from 0 to 1, and the feedback.

    `scored` is false where the student took an arguable view: it counts neither way.
    """

    score: float
    feedback: tuple[Feedback, ...]
    scored: bool = True

    @property
    def right(self) -> bool:
        """Tell whether nothing is left to mend."""
        return self.score > 1 - 1e-9  # shares of thirds add up to a little less than one

    def slips(self) -> tuple[str, ...]:
        """Name the slips that the answer shows, each once."""
        shown = (f.slip for f in self.feedback if f.chosen and f.outcome is Outcome.WRONG)
        return tuple(dict.fromkeys(name for name in shown if name))


class Exercise(Record, frozen=True, kw_only=True, tag_field="kind"):
    """The fields of every kind. `show` names sentences, such as `S4-S5` or `my-text/S1`.

    `again` names an earlier exercise of the same kind, to be compared with. `extra` sets it apart
    from the core of its lesson. `reviewed` is the signature of whoever read it last.
    """

    graded: ClassVar[bool] = True
    settles: ClassVar[bool] = True
    """Whether an author must say what would settle the question."""
    in_parts: ClassVar[bool] = False
    """Whether an answer is kept before it is complete, and goes on from there."""
    shows_passage: ClassVar[bool] = True
    """Whether the card shows the passage above the question; the annotator has it in its form."""
    commit_label: ClassVar[str] = words.KEEP_ANSWER
    taken: ClassVar[frozenset[str]] = TAKEN
    """Fields that its form has anyway, so that no id may name another one so."""

    id: str
    ask: str
    note: str = ""
    show: str = ""
    article: str = ""
    hints: tuple[str, ...] = ()
    settle: str = ""
    again: str = ""
    extra: bool = False
    reviewed: str = ""

    @property
    def kind(self) -> str:
        """The name of its kind, as files write it."""
        return str(self.__struct_config__.tag)

    @property
    def chance(self) -> float:
        """The share that pure guessing gets right, from 0 to 1."""
        return 0.0

    @property
    def asks_confidence(self) -> bool:
        """Whether the student is asked how sure she is."""
        return False

    @property
    def one_try(self) -> bool:
        """Whether the first answer settles it: a second try would only be the other option."""
        return False

    @property
    def closing(self) -> str:
        """What is said after an answer that has no key; nothing where feedback says it."""
        return ""

    def bind(self, dossier: Dossier) -> Self:
        """Take from the article's files whatever the exercise does not say itself.

        A kind that takes something gives a bound type of its own, so that no file can fill it in.
        """
        del dossier
        return self

    def read(self, answer: Answer) -> Any:
        """Check an answer and give it as the kind thinks of it, or raise NotAnAnswerError."""
        raise NotImplementedError

    def doubt(self, read: Any) -> None:
        """Raise NotAnAnswerError where a new answer contradicts itself.

        What was kept already is never doubted: it would be lost from the page.
        """
        del read

    def mark(self, read: Any) -> Mark:
        """Mark what `read` gave."""
        raise NotImplementedError

    def tally(self, mark: Mark) -> str:
        """Say first what went well in an answer; an arguable part is neither right nor wrong."""
        outcomes = [one.outcome for one in mark.feedback]
        right, arguable = outcomes.count(Outcome.RIGHT), outcomes.count(Outcome.ARGUABLE)
        return tally_text.sorted_rightly(right, arguable, len(outcomes))

    def complete(self, read: Any) -> bool:
        """Tell whether an answer is all that is asked, or the form goes on from it."""
        del read
        return True

    def judgements(self) -> tuple[bool, ...]:
        """For each judgement item: is "adequately sourced" its answer? Empty if none is."""
        return ()

    def slips(self) -> frozenset[str]:
        """Name the slips that an answer can show; one that an author forgot is named ""."""
        return frozenset()

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add up what a slow reader reads and does here; a kind adds its own parts.

        `repeated` tells whether a later exercise asks the same again.
        """
        del dossier, repeated
        read = count(self.ask, self.note, self.settle, self.closing)
        return Effort(read, decisions=1 if self.asks_confidence else 0)

    def taught(self) -> tuple[WithFeedback, ...]:
        """Give the options or items that feedback is written for."""
        return ()

    def parts(self) -> tuple[Parts, ...]:
        """Give what it lists by id: options, items, categories, stops."""
        return ()

    def fields(self) -> tuple[str, ...]:
        """Name the fields of its form, where ids name them."""
        return ()

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that all that it needs is written; `before` are the exercises that come earlier."""
        del dossier
        yield from filled(self.id, ask=self.ask)
        if self.settles:
            yield from filled(self.id, settle=self.settle)
        for hint in self.hints:
            yield from filled(self.id, hints=hint)
        # Feedback on a wrong answer names a slip, and slips are counted: none may be missing.
        if "" in self.slips():
            yield Flaw(self.id, "A wrong answer has no slip; name the one that it shows.")
        if self.again:
            yield from self.again_flaws(before)
        for some in self.parts():
            yield from some.flaws(self.id)
        yield from self._field_flaws()
        for one in self.taught():
            yield from one.flaws(self.id)

    def _field_flaws(self) -> Iterator[Flaw]:
        """See that its form can be sent: not too many fields, and none that means another thing."""
        fields = self.fields()
        if len(fields) > MAX_FIELDS:
            says = f"Its form has {len(fields)} fields; ask less: an answer holds {MAX_FIELDS}."
            yield Flaw(self.id, says)
        for name in (name for name in fields if name in self.taken):
            says = f"“{name}” is the name of another field of its form; choose another id."
            yield Flaw(self.id, says)

    def again_flaws(self, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that an exercise that repeats an earlier one is of its kind and has its options."""
        first = next((one for one in before if one.id == self.again), None)
        if first is None or first.kind != self.kind:
            says = f"No earlier {self.kind} is called “{self.again}”; name one under again."
            yield Flaw(self.id, says)
        # A vote can only be set beside another on the same options.
        elif getattr(first, "options", ()) != getattr(self, "options", ()):
            says = f"Its options are not those of “{self.again}”; give both the same."
            yield Flaw(self.id, says)

    def confidence_steps(self) -> tuple[int, ...]:
        """Five steps in percent, from chance to certain; none where no confidence is asked.

        >>> Choice(id="x", ask="?", options=four, sure=True).confidence_steps()  # doctest: +SKIP
        (25, 44, 62, 81, 100)
        """
        if not self.asks_confidence:
            return ()
        # Below chance nobody can honestly be: the least step is what guessing would get.
        low = 100 * self.chance
        return tuple(
            round(low + (100 - low) * step / (CONFIDENCE_WORDS - 1))
            for step in range(CONFIDENCE_WORDS)
        )

    def confidence_word(self, percent: int) -> int:
        """Give the place of the word nearest to a confidence, 0 for guessing to 4 for certain.

        Work of earlier editions has other steps, and keeps its meaning.
        """
        low = 100 * self.chance
        share = (percent - low) / (100 - low)
        return round((CONFIDENCE_WORDS - 1) * min(1, max(0, share)))


class Ungraded(Exercise, frozen=True, kw_only=True):
    """A kind without a key: the answer is taken, nothing is scored, and `after` is said."""

    graded: ClassVar[bool] = False
    settles: ClassVar[bool] = False
    closes: ClassVar[bool] = True
    """Whether an author must say something after the answer; model answers may say it all."""

    after: str

    @property
    def closing(self) -> str:
        """Say what its author wants to be said after the answer."""
        return self.after

    def mark(self, read: Any) -> Mark:
        """Take any answer: there is no key."""
        # Full, so that nothing is held back for a second try; not scored, so that it never counts.
        del read
        return Mark(1.0, (), scored=False)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that there is something to say after the answer, too."""
        yield from super().flaws(dossier, before)
        if self.closes:
            yield from filled(self.id, after=self.after)


def only(answer: Answer, field: str, allowed: Iterable[str], say: str) -> str:
    """Take the one value of a field, which must be among those allowed."""
    values = answer.get(field, [])
    # A page can send anything, also one field several times over.
    if len(values) != 1 or values[0] not in set(allowed):
        raise NotAnAnswerError(say, field)
    return values[0]


def one_each(
    answer: Answer, fields: Iterable[str], allowed: Iterable[str], say: Callable[[str, str], str]
) -> dict[str, str]:
    """Take one value of each field, which must be among those allowed.

    `say` gets the first field that waits, and how many of all do.
    """
    known = set(allowed)
    # The last value, as in any form in which a radio button was pressed twice.
    chosen = {field: (answer.get(field) or [""])[-1] for field in fields}
    waiting = [field for field, value in chosen.items() if value not in known]
    if waiting:
        first = waiting[0]
        raise NotAnAnswerError(say(first, words.to_do(len(waiting), len(chosen))), first)
    return chosen


def share_right(feedback: Iterable[Feedback]) -> float:
    """Give the share of right parts, from 0 to 1; arguable ones count neither way.

    >>> share_right([])
    1.0
    """
    # Whoever takes an arguable view neither gains by it nor loses.
    counted = [one.outcome for one in feedback if one.outcome is not Outcome.ARGUABLE]
    return counted.count(Outcome.RIGHT) / len(counted) if counted else 1.0
