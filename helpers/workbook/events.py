"""Events: what a student did, one thing at a time, checked as all that comes from outside is."""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache
from typing import Annotated, Literal, TypeVar

import msgspec

from helpers.errors import KitError
from helpers.ids import PATTERN
from helpers.words import saving_text as words

T = TypeVar("T")

MAX_LINE = 256_000
MAX_FIELDS = 400
MAX_NUMBER = 1_000_000_000
CODE_NAME = r"[^\W_](?:[^\W_]|-){1,23}"

CodeName = Annotated[str, msgspec.Meta(pattern=rf"^({CODE_NAME})?\Z")]
WORKBOOK = "[0-9a-f]{16}"
WorkbookId = Annotated[str, msgspec.Meta(pattern=rf"^({WORKBOOK})?\Z")]
"""Chance, drawn once for each workbook: two students may choose the same code name."""
_ID = re.compile(r"[0-9a-f]{32}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
# Each of these is empty where an event has none.
_NAME = re.compile(f"({PATTERN})?")
_WORKBOOK = re.compile(f"({WORKBOOK})?")
_CODE = re.compile(f"({CODE_NAME})?")
What = Literal["answer", "reveal", "reset", "undo", "code"]
Answer = dict[str, list[str]]
"""An answer as a form gives it: each field with its values, in order."""


class Event(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing the student did. `refers` names the event that an undo takes back.

    A reset without an exercise is one of the whole lesson. `number` grows by one with each event
    of a `workbook`; `by` is the code name of that moment; `attempt` counts the answers to an
    exercise from 1. Events of the first edition have none of these.
    """

    id: str
    at: str
    what: What
    lesson: str = ""
    exercise: str = ""
    answer: Annotated[Answer, msgspec.Meta(max_length=MAX_FIELDS)] = {}
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    refers: Annotated[str, msgspec.Meta(max_length=32)] = ""
    code: str = ""
    number: Annotated[int, msgspec.Meta(ge=0, le=MAX_NUMBER)] = 0
    workbook: str = ""
    by: str = ""
    attempt: Annotated[int, msgspec.Meta(ge=0, le=MAX_NUMBER)] = 0

    def __post_init__(self) -> None:
        """Check what has a pattern; ValueError, if something is written otherwise."""
        # As patterns of the fields, they took half of the time in which a class is read.
        if not (_ID.fullmatch(self.id) and _AT.fullmatch(self.at)):
            raise ValueError(words.NOT_AN_EVENT)
        _check_where(self.lesson, self.exercise)
        _check_whose(self.workbook, self.code, self.by)

    @property
    def place(self) -> tuple[int, str, str]:
        """Where it stands among others: by its number, whatever the clocks said.

        Where two kernels gave the same number, and in the first edition, the clock decides, if it
        names a day of the calendar. The id makes the order the same on every machine.
        """
        return self.number, self.at if is_moment(self.at) else "", self.id


def make_event(what: str, **fields: object) -> Event:
    """Make an event now, as the browser makes them.

    >>> make_event("code", code="amber-heron").code
    'amber-heron'
    """
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    written = {"id": secrets.token_hex(16), "at": now, "what": what}
    return msgspec.convert(written | fields, Event)


def read_event(written: object) -> Event:
    """Check an event that comes from outside."""
    return checked(written, Event, words.NOT_AN_EVENT)


def checked(written: object, into: type[T], refusal: str) -> T:
    """Check what comes from outside, size first; raises KitError with the refusal."""
    try:
        # Before anything else: a huge message should cost no more than being measured.
        if len(msgspec.json.encode(written)) > MAX_LINE:
            raise KitError(words.ANSWER_TOO_LONG.format(most=MAX_LINE))
        return msgspec.convert(written, into)
    # Also what cannot be written as JSON at all, such as half a surrogate pair or endless nesting.
    except (msgspec.ValidationError, TypeError, ValueError, RecursionError):
        raise KitError(refusal) from None


def read_code_name(written: str) -> str:
    """Tidy a code name and check it: 2 to 24 letters, digits or hyphens; spaces become hyphens."""
    # The same name typed on two machines must be the same code points.
    code = "-".join(unicodedata.normalize("NFC", written).split())
    if not re.fullmatch(CODE_NAME, code):
        raise KitError(words.NO_CODE_NAME, "code")
    return code


def is_like_a_real_name(code: str) -> bool:
    """Tell a code name in which two words are written as names are: a capital, then small letters.

    >>> [is_like_a_real_name(code) for code in ("Anna-Schmidt", "AnnaSchmidt09", "Noé-de-Sá")]
    [True, True, True]
    >>> [is_like_a_real_name(code) for code in ("amber-heron-27", "Amber-heron", "ANNA-K", "Anna")]
    [False, False, False, False]
    """
    # A capital begins a word, and whatever is no letter ends one; no alphabet is left out.
    apart = "".join(f" {sign}" if sign.isupper() else sign for sign in code)
    words = "".join(sign if sign.isalpha() else " " for sign in apart).split()
    return sum(len(word) > 1 and word.istitle() for word in words) > 1


@lru_cache(maxsize=4096)
def _check_where(lesson: str, exercise: str) -> None:
    """Check the names of an exercise, which are the same in many workbooks."""
    if not (_NAME.fullmatch(lesson) and _NAME.fullmatch(exercise)):
        raise ValueError(words.NOT_AN_EVENT)


@lru_cache(maxsize=4096)
def _check_whose(workbook: str, code: str, by: str) -> None:
    """Check the names of a student, which are the same in a whole workbook."""
    if not (_WORKBOOK.fullmatch(workbook) and _CODE.fullmatch(code) and _CODE.fullmatch(by)):
        raise ValueError(words.NOT_AN_EVENT)


def is_moment(written: str) -> bool:
    """Tell whether a clock can have said so; 31 February and month 99 no clock says."""
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return True
