"""Words of the lesson on paper: how to fill it in, what is left out, how to print it."""

from __future__ import annotations

from helpers.words.quoting import quoted

HOW = (
    "Work from the top down: tick one circle, or all the squares that fit, and circle the word "
    "that says how sure you are. Once you have talked about an answer, do not change it, but write "
    "the new one beside it."
)
FILL_IN = ("Code name", "Date")
"""What a student writes at the top; never a real name (R22)."""
PRINT_HOW = (
    "To print this sheet or to save it as a PDF, press Ctrl and P, or Command and P on a Mac, and "
    "choose {paper}. It is made for black and white. This line is not printed."
)
PAPERS = {"a4": "A4", "letter": "Letter"}
"""The sizes of paper, by the word that the command takes."""
KEY = "The instructor’s sheet · {title}"
KEY_HOW = (
    "Here are the questions, numbered as on the students’ sheet, with the answer where there is "
    "one, the reason for it, and the traps. Keep this sheet to yourself until the class has "
    "answered."
)
GRAPHIC = "graphic words left out"
SHOWN_LATER = "Your instructor shows you this once you have answered:"
ON_SCREEN = "This one moves, so it is only on the screen. Your instructor can show it to you."
TO_SHOW = "To show once the class has answered:"
CIRCLE = "How sure? Circle one:"
ORDER_HOW = "Write a number into each box. 1 is {first}, {number} is {last}."
MARK_HOW = (
    "Underline the words, and write under each underlined part what it is: {labels}. Then copy the "
    "first and the last word of each part here."
)
LETTERS = "ABCDEFGH"
VOICES_HOW = "On paper, write the letter of the voice into the box after each sentence."
COVER = (
    "Stop here. Do not read on, and do not turn the page, until you have written your range. A "
    "sheet of paper over the rest helps."
)
SWAP_HOW = (
    "Copy up to four of the words that you marked. Find each of them in the sentences here, in "
    "which the sides are exchanged, and tick what you would do."
)
MARKED = "What I marked"
RULE_HEADS = ("Rule", "What it gives")
TEST = "The questions"
TEST_HOW = (
    "Go by the report alone, and look back at it as often as you like. Tick one answer to each "
    "question, and circle the word that says how sure you are."
)
WHERE_TEMPTED = "Put under “{place}”:"
ALSO = "Also arguable:"
ARGUABLE = "Arguable, and costs nothing:"
NOT_HERE = "Nothing to mark:"
TIES = "Either may come first: “{one}” and “{other}”."
KNOWN = "It is {number} {unit}."
SHARP = "A narrow range, for comparison: {range}."
WORKED = "One way of many: {range}."
WORKED_HOW = (
    "There is no key. To compare with, each stop has a very cautious range, from the least to the "
    "most that was stated up to that day for any earlier day. The dead do not come back, so "
    "whoever accepts a later floor, such as “100 or more”, begins there and says why."
)
NOTHING_STATED = "Nothing is stated yet, so any range is a fair one."
READINGS = "Three careful readings of each sentence. There is no key."
VERSION = "Version {number}"
VERSIONS_HOW = (
    "The students’ sheet has version 1. Before you hand it out, draw half of the sheets by lot and "
    "stick version 2 over version 1. Nobody should see both before rating."
)
OWN_MARKS = "Each student works with marks of her own, so there is no key."
NO_KEY = "There is no key: each answer is a student’s own view."
RUBRIC = "What to look for"
MODEL = "Model answers"
HINTS = "Hints, if somebody is stuck:"
NO_LESSON = "There is no lesson “{name}”; there are {lessons}."
NO_FORM = "{lesson} has no form “{form}”; it has {forms}."
NO_TEST = "{lesson} is no test and has no forms; leave out --form."
NO_KEY_FILE = (
    "The key of form {form} is not in this folder; ask whoever gave you the kit for lessons/keys."
)
NOT_OURS = "{out} is no handout of the kit; name another file with --out."
NO_OUT = "Name the file to write after --out, or leave out --out."
READY = "The handout is in {out}; open it in any browser and print it."
READY_KEY = "The instructor’s sheet is in {out}; open it in any browser and print it."
NO_PLACE = "The handout cannot be written to {out}: {reason}."


def tempting(put: str, before: str) -> str:
    """Name an order that tempts.

    >>> tempting("“at least 40” (S1)", "Day 3")
    'If “‘at least 40’ (S1)” comes before “Day 3”:'
    """
    return f"If {quoted(put)} comes before {quoted(before)}:"
