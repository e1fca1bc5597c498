"""Ids: one definition of a name that a file gives, an event carries and a form sends."""

from __future__ import annotations

import re

LONGEST = 80
PATTERN = rf"[a-z0-9][a-z0-9-]{{0,{LONGEST - 1}}}"
"""Lower-case Latin letters, digits and hyphens, so that no machine reads it otherwise."""
ASKED = f"write lower-case Latin letters, digits and hyphens, at most {LONGEST}"


def is_id(written: str) -> bool:
    """Tell whether this is an id.

    >>> is_id("lede-source"), is_id("2-dead"), is_id("Who"), is_id("-x"), is_id("é"), is_id("")
    (True, True, False, False, False, False)
    """
    return bool(re.fullmatch(PATTERN, written))
