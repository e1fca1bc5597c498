"""What is still missing in an answer, and the button that keeps one."""

from __future__ import annotations

import textwrap

LETTERS = 60
"""So much of an item is enough to find it by."""
QUOTED_WITHIN = str.maketrans("“”", "‘’")
KEEP_ANSWER = "Keep my answer"
KEEP_ANSWERS = "Keep my answers"
KEEP_VOTE = "Keep my vote"
KEEP_DECISION = "Keep my decision"
KEEP_RANGE = "Keep my range"
KEEP_RANGES = "Keep my ranges"
KEEP_RATING = "Keep my rating"
KEEP_RATINGS = "Keep my ratings"
KEEP_TEXT = "Keep my text"

CHOOSE_STEP = "Choose a step first."
CHOOSE_ONE = "Choose an answer first."
CHOOSE_SOME = "Choose at least one answer first."
ORDER_FIRST = "Bring the items into an order first."
NOTHING_MARKED = "Mark the words in the exercise before this one first."
RATE_FIRST = "Choose a percentage first."
NO_VERSION = "This is no version of the report."
WRITE_FIRST = "Write something first."
TEXT_TOO_LONG = "This text is too long: {most:,} characters at most."
TWO_NUMBERS = "{ask}: write two numbers, such as 300 and 1,200."
SMALLER_FIRST = "{ask}: write the smaller number first."
WHY_FIRST = "Your range has moved. Say also why."
STAYED_FOR_A_REASON = (
    "Your range is the same as before. Press “Leave it as it is”, or change the range."
)
MOVED_AND_STAYED = "Your range has moved. Say why, or give the same range as before."
STOP = "Stop {number}"
MARK_FIRST = "Mark at least one stretch of words first."
TOO_MANY_MARKS = "{most} marks are the most that one passage can have."
MARKS_MISFIT = "These marks do not fit the passage. Remove them and mark again."
MARKS_OVERLAP = "Two marks share a word. Here each word takes one label: remove one of them."

EXACT = "You found it."
CLOSE = "Nearly."
ARGUABLE = "Arguable."
MISSED = "Missed."
STRAY = "Not here."
OTHER_ATTRIBUTION = "{words} belongs to another attribution of this passage. It costs nothing."
STRAY_WORDS = "{words}: {why}"
NOT_THIS = "{words} is not {label} here."
TOUCHES = (
    "{words} belongs to the {other} here. Ask yourself: is this {other_means}, or {label_means}?"
)
PLACE, VOICE = "a place", "a voice"
"""What an item of a sort waits for, and what a sentence of the article does."""
UP = "It goes further up."
DOWN = "It goes further down."


def to_do(waiting: int, of: int) -> str:
    """Say how much is still to do.

    >>> to_do(1, 3), to_do(2, 3)
    ('1 of 3 is still to do.', '2 of 3 are still to do.')
    """
    return f"{waiting} of {of} {'is' if waiting == 1 else 'are'} still to do."


def place_first(item: str, left: str, *, what: str = PLACE) -> str:
    """Ask for the place of an item, or what else it waits for, named by its first words.

    >>> place_first("… said that “forty men” had left …", "1 of 3 is still to do.")
    'Choose a place for “said that ‘forty men’ had left”. 1 of 3 is still to do.'
    """
    words = item.strip(" …").translate(QUOTED_WITHIN)
    short = textwrap.shorten(words, LETTERS, placeholder=" …")
    return f"Choose {what} for “{short}”. {left}"


def rate_first(sentence: str, left: str) -> str:
    """Ask for the rating of a sentence."""
    return f"Rate sentence {sentence}. {left}"


def mark_first(number: int, left: str) -> str:
    """Ask whether a mark holds; marks are counted from 1."""
    return f"Choose an answer for mark {number}. {left}"


def row_first(ask: str, left: str) -> str:
    """Ask for the rating of the student’s own text on one row."""
    return f"Rate your text in the row “{ask}”. {left}"
