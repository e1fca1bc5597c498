"""Sentences of the class report that hold numbers or names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import NO_BREAK, counted, tenths
from helpers.words.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"


def handed_in(students: int, files: int, left_out: int) -> str:
    """Say how much came in; what was left out can be a file, or lines of one.

    >>> handed_in(31, 32, 2)
    '32 files could be read. They hold 31 workbooks, and this report counts each as one student. \
2 files or parts of files were left out.'
    """
    came = _could_be_read(students, files)
    gone = counted(left_out, "file or part of a file was", "files or parts of files were")
    return f"{came} {gone} left out." if left_out else came


def _could_be_read(students: int, files: int) -> str:
    if not files:
        return "No file could be read."
    it_holds = "It holds" if files == 1 else "They hold"
    held = (
        "1 workbook, which this report counts as one student."
        if students == 1
        else f"{students:,} workbooks, and this report counts each as one student."
    )
    return f"{counted(files, 'file', 'files')} could be read. {it_holds} {held}"


def answered(questions: int) -> str:
    """Say how much a class did.

    >>> answered(1204)
    'Together the class answered 1,204 questions.'
    """
    word = "question" if questions == 1 else "questions"
    return f"Together the class answered {questions:,} {word}."


def went_best(ask: str, lesson: str, well: int, of: int) -> str:
    """Say which question went best.

    >>> went_best("Who says so?", "02 · Voices", 28, 30)
    '28 of 30 students did well at the first try in “Who says so?” (02 · Voices).'
    """
    return f"{well} of {of} students did well at the first try in {quoted(ask)} ({lesson})."


def unread(answers: int) -> str:
    """Say that some answers belong to no exercise that is known.

    >>> unread(1)
    '1 answer could not be read. It belongs to another edition of the kit, or makes no sense.'
    """
    if answers == 1:
        why = "It belongs to another edition of the kit, or makes no sense."
    else:
        why = "They belong to another edition of the kit, or make no sense."
    return f"{counted(answers, 'answer', 'answers')} could not be read. {why}"


def of_class(part: int, of: int) -> str:
    """Write a count of a class with the whole.

    >>> of_class(806, 1161)
    '806 of 1,161'
    """
    return f"{part:,} of {of:,}"


def places(which: str) -> str:
    """Write which sentences a passage has.

    >>> places("S1-S3, S13")
    'S1–S3, S13'
    """
    return which.replace("-", "–")


def drawn(shown: int, of: int) -> str:
    """Say that not everything is drawn.

    >>> drawn(12, 31)
    'The chart shows the first 12 of 31. All of them are in the table.'
    """
    return f"The chart shows the first {shown} of {of}. All of them are in the table."


def lower(name: str) -> str:
    """Write the name of a slip inside a sentence.

    >>> lower("The echo trap"), lower("S1 alone")
    ('the echo trap', 'S1 alone')
    """
    return name[0].lower() + name[1:] if name.startswith("The ") else name


def alphas(most: tuple[str, str, float], least: tuple[str, str, float]) -> str:
    """Say on what a class agrees most, and on what least, each with its lesson.

    >>> alphas(("content", "02 · Voices", 0.954), ("remedy", "05 · Frames", 0.11))
    'The class agrees most on “content” (02 · Voices, alpha 0.95), and least on “remedy” \
(05 · Frames, alpha 0.11).'
    """
    best, worst = (
        f"“{label.lower()}” ({lesson}, alpha {hundredths(alpha)})"
        for label, lesson, alpha in (most, least)
    )
    return f"The class agrees most on {best}, and least on {worst}."


def one_alpha(label: str, lesson: str, alpha: float) -> str:
    """Say how far a class agrees on the one label that it marked.

    >>> one_alpha("source", "02 · Voices", 0.95)
    'On “source” (02 · Voices) alpha is 0.95.'
    """
    return f"On “{label.lower()}” ({lesson}) alpha is {hundredths(alpha)}."


def hundredths(value: float) -> str:
    """Write a measure with two decimals.

    >>> hundredths(0.314), hundredths(-0.001)
    ('0.31', '0.00')
    """
    # A zero has no sign, whichever side it was rounded from.
    return f"{round(value, 2) + 0.0:.2f}".replace("-", MINUS)


def limits(low: float, high: float) -> str:
    """Write the limits of an interval.

    >>> limits(0.1, 0.523)
    '0.10 to 0.52'
    """
    return f"{hundredths(low)} to {hundredths(high)}"


def called_sound(before: tuple[int, int], after: tuple[int, int]) -> str:
    """Say how many passages a class called sound in all: what being suspicious is told by.

    >>> called_sound((218, 450), (158, 450))
    'In all, the class called 218 of 450 passages sound before, and 158 of 450 after.'
    """
    was, now = (f"{many} of {of}" for many, of in (before, after))
    return f"In all, the class called {was} passages sound before, and {now} after."


def chosen_most(options: Sequence[str], many: int, of: int) -> str:
    """Say which answer most of a class chose, or which answers, if they share the first place.

    >>> chosen_most(["Print “two men”."], 17, 28)
    'Chosen most often, by 17 of 28: “Print ‘two men’.”'
    >>> chosen_most(["Yes", "No"], 4, 9)
    'Chosen most often, by 4 of 9 each: “Yes” and “No”'
    """
    by = f"{of_class(many, of)} each" if len(options) > 1 else of_class(many, of)
    return f"Chosen most often, by {by}: {' and '.join(map(quoted, options))}"


def lesson_items(lesson: str, questions: int) -> str:
    """Name a lesson and how many questions of it are listed.

    >>> lesson_items("02 · Voices", 24)
    '02 · Voices: 24 questions'
    """
    return f"{lesson}: {counted(questions, 'question', 'questions')}"


def lesson_texts(lesson: str, ask: str, texts: int) -> str:
    """Name an exercise in writing and how many texts there are.

    >>> lesson_texts("04 · Forty", "Write a headline.", 1)
    '04 · Forty: Write a headline. (1 text)'
    """
    return f"{lesson}: {ask} ({counted(texts, 'text', 'texts')})"


def doubtful(ask: str, lesson: str, r: float) -> str:
    """Name a question whose key may be wrong, with its correlation.

    >>> doubtful("Who says so?", "02 · Voices", -0.31).replace(MINUS, "-")
    '“Who says so?” (02 · Voices), -0.31 with the rest'
    """
    return f"{quoted(ask)} ({lesson}), {hundredths(r)} with the rest"


def sure_word(word: str, right: int, times: int) -> str:
    """Name a word of confidence with how often it was right.

    >>> sure_word("very sure", 806, 1161)
    'very sure: 806 of 1,161 right'
    """
    return f"{word}: {of_class(right, times)} right"


def change_counts(students: int, missing: int) -> str:
    """Say on whom a comparison rests.

    >>> change_counts(26, 2)
    '26 students finished both tests. 2 others finished the first one but not the later one, so \
their change is unknown.'
    """
    both = f"{counted(students, 'student', 'students')} finished both tests."
    if not missing:
        return both
    others, theirs = ("1 other", "that") if missing == 1 else (f"{missing} others", "their")
    return (
        f"{both} {others} finished the first one but not the later one, so {theirs} change is "
        "unknown."
    )


def gains_and_losses(gained: int, missed: int, lost: int, had: int) -> str:
    """Tell gains *and* losses of a class (R4).

    >>> gains_and_losses(40, 100, 12, 200)
    'Each point was asked again with another question. Of the points missed before, counted \
student by student, 40 of 100 went right after; of those right before, 12 of 200 went wrong.'
    """
    return (
        "Each point was asked again with another question. Of the points missed before, counted "
        f"student by student, {gained} of {missed} went right after; of those right before, {lost} "
        f"of {had} went wrong."
    )


def most_lost(names: Sequence[str], fewer: int, of: int) -> str:
    """Say at which points right answers fell most, or that they fell at none.

    >>> most_lost(["The source of a claim"], 4, 26)
    'Right answers fell most at “The source of a claim”, by 4 of 26 students. Each point is one \
question, and another one in each form, so a single fall may come from the question.'
    """
    if fewer <= 0:
        return "At no point did fewer get it right than before."
    at = " and ".join(f"“{name}”" for name in names)
    by = f"each by {fewer}" if len(names) > 1 else f"by {fewer}"
    return (
        f"Right answers fell most at {at}, {by} of {of} students. Each point is one question, and "
        "another one in each form, so a single fall may come from the question."
    )


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
    '28 voted the first time and 27 the second. 9 of those who voted twice changed their vote.'
    """
    both = f"{first} voted the first time and {second} the second."
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
    '“unnamed” above “named”'
    """
    return f"“{version}” above “{than}”"


def slip_headline(name: str, students: int, tempted: int) -> str:
    """Say which slip the largest number of students showed.

    >>> slip_headline("The echo trap", 22, 30)
    'No trap caught more students than the echo trap: 22 of 30.'
    """
    return f"No trap caught more students than {lower(name)}: {students} of {tempted}."


def began(lesson: str, students: int, of: int) -> str:
    """Say on which lesson the fewest of a class worked.

    >>> began("09 · Later", 18, 30)
    'Of the lessons that were begun, none has fewer students than “09 · Later”: 18 of 30.'
    """
    return (
        f"Of the lessons that were begun, none has fewer students than “{lesson}”: {students} of "
        f"{of}."
    )


def began_alike(students: int, of: int) -> str:
    """Say that as many of a class worked on each lesson.

    >>> began_alike(4, 4)
    'Each lesson that was begun has 4 of 4.'
    """
    return f"Each lesson that was begun has {students} of {of}."


def trial_said(first: tuple[str, float], second: tuple[str, float]) -> str:
    """Say how two groups rated, in per cent.

    >>> trial_said(("named", 62.0), ("unnamed", 51.5)).replace(NO_BREAK, " ")
    'Students who read the version “named” gave it 62 % on average, those who read “unnamed” \
51.5 %.'
    """
    (one, rated), (other, otherwise) = first, second
    return (
        f"Students who read the version “{one}” gave it {tenths(rated)}{NO_BREAK}% on average, "
        f"those who read “{other}” {tenths(otherwise)}{NO_BREAK}%."
    )


def trial_difference(version: str, than: str, found: tuple[float, float, float]) -> str:
    """Write the difference of two groups with its 95 % interval, in percentage points.

    >>> trial_difference("named", "unnamed", (25.69, 15.2, 36.12))
    '“named” was rated higher than “unnamed” by 25.7 percentage points (95 % interval 15.2 to \
36.1).'
    """
    middle, low, high = (tenths(value).replace("-", MINUS) for value in found)
    return (
        f"“{version}” was rated higher than “{than}” by {middle} percentage points (95 % interval "
        f"{low} to {high})."
    )


def cut(shown: int, of: int) -> str:
    """Say that a long list of files was cut.

    >>> cut(500, 1200)
    'The first 500 of 1,200 are shown.'
    """
    return f"The first {shown:,} of {of:,} are shown."


def skipped(shown: int, of: int) -> str:
    """Say that a long list was cut, and where the whole is.

    >>> skipped(200, 1200)
    'The first 200 of 1,200 are shown. All of them are in the tables beside this report.'
    """
    return f"{cut(shown, of)} All of them are in the tables beside this report."


def names(of: Sequence[str]) -> str:
    """List code names."""
    return ", ".join(of)
