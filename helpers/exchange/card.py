"""A card and its answers: what the page sends is checked, kept, marked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpers.errors import KitError
from helpers.exchange.sense import NoSenseError
from helpers.kinds.standing import given
from helpers.view import strings
from helpers.view.card import render_card
from helpers.view.live import Live
from helpers.view.look import Look
from helpers.workbook import make_event, read_event

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet
    from helpers.kinds.standing import Given
    from helpers.workbook import Event, Workbook


class Card:
    """One exercise on the page, and its answers in the workbook."""

    def __init__(
        self, sheet: Sheet, exercise: Exercise, book: Workbook, changed: Callable[[object], None]
    ) -> None:
        """Show the exercise as it stands in the workbook."""
        self.sheet, self.exercise, self.book, self.changed = sheet, exercise, book, changed
        self.retrying = False
        look = self.look()
        self.live = Live(
            f"{sheet.id}/{exercise.id}",
            render_card(look),
            self.hear,
            about={"lesson": sheet.id, "exercise": exercise.id},
            code=book.code,
            value=_value(look),
        )

    def look(self) -> Look[Any]:
        """Gather what the card shows now."""
        events = self.book.live(self.sheet.id)
        mine = [event for event in events if event.exercise == self.exercise.id]
        return Look(
            lesson=self.sheet.id,
            exercise=self.exercise,
            dossier=self.sheet.dossier(self.exercise),
            names=self.sheet.file.misconceptions,
            given=given(self.exercise, mine),
            earlier=self._earlier(events),
            revealed=any(event.what == "reveal" for event in mine),
            retrying=self.retrying,
            undo=self.book.last_reset(self.sheet.id, self.exercise.id) is not None,
            seed=self.book.lot,
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        look = self.look()
        self.live.code = self.book.code
        self.live.value = _value(look)
        self.live.show(render_card(look), says)

    def hear(self, _live: Live, message: dict[str, Any]) -> None:
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
                raise NoSenseError

    def _take(self, message: dict[str, Any]) -> None:
        """Keep an event that makes sense; refuse any other, with a sentence."""
        written = message.get("event")
        identity = written.get("id") if isinstance(written, dict) else None
        try:
            event = self._checked(read_event(written))
        except KitError:
            self.live.tell(ack=identity, refused=True)
            raise
        on_disk = self.book.add(event)
        self.retrying = False
        self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
        self.live.tell(ack=event.id, draft=message.get("draft"))
        self.changed(self)

    def _checked(self, event: Event) -> Event:
        if (event.lesson, event.exercise) != (self.sheet.id, self.exercise.id):
            raise NoSenseError
        if event.what not in {"answer", "reveal", "reset"}:
            raise NoSenseError
        if event.what == "answer":
            self.exercise.read(event.answer)
            if event.confidence not in (self.exercise.confidence_steps() or (None,)):
                raise KitError(strings.SURE_FIRST)
        return event

    def _undo(self) -> None:
        reset = self.book.last_reset(self.sheet.id, self.exercise.id)
        if reset is None:
            raise NoSenseError
        event = self.book.after_all(make_event("undo", lesson=self.sheet.id, refers=reset.id))
        on_disk = self.book.add(event)
        self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
        self.live.tell(keep=msgspec.to_builtins(event))
        self.changed(self)

    def _earlier(self, events: list[Event]) -> tuple[Given, ...]:
        if not self.exercise.again:
            return ()
        return given(self.sheet.exercise(self.exercise.again), events)


def _value(look: Look[Any]) -> dict[str, Any]:
    if not look.given:
        return {}
    last = look.last
    return {
        "answer": last.answer,
        "confidence": last.confidence,
        "score": last.mark.score if look.exercise.scored else None,
        "attempt": len(look.given),
    }
