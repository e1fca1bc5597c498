"""Retelling: words compared from one telling to the next, and shown where a chain is walked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse

from helpers.texts.dossier import open_dossier
from helpers.topics.attribution import chain, onward
from helpers.topics.retelling import Fate, changes
from helpers.view.charts.chain import render_chain
from helpers.words import chain_text

if TYPE_CHECKING:
    from reader import Node

KURSK = open_dossier("kursk")
SAID = st.lists(st.sampled_from(["forty", "40", "men", "Men,", "all", "dead"]), max_size=8).map(
    " ".join
)


def written(before: str, after: str) -> list[str]:
    sign = {Fate.KEPT: "", Fate.NEW: "+", Fate.GONE: "-"}
    return [f"{sign[run.fate]}{run.words}" for run in changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("forty men", "forty men", ["forty men"]),
        ("forty men", "“Forty” men.", ["“Forty” men."]),
        ("forty men", "40 men", ["40 men"]),
        ("all but one", "all", ["all", "-but one"]),
        ("forty", "at least 40", ["+at least", "40"]),
        ("he says", "they claim", ["-he says", "+they claim"]),
        ("", "new words", ["+new words"]),
        ("old words", "", ["-old words"]),
        ("– one", "— one", ["-–", "+—", "one"]),
        ("", "", []),
    ],
)
def test_words_are_kept_new_or_gone(before: str, after: str, says: list[str]) -> None:
    assert written(before, after) == says


@given(SAID, SAID)
def test_both_tellings_can_be_read_out_of_what_is_shown(before: str, after: str) -> None:
    runs = changes(before, after)
    assert " ".join(run.words for run in runs if run.fate is not Fate.GONE) == after
    old = sum(len(run.words.split()) for run in runs if run.fate is not Fate.NEW)
    assert old == len(before.split())


def steps(claim: str) -> list[Node]:
    page = parse(render_chain(KURSK, chain(KURSK, claim)))
    return page.marked("parts")[0].all("li")


def test_a_chain_is_walked_from_its_origin_and_no_step_comes_twice() -> None:
    for claim in KURSK.ledger.claims:
        hops = onward(chain(KURSK, claim.id))
        ids = [hop.step.id for hop in hops]
        assert len(ids) == len({*ids})
        for place, hop in enumerate(hops):
            assert {parent.step.id for parent in hop.parents} <= {*ids[:place]}


def test_forty_changes_word_by_word_on_its_way() -> None:
    told = [[one.text for one in step.all("ins", "del")] for step in steps("C07")]
    assert told == [
        [],
        [],
        [],
        [],
        ["(gone:) in his unit, and he is the only survivor.", "(new:) of us, but all are dead,”"],
        [
            "(gone:) “There were",
            "(new:) wiped out at least",
            "(gone:) of us, but all are dead,”",
            "(new:) “elite” North Korean soldiers",
        ],
    ]


def test_it_is_said_whose_words_they_are_and_where_we_have_seen_none() -> None:
    said = [step.text for step in steps("C07")]
    assert [chain_text.NOT_SEEN in one for one in said] == [False, False, True, True, False, False]
    ours = [chain_text.STANDING["inferred"] in one for one in said]
    assert ours == [False, False, True, True, False, False]
    assert "In our words, after KBS World, 1 November 2024." in said[0]
    assert (
        "In our words, after Kyiv Post, 1 November 2024 (mirror). Compared with “The man" in said[1]
    )
    # Words of ours are no words of the source: what differs from them may be our doing.
    ours_before = "Compared with “The Telegram video”, told in our words."
    assert f"As printed in S5. {ours_before}" in said[4]
    assert "As printed in S1. Compared with S5." in said[5]


def test_a_claim_is_told_at_the_text_in_which_it_stands() -> None:
    page = parse(render_chain(KURSK, chain(KURSK, "C07")))
    boxes = [box.attrs["data-step"] for box in page.all("svg")[0].all("g")]
    assert boxes == ["D01", "D02", "D03", "D04", "D05", "D05"]
    told = [step.attrs["data-step"] for step in steps("C07")]
    assert told == ["D01", "D02", "D03", "D04", "D05", "D05"]


def test_where_a_chain_branches_no_words_are_compared() -> None:
    found = steps("C01")
    assert [step.attrs["data-step"] for step in found][-1] == "C01"
    assert not any(step.all("ins", "del") or step.marked("retold") for step in found)
    assert all("Compared" not in step.text for step in found)


def test_graphic_words_stay_folded_in_a_retelling() -> None:
    assert "headless" not in "".join(step.text for step in steps("C07"))
