"""`check` on exercises: each row breaks one thing in a sound lesson, and just that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found

if TYPE_CHECKING:
    from pathlib import Path

EXERCISES_FILE = "lessons/exercises/01-lamps.yaml"

BROKEN = {
    "the lesson's name": ("lesson: 01-lamps", "lesson: 02-x", "lesson: It is called “02-x”"),
    "no title": ("title: Lamps", 'title: ""', "01-lamps.yaml: The field “title” is empty"),
    "no minutes": ("minutes: 5", "minutes: 0", "minutes: Say how many minutes"),
    "no question": ("ask: Who says so?", 'ask: ""', "who: The field “ask” is empty"),
    "nothing that settles": ("settle: The dates.", 'settle: ""', "steps: The field “settle” is"),
    "an empty hint": ("Look at the start.", '" "', "who: The field “hints” is empty"),
    "asterisks that nobody draws": (
        "why: Glass fell.",
        "why: Glass *fell*.",
        "steps: The asterisks of *fell*",
    ),
    "an empty reason": ("why: Glass fell.", 'why: ""', "steps, break: The field “why” is empty"),
    "an empty verdict": ("The start.", '""', "steps, break: The field “verdict” is empty"),
    "a bare verdict": ("He does.", "Correct!", "who, mayor: The verdict is only “Correct!”"),
    "no deciding words": (",\n     words: [{S1: The mayor}]", "", "who, mayor: It shows no decid"),
    "no words on a sentence": (", words: [{S4: say}]", "", "place, i2: It shows no deciding words"),
    "words that are not there": ("[{S4: say}]", "[{S4: says}]", "place, i2: lamps S4: “says” is"),
    "no slip": (
        ", slip: named=true}\n- id: place",
        "}\n- id: place",
        "who: A wrong answer has no slip",
    ),
    "one that has no name": (
        "why: Nobody else speaks.,\n     words: [{S1: said}], slip: named=true",
        "why: Nobody else speaks.,\n     words: [{S1: said}], slip: new",
        "who: The slip “new” has no name",
    ),
    "one that is not used": (
        "  many=more:",
        "  odd: {name: The odd trap, says: Odd.}\n  many=more:",
        "odd: No exercise has",
    ),
    "one without a sentence": ("A name is no proof.", '""', "named=true: The field “says”"),
    "one without a name": ("name: The name trap", 'name: ""', "named=true: The field “name”"),
    "an example's part": (
        "examples:\n- {claim: C01, why: {source: A man.,",
        "examples:\n- {claim: C01, why: {",
        "examples, C01: The field “source”",
    ),
    "an example's claim": (
        "- {claim: C01, why: {source",
        "- {claim: C9, why: {source",
        "examples, C9: The text “lamps” has no claim “C9”.",
    ),
    "an article": (
        "ask: Who says so?",
        "ask: Who says so?\n  article: none",
        "who: There is no text “none”",
    ),
    "a sentence to show": (
        "ask: Who says so?\n  show: S1",
        "ask: Who says so?\n  show: S9",
        "who: lamps has no sentence S9",
    ),
    "a passage back to front": (
        "ask: Who says so?\n  show: S1",
        "ask: Who says so?\n  show: S2-S1",
        "who: A passage runs forward: write S1-S2",
    ),
    "too few sound passages": (
        "{id: i3, text: A note, category: well, also: [thin]",
        "{id: i3, text: A note, category: thin, also: [well]",
        "Only 1 of 5 judgement items are adequately sourced",
    ),
    "a verdict beyond the record": ("He ran.", "It was debunked.", "steps: “debunked” says more"),
    "one in a reason": (
        "cue: A verb., content: A count.}}\n  strays",
        "cue: A hoax., content: A count.}}\n  strays",
        "marks: “hoax” says more",
    ),
    "a verdict of false": ("He does.", "False.", "who: “False.” says more than a record can"),
    "straight quotation marks": ("He ran.", 'He "ran".', "steps: Straight quotation marks at"),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_finding(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings = changed(tmp_path, EXERCISES_FILE, old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


def test_an_exercise_given_twice_is_found(tmp_path: Path) -> None:
    findings = changed(tmp_path, EXERCISES_FILE, "id: vote-again", "id: vote")
    assert any("vote: The id “vote” is given 2 times" in says for says in findings)


def test_few_judgements_have_no_share(tmp_path: Path) -> None:
    assert changed(tmp_path, EXERCISES_FILE, "category: well, also: [thin]", "category: thin") != []
    path = tmp_path / EXERCISES_FILE
    item = "  - {id: i5, text: A sum, category: thin, verdict: Thin., why: No numbers.}\n"
    path.write_text(path.read_text("utf-8").replace(item, ""), encoding="utf-8")
    assert found(path) == []


def test_words_between_quotation_marks_are_somebody_elses(tmp_path: Path) -> None:
    assert changed(tmp_path, EXERCISES_FILE, "He ran.", "He ran (“a hoax”).")[1:] == []


def test_a_broken_text_is_told_once_in_a_lesson(tmp_path: Path) -> None:
    changed(tmp_path, "seeds/lamps/claims.yaml", "gist: More", "gits: More")
    (says,) = found(tmp_path / EXERCISES_FILE)
    assert "claims.yaml, C02 (claims[1]): Object contains unknown field `gits`" in says
