"""The save bar: what is kept, whose it is, what the browser offers, files in and out."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.errors import KitError
from helpers.paths import lesson_address
from helpers.pieces.loading import Loading
from helpers.pieces.nonsense import NonsenseError
from helpers.pieces.whose import Own, rule
from helpers.view.save_bar import Bar, render_bar
from helpers.view.widget import PieceWidget
from helpers.words import saving_text
from helpers.workbook import (
    MAX_LINE,
    Student,
    WorkbookContents,
    WorkbookId,
    answered_exercises,
    make_event,
    new_workbook,
    read_event,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from helpers.pieces.desk import Desk
    from helpers.workbook import Event, Merge

MOST_HELD = 200
MOST_SENT = 500_000
"""How many bytes of events go to the browser in one message; a single event may have more."""


class SaveBar:
    """The save bar: what is kept, whose it is, what the browser offers, files in and out."""

    follows = None

    def __init__(self, desk: Desk) -> None:
        """Show what is kept."""
        self.desk, self.book, self.lesson = desk, desk.book, desk.exercises.id
        self.offers: tuple[Student, ...] = ()
        self.loading = Loading(desk, self._merge, self.refresh)
        self.names_at = _first_lesson(desk)
        self.handed = ("", "")
        self.coming: dict[str, WorkbookContents] = {}
        self.drawn = self.bar()
        self.widget = PieceWidget(
            f"{self.lesson}/save-bar",
            render_bar(self.drawn),
            self.hear,
            paper=lambda: render_bar(Bar(folder=f"{self.book.folder.name}/")),
            # Every lesson has one save bar, so it is the one that brings the style to paper.
            styled=True,
            about={"lesson": self.lesson},
            workbook=self.book.id,
        )

    def bar(self) -> Bar:
        """Gather what the bar shows now."""
        return Bar(
            code=self.book.code,
            names_at=self.names_at,
            answers=len(answered_exercises(self.book.events)),
            folder=f"{self.book.folder.name}/",
            minutes=self.desk.exercises.file.minutes,
            on_disk=self.book.on_disk,
            copied=self.desk.copied,
            damaged=self.book.files.damaged,
            newer=self.book.files.newer,
            overlong=self.book.files.overlong,
            offers=self.offers,
            asks_who=not self.desk.confirmed,
            asks_file=self.loading.question,
            worked=any(event.what == "answer" for event in self.book.events),
            begun=bool(self.desk.history.shown),
            undo=bool(self.desk.history.resets()),
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state; the browser gets the events of whoever the page is now of."""
        if self.handed != (self.book.id, self.book.code):
            self.hand_over()
        self.drawn = self.bar()
        self.widget.show(render_bar(self.drawn), says)

    def hand_over(self) -> None:
        """Give the browser a copy of every event; after the last it says what it has of its own.

        As messages: what is part of a widget can be saved with it into the notebook's file.
        """
        self.handed = (self.book.id, self.book.code)
        self.desk.copied = None
        self.widget.workbook = self.book.id
        whose = {"workbook": self.book.id, "code": self.book.code}
        portions = _portions(self.book.events)
        for number, events in enumerate(portions, 1):
            own = {"events": msgspec.to_builtins(events), "first": number == 1}
            self.widget.tell(own={**whose, **own, "more": number < len(portions)})

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a message of the page."""
        match message:
            case {"do": "hello"}:
                self.hand_over()
            case {"do": "stored", "held": list(held), "blocked": bool(blocked), "me": str(me)}:
                self.desk.copied = not blocked
                self._stored(_held(held), _workbook(me), _workbook(message.get("spare")))
            case {"do": "restore", "workbook": str(workbook), "events": list(events)}:
                self._take_back(workbook, events, more=message.get("more") is True)
            case {"do": "turn" | "mine" | "somebody" | "left-alone"}:
                self._hear_whose(message)
            case {"do": "load" | "add" | "drop"}:
                self.loading.hear(message)
            case {"do": "reset-lesson"} if self.desk.history.shown:
                self.desk.make(self, make_event("reset", lesson=self.lesson))
            case {"do": "undo"} if resets := self.desk.history.resets():
                made = [make_event("undo", lesson=self.lesson, refers=one.id) for one in resets]
                self.desk.make(self, *made)
            case _:
                raise NonsenseError

    def _hear_whose(self, message: dict[str, Any]) -> None:
        """Take what is said of whose page this is."""
        match message:
            case {"do": "turn", "workbook": str(workbook)} if workbook in self._others():
                # Who answered here before saying who she is takes these answers along.
                mine = self.desk.confirmed and not self.book.code
                self._turn(workbook, message, self.book.events if mine else ())
            case {"do": "mine"}:
                self._confirm(message)
            case {"do": "somebody"}:
                self._turn(new_workbook(), message)
            case {"do": "left-alone"}:
                self._ask_again()
            case _:
                raise NonsenseError

    def _others(self) -> set[str]:
        return {one.workbook for one in (*self.offers, *self.book.students)}

    def _stored(self, held: list[Student], me: str, spare: str) -> None:
        """Take back what is ours; offer what may be."""
        book = self.book
        begun = book.id in book.drafts.workbooks()
        own = Own(book.id, book.code, not book.events, self.desk.settled, begun)
        ruling = rule(own, me, spare, book.students, held)
        self.desk.settled = True
        if ruling.turn_to:
            self.desk.turn_to(ruling.turn_to, confirmed=ruling.certain)
            return
        self.offers = ruling.offers
        self.desk.confirmed = self.desk.confirmed or ruling.certain
        for one in ruling.fetch:
            self.widget.tell(fetch=one.workbook, code=one.code)
        # The browser answers whatever it is handed; drawing the same again would mute what was
        # just announced.
        if self.bar() != self.drawn:
            self.refresh()

    def _take_back(self, workbook: str, written: list[Any], *, more: bool) -> None:
        """Gather what the browser gives back, and add it when all of it is here."""
        contents = self.coming.setdefault(workbook, WorkbookContents(workbook=workbook))
        _read_entries(contents, written)
        if not more:
            self._merge(self.coming.pop(workbook))

    def _turn(self, workbook: str, message: dict[str, Any], along: Sequence[Event] = ()) -> None:
        """Let the page be somebody else's."""
        self.offers, self.loading.foreign = (), None
        self.desk.turn_to(workbook, confirmed=True, along=along)
        # The tab that asked remembers whose it is; others on the same kernel do not.
        self.widget.tell(me=workbook, tab=message.get("tab"))

    def _ask_again(self) -> None:
        """Ask whose the page is: nobody touched it for long, and somebody does now."""
        if self.book.events:
            self.desk.confirmed = False
            self.refresh(saving_text.whose_page(self.book.code))

    def _confirm(self, message: dict[str, Any]) -> None:
        self.desk.confirmed = True
        self.widget.tell(me=self.book.id, tab=message.get("tab"))
        self.refresh()

    def _merge(self, contents: WorkbookContents) -> None:
        """Add the events; another's code name does not become ours."""
        mine = self.book.code if contents.workbook != self.book.id else ""
        # Somebody who has a code name keeps it; on a fresh server the file’s becomes theirs.
        events = [event for event in contents.events if not mine or event.what != "code"]
        result = self.book.merge(msgspec.structs.replace(contents, events=events))
        self.loading.foreign, self.offers = None, ()
        self.hand_over()
        self.refresh(_loaded(result))
        self.desk.changed(self)


def _loaded(merge: Merge) -> str:
    counts = (merge.added, merge.known, merge.damaged, merge.newer)
    return saving_text.loaded(*counts, rest_kept=merge.rest_kept)


def _held(written: list[Any]) -> list[Student]:
    """Read whose work the browser says that it holds: hostile until it is checked."""
    found = []
    for entry in written[:MOST_HELD]:
        with suppress(msgspec.ValidationError):
            found.append(msgspec.convert(entry, Student))
    return found


def _workbook(written: object) -> str:
    """Read the id of a workbook; what is none counts as none."""
    try:
        return msgspec.convert(written, WorkbookId)
    except msgspec.ValidationError:
        return ""


def _portions(events: Sequence[Event]) -> list[list[Event]]:
    """Divide events into what one message may carry; there is one portion at least."""
    portions: list[list[Event]] = [[]]
    size = 0
    for event in events:
        length = len(msgspec.json.encode(event))
        if portions[-1] and size + length > MOST_SENT:
            portions.append([])
            size = 0
        portions[-1].append(event)
        size += length
    return portions


def _first_lesson(desk: Desk) -> str:
    """Give the address of the first lesson, where code names are chosen; nothing if this is it."""
    first = min(desk.exercises.path.parent.glob("[!._]*.yaml"), default=desk.exercises.path)
    return "" if first.stem == desk.exercises.id else lesson_address(first.stem)


def _read_entries(contents: WorkbookContents, written: list[Any]) -> None:
    """Read what the browser gives back; a damaged entry does not stop the rest."""
    for entry in written:
        try:
            contents.events.append(read_event(entry))
        except KitError:
            contents.damaged.append(repr(entry).encode("utf-8", "replace")[:MAX_LINE])
