"""What a structure says in words of its own, and the pages that it names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.flaws import addressed, filled
from helpers.texts.article import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.flaws import Flaw
    from helpers.texts.records import Reference

NOT_PROSE = frozenset(
    (
        "id",
        "kind",
        "url",
        "address",
        "date",
        "sha256",
        "sentence",
        "claim",
        "show",
        "read",
        "slip",
        "side",
        "reviewed",
    )
)
_ELSEWHERE = re.compile(r"(?<![\w-])([\w-]++)/S\d")


def prose(value: Any) -> Iterator[str]:
    """Give all that a structure says in words of its own: no quotations, ids or addresses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list)):
        for entry in value:
            yield from prose(entry)
    elif isinstance(value, dict):
        yield from prose(list(value.values()))
    elif isinstance(value, msgspec.Struct):
        # Ids and addresses are written for programs; no rule of wording holds for them.
        kept = (name for name in value.__struct_fields__ if name not in NOT_PROSE)
        yield from prose([getattr(value, name) for name in kept])


def texts_named(value: Any) -> tuple[str, ...]:
    """Give the texts that places such as `my-text/S1` name anywhere in a structure, each once."""
    return tuple(dict.fromkeys(_named(value)))


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from _ELSEWHERE.findall(value)
    elif isinstance(value, Quote):
        yield from _ELSEWHERE.findall(value.place)
    elif isinstance(value, (tuple, list)):
        for entry in value:
            yield from _named(entry)
    elif isinstance(value, dict):
        yield from _named([*value, *value.values()])
    elif isinstance(value, msgspec.Struct):
        yield from _named([getattr(value, name) for name in value.__struct_fields__])


def referenced(references: Iterable[Reference], item: str) -> Iterator[Flaw]:
    """See that every reference has a title and an address on the web."""
    for reference in references:
        yield from filled(item, title=reference.title)
        yield from addressed(item, reference.url)
