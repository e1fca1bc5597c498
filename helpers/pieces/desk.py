"""The desk: what all pieces of one page share, and which of them a change concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from helpers.errors import KitError
from helpers.kinds.attempt import Attempts, done
from helpers.words import kept_text
from helpers.workbook import WorkbookContents

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.view.widget import PieceWidget
    from helpers.workbook import Event, LessonHistory, Workbook


class Piece(Protocol):
    """Anything on the page that follows the workbook."""

    widget: PieceWidget

    @property
    def follows(self) -> Collection[str] | None:
        """Name the exercises whose answers concern it; None is every one of them."""

    def refresh(self, says: str = "") -> None:
        """Show the present state."""


class KeptNowhereError(KitError):
    """Neither the disk nor the browser took an answer."""


class Desk:
    """The exercises, the workbook, the attempts, and the pieces that lie on it.

    `copied` tells whether the browser has a copy of everything (None: it has not said so yet),
    `confirmed` whether whoever sits here has said, or shown by an answer, that this workbook is
    theirs, `settled` whether it was decided whose the page is: no tab turns it by itself then.
    `forerunners` are empty workbooks that the page had before that.
    """

    def __init__(self, exercises: LessonExercises, book: Workbook) -> None:
        """Begin with no pieces."""
        self.exercises = exercises
        self.book = book
        self.pieces: list[Piece] = []
        self.marked = Attempts()
        self.copied: bool | None = None
        self.settled = False
        self.forerunners = frozenset[str]()
        self.confirmed = not book.events

    @property
    def history(self) -> LessonHistory:
        """What the student did in this lesson."""
        return self.book.lesson(self.exercises.id)

    def attempts(self, exercise: Exercise) -> tuple[Attempt, ...]:
        """Give the attempts at an exercise that the page shows."""
        return self.marked.at(exercise, self.history.shown_at(exercise.id))

    def answered(self) -> frozenset[str]:
        """Name the exercises of this lesson that are answered to the end."""
        return done(self.exercises, self.history, self.marked)

    def keep(self, event: Event, *, copied: bool) -> str:
        """Keep an event of the page; say where it is. `copied`: the browser has read its copy back.

        Raises KeptNowhereError, and nothing has changed.
        """
        on_disk = self.book.add(event)
        # One more copy does not bring those that are missing.
        if not copied:
            self.copied = False
        if not on_disk and not copied:
            self.book.withdraw(event)
            raise KeptNowhereError(kept_text.here().nowhere)
        # Who answers on this page says by that whose it is.
        self.confirmed = True
        if on_disk:
            return kept_text.here().both if copied else kept_text.here().first
        return kept_text.here().second

    def make(self, piece: Piece, *events: Event, exercise: str = "") -> None:
        """Keep events of the kit’s own, and tell the browser of them."""
        made = [self.book.signed(event) for event in events]
        on_disk = self.book.add(*made)
        piece.refresh(kept_text.here().first if on_disk else kept_text.here().not_first)
        # The browser did not make these events, so it has to be told of them for its own copy.
        for event in made:
            piece.widget.tell(keep=msgspec.to_builtins(event))
        self.changed(piece, exercise)

    def turn_to(self, workbook: str, *, confirmed: bool, along: Sequence[Event] = ()) -> None:
        """Let the page be that of another workbook; the events `along` go with the student.

        Nobody's work is deleted: what this page showed stays in the folder.
        """
        self.settled = True
        # An answer may be on its way from a page that does not know yet.
        self.forerunners = frozenset() if self.book.events else frozenset({self.book.id})
        self.book.turn_to(workbook)
        if along:
            self.book.merge(WorkbookContents(list(along)))
        self.confirmed = confirmed
        self.marked = Attempts()
        for piece in self.pieces:
            piece.refresh()

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
