"""Why something could not be made, in one plain sentence."""

from __future__ import annotations

import errno
import re
import tempfile
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.words import command_text
from helpers.words import site_text as words

if TYPE_CHECKING:
    from pathlib import Path

_FULL = re.compile(r"No space left|\bENOSPC\b|\bEDQUOT\b|Errno (?:28|122)\b|WinError 112\b")


def closed(folder: Path, error: OSError) -> KitError:
    """Say why a folder takes nothing."""
    full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    sentence = words.FULL if full else words.CLOSED
    return KitError(sentence.format(folder=folder, reason=error.strerror))


def failed(sentence: str, said: str) -> KitError:
    r"""Say why a program failed, by what it said last of an error.

    >>> print(failed("It failed: {words}", "Error: no such thing\n    at line 3\n\nv20.1\n"))
    It failed: Error: no such thing
    """
    if _FULL.search(said):
        return KitError(words.FULL.format(folder=tempfile.gettempdir()))
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    # Below the error there may stand where it happened, or the program's own version.
    errors = [line for line in lines if "Error" in line] or lines or [command_text.NO_REASON]
    return KitError(sentence.format(words=errors[-1]))
