"""Links: to files that are there, or to the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from helpers.flaws import Flaw, addressed
from helpers.texts.files import is_there

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LINK = re.compile(
    r"\]\(\s*<?([^)\s>]+)|^[ \t]*\[[^\]\n]+\]:\s*<?([^\s>]+)|<(\w+:[^\s<>]+)>", re.MULTILINE
)
_SCHEME = re.compile(r"(\w[\w+.-]*:|//)")


def linked(path: Path, item: str, markdown: str) -> Iterator[Flaw]:
    """See that every link of a page leads somewhere."""
    for found in _LINK.finditer(markdown):
        target = next(filter(None, found.groups()))
        # The place inside a page is left alone: headings get their ids only when they are shown.
        file = unquote(target.partition("#")[0])
        if _SCHEME.match(target):
            yield from addressed(item, target)
        elif file and not is_there(path.parent / file):
            yield Flaw(item, f"The link to “{target}” leads nowhere; mend it.")
