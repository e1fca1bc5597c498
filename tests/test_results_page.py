"""The student's own results as a page: what went well first, then what to see again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hostile_words import TAME
from reader import Node, parse
from support import HOSTILE, shown

from helpers.kinds.slips import Slip
from helpers.measures.calibration import ENOUGH, MANY, Result
from helpers.view.results import AGAIN, render_summary, render_traps
from helpers.words import card_text, result_text

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = "abcdefgh"
SLIPS = {
    "x=y": Slip(name="The X trap", says="X is not Y."),
    "z=y": Slip(name="The Z trap", says="Z is not Y."),
}
ASKS = {name: f"Question {name}?" for name in LETTERS}


def tried(name: str, score: float, place: int = 0, **more: object) -> Result:
    fields = {"lesson": "90-test", "place": (place, "", ""), **more}
    return Result(exercise=name, score=score, **fields)  # type: ignore[arg-type]


def summary(*found: Result) -> Node:
    return parse(render_summary(found, ASKS, SLIPS))


def surely(score: float, word: int, times: int) -> list[Result]:
    return [tried("a", score, sure=word / 4, word=word)] * times


def test_without_answers_it_says_so() -> None:
    assert result_text.NOTHING_YET in summary().text


def test_what_went_well_comes_first() -> None:
    page = summary(tried("a", 0.2), tried("b", 0.8), tried("c", 1))
    assert page.all("p")[0].text == result_text.went_well(2, 3)
    assert summary(tried("a", 1)).all("p")[0].text == result_text.went_well(1, 1)


def test_what_is_worth_another_look_leads_to_its_card() -> None:
    links = summary(tried("a", 0.2), tried("b", 1)).all("a")
    assert [(link.attrs["href"], link.text) for link in links] == [("#card-a", "Question a?")]


def test_of_much_to_see_again_the_weakest_are_named_in_the_order_of_the_lesson() -> None:
    scores = dict(zip("abcdef", (0.7, 0.1, 0.6, 0.2, 0.3, 1), strict=True))
    links = summary(*(tried(name, score) for name, score in scores.items())).all("a")
    assert [link.text for link in links] == [f"Question {name}?" for name in "bde"]
    assert len(links) == AGAIN


@pytest.mark.parametrize("times", [AGAIN, AGAIN + 1])
def test_where_there_is_more_to_see_again_than_is_listed_the_page_says_so(times: int) -> None:
    page = summary(*(tried(name, 0) for name in LETTERS[:times]))
    more = times > AGAIN
    assert (result_text.SEE_AGAIN_FIRST in page.text) is more
    assert (result_text.SEE_AGAIN in page.text) is not more


def test_open_traps_have_a_name_and_a_sentence_and_beaten_ones_are_gone() -> None:
    met = tried("a", 0, 1, slips=("x=y",), tempts=frozenset({"x=y"}))
    page = summary(met)
    assert result_text.YOUR_TRAPS in page.text
    assert "The X trap. X is not Y." in page.text
    later = tried("b", 1, 2, tempts=frozenset({"x=y"}))
    assert "The X trap" not in summary(met, later).text


def test_traps_that_tempted_in_vain_are_counted_and_one_is_named() -> None:
    page = summary(tried("a", 1, tempts=frozenset({"z=y", "x=y"})))
    assert result_text.kept_clear(2, "The X trap", "X is not Y.") in page.text
    assert "The Z trap" not in page.text
    assert result_text.YOUR_TRAPS not in page.text


def words_said(page: Node) -> list[list[str]]:
    [table] = page.all("table")
    return [[cell.text for cell in row.all("th", "td")] for row in table.all("tr")[1:]]


def test_each_word_is_a_dot_beside_how_its_answers_went() -> None:
    page = summary(*surely(1, 4, 2), *surely(0, 4, 1), *surely(0, 0, 1))
    guessing, certain = card_text.SURE_WORDS[0], card_text.SURE_WORDS[4]
    assert words_said(page) == [
        [guessing, "0\N{NO-BREAK SPACE}%", result_text.right_of(0, 1)],
        [certain, "100\N{NO-BREAK SPACE}%", result_text.right_of(2, 3)],
    ]
    for svg in page.all("svg"):
        often, once = svg.all("circle")
        assert float(often.attrs["r"]) > float(once.attrs["r"])
        # Two of three lie above none, and surer lies further right.
        assert float(often.attrs["cy"]) < float(once.attrs["cy"])
        assert float(often.attrs["cx"]) > float(once.attrs["cx"])
        words = " ".join(text.text for text in svg.all("text"))
        assert f"{guessing}: 0 of 1 right" in words
        assert f"{certain}: 2 of 3 right" in words


def test_who_is_as_right_as_sure_stands_on_the_line() -> None:
    page = summary(*surely(1, 2, 2), *surely(0, 2, 2))
    for svg in page.all("svg"):
        [dot], [line] = svg.all("circle"), svg.marked("as-sure")
        x1, y1, x2, y2 = map(float, re.findall(r"[\d.]+", line.attrs["d"]))
        x, y = float(dot.attrs["cx"]), float(dot.attrs["cy"])
        assert (x, y) == pytest.approx(((x1 + x2) / 2, (y1 + y2) / 2), abs=0.1)


def test_where_nobody_asked_how_sure_nothing_is_said_of_it() -> None:
    assert summary(tried("a", 1), tried("b", 0)).marked("chart") == []


@pytest.mark.parametrize(
    ("times", "compared", "few"),
    [(ENOUGH - 1, False, True), (ENOUGH, True, True), (MANY - 1, True, True), (MANY, True, False)],
)
def test_few_answers_are_called_few_and_very_few_are_not_compared(
    times: int, *, compared: bool, few: bool
) -> None:
    page = summary(*surely(1, 4, times))
    assert (result_text.TOGETHER in page.text) is compared
    assert (result_text.rests_on(times, few=few)) in page.text


def traps(*found: Result, asks: Sequence[str] = LETTERS) -> Node:
    named = {("90-test", name): ASKS[name] for name in asks}
    return parse(render_traps(found, named, SLIPS))


def test_without_a_trap_the_page_of_traps_says_so() -> None:
    assert result_text.NO_TRAPS in traps(tried("a", 1, tempts=frozenset({"x=y"}))).text


def test_beaten_traps_and_open_ones_stand_apart_and_open_ones_lead_to_their_card() -> None:
    page = traps(
        tried("a", 0, 1, slips=("x=y", "z=y")), tried("b", 1, 2, tempts=frozenset({"x=y"}))
    )
    assert page.all("p")[0].text == result_text.beaten(1, 2)
    beaten, still = page.all("ul")
    assert beaten.text == "The X trap. X is not Y."
    assert still.text.startswith("The Z trap. Z is not Y.")
    assert [(a.attrs["href"], a.text) for a in page.all("a")] == [
        ("90-test.ipynb#card-a", "Question a?")
    ]


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_and_questions_are_shown_as_text(word: str) -> None:
    def drawn(text: str) -> list[Node]:
        slips = {"x=y": Slip(name=text, says=text)}
        met = [tried("a", 0, 1, slips=("x=y",)), tried("b", 1, 0, tempts=frozenset({"x=y"}))]
        seen = [tried("b", 1, tempts=frozenset({"x=y"}))]
        return [
            parse(render_summary(met, {"a": text}, slips)),
            parse(render_summary(seen, {"b": text}, slips)),
            parse(render_traps(met, {("90-test", "a"): text}, slips)),
        ]

    for page, tame in zip(drawn(word), drawn(TAME), strict=True):
        assert page.shape() == tame.shape()
        assert shown(word) in page.text
