"""The desk: what all pieces of one page share, and which of them a change concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from helpers.kinds.attempt import Attempts
from helpers.words import saving_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.view.widget import PieceWidget
    from helpers.workbook import Event, Workbook


class Piece(Protocol):
    """Anything on the page that follows the workbook."""

    widget: PieceWidget

    @property
    def follows(self) -> Collection[str] | None:
        """Name the exercises whose answers concern it; None is every one of them."""

    def refresh(self, says: str = "") -> None:
        """Show the present state."""


class Desk:
    """The exercises, the workbook, the attempts, and the pieces that lie on it."""

    def __init__(self, exercises: LessonExercises, book: Workbook) -> None:
        """Begin with no pieces."""
        self.exercises = exercises
        self.book = book
        self.pieces: list[Piece] = []
        self.marked = Attempts()

    def current(self) -> list[Event]:
        """Give the events of this lesson that the page shows."""
        return self.book.current(self.exercises.id)

    def attempts(self, exercise: Exercise) -> tuple[Attempt, ...]:
        """Give the attempts at an exercise that the page shows."""
        return self.marked.at(exercise, self.current())

    def answered(self) -> frozenset[str]:
        """Name the exercises of this lesson that have an answer."""
        given = {event.exercise for event in self.current() if event.what == "answer"}
        return frozenset(given) & frozenset(self.exercises.ids)

    def keep(self, event: Event) -> str:
        """Keep an event; say where it is kept."""
        return saving_text.KEPT_DISK if self.book.add(event) else saving_text.KEPT_BROWSER

    def make(self, piece: Piece, event: Event, exercise: str = "") -> None:
        """Keep an event of the kit’s own, after all others, and tell the browser of it."""
        event = self.book.after_all(event)
        piece.refresh(self.keep(event))
        # The browser did not make this event, so it has to be told of it for its own copy.
        piece.widget.tell(keep=msgspec.to_builtins(event))
        self.changed(piece, exercise)

    def place(self, piece: Piece) -> PieceWidget:
        """Let a piece follow the workbook from now on."""
        self.pieces.append(piece)
        return piece.widget

    def changed(self, source: Piece, exercise: str = "") -> None:
        """Let the pieces follow that a change concerns: that of one exercise, or of anything."""
        for piece in self.pieces:
            concerned = not exercise or piece.follows is None or exercise in piece.follows
            # The source has drawn itself already, and announced what happened; drawing again would
            # mute it.
            if concerned and piece is not source:
                piece.refresh()
