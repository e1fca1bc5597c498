"""Choice: pick one option, or several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.flaws import Flaw, filled
from helpers.kinds.base import (
    Exercise,
    Feedback,
    Mark,
    NotAnAnswerError,
    Outcome,
    WithFeedback,
    only,
)
from helpers.kinds.effort import SECOND_TRIES, Effort, several
from helpers.kinds.effort import words as count
from helpers.kinds.hints import hint_flaws
from helpers.kinds.parts import Parts
from helpers.words import answer_text as words
from helpers.words import tally_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

HALF = 0.5
TWO = 2


class Option(WithFeedback, frozen=True, kw_only=True):
    """One option, with the feedback that it teaches by."""

    text: str
    slip: str = ""
    right: bool = False
    arguable: bool = False
    sound: bool = False

    @property
    def outcome(self) -> Outcome:
        """How choosing this option fares."""
        if self.arguable:
            return Outcome.ARGUABLE
        return Outcome.RIGHT if self.right else Outcome.WRONG

    def outcome_of(self, chosen: frozenset[str]) -> Feedback:
        """Give its feedback, for somebody who chose these."""
        return self.feedback(self.outcome, slip=self.slip, chosen=self.id in chosen)


class Choice(Exercise, frozen=True, kw_only=True, tag="choice"):
    """A question with options; `several` if more than one can be chosen.

    `sure` asks how sure the student is. Options are shuffled for each student, unless they come
    `in_order`.
    """

    options: tuple[Option, ...]
    several: bool = False
    sure: bool = False
    in_order: bool = False

    @property
    def asks_confidence(self) -> bool:
        """Where its author says so."""
        return self.sure

    @property
    def one_try(self) -> bool:
        """Where there are two options, the second try would find the other."""
        return len(self.options) == TWO and not self.several

    @property
    def chance(self) -> float:
        """One in as many as there are answers to give."""
        # Of several, each can be chosen or not, but never none at all.
        return 1 / (2 ** len(self.options) - 1 if self.several else len(self.options))

    def read(self, answer: Answer) -> frozenset[str]:
        """Give the ids that were chosen."""
        known = {option.id for option in self.options}
        if not self.several:
            return frozenset({only(answer, "option", known, words.CHOOSE_ONE)})
        chosen = frozenset(answer.get("option", []))
        # One unknown id spoils the whole: the page and the exercise do not fit.
        if not chosen or chosen - known:
            raise NotAnAnswerError(words.CHOOSE_SOME, "option")
        return chosen

    def mark(self, read: frozenset[str]) -> Mark:
        """Mark by what was chosen; an arguable option counts neither way."""
        feedback = tuple(option.outcome_of(read) for option in self.options)
        outcomes = {one.outcome for one in feedback if one.chosen}
        # Half, which counts for nothing: only beside a plain option does an arguable one not
        # matter.
        if outcomes == {Outcome.ARGUABLE}:
            return Mark(HALF, feedback, scored=False)
        return Mark(_overlap(feedback), feedback)

    def tally(self, mark: Mark) -> str:
        """Count what was rightly chosen or left, where there are several; one alone is no count."""
        if not self.several:
            return ""
        clear = [one for one in mark.feedback if one.outcome is not Outcome.ARGUABLE]
        rightly = sum(one.chosen == (one.outcome is Outcome.RIGHT) for one in clear)
        of = len(mark.feedback)
        return tally_text.chosen_rightly(rightly, of - len(clear), of)

    def judgements(self) -> tuple[bool, ...]:
        """Count one judgement if any option says that the passage is sound."""
        if not any(option.sound for option in self.options):
            return ()
        return (any(option.sound for option in self.options if option.right),)

    def slips(self) -> frozenset[str]:
        """Name the slip of every wrong option."""
        return frozenset(o.slip for o in self.options if o.outcome is Outcome.WRONG)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add the options, the feedback on the right ones, and half of that on another."""
        right = [option.length() for option in self.options if option.right]
        wrong = [option.length() for option in self.options if not option.right]
        met = sum(right) + SECOND_TRIES * sum(wrong) / max(1, len(wrong))
        picks = several(len(self.options)) if self.several else 1 + SECOND_TRIES
        options = count(*(option.text for option in self.options))
        mine = Effort(options + met, 1 if self.one_try else picks)
        return super().effort(dossier, repeated=repeated) | mine

    def taught(self) -> tuple[WithFeedback, ...]:
        """Give the options."""
        return self.options

    def parts(self) -> tuple[Parts, ...]:
        """Give the options; one alone is no choice."""
        return (Parts("options", tuple((one.id, one.text) for one in self.options), least=2),)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that there is a right option, and just one unless several can be chosen."""
        yield from super().flaws(dossier, before)
        right = [option.id for option in self.options if option.right]
        if not right:
            yield Flaw(self.id, "No option is right; mark one with right: true.")
        if len(right) > 1 and not self.several:
            says = (
                f"More than one is right ({' and '.join(right)}); keep one, or set several: true."
            )
            yield Flaw(self.id, says)
        if self.sure and self.several:
            says = "How sure is asked of one answer; take out sure, or several."
            yield Flaw(self.id, says)
        key = [option.text for option in self.options if option.right]
        others = [option.text for option in self.options if not option.right]
        # What the question says already gives nothing away.
        yield from hint_flaws(self.id, self.hints, key, [self.ask, self.note, *others])
        for option in self.options:
            item = f"{self.id}, {option.id}"
            yield from filled(item, text=option.text)
            if option.right and option.arguable:
                yield Flaw(item, "It is right and arguable at once; keep one of the two.")


def _overlap(feedback: tuple[Feedback, ...]) -> float:
    """Give what was rightly chosen as a share of all that was or should have been chosen."""
    counted = [one for one in feedback if one.outcome is not Outcome.ARGUABLE]
    right = {one.item for one in counted if one.outcome is Outcome.RIGHT}
    chosen = {one.item for one in counted if one.chosen}
    # Jaccard: choosing everything must not pass for knowing.
    return len(right & chosen) / len(right | chosen)
