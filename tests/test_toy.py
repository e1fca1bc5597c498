from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from reader import parse
from support import JUNK, overhear

from helpers.pieces.toy import Toy
from helpers.view.toy import COLUMNS, Group, render_groups

SET = {"do": "set", "size": ["40"], "lethal": ["25"], "fate": ["shared"]}


def test_a_move_of_a_slider_sends_the_part_that_changes_and_leaves_the_sliders() -> None:
    toy = Toy(Group(40))
    told, before = overhear(toy), toy.widget.markup
    toy.widget.hear(SET)
    assert [(one["part"], "groups of 40" in one["markup"]) for one in told] == [("groups", True)]
    assert toy.widget.markup == before
    assert parse(before).all("form")[0].attrs["data-live"] == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": ["4"]}, {"size": ["101"]}, {"size": ["-5"]}, {"size": ["4e1"]}, {"size": "40"},
        {"size": ["9" * 5000]}, {"lethal": ["0"]}, {"lethal": ["²"]}, {"fate": ["x"]}, {"do": "x"},
        {"lethal": []},
    ],
)  # fmt: skip
def test_what_no_slider_says_changes_nothing(wrong: dict[str, Any]) -> None:
    toy = Toy(Group(40))
    told = overhear(toy)
    toy.widget.hear({**SET, **wrong})
    assert told == []
    assert "makes no sense" in toy.widget.says


@given(JUNK)
def test_junk_changes_nothing(junk: Any) -> None:
    toy = Toy(Group(40))
    told = overhear(toy)
    toy.widget._hear(toy.widget, {**SET, "size": junk}, None)
    assert told == []


def test_the_same_sliders_give_the_same_groups() -> None:
    assert render_groups(Group(40)) == render_groups(Group(40))
    assert render_groups(Group(40)) != render_groups(Group(40, lethal=50))


@pytest.mark.parametrize("size", [5, 24, 25, 40, 100])
def test_the_columns_are_few_and_count_every_group(size: int) -> None:
    page = parse(render_groups(Group(size=size, fate="shared")))
    assert len(page.all("rect")) <= COLUMNS
    times = [int(row.all("td")[0].text.replace(",", "")) for row in page.all("tr")[1:]]
    assert sum(times) == 1000


def test_every_control_of_the_toy_has_a_name() -> None:
    labels = parse(Toy(Group(40)).widget.markup).all("label")
    assert sum(len(label.all("input")) for label in labels) == 4
    assert all(label.text for label in labels)
