"""Every word about how a report is told that a learner sees: curve, side-swap, actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

CURVE = "How sure each sentence sounds"
CURVE_HEADS = ("Sentence", "Three careful readings", "Yours")
CURVE_PICTURE = (
    "A band of careful readings, sentence by sentence, and over it your ratings as dots joined by "
    "a line. The table has both."
)
CURVE_BESIDE_PICTURE = "A band of careful readings, sentence by sentence. The table has them."
CURVE_AXIS = "How sure it sounds"
CURVE_SENTENCES = "Sentence"
CURVE_BAND = "three careful readings of ours"
CURVE_YOURS = "yours"
CURVE_NOTE = (
    "The band is no key. Look at where your curve rises or falls, and at which words. Press a "
    "sentence in the picture to read it."
)
CURVE_SOURCE = "The three readings of each sentence are our own."
LOST = "Where the text keeps its speaker, and where it loses him"
KEPT_WORDS = {"same": "I would mark it all the same.", "other": "Here I would not mark it."}
NOTHING_MARKED = "Mark the words in the exercise before this one first; they come back here."
EXCHANGED = "With the sides exchanged:"
INVENTED = "With two states that do not exist:"
SWAPPED = "The sides exchanged"
SWAPPED_LABEL = "Made up for teaching: the same words with the sides exchanged. Not a news report."
NOT_SWAPPED = "What could not be exchanged cleanly"
ACTORS = "Who acts on whom"
ACTORS_HEADS = ("What is done", "Who does it", "To whom", "Form", "What the form does")
VOICES_OF_VERBS = {"active": "active", "passive": "passive", "noun": "a noun"}


def rate_how(least: int, low: str, most: int, high: str) -> str:
    """Say what the least and the greatest step stand for."""
    return (
        f"{least} sounds like {low}, {most} like {high}. Go by the sound of the words, not by "
        "whether they are true."
    )


def readings(given: Sequence[int], mine: int | None) -> str:
    """Set the readings beside the student's own."""
    said = f"Readings: {', '.join(map(str, given))}."
    return said if mine is None else f"{said} Yours: {mine}."


def found_words(cues: Sequence[tuple[str, str]], hedges: Sequence[str]) -> str:
    """List the words of a sentence that bear on how sure it sounds; a cue comes with its label."""
    found = [f"“{words}” ({label})" for words, label in cues]
    found += [f"“{words}” (leaves room)" for words in hedges]
    return f"Words to look at: {', '.join(found)}." if found else ""


def climb(first: str, was: int, last: str, became: int) -> str:
    """State how a curve moves between two words.

    >>> climb("“claimed” (S4)", 40, "“is” (S14)", 95)
    'Your curve climbs from 40 at “claimed” (S4) to 95 at “is” (S14).'
    >>> climb("“claimed” (S4)", 60, "“is” (S14)", 60)
    'Your curve is at 60 at “claimed” (S4) and again at “is” (S14).'
    """
    if was == became:
        return f"Your curve is at {was} at {first} and again at {last}."
    moves = "climbs" if became > was else "falls"
    return f"Your curve {moves} from {was} at {first} to {became} at {last}."


def curve_range(low: int, high: int) -> str:
    """State between which ratings a curve lies."""
    return f"Your curve lies between {low} and {high}."


def beside_range(low: int, high: int, home_low: int, home_high: int) -> str:
    """State between which numbers the readings of another text lie, beside those of the first."""
    return (
        f"Our readings of this text lie between {low} and {high}, those of the article between "
        f"{home_low} and {home_high}."
    )


def at_word(words: str, sentence: str) -> str:
    """Name a word of a sentence.

    >>> at_word("is", "S14")
    '“is” (S14)'
    """
    return f"“{words}” ({sentence})"


def marks_held(kept: int, of: int) -> str:
    """Say how many marks held when the names changed.

    >>> marks_held(5, 6).removesuffix(" only the names in the sentence have changed.")
    'You would keep 5 of your 6 marks. Look at the one that you would drop:'
    """
    dropped = of - kept
    if not dropped:
        whose = "your mark" if of == 1 else f"all {of} of your marks"
        return f"You would keep {whose}. You marked the wording, whoever it was about."
    held = f"You would keep {kept} of your {of} marks. " if kept else ""
    return (
        f"{held}Look at the {in_words(dropped)} that you would drop: only the names in the "
        "sentence have changed."
    )


def you_marked(words: str, sentence: str) -> str:
    """Repeat a mark of the student."""
    return f"You marked “{words}” in {sentence}."


def actors_finding(hidden: int, of: int) -> str:
    """State how often the text does not say who acts."""
    return f"In {hidden} of {of} actions, the clause itself does not say who acts."
