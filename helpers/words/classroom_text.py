"""Words about what a class handed in: what could not be read, why, and what to do."""

from __future__ import annotations

from helpers.words.counted import counted

PLACE_MISSING = "There is nothing at {place}: check how the name is spelled."
PLACE_CLOSED = "{place} cannot be read ({reason}): check its permissions."
NO_PLACE = (
    "{place} is neither a folder nor a ZIP file: name the folder or the ZIP file that holds your "
    "students’ work."
)
PLACE_REFUSED = "{place} was not read. {why}"
PLACE_TOO_FULL = (
    "{place} holds more than {most:,} files: divide it, and make a report of each part."
)

ASK = "Ask for the file that “Download my work” makes."
EMPTY = f"The file is empty. {ASK}"
NO_ANSWERS = f"It holds no answers that the kit can read. {ASK}"
NOT_BEGUN = "It was downloaded before anything was answered. Ask for a newer file."
DRAFT = (
    "It holds an answer that was begun and not sent, and only answers that were sent count. Ask "
    "the student to send it and to download the work again."
)
FOREIGN = f"It is {{what}} and holds no answers. {ASK}"
NOTEBOOK = (
    "It is a notebook, and the answers are never in the notebook: they are in the file that "
    "“Download my work” makes. Ask for that file."
)
A_PDF = "a PDF"
A_PICTURE = "a picture"
A_RECORDING = "a sound or a film"
A_PAGE = "a web page"
A_DOCUMENT = "an Office document"
PACKED_OTHERWISE = (
    "It is packed, but not as a ZIP file. Unpack it, and put the unpacked files in its place."
)
NEWER = "It was made by a newer edition of the kit. Update this kit to read it."

TOO_LARGE = f"It is larger than {{most}} MB, and no student’s work is. {ASK}"
TOO_MANY_LINES = f"It has more than {{most:,}} lines, and no student’s work has. {ASK}"
TOO_MANY_WORKBOOKS = (
    "It holds the work of more than {most} people, and no computer is shared by so many. Ask each "
    "of them for a file."
)
TOO_MANY_EVENTS = (
    "Other files of the same student hold nearly {most:,} answers already, and nobody gives more. "
    "Ask which of the files counts."
)
LINK = "It is a link, and links are not followed. Put the file or the folder itself there."
NO_FILE = "It is a pipe, a device or something else that is not a file. Remove it."
CLOSED = "It cannot be opened ({reason}). Check its permissions."

LEADS_OUT = "Its name leads out of the ZIP file, so it was not opened. Ask for it under a new name."
LOCKED = "It is locked with a password. Ask for it without one."
PACKED_STRANGELY = (
    "It is packed in a way that the kit does not know. Unpack the ZIP file, and name the folder."
)
DAMAGED_ZIP = "It is damaged. Ask for it again."
ZIP_TOO_DEEP = "It is a ZIP file inside two others. Unpack the outermost, and name the folder."
ZIP_TOO_FULL = "It is a ZIP file with more than {most:,} files. Unpack it, and name the folder."


def damaged_lines(number: int) -> str:
    """Say that some lines of a file are damaged.

    >>> damaged_lines(1)
    '1 line of it is damaged. The rest was read. Ask for the file again if an answer is missing.'
    """
    are = "is" if number == 1 else "are"
    return (
        f"{counted(number, 'line', 'lines')} of it {are} damaged. The rest was read. "
        "Ask for the file again if an answer is missing."
    )


def newer_lines(number: int) -> str:
    """Say that only a newer kit can read some lines of a file.

    >>> newer_lines(2)
    '2 lines of it were written by a newer edition of the kit. Update this kit to read them too.'
    """
    were, them = ("was", "it") if number == 1 else ("were", "them")
    return (
        f"{counted(number, 'line', 'lines')} of it {were} written by a newer edition of the kit. "
        f"Update this kit to read {them} too."
    )


def rest_too_large(files: int, most: int) -> str:
    """Say that a place holds more than is read in one go: `most` is in MB.

    >>> rest_too_large(1, 500)
    'It holds more than 500 MB. The last file was not read: make a report of it by itself.'
    """
    were = "file was" if files == 1 else f"{files:,} files were"
    them = "it by itself" if files == 1 else "them by themselves"
    return f"It holds more than {most:,} MB. The last {were} not read: make a report of {them}."
