"""The exhibits: all that a lesson shows besides cards, by the name that a notebook calls it by.

`lesson.show` and `check` read this one table. To add an exhibit, add its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.errors import KitError
from helpers.kinds.order import Order
from helpers.pieces.recorders import Recorders
from helpers.pieces.toy import Toy
from helpers.texts.dossier import open_dossier
from helpers.topics.anonymity import conditions, voices, word_shares
from helpers.topics.attribution import chain
from helpers.view import pages
from helpers.view.anonymity import render_conditions, render_shares, render_voices
from helpers.view.charts.chain import render_chain
from helpers.view.claims import render_claims
from helpers.view.features import render_features
from helpers.view.framing import render_actors, render_swapped
from helpers.view.toy import SIZES, Group
from helpers.view.widget import PieceWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from helpers.kinds.attempt import Attempt
    from helpers.kinds.base import Exercise
    from helpers.kinds.exercises import LessonExercises
    from helpers.view.markup import Markup


class Given(NamedTuple):
    """What the student gave to the exercise that an exhibit waits for."""

    exercise: Exercise
    attempt: Attempt


def _chain(exercises: LessonExercises, claim: str, given: Given | None) -> Markup:
    home = exercises.article
    shown = render_chain(home, chain(home, claim), _ordered(given))
    return pages.page(shown, name=claim)


def _ordered(given: Given | None) -> tuple[str, ...]:
    """Give what a student put into an order, if that is what she was asked."""
    if not given or not isinstance(given.exercise, Order):
        return ()
    texts = {item.id: item.text for item in given.exercise.items}
    return tuple(texts[name] for name in given.attempt.read)


def _chart(exercises: LessonExercises, identity: str, _: Given | None) -> Markup:
    # Charts of texts are heavy, and most lessons show none.
    from helpers.view.charts.registry import find_chart  # noqa: PLC0415

    shown = find_chart(exercises.article, identity).draw(exercises.article)
    return pages.page(shown, name=f"chart {identity}")


def _comparison(exercises: LessonExercises, identity: str, _: Given | None) -> Markup:
    home = exercises.article
    return pages.render_comparison(home, home.comparison(identity))


def _shares(exercises: LessonExercises, *_: object) -> Markup:
    home = exercises.article
    return render_shares(home, voices(home), word_shares(home))


def _toy(_: LessonExercises, size: str, _given: Given | None) -> PieceWidget:
    if size not in map(str, range(SIZES[0], SIZES[1] + 1)):
        raise KitError(f"The toy begins with a group of {SIZES[0]} to {SIZES[1]}, not “{size}”.")
    return Toy(Group(int(size))).widget


def _rules(exercises: LessonExercises, text: str, _: Given | None) -> PieceWidget:
    return Recorders(open_dossier(text, exercises.seeds)).widget


EXHIBITS: dict[str, Callable[[LessonExercises, str, Given | None], Markup | PieceWidget]] = {
    "actors": lambda exercises, *_: render_actors(exercises.article),
    "article": lambda exercises, what_for, _: pages.render_article_again(
        exercises.article, what_for
    ),
    "chain": _chain,
    "chart": _chart,
    "claims": lambda exercises, *_: render_claims(exercises.article),
    "comparison": _comparison,
    "conditions": lambda exercises, *_: render_conditions(conditions(exercises.seeds)),
    "features": lambda exercises, *_: render_features(exercises.article),
    "rules": _rules,
    "shares": _shares,
    "swapped": lambda exercises, passage, _: render_swapped(exercises.article, passage),
    "toy": _toy,
    "voices": lambda exercises, *_: render_voices(exercises.article, voices(exercises.article)),
}
"""Each takes the lesson, the name of one thing, and what was given to the exercise before it.

It raises KitError where that thing is not there. Where nothing was given, as on paper, it stands
alone.
"""


def exhibit(
    exercises: LessonExercises, name: str, which: str, after: str = "", given: Given | None = None
) -> Markup | PieceWidget:
    """Make an exhibit, or say in one sentence what is not there."""
    if name not in EXHIBITS:
        raise KitError(f"There is no exhibit “{name}”; there are {', '.join(EXHIBITS)}.")
    shown = EXHIBITS[name](exercises, which, given)
    if after and isinstance(shown, PieceWidget):
        raise KitError(f"The exhibit “{name}” answers by itself and cannot wait for “{after}”.")
    return shown
