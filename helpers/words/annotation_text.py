"""Words of the marker: labels, outcomes, how to mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.words.quoting import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

LABELS = {
    "source": "source",
    "cue": "cue",
    "content": "content",
    "loaded": "loaded word",
    "forecast": "forecast",
    "event": "event",
    "problem": "problem",
    "cause": "cause",
    "judgement": "judgement",
    "remedy": "remedy",
}
"""The labels as they are printed on the page, by the word that files use."""
SPOTS = {
    "exact": "exact",
    "overlap": "overlap",
    "beyond": "yours only",
    "missed": "missed",
    "arguable": "arguable",
    "stray": "not here",
}
SPOTS_MEAN = {
    "exact": "your words and ours are the same, apart from small words at the edges.",
    "overlap": "you and we marked these words.",
    "beyond": "you marked these words, we did not.",
    "missed": "we marked these words, you did not.",
    "arguable": "careful readers differ here; it costs nothing.",
    "stray": "we have nothing with this label here.",
}
MARK_LABEL = "Label for the next mark"
MARK_PASSAGE = (
    "The passage, word by word. Arrow keys move, Shift and arrow keys stretch, Space marks."
)
MARK_HOW = (
    "With a mouse, drag over the words. With a finger, tap the first word and then the last. If "
    "other words come in between, mark each piece separately: pieces of one part count together."
)
MARK_KEYS = (
    "With the keyboard, the arrow keys take you from word to word, and Shift with an arrow key "
    "selects several. Space marks what is selected, or removes the mark that you are on. Escape "
    "cancels the selection. On a mark, Tab takes you to its edges, and the arrow keys move them."
)
MARK_CHANGE = "To change a mark, click or tap one of its words, then drag its edges."
FIRST_EDGE = "First word of this mark"
LAST_EDGE = "Last word of this mark"
MARK_LIST = "Mark from lists instead"
MARK_FIRST = "First word"
MARK_LAST = "Last word"
MARK_BUTTON = "Mark these words"
YOUR_MARKS = "Your marks"
NO_MARKS = "None yet."
LEGEND = "How to read the marks"
_NO_MARKS = str.maketrans("", "", "“”")


def together(marks: Iterable[str]) -> str:
    """Repeat marks of the student that were taken as one part."""
    return (
        "You marked this part in pieces, and they count together: "
        f"{', '.join(map(in_quotation_marks, marks))}."
    )


def too_much(stretches: Iterable[str]) -> str:
    """Say what was marked beyond the words asked for.

    >>> too_much(["last night", "and"])
    'We did not mark “last night”, “and”.'
    """
    return f"We did not mark {', '.join(map(in_quotation_marks, stretches))}."


def in_quotation_marks(words: str) -> str:
    """Quote words that may bring quotation marks of their own, or one half of a pair.

    >>> in_quotation_marks("as “dangerous and"), in_quotation_marks("“Go,” he said"), \
    in_quotation_marks("“troops.”"), in_quotation_marks("troops.”")
    ('“as dangerous and”', '“‘Go,’ he said”', '“troops.”', '“troops.”')
    """
    outer = words.removeprefix("“").removesuffix("”")
    if words == f"“{outer}”" and not {*"“”"} & {*outer}:
        return words
    whole = words.count("“") == words.count("”")
    return quoted(words if whole else words.translate(_NO_MARKS))
