"""Names of files as students and learning platforms make them: hostile until checked."""

from __future__ import annotations

import re

MOST_LETTERS = 200
_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters
    "\u2028-\u202e\u2066-\u2069"  # what breaks a line, or turns the direction of reading
    "\ud800-\udfff]"  # bytes that are no UTF-8, as Python shows them
)
_LITTER = re.compile(r"(?i)(^|/)(__MACOSX/|\.[^/]|(Thumbs\.db|desktop\.ini)$)")
_LEADS_OUT = re.compile(r"^/|^[A-Za-z]:|\\|(^|/)\.\.(/|$)")


def shown(name: str) -> str:
    r"""Give a name that can be written as UTF-8 and shown; only its markup is still to be escaped.

    >>> len(shown("a" * 1000)), shown("a\x1b[31m.jsonl").isprintable()
    (200, True)
    """
    if len(name) > MOST_LETTERS:
        name = name[: MOST_LETTERS - 1] + "…"
    return _HARMFUL.sub("\N{REPLACEMENT CHARACTER}", name)


def is_litter(name: str) -> bool:
    """Tell what a system leaves behind beside the files of a person.

    >>> [is_litter(name) for name in ("__MACOSX/a", "a/.DS_Store", "Thumbs.db", "a.jsonl")]
    [True, True, True, False]
    """
    return bool(_LITTER.search(name))


def leads_out(name: str) -> bool:
    r"""Tell a name of an entry that would lie outside the folder in which its ZIP is unpacked.

    >>> [leads_out(name) for name in ("../a", "/a", "C:a", "a\\b", "a/b..c")]
    [True, True, True, True, False]
    """
    return bool(_LEADS_OUT.search(name))
