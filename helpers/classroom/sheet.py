"""A sheet: a CSV file that somebody else made, cell by cell, each exactly as it is written there.

Python's csv module gives what cells mean and forgets how they were written. A gradebook goes back
to where it came from, so all that is not ours has to stay as it was.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from helpers.errors import KitError
from helpers.words import gradebook_text as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

MOST_MB = 64
SEPARATORS = (",", ";", "\t")
OTHER_FILES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")
"""How files of spreadsheets and PDFs begin: they are sent by mistake."""
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(.*)', re.DOTALL)


class Row(NamedTuple):
    """A row: its cells as they are written, with their quotation marks, and the end of the line."""

    cells: list[str]
    end: str


class Sheet(NamedTuple):
    """A CSV file that was read; `bom` tells whether it began with the mark of UTF-8."""

    path: Path
    text: str
    separator: str
    bom: bool

    @property
    def name(self) -> str:
        """How the file is called."""
        return self.path.name

    def rows(self) -> Iterator[Row]:
        """Give the rows one at a time, the header first."""
        return _rows(self.text, self.separator)

    @property
    def header(self) -> list[str]:
        """Name the columns."""
        return _header(self.text, self.separator)

    def line(self, cells: Iterable[str], end: str) -> str:
        """Join cells, as they are written, to a line."""
        return self.separator.join(cells) + end


def read_sheet(path: Path, fits: Callable[[list[str]], bool]) -> Sheet:
    """Read a CSV file in any encoding and with any separator that spreadsheets write.

    `fits` tells whether a header makes sense: that of a file split at the wrong sign does not.
    Raises KitError if it is too large, empty, or no CSV file.
    """
    content = _content(path)
    text = _decoded(content, path.name)
    if not text.strip():
        raise KitError(words.EMPTY.format(file=path.name))

    fitting = (sign for sign in SEPARATORS if fits(_header(text, sign)))
    return Sheet(path, text, next(fitting, SEPARATORS[0]), content.startswith(BOM_UTF8))


def value(cell: str) -> str:
    """Give what a cell means, without the quotation marks around it.

    >>> value('"Rell, Ada"'), value('"the ""old"" one"'), value("plain")
    ('Rell, Ada', 'the "old" one', 'plain')
    """
    quoted = _QUOTED.fullmatch(cell) if cell.startswith('"') else None
    return quoted[1].replace('""', '"') + quoted[2] if quoted else cell


def written(text: str, separator: str) -> str:
    """Write a cell, in quotation marks where it needs them.

    >>> written("Who, says so?", ","), written("Who, says so?", ";")
    ('"Who, says so?"', 'Who, says so?')
    """
    if any(sign in text for sign in (separator, '"', "\r", "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


@cache
def _cell(separator: str) -> re.Pattern[str]:
    """Match one cell and what ends it."""
    return re.compile(rf'((?:"[^"]*(?:""[^"]*)*")?[^{separator}\r\n]*)({separator}|\r\n|\r|\n|\Z)')


def _header(text: str, separator: str) -> list[str]:
    return [value(cell) for cell in next(_rows(text, separator)).cells]


def _rows(text: str, separator: str) -> Iterator[Row]:
    at, match = 0, _cell(separator).match
    while at < len(text):
        cells, end = [], separator
        while end == separator:
            found = match(text, at)
            # Every position begins a cell, if an empty one.
            assert found  # noqa: S101
            cells.append(found[1])
            at, end = found.end(), found[2]
        yield Row(cells, end)


def _content(path: Path) -> bytes:
    most = MOST_MB * 1_000_000
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError:
        raise KitError(words.CANNOT_READ.format(file=path.name)) from None
    if len(content) > most:
        raise KitError(words.TOO_LARGE.format(file=path.name, most=MOST_MB))
    return content


def _decoded(content: bytes, name: str) -> str:
    # Spreadsheets write UTF-16 always with its mark, and old ones the code page of the West.
    encodings = ["utf-8-sig", "cp1252"]
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text and not content.startswith(OTHER_FILES):
            return text
    raise KitError(words.NOT_A_CSV.format(file=name))
