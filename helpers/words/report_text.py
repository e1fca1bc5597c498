"""Words of the class report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.counted import NO_BREAK, counted, tenths

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUS = "\N{MINUS SIGN}"
TITLE = "Class report"
HIDE_NAMES = "Hide all code names and file names"
HIDE_HOW = (
    "Tick this before you show the report to the class. What students wrote in their own words "
    "stays readable."
)
PRINTED = "On paper, whatever you have opened here is printed too. What is closed is left out."
HIDDEN = "hidden"
CONTENTS = "In this report"
NOBODY = "No answers were found in what you gave. The list below says why for each file."
FEW = (
    "With fewer than ten students, only counts are given. A share or a mean of so few would "
    "change with every one of them."
)
NONE, ALL = "none", "all"
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
MORE_IN = "You find each student and each file under"

DISCUSS = "Talk about these first"
NOTHING_TO_DISCUSS = (
    "Nothing stands out that the whole class should talk about. The lists below show where single "
    "students went wrong."
)
WENT_WELL = "Say first what went well:"
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
    "A slip is a mistake with a name. The chart begins with the slip that most students showed at "
    "least once. The tests are left out: once you talk about their questions, they test nobody."
)
SLIPS_PICTURE = (
    "A bar for each slip: the share of the students whom it could tempt and who showed it."
)
SLIPS_HEADS = ("Slip", "Students", "First answers", "It tempts most in", "By these words")
SLIPS_SOURCE = "Source: first answers to questions in which the slip can show."
SLIPS_AXIS = "Share of those whom it could tempt"
NO_SLIPS = "No slip showed."
OTHERS = "All slips"

ARTICLE = "What the class marked in the article"
ARTICLE_SAID = (
    "The stronger the shade, the more students marked the words. The number after a stretch says "
    "how many that were, on average, where it was at least a tenth. A double line stands under "
    "the words of our key."
)
NOBODY_MARKED = "Nobody marked anything here."
IN_KEY = "in our key"
MARKED_TABLE = "Word by word"
MARKED_HEADS = ("Words", "Marked by", "In our key")
NO_ARTICLE = "Fewer than five students marked anything in the article."

ITEMS = "Question by question"
ITEMS_SAID = (
    "“Score” is the mean of the first answers; “went well” counts those that got at least four "
    "fifths. “With the rest” says whether students who do well in the rest of the lesson also do "
    "well here: 1 means always, 0 not at all. Where it is below 0, our key may be wrong, or the "
    "question misleads those who think further."
)
ITEMS_HEADS = ("Question", "Went well", "Score", "With the rest")
NO_ITEMS = "Fewer than five students answered the same question."
DOUBTFUL = "Where our key may be wrong"
KEYS_MAY_BE_WRONG = "Chance alone hardly explains these. Please read the questions, and tell us."
KEYS_BY_CHANCE = "Here it may also be chance, with so few answers."
KEY_MAY_BE_WRONG = "Our key may be wrong."
KEY_BY_CHANCE = "Our key may be wrong, or it is chance."
CHOSEN_PICTURE = "A bar for each answer, as long as the share of the class that chose it."
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
    "The hollow dot is how sure the word is, the full dot how often the class was right with it. "
    "Where the full one lies to the left, the class was surer than it was right. Nobody is graded "
    "on this."
)
CALIBRATED = "The class was about as often right as it was sure."
TOO_SURE = "The class was surer than it was right."
TOO_UNSURE = "The class was right more often than it thought."
FEW_SURE = "Only a few answers say how sure the students were."
NO_SURE = "Nobody has said yet how sure they were."

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
CALLS_NOTE = "The hollow dot is the first test, the full dot the later one."
CALLS_HEADS = ("Passages", "Before", "After")
CALLS_AXIS = "Share of the passages"
CALLS_SOURCE = "Source: the tests of those who finished both."
MEASURES = "The measures behind it"
MEASURES_HEADS = ("Measure", "Found", "What it says")
D_PRIME, D_SAYS = "Change of d′", "Above 0, the class tells sound from weak better than before."
BIAS, C_SAYS = "Change of c", "Above 0, the class calls fewer passages sound than before."
G, G_SAYS = (
    "Hedges’ g of the scores",
    "How far the scores rose, in standard deviations. If the interval contains 0, chance may do it.",
)
GAIN, GAIN_SAYS = (
    "Normalised gain",
    "How much of what was left to gain was gained; losses are taken off.",
)
KR20_BEFORE, KR20_AFTER = "KR-20 before", "KR-20 after"
KR20_SAYS = (
    "How well the questions of a test hold together. Below 0.6, say nothing about single students."
)
KR20_SAYS_TOO = "The same of the later test."
PLACES = "Point by point"
PLACES_PICTURE = (
    "A line for each point of the test. The hollow dot is the first test, the full dot the later "
    "one."
)
PLACES_HEADS = ("Point", "Right before", "Right after", "Gained", "Lost")
PLACES_AXIS = "Share of those who got it right"
NO_CHANGE = "Nobody has finished two tests yet, so there is nothing to compare."

AGREEMENT = "How far the class agrees"
AGREEMENT_SAID = (
    "Krippendorff’s alpha is 1 where all students mark the same words, and 0 where they agree no "
    "more than by chance. The dashed lines stand at 0.667 and 0.8: below the first, nothing should "
    "be built on the marks; above the second, agreement is good. The line through a dot is its "
    "95 % interval, found by drawing the words again and again. Neighbouring words hang together, "
    "so the true interval is a little wider."
)
AGREEMENT_LOW = (
    "A low alpha is not the students’ fault. Put the passage on the board, and let two students "
    "who differ explain where they began and ended. Write down a rule together, and mark another "
    "passage by it. Then alpha should rise."
)
AGREEMENT_PICTURE = "A dot on a line for each label of each exercise."
AGREEMENT_HEADS = ("Exercise and label", "Students", "Alpha", "95 % interval")
AGREEMENT_AXIS = "Krippendorff’s alpha"
AGREEMENT_SOURCE = "Source: first answers; the unit is a word, marked or not."
NO_AGREEMENT = "Fewer than ten students marked the same passage."

TEXTS = "In their own words"
TEXTS_SAID = (
    "Nobody has marked these texts, and no program should. Let two people give 0 to 3 points for "
    "each line of the rubric without seeing each other’s numbers. Then let them talk about every "
    "text on which they differ by more than one point."
)
RUBRIC = "The rubric"
STEP_HEADS = ("Look for", "0", "1", "2", "3")
TEXT_HEADS = ("Student", "Text", "First mark", "Second mark")
NO_TEXTS = "Nobody wrote a text."
TRIAL = "The experiment"
TRIAL_PICTURE = "A dot for the difference of the two groups, on a line as long as its interval."
TRIAL_AXIS = "Difference, in percentage points"
TRIAL_HEADS = ("Version", "Students", "Mean rating")
TRIAL_SOURCE = "Source: the ratings; chance decided who read which version."
TRIAL_HOW = (
    "The interval is that of Welch’s t. If it contains 0, the two groups may differ by chance "
    "alone. One class cannot settle the question."
)
TRIAL_FEW = "One of the groups has fewer than five students, so their ratings are not compared."
NO_TRIAL = "Nobody has rated two versions yet, so there is nothing to compare."

VOTES = "Votes, first and again"
VOTES_SAID = (
    "No answer to a vote is right or wrong. The hollow dot is the first vote, the full dot the "
    "second one, after the talk."
)
VOTES_PICTURE = "A line for each option: the share of the class that took it, first and again."
VOTES_HEADS = ("Option", "First", "Again")
VOTES_AXIS = "Share of those who voted"
VOTES_SOURCE = "Source: the votes of the class."
NO_VOTES = "Fewer than five students took part in a vote."

STUDENTS = "Student by student"
STUDENTS_HEADS = ("Student", "All")
STUDENTS_SAID = "How many questions each student answered, in all and in each lesson."
FILES = "Files that were read"
FILE_HEADS = ("File", "Whose", "New answers and steps", "Known from other files")
LEFT_OUT = "What was left out"
LEFT_OUT_HEADS = ("File", "Why")
TWO_OF_A_NAME = (
    "Some code names stand for more than one workbook. Each may be one student on two computers, "
    "or two students who chose the same name, so the workbooks are counted apart: {names}."
)
NO_NAME = "no code name ({workbook})"


def handed_in(students: int, files: int, left_out: int) -> str:
    """Say how much came in; what was left out can be a file, or lines of one.

    >>> handed_in(30, 31, 2)
    '30 students handed in 31 files. 2 files or parts of files were left out.'
    """
    who = counted(students, "student", "students")
    came = f"{who} handed in {counted(files, 'file', 'files')}."
    gone = counted(left_out, "file or part of a file was", "files or parts of files were")
    return f"{came} {gone} left out." if left_out else came


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


def quoted(words: str) -> str:
    """Write words in quotation marks; those within become single ones.

    >>> quoted("Print “two men”?")
    '“Print ‘two men’?”'
    """
    return f"“{words.replace('“', '‘').replace('”', '’')}”"


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


def slip_said(students: int, answered: int, name: str, says: str) -> str:
    """Say how many showed a slip.

    >>> slip_said(19, 30, "The echo trap", "Ten papers that repeat one video are one source.")
    '19 of 30 students stepped into the echo trap here. Ten papers that repeat one video are one \
source.'
    """
    return f"{students} of {answered} students stepped into {lower(name)} here. {says}"


def lower(name: str) -> str:
    """Write the name of a slip inside a sentence.

    >>> lower("The echo trap"), lower("S1 alone")
    ('the echo trap', 'S1 alone')
    """
    return name[0].lower() + name[1:] if name.startswith("The ") else name


def key_said(r: float) -> str:
    """Say that a key may be wrong.

    >>> key_said(-0.41).replace(MINUS, "-")
    'Our key may be wrong here: students who do well elsewhere do badly on this question \
(correlation -0.41).'
    """
    return (
        "Our key may be wrong here: students who do well elsewhere do badly on this question "
        f"(correlation {hundredths(r)})."
    )


def sure_said(word: str, right: int, times: int) -> str:
    """Say how often the class was right with a word.

    >>> sure_said("very sure", 55, 100)
    'When students said “very sure”, they were right in 55 of 100 answers.'
    """
    return f"When students said “{word}”, they were right in {right:,} of {times:,} answers."


def alpha_said(label: str, alpha: float) -> str:
    """Say on what the class does not agree.

    >>> alpha_said("source", 0.31)
    'The class does not agree on which words to mark as “source” (alpha is 0.31).'
    """
    which = f"on which words to mark as “{label.lower()}”"
    return f"The class does not agree {which} (alpha is {hundredths(alpha)})."


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


def vote_said(first: str, many: int, second: str, fewer: int) -> str:
    """Say that a vote is split.

    >>> vote_said("Yes", 14, "No", 12)
    'The class is split: 14 say “Yes”, and 12 say “No”.'
    """
    return f"The class is split: {many} say {quoted(first)}, and {fewer} say {quoted(second)}."


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

    >>> shifted("The class became more suspicious.", "Cold read", "Second read")
    'The class became more suspicious. This compares “Cold read” with “Second read”.'
    """
    return f"{says} This compares “{before}” with “{after}”."


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
    '“unnamed” above “named”'
    """
    return f"“{version}” above “{than}”"


def slip_headline(name: str, students: int, tempted: int) -> str:
    """Say which slip most students showed.

    >>> slip_headline("The echo trap", 22, 30)
    'Most students stepped into the echo trap: 22 of 30.'
    """
    return f"Most students stepped into {lower(name)}: {students} of {tempted}."


def began(lesson: str, students: int, of: int) -> str:
    """Say on which lesson the fewest of a class worked.

    >>> began("09 · Later", 18, 30)
    'The fewest students worked on “09 · Later”: 18 of 30.'
    """
    return f"The fewest students worked on “{lesson}”: {students} of {of}."


def began_alike(students: int, of: int) -> str:
    """Say that as many of a class worked on each lesson.

    >>> began_alike(4, 4)
    '4 of 4 students worked on each lesson that is listed.'
    """
    return f"{students} of {of} students worked on each lesson that is listed."


def trial_said(first: tuple[str, float], second: tuple[str, float]) -> str:
    """Say how two groups rated, in per cent.

    >>> trial_said(("named", 62.0), ("unnamed", 51.5)).replace(NO_BREAK, " ")
    'Students who read “named” rated it at 62 % on average, those who read “unnamed” at 51.5 %.'
    """
    (one, rated), (other, otherwise) = first, second
    return (
        f"Students who read “{one}” rated it at {tenths(rated)}{NO_BREAK}% on average, those who "
        f"read “{other}” at {tenths(otherwise)}{NO_BREAK}%."
    )


def trial_difference(name: str, found: tuple[float, float, float]) -> str:
    """Write the difference of two groups with its 95 % interval, in percentage points.

    >>> trial_difference("“a” above “b”", (25.69, 15.2, 36.12))
    '“a” above “b”: 25.7 percentage points (95 % interval 15.2 to 36.1).'
    """
    middle, low, high = (tenths(value).replace("-", MINUS) for value in found)
    return f"{name}: {middle} percentage points (95 % interval {low} to {high})."


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
