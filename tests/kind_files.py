"""What `tests/kinds/` holds: of each kind an example, and answers that are right, poor, hostile.

All examples ask about the small article of `support.py`. Answers are given one after the other:
most kinds take one, some go on from it. In a hostile answer HOSTILE stands for hostile words. In an
example, what has to wait for the answer begins with one of the words of `WAITS`.
"""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from helpers.kinds.registry import KINDS as _KINDS
from helpers.texts.files import read_yaml
from helpers.workbook import Answer

FOLDER = Path(__file__).resolve().parent / "kinds"
KINDS = tuple(_KINDS)
HOSTILE = "HOSTILE"
WAITS = (
    *(
        "Verdict",
        "Why",
        "A look",
        "Tempts",
        "Slip",
        "x=y",
        "z=y",
        "The X",
        "The Z",
        "Says",
        "Tells",
        "After",
    ),
    *("Editor", "Found", "Missing"),
)


SILENT = frozenset({"item", "scale"})
"""Kinds of the tests: their card says nothing of an answer but that it is recorded."""


class KindFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the folder."""

    example: dict[str, Any]
    right: tuple[Answer, ...]
    poor: tuple[Answer, ...]
    hostile: tuple[Answer, ...]


def example(kind: str) -> dict[str, Any]:
    """Give an exercise of this kind as a file holds it."""
    return copy.deepcopy(_read(kind).example)


def right(kind: str) -> list[Answer]:
    """Give the best that can be answered to the example, step by step."""
    return copy.deepcopy([*_read(kind).right])


def poor(kind: str) -> list[Answer]:
    """Give an answer that leaves much to mend, step by step."""
    return copy.deepcopy([*_read(kind).poor])


def hostile(kind: str, word: str) -> list[Answer]:
    """Give answers with hostile words in them, the last of which may well be kept."""
    return [
        {
            field.replace(HOSTILE, word): [value.replace(HOSTILE, word) for value in values]
            for field, values in answer.items()
        }
        for answer in _read(kind).hostile
    ]


@cache
def _read(kind: str) -> KindFile:
    return read_yaml(FOLDER / f"{kind}.yaml", KindFile)
