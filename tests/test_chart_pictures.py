"""The drawings of all charts: as approved, inside their frames, and no word over another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from chart_cases import CASES, PICTURES, approved, drawings
from reader import parse

from helpers.view.drawing.labels import SIZE, Box, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader import Node

NARROWEST = {"wide-form": 576, "narrow-form": 280}
"""The least room in which the style sheet shows a form: see 6-charts.css."""


def box_of(text: Node) -> Box:
    x, y, width = float(text.attrs["x"]), float(text.attrs["y"]), width_of(text.text)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[text.attrs["text-anchor"]]
    return Box(left, y - SIZE + 3, left + width, y + 3)


def svgs(name: str) -> Iterator[Node]:
    for one in drawings(name):
        yield from parse(one).all("svg")


@pytest.mark.parametrize("name", CASES)
def test_a_drawing_is_the_one_that_was_approved(name: str, request: pytest.FixtureRequest) -> None:
    """See the difference, look at the chart, then approve it: `pytest --approve -k approved`."""
    drawn = "\n\n".join(drawings(name)) + "\n"
    if request.config.getoption("approve"):
        approved(name).write_text(drawn, encoding="utf-8")
    assert approved(name).read_text(encoding="utf-8") == drawn


def test_every_approved_drawing_is_of_a_chart_that_is_there() -> None:
    assert {path.name for path in PICTURES.iterdir()} == {approved(name).name for name in CASES}


@pytest.mark.parametrize("name", CASES)
def test_no_word_lies_over_another_or_leaves_the_drawing(name: str) -> None:
    for svg in svgs(name):
        _, _, width, height = map(float, svg.attrs["viewbox"].split())
        found = [(text.text, box_of(text)) for text in svg.all("text")]
        frame = Box(-0.5, -0.5, width + 0.5, height + 0.5)
        assert [words for words, box in found if not box.within(frame)] == []
        assert [(a, b) for (a, one), (b, two) in combinations(found, 2) if one.meets(two)] == []


@pytest.mark.parametrize("name", CASES)
def test_letters_are_never_smaller_than_eleven_pixels(name: str) -> None:
    for svg in svgs(name):
        width = float(svg.attrs["width"])
        assert SIZE * min(1, NARROWEST[svg.attrs["class"]] / width) >= 11


@pytest.mark.parametrize("name", CASES)
def test_every_chart_has_both_forms_with_words_for_those_who_do_not_see_it(name: str) -> None:
    forms = list(svgs(name))
    assert [svg.attrs["class"] for svg in forms] == ["wide-form", "narrow-form"]
    assert all(svg.attrs["role"] == "img" and svg.attrs["aria-label"] for svg in forms)


def test_in_the_time_machine_words_stand_at_their_marks_where_there_is_room() -> None:
    [wide] = parse(CASES["ranges-still"]()).marked("wide-form")
    assert not wide.marked("leader")
