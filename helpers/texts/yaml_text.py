"""YAML, read with care: lists, mappings, words and numbers, and hardly more of what YAML can do.

The parser tells what it meets one thing at a time, and each is looked at before anything is built
of it. So no tag makes anything, nothing is nested too deep for the machine, and what is repeated
(`&name`, `*name`) is counted each time.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import yaml

from helpers.texts import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where there is one: ten times as fast."""
_MAKER = yaml.constructor.SafeConstructor()
_RESOLVER: Any = yaml.resolver.Resolver()
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


def read_plain(text: str) -> Any:
    """Give what a text says, or raise yaml.YAMLError; one with a mark names the line.

    >>> read_plain("{a: [1, b]}")
    {'a': [1, 'b']}
    """
    reading = _Reading()
    for event in events(text):
        reading.take(event)
    return reading.said


def events(text: str) -> Iterator[yaml.Event]:
    """Give what the parser meets in a text, one thing at a time, or raise yaml.YAMLError."""
    # It declares a tag, and a parser looks through all of them each time.
    if _DIRECTIVE.search(text):
        raise yaml.YAMLError("a line begins with %; begin it otherwise")
    yield from yaml.parse(text, Loader=_LOADER)


class _Size(NamedTuple):
    """How much a value says, all that is inside it included."""

    values: int
    letters: int
    height: int = 0


class _Open:
    """A list or a mapping that is still being read: what stands in it, keys and values alike."""

    def __init__(self, start: yaml.CollectionStartEvent, before: _Size) -> None:
        self.anchor: str | None = start.anchor
        self.mapping = isinstance(start, yaml.MappingStartEvent)
        self.most = limits.ENTRIES * (1 + self.mapping)
        self.before = before
        self.inside: list[Any] = []
        self.keys: set[str] = set()
        self.height = 1

    @property
    def awaits_key(self) -> bool:
        """Tell whether what comes next is a key."""
        return self.mapping and len(self.inside) % 2 == 0

    def closed(self) -> Any:
        """Give the list or the mapping, now that all of it is there."""
        pairs = self.inside
        return dict(zip(pairs[::2], pairs[1::2], strict=True)) if self.mapping else pairs


class _Reading:
    """What has been read so far, and what is still open."""

    def __init__(self) -> None:
        self.said: Any = None
        self._open: list[_Open] = []
        self._named: dict[str, tuple[Any, _Size]] = {}
        self._documents = self._values = self._letters = 0

    def take(self, event: yaml.Event) -> None:
        """Take what the parser met next."""
        match event:
            case yaml.ScalarEvent():
                self._see(event)
                size = _Size(1, len(event.value))
                self._count(event, size)
                self._add(self._word(event), size, event.anchor)
            case yaml.CollectionStartEvent():
                self._see(event)
                self._begin(event)
            case yaml.CollectionEndEvent():
                self._end(self._open.pop())
            case yaml.AliasEvent():
                self._repeat(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    _refuse(event, "a second document begins; keep one in a file")

    def _see(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        """See that a value has no tag, before anything is made of it."""
        if event.tag is not None:
            _refuse(event, "it has a tag (!…); take it out, or put the text in quotation marks")

    def _begin(self, event: yaml.CollectionStartEvent) -> None:
        if self._awaits_key():
            _refuse(event, "a key is a list or a mapping; write a word")
        before = _Size(self._values, self._letters)
        self._count(event, _Size(1, 0, 1))
        self._open.append(_Open(event, before))

    def _end(self, closed: _Open) -> None:
        values, letters, _ = closed.before
        size = _Size(self._values - values, self._letters - letters, closed.height)
        self._add(closed.closed(), size, closed.anchor)

    def _repeat(self, event: yaml.AliasEvent) -> None:
        # A list that is still open is not there yet: it cannot hold itself.
        name = event.anchor or ""
        if name not in self._named or self._awaits_key():
            _refuse(event, f"*{name[:40]} repeats nothing that is there; write it out")
        value, size = self._named[name]
        self._count(event, size)
        self._add(value, size, None)

    def _word(self, event: yaml.ScalarEvent) -> Any:
        if self._awaits_key():
            keys = self._open[-1].keys
            # YAML would keep the last alone.
            if event.value in keys:
                says = f"the key “{event.value[:80]}” is given twice; keep one of the two"
                _refuse(event, says)
            keys.add(event.value)
        return _value(event)

    def _count(self, event: yaml.NodeEvent, size: _Size) -> None:
        """Count what is read, or repeated; stop where it is too much."""
        self._values += size.values
        self._letters += size.letters
        if self._values > limits.VALUES:
            _refuse(event, limits.TOO_MANY_VALUES)
        if self._letters > limits.PAGE:
            _refuse(event, limits.TOO_MUCH)
        if len(self._open) + size.height > limits.DEPTH:
            _refuse(event, limits.TOO_DEEP)
        if self._open and len(self._open[-1].inside) == self._open[-1].most:
            _refuse(event, limits.TOO_MANY_ENTRIES)

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].awaits_key

    def _add(self, value: Any, size: _Size, anchor: str | None) -> None:
        if anchor:
            self._named[anchor] = (value, size)
        if self._open:
            holder = self._open[-1]
            holder.inside.append(value)
            holder.height = max(holder.height, size.height + 1)
        else:
            self.said = value


def _value(event: yaml.ScalarEvent) -> Any:
    """Read a word as what it stands for: a number, yes or no, nothing, or itself."""
    written = event.value
    if len(written) > limits.LETTERS:
        _refuse(event, limits.TOO_LONG)
    if not event.implicit[0]:  # between quotation marks
        return written
    tag = _RESOLVER.resolve(yaml.ScalarNode, written, (True, False)).rpartition(":")[2]
    if tag == "merge":
        _refuse(event, "<< takes over another place; write out what it says")
    # A date stays as it is written: whether it is a day is looked at where days are.
    if tag not in {"null", "bool", "int", "float"}:
        return written
    # Long digits take long to read, and Python refuses to print them.
    if len(written) > limits.DIGITS:
        _refuse(event, limits.TOO_MANY_DIGITS)
    return _made(tag, event)


def _made(tag: str, event: yaml.ScalarEvent) -> Any:
    """Make a number, a yes or no, or nothing."""
    node = yaml.ScalarNode(f"tag:yaml.org,2002:{tag}", event.value)
    try:
        made = getattr(_MAKER, f"construct_yaml_{tag}")(node)
    except ValueError:  # such as 0x_
        made = math.nan
    if isinstance(made, float) and not math.isfinite(made):
        says = f"“{event.value}” is no number; write its digits, or quotation marks around it"
        _refuse(event, says)
    return made


def _refuse(event: Any, problem: str) -> NoReturn:
    raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)
