"""`check` on patterns: whoever guesses by the shape of the answers gains nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import make_exercises, write

from helpers.checks.patterns import ENOUGH, SHORT, patterns, shape

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.flaws import Flaw

SHAPES = {
    "abab": "alternates",
    "bababa": "alternates",
    "abcabc": "",
    "abcd": "follows the categories",
    "dcba": "follows the categories",
    "abdc": "",
    "aabb": "lists one category after the other",
    "bbbaa": "lists one category after the other",
    "ccaabb": "lists one category after the other",
    "aabba": "",
    "aaaa": "",
    "aba": "",
    "abc": "",
}


@pytest.mark.parametrize("key", SHAPES)
def test_a_key_that_has_a_shape_is_told_by_its_name(key: str) -> None:
    assert shape(key, "abcd") == SHAPES[key]


@given(st.text(st.sampled_from("abc"), max_size=9))
def test_a_shape_is_the_same_from_behind(key: str) -> None:
    assert shape(key, "abc") == shape(key[::-1], "abc")
    if len(key) < SHORT:
        assert shape(key, "abc") == ""


def found(folder: Path, *exercises: dict[str, Any]) -> list[Flaw]:
    return [*patterns(make_exercises(folder, *exercises))]


def sorted_as(key: str, **fields: object) -> dict[str, Any]:
    """Write a sort with items of this key."""
    said = {"verdict": "V.", "why": "W."}
    items = [
        {"id": f"i{n}", "text": f"Item {n}", "category": one, **said} for n, one in enumerate(key)
    ]
    categories = [{"id": one, "text": f"Text {one}"} for one in "abcd"]
    return write("sort", items=items, categories=categories, **fields)


def test_a_sort_whose_key_has_a_shape_is_found(tmp_path: Path) -> None:
    (flaw,) = found(tmp_path / "shape", sorted_as("abab"))
    assert (flaw.item, flaw.says) == ("place", "Its key alternates; mix the items.")
    assert found(tmp_path / "none", sorted_as("abba")) == []


def test_the_article_stands_in_its_own_order_whatever_the_shape(tmp_path: Path) -> None:
    assert found(tmp_path, sorted_as("abab", on_article=True)) == []


def test_a_sort_with_a_fault_of_its_own_is_not_told_twice(tmp_path: Path) -> None:
    assert found(tmp_path / "claim", sorted_as("abab", by="kind")) == []
    assert found(tmp_path / "category", sorted_as("abax")) == []


def choices(
    *, right: tuple[int, ...], long: tuple[int, ...] = (), **fields: object
) -> list[dict[str, Any]]:
    """Write choices, each with its right option at one place and its longest at another."""
    asked = []
    for number, place in enumerate(right):
        longest = long[number] if long else (place + 1) % 4
        options = [
            write(
                "option", id=f"o{n}", text=f"Option {n}{' and more' * (n == longest)}", slip="x=y"
            )
            for n in range(4)
        ]
        options[place] |= {"right": True, "slip": ""}
        asked.append(write("choice", id=f"pick-{number}", options=options, **fields))
    return asked


MIXED = (0, 1, 2, 3, 0, 1)


@pytest.mark.parametrize(
    ("longest", "says"),
    [
        ((0, 1, 2, 3, 1, 2), "The longest option is right in 4 of 6 choices; shorten some."),
        ((0, 1, 2, 0, 1, 2), ""),
        ((1, 2, 3, 0, 1, 2), ""),
    ],
    ids=["in most", "in half", "in none"],
)
def test_the_longest_option_is_not_right_too_often(
    tmp_path: Path, longest: tuple[int, ...], says: str
) -> None:
    told = [flaw.says for flaw in found(tmp_path, *choices(right=MIXED, long=longest))]
    assert told == ([says] if says else [])


@pytest.mark.parametrize(
    ("right", "says"),
    [
        ((2, 2, 2, 2, 0, 1), "Option 3 is right in 4 of 6 choices; mix the options."),
        ((2, 2, 2, 3, 0, 1), ""),
    ],
)
def test_no_place_is_right_too_often(tmp_path: Path, right: tuple[int, ...], says: str) -> None:
    told = [flaw.says for flaw in found(tmp_path, *choices(right=right))]
    assert told == ([says] if says else [])


def test_of_a_few_choices_any_shape_may_be_chance(tmp_path: Path) -> None:
    few = choices(right=(0,) * (ENOUGH - 1), long=(0,) * (ENOUGH - 1))
    assert found(tmp_path / "few", *few) == []
    enough = choices(right=(0,) * ENOUGH, long=(0,) * ENOUGH)
    assert len(found(tmp_path / "enough", *enough)) == 2


def test_where_several_can_be_chosen_no_thumb_helps(tmp_path: Path) -> None:
    asked = choices(right=(0,) * ENOUGH, long=(0,) * ENOUGH, several=True, sure=False)
    assert found(tmp_path, *asked) == []


def test_choices_without_a_right_option_are_a_finding_of_their_own(tmp_path: Path) -> None:
    asked = choices(right=(0,) * ENOUGH)
    for one in asked:
        one["options"][0]["right"] = False
    assert found(tmp_path, *asked) == []
