"""`check` on lessons that are tests: their forms, their notebooks and their minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from form_kit import FIRST, OTHER, SECOND, Change, Fields, broken, field, form_kit, write_page
from small_kit import found

from helpers.checks.exercises import read_exercises
from helpers.checks.minutes import TEST_RESULTS, Minutes, minutes
from helpers.kinds.effort import WORDS_A_MINUTE
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from pathlib import Path


def plan(**fields: object) -> Change:
    """Change fields of the plan of a test."""
    return lambda file: file["test"].update(fields)


def asks(name: str) -> Change:
    """Let a test ask something of its own."""
    options = [
        {"id": "few", "text": "Few", "says": "A."},
        {"id": "lots", "text": "Lots", "says": "B."},
    ]
    asked = {"id": name, "kind": "poll", "ask": "How many?", "after": "Kept.", "options": options}
    return lambda file: file["exercises"].append(asked)


BROKEN: dict[str, tuple[str, Change, str]] = {
    "no form": (FIRST, plan(forms=[]), "test: It names no form; name one or more under forms."),
    "a form that is not there": (FIRST, plan(forms=["a", "d"]), "d.yaml cannot be read: No such"),
    "a form named twice": (FIRST, plan(forms=["a", "a"]), "test, a: The id “a” is given 2 times"),
    "one form alone, and another one than before": (
        SECOND,
        plan(forms=["a"], not_as="01-lamps"),
        "test: With one form there is no other one to put; name two under forms.",
    ),
    "other forms than before": (
        SECOND,
        plan(forms=["b", "a"]),
        "test: 02-cold.yaml has other forms; give both lessons the same.",
    ),
    "no test before": (
        SECOND,
        plan(not_as="01-lamps"),
        "test: 01-lamps.yaml has other forms; give both lessons the same.",
    ),
    "no lesson before": (SECOND, plan(not_as="00-none"), "00-none.yaml cannot be read: No such"),
    "itself before": (
        SECOND,
        plan(not_as="03-again"),
        "test: It names itself under not_as; name the lesson with the test before it.",
    ),
    "a question of its own called as an item": (
        FIRST,
        asks("a-who-1"),
        "a-who-1: The id “a-who-1” is given 2 times",
    ),
    "one called as what every form asks": (
        FIRST,
        asks("trust"),
        "trust: The id “trust” is given 2 times",
    ),
    "an odd field": (FIRST, plan(odd=1), "contains unknown field `odd`"),
    "a list": (FIRST, field("test", ["a", "b"]), "test"),
}
MORE = {
    "one form alone, and another one than before": ["01-lamps.yaml has other forms"],
}
"""What is found besides, as it follows from the same fault."""


@pytest.mark.parametrize("broke", BROKEN)
def test_one_thing_broken_in_a_test_is_one_finding(tmp_path: Path, broke: str) -> None:
    name, change, says = BROKEN[broke]
    findings = broken(tmp_path, name, change)
    assert len(findings) == 1 + len(MORE.get(broke, [])), findings
    for one in [says, *MORE.get(broke, [])]:
        assert any(one in finding for finding in findings), findings


def test_a_form_of_an_odd_name_is_none(tmp_path: Path) -> None:
    findings = broken(tmp_path, FIRST, plan(forms=["a", "../exercises/01-lamps"]))
    assert any("test: “../exercises/01-lamps” is no id" in one for one in findings)


def test_a_test_is_checked_in_all_else_where_a_form_is_missing(tmp_path: Path) -> None:
    def change(file: Fields) -> None:
        plan(forms=["a", "d"])(file)
        file["title"] = ""

    findings = broken(tmp_path, FIRST, change)
    assert len(findings) == 2
    assert "The field “title” is empty" in findings[0]


def on_page(root: Path, stem: str, *verbs: str) -> list[str]:
    """Give what is found in the notebook of a test that calls these, but for its minutes."""
    kit = root if (root / "lessons").exists() else form_kit(root)
    return [one for one in found(write_page(kit / "lessons", stem, *verbs)) if "states" not in one]


CALLED: dict[str, tuple[str, list[str], str]] = {
    "no test": ("02-cold", ["report"], "test: The notebook asks it 0 times; let one cell ask it."),
    "two tests": ("02-cold", ["report", "test", "test"], "test: The notebook asks it 2 times"),
    "no results": ("03-again", ["report", "test"], "results: The notebook asks it 0 times"),
    "results that were not to be": (
        "02-cold",
        ["report", "test", "results"],
        "code-3: It shows results; write results: true under test.",
    ),
}


@pytest.mark.parametrize(("stem", "verbs", "says"), CALLED.values(), ids=CALLED)
def test_a_notebook_puts_the_test_of_its_lesson_once(
    tmp_path: Path, stem: str, verbs: list[str], says: str
) -> None:
    (finding,) = on_page(tmp_path, stem, *verbs)
    assert says in finding


@pytest.mark.parametrize("verb", ["report", "test", "results"])
def test_a_lesson_that_is_no_test_puts_none(tmp_path: Path, verb: str) -> None:
    findings = on_page(tmp_path, "01-lamps", verb)
    says = f"code-1: The lesson is no test; name forms under test, or take {verb} out."
    assert sum(says in one for one in findings) == 1


def took(root: Path, *verbs: str) -> Minutes:
    """Give the minutes of a test whose notebook calls these."""
    page = write_page(root / "lessons", "03-again", *verbs)
    read_exercises.cache_clear()
    return minutes(read_exercises(root / f"lessons/{SECOND}.yaml"), read_notebook(page))


def test_the_results_take_as_long_as_their_words(tmp_path: Path) -> None:
    bare = took(form_kit(tmp_path))
    longer = took(tmp_path, *["results"] * 20).core - bare.core
    assert longer >= 20 * TEST_RESULTS / WORDS_A_MINUTE


def long(file: Fields) -> None:
    """Ask much more in each item."""
    for one in file["items"]:
        one["ask"] += " Think." * 40


@pytest.mark.parametrize("verb", ["report", "test"])
def test_a_test_takes_as_long_as_the_mean_of_its_forms(tmp_path: Path, verb: str) -> None:
    text = form_kit(tmp_path) / "seeds/twin/article.txt"
    text.write_text(text.read_text(encoding="utf-8") * 5, encoding="utf-8")
    broken(tmp_path, OTHER, long)
    bare = took(tmp_path)
    both = took(tmp_path, *[verb] * 30).core - bare.core
    alone = []
    for form in ("a", "b"):
        broken(tmp_path, SECOND, plan(forms=[form]))
        alone.append(took(tmp_path, *[verb] * 30).core - bare.core)
    assert 1 < alone[0] < alone[1] - 10
    assert both == pytest.approx(sum(alone) / 2, abs=1)
