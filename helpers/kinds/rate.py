"""Rate: how sure each sentence sounds, set against careful readings; there is no key."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from helpers.flaws import Flaw, anchored, filled
from helpers.kinds.base import Exercise, Ungraded, one_each
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.texts.article import Quote
from helpers.texts.records import Record
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

STEPS = (5, 20, 40, 60, 80, 95)
"""Six steps, so that a finger finds each; hardly any sentence sounds like 0 or 100."""
OLD_STEPS = (0, 100)
"""Steps of earlier editions; answers that have them are still read."""
READERS = 3
"""A band of fewer readings is no band."""
MOST = 100


class CarefulReading(Record, frozen=True, kw_only=True):
    """What careful readers gave one sentence, from 0 to 100, and why."""

    given: tuple[int, ...]
    why: str


class Lost(Record, frozen=True, kw_only=True):
    """A place at which attribution is kept or lost, and what happens there.

    `mark` quotes the word that is written on the curve where its certainty changes.
    """

    words: Quote
    says: str
    mark: Quote | None = None


class Beside(Record, frozen=True, kw_only=True):
    """The readings of another text, to be drawn beside."""

    text: str
    readings: dict[str, CarefulReading]


class Rate(Ungraded, frozen=True, kw_only=True, tag="rate"):
    """Sentences to rate between two ends; `readings` names the sentences, in their order."""

    commit_label: ClassVar[str] = words.KEEP_RATINGS

    ends: tuple[str, str]
    readings: dict[str, CarefulReading]
    lost: tuple[Lost, ...] = ()
    beside: Beside | None = None

    def read(self, answer: Answer) -> dict[str, int]:
        """Give the rating of each sentence."""
        steps = map(str, (*STEPS, *OLD_STEPS))
        given = one_each(answer, self.fields(), steps, words.rate_first)
        return {name: int(step) for name, step in given.items()}

    def marks(self) -> tuple[Quote, ...]:
        """Give the words that are written on the curve, in the order of the sentences."""
        marks = {one.mark.sentence: one.mark for one in self.lost if one.mark}
        return tuple(marks[name] for name in self.readings if name in marks)

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add each sentence with its rating and reason, and the places where something is lost."""
        home = dossier.article
        sentences = [home.cut(home.sentence(name).span) for name in self.readings]
        reasons = [reading.why for reading in self.readings.values()]
        read = count(*sentences, *reasons, *(lost.says for lost in self.lost))
        return super().effort(dossier, repeated=repeated) | Effort(read, len(self.readings))

    def fields(self) -> tuple[str, ...]:
        """Name each sentence."""
        return tuple(self.readings)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that every sentence has three readings with a reason, and every place its words."""
        yield from super().flaws(dossier, before)
        yield from _reading_flaws(self.id, self.readings, dossier)
        yield from self._step_flaws()
        for lost in self.lost:
            item = f"{self.id}, {lost.words!r}"
            yield from anchored(dossier, [lost.words, *([lost.mark] if lost.mark else [])], item)
            yield from filled(item, says=lost.says)
            if lost.mark and lost.mark.place not in self.readings:
                yield Flaw(item, f"Its mark is in {lost.mark.place}, which is not rated; mend it.")
        if self.beside:
            other = dossier.sibling(self.beside.text)
            yield from _reading_flaws(f"{self.id}, beside", self.beside.readings, other)

    def _step_flaws(self) -> Iterator[Flaw]:
        """See that whoever hears a sentence as the readers did has a step to say so."""
        steps = ", ".join(map(str, STEPS))
        for name, reading in self.readings.items():
            low, high = min(reading.given, default=0), max(reading.given, default=MOST)
            if not any(low <= step <= high for step in STEPS):
                says = f"No step ({steps}) lies within {low} to {high}; read the sentence again."
                yield Flaw(f"{self.id}, {name}", says)


def _reading_flaws(
    item: str, readings: dict[str, CarefulReading], dossier: Dossier
) -> Iterator[Flaw]:
    known = {sentence.id for sentence in dossier.article.sentences}
    if not readings:
        yield Flaw(item, "It has no readings; give three for each sentence.")
    for name, reading in readings.items():
        place = f"{item}, {name}"
        yield from filled(place, why=reading.why)
        if name not in known:
            yield Flaw(place, f"“{dossier.id}” has no such sentence; mend the name.")
        if len(reading.given) < READERS or not all(0 <= one <= MOST for one in reading.given):
            yield Flaw(place, f"Give {READERS} readings or more, each from 0 to {MOST}.")
