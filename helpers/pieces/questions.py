"""The card of a test: one question after the other, kept and never marked.

It reads no key, so that none can be shown: what the answers came to is on the page of results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.pieces.card import Card, Face
from helpers.view.card import render_card
from helpers.view.card_state import CardState
from helpers.view.markup import Markup, join
from helpers.view.questions import render_question, render_recorded
from helpers.words import saving_text

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise
    from helpers.pieces.desk import Desk
    from helpers.pieces.testing import Testing
    from helpers.texts.dossier import Dossier
    from helpers.workbook import Event


class Questions(Card):
    """The test of a lesson on the page.

    Wherever it was interrupted, it goes on with the first question that is open.
    """

    def __init__(self, desk: Desk, testing: Testing) -> None:
        """Show the question that comes next."""
        self.testing = testing
        super().__init__(desk, testing.form().exercises[0].id)

    def face(self) -> Face:
        """Turn up the first question that is open."""
        asked, report = self._asked(), self._report()
        answered = self.desk.history.answered
        still_open = [one for one in asked if one.id not in answered]
        if not still_open:
            return Face(render_recorded(len(asked), self.testing.once_done()))
        self.exercise = self.desk.exercises.exercise(still_open[0].id)
        state, number = self.state(), len(asked) - len(still_open) + 1
        about = {"lesson": state.lesson, "exercise": state.exercise.id}
        return Face(render_question(state, report, number, len(asked)), about)

    def blank(self) -> Markup:
        """Render all questions of the first form, as they stand on paper."""
        lesson = self.desk.exercises
        asked = [lesson.exercise(one.id) for one in lesson.forms[0].exercises]
        return join(
            *(
                render_card(CardState(lesson=lesson.id, exercise=one, dossier=lesson.dossier(one)))
                for one in asked
            )
        )

    def _check(self, event: Event) -> None:
        """Refuse what this card cannot take; another tab may have answered meanwhile."""
        mine = {one.id for one in self._asked()}
        if event.exercise in mine - {self.exercise.id}:
            self.refresh()
            raise KitError(saving_text.ANSWERED_MEANWHILE)
        super()._check(event)

    def _asked(self) -> tuple[Exercise, ...]:
        return self.testing.form().in_order(self.desk.book.draw_seed)

    def _report(self) -> Dossier:
        return self.desk.exercises.dossier(self.testing.form().items[0])
