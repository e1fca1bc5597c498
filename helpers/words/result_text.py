"""Words about where a student stands: progress, results, the way to other lessons."""

from __future__ import annotations

from helpers.words.counted import counted

PROGRESS = "Your progress"
DONE = "{done} of {all} cards are answered."
STILL_OPEN = "Still open"
MAP = "The lessons"
MINUTES = "about {minutes} minutes"
GO_ON = "You can go on with"
BEGIN = "Your next lesson:"
ALL_LESSONS_DONE = "You have answered every card of the other lessons."
NOT_BEGUN = "not begun"
LESSON_DONE = "✓ done"
SUMMARY = "Your results"
NOTHING_YET = "Your results appear here once you have answered a card that has a key."
SEE_AGAIN = "Worth another look:"
SEE_AGAIN_FIRST = "Worth another look, these first:"
YOUR_TRAPS = "Traps to watch out for:"
YOUR_TRAPS_FIRST = "Traps to watch out for, these first:"
HOW_SURE = "How sure you were, and how it went"
CALIBRATION_HEADS = ("Your word", "How sure that is", "How it went")
CALIBRATION_PICTURE = (
    "A square with a slanting line. There is a dot for each word that you used: the further right, "
    "the surer you were; the higher, the more often you were right. The table has the numbers."
)
CALIBRATION_HOW = (
    "On the line, you are right as often as you are sure. Below it, you are right less "
    "often than you expect. A larger dot stands for more answers."
)
SURE_AXIS = "How sure you were"
RIGHT_AXIS = "How often you were right"
AS_SURE = "as right as sure"
TOGETHER = "On average, you were right about as often as you were sure."
NOT_CLEAR = (
    "So few answers show no clear difference between how sure you were and how often you were "
    "right."
)
SURER = "You were surer than you were right. Leave more room for surprise."
BETTER = "You were right more often than you thought. Trust yourself a little more."
TRAPS = "Your traps"
NO_TRAPS = (
    "Nothing here yet. When a lesson shows you a trap that you stepped into, you find it here, and "
    "you can win it back."
)
NO_REMATCH = (
    "No rematch waits here now. One comes when you meet a trap that has a question in this place; "
    "not all of them have one."
)
BEATEN = "Beaten: you got past these later."
STILL_OPEN_TRAPS = "Still open:"
MET_AT = "You met it at:"


def extra_done(done: int, of: int) -> str:
    """Say how much of the Extras is answered, which nobody has to do.

    >>> extra_done(2, 9)
    'Of the Extra, which is up to you, 2 of 9 cards are answered.'
    """
    return (
        f"Of the Extra, which is up to you, {done} of {counted(of, 'card', 'cards')} are answered."
    )


def how_far(answered: int, cards: int) -> str:
    """Say how far a lesson has come.

    >>> how_far(3, 7)
    '3 of 7 cards'
    """
    if not answered:
        return NOT_BEGUN
    return LESSON_DONE if answered == cards else f"{answered} of {cards} cards"


def went_well(well: int, of: int) -> str:
    """Say how many cards went well: four fifths of a sort are enough.

    >>> went_well(1, 3)
    'At the first try, you got 1 of 3 cards right or nearly right.'
    """
    if not well:
        return f"You have tried {counted(of, 'card that has', 'cards that have')} a key."
    if well == of:
        some = "your card" if of == 1 else f"all {of} cards"
    else:
        some = f"{well} of {of} cards"
    return f"At the first try, you got {some} right or nearly right."


def kept_clear(traps: int, name: str, says: str) -> str:
    """Count the traps that tempted in vain, and name one of them with what it is.

    >>> kept_clear(1, "The echo trap", "Ten papers may be one source.")
    'You kept clear of the echo trap. Ten papers may be one source.'
    """
    named = f"t{name[1:]}" if name.startswith("The ") else name
    if traps == 1:
        return f"You kept clear of {named}. {says}"
    return f"You kept clear of {traps} traps. One of them was {named}. {says}"


def rematch(number: int) -> str:
    """Name the place of a question of the rematch."""
    return f"Question {number} of your rematch"


def beaten(some: int, of: int) -> str:
    """Say how many of the traps that were met are beaten.

    >>> beaten(2, 3), beaten(0, 3)
    ('You have met 3 traps and beaten 2 of them.', 'You have met 3 traps.')
    """
    if not some:
        return f"You have met {counted(of, 'trap', 'traps')}."
    if of == 1:
        return "You have met 1 trap, and you have beaten it."
    return f"You have met {of} traps and beaten {some} of them."


def gap(clear: int, *, near: bool) -> str:
    """Say in words whether the student was surer than right (1), the contrary (-1) or neither.

    >>> gap(1, near=False)
    'You were surer than you were right. Leave more room for surprise.'
    """
    if not clear:
        return TOGETHER if near else NOT_CLEAR
    return SURER if clear > 0 else BETTER


def rests_on(times: int, *, few: bool) -> str:
    """Say how many answers a result rests on, and that few of them are a hint.

    >>> rests_on(22, few=True)
    'Source: 22 answers of yours. They are few, so take this as a hint.'
    """
    said = f"Source: {counted(times, 'answer', 'answers')} of yours."
    if not few:
        return said
    they_are = "It is only one" if times == 1 else "They are few"
    return f"{said} {they_are}, so take this as a hint."


def right_of(right: int, times: int) -> str:
    """Say how many answers were right.

    >>> right_of(4, 5)
    '4 of 5 right'
    """
    return f"{right} of {times} right"
