"""Charts: a sentence, a picture and a table each, from the tables of the text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from reader import Node, parse
from support import HOSTILE, TEXT, make_dossier, shown, write_yaml

from helpers.errors import KitError
from helpers.texts.dossier import Dossier, open_dossier
from helpers.texts.files import read_yaml
from helpers.topics.casualties import wounded_per_killed
from helpers.view.charts.registry import charts_of, find_chart
from helpers.view.drawing.figure import Drawing, chart, picture
from helpers.view.tables import table

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.view.markup import Markup

KURSK = open_dossier("kursk")
CHARTS = {one.id: one for one in charts_of(KURSK)}


def draw(dossier: Dossier, name: str) -> Markup:
    return find_chart(dossier, name).draw(dossier)


def drawn(name: str) -> Node:
    return parse(draw(KURSK, name))


def with_chart(folder: Path, name: str, text: str = TEXT, **fields: object) -> Dossier:
    """Write a chart of the seed beside a small article, with these fields changed."""
    home = make_dossier(folder, text)
    charts = read_yaml(KURSK.folder / "charts.yaml", list[dict[str, Any]])
    chart = next(one for one in charts if one["id"] == name)
    write_yaml(home.folder / "charts.yaml", [{**chart, **fields}])
    return home


def cells(page: Node) -> list[list[str]]:
    return [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")[1:]]


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_a_sentence_a_picture_and_a_table(name: str) -> None:
    page = drawn(name)
    assert page.marked("finding")[0].text.endswith(".")
    assert page.all("svg")[0].attrs["role"] == "img"
    assert page.all("svg")[0].attrs["aria-label"]
    assert len(cells(page)) >= 2


def test_shares_are_fields_to_scale_and_told_with_claimant_day_and_source() -> None:
    page = drawn("shares")
    forces = [float(row[0].removeprefix("up to ").replace(",", "")) for row in cells(page)]
    assert forces == [3000, 8000, 10000, 12000]
    shares = [row[3].replace("\N{NO-BREAK SPACE}", " ") for row in cells(page)]
    assert shares == ["1.3 %", "0.5 %", "0.4 %", "0.33 %"]
    assert all(row[1] and row[2].startswith("2024-10") and row[5] for row in cells(page))
    for svg in page.all("svg"):
        assert [dots(one) for one in svg.marked("others")] == forces
        assert {dots(one) for one in svg.marked("part")} == {40}
        tenths = [float(one.attrs["width"]) for one in svg.marked("tenth")]
        assert [one / tenths[0] for one in tenths] == pytest.approx(
            [force / forces[0] for force in forces], rel=0.01
        )


def dots(columns: Node) -> int:
    pitch = float(columns.attrs["stroke-dasharray"].split()[1])
    heights = re.findall(r"v-([\d.]+)", columns.attrs["d"])
    return sum(round(float(one) / pitch + 0.5) for one in heights)


def test_a_limit_that_was_said_of_a_force_is_said_with_it() -> None:
    assert [row[0] for row in cells(drawn("shares"))][:2] == ["3,000", "up to 8,000"]


def test_what_the_words_allow_is_read_and_does_not_meet() -> None:
    page = drawn("bounds")
    assert [row[1:] for row in cells(page)] == [["open", "39"], ["40", "open"]]
    for svg in page.all("svg"):
        at_most, at_least = (
            [*map(float, re.findall(r"([\d.]+),", bar.attrs["points"]))]
            for bar in svg.marked("mine")
        )
        [gap] = svg.marked("gap")
        left = float(gap.attrs["x"])
        assert max(at_most) == pytest.approx(left, abs=0.2)
        assert min(at_least) == pytest.approx(left + float(gap.attrs["width"]), abs=0.2)
        assert [one.text for one in svg.marked("on-bar")] == ["39 at most", "at least 40"]
    assert "cannot all be right" in page.text


@pytest.mark.parametrize(
    ("phrases", "says"),
    [
        ([{"words": {"S1": "forty men"}}], "“forty men” is no number phrase"),
        ([{"words": {"S1": "fifty"}}], "S1: “fifty” is not there"),
    ],
)
def test_words_that_are_no_number_are_named(
    tmp_path: Path, phrases: list[object], says: str
) -> None:
    home = with_chart(tmp_path, "bounds", phrases=phrases)
    with pytest.raises(KitError, match=says):
        draw(home, "bounds")


def test_a_part_that_is_larger_than_its_whole_is_a_sentence(tmp_path: Path) -> None:
    shares = {
        "part": 500,
        "table": "men",
        "column": "killed_low",
        "wholes": [{"row": "M2", "name": "x"}],
    }
    home = with_chart(tmp_path, "shares", **shares)
    with pytest.raises(KitError, match="“shares” cannot be drawn: 500 is no part of 40"):
        draw(home, "shares")


@pytest.mark.parametrize("asked", ["{parts}", "{of_smallest} {0}", "{part} {gone}"])
def test_a_finding_that_asks_for_what_is_not_there_is_a_sentence(
    tmp_path: Path, asked: str
) -> None:
    shares = {
        "table": "men",
        "column": "killed_low",
        "wholes": [{"row": "M2", "name": "x"}],
        "finding": asked,
    }
    home = with_chart(tmp_path, "shares", **shares)
    with pytest.raises(KitError, match=r"there are \{part\}, \{of_smallest\}, \{of_largest\}\."):
        draw(home, "shares")


def test_a_finding_is_filled_in_and_never_run(tmp_path: Path) -> None:
    wide = "{part:999999999} {part.__class__} {part}."
    shares = {
        "table": "men",
        "column": "killed_low",
        "wholes": [{"row": "M2", "name": "x"}],
        "finding": wide,
    }
    [said] = parse(draw(with_chart(tmp_path, "shares", **shares), "shares")).marked("finding")
    assert said.text == "{part:999999999} {part.__class__} 40."


def heights(svg: Node, name: str) -> list[float]:
    return [float(one.attrs["cy"]) for one in svg.all("circle") if one.attrs["class"] == name]


def written(svg: Node) -> list[str]:
    return [one.text for one in svg.all("text")]


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


def test_a_ratio_that_is_called_what_nothing_is_called_is_a_sentence(tmp_path: Path) -> None:
    home = with_chart(tmp_path, "base-rates", table="ratios", claim="R1")
    (home.folder / "ratios.csv").write_text(
        "row_id,group,name,killed,wounded_or_nonfatal,ratio_is\nR1,war,A,1,2,about\n",
        encoding="utf-8",
    )
    with pytest.raises(KitError, match="cannot be drawn: a ratio cannot be “about”"):
        draw(home, "base-rates")


def test_a_chart_that_is_not_there_says_so() -> None:
    with pytest.raises(KitError, match="The text “kursk” has no chart “x”"):
        draw(KURSK, "x")


def test_a_text_may_have_no_chart_at_all(tmp_path: Path) -> None:
    home = make_dossier(tmp_path)
    assert charts_of(home) == ()
    with pytest.raises(KitError, match="The text “rell” has no chart “bounds”"):
        draw(home, "bounds")


def test_a_text_may_have_one_chart_under_a_name_of_its_own(tmp_path: Path) -> None:
    home = with_chart(tmp_path, "bounds", id="men", phrases=[{"words": {"S1": "forty"}}])
    assert [one.id for one in charts_of(home)] == ["men"]
    assert "What all the phrases allow at once: 40." in parse(draw(home, "men")).text


def test_a_chart_of_an_unknown_kind_is_refused_with_its_kind(tmp_path: Path) -> None:
    with pytest.raises(KitError, match="pie"):
        charts_of(with_chart(tmp_path, "bounds", kind="pie"))


def test_a_column_that_a_table_lacks_is_named(tmp_path: Path) -> None:
    home = with_chart(
        tmp_path, "shares", table="men", column="deployed", wholes=[{"row": "M2", "name": "x"}]
    )
    with pytest.raises(KitError, match="The chart “shares” needs a column 'deployed'"):
        draw(home, "shares")


AREAS = "refers_to,claimant,date_of_statement,controlled_km2_low,controlled_km2_high\nmay,A,,,\n"
ABOUT_FORTY = [{"words": {"S1": "About forty people"}}]
WITHOUT = {
    "bounds": ({"phrases": ABOUT_FORTY}, "cannot be drawn: none of its phrases sets a limit."),
    "shares": ({"wholes": [], "table": "men"}, "cannot be drawn: it names no row."),
    "base-rates": ({"claim": "gone", "table": "men"}, "men.csv of “rell” has no row “gone”"),
    "area": ({"table": "areas"}, "cannot be drawn: its table has no estimate with a number."),
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_with_nothing_to_draw_says_so_in_one_sentence(tmp_path: Path, name: str) -> None:
    fields, says = WITHOUT[name]
    home = with_chart(tmp_path, name, "About forty people left.", **fields)
    (home.folder / "areas.csv").write_text(AREAS, encoding="utf-8")
    with pytest.raises(KitError, match=says):
        draw(home, name)


@pytest.mark.parametrize("name", CHARTS)
def test_heads_title_and_what_is_drawn_are_those_of_the_text(name: str) -> None:
    chart, page = CHARTS[name], drawn(name)
    assert [head.text for head in page.all("thead")[0].all("th")] == list(chart.heads)
    assert page.all("caption")[0].text == chart.title
    assert page.all("svg")[0].attrs["aria-label"] == chart.picture


def test_a_text_without_a_table_says_so(tmp_path: Path) -> None:
    for name in ("none", "../kursk/nk_figures", ""):
        with pytest.raises(KitError, match="has no table"):
            Dossier(tmp_path / "rell").table(name)
    with pytest.raises(KitError, match=r"nk_figures\.csv of “kursk” has no row “NK99”"):
        KURSK.rows("nk_figures", ["NK99"])


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_hostile_file_says_of_its_chart_is_shown_as_text(
    tmp_path: Path, hostile: str
) -> None:
    says = {"title": hostile, "picture": hostile, "heads": [hostile, "b", "c"]}
    home = with_chart(tmp_path, "bounds", phrases=[{"words": {"S1": "forty"}}], **says)
    page = parse(draw(home, "bounds"))
    assert page.text.count(shown(hostile)) == 2
    assert page.all("svg")[0].attrs["aria-label"] == shown(hostile)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_numbers_are_shown_as_text(hostile: str) -> None:
    made = chart(
        hostile,
        picture(hostile, lambda _: Drawing(10, hostile)),
        table(hostile, (hostile, "x"), [(hostile, hostile)]),
        note=hostile,
        source=hostile,
    )
    page = parse(made)
    assert page.text.count(shown(hostile)) >= 8
    assert page.all("svg")[0].attrs["aria-label"] == shown(hostile)


def test_the_ratios_that_are_worked_out_are_those_of_the_table() -> None:
    for row in KURSK.table("reference_ratios"):
        wounded, killed = float(row["wounded_or_nonfatal"]), float(row["killed"])
        written = float(row["wounded_per_killed"])
        assert wounded_per_killed(wounded, killed) == pytest.approx(written, abs=0.001)
