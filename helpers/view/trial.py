"""How an experiment looks: the version that was drawn, then what the other one said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.kinds.trial import STEPS
from helpers.view import parts, strings
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from helpers.kinds.trial import Trial, Version
    from helpers.view.look import Look


def form(look: Look[Trial]) -> Markup:
    """Render the version that the student's code name draws, and the steps to rate it on."""
    version = look.exercise.drawn(look.seed)
    picks = [parts.radio("percent", str(step), f"{step} %") for step in STEPS]
    return join(
        _report(version),
        element("input", type="hidden", name="version", value=version.id),
        parts.question(look.exercise, element("div", picks, class_="steps")),
    )


def feedback(look: Look[Trial]) -> Markup:
    """Render the rating, what the version was, and the versions that others saw."""
    rated = look.exercise.read(look.last.answer)
    mine = look.exercise.version(rated.version)
    others = [version for version in look.exercise.versions if version is not mine]
    return join(
        _report(mine),
        element("p", element("strong", strings.rated(rated.percent)), " ", mine.tells),
        element("p", strings.OTHERS_SAW, class_="small-head"),
        [_report(version) for version in others],
        element("p", look.exercise.after),
    )


def _report(version: Version) -> Markup:
    label = element("p", strings.MADE_UP, class_="constructed")
    return element("div", label, element("p", version.text, class_="serif"), class_="report")
