"""Sentences of the class report that hold numbers or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import counted, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"


def handed_in(students: int, files: int, left_out: int) -> str:
    """Say how much came in.

    >>> handed_in(30, 31, 1)
    '30 students handed in 31 files. 1 file was left out.'
    """
    who = counted(students, "student", "students")
    came = f"{who} handed in {counted(files, 'file', 'files')}."
    gone = counted(left_out, "file was", "files were")
    return f"{came} {gone} left out." if left_out else came


def of_class(part: int, of: int) -> str:
    """Write a count of a class with its share.

    >>> of_class(8, 30)
    '8 of 30'
    """
    return f"{part} of {of}"


def slip_said(students: int, answered: int, name: str, says: str) -> str:
    """Say how many showed a slip.

    >>> slip_said(19, 30, "The echo trap", "Ten papers that repeat one video are one source.")
    '19 of 30 students stepped into the echo trap. Ten papers that repeat one video are one source.'
    """
    return f"{students} of {answered} students stepped into {lower(name)}. {says}"


def lower(name: str) -> str:
    """Write the name of a slip inside a sentence.

    >>> lower("The echo trap"), lower("S1 alone")
    ('the echo trap', 'S1 alone')
    """
    return name[0].lower() + name[1:] if name.startswith("The ") else name


def key_said(ask: str, lesson: str, r: float) -> str:
    """Say that a key may be wrong.

    >>> key_said("Who says so?", "Cold read", 0.41)
    'Our key may be wrong for “Who says so?” (Cold read): who does well elsewhere does badly here \
(correlation 0.41).'
    """
    return (
        f"Our key may be wrong for “{ask}” ({lesson}): who does well elsewhere does badly here "
        f"(correlation {hundredths(r)})."
    )


def sure_said(word: str, right: int, times: int) -> str:
    """Say how often the class was right with a word.

    >>> sure_said("very sure", 55, 100)
    'When the class said “very sure”, it was right in 55 of 100 answers.'
    """
    return f"When the class said “{word}”, it was right in {right} of {times} answers."


def alpha_said(label: str, ask: str, alpha: float) -> str:
    """Say where the class does not agree.

    >>> alpha_said("source", "Mark S5.", 0.31)
    'The class does not agree where the source is in “Mark S5.” (alpha 0.31).'
    """
    where = f"where the {label.lower()} is in “{ask}”"
    return f"The class does not agree {where} (alpha {hundredths(alpha)})."


def least_alpha(label: str, ask: str, alpha: float) -> str:
    """Say where the class agrees least.

    >>> least_alpha("source", "Mark S5.", 0.314)
    'The class agrees least on the source in “Mark S5.”: alpha is 0.31.'
    """
    return (
        f"The class agrees least on the {label.lower()} in “{ask}”: alpha is {hundredths(alpha)}."
    )


def hundredths(value: float) -> str:
    """Write a measure with two decimals.

    >>> hundredths(0.314)
    '0.31'
    """
    return f"{value:.2f}".replace("-", MINUS)


def limits(low: float, high: float) -> str:
    """Write the limits of an interval.

    >>> limits(0.1, 0.523)
    '0.10 to 0.52'
    """
    return f"{hundredths(low)} to {hundredths(high)}"


def vote_said(ask: str, first: str, many: int, second: str, fewer: int) -> str:
    """Say that a vote is split.

    >>> vote_said("Print it?", "Yes", 14, "No", 12)
    'The class is split on “Print it?”: 14 say “Yes”, 12 say “No”.'
    """
    return f"The class is split on “{ask}”: {many} say “{first}”, {fewer} say “{second}”."


def change_counts(students: int, missing: int) -> str:
    """Say on whom a comparison rests.

    >>> change_counts(26, 2)
    '26 students finished both tests. 2 finished only the first, so their change is unknown.'
    """
    both = f"{counted(students, 'student', 'students')} finished both tests."
    gone = f" {missing} finished only the first, so their change is unknown."
    return both + gone if missing else both


def gains_and_losses(gained: int, missed: int, lost: int, had: int) -> str:
    """Tell gains *and* losses of a class (R4).

    >>> gains_and_losses(40, 100, 12, 200)
    'Of 100 answers that were not right before, 40 were right after. Of 200 that were right, 12 \
were no longer right.'
    """
    return (
        f"Of {missed} answers that were not right before, {gained} were right after. Of {had} that "
        f"were right, {lost} were no longer right."
    )


def most_lost(name: str, fewer: int, of: int) -> str:
    """Say at which point the class lost most, or that it lost at none.

    >>> most_lost("The source of a claim", 4, 26)
    'The class lost most at “The source of a claim”: 4 fewer of 26 got it right.'
    """
    if fewer <= 0:
        return "At no point did fewer get it right than before."
    return f"The class lost most at “{name}”: {fewer} fewer of {of} got it right."


def shifted(says: str, before: str, after: str) -> str:
    """Say between which tests a class changed.

    >>> shifted("No change is clear.", "Cold read", "Second read")
    'From “Cold read” to “Second read”: No change is clear.'
    """
    return f"From “{before}” to “{after}”: {says}"


def interval(found: tuple[float, float, float]) -> str:
    """Write a measure with its 95 % interval.

    >>> interval((0.5, 0.1, 0.9))
    '0.50 (95 % interval 0.10 to 0.90)'
    """
    middle, low, high = found
    return f"{hundredths(middle)} (95 % interval {limits(low, high)})"


def voted(first: int, second: int, changed: int) -> str:
    """Say how many voted, and how many changed their vote.

    >>> voted(28, 27, 9)
    '28 voted first and 27 again. 9 of those who voted twice changed their vote.'
    """
    both = f"{first} voted first and {second} again."
    return f"{both} {changed} of those who voted twice changed their vote."


def voted_once(many: int) -> str:
    """Say how many voted.

    >>> voted_once(28)
    '28 voted.'
    """
    return f"{many} voted."


def higher(version: str, than: str) -> str:
    """Name a difference by its two sides.

    >>> higher("unnamed", "named")
    'How much higher “unnamed” was rated than “named”'
    """
    return f"How much higher “{version}” was rated than “{than}”"


def slip_headline(name: str, students: int, tempted: int) -> str:
    """Say which slip most students showed.

    >>> slip_headline("The echo trap", 22, 30)
    'Most students stepped into the echo trap: 22 of 30.'
    """
    return f"Most students stepped into {lower(name)}: {students} of {tempted}."


def began(lesson: str, students: int, of: int) -> str:
    """Say how many worked on the lesson that most worked on.

    >>> began("Start here", 29, 30)
    'Most students worked on “Start here”: 29 of 30.'
    """
    return f"Most students worked on “{lesson}”: {students} of {of}."


def trial_said(first: tuple[str, float], second: tuple[str, float]) -> str:
    """Say how two groups rated.

    >>> trial_said(("named", 62.0), ("unnamed", 51.5))
    'Those who read “named” gave it 62 on average; those who read “unnamed” gave it 51.5.'
    """
    (one, rated), (other, otherwise) = first, second
    return (
        f"Those who read “{one}” gave it {tenths(rated)} on average; those who read “{other}” "
        f"gave it {tenths(otherwise)}."
    )


def skipped(shown: int, of: int) -> str:
    """Say that a long list was cut.

    >>> skipped(200, 1200)
    'The first 200 of 1,200 are shown. All of them are in the tables beside this report.'
    """
    rest = "All of them are in the tables beside this report."
    return f"The first {shown:,} of {of:,} are shown. {rest}"


def names(of: Sequence[str]) -> str:
    """List code names."""
    return ", ".join(of)
