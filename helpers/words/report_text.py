"""Words of the class report."""

from __future__ import annotations

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
    "Apart from second votes, everything here rests on first answers. A second try or a reset "
    "changes nothing in it. Questions that fewer than five students answered are not broken down."
)

SUMMARY = "Who handed in what"
SUMMARY_PICTURE = "A bar for each lesson, as long as the share of the class that worked on it."
SUMMARY_HEADS = ("Lesson", "Students who began it", "Share of those who handed in work")
SUMMARY_SOURCE = "Source: the files that were handed in."
STUDENTS_AXIS = "Share of those who handed in work"
MORE_IN = "You find each student and each file under"

DISCUSS = "Talk about these first"
NOTHING_TO_DISCUSS = (
    "Nothing stands out that the whole class should talk about. “Question by question” shows which "
    "questions some got wrong."
)
WENT_WELL = "Say first what went well:"
ON_THE_BOARD = "Put this on the board:"
ASK = "Ask:"
OUR_ANSWER = "Our answer:"
LISTEN_FOR = "What would settle it:"
TEMPTED_MOST = "The answer that tempted most often:"
CHOSEN = "Chosen most often:"
FOR_YOU = "For you:"
KEY_ASK = (
    "Which words of the report decide this? Let somebody who disagrees with our key explain why."
)
TEST_KEY_ASK = (
    "Which words of the test’s report decide this? Read it yourself. Talk about it in class only "
    "when everybody has taken the tests."
)
SHIFT_ASK = "Which sentence of today’s article is well sourced, and how do you know?"
TRUST_ASK = "Which sentence of today’s article is weakly sourced, and how do you know?"
SURE_ASK = "Think of an answer of which you were sure and which was wrong. What had you overlooked?"
ALPHA_ASK = (
    "Where does it begin, and where does it end? Which of these words belong to it, and why?"
)
EMPTY_ASK = "Does the passage have one at all? If you say yes, which words are it?"
VOTE_ASK = "Let one of each side say which words of the article they rest on. Then vote again."

SLIPS = "Slips"
SLIPS_SAID = (
    "A slip is a mistake with a name; students know it as a trap. It counts where a first answer "
    "is the one that the trap leads to, and that may have been a guess. The chart begins with the "
    "trap that caught the largest number of students. The tests are left out: once you talk about "
    "their questions, they test nobody."
)
SLIPS_PICTURE = (
    "A bar for each slip: the share of the students whom it could tempt and who showed it."
)
SLIPS_HEADS = ("Slip", "Students", "First answers", "Largest share in", "Words of the text")
SLIPS_SOURCE = "Source: first answers to questions in which the slip can show."
SLIPS_AXIS = "Share of those whom it could tempt"
NO_SLIPS = "No slip showed."
OTHERS = "All slips"

ARTICLE = "What the class marked in the article"
ARTICLE_SAID = (
    "The stronger the shade, the more students marked the words. The number after a stretch is how "
    "many marked it, as an average over its words; a stretch that fewer than a tenth marked has no "
    "number. A double line stands under the words of our key."
)
NOBODY_MARKED = "Nobody marked anything here."
IN_KEY = "in our key"
MARKED_TABLE = "Word by word"
MARKED_HEADS = ("Words", "Marked by", "In our key")
NO_ARTICLE = "Fewer than five students marked anything in the article."

ITEMS = "Question by question"
ITEMS_SAID = (
    "“Score” is the mean of the first answers; “went well” counts those that got at least four "
    "fifths. “With the rest” is a correlation. Near 1, students who do well in the rest of the "
    "lesson do well here, too. Near 0, the two have nothing to do with each other. Below 0 it may "
    "be chance, our key may be wrong, or the question may mislead careful students."
)
ITEMS_HEADS = ("Question", "Went well", "Score", "With the rest")
NO_ITEMS = "No question was answered by five students or more."
DOUBTFUL = "Questions to check"
KEYS_MAY_BE_WRONG = (
    "Here those who did well on the rest did worse than others. That is seldom chance, but among "
    "so many questions one may be. Read the question, and ask two good students for their reasons. "
    "If they convince you, tell us on the kit’s page on GitHub."
)
KEYS_BY_CHANCE = "With so few answers, these may be chance."
KEY_MAY_BE_WRONG = "Our key may be wrong."
KEY_BY_CHANCE = "It may well be chance, or our key may be wrong."
CHOSEN_PICTURE = "A bar for each answer, as long as the share of the class that chose it."
CHOSEN_AXIS = "Share of those who answered"
CHOSEN_HEADS = ("Answer", "Chosen by", "Share")
CHOSEN_SOURCE = "Source: the first answers of the class."
RIGHT_MARK = "✓ "
ITEM = "Item"
DISTRIBUTION = "What the class chose"

SURE = "How sure the class was"
SURE_PICTURE = (
    "A line for each of the five words. The hollow dot is the chance of being right that the word "
    "stands for, the full dot how often the class was right with it."
)
SURE_AXIS = "Share of right answers"
SURE_HEADS = ("Word", "The chance it stands for", "Right at the first try")
SURE_SOURCE = "Source: first answers to questions that ask how sure you are."
SURE_NOTE = (
    "Each word stands for a chance of being right: “guessing” for that of a blind guess, which "
    "depends on the number of options, and “certain” for 100 %. The hollow dot is that chance; the "
    "full dot is how often answers with this word got at least four fifths. Where the full one "
    "lies to the left, the class was surer than it was right. Nobody is graded on this."
)
BRIER = "The Brier score of the class"
BRIER_ROWS = (
    ("Brier score", "0 is always certain and right, 1 always certain and wrong."),
    ("Reliability", "How far the words are from the share that was right: 0 is best."),
    ("Resolution", "How well the words tell right answers from wrong ones: more is better."),
    ("Uncertainty", "How mixed the answers were: 0 if all were right or all wrong, 0.25 if half."),
)
CALIBRATED = "The class was about as often right as it was sure."
NOT_CLEAR = (
    "So few answers show no clear difference between how sure the class was and how often it was "
    "right."
)
TOO_SURE = "The class was surer than it was right."
TOO_UNSURE = "The class was right more often than it thought."
NO_SURE = "Fewer than five students said how sure they were."

CHANGE = "Before and after"
SHIFTS = {
    "sharper": "The class became better at telling sound passages from weak ones.",
    "sharper and more suspicious": (
        "The class became better at telling sound passages from weak ones. It also calls "
        "fewer passages sound than before."
    ),
    "sharper and more trusting": (
        "The class became better at telling sound passages from weak ones. It also calls "
        "more passages sound than before."
    ),
    "more suspicious": "The class became more suspicious, not more accurate.",
    "more trusting": "The class became more trusting, not more accurate.",
    "less sharp": "The class tells sound passages from weak ones less well than before.",
    "nothing clear": "No change of the class is clear.",
    "too few": "Fewer than ten students finished both tests, so only counts are given.",
}
"""What happened to a class between two tests, by the name that `measures/shift.py` gives it."""
SMALL_SHIFT = (
    "Only {students} students finished both tests, and another class may show something else. "
    "Where nothing is said of a gain or a loss, there may still be one."
)
FORMS = (
    "Nobody has measured yet whether the forms of the test are equally hard. Where half of a class "
    "takes two forms in the other order, such a difference largely evens out, but not in a small "
    "or a lopsided group. Where everybody has the same form, as in “Later”, a change may come from "
    "the form. There is no class without the lessons to compare with, so the report cannot say "
    "what caused a change."
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
    "How far the scores rose, in standard deviations. With 0 in the interval, it may be chance.",
)
GAIN, GAIN_SAYS = (
    "Normalised gain",
    "How much of what was left to gain was gained; losses are taken off.",
)
GAINED, GAINED_SAYS = "Gain alone", "The share of points missed before that went right after."
LOST, LOST_SAYS = "Loss alone", "The share of points right before that went wrong after."
KR20_BEFORE, KR20_AFTER = "KR-20 before", "KR-20 after"
KR20_SAYS = (
    "How well the questions of a test hold together. Below 0.6, say nothing about single students. "
    "Even at 0.8 a single score is uncertain by one or two questions either way."
)
KR20_SAYS_TOO = "The same of the later test."
PLACES = "Point by point"
PLACES_PICTURE = (
    "A line for each point of the test. The hollow dot is the first test, the full dot the later "
    "one."
)
PLACES_HEADS = ("Point", "Right before", "Right after", "Gained", "Lost")
PLACES_AXIS = "Share of those who got it right"
NO_CHANGE = "Fewer than five students finished two tests, so there is nothing to compare."

AGREEMENT = "How far the class agrees"
AGREEMENT_SAID = (
    "Krippendorff’s alpha is 1 where all students mark the same words, and 0 where they agree no "
    "more than by chance. The dashed lines stand at 0.667 and 0.8: below the first, build nothing "
    "on the marks; between the two, conclude with care; above the second, agreement is good. The "
    "line through a dot is its 95 % interval, found by drawing the words again and again. "
    "Neighbouring words are often marked together, so the true interval is wider."
)
AGREEMENT_LOW = (
    "A low alpha need not be the students’ fault: the rule for marking may be unclear, or hardly "
    "anybody used the label. Put the passage on the board, and let two students who differ explain "
    "where they began and ended. Write down a rule together, mark another passage by it, and see "
    "whether alpha rises."
)
AGREEMENT_PICTURE = "A dot on a line for each label of each exercise."
AGREEMENT_HEADS = ("Exercise and label", "Students", "Alpha", "95 % interval")
AGREEMENT_AXIS = "Krippendorff’s alpha"
AGREEMENT_SOURCE = "Source: first answers; the unit is a word, marked or not."
AGREEMENT_ELSEWHERE = (
    "This page has no numpy, with which it is measured how far a class agrees. Make the report "
    "with the kit on your own computer to see it. Everything else is here."
)
NO_AGREEMENT = "No passage was marked by ten students or more."

TEXTS = "In their own words"
TEXTS_SAID = (
    "These texts are not marked. If you mark them, let two people give 0 to 3 points for each line "
    "of the rubric, without seeing each other’s points, and then talk about every line on which "
    "they differ by more than one point. If you are alone, take a few that puzzle you, and mark "
    "them again another day."
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
TRIAL_G = "Hedges’ g of the two groups: {g}."
TRIAL_FEW = "At least one group has fewer than five students, so the ratings are not compared."
NO_TRIAL = "Only one version has been rated, or none, so there is nothing to compare."

VOTES = "Votes, first and again"
VOTES_SAID = (
    "Votes are not marked. The hollow dot is the first vote, the full dot the second one, later in "
    "the lesson."
)
VOTES_PICTURE = "A line for each option: the share of the class that took it, first and again."
VOTES_HEADS = ("Option", "First", "Again")
VOTES_AXIS = "Share of those who voted"
VOTES_SOURCE = "Source: the votes of the class."
NO_VOTES = "Fewer than five students took part in a vote."

STUDENTS = "Student by student"
STUDENTS_HEADS = ("Student", "All")
STUDENTS_SAID = (
    "The table says how many questions each student answered, in all and in each lesson."
)
FILES = "Files that were read"
FILE_HEADS = ("File", "Whose", "New answers and steps", "Known from other files")
LEFT_OUT = "What was left out"
LEFT_OUT_HEADS = ("File", "Why")
TWO_OF_A_NAME = (
    "More than one workbook has this code name, or each of these: {names}. They may be one "
    "student’s, or belong to two who chose the same name. Here they are counted apart; the "
    "gradebook takes them as one student."
)
NO_NAME = "no code name ({workbook})"
