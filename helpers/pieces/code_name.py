"""The card on which a student chooses a code name."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from helpers.errors import KitError
from helpers.pieces.nonsense import NonsenseError
from helpers.view.save_bar import render_code_name
from helpers.view.widget import PieceWidget
from helpers.words import saving_text
from helpers.workbook import is_like_a_real_name, make_event, new_workbook, read_code_name

if TYPE_CHECKING:
    from helpers.pieces.desk import Desk
    from helpers.view.markup import Markup


FIELD = "code"
"""How the form names the field for it."""


class CodeName:
    """The card on which a student chooses a code name.

    `wished` is a name that waits for an answer: whether the student wants it although it looks like
    a real one (`real`) or, after that, whether she is somebody else.
    """

    follows = frozenset[str]()  # no answer changes a name

    def __init__(self, desk: Desk) -> None:
        """Suggest a name."""
        self.desk = desk
        self.suggestion = suggest()
        self.wished, self.real = "", False
        self.widget = PieceWidget(
            f"{desk.exercises.id}/code-name",
            self._markup(),
            self.hear,
            paper=lambda: render_code_name("", ""),
            workbook=desk.book.id,
        )

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a code name, or suggest another."""
        match message:
            case {"do": "code", "code": [str(written)]}:
                self._wish(read_code_name(written))
            case {"do": "use-anyway"} if self.real:
                self.real = False
                self._replace()
            case {"do": "rename"} if self.wished and not self.real:
                self._take()
            case {"do": "somebody"} if self.wished and not self.real:
                self.desk.turn_to(new_workbook(), confirmed=True)
                self._take()
                self.widget.tell(me=self.desk.book.id, tab=message.get("tab"))
            case {"do": "suggest"}:
                self.suggestion, self.wished, self.real = suggest(), "", False
                # With the field emptied of the old name, so that the suggestion is seen in it.
                self.widget.show(render_code_name("", self.suggestion))
            case _:
                raise NonsenseError

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        self.widget.workbook = self.desk.book.id
        self.widget.show(self._markup(), says)

    def _wish(self, code: str) -> None:
        """Take a name that nobody has yet; ask first about one that looks like a real one."""
        book = self.desk.book
        if any(one.code == code and one.workbook != book.id for one in book.students):
            raise KitError(saving_text.NAME_IS_HERE.format(code=code), FIELD)
        if code == book.code:
            raise KitError(saving_text.SAME_NAME.format(code=code), FIELD)
        self.wished, self.real = code, is_like_a_real_name(code)
        if self.real:
            self.refresh(saving_text.REAL_NAME)
        else:
            self._replace()

    def _replace(self) -> None:
        """Take a first name at once; ask before it replaces another."""
        # Where nothing was answered, nobody can be mixed up with anybody.
        if self.desk.book.code:
            self.refresh(saving_text.NEW_NAME_OR_SOMEBODY)
        else:
            self._take()

    def _take(self) -> None:
        # Events are only added: an old name stays on the disk, and the newest one counts.
        made = make_event("code", code=self.wished)
        self.wished = ""
        self.desk.make(self, made)

    def _markup(self) -> Markup:
        code, wished = self.desk.book.code, self.wished
        return render_code_name(code, self.suggestion, wished, real=self.real)


def suggest() -> str:
    """Suggest a code name: a shade, a bird, a number.

    In a class of a hundred, two get the same one in less than one class of a hundred.

    >>> len(suggest().split("-"))
    3
    """
    shade, bird = secrets.choice(saving_text.SHADES), secrets.choice(saving_text.BIRDS)
    return f"{shade}-{bird}-{secrets.randbelow(900) + 100}"
