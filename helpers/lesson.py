"""What a notebook calls: open a lesson, read, ask, and see where one stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from helpers.dossier import open_dossier
from helpers.exchange import Card, CodeName, Recorders, SaveBar, Toy
from helpers.kinds.sheet import SHEETS, Sheet, open_sheet
from helpers.kinds.standing import answered, results
from helpers.topics.anonymity import conditions, voices, word_shares
from helpers.topics.attribution import chain
from helpers.view import pages
from helpers.view.anonymity import render_conditions, render_voices
from helpers.view.chain import render_chain
from helpers.view.charts import draw
from helpers.view.framing import render_actors, render_swapped
from helpers.view.live import Kit, Live
from helpers.view.reading import named_passage
from helpers.workbook import Workbook, work_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from pandas import DataFrame

    from helpers.dossier import Dossier
    from helpers.view.markup import Markup


class Piece(Protocol):
    """Anything on the page that follows the workbook."""

    live: Live

    def refresh(self, says: str = "") -> None:
        """Show the present state."""


class Results:
    """A piece that only shows: it is drawn anew when the workbook changes."""

    def __init__(self, name: str, draw: Callable[[], Markup]) -> None:
        """Draw it once."""
        self.draw = draw
        self.live = Live(name, draw())

    def refresh(self, says: str = "") -> None:
        """Draw it anew."""
        self.live.show(self.draw(), says)


class Lesson:
    """One lesson with the student's workbook; its verbs give what a cell shows.

    >>> lesson = open_lesson("02-who-says-so")  # doctest: +SKIP
    >>> lesson.ask("origins-first")  # doctest: +SKIP
    """

    def __init__(self, sheet: Sheet, book: Workbook) -> None:
        """Keep the exercises and the workbook together."""
        self.sheet = sheet
        self.book = book
        self.kit = Kit()
        self.pieces: list[Piece] = []

    def save_bar(self) -> Live:
        """Show what is kept and where, with Download and Load."""
        return self._placed(SaveBar(self.sheet, self.book, self._changed))

    def code_name(self) -> Live:
        """Let the student choose a code name."""
        return self._placed(CodeName(self.sheet, self.book, self._changed))

    def ask(self, exercise: str) -> Live:
        """Put an exercise on the page."""
        return self._placed(
            Card(self.sheet, self.sheet.exercise(exercise), self.book, self._changed)
        )

    def read(self, passage: str = "") -> Live:
        """Show sentences of the lesson's article, or of another: `kursk-twin/S1-S13`."""
        home, which = named_passage(self._dossier(), passage)
        return Live(f"read {passage}", pages.render_reading(home, which))

    def example(self, claim: str) -> Live:
        """Show a claim with its source, cue and content marked."""
        example = self.sheet.example(claim)
        return Live(f"example {claim}", pages.render_example(self._dossier(), example))

    def compare(self, table: str, after: str = "") -> Live:
        """Show the article beside a record, once the exercise `after` is answered."""
        home = self._dossier()
        shown = pages.render_comparison(home, home.comparison(table))
        return self._placed(Results(f"compare {table}", lambda: self._once(after, shown)))

    def chain(self, claim: str, after: str = "") -> Live:
        """Show what a claim rests on, as a picture and as a list, once `after` is answered."""
        shown = pages.page(render_chain(chain(self._dossier(), claim)), name=claim)
        return self._placed(Results(f"chain {claim}", lambda: self._once(after, shown)))

    def recall(self, number: int) -> Live:
        """Ask one of the questions drawn from earlier lessons, counted from 1."""
        return self.ask(self._recalled[number - 1])

    def voices(self, after: str = "") -> Live:
        """Show who speaks in the article and what is told of each, once `after` is answered."""
        home = self._dossier()
        shown = render_voices(home, voices(home), word_shares(home))
        return self._placed(Results("voices", lambda: self._once(after, shown)))

    def conditions(self) -> Live:
        """Show the conditions under which newsrooms print a source without a name."""
        return Live("conditions", render_conditions(conditions(self.sheet.seeds)))

    def chart(self, name: str, after: str = "") -> Live:
        """Draw one of the article's charts, once the exercise `after` is answered."""
        shown = pages.page(draw(self._dossier(), name), name=f"chart {name}")
        return self._placed(Results(f"chart {name}", lambda: self._once(after, shown)))

    def actors(self, after: str = "") -> Live:
        """Show who acts on whom, once the exercise `after` is answered."""
        shown = render_actors(self._dossier())
        return self._placed(Results("actors", lambda: self._once(after, shown)))

    def swapped(self, passage: str) -> Live:
        """Show sentences of the article with the sides exchanged."""
        return Live(f"swapped {passage}", render_swapped(self._dossier(), passage))

    def explore(self) -> Live:
        """Show the toy with its sliders."""
        return Toy().live

    def rules(self, text: str) -> Live:
        """Show the reports of a text, with a button for each of the recorders' rules."""
        return Recorders(open_dossier(text, self.sheet.seeds)).live

    def table(self, name: str) -> DataFrame:
        """Give a table of figures to look into; pandas is loaded only here."""
        import pandas as pd  # noqa: PLC0415 - heavy, and hardly ever asked for

        return pd.read_csv(self._dossier().table_path(name))

    def progress(self) -> Live:
        """Show how much of the lesson is answered."""
        return self._placed(Results("progress", self._progress))

    def summary(self) -> Live:
        """Show the student's own results in words."""
        return self._placed(Results("summary", self._summary))

    def map(self) -> Live:
        """Show all lessons with links."""
        sheets = [Sheet(path) for path in sorted(SHEETS.glob("*.yaml"))]
        rows = [(sheet.id, sheet.file.title, sheet.file.minutes) for sheet in sheets]
        return Live("map", pages.render_map(rows))

    @cached_property
    def _recalled(self) -> tuple[str, ...]:
        """Draw once, so that a code name chosen on the way changes no question."""
        pool = self.sheet.file.recall
        return pool.drawn(answered(self.sheet, self.book), self.book.lot) if pool else ()

    @cached_property
    def _left_out(self) -> frozenset[str]:
        """Name what is in the pool and was not drawn."""
        pool = self.sheet.file.recall
        return frozenset(pool.of if pool else ()) - frozenset(self._recalled)

    def _dossier(self) -> Dossier:
        return open_dossier(self.sheet.file.article, self.sheet.seeds)

    def _once(self, exercise: str, shown: Markup) -> Markup:
        """Keep a piece closed while it would give an answer away."""
        if not exercise or exercise in answered(self.sheet, self.book):
            return shown
        return pages.render_closed(self.sheet.exercise(exercise).ask)

    def _progress(self) -> Markup:
        done = answered(self.sheet, self.book)
        asked = [e for e in self.sheet.file.exercises if e.id not in self._left_out]
        return pages.render_progress([(e.ask, e.id in done) for e in asked])

    def _summary(self) -> Markup:
        asks = {exercise.id: exercise.ask for exercise in self.sheet.file.exercises}
        return pages.render_summary(
            results(self.sheet, self.book), asks, self.sheet.file.misconceptions
        )

    def _placed(self, piece: Piece) -> Live:
        self.pieces.append(piece)
        return piece.live

    def _changed(self, source: object) -> None:
        """Let every other piece follow; what looks the same sends nothing."""
        for piece in self.pieces:
            if piece is not source:
                piece.refresh()


def open_lesson(stem: str) -> Lesson:
    """Open a lesson by the name of its notebook, with the work that is kept in `work/`."""
    return Lesson(open_sheet(stem), Workbook(work_folder()))
