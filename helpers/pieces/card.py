"""A card and its answers: what the page sends is checked, kept, marked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.errors import KitError
from helpers.kinds.attempt import make_attempt
from helpers.pieces.nonsense import NonsenseError
from helpers.view.card import render_card
from helpers.view.card_state import CardState
from helpers.view.widget import PieceWidget
from helpers.words import card_text
from helpers.workbook import make_event, read_event

if TYPE_CHECKING:
    from helpers.kinds.attempt import Attempt
    from helpers.pieces.desk import Desk
    from helpers.workbook import Event


class Card:
    """One exercise on the page, and its answers in the workbook."""

    def __init__(self, desk: Desk, exercise: str) -> None:
        """Show the exercise as it stands in the workbook."""
        self.desk = desk
        self.exercise = desk.exercises.exercise(exercise)
        # A second vote shows the first one, so it changes with it.
        self.follows = frozenset({exercise, self.exercise.again} - {""})
        self.retrying = False
        state = self.state()
        self.widget = PieceWidget(
            f"{state.lesson}/{exercise}",
            render_card(state),
            self.hear,
            about={"lesson": state.lesson, "exercise": exercise},
            code=desk.book.code,
            value=_value(state),
        )

    def state(self) -> CardState[Any]:
        """Gather what the card shows now."""
        lesson, mine = self.desk.exercises, self.exercise.id
        return CardState(
            lesson=lesson.id,
            exercise=self.exercise,
            dossier=lesson.dossier(self.exercise),
            slips=lesson.file.slips,
            attempts=self.desk.attempts(self.exercise),
            earlier=self._earlier(),
            revealed=any(e.what == "reveal" and e.exercise == mine for e in self.desk.current()),
            retrying=self.retrying,
            undo=self.desk.book.last_reset(lesson.id, mine) is not None,
            seed=self.desk.book.draw_seed,
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        state = self.state()
        # The page keeps its own copy of each answer under the code name of that moment.
        self.widget.code = self.desk.book.code
        self.widget.value = _value(state)
        self.widget.show(render_card(state), says)

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a message of the page."""
        match message.get("do"):
            case "event":
                self._take(message)
            case "again":
                self.retrying = True
                self.refresh()
            case "undo":
                self._undo()
            case _:
                raise NonsenseError

    def _take(self, message: dict[str, Any]) -> None:
        """Keep an event that makes sense; refuse any other, with a sentence."""
        written = message.get("event")
        identity = written.get("id") if isinstance(written, dict) else None
        try:
            event = read_event(written)
            self._check(event)
        except KitError:
            # Else the browser would keep what was refused, and offer it again as lost work.
            self.widget.tell(ack=identity, refused=True)
            raise
        kept = self.desk.keep(event)
        # The second try is over; without this the form would come back.
        self.retrying = False
        self.refresh(kept)
        # Only now may the page forget its draft: the answer is on disk.
        self.widget.tell(ack=event.id, draft=message.get("draft"))
        self.desk.changed(self, self.exercise.id)

    def _check(self, event: Event) -> None:
        """Refuse what this card cannot take; an answer is read and marked here, and only here."""
        if (event.lesson, event.exercise) != (self.desk.exercises.id, self.exercise.id):
            raise NonsenseError
        if event.what not in {"answer", "reveal", "reset"}:
            raise NonsenseError
        if event.what == "answer":
            attempt = make_attempt(self.exercise, event)
            # Where nobody asks how sure, a confidence is as wrong as a missing one elsewhere.
            if event.confidence not in (self.exercise.confidence_steps() or (None,)):
                raise KitError(card_text.SURE_FIRST)
            self.desk.marked.add(event, attempt)

    def _undo(self) -> None:
        reset = self.desk.book.last_reset(self.desk.exercises.id, self.exercise.id)
        if reset is None:
            raise NonsenseError
        made = make_event("undo", lesson=reset.lesson, refers=reset.id)
        self.desk.make(self, made, self.exercise.id)

    def _earlier(self) -> tuple[Attempt, ...]:
        """Give the attempts at the exercise that this one is compared with."""
        again = self.exercise.again
        return self.desk.attempts(self.desk.exercises.exercise(again)) if again else ()


def _value(state: CardState[Any]) -> dict[str, Any]:
    if not state.attempts:
        return {}
    last = state.last
    return {
        "answer": last.answer,
        "confidence": last.confidence,
        "score": last.mark.score if state.exercise.graded else None,
        "attempt": len(state.attempts),
    }
