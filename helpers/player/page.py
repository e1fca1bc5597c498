"""A lesson's page in a browser alone: runs its cells, and carries messages there and back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from helpers.player import stand_in
from helpers.player.cells import Cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Page:
    """The pieces of one page, by their numbers; every message is JSON.

    `post` takes a message to the page: a piece that is `shown` in a cell with its first state,
    what is `set` in it afterwards, what it `says`.
    """

    def __init__(self, post: Callable[[str], None]) -> None:
        """Begin without a piece."""
        self._post = post
        self._cells = Cells()
        self._pieces: dict[int, stand_in.AnyWidget] = {}
        stand_in.meet(self._tell)

    def run(self, cells: str) -> None:
        """Run cells, each with its name and its code, and show what comes of them."""
        for name, code in json.loads(cells):
            shown = self._cells.run(code)
            if isinstance(shown, stand_in.AnyWidget):
                self._pieces[shown.number] = shown
                self._tell({"model": shown.number, "cell": name, "shown": shown.state()})

    def hear(self, model: int, content: str, buffers: Sequence[memoryview] = ()) -> None:
        """Give a piece what the page says to it."""
        piece = self._pieces[model]
        said = json.loads(content)
        for hear in piece.heard:
            hear(piece, said, [*buffers])

    def _tell(self, message: dict[str, Any]) -> None:
        # Not by msgspec: markup is a string of a kind of its own.
        self._post(json.dumps(message))


def open_page(post: Callable[[str], None]) -> Page:
    """Open a page where there are no widgets; nothing of the kit that shows any is loaded yet."""
    stand_in.install()
    return Page(post)
