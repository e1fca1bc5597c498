"""Parts: what an exercise lists by id, such as options, items or stops, and what holds for all."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from helpers.flaws import Flaw, named, unique
from helpers.words.counted import counted

if TYPE_CHECKING:
    from collections.abc import Iterator


class Parts(NamedTuple):
    """One list of an exercise: the field that holds it, and each part's id and words.

    Parts are told apart by their words; a part that shows none has "". `least` is how many there
    have to be for the question to be one.
    """

    field: str
    entries: tuple[tuple[str, str], ...]
    least: int = 0

    def flaws(self, exercise: str) -> Iterator[Flaw]:
        """See that there are enough, and that no two have one id or the same words."""
        ids = [name for name, _ in self.entries]
        yield from unique(ids, exercise)
        yield from named(ids, exercise)
        if len(ids) < self.least:
            number = counted(len(ids), "entry", "entries")
            says = f"Its {self.field} hold {number}; give {self.least} or more."
            yield Flaw(exercise, says)
        yield from self._twins(exercise)

    def _twins(self, exercise: str) -> Iterator[Flaw]:
        first: dict[str, str] = {}
        for name, text in self.entries:
            twin = first.setdefault(plain(text), name)
            # The same id twice is told already.
            if plain(text) and twin != name:
                says = f"“{text.strip()}” is what “{twin}” says, too; let them differ."
                yield Flaw(f"{exercise}, {name}", says)


def plain(text: str) -> str:
    """Give a text as a reader compares it: capitals, blanks and a last full stop count nothing.

    >>> plain(" The  Mayor. ") == plain("the mayor")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split()).rstrip(" .")
