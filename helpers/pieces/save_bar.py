"""The save bar: what is kept, what the browser offers, files in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from helpers.errors import KitError
from helpers.pieces.nonsense import NonsenseError
from helpers.view.save_bar import Bar, render_bar
from helpers.view.widget import PieceWidget
from helpers.words import saving_text
from helpers.workbook import MAX_LINE, WorkbookContents, make_event, read_event, read_lines

if TYPE_CHECKING:
    from helpers.pieces.desk import Desk

MAX_OFFERS = 20


class SaveBar:
    """The save bar: what is kept, what the browser offers, files in and out."""

    follows = None

    def __init__(self, desk: Desk) -> None:
        """Show what is kept and hand the browser its copy."""
        self.desk, self.book, self.lesson = desk, desk.book, desk.exercises.id
        self.offers: dict[str, int] = {}
        self.foreign: WorkbookContents | None = None
        self.blocked = False
        self.widget = PieceWidget(
            f"{self.lesson}/save-bar",
            render_bar(self.bar()),
            self.hear,
            # Every lesson has one save bar, so it is the one that brings the style to paper.
            styled=True,
            about={"lesson": self.lesson},
            code=self.book.code,
            events=msgspec.to_builtins(self.book.events),
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
            undo=self.book.last_reset(self.lesson) is not None,
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state; with a new code name, all that the browser has gets it."""
        # What the browser keeps is filed under the code name, and must move with it.
        if self.widget.code != self.book.code:
            self.hand_over()
        self.widget.show(render_bar(self.bar()), says)

    def hand_over(self) -> None:
        """Give the browser a copy of every event."""
        self.widget.code = self.book.code
        self.widget.events = msgspec.to_builtins(self.book.events)

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a message of the page."""
        match message:
            case {"do": "stored", "counts": dict(counts), "blocked": bool(blocked)}:
                self._stored(counts, blocked=blocked)
            case {"do": "restore", "code": str(code), "events": list(events)}:
                self.offers.pop(code, None)
                self._merge(_given_back(events))
            # Whatever is sent as a code name is only looked up, never stored.
            case {"do": "leave", **rest}:
                self.offers.pop(str(rest.get("code", "")), None)
                self.refresh(saving_text.LEFT)
            case {"do": "load", "text": str(text)}:
                self._load(read_lines(text.encode("utf-8", "replace")))
            case {"do": "add"} if self.foreign:
                self._merge(self.foreign)
            case {"do": "drop"}:
                self.foreign = None
                self.refresh(saving_text.NOT_ADDED)
            case {"do": "reset-lesson"}:
                self.desk.make(self, make_event("reset", lesson=self.lesson))
            case {"do": "undo"} if reset := self.book.last_reset(self.lesson):
                made = make_event("undo", lesson=self.lesson, refers=reset.id)
                self.desk.make(self, made)
            case _:
                raise NonsenseError

    def _stored(self, counts: dict[Any, Any], *, blocked: bool) -> None:
        """Take back what is ours; offer what belongs to another code name, or to none."""
        before = self.blocked, self.offers
        # What comes from the browser is hostile until it is checked: numbers only, and few.
        offers = {str(code): n for code, n in counts.items() if isinstance(n, int) and n > 0}
        if self.book.code and self.book.code in offers:
            offers.pop(self.book.code)
            # Same code name, same student: nobody has to be asked.
            self.widget.tell(fetch=self.book.code)
        self.blocked, self.offers = blocked, dict(list(offers.items())[:MAX_OFFERS])
        # The browser answers whatever it is handed; drawing the same again would mute what was
        # just announced.
        if (self.blocked, self.offers) != before:
            self.refresh()

    def _load(self, contents: WorkbookContents) -> None:
        if not contents.events and not contents.code:
            raise KitError(saving_text.NO_ANSWERS)
        theirs = _code_of(contents)
        # On a shared computer one student’s answers must never flow into another’s unasked.
        if self.book.code and theirs and theirs != self.book.code:
            self.foreign = WorkbookContents(contents.events, contents.damaged, theirs)
            self.refresh(saving_text.other_code(theirs, self.book.code))
        else:
            self._merge(contents)

    def _merge(self, contents: WorkbookContents) -> None:
        """Add the events; another's code name does not become ours."""
        mine = self.book.code
        # Somebody who has a code name keeps it; on a fresh server the file’s becomes theirs.
        events = [event for event in contents.events if not mine or event.what != "code"]
        result = self.book.merge(WorkbookContents(events, contents.damaged))
        self.foreign = None
        self.hand_over()
        self.refresh(saving_text.loaded(result.added, result.known, result.damaged))
        self.desk.changed(self)


def _given_back(written: list[Any]) -> WorkbookContents:
    """Read what the browser gives back; a damaged entry does not stop the rest."""
    contents = WorkbookContents()
    for entry in written:
        try:
            contents.events.append(read_event(entry))
        except KitError:
            contents.damaged.append(repr(entry).encode("utf-8", "replace")[:MAX_LINE])
    return contents


def _code_of(contents: WorkbookContents) -> str:
    codes = [event.code for event in contents.events if event.what == "code"]
    return contents.code or (codes[-1] if codes else "")
