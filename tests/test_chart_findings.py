"""What charts state, worked out once more from the tables with pandas, by code that shares nothing.

A number in a finding, a note or a label that a table no longer bears out is found here.
"""

from __future__ import annotations

import re
from itertools import pairwise

import pandas as pd
import pytest
from reader import Node, parse

from helpers.paths import SEEDS
from helpers.texts.dossier import open_dossier
from helpers.view.charts.registry import find_chart

WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def table(name: str) -> pd.DataFrame:
    return pd.read_csv(SEEDS / "kursk" / f"{name}.csv", index_col="row_id")


def page(name: str) -> Node:
    return parse(find_chart(open_dossier("kursk"), name).draw(open_dossier("kursk")))


def said(name: str, class_: str) -> str:
    [one] = page(name).marked(class_)
    return one.text


def labels(name: str) -> list[str]:
    """Give the words of each form of a picture, line after line."""
    return [
        " ".join(one.text for one in svg.all("text")).replace("\N{NO-BREAK SPACE}", " ")
        for svg in page(name).all("svg")
    ]


# The words and the force


def test_the_two_phrases_share_no_number() -> None:
    # Of forty men one speaks; the first sentence has forty or more.
    at_most, at_least = 40 - 1, 40
    assert at_most < at_least
    assert said("bounds", "finding").startswith("The bars do not meet:")
    for words in labels("bounds"):
        assert f"{at_most} at most" in words
        assert f"at least {at_least}" in words


@pytest.fixture(name="forces")
def forces_() -> pd.DataFrame:
    return table("nk_figures").loc[["NK09", "NK11", "NK07", "NK02"]]


def test_forty_is_so_much_of_the_smallest_force_and_of_the_largest(forces: pd.DataFrame) -> None:
    shares = 100 * 40 / forces["deployed_low"]
    says = said("shares", "finding").replace("\N{NO-BREAK SPACE}", " ")
    assert says == (
        f"Forty would be {shares.max():.2g} % of the smallest of these {WORDS[len(forces)]} "
        f"forces, and {shares.min():.2g} % of the largest."
    )
    for words in labels("shares"):
        # Of a force of “up to” so many, forty is at least that share.
        at_least = {"NK11": "at least "}
        for row, share in shares.items():
            assert f"forty is {at_least.get(row, '')}{share:.2g} %" in words


def test_none_of_the_forces_was_verified_and_one_is_an_upper_limit(forces: pd.DataFrame) -> None:
    assert (forces["independently_verified"] == "no").all()
    assert "None of them was verified independently." in said("shares", "source-line")
    limited = forces[forces["period_covered"].str.contains("up to 8,000 in Kursk")]
    assert list(limited.index) == ["NK11"]
    assert all("up to 8,000 · Blinken, in Kursk" in words for words in labels("shares"))


# The square kilometres


@pytest.fixture(name="areas")
def areas_() -> pd.DataFrame:
    areas = table("kursk_area")
    return areas[areas["controlled_km2_high"].notna()]


def test_two_of_the_ten_estimates_are_above_the_number_of_the_article(areas: pd.DataFrame) -> None:
    over = areas[areas["controlled_km2_low"] > 1000]
    assert (len(over), len(areas)) == (2, 10)
    # Nor would the upper end of a range change that.
    assert list(areas[areas["controlled_km2_high"] > 1000].index) == list(over.index)
    [whose] = over["claimant"].unique()
    [when] = pd.to_datetime(over["from"]).dt.strftime("%B %Y").unique()
    assert said("area", "finding") == (
        f"Counting only land under control, {len(over)} of the {len(areas)} numbers are above "
        f"the article’s 1,000: {len(over)} by {whose}, in {when}."
    )


def test_the_article_prints_more_than_a_thousand_and_no_date() -> None:
    article = (SEEDS / "kursk" / "article.txt").read_text(encoding="utf-8")
    assert article.count("more than a thousand square kilometers") == 1
    assert all("the article: more than 1,000, no date" in words for words in labels("area"))


def test_what_is_left_out_has_no_number_for_control_and_is_named() -> None:
    areas = table("kursk_area")
    left = areas[areas["controlled_km2_high"].isna()]
    assert list(left.index) == ["KA05", "KA07"]
    note = said("area", "note")
    assert f"{WORDS[len(left)].title()} statements without a number for control" in note
    assert f"the “conflict area” of the {left.loc['KA05', 'claimant']}" in note
    assert left.loc["KA05", "what_is_measured"].startswith("the “conflict area”")
    assert f"{left.loc['KA07', 'claimant']}, who said that about half was retaken" in note
    assert "about half retaken" in left.loc["KA07", "what_is_measured"]


def test_the_most_that_a_source_spoke_of_beside_its_number_is_named() -> None:
    row = table("kursk_area").loc["KA09"]
    assert row["what_is_measured"] == "under control now; the most was 1,376"
    assert f"The highest number that the {row['name']} gave, 1,376, is left out" in said(
        "area", "note"
    )


def test_dots_are_the_word_of_a_party_and_bars_are_not(areas: pd.DataFrame) -> None:
    assert "Dots are the word of a party to the war. Bars are estimates by others" in said(
        "area", "note"
    )
    # Those that speak for Ukraine’s forces, and nobody else.
    party = areas[areas["word_of"] == "party"]
    assert set(party["claimant"]) == {
        "General Syrskyi of Ukraine", "A source in Ukraine’s General Staff, to Reuters"
    }  # fmt: skip
    assert (party["from"] == party["to"]).all()
    others = areas[areas["word_of"] == "other"]
    for svg in page("area").all("svg"):
        assert len(svg.all("circle")) == len(party)
        held = [one for one in svg.all("rect") if "held" in one.attrs["class"]]
        assert len(held) == len(others)


def test_a_mark_spans_the_time_that_its_estimate_can_speak_of(areas: pd.DataFrame) -> None:
    said_on = pd.to_datetime(areas["date_of_statement"])
    first, last = pd.to_datetime(areas["from"]), pd.to_datetime(areas["to"])
    assert (first <= last).all()
    assert (last <= said_on).all()
    undated = areas["refers_to"].str.contains("no date")
    assert list(areas[undated]["name"]) == ["AP, undated peak"]
    assert (last[undated] == said_on[undated]).all()
    for day in (first, last):
        months = areas["refers_to"].str.extract(r"([A-Z][a-z]{2} \d{4})")[0]
        assert (day.dt.strftime("%b %Y") == months)[~undated].all()


def test_every_estimate_is_named_with_its_number(areas: pd.DataFrame) -> None:
    for words in labels("area"):
        for _, row in areas.iterrows():
            low, high = row["controlled_km2_low"], row["controlled_km2_high"]
            assert row["name"] in words
            number = (
                f"{high:,.0f}" if low == high
                else f"{low:,.0f} to {high:,.0f}" if low
                else f"{high:,.0f} at most"
            )  # fmt: skip
            assert number in words
        for disputed in areas["extra_grey_zone_km2"].dropna():
            assert f"and {disputed:,.0f} disputed" in words
        assert "Ukraine’s General Syrskyi: 1,000, then 1,263, then 1,294" in words


def test_the_source_counts_the_statements_and_all_are_linked(areas: pd.DataFrame) -> None:
    assert f"Source: {WORDS[len(areas)]} statements" in said("area", "source-line")
    links = {one.attrs["href"] for one in page("area").all("a")}
    assert links == set(areas["source_url"])


# The wounded for each one killed


@pytest.fixture(name="ratios")
def ratios_() -> pd.DataFrame:
    ratios = table("reference_ratios")
    ratios["ratio"] = ratios["wounded_or_nonfatal"] / ratios["killed"]
    return ratios


def test_none_of_the_documented_cases_is_as_low_as_the_claim(ratios: pd.DataFrame) -> None:
    claim = ratios.loc["RR01", "ratio"]
    known = ratios[ratios["group"].isin(["war", "unit"])]["ratio"]
    below = int((known <= claim).sum())
    assert (below, len(known)) == (0, 8)
    assert said("base-rates", "finding") == (
        f"The article’s claim comes to {claim:.2g} wounded for each one killed, and "
        f"{WORDS[below]} of the {WORDS[len(known)]} documented cases is as low: they range from "
        f"{known.min():.2g} to {known.max():.2g}."
    )


def test_the_claim_is_at_the_wounded_man_s_word(ratios: pd.DataFrame) -> None:
    row = ratios.loc["RR01"]
    article = (SEEDS / "kursk" / "article.txt").read_text(encoding="utf-8")
    assert article.count("There were forty of us, but all are dead") == 1
    assert (row["killed"], row["wounded_or_nonfatal"]) == (40 - 1, 1)
    assert (
        "takes the wounded man at his word, with 39 dead; if fewer died, the ratio is higher"
        in (said("base-rates", "note"))
    )
    # With one dead fewer, and everybody else as he says.
    assert row["ratio"] < 1 / 38
    for words in labels("base-rates"):
        assert f"{row['ratio']:.2g} the article: 1 wounded, 39 killed" in words


def test_most_documented_cases_are_wars(ratios: pd.DataFrame) -> None:
    documented = ratios[ratios["group"].isin(["war", "unit"])]
    assert (documented["group"] == "war").sum() > len(documented) / 2
    assert "Most documented cases are whole wars" in said("base-rates", "note")


def test_hollow_dots_are_statements_on_kursk_and_one_disputed_estimate(
    ratios: pd.DataFrame,
) -> None:
    hollow = ratios[ratios["group"].isin(["nk", "estimate"])]
    assert "what parties and others said of Kursk, and a disputed estimate" in said(
        "base-rates", "note"
    )
    assert (hollow["group"] == "estimate").sum() == 1
    assert hollow[hollow["group"] == "nk"]["case"].str.contains("Kursk").all()
    for svg in page("base-rates").all("svg"):
        assert len([one for one in svg.marked("hollow") if one.tag == "circle"]) == len(hollow)
        assert len([one for one in svg.marked("known") if one.tag == "circle"]) == 8


def test_no_documented_case_lies_in_the_shaded_stretch(ratios: pd.DataFrame) -> None:
    known = ratios[ratios["group"].isin(["war", "unit"])]["ratio"]
    assert not known.between(ratios.loc["RR01", "ratio"], known.min(), inclusive="left").any()
    assert all("no documented case here" in words for words in labels("base-rates"))


def test_a_ratio_is_a_limit_where_the_killed_are(ratios: pd.DataFrame) -> None:
    limits = ratios["ratio_is"].dropna()
    assert limits.to_dict() == {"RR09": "at least", "RR12": "at most"}
    # At least so many killed is at most so many wounded for each of them, and the other way round.
    assert "at least 100" in ratios.loc["RR12", "what_is_counted"]
    assert "up to 325,000" in ratios.loc["RR09", "what_is_counted"]


def test_every_case_is_named_with_its_ratio_and_its_source(ratios: pd.DataFrame) -> None:
    drawn = ratios.drop("RR01")
    for words in labels("base-rates"):
        for _, row in drawn.iterrows():
            limit = "" if pd.isna(row["ratio_is"]) else f"{row['ratio_is']}: "
            # Two significant digits.
            number = float(f"{row['ratio']:.2g}")
            assert f"{number:g} {limit}{row['name']}" in words
    links = {one.attrs["href"] for one in page("base-rates").all("a")}
    assert links == set(drawn["source_url"])


def test_each_line_is_a_tenth_of_the_line_above_it() -> None:
    for words in labels("base-rates"):
        assert "Each line is a tenth of the line above it." in words
    for svg in page("base-rates").all("svg"):
        lines = [float(re.findall(r"[\d.]+", one.attrs["d"])[1]) for one in svg.marked("tick")]
        steps = [other - one for one, other in pairwise(lines[:4])]
        assert steps == pytest.approx([steps[0]] * 3, abs=0.11)


def test_most_of_the_pages_were_read_in_excerpts_and_weak_ones_are_called_so(
    ratios: pd.DataFrame,
) -> None:
    read = ratios["read_status"].drop("RR01")
    assert read.str.contains("excerpt").sum() > len(read) / 2
    weak = list(ratios[ratios["read_status"].str.contains("weak", na=False)].index)
    assert weak == ["RR07", "RR08", "RR11"]
    assert page("base-rates").text.count("weak source") == len(weak)
