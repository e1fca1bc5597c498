"""What passes between the page and the workbook: a card's events, the save bar's requests."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.errors import KitError
from helpers.kinds.poll import Poll
from helpers.kinds.standing import given
from helpers.view import strings
from helpers.view.card import render_card
from helpers.view.live import Live
from helpers.view.look import Look
from helpers.view.savebar import Bar, render_bar, render_code_name
from helpers.workbook import Reading, make_event, read_code_name, read_event, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.base import Exercise
    from helpers.kinds.sheet import Sheet
    from helpers.view.markup import Markup
    from helpers.workbook import Event, Workbook

NO_SENSE = "The page sent something that makes no sense here. Nothing was changed."
BIRDS = ("heron", "lark", "finch", "plover", "wren", "swift", "robin", "tern", "siskin", "curlew")
SHADES = ("amber", "blue", "copper", "green", "indigo", "olive", "rust", "silver", "violet")


class Card:
    """One exercise on the page, and its answers in the workbook."""

    def __init__(
        self, sheet: Sheet, exercise: Exercise, book: Workbook, changed: Callable[[object], None]
    ) -> None:
        """Show the exercise as it stands in the workbook."""
        self.sheet, self.exercise, self.book, self.changed = sheet, exercise, book, changed
        self.retrying = False
        self.live = Live(f"{sheet.id}/{exercise.id}", render_card(self.look()), self.hear)
        self.live.about = {"lesson": sheet.id, "exercise": exercise.id}
        self.refresh()

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
            seed=self.book.code,
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
                raise KitError(NO_SENSE)

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
            raise KitError(NO_SENSE)
        if event.what not in {"answer", "reveal", "reset"}:
            raise KitError(NO_SENSE)
        if event.what == "answer":
            self.exercise.read(event.answer)
            if event.confidence not in self.exercise.confidence_steps():
                raise KitError(strings.SURE_FIRST)
        return event

    def _undo(self) -> None:
        reset = self.book.last_reset(self.sheet.id, self.exercise.id)
        if reset is None:
            raise KitError(NO_SENSE)
        event = make_event("undo", lesson=self.sheet.id, refers=reset.id)
        self.book.add(event)
        self.refresh(strings.KEPT_DISK)
        self.live.tell(keep=msgspec.to_builtins(event))
        self.changed(self)

    def _earlier(self, events: list[Event]) -> tuple[Any, ...]:
        if not isinstance(self.exercise, Poll) or not self.exercise.again:
            return ()
        return given(self.sheet.exercise(self.exercise.again), events)


class SaveBar:
    """The save bar: what is kept, what the browser offers, files in and out."""

    def __init__(self, sheet: Sheet, book: Workbook, changed: Callable[[object], None]) -> None:
        """Show what is kept and hand the browser its copy."""
        self.sheet, self.book, self.changed = sheet, book, changed
        self.offers: dict[str, int] = {}
        self.foreign: Reading | None = None
        self.blocked = False
        self.live = Live(f"{sheet.id}/save-bar", render_bar(self.bar()), self.hear)
        self.live.about = {"lesson": sheet.id}
        self.hand_over()

    def bar(self) -> Bar:
        """Gather what the bar shows now."""
        return Bar(
            code=self.book.code,
            answers=sum(event.what == "answer" for event in self.book.events),
            folder=f"{self.book.folder.name}/",
            on_disk=self.book.on_disk,
            damaged=self.book.damaged,
            blocked=self.blocked,
            offers=self.offers,
            their_code=self.foreign.code if self.foreign else "",
            undo=self.book.last_reset(self.sheet.id) is not None,
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        self.live.code = self.book.code
        self.live.show(render_bar(self.bar()), says)

    def hand_over(self) -> None:
        """Give the browser a copy of every event."""
        self.live.code = self.book.code
        self.live.events = msgspec.to_builtins(self.book.events)

    def hear(self, _live: Live, message: dict[str, Any]) -> None:
        """Take a message of the page."""
        match message:
            case {"do": "stored", "counts": dict(counts), "blocked": bool(blocked)}:
                self.blocked = blocked
                self._stored(counts)
            case {"do": "restore", "code": str(code), "events": list(events)}:
                self.offers.pop(code, None)
                self._merge(Reading([read_event(event) for event in events]))
            case {"do": "leave", **rest}:
                self.offers.pop(str(rest.get("code", "")), None)
                self.refresh(strings.LEFT)
            case {"do": "load", "text": str(text)}:
                self._load(read_lines(text.encode("utf-8", "replace")))
            case {"do": "add"} if self.foreign:
                self._merge(self.foreign)
            case {"do": "drop"}:
                self.foreign = None
                self.refresh(strings.NOT_ADDED)
            case {"do": "reset-lesson"}:
                self._keep(make_event("reset", lesson=self.sheet.id))
            case {"do": "undo"} if reset := self.book.last_reset(self.sheet.id):
                self._keep(make_event("undo", lesson=self.sheet.id, refers=reset.id))
            case _:
                raise KitError(NO_SENSE)

    def _stored(self, counts: dict[Any, Any]) -> None:
        """Take back what is ours; offer what belongs to another code name, or to none."""
        offers = {str(code): n for code, n in counts.items() if isinstance(n, int) and n > 0}
        if self.book.code and self.book.code in offers:
            offers.pop(self.book.code)
            self.live.tell(fetch=self.book.code)
        self.offers = offers
        self.refresh()

    def _load(self, reading: Reading) -> None:
        if not reading.events and not reading.code:
            message = "This file holds no answers that the kit can read. Nothing was changed."
            raise KitError(message)
        theirs = _code_of(reading)
        if self.book.code and theirs and theirs != self.book.code:
            self.foreign = Reading(reading.events, reading.damaged, theirs)
            self.refresh(strings.other_code(theirs, self.book.code))
        else:
            self._merge(reading)

    def _merge(self, reading: Reading) -> None:
        """Add the events; another's code name does not become ours."""
        mine = self.book.code
        events = [event for event in reading.events if not mine or event.what != "code"]
        result = self.book.merge(Reading(events, reading.damaged))
        self.foreign = None
        self.hand_over()
        self.refresh(strings.loaded(result.added, result.known, result.damaged))
        self.changed(self)

    def _keep(self, event: Event) -> None:
        on_disk = self.book.add(event)
        self.hand_over()
        self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
        self.changed(self)


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
                event = make_event("code", code=read_code_name(written))
                on_disk = self.book.add(event)
                self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
                self.live.tell(keep=msgspec.to_builtins(event))
                self.changed(self)
            case {"do": "suggest"}:
                self.suggestion = suggest()
                self.live.show(render_code_name("", self.suggestion))
            case _:
                raise KitError(NO_SENSE)

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


def _code_of(reading: Reading) -> str:
    codes = [event.code for event in reading.events if event.what == "code"]
    return reading.code or (codes[-1] if codes else "")


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
