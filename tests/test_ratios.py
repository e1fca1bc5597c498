"""The strip of ratios: where cases and claim stand, what names them, and what is hollow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from drawn_charts import cells, draw, drawn, with_chart, written

from helpers.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

    from reader import Node


def heights(svg: Node, name: str) -> list[float]:
    return [float(one.attrs["cy"]) for one in svg.all("circle") if one.attrs["class"] == name]


def test_the_claim_stands_below_all_documented_cases_and_the_stretch_between_is_shaded() -> None:
    for svg in drawn("base-rates").all("svg"):
        [claim], known = heights(svg, "mine"), heights(svg, "known")
        assert len(known) == 8
        assert max(known) < claim
        [gap] = svg.marked("gap")
        top = float(gap.attrs["y"])
        assert top == pytest.approx(max(known), abs=0.11)
        assert top + float(gap.attrs["height"]) == pytest.approx(claim, abs=0.11)


def test_each_case_is_named_with_its_number() -> None:
    for svg in drawn("base-rates").all("svg"):
        words = " ".join(written(svg)).replace("\N{NO-BREAK SPACE}", " ")
        for says in ("3.2 US, Vietnam", "1.2 Newfoundland Regiment, one day, 1916",
                     "10 at most: South Korea, Dec 2024", "2.7 at least: CSIS",
                     "0.026 the article: 1 wounded, 39 killed"):  # fmt: skip
            assert says in words


def test_the_scale_of_tens_says_in_words_that_it_is_one() -> None:
    for svg in drawn("base-rates").all("svg"):
        words = " ".join(written(svg))
        assert "Each line is a tenth of the line above it." in words
        for says in ("10 for each one killed", "1 for each one killed", "1 for every 10 killed"):
            assert says in words


def test_what_is_claimed_or_disputed_is_hollow_and_a_mere_limit_has_an_arrow() -> None:
    for svg in drawn("base-rates").all("svg"):
        assert len(heights(svg, "hollow")) == 8
        upward, downward = sorted(map(pointed, svg.marked("limit")))
        assert upward < 0 < downward


def pointed(arrow: Node) -> float:
    """Give how far an arrow points down from its base."""
    _, base, *_, tip = map(float, re.findall(r"[\d.]+", arrow.attrs["d"])[:8])
    return tip - base


def test_the_table_of_ratios_goes_from_the_highest_to_the_lowest_and_names_weak_sources() -> None:
    rows = cells(drawn("base-rates"))
    assert [row[4] for row in rows][:3] == ["10 at most", "9", "7.4"]
    assert rows[-1][4] == "0.006"
    assert {row[0][:21] for row in rows if "weak source" in row[6]} == {
        "US forces, Iraq to Ma", "US forces, wars after", "Newfoundland Regiment"
    }  # fmt: skip


def test_a_ratio_that_is_called_what_nothing_is_called_is_a_sentence(tmp_path: Path) -> None:
    home = with_chart(tmp_path, "base-rates", table="ratios", claim="R1")
    (home.folder / "ratios.csv").write_text(
        "row_id,group,name,killed,wounded_or_nonfatal,ratio_is\nR1,war,A,1,2,about\n",
        encoding="utf-8",
    )
    with pytest.raises(KitError, match="cannot be drawn: a ratio cannot be “about”"):
        draw(home, "base-rates")
