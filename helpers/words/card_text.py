"""Words on cards: what to do, how it fared, what there is to compare with."""

from __future__ import annotations

from helpers.words.counted import whole_percent

OUTCOMES = {
    "right": ("✓", "fits"),
    "close": ("≈", "close"),
    "arguable": ("◇", "arguable"),
    "missed": ("○", "missed"),
    "wrong": ("✗", "does not fit"),
}
"""The sign of an outcome, and its name for those who cannot see it."""
PLAIN_FAULT = "Something went wrong here. Nothing was lost; run the notebook again."
FEEDBACK = "Feedback"
HOW_SURE = "How sure are you?"
ALL = 100
GUESSING = "guessing"
CERTAIN = "certain"
AGAIN = "Try once more"
REVEAL = "Show the whole picture"
RESET = "Start this exercise again"
UNDO = "Undo: bring my answer back"
SURE_FIRST = "Say how sure you are, too."
YOUR_ANSWER = "your answer"
BELONGS = "It belongs in place"
BELONGS_UNDER = "It belongs under:"
YOU_SAID = "You said you were {sure} % sure. "
SETTLE = "What would settle it:"
THE_WORDS = "The words:"
SLIP = "This slip has a name:"
MOVE_UP = "Move up:"
MOVE_DOWN = "Move down:"
ORDER_HOW = "Use the arrows, or drag. First:"
ORDER_LAST = "Last:"
GUESS_HELD = "Nothing is marked right or wrong here."
FIRST_VOTE = "Before"
SECOND_VOTE = "Now"
PANEL_HOW = "Careful people differ here, so there is no key. You will see how others decide."
PANEL_HEADS = ("Decision", "How the panel divides")
PANEL_SPREAD = "The panel"
SAME_AS_BEFORE = "You decided as before."
NOT_AS_BEFORE = "You decided differently this time."
MADE_UP = "Constructed for teaching. Not a news report."
OTHERS_SAW = "What others saw"
YOUR_TEXT = "Your text"
SEEN = "What the kit can see in your text. It looks for words; it does not understand them."
PROBED = {True: ("✓", "found"), False: ("○", "not found")}
RATE = "Now be your own editor"
RATE_HOW = (
    "You may still mend your text. Rate it on every row, keep it once more, and you will see "
    "what others wrote."
)
YOUR_RATING = "How you rated it"
MODELS = "What others could write"


def confidence(percent: int, *, lowest: bool) -> str:
    """Name a step of confidence.

    >>> confidence(100, lowest=False)
    '100 % certain'
    """
    word = GUESSING if lowest else CERTAIN if percent == ALL else ""
    return f"{percent} % {word}".strip()


def of_all(some: int, of: int) -> str:
    """Say how many of all.

    >>> of_all(2, 3)
    '2 of 3'
    """
    return f"{some} of {of}"


def before_and_now(before: str, now: str) -> str:
    """Set an earlier decision beside this one."""
    return f"Then: {before}. Now: {now}."


def rated(percent: int) -> str:
    """Repeat a rating."""
    return f"You gave it {percent} %."


def first_look(score: float) -> str:
    """Sum up a first attempt that left something to mend; `score` is from 0 to 1."""
    return f"So far {whole_percent(score)} of this fits."


def hint(number: int, of: int) -> str:
    """Name a hint.

    >>> hint(1, 2)
    'Hint 1 of 2'
    """
    return f"Hint {number} of {of}" if of > 1 else "Hint"
