"""Words about keeping work: files, code names, what the page sent."""

from __future__ import annotations

from helpers.words.counted import counted

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
STOPPING = "If the server is about to stop (Binder does, after a while without use)"
STOPPING_STEPS = (
    "Press “Download my work”. It works even when the server is gone already.",
    (
        "Next time, open any lesson of the kit, open “Your work” at the top, press “Load my work” "
        "and choose the file."
    ),
    (
        "In the same browser and at the same web address, your answers come back without any file. "
        "Keep the file all the same: Binder may give you another address."
    ),
)
THAT_IS_ME = "That is me"
MINE = "Yes, they are mine"
SOMEBODY_ELSE = "I am somebody else"
ANOTHER_NAME = "I want another name"
ADD_ANYWAY = "It is mine: add these answers"
DO_NOT_ADD = "Do not add them"
WHOSE_PAGE = "There are answers here already, without a code name. Are they yours?"
ALL_RESET = "its answers were reset and can be brought back"
NOT_ADDED = "Nothing was added."
KEPT_BOTH = "Saved in your workbook and in this browser."
KEPT_DISK = "Saved in your workbook."
KEPT_BROWSER = (
    "Your work folder takes no more (full or read-only). Your answer is kept in this browser: "
    "use “Download my work” at the top of the lesson."
)
KEPT_NOWHERE = (
    "Your answer is not kept: neither your work folder nor this browser takes any more. It still "
    "stands here. Press “Download my work” before you leave, make room, and send it again."
)
NOT_ON_DISK = (
    "Your work folder takes no more (full or read-only): use “Download my work” at the top of the "
    "lesson."
)
BLOCKED = (
    "This browser keeps no copy (it is full, or this is a private window). Download your work "
    "before you leave."
)
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
NEWER_FILE = (
    "This file was written by a newer edition of the kit. It was put into your work folder as it "
    "is; a newer kit can read it."
)
NEWER_FILE_UNKEPT = (
    "This file was written by a newer edition of the kit, and your work folder takes no more. Keep "
    "the file, and load it with a newer kit."
)
KEEP_THE_FILE = (
    "Your work folder is full or read-only, so not all of the file could be saved there. Keep the "
    "file that you loaded."
)
OVERLONG = (
    "A file in your work folder is longer than any workbook. Only its beginning was read; the file "
    "is left as it is."
)
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
    places = [f"on disk in {folder}"] * on_disk + ["in this browser"] * copied
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

    >>> loaded(2, 1, 0, 0), loaded(0, 3, 0, 0)
    ('2 answers restored. 1 was here already.', '0 answers restored. 3 were here already.')
    """
    said = f"{counted(added, 'answer', 'answers')} restored."
    if known:
        said += f" {counted(known, 'was', 'were')} here already."
    if damaged:
        said += f" {_unread_lines(damaged, kept=rest_kept)}"
    if newer:
        said += f" {newer_lines(newer, kept=rest_kept)}"
    return said if rest_kept else f"{said} {KEEP_THE_FILE}"


def _unread_lines(lines: int, *, kept: bool) -> str:
    said = f"{counted(lines, 'line', 'lines')} could not be read"
    return (
        f"{said}. {_it_is(lines)} kept in a separate file in your work folder."
        if kept
        else f"{said}."
    )


def newer_lines(lines: int, *, kept: bool = True) -> str:
    """Report what only a later edition can read."""
    said = f"{counted(lines, 'line was', 'lines were')} written by a newer edition of the kit"
    return (
        f"{said}. {_it_is(lines)} kept in your work folder for that edition."
        if kept
        else f"{said}."
    )


def _it_is(number: int) -> str:
    return "It is" if number == 1 else "They are"


def damaged(lines: int) -> str:
    """Report damaged lines found on opening."""
    were = "was" if lines == 1 else "were"
    return f"{counted(lines, 'line', 'lines')} of your work {were} damaged; the rest is here."
