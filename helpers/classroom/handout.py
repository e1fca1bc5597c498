"""A lesson on paper: its notebook walked cell by cell, without a kernel and without running it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.errors import KitError
from helpers.pieces.exhibits import exhibit
from helpers.texts.dossier import open_dossier
from helpers.texts.notebook import ON_THE_PAGE, parts
from helpers.topics.recorders import RULES, reports_of
from helpers.view import pages
from helpers.view.card import render_key, render_paper
from helpers.view.card_state import CardState
from helpers.view.markup import Markup, element, join
from helpers.view.paper.prose import headings, render_prose
from helpers.view.paper.sheet import Sheet, render_sheet
from helpers.view.questions import render_report
from helpers.view.recorders import render_rules, render_rules_on_paper
from helpers.view.widget import PieceWidget
from helpers.words import handout_text as words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from nbformat import NotebookNode

    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.kinds.forms import Form
    from helpers.texts.notebook import Call, Part


class Wanted(NamedTuple):
    """Which sheet is wanted: for whom, on which paper, and of a test which form."""

    key: bool = False
    paper: str = "a4"
    form: str = ""


def make_handout(exercises: LessonExercises, page: NotebookNode, wanted: Wanted) -> Markup:
    """Make the students’ sheet of a lesson, or the instructor’s."""
    walk = _Walk(exercises, form_wanted(exercises, wanted), key=wanted.key)
    body = [shown for part in parts(page) for shown in walk.part(part)]
    title = exercises.file.title
    if wanted.key:
        sheet = Sheet(words.KEY.format(title=title), words.KEY_HOW, wanted.paper)
    else:
        sheet = Sheet(title, words.HOW, wanted.paper, words.FILL_IN)
    return render_sheet(sheet, *body)


def form_wanted(exercises: LessonExercises, wanted: Wanted) -> Form | None:
    """Give the form of a test that is wanted, the first if none is named; a lesson has none."""
    forms = {form.id: form for form in exercises.forms}
    if not forms:
        if wanted.form:
            raise KitError(words.NO_TEST.format(lesson=exercises.id))
        return None
    name = wanted.form or next(iter(forms))
    if name not in forms:
        listed = ", ".join(forms)
        raise KitError(words.NO_FORM.format(lesson=exercises.id, form=name, forms=listed))
    if wanted.key and not forms[name].has_key:
        raise KitError(words.NO_KEY_FILE.format(form=name))
    return forms[name]


class _Walk:
    """Goes through a notebook and numbers its questions, the same on both sheets."""

    def __init__(self, exercises: LessonExercises, form: Form | None, *, key: bool) -> None:
        self.exercises = exercises
        self.form = form
        self.key = key
        self.number = 0

    def part(self, part: Part) -> Iterator[Markup]:
        """Render a cell: its text, or what its code asks for."""
        if part.text and ON_THE_PAGE not in part.tags:
            yield self._text(part)
        for call in part.calls:
            if call.verb in VERBS:
                yield VERBS[call.verb](self, call)

    def card(self, exercise: Exercise) -> Markup:
        """Render the next question, or its key."""
        self.number += 1
        again = self.exercises.exercise(exercise.again) if exercise.again else None
        state: CardState[Any] = CardState(
            lesson=self.exercises.id,
            exercise=exercise,
            dossier=self.exercises.dossier(exercise),
            slips=self.exercises.slips if self.key else {},
            first=again,
        )
        return (render_key if self.key else render_paper)(state, self.number)

    def asked(self, call: Call) -> Markup:
        """Render an exercise of the lesson."""
        return self.card(self.exercises.exercise(call.name))

    def drawn(self, call: Call) -> Markup:
        """Render a question of the pool: paper draws nothing, so they come in their order."""
        pool = self.exercises.file.pools[call.verb]
        return self.card(self.exercises.exercise(pool.of[int(call.name) - 1]))

    def tested(self, _: Call) -> Markup:
        """Render all questions of the form."""
        form = self.form
        if not form:
            return join()
        items = form.choices if self.key else form.items
        how = [element("h2", words.TEST), element("p", words.TEST_HOW)]
        return join(
            [] if self.key else how, [self.card(one) for one in (*items, *form.blueprint.every)]
        )

    def reported(self, _: Call) -> Markup:
        """Render the report of the form."""
        if not self.form or self.key:
            return join()
        return render_report(self.exercises.dossier(self.form.items[0]))

    def read(self, call: Call) -> Markup:
        """Render sentences to read."""
        if self.key:
            return join()
        return pages.render_reading(*self.exercises.article.find_passage(call.name))

    def example(self, call: Call) -> Markup:
        """Render a worked example."""
        if self.key:
            return join()
        return pages.render_example(self.exercises.article, self.exercises.example(call.name))

    def shown(self, call: Call) -> Markup:
        """Render an exhibit: to the class, unless it tells what an exercise asks."""
        if call.name in MOVING:
            return MOVING[call.name](self, call)
        if bool(call.after) is not self.key:
            return self._later(call.after) if call.after else join()
        shown = exhibit(self.exercises, call.name, call.which)
        markup = shown.paper() if isinstance(shown, PieceWidget) else shown
        lead = element("p", words.TO_SHOW, class_="small-head") if self.key else None
        return join(lead, markup)

    def rules(self, call: Call) -> Markup:
        """Render the rules of recorders: to be worked out by hand, and worked out."""
        home = open_dossier(call.which, self.exercises.seeds)
        reports, label = reports_of(home), home.about.label
        if self.key:
            return render_rules(label, reports, RULES)
        return render_rules_on_paper(label, reports)

    def toy(self, _: Call) -> Markup:
        """Say that what moves is on the screen."""
        return join() if self.key else element("p", words.ON_SCREEN, class_="later")

    def _later(self, after: str) -> Markup:
        ask = element("q", self.exercises.written(after).ask)
        return element("p", words.SHOWN_LATER, " ", ask, class_="later")

    def _text(self, part: Part) -> Markup:
        """Render the text of a cell; the key has its headings alone, to find one’s way by."""
        if self.key:
            return headings(part.text)
        return element("div", render_prose(part.text), class_="prose")


VERBS: dict[str, Callable[[_Walk, Call], Markup]] = {
    "ask": _Walk.asked,
    "recall": _Walk.drawn,
    "test": _Walk.tested,
    "report": _Walk.reported,
    "read": _Walk.read,
    "example": _Walk.example,
    "show": _Walk.shown,
}
"""What paper has of each verb of a lesson; of what is not named here it has nothing."""
MOVING: dict[str, Callable[[_Walk, Call], Markup]] = {
    # Paper can be leafed back.
    "article": lambda *_: join(),
    "rules": _Walk.rules,
    "toy": _Walk.toy,
}
"""Exhibits of which paper has something else: what opens or answers by itself on the page."""
