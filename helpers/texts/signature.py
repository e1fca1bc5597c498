"""Signatures: who has read an item signs it, so that a change after the reading shows.

No program can know that a right option was swapped or a name misspelt; a person has to read it.
`reviewed:` keeps the day of the reading and a print of what was read.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple, Protocol

import msgspec

from helpers.texts.article import Quote

FIELD = "reviewed"
LENGTH = 8
_WRITTEN = re.compile(rf"(\d{{4}}-\d\d-\d\d) ([0-9a-f]{{{LENGTH}}})", re.ASCII)
_AHEAD = timedelta(hours=14)
"""As far as any clock on earth is ahead of universal time."""


class Signed(Protocol):
    """An item that carries a signature."""

    @property
    def id(self) -> str:
        """Give the id."""

    @property
    def reviewed(self) -> str:
        """Give the signature as it is written."""


class Signature(NamedTuple):
    """The day on which an item was read, and the print of what was read."""

    day: date
    print: str

    def __str__(self) -> str:
        """Give it as a file holds it: `2024-10-31 0a1b2c3d`."""
        return f"{self.day.isoformat()} {self.print}"

    @property
    def to_come(self) -> bool:
        """Tell whether its day has not begun anywhere yet."""
        return self.day > (datetime.now(UTC) + _AHEAD).date()


def read_signature(written: str) -> Signature | None:
    """Read a signature; None where it is none, or its day is not in the calendar.

    >>> read_signature("2024-10-31 0a1b2c3d").day.year, read_signature("2024-02-30 0a1b2c3d")
    (2024, None)
    """
    found = _WRITTEN.fullmatch(written)
    try:
        return Signature(date.fromisoformat(found[1]), found[2]) if found else None
    except ValueError:
        return None


def sign(item: Signed, day: date) -> Signature:
    """Sign an item as it stands."""
    return Signature(day, print_of(item))


def print_of(item: Signed) -> str:
    """Give the print of what an item says: the same however its lines are broken or commented."""
    said = json.dumps(_said(item), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _said(value: Any) -> Any:
    """Give a value as plain data; what is left as it is by default is not said."""
    if isinstance(value, Quote):
        return [value.place, value.words]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_said(one) for one in value]
    if isinstance(value, dict):
        # In pairs, as their order can mean something.
        return [[_said(key), _said(one)] for key, one in value.items()]
    return _fields(value) if isinstance(value, msgspec.Struct) else value


def _fields(value: msgspec.Struct) -> dict[str, Any]:
    # A field that a later kit adds must not undo what was signed: its default says nothing.
    told = {
        field.name: _said(getattr(value, field.name))
        for field in msgspec.structs.fields(value)
        if field.name != FIELD and getattr(value, field.name) != _default(field)
    }
    return {"kind of record": value.__struct_config__.tag, **told}


def _default(field: msgspec.structs.FieldInfo) -> Any:
    made = field.default_factory
    return field.default if made is msgspec.NODEFAULT else made()
