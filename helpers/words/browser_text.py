"""Words that the page says by itself, before Python hears of anything."""

WORDS = {
    "silent": (
        "No word from the kernel yet. Your answer is kept in this browser. If this stays, reload "
        "the page: your answer comes back."
    ),
    "silentUnkept": (
        "No word from the kernel yet, and this browser is full, so your answer has not been kept "
        "yet. It is still here: press “Download my work” at the top of the lesson."
    ),
    "silentTurn": (
        "No word from the kernel yet, so this page is still as it was. If this stays, reload the "
        "page and try again."
    ),
    "noDraft": "This browser is full: what you write here is not kept until you send it.",
    "download": "Download my work",
    "moved": "Moved to place {place} of {all}.",
    "marked": "Marked as {label}: {words}",
    "removed": "Mark removed: {words}",
    "start": "Now tap the last word. To mark “{word}” alone, tap it again.",
    "chosen": "You have marked this already. Move the edges of the mark, or remove it in the list.",
    "stretch": "Selected: {words}",
    "none": "None yet.",
    "remove": "Remove",
    "removeMark": "Remove: {words}",
    "taken": (
        "“{word}” is already marked as {label}, and two marks cannot share it. Remove that mark "
        "first, or move its edges."
    ),
    "gap": " … ",
    "large": "This file is too large for a workbook.",
    "unreadable": "The browser could not read this file.",
    "downloaded": "Your work is in the file {name}.",
}
