"""The areas: each estimate at its height and time, in the colour of its claimant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from drawn_charts import cells, draw, drawn, with_chart, written
from reader import parse

from helpers.errors import KitError

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.texts.dossier import Dossier


def test_control_stands_at_its_height_and_disputed_land_on_top_of_it() -> None:
    for svg in drawn("area").all("svg"):
        ticks = {
            one.text: float(one.attrs["y"]) - 4
            for one in svg.all("text")
            if one.attrs["text-anchor"] == "end"
        }
        pixel = (ticks["0"] - ticks["1,000"]) / 1000
        found = []
        for hatched in (one for one in svg.all("rect") if "disputed" in one.attrs["class"]):
            top, tall = float(hatched.attrs["y"]), float(hatched.attrs["height"])
            found.append(((ticks["0"] - top) / pixel, tall / pixel))
        # The bar of control is some pixels high, so that it is seen.
        assert [pytest.approx(one, abs=10) for one in found] == [(1230, 330), (1020, 360)]


def test_each_claimant_has_one_colour_and_parties_have_dots() -> None:
    for svg in drawn("area").all("svg"):
        bars = [one.attrs["class"] for one in svg.all("rect") if "held" in one.attrs["class"]]
        dots = [one.attrs["class"] for one in svg.all("circle")]
        assert sorted(map(dots.count, set(dots))) == [1, 3]
        assert sorted(map(bars.count, set(bars))) == [1, 1, 1, 1, 2]
        assert not set(dots) & set(bars)
        assert len(svg.marked("joined")) == 1


def test_an_estimate_stands_at_the_time_that_it_is_for() -> None:
    svg = drawn("area").all("svg")[0]
    months = {one.text: float(one.attrs["x"]) - 2 for one in svg.all("text")}
    syrskyi = [float(one.attrs["cx"]) for one in svg.all("circle")][:3]
    assert months["Aug 2024"] < syrskyi[0] < syrskyi[1] < syrskyi[2] < months["Sep"]
    longest = max((one for one in svg.all("rect")), key=lambda one: float(one.attrs["width"]))
    assert float(longest.attrs["x"]) == pytest.approx(months["Aug 2024"], abs=0.2)
    end = float(longest.attrs["x"]) + float(longest.attrs["width"])
    assert months["Jan 2025"] < end < months["Feb"]


def test_the_number_without_a_date_is_a_line_across_that_is_open_upward() -> None:
    for svg in drawn("area").all("svg"):
        across, arrow = svg.marked("printed")
        assert across.attrs["d"].count("M") == 1
        assert arrow.attrs["d"].count("M") == 4


def test_the_table_of_areas_goes_by_the_time_and_links_its_sources() -> None:
    page = drawn("area")
    rows = cells(page)
    assert [row[0] for row in rows][:2] == ["Aug 2024 peak", "a peak, no date given"]
    october = next(row for row in rows if row[0] == "mid-Oct 2024")
    assert october[3:5] == ["660", "360"]
    assert len(page.all("a")) == len(rows) == 10


AREA = {
    "row_id": "A1", "date_of_statement": "2024-05-02", "refers_to": "May", "from": "2024-05-01",
    "to": "2024-05-02", "claimant": "A", "name": "A", "word_of": "other", "controlled_km2_low": "5",
    "controlled_km2_high": "5", "extra_grey_zone_km2": "", "what_is_measured": "control",
    "source_title": "A page", "source_url": "https://example.org/a",
}  # fmt: skip


def with_areas(folder: Path, *rows: dict[str, str], **fields: object) -> Dossier:
    home = with_chart(folder, "area", table="areas", **fields)
    lines = [",".join(AREA), *(",".join((AREA | row).values()) for row in rows)]
    (home.folder / "areas.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return home


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"to": "2024-04-30"}, "a time cannot last from 2024-05-01 to 2024-04-30"),
        ({"from": ""}, "“” is no day"),
        ({"to": "May 2024"}, "“May 2024” is no day"),
    ],
)
def test_a_time_that_is_none_is_a_sentence(tmp_path: Path, row: dict[str, str], says: str) -> None:
    with pytest.raises(KitError, match=f"“area” cannot be drawn: {says}"):
        draw(with_areas(tmp_path, row), "area")


def test_where_no_estimate_is_above_the_number_none_is_named(tmp_path: Path) -> None:
    asked = "{over} of {of} by {whose} in {when}."
    [said] = parse(draw(with_areas(tmp_path, {}, finding=asked), "area")).marked("finding")
    assert said.text == "0 of 1 by none in none."


def test_land_in_dispute_of_one_day_stands_by_itself(tmp_path: Path) -> None:
    day = {"from": "2024-05-02", "word_of": "party"}
    home = with_areas(tmp_path, day, day | {"row_id": "A2", "extra_grey_zone_km2": "3"}, printed=5)
    for svg in parse(draw(home, "area")).all("svg"):
        assert len([one for one in svg.all("rect") if "disputed" in one.attrs["class"]]) == 1
        assert "and 3 disputed" in " ".join(written(svg))
        assert len(svg.all("circle")) == 2
