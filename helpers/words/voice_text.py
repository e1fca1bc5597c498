"""Words about the voices of a text, and the conditions for leaving out a name."""

from __future__ import annotations

from helpers.words.counted import counted, whole_percent

VOICES = "Who speaks"
SHARES = "Whose words fill the text"
VOICE = "Voice"
TOLD_OF = "What you are told of each voice"
COUNTED = (
    "Only words that pass on what a voice said count as its own. All others are the writer’s, and "
    "stand on the bare page."
)
ROUNDED = "Each share is rounded, so together they come to {sum} and not to 100."
WRITER = "the writer"
ALL_WRITER = "All of the words are the writer’s own."
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


def largest(writer: float, voice: str, part: float, voices: int) -> str:
    r"""State how many words are the writer's own, and which voice has the most of the others.

    >>> largest(0.48, "the mayor", 0.2, 1)
    '48\xa0% of the words are the writer’s own. All others pass on what the mayor said.'
    """
    own = f"{whole_percent(writer)} of the words are the writer’s own."
    if voices == 1:
        return f"{own} All others pass on what {voice} said."
    return f"{own} Of the {voices} voices, none has more than {voice} ({whole_percent(part)})."


def share(words: int, part: float) -> str:
    r"""Say how many words, and how large a part of the text that is.

    >>> share(44, 0.121)
    '44 words, 12\xa0%'
    """
    return f"{counted(words, 'word', 'words')}, {whole_percent(part)}"
