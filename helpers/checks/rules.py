"""Rules that hold in every file: ids, filled fields, quotations, addresses."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import msgspec

from helpers.checks.finding import Flaw
from helpers.errors import KitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from helpers.article import Quote
    from helpers.dossier import Dossier
    from helpers.records import Reference

NOT_PROSE = frozenset(
    ("id", "kind", "url", "date", "sha256", "sentence", "claim", "show", "read", "misconception")
)


def unique(ids: Iterable[str], item: str = "") -> Iterator[Flaw]:
    """See that every id is given once."""
    for name, times in Counter(ids).items():
        if times > 1:
            place = f"{item}, {name}" if item else name
            yield Flaw(place, f"The id “{name}” is given {times} times; make each one different.")


def filled(item: str, **fields: str) -> Iterator[Flaw]:
    """See that every one of these fields says something."""
    for field, says in fields.items():
        if not says.strip():
            yield Flaw(item, f"The field “{field}” is empty; fill it in.")


def anchored(dossier: Dossier, quotes: Iterable[Quote], item: str) -> Iterator[Flaw]:
    """See that every quotation stands in the sentence that it names, once."""
    for quote in quotes:
        try:
            dossier.quoted(quote)
        except KitError as error:
            yield Flaw(item, str(error))


def referenced(references: Iterable[Reference], item: str) -> Iterator[Flaw]:
    """See that every reference has a title and an address on the web."""
    for reference in references:
        yield from filled(item, title=reference.title)
        if not is_web(reference.url):
            yield Flaw(item, f"“{reference.url}” is no web address; write one with http or https.")


def is_web(url: str) -> bool:
    """Tell whether this is an address on the web.

    >>> is_web("https://example.org/a"), is_web("ftp://example.org"), is_web("http://[")
    (True, False, False)
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


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
        kept = (name for name in value.__struct_fields__ if name not in NOT_PROSE)
        yield from prose([getattr(value, name) for name in kept])
