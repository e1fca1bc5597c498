"""A student of the class: all that somebody handed in, as one workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from helpers.workbook import Event


class ClassStudent(NamedTuple):
    """One student's events, in order and each once, and the files that they came from.

    `code` is the code name chosen last, or "" where none was chosen.
    """

    code: str
    workbook: str
    events: tuple[Event, ...]
    files: tuple[str, ...]


class LeftOut(NamedTuple):
    """What could not be read: a file, or some of its lines, and why."""

    name: str
    reason: str


class HandedIn(NamedTuple):
    """One file that was read: what it brought, and what others had brought already."""

    name: str
    student: str
    """The code name, or the workbook where there is none."""
    events: int
    known: int
