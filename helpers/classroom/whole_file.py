"""A file that is written whole or not at all: nobody opens half of a gradebook."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.words import gradebook_text as words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO


@contextmanager
def whole_file(path: Path, *, bom: bool = False) -> Iterator[TextIO]:
    """Write a file of UTF-8 beside its place, and put it there at the end.

    Line ends stay as they are written; `bom` is for programs that know UTF-8 only by its mark.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    encoding = "utf-8-sig" if bom else "utf-8"
    try:
        # What is no character at all, such as half of a pair, must not stop the rest.
        with beside.open("x", encoding=encoding, errors="replace", newline="") as file:
            yield file
        beside.replace(path)
    except OSError:
        raise KitError(words.CANNOT_WRITE.format(file=path.name)) from None
    finally:
        beside.unlink(missing_ok=True)
