"""Slips: shared by all lessons, and of one lesson alone; `check` on the file that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import found, small_kit
from support import make_exercises, write, write_yaml

from helpers.checks.scope import Scope, named, whole
from helpers.errors import KitError
from helpers.kinds.slips import FILE

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = f"lessons/{FILE}"
SHEET = "lessons/exercises/01-lamps.yaml"
ECHO = "  many=more: {name: The echo trap, says: Many tellings are not many facts.}\n"
SHARED = "many=more: {name: The echo trap, says: Many tellings are not many facts.}\n"


def kit(root: Path, shared: str) -> Path:
    """Write a small kit in which one slip is shared by all lessons."""
    sheet = small_kit(root) / SHEET
    text = sheet.read_text(encoding="utf-8")
    assert ECHO in text
    sheet.write_text(text.replace(ECHO, ""), encoding="utf-8")
    (root / SLIPS).write_text(shared, encoding="utf-8")
    return root


def test_a_lesson_may_use_what_all_lessons_share(tmp_path: Path) -> None:
    assert found(kit(tmp_path, SHARED)) == []
    (tmp_path / SLIPS).unlink()
    findings = found(tmp_path / SHEET)
    assert {one.partition("yaml, ")[2] for one in findings} == {
        f"{name}: The slip “many=more” has no name; add it under slips."
        for name in ("place", "steps")
    }


BROKEN = {
    "no name": ("name: The echo trap", 'name: ""', "many=more: The field “name” is empty"),
    "no sentence": ("says: Many tellings are not many facts.", 'says: ""', "The field “says” is"),
    "straight quotation marks": ("Many tellings", 'Many “tellings"', "many=more: "),
    "a hoax": ("not many facts", "a hoax", "many=more: “hoax” says more than a record can"),
    "nobody's slip": (
        "many=more: {",
        "none=some: {name: A, says: B.}\nmany=more: {",
        "none=some: No",
    ),
    "one of two fields": ("name: The echo trap, ", "", "missing required field `name`"),
    "another field": ("{name", "{odd: 1, name", "unknown field `odd`"),
    "a sentence alone": (
        "{name: The echo trap, says: Many tellings are not many facts.}",
        "X",
        "X",
    ),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_found(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert SHARED.count(old) == 1
    root = kit(tmp_path, SHARED.replace(old, new.replace("X", "An echo.")))
    findings = found(root / SLIPS)
    assert len(findings) == 1, findings
    assert says in findings[0] or says == "X"
    assert SLIPS in findings[0]


def test_the_slips_are_checked_with_the_whole_kit_and_by_their_path(tmp_path: Path) -> None:
    root = kit(tmp_path, SHARED)
    assert named(root / SLIPS) == Scope(slips=(root / SLIPS,))
    assert whole(root).slips == (root / SLIPS,)
    assert whole(root).summary().endswith("1 set of slips, 7 exercises.")
    assert whole(small_kit(tmp_path / "other")).slips == ()


def test_a_lesson_that_cannot_be_read_is_one_finding_on_the_slips(tmp_path: Path) -> None:
    root = kit(tmp_path, SHARED)
    (root / SHEET).write_text("lesson: [", encoding="utf-8")
    assert len(found(root / SLIPS)) == 1


def test_a_lesson_has_the_slips_of_all_and_its_own_and_its_own_go_first(tmp_path: Path) -> None:
    folder = tmp_path / "lessons/exercises"
    lesson = make_exercises(folder, write("choice"))
    shared = {name: {"name": f"Shared {name}", "says": "So."} for name in ("x=y", "old=new")}
    write_yaml(tmp_path / SLIPS, shared)
    names = {name: slip.name for name, slip in lesson.slips.items()}
    assert names == {"x=y": "The X trap", "z=y": "The Z trap", "old=new": "Shared old=new"}


def test_a_lesson_without_shared_slips_has_its_own(tmp_path: Path) -> None:
    assert {*make_exercises(tmp_path / "a", write("choice")).slips} == {"x=y", "z=y"}


@pytest.mark.parametrize("slip", ["An echo.", {"name": "The echo trap"}, {"says": "So."}, None])
def test_a_slip_without_name_or_sentence_is_refused(tmp_path: Path, slip: object) -> None:
    with pytest.raises(KitError, match=r"90-test.yaml .*slips"):
        make_exercises(tmp_path, write("choice"), slips={"x=y": slip})
