"""Files in: a workbook's file that the student loads, and the question whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.errors import KitError
from helpers.pieces.nonsense import NonsenseError
from helpers.words import kept_text, saving_text
from helpers.workbook import WorkbookContents, code_name, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.pieces.desk import Desk


class Loading:
    """Loads a file; `foreign` is one that waits for the student to say whose it is."""

    def __init__(
        self, desk: Desk, merge: Callable[[WorkbookContents], None], show: Callable[[str], None]
    ) -> None:
        """Begin with no file; `merge` takes one in, `show` shows the bar and says a sentence."""
        self.desk, self.merge, self.show = desk, merge, show
        self.foreign: WorkbookContents | None = None

    @property
    def question(self) -> str:
        """Give the question that is open, or nothing."""
        if not self.foreign:
            return ""
        theirs = self.foreign.code or code_name(self.foreign.events)
        return saving_text.whose_file(theirs, self.desk.book.code)

    def hear(self, message: dict[str, Any]) -> None:
        """Take what the page says of a file."""
        match message:
            case {"do": "load", "content": bytes(content)}:
                self.load(read_lines(content))
            case {"do": "add"} if self.foreign:
                self.merge(self.foreign)
            case {"do": "drop"}:
                self.foreign = None
                self.show(saving_text.NOT_ADDED)
            case _:
                raise NonsenseError

    def load(self, contents: WorkbookContents) -> None:
        """Take a file in, or ask first."""
        if contents.newer and not contents.events:
            kept = self.desk.book.files.keep_newer(contents.newer)
            here = kept_text.here()
            raise KitError(here.newer_file if kept else here.newer_file_unkept)
        if not contents.events and not contents.code:
            raise KitError(saving_text.NO_ANSWERS)
        if not self.desk.book.events:
            # Nothing of anybody's is here that could be mixed up.
            if contents.workbook:
                self.desk.turn_to(contents.workbook, confirmed=True)
            self.merge(contents)
        elif self._is_ours(contents):
            self.merge(contents)
        else:
            self.foreign = contents
            self.show(self.question)

    def _is_ours(self, contents: WorkbookContents) -> bool:
        """Tell a file of this very workbook: by its id or, in the first edition, its answers."""
        book = self.desk.book
        if contents.workbook:
            return contents.workbook == book.id
        known = {event.id for event in book.events}
        return any(event.id in known for event in contents.events)
