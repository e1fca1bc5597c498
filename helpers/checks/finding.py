"""Findings: one plain sentence each, on one place of one file, that says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from helpers.errors import KitError
from helpers.flaws import Flaw

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ADVICE = {
    "unknown field": "mend its spelling or take it out",
    "missing required field": "add it",
    "Expected `str`": "write it as text, between quotation marks",
    "Expected `array`": "write it as a list, each entry after a hyphen",
    "of length": "write as many entries as that",
    "mapping values are not allowed": "put a text that holds a colon between quotation marks",
    "did not find expected": "look at the commas, colons and quotation marks of this line",
    "found character": "put the text between quotation marks",
    "could not find expected": "look at the colons, hyphens and spaces of the lines above",
    "expected <block end>": "let the line begin under the ones it belongs to",
    "cannot be read": "put the file there, or look at its name",
}


LONGEST = 600
"""Letters of a sentence, and of the name of a place."""


class Finding(msgspec.Struct, frozen=True):
    """What is wrong, and where."""

    file: str
    item: str
    says: str

    def __str__(self) -> str:
        """Give one line, whatever the file holds.

        >>> print(Finding("lessons/x.yaml", "who", "It has no hint; add one."))
        lessons/x.yaml, who: It has no hint; add one.
        """
        place = f"{self.file}, {_short(self.item)}" if self.item else self.file
        line = f"{place}: {_short(self.says)}"
        # Files are hostile: no escape sequence of theirs may reach a terminal.
        return "".join(sign if sign.isprintable() else " " for sign in line)


def _short(words: str) -> str:
    """Leave the middle out where somebody quotes a book; what to do stands at the end."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST // 2]} … {words[-LONGEST // 2 :]}"


def in_file(path: Path, rules: Iterable[Callable[[], Iterable[Flaw]]]) -> Iterator[Finding]:
    """Put all rules to one file; what cannot be read at all is a finding too."""
    for rule in rules:
        try:
            for flaw in rule():
                yield Finding(shown(path), flaw.item, flaw.says)
        except KitError as error:
            flaw = flaw_of(error, path.name)
            yield Finding(shown(path), flaw.item, flaw.says)


def shown(path: Path) -> str:
    """Name a file as it is named from where the command runs."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def flaw_of(error: KitError, file: str) -> Flaw:
    """Take the item out of an error's sentence, and add what to do about it.

    >>> flaw_of(KitError("a.yaml, C01 (claims[0]): Object missing required field `why`."), "a.yaml")
    Flaw(item='C01 (claims[0])', says='Object missing required field `why`; add it.')
    """
    pattern = re.escape(file) + r"(?:, | (?=\()|(?=: ))(.*?): (.*)"
    found = re.fullmatch(pattern, str(error), re.DOTALL)
    if not found:
        return Flaw("", _advised(str(error)))
    item = found[1][1:-1] if found[1].startswith("(") else found[1]
    return Flaw(item, _advised(found[2]))


def _advised(says: str) -> str:
    advice = next((do for part, do in _ADVICE.items() if part in says), "")
    return f"{says.rstrip('.')}; {advice}." if advice else says
