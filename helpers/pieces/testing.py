"""The test of a lesson for whoever sits here: which form it is, and what it came to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.kinds.attempt import Attempts
from helpers.kinds.sitting import sittings
from helpers.view.calendar import render_days
from helpers.view.pages import render_later
from helpers.view.questions import render_report
from helpers.view.sittings import render_results
from helpers.words import sitting_text
from helpers.workbook import first_attempts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.forms import Form
    from helpers.pieces.desk import Desk
    from helpers.view.markup import Markup
    from helpers.workbook import Event


class Testing:
    """What the pieces of a test share. `worked_on` opens the lessons in which anything was done."""

    def __init__(
        self, desk: Desk, worked_on: Callable[[Sequence[Event]], list[LessonExercises]]
    ) -> None:
        """Keep the desk; nothing is read yet."""
        self.desk = desk
        self.worked_on = worked_on
        # Apart from what the page marks: with its key, an item of a test is another exercise.
        self._keyed = Attempts()

    def form(self) -> Form:
        """Give the test form of whoever sits here."""
        book, lesson = self.desk.book, self.desk.exercises
        form = lesson.form(book.events, book.draw_seed)
        if not form:
            raise KitError(f"The lesson {lesson.id} has no test.")
        return form

    def report(self) -> Markup:
        """Render the report of that form."""
        return render_report(self.desk.exercises.dossier(self.form().items[0]))

    def report_on_paper(self) -> Markup:
        """Render the report of the first form, whoever sits here."""
        lesson = self.desk.exercises
        return render_report(lesson.dossier(lesson.forms[0].items[0]))

    def once_done(self) -> str:
        """Say what becomes of the test when all of it is answered."""
        plan = self.desk.exercises.file.test
        if not self.form().has_key:
            return sitting_text.NO_KEY
        return sitting_text.RESULTS_BELOW if plan and plan.results else sitting_text.RESULTS_LATER

    def results(self) -> Markup:
        """Render what the student's tests came to; nothing before this one is answered."""
        if not self._last_answer():
            return render_later(sitting_text.NOT_YET, sitting_text.RESULTS)
        if not self.form().has_key:
            return render_later(sitting_text.NO_KEY, sitting_text.RESULTS)
        events = self.desk.book.events
        taken = sittings(self.worked_on(events), events, self._keyed.one)
        complete = [one for one in taken if one.complete]
        unfinished = [one for one in taken if not one.complete]
        return render_results(complete, unfinished, self.desk.exercises.slips)

    def days(self, title: str) -> Markup:
        """Render days on which to take the test of the lesson called `title`."""
        last = self._last_answer()
        if not last:
            return render_later(sitting_text.COME_BACK_LATER, sitting_text.COME_BACK)
        return render_days(_day(last), title)

    def _last_answer(self) -> Event | None:
        """Give the last first answer to a question of this test, once all of them are answered.

        Whoever saw the results before the verdict and the views would answer these otherwise.
        """
        first, lesson = first_attempts(self.desk.book.events), self.desk.exercises.id
        given = [first.get((lesson, one.id)) for one in self.form().exercises]
        answers = [event for event in given if event]
        return max(answers, key=lambda event: event.place) if len(answers) == len(given) else None


def _day(event: Event) -> date:
    """Give the day of an event; where its clock names none, it is today."""
    try:
        return datetime.fromisoformat(event.at).date()
    except ValueError:
        return datetime.now(UTC).date()
