"""What people write, read safely: YAML in, checked structures out, errors that name the item."""

from __future__ import annotations

import csv
import io
import os.path
import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
import yaml

from helpers.errors import KitError
from helpers.texts import limits
from helpers.texts.article import Quote
from helpers.texts.choices import choices
from helpers.texts.yaml_text import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

T = TypeVar("T")
_STEP = re.compile(r"\.(\w+)|\[(\d{1,6})\]")
_LAST_FIELD = re.compile(r"\.(\w++)[^.]*+$")
EXTRA = "more cells than columns"
ADDRESSES = ("source_url", "url")
"""The columns of a table in which a web address stands."""


def read_yaml(path: Path, shape: type[T]) -> T:
    """Read a file into the given shape, or say in one sentence what is wrong with it."""
    written = _parsed(path)
    try:
        return msgspec.convert(written, shape, dec_hook=_decode, strict=True)
    except msgspec.ValidationError as error:
        raise KitError(
            f"{path.name}{_where(written, str(error))}: {_fault(str(error), shape)}."
        ) from None


def is_there(path: Path) -> bool:
    """Tell whether there is a file or folder of this name; one that can be no name is not there."""
    # Names come from files: one with 50,000 letters or a NUL in it is an error for a path.
    return os.path.exists(path)  # noqa: PTH110 - up to Python 3.13 `Path.exists` raises for such


def read_bytes(path: Path) -> bytes:
    """Read a file that must be there and must not be huge."""
    try:
        path.stat()  # says why, if it is not there
        # A pipe or a device can go on without end: a student may point at anything.
        if not path.is_file():
            raise KitError(f"{path.name} cannot be read: it is no file.")
        with path.open("rb") as file:
            content = file.read(limits.BYTES + 1)
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}."
        raise KitError(message) from None
    if len(content) > limits.BYTES:
        message = f"{path.name} is larger than {limits.BYTES:,} bytes; no file of the kit is."
        raise KitError(message)
    return content


def read_text(path: Path) -> str:
    """Read a file as UTF-8 text, line ends as they are."""
    try:
        # Spreadsheets put a byte order mark in front.
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        message = f"{path.name} is not UTF-8 text; save it as UTF-8."
        raise KitError(message) from None


def read_page(path: Path) -> str:
    """Read a text that is no longer than a page of the kit can be."""
    text = read_text(path)
    if len(text) > limits.PAGE:
        raise KitError(f"{path.name}: {limits.TOO_MUCH}.")
    return text


def read_table(path: Path) -> list[dict[str, str]]:
    """Read a table; cells that a row lacks are empty, those it has too many are kept as `EXTRA`."""
    try:
        text = io.StringIO(read_text(path).lstrip("\ufeff"), newline="")
        table = csv.DictReader(text, restkey=EXTRA, restval="", strict=True)
        rows = list(islice(table, limits.ROWS + 1))
    except csv.Error as error:
        message = f"{path.name} is no table that the kit can read: {error}; save it as CSV again."
        raise KitError(message) from None
    if len(rows) > limits.ROWS:
        raise KitError(f"{path.name} has more than {limits.ROWS:,} rows; divide it.")
    _see_columns(path, table.fieldnames or ())
    found = [{column: "".join(cell) for column, cell in row.items()} for row in rows]
    _see_cells(path, found)
    return found


def _see_cells(path: Path, rows: list[dict[str, str]]) -> None:
    """See that no row is too wide and no cell too long; the names of the columns are the same."""
    for line, row in enumerate(rows, start=2):
        if len(row) > limits.ENTRIES:
            raise KitError(f"{path.name}, row {line}: {limits.TOO_MANY_ENTRIES}.")
        if any(len(said) > limits.LETTERS for cell in row.items() for said in cell):
            raise KitError(f"{path.name}, row {line}: {limits.TOO_LONG}.")


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
        return read_plain(read_text(path))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        message = f"{path.name}, line {line}: {error.problem or 'this is not YAML'}."
        raise KitError(message) from None
    except yaml.YAMLError as error:
        message = f"{path.name} is not YAML that the kit can read: {error}."
        raise KitError(message) from None


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
    says, way = _parted(error)
    field = _LAST_FIELD.search(way)
    words = choices(shape, field[1]) if field and "Invalid enum value" in says else ()
    return f"{says}; use one of {', '.join(words)}" if words else says


def _where(written: Any, error: str) -> str:
    """Name the innermost item with an id on the way to the fault."""
    _, way = _parted(error)
    named = ""
    for key, index in _STEP.findall(way):
        try:
            written = written[key] if key else written[int(index)]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(written, dict) and isinstance(written.get("id"), str):
            named += f", {written['id']}"
    return named + (f" ({way.lstrip('.')})" if way else "")


def _parted(error: str) -> tuple[str, str]:
    """Give what is wrong, and the way to it through the file, "" if that is the file itself."""
    # The last one: words of the file stand before it, and can look like a way.
    says, found, way = error.rpartition(" - at `$")
    return (says, way.rstrip("`")) if found else (error, "")
