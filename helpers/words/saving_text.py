"""Words about keeping work: files, code names, what the page sent."""

from __future__ import annotations

from helpers.words.counted import counted
from helpers.words.kept_text import here

ANSWER_TOO_LONG = "This answer is too long to keep: {most:,} characters at most."
NOT_AN_EVENT = "The page sent something that is not an answer. Nothing was changed."
NONSENSE = "The page sent something that makes no sense here. Nothing was changed."
NO_CODE_NAME = "A code name has 2 to 24 letters, digits or hyphens, such as “amber-heron-27”."
FILE_TOO_LARGE = "This file is too large for a workbook: {most} MB at most."
TOO_MANY_LINES = "This file has more than {most:,} lines; no workbook has."
NOT_ONE_FILE = (
    "This ZIP holds more than one file, or none: unpack it and load the one with your work."
)
NO_ANSWERS = "This file holds no answers that the kit can read. Nothing was changed."

BAR_TITLE = "Your work"
CODE_NAME = "Code name"
NO_CODE = "none yet"
CHOOSE_AT = "choose one in the first lesson"
NO_ANSWERS_YET = "no answers yet"
CHOOSE_CODE = "Choose a code name"
CODE_HINT = "Not your real name. Letters, digits and hyphens. Nothing is sent anywhere."
USE_CODE = "Use this code name"
ANOTHER_CODE = "Suggest another"
DOWNLOAD = "Download my work"
LOAD = "Load my work"
RESET_LESSON = "Start this lesson again"
UNDO_LESSON = "Undo: bring back the answers to this lesson"
THAT_IS_ME = "That is me"
MINE = "Yes, they are mine"
SOMEBODY_ELSE = "I am somebody else"
ANOTHER_NAME = "I want another name"
ADD_ANYWAY = "It is mine: add these answers"
DO_NOT_ADD = "Do not add them"
WHOSE_PAGE = "There are answers here already, without a code name. Are they yours?"
ALL_RESET = "its answers were reset and can be brought back"
NOT_ADDED = "Nothing was added."
OTHERS_PAGE = (
    "This page belongs to somebody else now, so your answer was not added to theirs. Reload the "
    "page to go on with your own work."
)
ANSWERED_MEANWHILE = (
    "This exercise was answered in another window in the meantime. You see that answer here."
)
NAME_IS_HERE = (
    "Somebody has worked here as {code}. If that was you, say so at the top of the lesson; if it "
    "was not, choose another name."
)
REAL_NAME = (
    "This looks like a real name. Whoever reads the file that you hand in sees your code name, so "
    "choose one that does not say who you are."
)
USE_ANYWAY = "Use it all the same"
CHOOSE_ANOTHER = "Choose another name"
SAME_NAME = "{code} is your code name already."
NEW_NAME_OR_SOMEBODY = "Are you somebody else, or do you want another name?"
SHADES = (
    *("amber", "azure", "beige", "black", "blue", "brown", "copper", "coral", "cream", "ebony"),
    *("emerald", "golden", "green", "grey", "hazel", "indigo", "ivory", "jade", "lilac", "lime"),
    *("mauve", "olive", "orange", "pearl", "pink", "plum", "purple", "red", "rose", "ruby"),
    *("russet", "rust", "sandy", "silver", "teal", "umber", "violet", "white", "wine", "yellow"),
)
BIRDS = (
    *("auk", "avocet", "bunting", "bustard", "coot", "crake", "crane", "curlew", "dipper", "dove"),
    *("dunlin", "eider", "falcon", "finch", "gannet", "goose", "grebe", "gull", "harrier", "hawk"),
    *("heron", "hobby", "ibis", "jackdaw", "jay", "kestrel", "kite", "knot", "lark", "linnet"),
    *("martin", "merlin", "oriole", "osprey", "owl", "petrel", "pipit", "plover", "puffin", "rail"),
    *("raven", "robin", "rook", "ruff", "shrike", "siskin", "snipe", "stork", "swan", "swift"),
    *(
        "teal",
        "tern",
        "thrush",
        "tit",
        "wagtail",
        "warbler",
        "whimbrel",
        "wigeon",
        "wren",
        "wryneck",
    ),
)


def in_short(code: str, answers: int, *, kept: bool) -> str:
    """Say in a line how the work stands, without where it lies."""
    said = counted(answers, "answer", "answers") if answers else NO_ANSWERS_YET
    if answers:
        said += " kept" if kept else ", not kept anywhere yet"
    return f"{BAR_TITLE}: {said} · {code}" if code else f"{BAR_TITLE}: {said}"


def kept(answers: int, folder: str, *, on_disk: bool, copied: bool) -> str:
    """Say how many answers are kept and where."""
    said = counted(answers, "answer", "answers")
    at = here().first_at.format(folder=folder)
    # In a browser alone, both copies are in one place.
    places = dict.fromkeys([at] * on_disk + ["in this browser"] * copied)
    return f"{said} kept, {' and '.join(places)}" if places else f"{said}, not kept anywhere yet"


def whose_page(code: str) -> str:
    """Ask whether the answers on the page are those of whoever sits here."""
    return f"These are the answers of {code}. Are they yours?" if code else WHOSE_PAGE


def offer(code: str, answers: int) -> str:
    """Offer work that lies here or in the browser."""
    said = counted(answers, "answer", "answers") if answers else ALL_RESET
    whose = f"of {code}" if code else "without a code name"
    return f"There is also work {whose} here ({said})."


def whose_file(theirs: str, mine: str) -> str:
    """Ask before a file that may be somebody else's is added."""
    if not theirs:
        return "This file names nobody. Is it yours?"
    if theirs == mine:
        return f"This file says {theirs}, as you do, but it began as another workbook. Is it yours?"
    return f"This file belongs to {theirs}. Is it yours?"


def loaded(added: int, known: int, damaged: int, newer: int, *, rest_kept: bool = True) -> str:
    """Say what loading came to; `rest_kept`: what is damaged or newer lies in the folder now.

    >>> loaded(2, 1, 0, 0)
    '2 answers restored, counting every try. 1 was here already.'
    >>> loaded(0, 3, 0, 0)
    '0 answers restored. 3 were here already.'
    """
    # Elsewhere on the bar an exercise with two tries is one answer.
    tries = ", counting every try" if added > 1 else ""
    said = f"{counted(added, 'answer', 'answers')} restored{tries}."
    if known:
        said += f" {counted(known, 'was', 'were')} here already."
    if damaged:
        said += f" {_unread_lines(damaged, kept=rest_kept)}"
    if newer:
        said += f" {newer_lines(newer, kept=rest_kept)}"
    return said if rest_kept else f"{said} {here().keep_the_file}"


def _unread_lines(lines: int, *, kept: bool) -> str:
    said = f"{counted(lines, 'line', 'lines')} could not be read"
    return f"{said}. {_it_is(lines)} kept {here().set_aside_at}." if kept else f"{said}."


def newer_lines(lines: int, *, kept: bool = True) -> str:
    """Report what only a later edition can read."""
    said = f"{counted(lines, 'line was', 'lines were')} written by a newer edition of the kit"
    return f"{said}. {_it_is(lines)} kept {here().newer_at}." if kept else f"{said}."


def _it_is(number: int) -> str:
    return "It is" if number == 1 else "They are"


def damaged(lines: int) -> str:
    """Report damaged lines found on opening."""
    were = "was" if lines == 1 else "were"
    return f"{counted(lines, 'line', 'lines')} of your work {were} damaged; the rest is here."
