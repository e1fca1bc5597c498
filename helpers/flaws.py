"""Flaws: what is wrong with content, as data, and the rules that hold wherever content is written.

A rule yields a flaw for each fault that it finds; `check` adds the file and prints them.
"""

from __future__ import annotations

import re
from collections import Counter
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar
from urllib.parse import urlsplit

from helpers.errors import KitError
from helpers.ids import ASKED, is_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BLANK = re.compile(r"[\s\x00-\x1f\x7f]")
_AT_HOME = frozenset({"localhost", "local", "internal", "intranet", "lan", "home", "localdomain"})
"""The last part of names that no server of the web has."""
Q_contra = TypeVar("Q_contra", contravariant=True)
SHOWN = 60


class Flaw(NamedTuple):
    """What is wrong with an item, before it is known in which file; `says` also says what to do."""

    item: str
    says: str


class Quotable(Protocol[Q_contra]):
    """A text that can be asked for the words of a quotation."""

    def quoted(self, quote: Q_contra, /) -> str:
        """Give the words, or raise KitError where they do not stand in the text."""


def unique(ids: Iterable[str], item: str = "") -> Iterator[Flaw]:
    """See that every id is given once.

    >>> [flaw.item for flaw in unique(["a", "b", "a"], "who")]
    ['who, a']
    """
    for name, times in Counter(ids).items():
        if times > 1:
            place = f"{item}, {name}" if item else name
            yield Flaw(place, f"The id “{name}” is given {times} times; make each one different.")


def named(ids: Iterable[str], item: str = "") -> Iterator[Flaw]:
    """See that every id is one that events, forms and pages can carry.

    >>> [flaw.says for flaw in named(["a", "A.b"])]
    ['“A.b” is no id; write lower-case Latin letters, digits and hyphens, at most 80.']
    """
    for name in (name for name in ids if not is_id(name)):
        # A name can be as long as a file; its beginning is enough to find it.
        yield Flaw(item, f"“{name[:SHOWN]}{'…' * (len(name) > SHOWN)}” is no id; {ASKED}.")


def filled(item: str, **fields: str) -> Iterator[Flaw]:
    """See that every one of these fields says something.

    >>> [flaw.says for flaw in filled("who", ask=" ")]
    ['The field “ask” is empty; fill it in.']
    """
    for field, says in fields.items():
        if not says.strip():
            yield Flaw(item, f"The field “{field}” is empty; fill it in.")


def anchored(text: Quotable[Q_contra], quotes: Iterable[Q_contra], item: str) -> Iterator[Flaw]:
    """See that every quotation stands in the sentence that it names, once."""
    for quote in quotes:
        try:
            text.quoted(quote)
        except KitError as error:
            yield Flaw(item, str(error))


def is_web(url: str) -> bool:
    """Tell whether this is an address on the web that anybody can open.

    >>> is_web("https://example.org/a"), is_web("ftp://example.org"), is_web("http://[")
    (True, False, False)
    >>> is_web("http://localhost:8888/a"), is_web("http://10.0.0.7/a"), is_web("http://a.org/b c")
    (False, False, False)
    """
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    # Python refuses some addresses outright, such as “http://[”.
    except ValueError:
        return False
    # A program that reads an address out of a page stops at a blank, and opens another one.
    return parts.scheme in {"http", "https"} and not _BLANK.search(url) and _is_public(host)


def addressed(item: str, url: str) -> Iterator[Flaw]:
    """See that an address leads to the web."""
    if not is_web(url):
        says = f"“{url}” is no web address that anybody can open; write one with http or https."
        yield Flaw(item, says)


def _is_public(host: str) -> bool:
    """Tell whether a host is one of the web, not this computer or one of a network at home."""
    try:
        return ip_address(host).is_global
    except ValueError:  # it is a name
        *before, top = host.split(".")
        # Browsers also read 127.1 and 0x7f000001 as numbers; no name of the web ends in a digit.
        return bool(before) and all(before) and top[:1].isalpha() and top not in _AT_HOME
