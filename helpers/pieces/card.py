"""A card and its answers: what the page sends is checked, kept, marked and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from helpers.errors import KitError
from helpers.kinds.attempt import make_attempt
from helpers.pieces.desk import KeptNowhereError
from helpers.pieces.nonsense import NonsenseError
from helpers.view.card import render_card
from helpers.view.card_state import CardState
from helpers.view.parts import SURE
from helpers.view.widget import PieceWidget
from helpers.words import card_text, saving_text
from helpers.workbook import form_name, make_event, read_draft, read_event

if TYPE_CHECKING:
    from helpers.kinds.attempt import Attempt
    from helpers.pieces.desk import Desk
    from helpers.view.markup import Markup
    from helpers.workbook import Draft, Event


class OthersPageError(KitError):
    """The page is somebody else's by now; the answer waits in the browser for its student."""


class Face(NamedTuple):
    """What a card shows, which exercise it is about, and what its answer came to."""

    markup: Markup
    about: dict[str, str] = {}  # noqa: RUF012 - never changed
    value: dict[str, Any] = {}  # noqa: RUF012 - never changed


class Card:
    """One exercise on the page, and its answers in the workbook."""

    def __init__(self, desk: Desk, exercise: str) -> None:
        """Show the exercise as it stands in the workbook."""
        self.desk = desk
        self.exercise = desk.exercises.exercise(exercise)
        self.retrying_in = ""
        face = self.face()
        self.widget = PieceWidget(
            f"{desk.exercises.id}/{exercise}",
            face.markup,
            self.hear,
            paper=self.blank,
            about=face.about,
            workbook=desk.book.id,
            value=face.value,
        )

    @property
    def follows(self) -> frozenset[str]:
        """Name the exercises that it shows: a second vote shows the first one, too."""
        return frozenset({self.exercise.id, self.exercise.again} - {""})

    def face(self) -> Face:
        """Render the present state."""
        state = self.state()
        about = {"lesson": state.lesson, "exercise": state.exercise.id}
        return Face(render_card(state), about, _value(state))

    def state(self) -> CardState[Any]:
        """Gather what the card shows now."""
        lesson, history, mine = self.desk.exercises, self.desk.history, self.exercise.id
        attempts = self.desk.attempts(self.exercise)
        return CardState(
            lesson=lesson.id,
            exercise=self.exercise,
            dossier=lesson.dossier(self.exercise),
            # Named in feedback alone: a lesson that nobody has begun does not read them.
            slips=lesson.slips if attempts else {},
            attempts=attempts,
            earlier=self._earlier(),
            waits_for=self._waits_for(),
            repeated=lesson.repeated(mine),
            revealed=any(event.what == "reveal" for event in history.shown_at(mine)),
            retrying=self.retrying_in == self.desk.book.id,
            undo=bool(history.resets(mine)),
            next_attempt=self._next_attempt(),
            seed=self.desk.book.draw_seed,
            draft=self.desk.book.drafts.find(self.desk.book.id, lesson.id, mine),
        )

    def blank(self) -> Markup:
        """Render the exercise as nobody has answered it: what a notebook's file may hold."""
        lesson = self.desk.exercises
        return render_card(
            CardState(
                lesson=lesson.id, exercise=self.exercise, dossier=lesson.dossier(self.exercise)
            )
        )

    def refresh(self, says: str = "") -> None:
        """Show the present state."""
        face = self.face()
        # The page keeps its own copy of each answer with the workbook and exercise of that moment.
        with self.widget.hold_sync():
            self.widget.workbook, self.widget.about = self.desk.book.id, face.about
            self.widget.show(face.markup, says)
        self.widget.value = face.value

    def hear(self, _widget: PieceWidget, message: dict[str, Any]) -> None:
        """Take a message of the page."""
        match message.get("do"):
            case "event":
                self._take(message)
            case "draft":
                self._begin(read_draft(message.get("draft")))
            case "again":
                self.retrying_in = self.desk.book.id
                self.refresh()
            case "undo":
                self._undo()
            case _:
                raise NonsenseError

    def _take(self, message: dict[str, Any]) -> None:
        """Keep an event that makes sense, once; refuse any other, with a sentence."""
        written = message.get("event")
        identity = written.get("id") if isinstance(written, dict) else None
        try:
            event = read_event(written)
            if not self._is_news(event):
                self.widget.tell(ack=identity)
                return
            self._check(event)
            event = self.desk.book.signed(event)
            if event.what == "answer":
                self._check_answer(event)
            said = self.desk.keep(event, copied=message.get("kept") is True)
        except KitError as error:
            lost = isinstance(error, KeptNowhereError)
            others = isinstance(error, OthersPageError)
            self.widget.tell(ack=identity, refused=True, lost=lost, others=others)
            raise
        if event.what == "answer":
            self.desk.book.drafts.forget(event.workbook, event.lesson, event.exercise)
        # The second try is over; without this the form would come back.
        self.retrying_in = ""
        self.refresh(said)
        # Only now may the page forget its draft. It takes the number that the event has got.
        self.widget.tell(ack=event.id, keep=msgspec.to_builtins(event), draft=message.get("draft"))
        # Its own name: where one card asks question after question, it asks another one by now.
        self.desk.changed(self, event.exercise)

    def _begin(self, draft: Draft) -> None:
        """Keep what the student has begun, if it is hers and of this form."""
        # Until it is decided whose the page is, the browser alone has it, and sends it again.
        mine = self.desk.settled and draft.workbook == self.desk.book.id
        # It comes whenever a hand rests, so no more of the card is gathered than the name needs.
        attempts = len(self.desk.attempts(self.exercise))
        if mine and draft.form == form_name(self.desk.exercises.id, self.exercise.id, attempts):
            self.desk.book.drafts.keep(draft)

    def _is_news(self, event: Event) -> bool:
        """Tell an event that changes something from one that came twice, or has nothing to do."""
        if event.what == "reset" and not self.desk.attempts(self.exercise):
            return False
        return not self.desk.book.knows(event)

    def _check(self, event: Event) -> None:
        """Refuse what this card cannot take."""
        if (event.lesson, event.exercise) != (self.desk.exercises.id, self.exercise.id):
            raise NonsenseError
        if event.what not in {"answer", "reveal", "reset"}:
            raise NonsenseError
        # Another tab may have turned this page to somebody else, whose answer this is not.
        if event.workbook not in {"", self.desk.book.id, *self.desk.forerunners}:
            raise OthersPageError(saving_text.OTHERS_PAGE)

    def _check_answer(self, event: Event) -> None:
        """Refuse what is no answer; it is read and marked here, and only here."""
        attempt = make_attempt(self.exercise, event)
        self.exercise.doubt(attempt.read)
        if self.exercise.asks_confidence and event.confidence is None:
            raise KitError(card_text.SURE_FIRST, SURE)
        # A form that is older than the last answer would cost a try that nobody meant.
        if event.attempt not in {0, self._next_attempt()}:
            self.refresh()
            raise KitError(saving_text.ANSWERED_MEANWHILE)
        self.desk.marked.add(event, attempt)

    def _next_attempt(self) -> int:
        return self.desk.history.given[self.exercise.id] + 1

    def _undo(self) -> None:
        resets = self.desk.history.resets(self.exercise.id)
        if not resets:
            raise NonsenseError
        made = [make_event("undo", lesson=reset.lesson, refers=reset.id) for reset in resets]
        self.desk.make(self, *made, exercise=self.exercise.id)

    def _earlier(self) -> tuple[Attempt, ...]:
        """Give the attempts at the exercise that this one is compared with."""
        again = self.exercise.again
        return self.desk.attempts(self.desk.exercises.exercise(again)) if again else ()

    def _waits_for(self) -> str:
        """Give the question that comes first, while it is not answered."""
        again, answered = self.exercise.again, self.desk.history.answered
        # Who has answered both and takes the first back keeps what the second shows.
        if not again or answered & {again, self.exercise.id}:
            return ""
        return self.desk.exercises.written(again).ask


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
