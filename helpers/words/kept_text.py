"""What is said of where answers are kept: on a computer, or in a browser alone."""

from __future__ import annotations

import os
from typing import NamedTuple


class KeptWords(NamedTuple):
    """The sentences of one place. Each answer has two copies there, where all is well."""

    both: str
    first: str
    """Only the first copy is there: that of Python."""
    second: str
    """Only the second copy is there: that of the page."""
    nowhere: str
    not_first: str
    """Not all answers have a first copy."""
    not_second: str
    first_at: str
    """Where the first copy lies, after “12 answers kept,”."""
    set_aside_at: str
    newer_at: str
    newer_file: str
    newer_file_unkept: str
    keep_the_file: str
    overlong: str
    silent: str
    """What the page says by itself where Python does not answer; the page has its copy."""
    leaving: str
    """The title of what to do before one leaves."""
    leaving_steps: tuple[str, ...]


_SILENT = (
    "The engine behind this page has not answered yet. Please wait. Your answer is kept in this "
    "browser and comes back by itself. If nothing happens for a minute, open “Your work” at the "
    "top of the lesson and press “Download my work”: your answer is in the file. Then reload the "
    "page"
)
ON_A_COMPUTER = KeptWords(
    both="Saved in your workbook and in this browser.",
    first="Saved in your workbook.",
    second=(
        "Your work folder takes no more (full or read-only). Your answer is kept in this browser: "
        "use “Download my work” at the top of the lesson."
    ),
    nowhere=(
        "Your answer is not kept: neither your work folder nor this browser takes any more. It "
        "still stands here. Press “Download my work” before you leave, make room, and send it "
        "again."
    ),
    not_first=(
        "Your work folder takes no more (full or read-only): use “Download my work” at the top of "
        "the lesson."
    ),
    not_second=(
        "This browser keeps no copy (it is full, or this is a private window). Download your work "
        "before you leave."
    ),
    first_at="on disk in {folder}",
    set_aside_at="in a separate file in your work folder",
    newer_at="in your work folder for that edition",
    newer_file=(
        "This file was written by a newer edition of the kit. It was put into your work folder as "
        "it is; a newer kit can read it."
    ),
    newer_file_unkept=(
        "This file was written by a newer edition of the kit, and your work folder takes no more. "
        "Keep the file, and load it with a newer kit."
    ),
    keep_the_file=(
        "Your work folder is full or read-only, so not all of the file could be saved there. Keep "
        "the file that you loaded."
    ),
    overlong=(
        "A file in your work folder is longer than any workbook. Only its beginning was read; the "
        "file is left as it is."
    ),
    silent=f"{_SILENT}, unless it says that the server does not answer.",
    leaving="If the server is about to stop (Binder does, after a while without use)",
    leaving_steps=(
        "Press “Download my work”. It works even when the server is gone already.",
        (
            "Next time, open any lesson of the kit, open “Your work” at the top, press “Load my "
            "work” and choose the file."
        ),
        (
            "In the same browser and at the same web address, your answers come back without any "
            "file. Keep the file all the same: Binder may give you another address."
        ),
    ),
)
IN_A_BROWSER = KeptWords(
    both="Saved in this browser.",
    first="Saved in this browser.",
    second=(
        "Only one of the two copies of your answer could be kept. The browser may be nearly full, "
        "this may be a private window, or the site’s address may begin with http:// instead of "
        "https://. Before you leave, press “Download my work” at the top of the lesson."
    ),
    nowhere=(
        "Your answer is not kept: this browser takes no more. It still stands here. Press "
        "“Download my work” before you leave, make room, and send it again."
    ),
    not_first=(
        "Not all of your answers have both copies in this browser. The browser may be nearly full, "
        "this may be a private window, or the site’s address may begin with http:// instead of "
        "https://. Before you leave, press “Download my work” at the top of the lesson."
    ),
    not_second=(
        "This browser keeps no second copy of your answers (it is nearly full). Download your work "
        "before you leave."
    ),
    first_at="in this browser",
    set_aside_at="apart from the rest in this browser",
    newer_at="in this browser for that edition",
    newer_file=(
        "This file was written by a newer edition of the kit. This browser keeps it as it is; a "
        "newer kit can read it."
    ),
    newer_file_unkept=(
        "This file was written by a newer edition of the kit, and this browser takes no more. Keep "
        "the file, and load it with a newer kit."
    ),
    keep_the_file=(
        "This browser is nearly full, so not all of the file could be saved in it. Keep the file "
        "that you loaded."
    ),
    overlong=(
        "A file that this browser keeps is longer than any workbook. Only its beginning was read; "
        "it is left as it is."
    ),
    silent=f"{_SILENT}.",
    leaving="Your answers are only in this browser: how to take them elsewhere",
    leaving_steps=(
        "Press “Download my work”. It works without a network.",
        (
            "In another browser, or on another computer, open any lesson, open “Your work” at the "
            "top, press “Load my work” and choose the file."
        ),
        (
            "Keep the file even if you go on in this browser. A browser may delete your answers "
            "when it runs short of space, and some browsers do so after a week without a visit. "
            "They are always lost when somebody deletes this site’s data."
        ),
    ),
)


def here() -> KeptWords:
    """Give the sentences of the place in which this runs, which KIT_PLACE names."""
    return IN_A_BROWSER if os.environ.get("KIT_PLACE") == "browser" else ON_A_COMPUTER
