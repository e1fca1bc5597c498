"""Every word of the interface that a learner sees, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.base import Grade
from helpers.kinds.standing import sure_and_right
from helpers.vocabulary import Label, Told

if TYPE_CHECKING:
    from helpers.kinds.standing import Result
    from helpers.topics.anonymity import Heard

GRADES = {
    Grade.RIGHT: ("✓", "fits"),
    Grade.CLOSE: ("≈", "close"),
    Grade.ARGUABLE: ("◇", "arguable"),
    Grade.MISSED: ("○", "missed"),
    Grade.WRONG: ("✗", "does not fit"),
}
TEXT_KINDS = {"seed": "", "twin": "twin", "constructed": "constructed"}
LABELS = {label: label.value for label in Label} | {Label.LOADED: "loaded word"}
SPOTS = {
    "exact": "exact",
    "overlap": "overlap",
    "beyond": "yours only",
    "missed": "missed",
    "arguable": "arguable",
    "stray": "not here",
}
SPOTS_MEAN = {
    "exact": "your words and ours are the same, small words at the edges apart.",
    "overlap": "you and we marked these words.",
    "beyond": "you marked these words, we did not.",
    "missed": "we marked these words, you did not.",
    "arguable": "careful readers differ here; it costs nothing.",
    "stray": "nothing of this label stands here.",
}

FEEDBACK = "Feedback"
HOW_SURE = "How sure are you?"
ALL = 100
GUESSING = "guessing"
CERTAIN = "certain"
COMMIT = "Keep my answer"
COMMITS = {
    "poll": "Keep my vote",
    "panel": "Keep my decision",
    "estimate": "Keep my ranges",
    "journey": "Keep my range",
    "rate": "Keep my ratings",
    "swap": "Keep my answers",
    "trial": "Keep my rating",
    "write": "Keep my text",
}
"""What the button says where an answer is not simply an answer."""
AGAIN = "Try once more"
REVEAL = "Show the whole picture"
RESET = "Start this exercise again"
UNDO = "Undo: bring my answer back"
SURE_FIRST = "Say how sure you are, too."
KEPT_DISK = "Saved in your workbook and in this browser."
KEPT_BROWSER = (
    "Your work folder takes no more (full or read-only). Your answer is kept in this browser: "
    "use “Download my work” at the top of the lesson."
)
YOUR_ANSWER = "your answer"
YOUR_ORDER = "You put it in place"
BELONGS = "It belongs in place"
BELONGS_UNDER = "It belongs under:"
YOU_SAID = "You said you were"
SETTLE = "What would settle it:"
THE_WORDS = "The words:"
SLIP = "This slip has a name:"
PLACE_FOR = "Where does it belong?"
MOVE_UP = "Move up:"
MOVE_DOWN = "Move down:"
ORDER_HOW = "Use the arrows, or drag. First:"
ORDER_LAST = "Last:"
FOLDED = "graphic words, folded"
GUESS_HELD = "Nothing is marked right or wrong here."
FIRST_VOTE = "Before"
SECOND_VOTE = "Now"

PANEL_HOW = "Careful people differ here, so there is no key. You will see how others decide."
PANEL_HEADS = ("Decision", "How the panel divides")
PANEL_SPREAD = "The panel"
SAME_AS_BEFORE = "You decided as before."
NOT_AS_BEFORE = "You decided differently this time."
MADE_UP = "Constructed for teaching. Not a news report."
OTHERS_SAW = "What others saw"
YOUR_TEXT = "Your text"
SEEN = "What the kit can see in your text. It looks for words; it does not understand them."
PROBED = {True: ("✓", "found"), False: ("○", "not found")}
RATE = "Now be your own editor"
RATE_HOW = (
    "You may still mend your text. Rate it on every row, keep it once more, and you will see "
    "what others wrote."
)
YOUR_RATING = "How you rated it"
MODELS = "What others could write"

VOICES = "Who speaks"
VOICE = "Voice"
SHARE = "Share of the words"
WRITER = "the writer"
NOT_TOLD = "not told"
NO_NEED = "named"
LABEL_CHANGES = "The label changes on the way."
COULD_TELL = "What could have been told without a name"
CONDITIONS = "The conditions"

MARK_LABEL = "Label for the next mark"
MARK_PASSAGE = (
    "The passage, word by word. Arrow keys move, Shift and arrow keys stretch, Space marks."
)
MARK_HOW = (
    "Drag over words with the mouse, or tap the first word and then the last. With the keyboard: "
    "arrow keys move, Shift with arrow keys stretches, Space marks, Escape lets go."
)
MARK_LIST = "Mark from lists instead"
MARK_FIRST = "First word"
MARK_LAST = "Last word"
MARK_BUTTON = "Mark these words"
YOUR_MARKS = "Your marks"
NO_MARKS = "None yet."
LEGEND = "How to read the marks"

EXAMPLE = "A worked example"
NOT_THERE = "not in the sentence"
NOT_PRINTED = "not in the article"
POINT = "Point"
SOURCES = "Where this stands"
READ = {"excerpt": "an excerpt was read", "copy": "a re-published copy was read"}
CLOSED = "Not open yet"
OPENS_AFTER = "This opens once you have kept your answer to:"
BLOCKED = "This browser keeps no copy (private window?). Download your work before you leave."
PROGRESS = "Your progress"
STILL_OPEN = "Still open"
MAP = "The lessons"
SUMMARY = "Your results in words"
NOTHING_YET = "Nothing is answered yet. Come back here when you have kept some answers."
SEE_AGAIN = "Worth a second look:"
YOUR_SLIPS = "Slips that showed, by name:"
WELL = 0.8
"""From this share on an exercise counts as gone well."""
NEAR = 8
"""A gap of so many percentage points is no gap."""
SURE = 85
"""From this percentage on an answer counts as given with confidence."""
INFERRED = "(our inference, not shown)"
CHAIN_PICTURE = "A chain of boxes from the claim down to its origins. The list below says the same."

BAR_TITLE = "Your work"
CODE_NAME = "Code name"
NO_CODE = "none yet"
CHOOSE_CODE = "Choose a code name"
CODE_HINT = "Not your real name. Letters, digits and hyphens. Nothing is sent anywhere."
USE_CODE = "Use this code name"
ANOTHER_CODE = "Suggest another"
DOWNLOAD = "Download my work"
LOAD = "Load my work"
RESET_LESSON = "Start this lesson again"
UNDO_LESSON = "Undo: bring the lesson's answers back"
STOPPING = "If the server is about to stop (Binder does, after a while without use)"
STOPPING_STEPS = (
    "Press “Download my work”. It works even when the server is gone already.",
    "Next time, open the kit again, run this lesson, and press “Load my work”.",
    "In the same browser you are offered your answers without any file.",
)
BRING_BACK = "Bring them back"
LEAVE = "Leave them"
ADD_ANYWAY = "Add these answers"
DO_NOT_ADD = "Do not add them"
LEFT = "They stay in this browser, untouched."
NOT_ADDED = "Nothing was added."

FOR_THE_BROWSER = {
    "silent": (
        "No word from the kernel yet. Your answer is kept in this browser. If this stays, choose "
        "Kernel, then “Restart Kernel and Run All Cells”: your answer comes back."
    ),
    "moved": "Moved to place {place} of {all}.",
    "marked": "Marked as {label}: {words}",
    "removed": "Mark removed: {words}",
    "nudged": "Now: {words}",
    "start": "Start: {words}. Tap the last word; tap the same word again for one word alone.",
    "stretch": "Selected: {words}",
    "none": "None yet.",
    "remove": "Remove",
    "piece": "Add a piece",
    "pieceNext": "The next words you mark join this mark.",
    "startSign": "start",
    "endSign": "end",
    "startLeft": "Start one word earlier",
    "startRight": "Start one word later",
    "endLeft": "End one word earlier",
    "endRight": "End one word later",
    "taken": "One of these words has a label already. Here each word takes one label.",
    "gap": " … ",
    "large": "This file is too large for a workbook.",
    "unreadable": "The browser could not read this file.",
    "downloaded": "Your work is in the file {name}.",
}


def confidence(percent: int, *, lowest: bool) -> str:
    """Name a step of confidence.

    >>> confidence(100, lowest=False)
    '100 % certain'
    """
    word = GUESSING if lowest else CERTAIN if percent == ALL else ""
    return f"{percent} % {word}".strip()


def counted(number: int, one: str, many: str) -> str:
    """Say a number with its word.

    >>> counted(1, "answer", "answers")
    '1 answer'
    """
    return f"{number} {one if number == 1 else many}"


def kept(answers: int, folder: str, *, on_disk: bool) -> str:
    """Say how many answers are kept and where."""
    said = counted(answers, "answer", "answers")
    where = f"on disk in {folder} and in this browser" if on_disk else "in this browser only"
    return f"{said} kept, {where}"


def offer(code: str, answers: int) -> str:
    """Offer what the browser still holds."""
    whose = f"of code name {code}" if code else "without a code name"
    return f"This browser still holds {counted(answers, 'entry', 'entries')} {whose}."


def other_code(theirs: str, mine: str) -> str:
    """Ask before a file with another code name is added."""
    return f"This file belongs to code name {theirs}; yours is {mine}. Add its answers to yours?"


def loaded(added: int, known: int, damaged: int) -> str:
    """Say what loading came to."""
    said = f"{counted(added, 'entry', 'entries')} added, {known} were here already."
    if damaged:
        said += f" {counted(damaged, 'line', 'lines')} could not be read and lie in a file beside."
    return said


def damaged(lines: int) -> str:
    """Report damaged lines found on opening."""
    were = "was" if lines == 1 else "were"
    return f"{counted(lines, 'line', 'lines')} of your work {were} damaged; the rest is here."


def of_all(some: int, of: int) -> str:
    """Say how many of all.

    >>> of_all(2, 3)
    '2 of 3'
    """
    return f"{some} of {of}"


def before_and_now(before: str, now: str) -> str:
    """Set an earlier decision beside this one."""
    return f"Then: {before}. Now: {now}."


def voices_finding(heard: tuple[Heard, ...]) -> str:
    """State who speaks in a text, and for how many no reason is given to leave out the name."""
    unnamed = [one for one in heard if not one.voice.named]
    bare = sum(Told.REASON in one.untold for one in unnamed)
    voices = counted(len(heard), "voice is heard", "voices are heard")
    return (
        f"{voices}, {len(unnamed)} of them without a name. For {bare} of these no reason is given."
    )


def share(words: int, part: float) -> str:
    """Say how many words, and how large a part of the text that is.

    >>> share(44, 0.121)
    '44 words, 12 %'
    """
    return f"{counted(words, 'word', 'words')}, {round(100 * part)} %"


def whose_rule(owners: list[str]) -> str:
    """Name those whose rules stand behind a condition.

    >>> whose_rule(["AP", "Reuters", "AP"])
    'Whose rule: AP, Reuters'
    """
    return f"Whose rule: {', '.join(dict.fromkeys(owners))}"


def rated(percent: int) -> str:
    """Repeat a rating."""
    return f"You gave it {percent} %."


def first_look(score: float) -> str:
    """Sum up a first attempt that left something to mend."""
    return f"So far {round(100 * score)} % of this fits."


def hint(number: int, of: int) -> str:
    """Name a hint.

    >>> hint(1, 2)
    'Hint 1 of 2'
    """
    return f"Hint {number} of {of}" if of > 1 else "Hint"


def minutes(number: int) -> str:
    """Say how long a lesson takes."""
    return f"about {number} minutes"


def progress(done: int, of: int) -> str:
    """Say how much of a lesson is answered."""
    return f"{done} of {of} cards are answered."


def chain_finding(steps: int, origins: int) -> str:
    """State what a chain shows."""
    ends = counted(origins, "origin that is known", "origins that are known")
    return f"What rests on what: {steps} steps down to {ends}. A dashed line is our inference."


def went_well(well: int, of: int) -> str:
    """Say how many first attempts went well."""
    return f"At the first attempt, {well} of {of} exercises went well (four fifths right or more)."


def calibration(found: tuple[Result, ...]) -> list[str]:
    """Say in words how confidence and outcome went together.

    >>> from helpers.kinds.standing import Result
    >>> calibration((Result("x", 1.0, 100, ()),))[0]
    'On average you were 100 % sure, and your answers were 100 % right. The two went together.'
    """
    sure = round(sum(result.confidence for result in found) / len(found))
    fits = round(100 * sum(result.score for result in found) / len(found))
    average = f"On average you were {sure} % sure, and your answers were {fits} % right."
    said = [f"{average} {_gap(sure - fits)}"]
    count, right = sure_and_right(found, SURE)
    if count:
        times = f"{SURE} % sure or more {counted(count, 'time', 'times')}"
        said.append(f"You were {times}; those answers were {round(100 * right)} % right.")
    return said


def _gap(gap: int) -> str:
    if abs(gap) <= NEAR:
        return "The two went together."
    return (
        "You were surer than you were right."
        if gap > 0
        else "Your answers were better than you thought."
    )
