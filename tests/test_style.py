"""The style sheet and the script that a page gets, put together from their parts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from helpers.kinds.annotate import Annotate
from helpers.kinds.exercises import LessonExercises
from helpers.paths import EXERCISES
from helpers.texts.vocabulary import Label
from helpers.view.assets import script, style
from helpers.words import annotation_text

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
ALTERNATIVES = re.compile(r":is\(([^()]*)\)")
LINE = re.compile(r"(?:--[sct]|border(?:-bottom)?): ([^;]+);")


def rules(of: str) -> Iterator[str]:
    """Give the declarations of every rule that styles an element with these classes."""
    for selectors, declarations in RULE.findall(style()):
        plain = selectors.rpartition("*/")[2]
        if any(set(of.split(".")) <= classes(one) for one in alternatives(plain)):
            yield declarations


def alternatives(selectors: str) -> list[str]:
    """Write out what `:is(…)` and commas stand for, each selector for itself."""
    found = ALTERNATIVES.search(selectors)
    if found is None:
        return selectors.split(",")
    before, after = selectors[: found.start()], selectors[found.end() :]
    return [s for one in found[1].split(",") for s in alternatives(before + one.strip() + after)]


def classes(selector: str) -> set[str]:
    """Name the classes that the last part of a selector asks for."""
    return set(selector.rsplit(maxsplit=1)[-1].split(".")[1:])


def lines(of: str) -> list[str]:
    """Give the lines that are drawn for these classes, without their colours."""
    drawn = (line for declarations in rules(of) for line in LINE.findall(declarations))
    return [re.sub(r"var\(--atr-\w+\)", "", line) for line in drawn if line != "none"]


def asked_together() -> list[tuple[Label, ...]]:
    """Give the sets of labels that one exercise of a lesson asks for."""
    files = [LessonExercises(path).file for path in sorted(EXERCISES.glob("*.yaml"))]
    asked = (exercise for file in files for exercise in file.exercises)
    return sorted({one.labels for one in asked if isinstance(one, Annotate)}, key=str)


@pytest.mark.parametrize("label", Label)
@pytest.mark.parametrize("place", ["word", "ink"])
def test_every_label_is_drawn_with_a_line(place: str, label: Label) -> None:
    assert lines(f"{place}.{label.value}")


@pytest.mark.parametrize("labels", asked_together(), ids=lambda labels: labels[0].value)
def test_labels_that_are_asked_for_together_have_lines_of_their_own(
    labels: tuple[Label, ...],
) -> None:
    drawn = {label: tuple(lines(f"word.{label.value}")) for label in labels}
    assert len(set(drawn.values())) == len(labels)


def test_every_outcome_of_a_mark_has_a_line_of_its_own() -> None:
    drawn = {name: tuple(lines(f"run.{name}")) for name in annotation_text.SPOTS}
    assert all(drawn.values())
    assert len(set(drawn.values())) == len(annotation_text.SPOTS)


def test_the_script_is_one_module_that_starts_with_its_words() -> None:
    assert script().startswith("const WORDS = {")
    assert script().count("export default") == 1
    assert not re.search(r"^import ", script(), re.MULTILINE)
