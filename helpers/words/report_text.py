"""Words of the class report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import counted, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"
TITLE = "Class report"
HIDE_NAMES = "Hide all code names and file names"
HIDE_HOW = "Tick this before you show the report to the class."
HIDDEN = "•••"
CONTENTS = "In this report"
NOBODY = "No answers were found in what you gave. The list below says why for each file."
FEW = (
    "With fewer than ten students, only counts are given: a share or a mean of so few would "
    "change with every one of them."
)
UNSTABLE = (
    "With fewer than thirty students, what you see here may look different in your next class."
)
FIRST_ANSWERS = (
    "Everything here rests on first answers. A second try or a reset changes nothing in it. "
    "Questions that fewer than five students answered are not broken down."
)

SUMMARY = "Who handed in what"
SUMMARY_PICTURE = "A bar for each lesson, as long as the share of the class that worked on it."
SUMMARY_HEADS = ("Lesson", "Students who began it", "Share of the class")
SUMMARY_SOURCE = "Source: the files that were handed in."
STUDENTS_AXIS = "Share of the class"
MORE_IN = "The work of each student, and every file, is in the last part:"

DISCUSS = "Talk about these first"
NOTHING_TO_DISCUSS = (
    "Nothing stands out that the whole class should talk about. The lists below show where single "
    "students went wrong."
)
ON_THE_BOARD = "Put this on the board:"
ASK = "Ask:"
LISTEN_FOR = "What would settle it:"
CHOSEN = "Most of them chose:"
KEY_ASK = (
    "Which words of the report decide this? Let somebody who disagrees with our key explain why."
)
SHIFT_ASK = "Which sentence of today’s article is well sourced, and how do you know?"
SURE_ASK = "Think of an answer of which you were sure and which was wrong. What had you overlooked?"
ALPHA_ASK = (
    "Where does it begin, and where does it end? Which of these words belong to it, and why?"
)
VOTE_ASK = "Let one of each side say which words of the article they rest on. Then vote again."

SLIPS = "Slips"
SLIPS_SAID = (
    "A slip is a mistake with a name. The list begins with the slip that most students showed at "
    "least once. The tests are left out: once you talk about their questions, they test nobody."
)
SLIPS_PICTURE = (
    "A bar for each slip: the share of the students whom it could tempt and who showed it."
)
SLIPS_HEADS = ("Slip", "Students", "First answers", "It tempts most in", "By these words")
SLIPS_SOURCE = "Source: first answers to questions in which the slip can show."
SLIPS_AXIS = "Share of the students whom it could tempt"
NO_SLIPS = "No slip showed."
OTHERS = "All slips"

ARTICLE = "What the class marked in the article"
ARTICLE_SAID = (
    "The darker a word, the more students marked it. The number stands after each stretch that at "
    "least a tenth of the class marked alike. A line under words shows our key."
)
IN_KEY = "in our key"
MARKED_TABLE = "Word by word"
MARKED_HEADS = ("Words", "Marked by", "In our key")
NO_ARTICLE = "Fewer than five students marked anything in the article."

ITEMS = "Question by question"
ITEMS_SAID = (
    "“Score” is the mean of the first answers. “With the rest” says whether students who do well "
    "in the rest of the lesson also do well here: 1 is fully, 0 is not at all. Where it is below "
    "0, our key may be wrong, or the question misleads those who think further."
)
ITEMS_HEADS = ("Question", "Answers", "Score", "With the rest", "")
KEY_MAY_BE_WRONG = "Our key may be wrong."
KEY_BY_CHANCE = "Our key may be wrong; with so few answers it may also be chance."
CHOSEN_PICTURE = "A bar for each answer: how many of the class chose it."
CHOSEN_AXIS = "Share of those who answered"
CHOSEN_HEADS = ("Answer", "Chosen by", "Share")
CHOSEN_SOURCE = "Source: the first answers of the class."
RIGHT_MARK = "✓ "
ITEM = "Item"
DISTRIBUTION = "What the class chose"

SURE = "How sure the class was"
SURE_PICTURE = (
    "A line for each of the five words. The hollow dot is how sure the word is, the full dot how "
    "often the class was right with it."
)
SURE_AXIS = "Share of right answers"
SURE_HEADS = ("Word", "How sure that is", "Right at the first try")
SURE_SOURCE = "Source: first answers to questions that ask how sure you are."
SURE_NOTE = (
    "Where the full dot lies left of the hollow one, the class was surer than it was right. "
    "Nobody is graded on this."
)
CALIBRATED = "How sure the class was and how often it was right went well together."
TOO_SURE = "The class was surer than it was right."
TOO_UNSURE = "The class was right more often than it thought."
FEW_SURE = "Too few answers say how sure the students were."
NO_SURE = "Fewer than five students said how sure they were."

CHANGE = "Before and after"
SHIFTS = {
    "sharper": "The class became better at telling sound passages from weak ones.",
    "sharper and more suspicious": (
        "The class became better at telling sound passages from weak ones. It also became more "
        "suspicious."
    ),
    "sharper and more trusting": (
        "The class became better at telling sound passages from weak ones. It also became more "
        "trusting."
    ),
    "more suspicious": "The class became more suspicious, not more accurate.",
    "more trusting": "The class became more trusting, not more accurate.",
    "less sharp": "The class tells sound passages from weak ones less well than before.",
    "nothing clear": "No change of the class is clear.",
    "too few": "Fewer than ten students finished both tests, so only counts are given.",
}
"""What happened to a class between two tests, by the name that `measures/shift.py` gives it."""
SMALL_SHIFT = (
    "In a class this small, a change in one of the two measures easily hides. “Not more accurate” "
    "means that no gain is clear, and not that there is none."
)
FORMS = (
    "Nobody has measured yet whether the forms of the test are equally hard. Half of the class "
    "takes them in the other order, so for the whole class such a difference evens out, but not "
    "in a small or a lopsided group."
)
CALLED_SOUND = "Sound passages that the class called sound"
CALLED_WEAK = "Weak passages that the class called weak"
CALLS_PICTURE = "Two lines. The hollow dot is the first test, the full dot the later one."
CALLS_HEADS = ("", "Before", "After")
CALLS_AXIS = "Share of the passages"
CALLS_SOURCE = "Source: the tests of those who finished both."
MEASURES = "The measures behind it"
MEASURES_HEADS = ("Measure", "Found", "What it says")
D_PRIME, D_SAYS = "Change of d′", "Above 0, the class tells sound from weak better than before."
BIAS, C_SAYS = "Change of c", "Above 0, the class calls fewer passages sound than before."
G, G_SAYS = (
    "Hedges’ g of the scores",
    "How far the scores rose, in standard deviations. If the interval holds 0, it may be chance.",
)
GAIN, GAIN_SAYS = (
    "Normalised gain",
    "How much of what was left to gain was gained; losses are taken off.",
)
KR20_BEFORE, KR20_AFTER = "KR-20 before", "KR-20 after"
KR20_SAYS = "How well the 18 questions hold together. Below 0.6, say nothing about single students."
PLACES = "Point by point"
PLACES_PICTURE = (
    "A line for each point of the test. The hollow dot is the first test, the full dot the later "
    "one."
)
PLACES_HEADS = ("Point", "Right before", "Right after", "Gained", "Lost")
PLACES_AXIS = "Share of the class that got it right"
NO_CHANGE = "Fewer than five students finished two tests, so there is nothing to compare."

AGREEMENT = "How far the class agrees"
AGREEMENT_SAID = (
    "Krippendorff’s alpha is 1 where all mark the same words, and 0 where they agree no more than "
    "by chance. From 0.8 on agreement is good; below 0.667 nothing should be built on it. The line "
    "is the 95 % interval, from drawing the words again; as neighbouring words hang together, the "
    "true one is a little wider."
)
AGREEMENT_LOW = (
    "A low alpha is no fault of the students. Put the passage on the board, let two who differ "
    "explain where they began and ended, write down a rule together, and mark another passage "
    "by it. Then alpha should rise."
)
AGREEMENT_PICTURE = "A dot with a line for each label of each exercise in marking."
AGREEMENT_HEADS = ("Exercise and label", "Students", "Alpha", "95 % interval")
AGREEMENT_AXIS = "Krippendorff’s alpha"
AGREEMENT_SOURCE = "Source: first answers; the unit is a word, marked or not."
NO_AGREEMENT = "Fewer than five students marked the same passage."

TEXTS = "In their own words"
TEXTS_SAID = (
    "Nobody has marked these texts, and no program should. Let two people give 0 to 3 for each "
    "line of the rubric without seeing each other’s numbers, and talk about every text on which "
    "they differ by more than one step."
)
RUBRIC = "The rubric"
STEP_HEADS = ("Look for", "0", "1", "2", "3")
TEXT_HEADS = ("Student", "Text", "First mark", "Second mark")
NO_TEXTS = "Nobody wrote a text."
TRIAL = "The experiment"
TRIAL_PICTURE = "A dot for the difference of the two groups, on a line as long as its interval."
TRIAL_AXIS = "Difference in percentage points"
TRIAL_HEADS = ("Version", "Students", "Mean rating")
TRIAL_SOURCE = "Source: the ratings; chance decided who read which version."
TRIAL_HOW = (
    "The interval is that of Welch’s t at 95 %. If it holds 0, the two groups may differ by chance "
    "alone. One class cannot settle the question."
)
TRIAL_FEW = "One of the groups has fewer than five students, so their ratings are not compared."
NO_TRIAL = "Fewer than two groups have rated anything."

VOTES = "Votes, first and again"
VOTES_SAID = (
    "A vote has no key. The hollow dot is the first vote, the full dot the second one, after the "
    "talk."
)
VOTES_PICTURE = "A line for each option: the share of the class that took it, first and again."
VOTES_HEADS = ("Option", "First", "Again")
VOTES_AXIS = "Share of those who voted"
VOTES_SOURCE = "Source: the votes of the class."
NO_VOTES = "Fewer than five students took part in a vote."

STUDENTS = "Student by student"
STUDENTS_HEADS = ("Student", "Questions answered", "In each lesson")
FILES = "Files that were read"
FILE_HEADS = ("File", "Whose", "New answers and steps", "Known from other files")
LEFT_OUT = "Left out"
LEFT_OUT_HEADS = ("File", "Why")
TWO_OF_A_NAME = (
    "Some code names stand for more than one workbook. They may be one student on two machines, "
    "or two students who chose the same name, so they are kept apart: {names}."
)
UNKNOWN = (
    "{answers} could not be read: they belong to another edition of the kit, or make no sense."
)
NO_NAME = "no code name ({workbook})"


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
