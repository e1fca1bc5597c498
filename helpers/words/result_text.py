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
SUMMARY = "Your results in words"
NOTHING_YET = "Nothing is answered yet. Come back here when you have kept some answers."
WENT_WELL = "At the first attempt, {well} of {all} exercises went well (four fifths right or more)."
SEE_AGAIN = "Worth a second look:"
YOUR_SLIPS = "Slips that showed, by name:"
ON_AVERAGE = "On average you were {sure} % sure, and your answers were {right} % right. {gap}"
TOGETHER = "The two went together."
SURER = "You were surer than you were right."
BETTER = "Your answers were better than you thought."
WHEN_SURE = "You were {least} % sure or more {times}; those answers were {right} % right."


def how_far(answered: int, cards: int) -> str:
    """Say how far a lesson has come.

    >>> how_far(3, 7)
    '3 of 7 cards'
    """
    if not answered:
        return NOT_BEGUN
    return LESSON_DONE if answered == cards else f"{answered} of {cards} cards"


def gap(points: int) -> str:
    """Say in words how far confidence was above the outcome, in percentage points.

    >>> gap(0)
    'The two went together.'
    """
    if not points:
        return TOGETHER
    return SURER if points > 0 else BETTER


def when_sure(least: int, times: int, right: int) -> str:
    """Say how the answers went that were given with confidence."""
    return WHEN_SURE.format(least=least, times=counted(times, "time", "times"), right=right)
