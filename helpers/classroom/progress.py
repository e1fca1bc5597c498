"""Progress of long work, on one line of the terminal; elsewhere it is not shown."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, Self

from helpers.words import class_command_text as words

if TYPE_CHECKING:
    from typing import TextIO

OFTEN = 0.1
"""Seconds between two words: nobody reads faster, and writing takes time."""


class Progress:
    """Shows how far work has come.

    >>> with Progress() as progress:
    ...     progress.told(1, 30)
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        """Write to a stream, or else to the standard one for what is no result."""
        self.stream = stream or sys.stderr
        self._next = 0.0

    def told(self, done: int, all_: int) -> None:
        """Show that so many of all steps are done."""
        if self.stream.isatty() and all_ and monotonic() >= self._next:
            self._next = monotonic() + OFTEN
            self.stream.write("\r" + words.PROGRESS.format(percent=100 * done // all_))
            self.stream.flush()

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away."""
        if self.stream.isatty():
            self.stream.write("\r" + " " * len(words.PROGRESS) + "\r")
