"""Words about keeping work: files, code names, what the page sent."""

from __future__ import annotations

from helpers.words.counted import counted

ANSWER_TOO_LONG = "This answer is too long to keep: {most:,} characters at most."
NOT_AN_EVENT = "The page sent something that is not an answer. Nothing was changed."
NONSENSE = "The page sent something that makes no sense here. Nothing was changed."
NO_CODE_NAME = "A code name has 2 to 24 letters, digits or hyphens, such as “amber-heron-27”."
FILE_TOO_LARGE = "This file is too large for a workbook: {most} MB at most."
TOO_MANY_LINES = "This file has more than {most:,} lines; no workbook has."
NO_ANSWERS = "This file holds no answers that the kit can read. Nothing was changed."

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
KEPT_DISK = "Saved in your workbook and in this browser."
KEPT_BROWSER = (
    "Your work folder takes no more (full or read-only). Your answer is kept in this browser: "
    "use “Download my work” at the top of the lesson."
)
BLOCKED = "This browser keeps no copy (private window?). Download your work before you leave."


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
