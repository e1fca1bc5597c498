"""The card on which a student chooses a code name."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from helpers.pieces.nonsense import NonsenseError
from helpers.view.save_bar import render_code_name
from helpers.view.widget import PieceWidget
from helpers.workbook import make_event, read_code_name

if TYPE_CHECKING:
    from helpers.pieces.desk import Desk
    from helpers.view.markup import Markup

BIRDS = ("heron", "lark", "finch", "plover", "wren", "swift", "robin", "tern", "siskin", "curlew")
SHADES = ("amber", "blue", "copper", "green", "indigo", "olive", "rust", "silver", "violet")


class CodeName:
    """The card on which a student chooses a code name."""

    follows = frozenset[str]()  # no answer changes a name

    def __init__(self, desk: Desk) -> None:
        """Suggest a name."""
        self.desk = desk
        self.suggestion = suggest()
        self.widget = PieceWidget(f"{desk.exercises.id}/code-name", self._markup(), self.hear)

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a code name, or suggest another."""
        match message:
            case {"do": "code", "code": [str(written)]}:
                # Events are only added: an old name stays in the file, and the newest one counts.
                self.desk.make(self, make_event("code", code=read_code_name(written)))
            case {"do": "suggest"}:
                self.suggestion = suggest()
                # With the field emptied of the old name, so that the suggestion is seen in it.
                self.widget.show(render_code_name("", self.suggestion))
            case _:
                raise NonsenseError

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        self.widget.code = self.desk.book.code
        self.widget.show(self._markup(), says)

    def _markup(self) -> Markup:
        return render_code_name(self.desk.book.code, self.suggestion)


def suggest() -> str:
    """Suggest a code name: a shade, a bird, a number.

    >>> len(suggest().split("-"))
    3
    """
    return f"{secrets.choice(SHADES)}-{secrets.choice(BIRDS)}-{secrets.randbelow(90) + 10}"
