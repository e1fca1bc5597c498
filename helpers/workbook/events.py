"""Events: what a student did, one thing at a time, checked as all that comes from outside is."""

from __future__ import annotations

import re
import secrets
import unicodedata
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

import msgspec

from helpers.errors import KitError
from helpers.ids import PATTERN
from helpers.words import saving_text as words

MAX_LINE = 256_000
MAX_FIELDS = 400
CODE_NAME = r"[^\W_](?:[^\W_]|-){1,23}"

Name = Annotated[str, msgspec.Meta(pattern=rf"^({PATTERN})?\Z")]
"""The id of a lesson or an exercise; empty where an event concerns none."""
Answer = dict[str, list[str]]
"""An answer as a form gives it: each field with its values, in order."""


class Event(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One thing the student did. `refers` names the event that an undo takes back.

    A reset without an exercise is one of the whole lesson.
    """

    id: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    at: Annotated[str, msgspec.Meta(pattern=r"(?a)^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\Z")]
    what: Literal["answer", "reveal", "reset", "undo", "code"]
    lesson: Name = ""
    exercise: Name = ""
    answer: Annotated[Answer, msgspec.Meta(max_length=MAX_FIELDS)] = {}
    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None
    refers: Annotated[str, msgspec.Meta(max_length=32)] = ""
    code: Annotated[str, msgspec.Meta(pattern=rf"^({CODE_NAME})?\Z")] = ""

    @property
    def place(self) -> tuple[str, str]:
        """Where it stands among others: by its clock, and by its id where two clocks agree.

        The id makes the order the same on every machine, whichever file was read first.
        """
        return self.at, self.id


def make_event(what: str, **fields: object) -> Event:
    """Make an event now, as the browser makes them.

    >>> make_event("code", code="amber-heron").code
    'amber-heron'
    """
    written = {"id": secrets.token_hex(16), "at": _written(datetime.now(UTC)), "what": what}
    return msgspec.convert(written | fields, Event)


def read_event(written: object) -> Event:
    """Check an event that comes from outside, size first."""
    try:
        # Before anything else: a huge message should cost no more than being measured.
        if len(msgspec.json.encode(written)) > MAX_LINE:
            raise KitError(words.ANSWER_TOO_LONG.format(most=MAX_LINE))
        return msgspec.convert(written, Event)
    # Also what cannot be written as JSON at all, such as half a surrogate pair or endless nesting.
    except (msgspec.ValidationError, TypeError, ValueError, RecursionError):
        raise KitError(words.NOT_AN_EVENT) from None


def after_all(event: Event, last: str) -> Event:
    """Let an event of ours come after the moment `last`, although some browser's clock is ahead."""
    if event.at > last:
        return event
    try:
        later = datetime.fromisoformat(last) + timedelta(milliseconds=1)
    except (ValueError, OverflowError):  # no day of the calendar, or the end of it
        return event
    return msgspec.structs.replace(event, at=_written(later))


def read_code_name(written: str) -> str:
    """Tidy a code name and check it: 2 to 24 letters, digits or hyphens, no spaces."""
    # The same name typed on two machines must be the same code points.
    code = "-".join(unicodedata.normalize("NFC", written).split())
    if not re.fullmatch(CODE_NAME, code):
        raise KitError(words.NO_CODE_NAME)
    return code


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
