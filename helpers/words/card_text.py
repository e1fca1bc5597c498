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
SURE_WORDS = ("guessing", "leaning", "fairly sure", "very sure", "certain")
"""From chance to certain; the same five wherever confidence is asked (R1)."""
AGAIN = "Try once more"
REVEAL = "Show the answer"
RESET = "Start this exercise again"
UNDO = "Undo: bring my answer back"
AGREE_WORDS = (*("strongly disagree", "disagree", "neither", "agree", "strongly agree"),)
"""From strongly disagree to strongly agree, the same five for every statement."""
SURE_FIRST = "Say how sure you are, too."
YOUR_ANSWER = "your answer"
SOLUTION = "the answer"
OTHERS, OTHER = "Why not the others?", "Why not the other?"
NOT_YET = "You have a second try."
BELONGS = "It belongs in place"
RIGHT_ANSWER = "The answer:"
OUR_ANSWER = "Yours can be argued. Our answer:"
SETTLE = "What would settle it:"
THE_WORDS = "The words:"
VOICE_TO_GIVE = "The voice to give:"
NO_VOICE_YET = "who speaks?"
WHY = "why"
SHARES = "Words in the sentences of each voice"
SHARES_HEADS = ("Voice", "Words", "Share")
BACK, NEXT = "Back", "Next"
MOVE_UP = "Move up:"
MOVE_DOWN = "Move down:"
ORDER_HOW = "Use the arrows, or drag. First:"
ORDER_LAST = "Last:"
NO_MARK = "Nothing is marked right or wrong here."
FIRST_VOTE = "Before"
SECOND_VOTE = "Now"
YOUR_VOTE = "Your vote"
PANEL_HOW = "Careful people differ here, so there is no key. You will see how others decide."
PANEL_HEADS = ("Decision", "How the panel divides")
PANEL_SPREAD = "The panel"
SAME_AS_BEFORE = "You decided as before."
NOT_AS_BEFORE = "You decided differently this time."
MADE_UP = "Constructed for teaching. Not a news report."
OTHERS_SAW = "What others saw"
YOUR_TEXT = "Your text"
SEEN = "Here is what the kit can see. It looks for words and does not understand them."
NO_SENTENCE = (
    "This does not read like a sentence yet, so there is nothing for the kit to look at. You can "
    "write it out, or go on as it is."
)
PROBED = {True: ("✓", "found"), False: ("○", "not found")}
RATE = "Now be your own editor"
RATE_HOW = (
    "You can still improve your text. Rate it in every row and keep it again, and you will see "
    "other ways to write it."
)
YOUR_RATING = "How you rated it"
MODELS = "Other ways to write it"


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
    return f"You gave it {whole_percent(percent / 100)}."


def you_were(word: int) -> str:
    """Repeat how sure the student was.

    >>> you_were(3)
    'You were very sure.'
    """
    return f"You were {SURE_WORDS[word]}."


def voice_of(sentence: str) -> str:
    """Name the list of voices of a sentence.

    >>> voice_of("S1")
    'Who speaks in S1?'
    """
    return f"Who speaks in {sentence}?"


def you_gave(category: str) -> str:
    """Repeat what a sentence was given."""
    return f"You gave it: {category}."


def hint(number: int, of: int) -> str:
    """Name a hint.

    >>> hint(1, 2)
    'Hint 1 of 2'
    """
    return f"Hint {number} of {of}" if of > 1 else "Hint"
