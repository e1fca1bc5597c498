"""The save bar: what is kept, what the browser offers, files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpers.errors import KitError
from helpers.exchange.sense import NoSenseError
from helpers.view import strings
from helpers.view.live import Live
from helpers.view.savebar import Bar, render_bar
from helpers.workbook import MAX_LINE, Reading, make_event, read_event, read_lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.sheet import Sheet
    from helpers.workbook import Event, Workbook


MAX_OFFERS = 20


class SaveBar:
    """The save bar: what is kept, what the browser offers, files in and out."""

    def __init__(self, sheet: Sheet, book: Workbook, changed: Callable[[object], None]) -> None:
        """Show what is kept and hand the browser its copy."""
        self.sheet, self.book, self.changed = sheet, book, changed
        self.offers: dict[str, int] = {}
        self.foreign: Reading | None = None
        self.blocked = False
        self.live = Live(
            f"{sheet.id}/save-bar",
            render_bar(self.bar()),
            self.hear,
            styled=True,
            about={"lesson": sheet.id},
            code=book.code,
            events=msgspec.to_builtins(book.events),
        )

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
        """Show the present state; with a new code name, all that the browser has gets it."""
        if self.live.code != self.book.code:
            self.hand_over()
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
                self._merge(_given_back(events))
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
                raise NoSenseError

    def _stored(self, counts: dict[Any, Any]) -> None:
        """Take back what is ours; offer what belongs to another code name, or to none."""
        offers = {str(code): n for code, n in counts.items() if isinstance(n, int) and n > 0}
        if self.book.code and self.book.code in offers:
            offers.pop(self.book.code)
            self.live.tell(fetch=self.book.code)
        self.offers = dict(list(offers.items())[:MAX_OFFERS])
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
        on_disk = self.book.add(self.book.after_all(event))
        self.hand_over()
        self.refresh(strings.KEPT_DISK if on_disk else strings.KEPT_BROWSER)
        self.changed(self)


def _given_back(written: list[Any]) -> Reading:
    """Read what the browser gives back; a damaged entry does not stop the rest."""
    reading = Reading()
    for entry in written:
        try:
            reading.events.append(read_event(entry))
        except KitError:
            reading.damaged.append(repr(entry).encode("utf-8", "replace")[:MAX_LINE])
    return reading


def _code_of(reading: Reading) -> str:
    codes = [event.code for event in reading.events if event.what == "code"]
    return reading.code or (codes[-1] if codes else "")
