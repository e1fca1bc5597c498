"""Limits: how much the kit reads of what people write, far beyond what its own files hold.

Whatever stands in a file, reading and checking it takes no longer than a person waits.
"""

from __future__ import annotations

BYTES = 2_000_000
"""Of any file."""
DEPTH = 20
"""Of lists and mappings inside each other."""
ENTRIES = 500
"""Of one list or mapping: options, claims, exercises, the columns of a table."""
VALUES = 20_000
"""Of all that one file says, counted together; what it repeats is counted each time."""
LETTERS = 10_000
"""Of one text, such as the reason of an option, a cell of a table or a cell of a notebook."""
PAGE = 200_000
"""Of all that one file says, in characters."""
WORDS = 5_000
"""Of an article; a class reads no more."""
PASSAGE = 1_000
"""Of a passage to annotate, in words; nobody annotates more in one exercise."""
ROWS = 1_000
"""Of a table."""
DIGITS = 30
"""Of a number."""

TOO_DEEP = f"it is nested more than {DEPTH} deep; write it flatter"
TOO_MANY_ENTRIES = f"one list of it has more than {ENTRIES} entries; leave some out"
TOO_MANY_VALUES = f"it says more than {VALUES:,} things; divide it, and repeat less"
TOO_LONG = f"one text of it has more than {LETTERS:,} characters; shorten it"
TOO_MUCH = f"it has more than {PAGE:,} characters; divide it, and repeat less"
TOO_MANY_DIGITS = f"one number of it has more than {DIGITS} digits; shorten it"


def too_much(value: object) -> str:
    """Say which limit lists and mappings inside each other go beyond, or nothing.

    >>> too_much([[]] * 501)
    'one list of it has more than 500 entries; leave some out'
    """
    waiting, seen = [(value, 1)], 0
    while waiting:
        one, depth = waiting.pop()
        inside = list(one.values()) if isinstance(one, dict) else one
        seen += 1
        if not isinstance(inside, list):
            continue
        if len(inside) > ENTRIES:
            return TOO_MANY_ENTRIES
        if depth > DEPTH:
            return TOO_DEEP
        if seen + len(waiting) + len(inside) > VALUES:
            return TOO_MANY_VALUES
        waiting += [(more, depth + 1) for more in inside]
    return ""
