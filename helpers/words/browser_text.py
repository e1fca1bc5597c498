"""Words that the page says by itself, before Python hears of anything."""

WORDS = {
    "onItsWay": "This has already been sent. It counts only once, however often you press.",
    "silentUnkept": (
        "The engine behind this page has not answered yet, and this browser is full, so your "
        "answer is not kept yet. Please wait, and do not reload the page. If nothing happens for a "
        "minute, open “Your work” at the top of the lesson and press “Download my work”: your "
        "answer is in the file."
    ),
    "silentTurn": (
        "The engine behind this page has not answered yet, so the page is still as it was. Please "
        "wait, and do not answer anything yet. If nothing happens for a minute, reload the page "
        "and press the button again."
    ),
    "noDraft": "This browser is full: what you write here is not kept until you send it.",
    "download": "Download my work",
    "moved": "Moved to place {place} of {all}.",
    "painted": "{sentence}: {voice}",
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
    "large": "This file is larger than 8 MB, and the page cannot take it.",
    "unreadable": "The browser could not read this file.",
    "downloaded": "Your work is in the file {name}.",
}
