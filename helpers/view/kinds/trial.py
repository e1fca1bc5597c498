"""How an experiment looks: the version that was drawn, then what the other one said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.trial import STEPS
from helpers.view import parts
from helpers.view.markup import Markup, element, join
from helpers.words import card_text, handout_text
from helpers.words.counted import whole_percent

if TYPE_CHECKING:
    from helpers.kinds.trial import Trial, Version
    from helpers.view.card_state import CardState


def form(state: CardState[Trial]) -> Markup:
    """Render the version that the student's code name draws, and the steps to rate it on."""
    version = state.exercise.drawn(state.seed)
    return join(
        _report(version),
        # What was seen goes into the answer: a code name chosen later would draw another.
        element("input", type="hidden", name="version", value=version.id),
        _question(state),
    )


def feedback(state: CardState[Trial]) -> Markup:
    """Render the rating, what the version was, and the versions that others saw."""
    mine, percent = state.last.read
    others = [version for version in state.exercise.versions if version != mine]
    return join(
        _made_up(mine),
        element("p", element("strong", card_text.rated(percent)), " ", mine.tells),
        element("p", card_text.OTHERS_SAW, class_="small-head"),
        [_made_up(version) for version in others],
    )


def paper(state: CardState[Trial]) -> Markup:
    """Render the first version; the other is read to half of the class."""
    return join(_report(state.exercise.versions[0]), _question(state))


def key(state: CardState[Trial]) -> Markup:
    """Render each version with what was special about it."""
    rows = [
        element("li", element("p", handout_text.VERSION.format(number=number), class_="item"),
                _report(version), element("p", version.tells))
        for number, version in enumerate(state.exercise.versions, start=1)
    ]  # fmt: skip
    how = element("p", handout_text.VERSIONS_HOW, class_="note")
    return join(how, element("ul", rows, class_="outcome"))


def _question(state: CardState[Trial]) -> Markup:
    picks = [parts.radio("percent", str(step), whole_percent(step / 100)) for step in STEPS]
    return parts.question(state.exercise, element("div", picks, class_="steps"))


def _report(version: Version) -> Markup:
    return element("div", element("p", version.text, class_="serif"), class_="report")


def _made_up(version: Version) -> Markup:
    """Render a version that says what it is: after the rating, which it would have decided."""
    label = element("p", card_text.MADE_UP, class_="constructed")
    return join(label, _report(version))
