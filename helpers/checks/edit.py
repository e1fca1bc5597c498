"""Editing a YAML file in place: one field of an item is written, and all other bytes stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from helpers.texts.yaml_text import events

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BREAK = re.compile(r"\r\n|[\r\n]")


class Edit(NamedTuple):
    """What takes the place of a stretch of the text."""

    start: int
    end: int
    text: str


class Place:
    """Where a value stands in a text, and what stands inside it: keys and values alike."""

    def __init__(self, event: Any) -> None:
        """Begin with what the parser met."""
        self.event = event
        self.inside: list[Place] = []

    @property
    def pairs(self) -> Iterator[tuple[Place, Place]]:
        """Give the keys of a mapping with their values."""
        return zip(self.inside[::2], self.inside[1::2], strict=True)


def with_field(text: str, name: str, field: str, values: Mapping[int, str]) -> str:
    r"""Give the text with a field written in some items of its list `name`, by their number.

    The field comes right under the id, or where it stands already. An item or an id that is an
    alias of words elsewhere gets none: whoever calls this looks whether the outcome is right.

    >>> with_field("all:\n- id: a\n  ask: Who?\n", "all", "seen", {0: "yes"})
    'all:\n- id: a\n  seen: yes\n  ask: Who?\n'
    """
    edits = [
        edit
        for number, item in enumerate(_items(_places(text), name))
        if number in values
        for edit in _edits(text, item, field, f"{field}: {values[number]}")
    ]
    # From the end to the start: what is written does not move what is still to be written.
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _places(text: str) -> Place:
    """Find where everything stands that a text says."""
    whole = Place(None)
    around = [whole]
    for event in events(text):
        if isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        elif isinstance(event, yaml.NodeEvent):
            place = Place(event)
            around[-1].inside.append(place)
            if isinstance(event, yaml.CollectionStartEvent):
                around.append(place)
    return whole.inside[0]


def _items(tree: Place, name: str) -> Iterator[Place]:
    for key, value in tree.pairs:
        if key.event.value == name:
            yield from value.inside


def _edits(text: str, item: Place, field: str, line: str) -> Iterator[Edit]:
    marks: dict[str, tuple[Any, Any]] = {
        key.event.value: (key.event.start_mark, value.event.end_mark)
        for key, value in item.pairs
        if isinstance(value.event, yaml.ScalarEvent)
    }
    if field in marks:
        start, end = marks[field]
        yield Edit(start.index, end.index, line)
    elif "id" in marks:
        start, end = marks["id"]
        flow = item.event.flow_style
        yield _inside(end.index, line) if flow else _under(text, start, end, line)


def _inside(end: int, line: str) -> Edit:
    return Edit(end, end, f", {line}")


def _under(text: str, start: Any, end: Any, line: str) -> Edit:
    # After the whole line, as a comment may follow the id; with the line end that stands there.
    stop, indented = _BREAK.search(text, end.index), " " * start.column + line
    if stop is None:
        return Edit(len(text), len(text), f"\n{indented}")
    return Edit(stop.end(), stop.end(), f"{indented}{stop[0]}")
