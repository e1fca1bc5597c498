"""Which words a field of a file can have, found in the structure that reads the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.inspect import EnumType, LiteralType, StructType, Type

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSIDE = ("item_type", "key_type", "value_type")


def choices(shape: Any, field: str) -> tuple[str, ...]:
    """Give the words of every closed vocabulary that a field of this name has in the structure.

    >>> from helpers.texts.records import About
    >>> choices(About, "kind")
    ('constructed', 'seed', 'twin')
    """
    fields = (one for one in _fields(msgspec.inspect.type_info(shape)) if one.name == field)
    return tuple(dict.fromkeys(word for one in fields for word in _words(one.type)))


def _fields(start: Type) -> Iterator[msgspec.inspect.Field]:
    """Give all fields of a structure and of those inside it, each structure once."""
    waiting, seen = [start], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, StructType) and one.cls not in seen:
            seen.add(one.cls)
            yield from one.fields
            waiting += [field.type for field in one.fields]
        waiting += _inside(one)


def _words(one: Type) -> Iterator[str]:
    if isinstance(one, EnumType):
        yield from (str(term.value) for term in one.cls)
    elif isinstance(one, LiteralType):
        yield from (str(value) for value in one.values if value)
    for inner in _inside(one):
        yield from _words(inner)


def _inside(one: Type) -> list[Type]:
    """Give what a list, a tuple, a dict or a union is made of."""
    several = [*getattr(one, "item_types", ()), *getattr(one, "types", ())]
    return several + [getattr(one, name) for name in _INSIDE if hasattr(one, name)]
