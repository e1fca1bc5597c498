"""Editing a YAML file in place: one field of an item is written, and all other bytes stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAK = re.compile(r"\r\n|[\r\n]")


class Edit(NamedTuple):
    """What takes the place of a stretch of the text."""

    start: int
    end: int
    text: str


def with_field(text: str, name: str, field: str, values: Mapping[int, str]) -> str:
    r"""Give the text with a field written in some items of its list `name`, by their number.

    The field comes right under the id, or where it stands already. Where an id is an alias of words
    elsewhere, the field would come there: whoever calls this looks whether the outcome is right.

    >>> with_field("all:\n- id: a\n  ask: Who?\n", "all", "seen", {0: "yes"})
    'all:\n- id: a\n  seen: yes\n  ask: Who?\n'
    """
    edits = [
        edit
        for number, item in enumerate(_items(yaml.compose(text, Loader=_LOADER), name))
        if number in values
        for edit in _edits(text, item, field, f"{field}: {values[number]}")
    ]
    # From the end to the start: what is written does not move what is still to be written.
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _items(tree: Any, name: str) -> Iterator[Any]:
    for key, value in tree.value:
        if key.value == name:
            yield from value.value


def _edits(text: str, item: Any, field: str, line: str) -> Iterator[Edit]:
    marks = {
        key.value: (key.start_mark, value.end_mark)
        for key, value in item.value
        if isinstance(key, yaml.ScalarNode)
    }
    if field in marks:
        start, end = marks[field]
        yield Edit(start.index, end.index, line)
    elif "id" in marks:
        start, end = marks["id"]
        yield _inside(end.index, line) if item.flow_style else _under(text, start, end, line)


def _inside(end: int, line: str) -> Edit:
    return Edit(end, end, f", {line}")


def _under(text: str, start: Any, end: Any, line: str) -> Edit:
    # After the whole line, as a comment may follow the id; with the line end that stands there.
    stop, indented = _BREAK.search(text, end.index), " " * start.column + line
    if stop is None:
        return Edit(len(text), len(text), f"\n{indented}")
    return Edit(stop.end(), stop.end(), f"{indented}{stop[0]}")
