"""Effort: what a slow reader has to read and to do, and how long that takes (R25)."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

WORDS_A_MINUTE = 160
DECISION, MARKING, SENTENCE = 7, 25, 75
"""Seconds for one decision, one stretch to mark, one sentence to write."""
SECOND_TRIES = 0.5
"""So many second tries are made; of several parts, half are done again."""
_WORD = re.compile(r"\w[\w’'.,-]*")
_OUT_OF_SIGHT = re.compile(
    r"<(details|svg|style|script)\b(?:(?!<(?:details|svg|style|script)\b).)*?</\1>", re.DOTALL
)
"""What is folded or drawn, and has nothing in it that is."""


class Effort(NamedTuple):
    """Words to read, decisions to take, stretches to mark, sentences to write."""

    words: float = 0
    decisions: float = 0
    markings: float = 0
    sentences: float = 0

    def __or__(self, other: Effort) -> Effort:
        """Put two together.

        >>> Effort(160) | Effort(decisions=1)
        Effort(words=160, decisions=1, markings=0, sentences=0)
        """
        return Effort(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def minutes(self) -> float:
        """How long it takes a slow reader, in minutes."""
        doing = DECISION * self.decisions + MARKING * self.markings + SENTENCE * self.sentences
        return self.words / WORDS_A_MINUTE + doing / 60


def words(*texts: str) -> int:
    """Count the words of texts.

    >>> words("“at least 40”, he said", "")
    5
    """
    return sum(len(_WORD.findall(text)) for text in texts)


def several(number: int) -> float:
    """Give the decisions or markings for so many parts, second tries included."""
    return number * (1 + SECOND_TRIES / 2)


def shown_words(markup: Any) -> int:
    """Count the words of markup that are in sight: nothing that is folded, and no drawing."""
    text, cut = str(markup), 1
    # From within: what is folded can hold folds of its own.
    while cut:
        text, cut = _OUT_OF_SIGHT.subn(" ", text)
    return words(re.sub(r"<[^>]*>", " ", text))
