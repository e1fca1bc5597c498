"""Write: free text, looked at by mechanical checks, rated by the student, never graded (R23)."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.base import NotAnAnswerError, Ungraded
from helpers.records import Record

if TYPE_CHECKING:
    from helpers.workbook import Answer

LONGEST = 5_000
"""More characters than any of our tasks asks for."""
WRITE_FIRST = "Write something first."
TOO_LONG = f"This text is too long: {LONGEST:,} characters at most."
_WORD = re.compile(r"\w+(?:['-]\w+)*")


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
        here = words(text)
        if len(here) < self.least or (self.most and len(here) > self.most):
            return False
        if self.any and not any(_stands(phrase, here) for phrase in self.any):
            return False
        return not any(_stands(phrase, here) for phrase in self.none)


class Row(Record, frozen=True, kw_only=True):
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
    """A text to write; once it is kept and rated, model answers are shown."""

    probes: tuple[Probe, ...]
    rubric: tuple[Row, ...]
    models: tuple[Model, ...]
    lines: int = 3

    def confidence_steps(self) -> tuple[int, ...]:
        """Ask for no confidence: nothing here is right or wrong."""
        return ()

    def read(self, answer: Answer) -> Written:
        """Give the text and its rating."""
        text = "\n".join(answer.get("text", [])).strip()
        if not words(text):
            raise NotAnAnswerError(WRITE_FIRST)
        if len(text) > LONGEST:
            raise NotAnAnswerError(TOO_LONG)
        return Written(text, self._rating(answer))

    def complete(self, answer: Answer) -> bool:
        """Go on asking until the text is rated."""
        return bool(self.read(answer).rating)

    def _rating(self, answer: Answer) -> dict[str, int]:
        given = {row.id: answer[row.id][-1] for row in self.rubric if answer.get(row.id)}
        waiting = len(self.rubric) - sum(step in {"0", "1", "2", "3"} for step in given.values())
        if given and waiting:
            message = f"{waiting} of {len(self.rubric)} rows still wait for your rating."
            raise NotAnAnswerError(message)
        return {row: int(step) for row, step in given.items()}


def words(text: str) -> list[str]:
    """Split a text into words as the probes compare them: no capitals, one kind of apostrophe.

    >>> words("Kyiv’s man, well-placed")
    ["kyiv's", 'man', 'well-placed']
    """
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").casefold()
    return _WORD.findall(plain)


def _stands(phrase: str, here: list[str]) -> bool:
    """Tell whether the words of a phrase stand side by side."""
    sought = words(phrase)
    return any(here[at : at + len(sought)] == sought for at in range(len(here)))
