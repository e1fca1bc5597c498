"""Retelling: how the words for one thing change on their way from one telling to the next."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from helpers.topics.phrases import read_number

_OUTSIDE = re.compile(r"^\W+|\W+$")


class Fate(Enum):
    """What became of words in the next telling."""

    KEPT = "kept"
    NEW = "new"
    GONE = "gone"


class Run(NamedTuple):
    """Words in a row that have the same fate."""

    fate: Fate
    words: str


def changes(before: str, after: str) -> tuple[Run, ...]:
    """Compare two tellings word by word; of words that were exchanged, the old ones come first.

    Capitals, marks around a word, and whether a number is in digits, make no other word.

    >>> [(run.fate.value, run.words) for run in changes("There were forty men.", "40 men fled")]
    [('gone', 'There were'), ('kept', '40 men'), ('new', 'fled')]
    """
    old, new = before.split(), after.split()
    # Short texts: no word is so frequent that it may be passed over.
    matcher = SequenceMatcher(None, [*map(_word, old)], [*map(_word, new)], autojunk=False)
    found: list[Run] = []
    for same, i, j, k, m in matcher.get_opcodes():
        if same == "equal":
            found.append(Run(Fate.KEPT, " ".join(new[k:m])))
            continue
        both = ((Fate.GONE, old[i:j]), (Fate.NEW, new[k:m]))
        found += [Run(fate, " ".join(words)) for fate, words in both if words]
    return tuple(found)


def _word(written: str) -> str:
    bare = _OUTSIDE.sub("", written).casefold() or written
    value = read_number(bare)
    return bare if value is None else f"{value:g}"
