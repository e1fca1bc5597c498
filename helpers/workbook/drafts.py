"""Drafts: what a student has begun and not committed, in one file for each exercise.

The browser keeps drafts as well, by web address. A server that comes back on another port is
another address to it, and there only the folder still has them.
"""

from __future__ import annotations

import re
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import msgspec

from helpers.errors import KitError
from helpers.words import saving_text as words
from helpers.workbook.events import MAX_FIELDS, WORKBOOK, Answer, WorkbookId, checked
from helpers.workbook.folder import read_beginning

if TYPE_CHECKING:
    from pathlib import Path

FORM = r"^[a-z0-9-]+/[a-z0-9-]+/[0-9]+\Z"


class Draft(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in a form: `form` is its lesson, its exercise and the attempts before it.

    `changes` grows with each change, so that the newer of two copies is known.
    """

    form: Annotated[str, msgspec.Meta(pattern=FORM, max_length=200)]
    workbook: WorkbookId
    answer: Annotated[Answer, msgspec.Meta(max_length=MAX_FIELDS)] = {}
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    changes: Annotated[int, msgspec.Meta(ge=0, le=1_000_000_000)] = 0


def form_name(lesson: str, exercise: str, attempts: int) -> str:
    """Name the form that is to be filled in: after an answer it is another one."""
    return f"{lesson}/{exercise}/{attempts}"


class Drafts:
    """The drafts of a folder. A disk that takes none is no error: the browser has its own."""

    def __init__(self, folder: Path) -> None:
        """Look into the folder only when it is asked."""
        self.path = folder / "drafts"

    def workbooks(self) -> list[str]:
        """Name the workbooks that have drafts here."""
        with suppress(OSError):
            return [path.name for path in self.path.iterdir() if re.fullmatch(WORKBOOK, path.name)]
        return []

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the one before it."""
        path = self._place(draft.workbook, *draft.form.split("/")[:2])
        # Put in place whole: a kernel that dies while it writes leaves the draft before.
        whole = path.with_suffix(f".{secrets.token_hex(4)}")
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            whole.write_bytes(msgspec.json.encode(draft))
            whole.replace(path)
            return
        with suppress(OSError):
            whole.unlink(missing_ok=True)

    def find(self, workbook: str, lesson: str, exercise: str) -> Draft | None:
        """Give the draft of an exercise; one that cannot be read is none."""
        try:
            content, _ = read_beginning(self._place(workbook, lesson, exercise))
            return read_draft(msgspec.json.decode(content))
        except (OSError, KitError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return None

    def forget(self, workbook: str, lesson: str, exercise: str) -> None:
        """Take a draft away: its answer is kept."""
        with suppress(OSError):
            self._place(workbook, lesson, exercise).unlink(missing_ok=True)

    def _place(self, workbook: str, lesson: str, exercise: str) -> Path:
        return self.path / workbook / f"{lesson}.{exercise}.json"


def read_draft(written: object) -> Draft:
    """Check a draft that comes from outside."""
    return checked(written, Draft, words.NONSENSE)
