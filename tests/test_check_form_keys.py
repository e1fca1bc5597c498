"""`check` on the key of a form: one thing broken is found; a key that was taken out is none."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest
from form_kit import (
    FORM,
    KEY,
    PLACES,
    SLIPS,
    SOUND,
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
from small_kit import found, small_kit
from support import write_yaml

from helpers.checks.scope import whole

if TYPE_CHECKING:
    from pathlib import Path

WEAK = [place for place in PLACES if place not in SOUND]
OTHER_KEY = "keys/b"


def out_of(place: str, name: str, part: str = "") -> Change:
    """Take an option out of a key, or one field of it."""
    return lambda file: (
        option(file, place, name).pop(part) if part else item(file, place)["options"].pop(name)
    )


def turned(*places: str) -> Change:
    """Let a key call weak what is sound, and sound what is weak."""

    def change(file: Fields) -> None:
        for place in places:
            one = item(file, place)
            new = "thin" if one["right"] == "fine" else "fine"
            option(file, place, one["right"])["slip"] = SLIPS[one["right"]]
            option(file, place, new).pop("slip")
            one["right"] = new

    return change


BROKEN: dict[str, tuple[Change, str]] = {
    "another name": (field("form", "b"), "form: It is not the key of “a”; write form: a."),
    "an item too few": (without("who-1"), "a-who-1: The key lacks this item; add it under its id."),
    "an item twice": (twice("who-1"), "a-who-1: The id “a-who-1” is given 2 times"),
    "an unknown item": (
        lambda file: file["items"].append({**item(file, "who-1"), "id": "a-odd"}),
        "a-odd: Form a has no such item; mend the id.",
    ),
    "an option too few": (
        out_of("who-1", "side"),
        "a-who-1: The key of a-who-1 has other options than the item; mend one of them.",
    ),
    "an option too many": (
        lambda file: item(file, "who-1")["options"].update(odd=option(file, "who-1", "side")),
        "a-who-1: The key of a-who-1 has other options than the item; mend one of them.",
    ),
    "no verdict": (of_option("who-1", "side", verdict=""), "a-who-1, side: The field “verdict” is"),
    "a bare verdict": (
        of_option("who-1", "side", verdict="No."),
        "side: The verdict is only “No.”",
    ),
    "no reason": (of_option("who-1", "side", why=" "), "a-who-1, side: The field “why” is empty"),
    "no field for it": (out_of("who-1", "side", "why"), "missing required field `why`; add it."),
    "nothing that settles": (of_item("who-1", settle=""), "a-who-1: The field “settle” is empty"),
    "no slip": (out_of("who-1", "side", "slip"), "a-who-1: A wrong answer has no slip; name the"),
    "one without a name": (
        of_option("who-1", "side", slip="new=odd"),
        "a-who-1: The slip “new=odd” has no name; add it under slips.",
    ),
    "no deciding words": (
        out_of("who-1", "side", "words"),
        "a-who-1, side: It shows no deciding words; quote them under words.",
    ),
    "words that are not there": (
        of_option("who-1", "side", words=[{"S1": "The major"}]),
        "a-who-1, side: lamps S1: “The major” is",
    ),
    "a quotation": (of_option("who-1", "side", why="He saw “fifty lamps”."), "a-who-1: “fifty l"),
    "a number": (of_option("who-1", "side", why="There were 77 of them."), "a-who-1: "),
    "a number that does not come out": (
        field("numbers", [{"number": 39, "by": "difference", "of": [40, 2]}]),
        "numbers, ",
    ),
    "other words of nobody": (field("other_words", {"odd words": ""}), "odd words"),
    "a verdict beyond the record": (
        of_option("who-1", "side", why="It was debunked."),
        "a-who-1: “debunked” says more than a record can",
    ),
}


@pytest.mark.parametrize(("change", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_in_a_key_is_one_finding(
    tmp_path: Path, change: Change, says: str
) -> None:
    (finding,) = broken(tmp_path, KEY, change)
    assert f"{KEY}.yaml" in finding
    assert says in finding


def test_a_right_option_that_is_not_there_leaves_none_right(tmp_path: Path) -> None:
    findings = broken(tmp_path, KEY, of_item("tale-3", right="odd"))
    says = ("a-tale-3: No option is right", "a-tale-3: A wrong answer has no slip")
    assert len(findings) == len(says)
    assert all(any(one in finding for finding in findings) for one in says)


def test_a_key_of_nothing_lacks_every_item(tmp_path: Path) -> None:
    findings = broken(tmp_path, KEY, field("items", []))
    assert len(findings) == len(PLACES)
    assert all("The key lacks this item" in one for one in findings)


def test_four_of_ten_passages_are_sound(tmp_path: Path) -> None:
    for name in (KEY, OTHER_KEY):
        findings = broken(tmp_path, name, turned("chain-2"))
    (says,) = findings
    assert "Only 7 of 18 judgement items are adequately sourced; make it four of ten" in says


def test_seven_passages_are_sound_at_least(tmp_path: Path) -> None:
    for name in (KEY, OTHER_KEY):
        findings = broken(tmp_path, name, turned("chain-2", "who-2"))
    assert "6 of its passages are sound; let 7 be so at least." in findings[-1]


def test_a_place_is_sound_in_all_forms_or_in_none(tmp_path: Path) -> None:
    (says,) = broken(tmp_path, OTHER_KEY, turned("tale-3"))
    assert (
        "tale-3: It is sound in one of the forms a and b, and weak in the other. Make them alike."
    ) in says
    assert found(tmp_path / f"lessons/{KEY}.yaml") == []


def right_first(file: Fields) -> None:
    """Put the option first that is right by the key."""
    for one in file["items"]:
        place = one["id"].partition("-")[2]
        name = "fine" if place in SOUND else "thin"
        one["options"].sort(key=lambda each: each["id"] != name)


def right_longest(file: Fields) -> None:
    """Make the right option the longest."""
    for one in file["items"]:
        place = one["id"].partition("-")[2]
        name = "fine" if place in SOUND else "thin"
        option(file, place, name)["text"] += " And so on, and on, and on, for a long while."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (right_first, "Option 1 is right in 18 of 18 choices; mix the options."),
        (right_longest, "The longest option is right in 18 of 18 choices; shorten some."),
    ],
)
def test_no_rule_of_thumb_finds_the_right_option(tmp_path: Path, change: Change, says: str) -> None:
    assert broken(tmp_path, FORM, change) == []
    (finding,) = found(tmp_path / f"lessons/{KEY}.yaml")
    assert says in finding


def test_the_forms_name_is_no_fault_of_its_key(tmp_path: Path) -> None:
    assert len(broken(tmp_path, FORM, field("form", "b"))) == 1
    assert found(tmp_path / f"lessons/{KEY}.yaml") == []


def test_keys_that_were_taken_out_are_nothing_to_mend(tmp_path: Path) -> None:
    shutil.rmtree(form_kit(tmp_path) / "lessons/keys")
    assert found(tmp_path) == []
    assert "3 files of the test" in whole(tmp_path).summary()


def test_a_key_without_a_form_is_one_finding(tmp_path: Path) -> None:
    path = form_kit(tmp_path) / "lessons/keys/d.yaml"
    write_yaml(path, {"form": "d", "items": []})
    (says,) = found(path)
    assert "d.yaml cannot be read: No such file" in says


def slip(root: Path, name: str) -> list[str]:
    """Give what is found in the slips with one more."""
    slips: dict[str, Any] = {
        one: {"name": "A trap", "says": "So."} for one in (*SLIPS.values(), name)
    }
    return found(write_yaml(root / "lessons/slips.yaml", slips))


def test_a_slip_that_only_a_key_shows_is_used(tmp_path: Path) -> None:
    form_kit(tmp_path)
    (says,) = slip(tmp_path, "odd=even")
    assert "odd=even: No exercise has this slip; use it or take it out." in says
    assert broken(tmp_path, KEY, of_option("who-1", "side", slip="odd=even")) == []
    assert slip(tmp_path, "odd=even") == []


def test_without_its_key_nobody_knows_which_slips_a_form_shows(tmp_path: Path) -> None:
    (form_kit(tmp_path) / f"lessons/{KEY}.yaml").unlink()
    assert slip(tmp_path, "odd=even") == []
    without_forms = small_kit(tmp_path / "other")
    assert len(slip(without_forms, "odd=even")) == 1 + len(SLIPS)


def test_a_key_that_cannot_be_read_is_one_finding_on_the_slips(tmp_path: Path) -> None:
    (form_kit(tmp_path) / f"lessons/{KEY}.yaml").write_text("items: [", encoding="utf-8")
    (says,) = found(tmp_path / "lessons/slips.yaml")
    assert "a.yaml, line " in says
