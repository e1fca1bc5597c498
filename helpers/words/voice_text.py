"""Words about the voices of a text, and the conditions for leaving out a name."""

from __future__ import annotations

from helpers.words.counted import counted, whole_percent

VOICES = "Who speaks"
VOICE = "Voice"
SHARE = "Share of the words"
COUNTED = "Only words that pass on what a voice said count as its own. All others are the writer’s."
WRITER = "the writer"
NOT_TOLD = "not told"
NO_NEED = "named"
LABEL_CHANGES = "The label changes on the way."
COULD_TELL = "What could have been told without a name"
CONDITIONS = "The conditions"
WHOSE_RULE = "Whose rule: {owners}"
FINDING = "{voices}, {unnamed} of them without a name, {bare} of them without a reason for that."


def finding(voices: int, unnamed: int, bare: int) -> str:
    """State who speaks in a text, and for how many no reason is given to leave out the name."""
    heard = counted(voices, "voice is heard", "voices are heard")
    return FINDING.format(voices=heard, unnamed=unnamed, bare=bare)


def share(words: int, part: float) -> str:
    """Say how many words, and how large a part of the text that is.

    >>> share(44, 0.121)
    '44 words, 12 %'
    """
    return f"{counted(words, 'word', 'words')}, {whole_percent(part)}"
