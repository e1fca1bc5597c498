"""`check` on notebooks and the README: one thing broken, and just that is found."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from small_kit import FIXED, changed, changed_page, found, notebook, small_kit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = "lessons/01-lamps.ipynb"
TEXT, FIRST, SECOND, LAST = 2, 1, 3, -1


def put(cell: int, field: str, value: object) -> Callable[[dict[str, Any]], object]:
    """Change a field of a cell."""
    return lambda page: page["cells"][cell].update({field: value})


def code(call: str, cell: int = LAST) -> Callable[[dict[str, Any]], object]:
    """Change what the last cell calls."""
    return put(cell, "source", f"# What comes next\n{call}")


def text(words: str) -> Callable[[dict[str, Any]], object]:
    """Change a text that does not open the lesson."""
    return put(TEXT, "source", words)


def another_cell(page: dict[str, Any]) -> None:
    """Add a cell that is neither text nor code."""
    page["cells"].append({"cell_type": "raw", "id": "text-9", "metadata": FIXED, "source": ""})


OLD = {"nbformat": 3, "nbformat_minor": 0, "worksheets": []}
PRINTED = {"output_type": "stream", "name": "stdout", "text": "1"}
BROKEN = {
    "outputs": (put(FIRST, "outputs", [PRINTED]), "code-0: It was saved with its output"),
    "a count": (put(FIRST, "execution_count", 1), "code-0: It was saved with its output"),
    "code in sight": (put(FIRST, "metadata", FIXED | {"tags": ["hide-input"]}), "code-0: Its co"),
    "no tag": (put(FIRST, "metadata", FIXED | {"jupyter": {"source_hidden": True}}), "code-0: It"),
    "a text that can be changed": (put(TEXT, "metadata", {}), "text-1: It can be lost by accident"),
    "a page of another lesson": (
        lambda page: page["metadata"].update({"according-to-reports": {"lesson": "02-lamps"}}),
        "metadata: It would not open itself",
    ),
    "an id given twice": (put(FIRST, "id", "code-1"), "code-1: The id “code-1” is given 2 times"),
    "an id by chance": (put(FIRST, "id", "3f9a2c11"), "The id “3f9a2c11” means nothing"),
    "code after code": (lambda page: page["cells"].pop(2), "code-1: No text leads up to it"),
    "another cell": (another_cell, "text-9: A raw cell shows nothing"),
    "no comment": (put(LAST, "source", 'lesson.read("S1")'), "code-8: It does not open with a com"),
    "a comment of one word": (
        put(LAST, "source", '# Go\nlesson.read("S1")'),
        "code-8: It does not",
    ),
    "long code": (code("1\n2\n3\n4"), "code-8: It has 4 lines of code"),
    "code that is none": (code("lesson.read("), "code-8: Its code is not Python"),
    "a sentence that is not there": (code('lesson.read("S9")'), "code-8: lamps has no sentence S9"),
    "an example that is not there": (code('lesson.example("C02")'), "code-8: 01-lamps.yaml has no"),
    "a table that is not there": (
        code('lesson.show("comparison", "x")'),
        "code-8: The text “lamps” has no com",
    ),
    "a chain of nothing": (
        code('lesson.show("chain", "C9")'),
        "code-8: lamps: C9 is not in claims.yaml",
    ),
    "a chart that is not there": (
        code('lesson.show("chart", "x")'),
        "code-8: The text “lamps” has no chart “x”",
    ),
    "figures that are not there": (code('lesson.table("x")'), "code-8: The text “lamps” has no ta"),
    "rules without reports": (
        code('lesson.show("rules", "twin")'),
        "code-8: The text “twin” has no table",
    ),
    "sides that are not told": (
        code('lesson.show("swapped", "S1")'),
        "code-8: sides.yaml cannot be read",
    ),
    "conditions that are not there": (
        code('lesson.show("conditions")'),
        "code-8: conditions.yaml cannot be read",
    ),
    "a toy that is too large": (
        code('lesson.show("toy", "500")'),
        "code-8: The toy begins with a group of 5 to 100, not “500”",
    ),
    "a toy that cannot wait": (
        code('lesson.show("toy", "40", after="who")'),
        "code-8: The exhibit “toy” answers by itself and cannot wait for “who”",
    ),
    "an exhibit that is not there": (
        code('lesson.show("voicess")'),
        "code-8: There is no exhibit “voicess”; there are actors, ",
    ),
    "an exercise to wait for": (
        code('lesson.show("voices", after="x")'),
        "code-8: 01-lamps.yaml has no exercise “x”",
    ),
    "an exercise asked twice": (code('lesson.ask("who")'), "who: The notebook asks it 2 times"),
    "an exercise not asked": (code("lesson.progress()", SECOND), "vote: The notebook asks it 0"),
    "one that is not there": (code('lesson.ask("x")'), "code-8: 01-lamps.yaml has no exercise “x”"),
    "another lesson": (code('open_lesson("x")', FIRST), "open_lesson: It opens x; open “01-lamps”"),
    "a file that is not there": (text("Go [on](no.md)."), "text-1: The link to “no.md” leads now"),
    "a scheme": (text("Go [on](ftp://x.org/)."), "“ftp://x.org/” is no web address"),
    "a script": (text("Go [on](javascript:x)."), "“javascript:x” is no web address"),
    "a word in the text": (text("This is a hoax."), "text-1: “hoax” says more than a record can"),
    "the format": (lambda page: page.update(nbformat_minor=4), "nbformat: Its format is 4.4; save"),
    "an old format": (lambda page: page.update(OLD), "nbformat: Its format is 3.0; save it as 4.5"),
    "a format to come": (lambda page: page.update(nbformat=5), "01-lamps.ipynb is no notebook"),
    "no id": (lambda page: page["cells"][TEXT].pop("id"), "01-lamps.ipynb is no notebook ('id'"),
    "the kernel": (
        lambda page: page["metadata"].pop("kernelspec"),
        "kernelspec: Its kernel is not",
    ),
    "the shape": (lambda page: page.pop("cells"), "01-lamps.ipynb is no notebook"),
    "cells that are none": (lambda page: page.update(cells=7), "01-lamps.ipynb is no notebook"),
    "a list of cells": (lambda page: page.update(cells=[[]]), "01-lamps.ipynb is no notebook"),
}


@pytest.mark.parametrize(("change", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_finding(
    tmp_path: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    findings = changed_page(tmp_path, change)
    assert len(findings) == 1, findings
    assert says in findings[0]


@pytest.mark.parametrize(
    "written", ["", "[]", "7", "null", "{}", "[" * 100_000, '{"nbformat": []}']
)
def test_what_is_no_notebook_is_one_finding_and_nothing_else_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str
) -> None:
    page = small_kit(tmp_path) / PAGE
    page.write_text(written, encoding="utf-8")
    (says,) = found(page)
    assert says.endswith("; save it in JupyterLab again.") or "; save it as 4.5." in says
    assert capsys.readouterr() == ("", "")


LOOK = {"tags": ["look-behind"], "deletable": False}


def behind(lines: int) -> Callable[[dict[str, Any]], object]:
    """Make the last cell one that shows its code."""

    def change(page: dict[str, Any]) -> None:
        page["cells"][LAST]["metadata"] = LOOK
        page["cells"][LAST]["source"] = "# What comes next\n" + lines * "1\n"

    return change


def test_a_cell_to_look_behind_shows_up_to_five_lines(tmp_path: Path) -> None:
    assert changed_page(tmp_path / "five", behind(5)) == []
    (says,) = changed_page(tmp_path / "six", behind(6))
    assert "code-8: It has 6 lines of code; a reader should meet 5 at most" in says


def test_as_many_questions_are_drawn_as_the_pool_says(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    exercises = kit / "lessons/exercises/01-lamps.yaml"
    pool = "minutes: 5\nrecall: {take: 1, of: [who, near]}"
    exercises.write_text(exercises.read_text("utf-8").replace("minutes: 5", pool), encoding="utf-8")
    page = notebook()
    assert "recall 1: The notebook asks it 0 times" in found(kit / PAGE)[0]
    cells = [c for c in page["cells"] if not c["source"].endswith('ask("near")')]
    page["cells"] = cells
    for cell in cells:
        cell["source"] = cell["source"].replace('lesson.ask("who")', "lesson.recall(1)")
    (kit / PAGE).write_text(json.dumps(page), encoding="utf-8")
    assert found(kit / PAGE) == []


@pytest.mark.parametrize("link", ["https://example.org/a", "../README.md#top", "#below"])
def test_links_to_files_places_and_the_web_are_fine(tmp_path: Path, link: str) -> None:
    assert changed_page(tmp_path, text(f"Go [on]({link}).")) == []


def test_exercises_that_cannot_be_read_are_said_to_be(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    (kit / "lessons/exercises/01-lamps.yaml").unlink()
    (says,) = found(kit / PAGE)
    assert "Its exercises cannot be read; check" in says


def test_a_lesson_without_a_notebook_is_found(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    (kit / PAGE).unlink()
    (says,) = found(kit / "lessons/exercises/01-lamps.yaml")
    assert "There is no notebook 01-lamps.ipynb to ask these" in says


README = {
    "a lesson that is not listed": ("| [Lamps](lessons/01-lamps.ipynb)", "", "01-lamps: The table"),
    "another title": ("[Lamps]", "[Lanterns]", "01-lamps: Its row does not give its title"),
    "other minutes": ("| 5 |", "| 50 |", "01-lamps: Its row does not give its minutes; write 5"),
}


@pytest.mark.parametrize(("old", "new", "says"), README.values(), ids=README)
def test_the_readme_lists_the_lessons(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings = changed(tmp_path, "README.md", old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


def test_the_readme_states_the_minutes_of_the_extras_too(tmp_path: Path) -> None:
    sheet = small_kit(tmp_path) / "lessons/exercises/01-lamps.yaml"
    more = sheet.read_text("utf-8").replace("minutes: 5\n", "minutes: 5\nextra_minutes: 30\n")
    sheet.write_text(more, encoding="utf-8")
    (says,) = found(tmp_path / "README.md")
    assert "01-lamps: Its row does not give its minutes; write 30." in says
    row = "| [Lamps](lessons/01-lamps.ipynb) | 5, and 30 more |\n"
    (tmp_path / "README.md").write_text(row, encoding="utf-8")
    assert len(found(tmp_path / "README.md")) == 2
    row = "| [Lamps](lessons/01-lamps.ipynb) | 5 | and 30 |\n"
    (tmp_path / "README.md").write_text(row, encoding="utf-8")
    assert found(tmp_path / "README.md") == []


def test_the_readme_lists_no_other_lesson(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    row = "| [Lights](lessons/02-lights.ipynb) | 10 |\n"
    (kit / "README.md").write_text((kit / "README.md").read_text("utf-8") + row, encoding="utf-8")
    says = found(kit / "README.md")[0]
    assert "02-lights: The table lists it, but there is no such notebook" in says
