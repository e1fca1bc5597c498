"""`check` on the forms of a test and their blueprint: one thing broken, and just that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from form_kit import (
    BLUEPRINT,
    FORM,
    KEY,
    OTHER,
    PLACES_FILE,
    Change,
    Fields,
    broken,
    field,
    form_kit,
    item,
    of_item,
    of_option,
    option,
    twice,
    without,
)
from small_kit import TODAY, found, told
from support import write_yaml

from helpers.checks.finding import LONGEST
from helpers.checks.scope import Scope, named, whole
from helpers.checks.sign import review
from helpers.texts import limits

if TYPE_CHECKING:
    from pathlib import Path


def of_first(part: str, **fields: object) -> Change:
    """Change fields of the first skill, the first place, or the first of what every form asks."""
    return lambda file: file[part][0].update(fields)


def shorter(file: Fields) -> None:
    """Leave out one option of an item."""
    item(file, "who-1")["options"].remove(option(file, "who-1", "side"))


HALVES = ("skills", "places")
POLL: dict[str, Any] = {
    "id": "vote",
    "kind": "poll",
    "ask": "How many?",
    "after": "Kept.",
    "options": [
        {"id": "few", "text": "Few", "says": "A."},
        {"id": "lots", "text": "Lots", "says": "B."},
    ],
}
GRADED: dict[str, Any] = {
    "id": "who",
    "kind": "choice",
    "ask": "Who?",
    "settle": "A list.",
    "options": [
        {"id": "one", "text": "He", "right": True, "verdict": "He does.", "why": "So."},
        {"id": "two", "text": "She", "verdict": "Not she.", "why": "So.", "slip": "named=all"},
    ],
}
BROKEN: dict[str, tuple[str, Change, str]] = {
    "another name": (
        FORM,
        field("form", "b"),
        "form: It is called “b”; write “a”, the file’s name.",
    ),
    "a place without an item": (
        FORM,
        without("who-2"),
        "who-2: No item tests this place; add one with the id a-who-2.",
    ),
    "a place with two": (FORM, twice("who-1"), "who-1: The id “who-1” is given 2 times"),
    "one option to call sound": (
        FORM,
        of_option("who-1", "fine", sound=False),
        "a-who-1: 1 of its 4 options call the passage sound; let half of them do so",
    ),
    "three to call sound": (
        FORM,
        of_option("who-1", "thin", sound=True),
        "a-who-1: 3 of its 4 options call the passage sound; let half of them do so",
    ),
    "no question": (FORM, of_item("who-1", ask=""), "a-who-1: The field “ask” is empty"),
    "no words": (FORM, of_option("who-1", "thin", text=" "), "a-who-1, thin: The field “text” is"),
    "a passage elsewhere": (FORM, of_item("who-1", show="S9"), "lamps has no sentence S9"),
    "a quotation": (FORM, of_item("who-1", ask="Who saw “fifty lamps”?"), "a-who-1: “fifty lamps”"),
    "a number": (FORM, of_item("who-1", ask="Are there 77 of them?"), "a-who-1: "),
    "a verdict": (FORM, of_option("who-1", "thin", text="A hoax."), "a-who-1: “hoax” says more"),
    "an article of its own": (
        FORM,
        of_item("who-1", article="twin"),
        "a-who-1: An item of a test has no article; take it out.",
    ),
    "a hint": (FORM, of_item("who-1", hints=["Look."]), "a-who-1: An item of a test has no hints"),
    "what settles": (FORM, of_item("who-1", settle="A list."), "An item of a test has no settle"),
    "words afterwards": (FORM, of_item("who-1", after="Well."), "An item of a test has no after"),
    "an Extra": (FORM, of_item("who-1", extra=True), "a-who-1: An item of a test has no extra"),
    "a key": (FORM, of_option("who-1", "fine", right=True), "contains unknown field `right`; mend"),
    "no report": (FORM, field("article", "none"), "There is no text “none”"),
    "the report of another form": (
        OTHER,
        field("article", "lamps"),
        "article: Form a has the same report, which a student may know; take another.",
    ),
    "fewer options than another form": (
        OTHER,
        shorter,
        "who-1: It has 3 options, and 4 in form a. Let both have as many",
    ),
    "a skill too few": (
        BLUEPRINT,
        lambda file: file.update(
            {name: [one for one in file[name] if "tale" not in one["id"]] for name in HALVES}
        ),
        "skills: There are 5 skills; a form tests 6.",
    ),
    "a skill given twice": (
        BLUEPRINT,
        lambda file: file["skills"].append({**file["skills"][0]}),
        "skills, who: The id “who” is given 2 times",
    ),
    "a place given twice": (
        BLUEPRINT,
        of_first("places", id="who-2"),
        "places, who-2: The id “who-2” is given 2 times",
    ),
    "a place of no skill": (
        BLUEPRINT,
        of_first("places", skill="odd"),
        "places: 1 places test “odd”; let 3 test each of the skills.",
    ),
    "a skill’s id": (BLUEPRINT, of_first("skills", id="A b"), "skills: “A b” is no id"),
    "a skill’s name": (BLUEPRINT, of_first("skills", name=""), "who: The field “name” is empty"),
    "a place’s id": (BLUEPRINT, of_first("places", id="A b"), "places: “A b” is no id"),
    "a place’s name": (PLACES_FILE, of_first("places", name=""), "who-1: The field “name” is"),
    "straight quotation marks": (
        PLACES_FILE,
        of_first("places", name='The "who"'),
        "who-1: Straight quotation marks at",
    ),
    "a place of which nothing is told": (
        PLACES_FILE,
        lambda file: file["places"].pop(0),
        "who-1: Nothing tells what this place tests; add it.",
    ),
    "a place that is none": (
        PLACES_FILE,
        lambda file: file["places"].append({**file["places"][0], "id": "odd-1"}),
        "odd-1: The blueprint has no such place; mend the id.",
    ),
    "a place that is told twice": (
        PLACES_FILE,
        lambda file: file["places"].append(file["places"][0]),
        "who-1: The id “who-1” is given 2 times",
    ),
    "nothing to practise": (
        PLACES_FILE,
        of_first("places", again="01-lamps/none"),
        "who-1: There is no card “01-lamps/none”; write a lesson and one of its cards under again.",
    ),
    "no lesson to practise": (
        PLACES_FILE,
        of_first("places", again="../../seeds/x"),
        "who-1: There is no card “../../seeds/x”",
    ),
    "a test to practise on": (
        PLACES_FILE,
        of_first("places", again="02-cold/a-who-1"),
        "who-1: There is no card “02-cold/a-who-1”",
    ),
    "a question for all that is not whole": (
        BLUEPRINT,
        of_first("every", ask=""),
        "trust: The field “ask” is empty",
    ),
    "one that says too much": (
        BLUEPRINT,
        of_first("every", statement="All news is a hoax."),
        "trust: “hoax” says more than a record can",
    ),
    "one with a key": (
        BLUEPRINT,
        field("every", [GRADED]),
        "who: It has a key, which a form must not show; take it out.",
    ),
    "one on a report": (
        BLUEPRINT,
        of_first("every", show="S1"),
        "trust: It shows one report, and every form has its own; take out show and article.",
    ),
    "one on another text": (BLUEPRINT, of_first("every", article="twin"), "It shows one report"),
    "one given twice": (
        BLUEPRINT,
        field("every", [POLL, POLL]),
        "every, vote: The id “vote” is given 2 times",
    ),
    "one with an odd id": (BLUEPRINT, of_first("every", id="A b"), "every: “A b” is no id"),
}
MORE = {
    "fewer options than another form": ["b-who-1: 2 of its 3 options call the passage sound"],
    "a skill given twice": ["There are 7 skills"],
    "a place of no skill": ["2 places test “who”"],
    "a skill’s id": ["3 places test “who”", "0 places test “A b”"],
}
"""What is found besides, as it follows from the same fault."""


@pytest.mark.parametrize("broke", BROKEN)
def test_one_thing_broken_is_one_finding(tmp_path: Path, broke: str) -> None:
    name, change, says = BROKEN[broke]
    findings = broken(tmp_path, name, change)
    assert len(findings) == 1 + len(MORE.get(broke, [])), findings
    for one in [says, *MORE.get(broke, [])]:
        assert any(f"/{name}.yaml" in finding and one in finding for finding in findings), findings


@pytest.mark.parametrize("name", ["a-other", "who-1", "b-who-1"])
def test_an_id_that_names_no_place_is_found(tmp_path: Path, name: str) -> None:
    findings = broken(tmp_path, FORM, of_item("who-1", id=name))
    says = f"{name}: Its id names no place; write a- and one of blueprint.yaml."
    assert sum(says in one for one in findings) == 1


def test_a_sound_kit_with_a_test_has_nothing_to_mend(tmp_path: Path) -> None:
    assert found(form_kit(tmp_path)) == []
    assert whole(tmp_path).summary() == (
        "Nothing to mend in 2 texts, 1 table, 3 lessons, 3 notebooks, 1 README, 1 set of slips, "
        "6 files of the test, 7 exercises."
    )


@pytest.mark.parametrize("name", [FORM, KEY, BLUEPRINT])
def test_each_file_of_a_test_is_checked_by_its_path(tmp_path: Path, name: str) -> None:
    path = form_kit(tmp_path) / f"lessons/{name}.yaml"
    assert named(path) == Scope(forms=(path,))
    assert found(path) == []


@pytest.mark.parametrize("draft", [".a.yaml", "_a.yaml", "._a.yaml"])
def test_drafts_of_editors_are_no_forms(tmp_path: Path, draft: str) -> None:
    for folder in ("forms", "keys"):
        (form_kit(tmp_path / folder) / f"lessons/{folder}/{draft}").write_bytes(b"\x00\xff")
        assert found(tmp_path / folder) == []


def another_form(root: Path, name: str) -> Path:
    """Write a form of one’s own on a third text, with nothing else about it."""
    form_kit(root)

    def renamed(file: Fields) -> None:
        for one in file["items"]:
            one["id"] = name + one["id"].removeprefix("b")
        file.update(form=name, article="third")

    broken(root, OTHER, renamed)
    path = root / f"lessons/forms/{name}.yaml"
    (root / f"lessons/{OTHER}.yaml").rename(path)
    about = root / "seeds/third/article.yaml"
    (root / "seeds/twin").rename(about.parent)
    about.write_text(about.read_text("utf-8").replace("id: twin", "id: third"), encoding="utf-8")
    return path


def test_a_form_that_no_lesson_puts_is_found(tmp_path: Path) -> None:
    (says,) = found(another_form(tmp_path, "d"))
    assert "form: No lesson puts this form; name it under test, or take it out." in says


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a-2", "form: Its items would begin as those of form a do; give it another name."),
        ("My form", "form: “My form” is no id"),
    ],
)
def test_a_form_has_a_name_that_tells_its_items_apart(tmp_path: Path, name: str, says: str) -> None:
    findings = found(another_form(tmp_path, name))
    assert sum(says in one for one in findings) == 1, findings


@pytest.mark.parametrize("name", [FORM, KEY, BLUEPRINT])
def test_nobody_has_signed_a_new_file_and_a_change_is_told(tmp_path: Path, name: str) -> None:
    path = form_kit(tmp_path) / f"lessons/{name}.yaml"
    (says,) = told(path)
    assert "reviewed: Nobody has signed " in says
    assert review(path, [], TODAY).startswith("Signed ")
    assert told(path) == []
    text = path.read_text(encoding="utf-8")
    old, new = {
        FORM: ("ask: Is it well sourced?", "ask: Is it not well sourced?"),
        KEY: ("settle: A list.", "settle: Another list."),
        BLUEPRINT: ("ask: Do you agree?", "ask: Do you not agree?"),
    }[name]
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (says,) = told(path)
    assert f"It was changed after somebody read it on {TODAY}." in says


HOSTILE = {
    "nothing": b"",
    "a list": b"- a\n- b\n",
    "a word": b"word",
    "no YAML": b"items: [",
    "no text": b"\xff\xfe\x00",
    "a tag": b"!!python/object/apply:os.system [id]",
    "a bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nform: [*b, *b]\n",
    "deep brackets": b"[" * 100_000,
    "a long name": b'{form: "' + b"a" * 100_000 + b'"}',
    "too much": b"#" * (limits.BYTES + 1),
    "an escape": b'{form: "\\e[31m", article: "\\e[31m", items: [], odd: 1}',
}


@pytest.mark.parametrize("name", [FORM, KEY, BLUEPRINT])
@pytest.mark.parametrize("written", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_cannot_be_read_is_one_plain_finding(
    tmp_path: Path, name: str, written: bytes
) -> None:
    path = form_kit(tmp_path) / f"lessons/{name}.yaml"
    path.write_bytes(written)
    (says,) = found(path)
    assert f"{name}.yaml" in says
    assert says.isprintable()
    assert len(says) < 3 * LONGEST


@pytest.mark.parametrize(
    ("gone", "left"), [(FORM, KEY), (BLUEPRINT, FORM), (BLUEPRINT, KEY)], ids=str
)
def test_a_file_that_is_missing_is_one_plain_finding(tmp_path: Path, gone: str, left: str) -> None:
    form_kit(tmp_path)
    (tmp_path / f"lessons/{gone}.yaml").unlink()
    (says,) = found(tmp_path / f"lessons/{left}.yaml")
    assert says.endswith(
        "cannot be read: No such file or directory; put the file there, or look at its name."
    )


def test_a_blueprint_without_a_form_is_checked_as_far_as_it_goes(tmp_path: Path) -> None:
    form_kit(tmp_path)
    for name in (FORM, OTHER):
        (tmp_path / f"lessons/{name}.yaml").unlink()
    (says,) = broken(tmp_path, BLUEPRINT, of_first("skills", name=""))
    assert "who: The field “name” is empty" in says


@pytest.mark.parametrize("name", [FORM, KEY])
def test_what_is_wrong_with_one_form_is_not_told_of_another(tmp_path: Path, name: str) -> None:
    form_kit(tmp_path)
    (tmp_path / f"lessons/{name}.yaml").write_bytes(b"items: [")
    assert found(tmp_path / f"lessons/{OTHER}.yaml") == []
    assert found(tmp_path / "lessons/keys/b.yaml") == []


def test_a_form_written_by_hand_with_odd_fields_is_told_by_its_item(tmp_path: Path) -> None:
    path = form_kit(tmp_path) / f"lessons/{FORM}.yaml"
    write_yaml(
        path, {"form": "a", "article": "lamps", "items": [{"id": "a-who-1", "kind": "item"}]}
    )
    (says,) = found(path)
    assert "a-who-1 (items[0]): Object missing required field" in says
