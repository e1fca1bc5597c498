"""Charts: a sentence, a picture and a table each, from the tables of the text and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from drawn_charts import KURSK, cells, draw, drawn, with_chart
from reader import Node, parse
from support import HOSTILE, make_dossier, shown

from helpers.errors import KitError
from helpers.texts.dossier import Dossier
from helpers.topics.casualties import wounded_per_killed
from helpers.view.charts.registry import charts_of
from helpers.view.drawing.figure import Drawing, chart, picture
from helpers.view.tables import table

if TYPE_CHECKING:
    from pathlib import Path

CHARTS = {one.id: one for one in charts_of(KURSK)}


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
    assert shares == ["1.3 %", "at least 0.5 %", "0.4 %", "0.33 %"]
    assert all(row[1] and row[2].endswith(" October 2024") and row[5] for row in cells(page))
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


def test_no_line_of_the_scale_runs_through_the_names_of_cases() -> None:
    for svg in drawn("base-rates").all("svg"):
        names = [float(one.attrs["x"]) for one in svg.all("text") if "US, Vietnam" in one.text]
        ticks = [re.findall(r"[\d.]+", one.attrs["d"]) for one in svg.marked("tick")]
        assert ticks
        assert names
        first = [end for begin, _, end, *_ in ticks if float(begin) < min(names)]
        assert all(float(end) < min(names) for end in first)


def test_a_limit_that_was_said_of_a_force_is_said_with_it() -> None:
    limited = cells(drawn("shares"))[1]
    assert (limited[0], limited[4]) == ("up to 8,000", "up to 800")


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
    with pytest.raises(
        KitError, match=r"there are \{part\}, \{of_smallest\}, \{of_largest\}, \{count\}\."
    ):
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
