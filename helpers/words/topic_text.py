"""Sentences on what to talk about first in a class."""

from __future__ import annotations

from helpers.words.quoting import quoted
from helpers.words.report_sentences import hundredths, lower


def slip_said(students: int, answered: int, name: str, says: str) -> str:
    """Say how many showed a slip.

    >>> slip_said(19, 30, "The echo trap", "Ten papers that repeat one video are one source.")
    '19 of 30 students stepped into the echo trap here. Ten papers that repeat one video are one \
source.'
    """
    return f"{students} of {answered} students stepped into {lower(name)} here. {says}"


def key_said(r: float) -> str:
    """Say that a key may be wrong.

    >>> key_said(-0.41).replace("\N{MINUS SIGN}", "-")
    'Our key may be wrong here: the better students did on the rest, the less often they chose \
our answer (correlation -0.41).'
    """
    return (
        "Our key may be wrong here: the better students did on the rest, the less often they chose "
        f"our answer (correlation {hundredths(r)})."
    )


def sure_said(word: str, right: int, times: int) -> str:
    """Say how often the class was right with a word.

    >>> sure_said("very sure", 55, 100)
    'When students said “very sure”, they were right in 55 of 100 answers.'
    """
    return f"When students said “{word}”, they were right in {right:,} of {times:,} answers."


def alpha_said(label: str, alpha: float) -> str:
    """Say on what the class does not agree.

    >>> alpha_said("source", 0.31)
    'Students differ most on which words to mark as “source” (alpha is 0.31; 1 is full agreement, \
0 is chance).'
    """
    return (
        f"Students differ most on which words to mark as “{label.lower()}” (alpha is "
        f"{hundredths(alpha)}; 1 is full agreement, 0 is chance)."
    )


def alone(item: str, ask: str) -> str:
    """Ask of one item what a card asks of several.

    >>> alone("casualties", "What does each word tell you?")
    '“What does each word tell you?” Answer it for “casualties” alone.'
    """
    return f"{quoted(ask)} Answer it for {quoted(item)} alone." if item else ask


def vote_said(first: str, many: int, second: str, fewer: int) -> str:
    """Say that a vote is split.

    >>> vote_said("Yes", 14, "No", 12)
    'The class is split: 14 say “Yes”, and 12 say “No”.'
    """
    return f"The class is split: {many} say {quoted(first)}, and {fewer} say {quoted(second)}."


def shifted(says: str, before: str, after: str, students: int) -> str:
    """Say between which tests a class changed.

    >>> shifted("The class became more suspicious.", "Cold read", "Second read", 25)
    'The class became more suspicious. This compares “Cold read” with “Second read”, for the 25 \
students who finished both.'
    """
    return (
        f"{says} This compares “{before}” with “{after}”, for the {students} students who finished "
        "both."
    )
