from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from reader import parse
from support import JUNK, overhear

from helpers.pieces.toy import Toy
from helpers.view import toy
from helpers.view.toy import Group, render_groups
from helpers.words import figure_text

if TYPE_CHECKING:
    from reader import Node

SET = {"do": "set", "move": 3, "size": ["40"], "lethal": ["25"], "fate": ["shared"]}


def test_a_move_of_a_slider_sends_the_part_that_changes_and_leaves_the_sliders() -> None:
    piece = Toy(Group(40))
    told, before = overhear(piece), piece.widget.markup
    piece.widget.hear(SET)
    [answer] = told
    assert (answer["part"], answer["move"]) == ("groups", 3)
    assert "or more of 40 died" in answer["markup"]
    assert piece.widget.markup == before
    assert parse(before).all("form")[0].attrs["data-live"] == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"size": ["4"]}, {"size": ["101"]}, {"size": ["-5"]}, {"size": ["4e1"]}, {"size": "40"},
        {"size": ["9" * 5000]}, {"lethal": ["0"]}, {"lethal": ["²"]}, {"fate": ["x"]}, {"do": "x"},
        {"lethal": []}, {"move": "3"},
    ],
)  # fmt: skip
def test_what_no_slider_says_changes_nothing(wrong: dict[str, Any]) -> None:
    piece = Toy(Group(40))
    told = overhear(piece)
    piece.widget.hear({**SET, **wrong})
    assert told == []
    assert "makes no sense" in piece.widget.says


@given(JUNK)
def test_junk_changes_nothing(junk: Any) -> None:
    piece = Toy(Group(40))
    told = overhear(piece)
    piece.widget._hear(piece.widget, {**SET, "size": junk}, None)
    assert told == []


def test_the_same_sliders_give_the_same_groups() -> None:
    assert render_groups(Group(40)) == render_groups(Group(40))
    assert render_groups(Group(40)) != render_groups(Group(40, lethal=50))


def dots(page: Node, form: str) -> int:
    """Count the dots of a drawing by the length of its columns."""
    [svg] = page.marked(form)
    [swarm] = svg.marked("swarm")
    pitch = float(swarm.attrs["stroke-dasharray"].split()[1])
    heights = [float(one) for one in re.findall(r"v-([\d.]+)", swarm.attrs["d"])]
    return sum(round(one / pitch + 0.5) for one in heights)


@pytest.mark.parametrize("fate", ["alone", "shared"])
@pytest.mark.parametrize("lethal", [5, 50, 95])
@pytest.mark.parametrize("size", [5, 24, 40, 100])
def test_every_group_is_a_dot_inside_the_drawing_and_a_number_of_the_table(
    size: int, lethal: int, fate: str
) -> None:
    page = parse(render_groups(Group(size, lethal, fate)))
    times = [int(row.all("td")[0].text.replace(",", "")) for row in page.all("tr")[1:]]
    assert sum(times) == dots(page, "wide-form") == dots(page, "narrow-form") == 1000
    for svg in page.all("svg"):
        width = float(svg.attrs["width"])
        columns = re.findall(r"M([\d.-]+) ([\d.]+)v-([\d.]+)", svg.marked("swarm")[0].attrs["d"])
        assert all(0 < float(x) < width and float(y) > float(tall) for x, y, tall in columns)


@pytest.mark.parametrize("size", [5, 40, 100])
def test_of_one_fate_each_pile_stands_around_its_number_and_no_other_is_below(size: int) -> None:
    page = parse(render_groups(Group(size, 50, "shared")))
    assert figure_text.TOY_SHARED in page.text
    for svg in page.all("svg"):
        numbers = [one for one in svg.all("text") if one.text.isdigit()]
        assert [one.text for one in numbers] == ["0", str(size)]
        columns = re.findall(r"M([\d.-]+) ", svg.marked("swarm")[0].attrs["d"])
        middle = float(svg.attrs["width"]) / 2
        sides = [[x for x in map(float, columns) if (x < middle) is left] for left in (True, False)]
        for number, xs in zip(numbers, sides, strict=True):
            assert (xs[0] + xs[-1]) / 2 == pytest.approx(float(number.attrs["x"]), abs=2)


@pytest.mark.parametrize("size", [5, 40, 100])
def test_the_axis_stays_where_it_is_while_a_slider_moves(size: int) -> None:
    def axis(lethal: int) -> list[str]:
        page = parse(render_groups(Group(size, lethal)))
        shapes = page.all("path", "text", "rect")
        return [repr(one.shape) for one in shapes if one.attrs.get("class") != "swarm"]

    assert axis(5) == axis(50) == axis(95)


def test_the_sentence_counts_what_is_shaded() -> None:
    page = parse(render_groups(Group(40, 95)))
    killed = {int(row.all("th")[0].text): row.all("td")[0].text for row in page.all("tr")[1:]}
    both = int(killed[39]) + int(killed[40])
    assert page.marked("finding")[0].text == f"39 or more of 40 died in {both} of 1,000 groups."
    assert {text.text for text in page.marked("strong")} == {"39 or 40"}


def test_where_only_survivors_tell_the_silent_groups_are_gone_and_the_sentence_says_so() -> None:
    told, whole = (render_groups(Group(40, 25, "shared", heard)) for heard in (True, False))
    survived = 1000 - int(parse(whole).all("tr")[-1].all("td")[0].text)
    assert [row.all("th")[0].text for row in parse(told).all("tr")[1:]] == ["0"]
    assert dots(parse(told), "wide-form") == survived
    # All or none: whoever hears only survivors hears of nobody killed.
    average = f"{40 * (1000 - survived) / 1000:.1f}"
    says = parse(told).marked("finding")[0].text
    silent = f"in the other {1000 - survived}, nobody is left to tell."
    assert says.startswith(f"You hear of {survived} of 1,000 groups; {silent}")
    assert f"0 on average. The average of all groups is {average}." in says


def test_where_nobody_is_left_to_tell_the_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(toy, "imagine", lambda size, *_, **__: [0] * size + [1000])
    silent = parse(render_groups(Group(40, heard=True)))
    assert silent.marked("finding")[0].text == figure_text.TOY_SILENCE


def test_a_slider_says_its_value() -> None:
    page = parse(Toy(Group(40)).widget.markup)
    values = [one.text for one in page.marked("value")]
    assert values == ["40", "25\N{NO-BREAK SPACE}%"]
    sliders = [one for one in page.all("input") if one.attrs["type"] == "range"]
    assert [one.attrs["aria-valuetext"] for one in sliders] == values


def test_every_control_of_the_toy_has_a_name() -> None:
    labels = parse(Toy(Group(40)).widget.markup).all("label")
    assert sum(len(label.all("input")) for label in labels) == 5
    assert all(label.text for label in labels)
