"""What people write, read safely: YAML in, checked structures out, errors that name the item."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

from helpers.errors import KitError
from helpers.texts.article import Quote
from helpers.texts.choices import choices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")
ROOT_STEP = re.compile(r"\.(\w+)|\[(\d+)\]")
_LAST_FIELD = re.compile(r"\.(\w+)[^.]*$")
EXTRA = "more cells than columns"
ADDRESSES = ("source_url", "url")
"""The columns of a table in which a web address stands."""
MAX_BYTES = 2_000_000
MAX_VALUES = 100_000
_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The safe loader in C where there is one: ten times as fast."""


class _Loader(_SAFE):  # type: ignore[misc]
    """The safe loader, which refuses a key that is given twice: YAML would keep the last alone."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002 - the signature is PyYAML's
        """Build a mapping, each key once."""
        seen = set()
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        for key in (key for key, _ in pairs if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                problem = f"the key “{key.value}” is given twice; keep one of the two"
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key.start_mark)
            seen.add(key.value)
        built: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        return built


def read_yaml(path: Path, shape: type[T]) -> T:
    """Read a file into the given shape, or say in one sentence what is wrong with it."""
    written = _parsed(path)
    if _too_many(written):
        raise KitError(f"{path.name} repeats itself too often; write out what it says.")
    try:
        return msgspec.convert(written, shape, dec_hook=_decode, strict=True)
    except msgspec.ValidationError as error:
        raise KitError(
            f"{path.name}{_where(written, str(error))}: {_fault(str(error), shape)}."
        ) from None


def read_bytes(path: Path) -> bytes:
    """Read a file that must be there and must not be huge."""
    try:
        # Before reading: a student may point at anything.
        if path.stat().st_size > MAX_BYTES:
            message = f"{path.name} is larger than {MAX_BYTES:,} bytes; no file of the kit is."
            raise KitError(message)
        return path.read_bytes()
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
        raise KitError(message) from None


def read_text(path: Path) -> str:
    """Read a file as UTF-8 text, line ends as they are."""
    try:
        # Spreadsheets put a byte order mark in front.
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{path.name} is not UTF-8 text; save it as UTF-8."
        raise KitError(message) from None


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a table; cells that a row lacks are empty, those it has too many are kept as `EXTRA`."""
    try:
        text = io.StringIO(read_text(path).lstrip("\ufeff"), newline="")
        table = csv.DictReader(text, restkey=EXTRA, restval="", strict=True)
        rows = list(table)
    except csv.Error as error:
        message = f"{path.name} is no table that the kit can read: {error}; save it as CSV again."
        raise KitError(message) from None
    _see_columns(path, table.fieldnames or ())
    return [{column: "".join(cell) for column, cell in row.items()} for row in rows]


def _see_columns(path: Path, columns: Iterable[str]) -> None:
    """See that no column is given twice: of two, the last alone would count."""
    for column in (column for column, times in Counter(columns).items() if times > 1):
        message = f"{path.name}: The column “{column}” is given twice; keep one of the two."
        raise KitError(message)


def address_of(row: Mapping[str, str]) -> str:
    """Give the web address that a row of a table names, or "" where it names none."""
    return next((row[column] for column in ADDRESSES if row.get(column)), "")


def _parsed(path: Path) -> Any:
    try:
        return yaml.load(read_text(path), Loader=_Loader)  # noqa: S506 - the loader is the safe one
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        message = f"{path.name}, line {line}: {error.problem or 'this is not YAML'}."
        raise KitError(message) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        message = f"{path.name} is not YAML that the kit can read: {error}."
        raise KitError(message) from None


def _too_many(written: object) -> bool:
    """Count what a file says once its aliases are followed; stop where it is too much."""
    # Aliases cost a line to write and can unfold to millions of values.
    waiting, seen = [written], 0
    while waiting and seen <= MAX_VALUES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return seen > MAX_VALUES


def _decode(shape: type, written: Any) -> Any:
    if shape is Quote:
        try:
            return Quote.read(written)
        # msgspec adds the place in the file to a ValueError, and only to that.
        except KitError as error:
            raise ValueError(str(error).rstrip(".")) from None
    raise NotImplementedError(shape)


def _fault(error: str, shape: Any) -> str:
    """Say what is wrong and, where a word is outside its vocabulary, which words there are."""
    says, _, place = error.partition(" - at ")
    field = _LAST_FIELD.search(place)
    words = choices(shape, field[1]) if field and "Invalid enum value" in says else ()
    return f"{says}; use one of {', '.join(words)}" if words else says


def _where(written: Any, error: str) -> str:
    """Name the innermost item with an id on the way to the fault."""
    _, _, path = error.partition(" - at `$")
    named = ""
    for key, index in ROOT_STEP.findall(path):
        try:
            written = written[key] if key else written[int(index)]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(written, dict) and isinstance(written.get("id"), str):
            named += f", {written['id']}"
    return named + (f" ({path.rstrip('`').lstrip('.')})" if path else "")
