"""What a notebook calls: open a lesson, read, ask, show, and see where one stands."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.kinds.attempt import done
from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.results import results
from helpers.measures.traps import traps
from helpers.paths import work_folder
from helpers.pieces.card import Card
from helpers.pieces.code_name import CodeName
from helpers.pieces.desk import Desk
from helpers.pieces.draw import Draw
from helpers.pieces.drawn import Drawn
from helpers.pieces.drawn_card import DrawnCard
from helpers.pieces.exhibits import Given, exhibit
from helpers.pieces.save_bar import SaveBar
from helpers.view import pages
from helpers.view.frame import render_frame
from helpers.view.results import render_summary, render_traps
from helpers.view.widget import PageAssets, PieceWidget
from helpers.words import figure_text, result_text, sitting_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from pandas import DataFrame

    from helpers.measures.calibration import Result
    from helpers.pieces.testing import Testing
    from helpers.view.markup import Markup
    from helpers.workbook import Event


class Lesson:
    """One lesson with the student's workbook; its verbs give what a cell shows.

    >>> lesson = open_lesson("02-who-says-so")  # doctest: +SKIP
    >>> lesson.read("S1-S5")  # doctest: +SKIP
    >>> lesson.ask("lede-source")  # doctest: +SKIP
    >>> lesson.show("chain", "C07", after="hops")  # doctest: +SKIP
    """

    def __init__(self, exercises: LessonExercises, book: Workbook) -> None:
        """Keep the exercises and the workbook together."""
        self.exercises = exercises
        self.book = book
        self.desk = Desk(exercises, book)
        self._opened = {exercises.path: exercises}
        ways = {"recall": self._recall, "rematch": self._rematch}
        self._draws = {
            verb: Draw(self.desk, pool, ways[verb]) for verb, pool in exercises.file.pools.items()
        }
        # Held here: a widget that nobody holds is closed, and the page would lose its scripts.
        self.assets = PageAssets()

    def save_bar(self) -> PieceWidget:
        """Show what is kept and where, with Download and Load."""
        return self.desk.place(SaveBar(self.desk))

    def code_name(self) -> PieceWidget:
        """Let the student choose a code name."""
        return self.desk.place(CodeName(self.desk))

    def ask(self, exercise: str) -> PieceWidget:
        """Put an exercise on the page."""
        return self.desk.place(Card(self.desk, exercise))

    def recall(self, number: int) -> PieceWidget:
        """Ask one of the questions drawn from earlier lessons, counted from 1."""
        return self._drawn("recall", number)

    @cached_property
    def testing(self) -> Testing:
        """Give what the pieces of a test share; most lessons have none, and do not load it."""
        from helpers.pieces.testing import Testing  # noqa: PLC0415 - see above

        return Testing(self.desk, self._worked_on)

    def report(self) -> PieceWidget:
        """Show the report of the student’s test form."""
        # No answer changes which report it is, only another student.
        shown = Drawn("report", self.testing.report, self.testing.report_on_paper, frozenset())
        return self.desk.place(shown)

    def test(self) -> PieceWidget:
        """Ask the questions of the student’s test form, one after the other, without feedback."""
        from helpers.pieces.questions import Questions  # noqa: PLC0415 - see `testing`

        return self.desk.place(Questions(self.desk, self.testing))

    def results(self) -> PieceWidget:
        """Show what the student’s tests came to, once the one of this lesson is answered."""
        paper = partial(pages.render_later, sitting_text.NOT_YET, sitting_text.RESULTS)
        return self.desk.place(Drawn("results", self.testing.results, paper))

    def calendar(self, lesson: str) -> PieceWidget:
        """Offer days on which to take the test of a later lesson, as entries for a calendar."""
        title = open_exercises(lesson, self.exercises.path.parent).file.title
        paper = partial(pages.render_later, sitting_text.COME_BACK_LATER, sitting_text.COME_BACK)
        return self.desk.place(Drawn("calendar", partial(self.testing.days, title), paper))

    def read(self, passage: str = "") -> PieceWidget:
        """Show sentences of the lesson's article, or of another: `my-text/S1-S13`."""
        home, which = self.exercises.article.find_passage(passage)
        return PieceWidget(f"read {passage}", pages.render_reading(home, which))

    def example(self, claim: str) -> PieceWidget:
        """Show a claim with its source, cue and content marked."""
        example = self.exercises.example(claim)
        shown = pages.render_example(self.exercises.article, example)
        return PieceWidget(f"example {claim}", shown)

    def show(self, name: str, which: str = "", after: str = "") -> PieceWidget:
        """Show an exhibit, such as a chart, once the exercise `after` is answered."""
        given = self._given(after)
        shown = exhibit(self.exercises, name, which, after, given)
        # It answers by itself; the workbook has nothing to tell it.
        if isinstance(shown, PieceWidget):
            return shown
        title = f"{name} {which}".strip()
        # Nothing that was answered elsewhere changes an exhibit.
        follows = frozenset({after} - {""})
        paper = self._closed(after) if after else shown

        def draw() -> Markup | PieceWidget:
            if after and after not in self.desk.answered():
                return self._closed(after)
            now = self._given(after)
            # Made once as the lesson opens, and again only with another answer: it takes long.
            return shown if now == given else exhibit(self.exercises, name, which, after, now)

        return self.desk.place(Drawn(title, draw, lambda: paper, follows))

    def table(self, name: str) -> DataFrame:
        """Give a table of figures to look into; pandas is loaded only here.

        Raises KitError in a browser alone, for which there is no pandas.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - heavy, and hardly ever asked for
        except ModuleNotFoundError:
            raise KitError(figure_text.NO_PANDAS) from None
        return pd.read_csv(self.exercises.article.table_path(name))

    def as_table(self, frame: DataFrame) -> PieceWidget:
        """Show a table whole: no cell is cut, and one without a value is empty.

        >>> lesson.as_table(figures[["date", "claimant"]])  # doctest: +SKIP
        """
        return PieceWidget("table", render_frame(frame))

    def progress(self) -> PieceWidget:
        """Show how much of the lesson is answered."""
        paper = partial(self._progress, frozenset())
        return self.desk.place(
            Drawn("progress", lambda: self._progress(self.desk.answered()), paper)
        )

    def summary(self) -> PieceWidget:
        """Show the student's own results in words."""
        paper = partial(self._summary, ())
        return self.desk.place(Drawn("summary", lambda: self._summary(self.book.events), paper))

    def traps(self) -> PieceWidget:
        """Show the traps that the student met in all lessons, and those that she got past later."""
        paper = partial(self._traps, ())
        return self.desk.place(Drawn("traps", lambda: self._traps(self.book.events), paper))

    def rematch(self, number: int) -> PieceWidget:
        """Ask a new question that tempts as one of the student's own traps did, counted from 1."""
        return self._drawn("rematch", number)

    def map(self) -> PieceWidget:
        """Show all lessons with links, how far each has come, and where to go on."""
        lessons = [self._lesson(path) for path in self._files]
        paper = partial(self._map, lessons, blank=True)
        return self.desk.place(Drawn("map", partial(self._map, lessons), paper))

    def _drawn(self, verb: str, number: int) -> PieceWidget:
        """Put on the page what is drawn in one place of a pool, or that nothing is."""
        name = result_text.rematch(number)
        later = pages.render_later(result_text.NO_REMATCH, name)
        lying = self.exercises.file.pools[verb].of[0]
        draw = partial(self._draws[verb].name, number)
        return self.desk.place(DrawnCard(self.desk, draw, lying=lying, later=later))

    def _recall(self) -> tuple[str, ...]:
        return self.exercises.drawn(self.desk.answered(), self.book.draw_seed, self._open_traps())

    def _rematch(self) -> tuple[str, ...]:
        given = self.desk.history.given
        return self.exercises.drawn_again(given, self.book.draw_seed, self._open_traps())

    def _open_traps(self) -> frozenset[str]:
        """Name the slips that the student met in all lessons and has not got past."""
        events = self.book.events
        found = traps(self._results(self._worked_on(events), events))
        return frozenset(trap.slip for trap in found if not trap.beaten)

    @cached_property
    def _files(self) -> list[Path]:
        """Name the exercises of all lessons, in the order of the lessons."""
        return sorted(self.exercises.path.parent.glob("*.yaml"))

    def _lesson(self, path: Path) -> LessonExercises:
        # Kept: to read and bind a lesson takes long, and each answer asks for it again.
        if path not in self._opened:
            self._opened[path] = LessonExercises(path)
        return self._opened[path]

    def _worked_on(self, events: Sequence[Event]) -> list[LessonExercises]:
        """Open the lessons in which something was answered; to read all of them takes long."""
        begun = {event.lesson for event in events if event.what == "answer"}
        return [self._lesson(path) for path in self._files if path.stem in begun]

    def _given(self, after: str) -> Given | None:
        """Give what was answered to the exercise that an exhibit waits for, if it was."""
        if after not in self.desk.answered():
            return None
        exercise = self.exercises.exercise(after)
        attempts = self.desk.attempts(exercise)
        # What an earlier edition asked may be no answer any more; it opens all the same.
        return Given(exercise, attempts[-1]) if attempts else None

    def _closed(self, after: str) -> Markup:
        # As written: binding it for its question alone would slow every start.
        return pages.render_closed(self.exercises.written(after).ask)

    def _progress(self, answered: Collection[str]) -> Markup:
        drawn = self._draws["recall"].names() if "recall" in self._draws else ()
        form = self.exercises.form(self.book.events, self.book.draw_seed)
        asked = [(e, e.id in answered) for e in self.exercises.asked(drawn, form)]
        extra = [is_done for exercise, is_done in asked if exercise.extra]
        core = [(exercise.ask, is_done) for exercise, is_done in asked if not exercise.extra]
        return pages.render_progress(core, extra)

    def _map(self, lessons: Sequence[LessonExercises], *, blank: bool = False) -> Markup:
        rows = [self._row(lesson, blank=blank) for lesson in lessons]
        return pages.render_map(rows, here=self.exercises.id)

    def _row(self, lesson: LessonExercises, *, blank: bool) -> pages.LessonRow:
        answers = (
            frozenset[str]()
            if blank
            else done(lesson, self.book.lesson(lesson.id), self.desk.marked)
        )
        drawn = lesson.drawn(answers, self.book.draw_seed)
        form = lesson.form(() if blank else self.book.events, self.book.draw_seed)
        asked = [exercise for exercise in lesson.asked(drawn, form) if not exercise.extra]
        answered = sum(exercise.id in answers for exercise in asked)
        about = lesson.file
        return pages.LessonRow(lesson.id, about.title, about.minutes, answered, len(asked))

    def _summary(self, events: Sequence[Event]) -> Markup:
        asks = {exercise.id: exercise.ask for exercise in self.exercises.file.exercises}
        found = self._results([self.exercises], events)
        return render_summary(found, asks, self.exercises.slips)

    def _traps(self, events: Sequence[Event]) -> Markup:
        lessons = self._worked_on(events)
        asks = {(one.id, each.id): each.ask for one in lessons for each in one.file.exercises}
        slips = {name: slip for one in lessons for name, slip in one.slips.items()}
        return render_traps(self._results(lessons, events), asks, slips)

    def _results(self, lessons: Sequence[LessonExercises], events: Sequence[Event]) -> list[Result]:
        marked = self.desk.marked.one
        return [result for lesson in lessons for result in results(lesson, events, marked)]


def open_lesson(stem: str) -> Lesson:
    """Open a lesson by the name of its notebook, with the work that is kept in `work/`."""
    return Lesson(open_exercises(stem), Workbook(work_folder()))
