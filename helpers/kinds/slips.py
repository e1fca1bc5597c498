"""Slips: misconceptions with a plain name and a sentence to remember, shared by all lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.texts.files import is_there, read_yaml
from helpers.texts.records import Record

if TYPE_CHECKING:
    from pathlib import Path

FILE = "slips.yaml"


class Slip(Record, frozen=True, kw_only=True):
    """A slip as a student meets it: “The echo trap”, and one sentence to remember."""

    name: str
    says: str


def shared_slips(exercises: Path) -> dict[str, Slip]:
    """Read the slips that stand above a lesson’s exercises; a lesson of its own may have none."""
    file = exercises.absolute().parent.parent / FILE
    return read_yaml(file, dict[str, Slip]) if is_there(file) else {}
