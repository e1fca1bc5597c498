"""Write: free text, looked at by mechanical checks, rated by the student, never graded (R23)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from helpers.flaws import Flaw, filled
from helpers.kinds.base import TAKEN, Exercise, NotAnAnswerError, Ungraded, one_each
from helpers.kinds.effort import Effort
from helpers.kinds.effort import words as count
from helpers.kinds.parts import Parts
from helpers.texts.records import Record
from helpers.words import answer_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from helpers.texts.dossier import Dossier
    from helpers.workbook import Answer

LONGEST = 5_000
"""More characters than any of our tasks asks for."""
STEPS = frozenset("0123")
TEXT = "text"
"""How the form names the box to write in."""
LEAST_LITTLE, LEAST_WORDS = 2, 3
_WORD = re.compile(r"\w+(?:['-]\w+)*")
LITTLE_WORDS = frozenset(
    _WORD.findall(
        "a an and are as at be been but by for from had has have he her his in is it its no not of"
        " on or said says she that the their there they this to was were which who will with"
    )
)


class Probe(Record, frozen=True, kw_only=True):
    """Something that can be seen in a text without understanding it.

    `any` and `none` list words or phrases; `least` and `most` count words, 0 is no limit.

    >>> Probe(id="x", found="", missing="", any=("in fear of",)).holds("He was in FEAR of them.")
    True
    """

    id: str
    found: str
    missing: str
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    least: int = 0
    most: int = 0

    def holds(self, text: str) -> bool:
        """Tell whether the text has what is looked for."""
        here = plain_words(text)
        # Length is asked for as often as words are, and costs nobody any understanding.
        if len(here) < self.least or (self.most and len(here) > self.most):
            return False
        if self.any and not any(_stands(phrase, here) for phrase in self.any):
            return False
        return not any(_stands(phrase, here) for phrase in self.none)


class RubricRow(Record, frozen=True, kw_only=True):
    """One row of a rubric: a question, and what each of its four steps, 0 to 3, looks like."""

    id: str
    ask: str
    steps: tuple[str, str, str, str]


class Model(Record, frozen=True, kw_only=True):
    """A model answer, with what it does and what that costs."""

    text: str
    why: str


class Written(NamedTuple):
    """A text, and the step that its writer gave it on each row: on none yet, or on all."""

    text: str
    rating: dict[str, int]


class Write(Ungraded, frozen=True, kw_only=True, tag="write"):
    """A text to write; once it is kept and rated, model answers are shown.

    `sentence` is false for what need not be one, such as a headline; `rated` for a text that its
    writer does not rate herself, as in a test, where others use the rubric.
    """

    commit_label: ClassVar[str] = words.KEEP_TEXT
    closes: ClassVar[bool] = False
    in_parts: ClassVar[bool] = True
    taken: ClassVar[frozenset[str]] = TAKEN | {TEXT}

    probes: tuple[Probe, ...]
    rubric: tuple[RubricRow, ...]
    models: tuple[Model, ...]
    lines: int = 3
    sentence: bool = True
    rated: bool = True
    after: str = ""

    def read(self, answer: Answer) -> Written:
        """Give the text and its rating."""
        text = "\n".join(answer.get(TEXT, [])).strip()
        if not plain_words(text):
            raise NotAnAnswerError(words.WRITE_FIRST, TEXT)
        if len(text) > LONGEST:
            raise NotAnAnswerError(words.TEXT_TOO_LONG.format(most=LONGEST), TEXT)
        return Written(text, self._rating(answer))

    def reads_as_text(self, text: str) -> bool:
        """Tell words that somebody has put together from keys pressed and words in a row.

        A sentence has a few of the little words that join others; a headline has other words.
        """
        here = set(plain_words(text))
        if self.sentence:
            return len(here & LITTLE_WORDS) >= LEAST_LITTLE
        return sum(word.isalpha() for word in here) >= LEAST_WORDS

    def complete(self, read: Written) -> bool:
        """Go on asking until the text is rated."""
        return bool(read.rating) or not self.rated

    def effort(self, dossier: Dossier, *, repeated: bool = False) -> Effort:
        """Add a sentence to write, the rubric to rate it by, and the model answers."""
        if not self.rated:
            return super().effort(dossier, repeated=repeated) | Effort(sentences=1)
        rows = [text for row in self.rubric for text in (row.ask, *row.steps)]
        seen = [probe.found for probe in self.probes]
        models = [text for model in self.models for text in (model.text, model.why)]
        mine = Effort(count(*rows, *seen, *models), len(self.rubric), sentences=1)
        return super().effort(dossier, repeated=repeated) | mine

    def parts(self) -> tuple[Parts, ...]:
        """Give the probes and the rows of the rubric; one id names one thing among them all."""
        probes = tuple((probe.id, "") for probe in self.probes)
        rows = tuple((row.id, row.ask) for row in self.rubric)
        return (Parts("probes and rubric", probes + rows),)

    def fields(self) -> tuple[str, ...]:
        """Name the step of each row."""
        return tuple(row.id for row in self.rubric)

    def flaws(self, dossier: Dossier, before: Sequence[Exercise]) -> Iterator[Flaw]:
        """See that a text is looked at, rated and answered, and the models pass every probe."""
        yield from super().flaws(dossier, before)
        if self.rated and not (self.probes and self.rubric and self.models):
            yield Flaw(self.id, "It needs probes, a rubric and models; add what is missing.")
        for model in self.models:
            yield from filled(self.id, text=model.text, why=model.why)
            for probe in (probe for probe in self.probes if not probe.holds(model.text)):
                says = f"The probe “{probe.id}” does not find its own model answer good; mend one."
                yield Flaw(self.id, says)

    def _rating(self, answer: Answer) -> dict[str, int]:
        asks = {row.id: row.ask for row in self.rubric}
        # All rows or none: half a rating compares with nothing.
        if not any(answer.get(row) for row in asks):
            return {}

        def say(row: str, to_do: str) -> str:
            return words.row_first(asks[row], to_do)

        return {row: int(step) for row, step in one_each(answer, asks, STEPS, say).items()}


def plain_words(text: str) -> list[str]:
    """Split a text into words as the probes compare them: no capitals, one kind of apostrophe.

    >>> plain_words("Rell’s man, well-placed")
    ["rell's", 'man', 'well-placed']
    """
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return _WORD.findall(plain)


def _stands(phrase: str, here: list[str]) -> bool:
    """Tell whether the words of a phrase stand side by side."""
    sought = plain_words(phrase)
    return any(here[at : at + len(sought)] == sought for at in range(len(here)))
