"""Every word about how a report is told that a learner sees: curve, side-swap, actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

CURVE = "How sure each sentence sounds"
CURVE_HEADS = ("Sentence", "Three careful readings", "Yours")
CURVE_PICTURE = (
    "A band of careful readings, sentence by sentence, and over it your ratings as dots joined by "
    "a line. See the table."
)
LOST = "Where the text keeps its speaker, and where it loses him; the numbers are under the curve"
READERS = "Why we gave these numbers"
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


def rate_how(low: str, high: str) -> str:
    """Say what the ends of the scale mean."""
    return f"0 is {low}, 100 is {high}. Go by the sound of the words, not by whether they are true."


def readings(given: Sequence[int], mine: int | None) -> str:
    """Set the readings beside the student's own."""
    said = f"Readings: {', '.join(map(str, given))}."
    return said if mine is None else f"{said} Yours: {mine}."


def found_words(cues: Sequence[tuple[str, str]], hedges: Sequence[str]) -> str:
    """List the words of a sentence that bear on how sure it sounds; a cue comes with its label."""
    found = [f"“{words}” ({label})" for words, label in cues]
    found += [f"“{words}” (leaves room)" for words in hedges]
    return f"Words to look at: {', '.join(found)}." if found else ""


def curve_finding(inside: int, rated: int, of: int) -> str:
    """State how the ratings lie to the band."""
    if not rated:
        return f"Three careful readings of the {of} sentences. They are readings, not a key."
    return (
        f"{inside} of your {rated} ratings lie inside the band of three careful readings. The band "
        "is no key: look at where your curve rises or falls, and at which words."
    )


def marks_held(kept: int, of: int) -> str:
    """Say how many marks held when the sides changed."""
    if of == 1:
        return (
            "Your mark held."
            if kept
            else "Your mark did not hold: the side changed, and that is all."
        )
    if kept == of:
        return f"All {of} of your marks held. You marked the wording, whichever side it was about."
    return (
        f"{kept} of your {of} marks held. Look at the others: the side changed, and the wording "
        "did not."
    )


def you_marked(words: str, sentence: str) -> str:
    """Repeat a mark of the student."""
    return f"You marked “{words}” in {sentence}."


def actors_finding(hidden: int, of: int) -> str:
    """State how often the text does not say who acts."""
    return f"In {hidden} of {of} actions, the clause itself does not say who acts."
