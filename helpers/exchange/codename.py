"""The card on which a student chooses a code name."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.exchange.sense import NoSenseError
from helpers.view import strings
from helpers.view.live import Live
from helpers.view.savebar import render_code_name
from helpers.workbook import make_event, read_code_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.sheet import Sheet
    from helpers.view.markup import Markup
    from helpers.workbook import Workbook

BIRDS = ("heron", "lark", "finch", "plover", "wren", "swift", "robin", "tern", "siskin", "curlew")
SHADES = ("amber", "blue", "copper", "green", "indigo", "olive", "rust", "silver", "violet")


class CodeName:
    """The card on which a student chooses a code name."""

    def __init__(self, sheet: Sheet, book: Workbook, changed: Callable[[object], None]) -> None:
        """Suggest a name."""
        self.book, self.changed = book, changed
        self.suggestion = suggest()
        self.live = Live(f"{sheet.id}/code-name", self._markup(), self.hear)

    def hear(self, _live: Live, message: dict[str, Any]) -> None:
        """Take a code name, or suggest another."""
        match message:
            case {"do": "code", "code": [str(written)]}:
                event = self.book.after_all(make_event("code", code=read_code_name(written)))
                on_disk = self.book.add(event)
                self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
                self.live.tell(keep=msgspec.to_builtins(event))
                self.changed(self)
            case {"do": "suggest"}:
                self.suggestion = suggest()
                self.live.show(render_code_name("", self.suggestion))
            case _:
                raise NoSenseError

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        self.live.code = self.book.code
        self.live.show(self._markup(), says)

    def _markup(self) -> Markup:
        return render_code_name(self.book.code, self.suggestion)


def suggest() -> str:
    """Suggest a code name: a shade, a bird, a number.

    >>> len(suggest().split("-"))
    3
    """
    return f"{secrets.choice(SHADES)}-{secrets.choice(BIRDS)}-{secrets.randbelow(90) + 10}"
