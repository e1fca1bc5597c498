"""Drawing from a pool: the same questions for as long as one student works on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.recall import Recall
    from helpers.pieces.desk import Desk


class Draw:
    """What is drawn from a pool for the student whose page it is.

    No answer and no code name changes it. It is drawn anew once the page becomes somebody else’s,
    and once answers come back, from a file or from the browser, to questions that it does not have.
    """

    def __init__(self, desk: Desk, pool: Recall, draw: Callable[[], tuple[str, ...]]) -> None:
        """Wait: nothing is drawn until somebody asks for it."""
        self.desk = desk
        self.pool = frozenset(pool.of)
        self.draw = draw
        self._workbook = ""
        self._names: tuple[str, ...] = ()
        self._expected = frozenset[str]()
        self._events = 0

    def names(self) -> tuple[str, ...]:
        """Name the questions, in the order in which the page asks them."""
        book, given = self.desk.book, self.desk.history.answered & self.pool
        events = len(book.events)
        # Where there was nothing to draw, what has come since may give something.
        still_none = not self._names and events == self._events
        stays = book.id == self._workbook and given <= self._expected
        if not stays or not (self._names or still_none):
            self._workbook, self._events, self._names = book.id, events, self.draw()
            # More may have been answered than is drawn, on days with other draws.
            self._expected = given | frozenset(self._names)
        return self._names

    def name(self, number: int) -> str:
        """Name one of the questions, counted from 1; nothing if there are fewer."""
        return next(iter(self.names()[number - 1 : number]), "")
