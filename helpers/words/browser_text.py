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
