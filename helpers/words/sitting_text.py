"""Words of the tests: while one is taken, when it is done, and on the page of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import counted
from helpers.words.figure_text import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MINUS = "\N{MINUS SIGN}"
RECORDED = "Recorded."
WHOLE_REPORT = "The whole report"
TEST = "The test"
DONE = "All {number} answers are recorded."
RESULTS_LATER = "You will see how you did at the end of the second read."
RESULTS_BELOW = "Your results are below."
NO_KEY = "Recorded. Your instructor has the key."

RESULTS = "Your results"
NOT_YET = "Your results open here once you have answered all the questions above."
ALONE = "There is no earlier test to compare this one with, so you see only how it went this time."
SKILLS = "Right answers by skill"
SKILL = "Skill"
SHIFTS = {
    "sharper": "This time you told sound passages from weak ones better.",
    "sharper and more suspicious": (
        "This time you told sound passages from weak ones better. You also leaned more "
        "towards “weak”."
    ),
    "sharper and more trusting": (
        "This time you told sound passages from weak ones better. You also leaned more "
        "towards “sound”."
    ),
    "more suspicious": "You became more suspicious, not more accurate.",
    "more trusting": "You became more trusting, not more accurate.",
    "less sharp": (
        "This time you told sound passages from weak ones less well. This report may have "
        "been harder."
    ),
    "nothing clear": "There is no clear change. With 18 questions, only a large one would show.",
}
"""What happened between two tests, by the name that `measures/shift.py` gives it (R2)."""
ONE_POINT = "This is how you called sound and weak passages."
SQUARE = (
    "A square. Each dot is a test, and a line leads from one to the next. Further right, you "
    "called more of the weak passages weak; further up, more of the sound ones sound. The "
    "table has the numbers."
)
SQUARE_HOW = (
    "If you get better, your dot moves towards the corner at the top right. If you only get "
    "more suspicious, it moves right and down. Chance moves it, too. What counts here is "
    "whether you called a passage sound or weak, and not which reason you chose."
)
WEAK_AXIS = "Weak passages that you called weak"
SOUND_AXIS = "Sound passages that you called sound"
CHANCE = "no better than chance"
BEST, SUSPICIOUS, TRUSTING = "tells them apart", "distrusts everything", "trusts everything"
SQUARE_HEADS = (
    *("Test", "Sound passages called sound", "Weak passages called weak"),
    *("Telling them apart (d′; 0 is chance)", "Leaning towards “weak” (c; 0 is neither way)"),
)
SQUARE_TABLE = (
    "How you called sound passages and weak ones. Chance alone moves about one result in three by "
    "more than the number after ±."
)
SQUARE_SOURCE = (
    "Source: your answers. Chance alone often moves a dot by a passage or two. Nobody has measured "
    "yet whether the tests are equally hard, so a change may also come from the test. Take this as "
    "a hint."
)
CALIBRATION_OF = "How sure you were: {title}"
ITEM_BY_ITEM = "Point by point"
PLACE, FATE = "What it is about", "Before and now"
FATES = {
    (False, True): "got it this time",
    (True, False): "missed this time",
    (False, False): "not yet",
    (True, True): "right both times",
    (False, True, True): "learned, and still there",
    (False, False, True): "got it this time",
    (True, False, True): "right again",
    (False, True, False): "learned, but missed this time",
    (True, True, False): "missed this time",
    (True, False, False): "right only the first time",
    (False, False, False): "not yet",
    (True, True, True): "right every time",
}
"""What became of a place in two tests or in three, by whether it was right in each."""
SIGNS = {True: ("✓", "right"), False: ("✗", "not right")}
READ_AGAIN = "Worth reading again:"
EACH = "Every question, with the reasons"
VERDICTS = "Your verdicts, in your own words"
COMPARE = "Compare them yourself:"
ATTITUDES = "What you think of news about wars"
COME_BACK = "A day to come back"
COME_BACK_HOW = (
    "The last test comes two to six weeks after this one. Choose a day, and put it into your "
    "calendar: the file holds the day and the name of the lesson, and nothing about you."
)
COME_BACK_LATER = "Once you have answered all the questions above, you can choose a day here."
COME_BACK_ENTRY = "According to Reports: {title}"
COME_BACK_SAYS = "Open the lesson “{title}” and see what has stayed with you."


def question(number: int, of: int) -> str:
    """Say which question this is.

    >>> question(5, 21)
    'Question 5 of 21'
    """
    return f"Question {number} of {of}"


def right_now(right: int, of: int) -> str:
    """Say first what went well.

    >>> right_now(14, 18), right_now(18, 18)
    ('You got 14 of 18 questions right.', 'You got all 18 questions right.')
    """
    return f"You got {f'all {of}' if right == of else f'{right} of {of}'} questions right."


def right_before(right: int, title: str) -> str:
    """Set an earlier test beside it.

    >>> right_before(11, "Cold read")
    'In “Cold read”, you got 11.'
    """
    return f"In “{title}”, you got {right}."


def strengths(names: Sequence[str]) -> str:
    """Name the skills in which nothing was missed.

    >>> strengths(["Numbers", "How it is told"])
    'You got every question right on “Numbers” and “How it is told”.'
    """
    return f"You got every question right on {listed([f'“{name}”' for name in names])}."


def unfinished(title: str, answered: int, of: int) -> str:
    """Say of a test that was begun only why it is not compared.

    >>> unfinished("Cold read", 10, 18)
    'In “Cold read” you answered 10 of 18 questions. You can compare it once it is finished.'
    """
    said = f"In “{title}” you answered {answered} of {of} questions."
    return f"{said} You can compare it once it is finished."


def give_or_take(value: float, error: float) -> str:
    """Write a measure with its standard error.

    >>> give_or_take(1.26, 0.618), give_or_take(-0.04, 0.31)
    ('1.3 ± 0.6', '0.0 ± 0.3')
    """
    return f"{round(value, 1) + 0:.1f} ± {error:.1f}".replace("-", MINUS)


def so_soon(days: int, title: str) -> str:
    """Say that a test came too soon after another to show what has stayed.

    >>> so_soon(0, "Second read")[:59]
    'You began this test less than a day after “Second read”. So'
    """
    when = "less than a day" if not days else counted(days, "day", "days")
    return (
        f"You began this test {when} after “{title}”. So soon afterwards, it cannot show what "
        "will have stayed with you in a few weeks."
    )


def stayed(kept: int, learned: int, first: str, then: str) -> str:
    """Tell how much of what was learned between two tests was there in a third.

    >>> stayed(4, 5, "Cold read", "Second read")[54:]
    '5 in “Second read”, and 4 of these again this time.'
    """
    if not learned:
        return ""
    if kept == learned:
        now = "and again this time"
    elif kept:
        now = f"and {kept} of these again this time"
    else:
        now = "but not this time" if learned == 1 else "but none of these this time"
    return f"Of the points that you missed in “{first}”, you got {learned} in “{then}”, {now}."


def gains_and_losses(gained: int, missed: int, lost: int, had: int, before: str = "") -> str:
    """Tell gains *and* losses (R4); `before` is the title of the test before, if not the only one.

    >>> gains_and_losses(4, 7, 0, 0)
    'Of the points that you missed before (7), you got 4 this time.'
    >>> gains_and_losses(0, 0, 1, 18)
    'Of those that you got (18), you missed 1.'
    """
    where = f"in “{before}”" if before else "before"
    gains = (
        f"Of the points that you missed {where} ({missed}), you got {gained or 'none'} this time."
    )
    losses = f"Of those that you got ({had}), you missed {lost or 'none'}."
    return " ".join([gains] * bool(missed) + [losses] * bool(had))


def in_weeks(weeks: int, day: date) -> str:
    """Name a day some weeks on.

    >>> from datetime import date
    >>> in_weeks(4, date(2026, 12, 25))
    'In 4 weeks: Friday 25 December'
    """
    return f"In {weeks} weeks: {day:%A} {day.day} {day:%B}"


def thought(title: str, step: str) -> str:
    """Say how far somebody agreed in one of the tests.

    >>> thought("Cold read", "agree")
    'Cold read: agree'
    """
    return f"{title}: {step}"
