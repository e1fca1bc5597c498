"""`check` on dates: days of the calendar, none ahead of today, and none before what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, changed_page, text

from helpers.checks.dates import dated, stated_on

if TYPE_CHECKING:
    from pathlib import Path

ABOUT, CLAIMS, FIGURES = (
    f"seeds/lamps/{name}" for name in ("article.yaml", "claims.yaml", "lamps.csv")
)
EXERCISES = "lessons/exercises/01-lamps.yaml"
KNOWN, LATER = "A neighbour wrote it.", "text: Supported."
BROKEN = {
    "a document of no day": (CLAIMS, "2024-10-31", "2024-10-32", "D01: “2024-10-32” is no day"),
    "a document of the future": (CLAIMS, "2024-10-31", "2999-10-31", "D01: “2999-10-31” lies in"),
    "a document's page": (
        CLAIMS,
        "title: The letter",
        "title: 31 June 2024",
        "D02: “31 June 2024”",
    ),
    "what is known": (ABOUT, KNOWN, "It is of 30 October 2999.", "“30 October 2999” lies in"),
    "a page of a text": (ABOUT, "title: The street", "title: May 2999", "“May 2999” lies in the"),
    "a later record": (CLAIMS, LATER, "text: Supported on 2 May 2999.", "C01: “2 May 2999” lies"),
    "a later page": (CLAIMS, "title: The census", "title: 5 May 2999", "C01: “5 May 2999” lies"),
    "a reason": (CLAIMS, "He counted them.", "He did on 30 February.", "C01: “30 February” is no"),
    "a figure of no day": (FIGURES, "L01,2024-10-31", "L01,2024-13-01", "L01: “2024-13-01” is no"),
    "a figure of the future": (FIGURES, "L01,2024-10-31", "L01,2999-10", "L01: “2999-10” lies in"),
    "a figure of some day": (FIGURES, "L01,2024-10-31", "L01,soon", "L01: “soon” is no day"),
    "a definition": (FIGURES, "broken lamps", "broken by 31 Nov 2024", "L01: “31 Nov 2024” is no"),
    "an exercise": (EXERCISES, "The dates.", "See 0 May 2024.", "steps: “0 May 2024” is no day"),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_a_date_that_cannot_be_is_found(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    (finding,) = changed(tmp_path, file, old, new)
    assert says in finding


def test_a_date_on_a_page_is_looked_at(tmp_path: Path) -> None:
    says = {**text(1), "source": "On 31 April 2024 it was told."}
    (finding,) = changed_page(tmp_path, lambda page: page["cells"].__setitem__(2, says))
    assert "text-1: “31 April 2024” is no day of the calendar" in finding


SOUND = (
    "On 29 February they met.",
    "From 8-13 Oct 2024, and by May; it may 40 times.",
    "In December 1916 and on 2024-02-29, see a/2024-99-99/b.",
    "She wrote “on 31 November 2024”, see [it](https://example.org/2024-13-13).",
    "Of 4.31 May 2024 was the best.",
    "On October 31, 2024 he spoke.",
)


@pytest.mark.parametrize("prose", SOUND)
def test_dates_that_can_be_and_words_of_others_pass(prose: str) -> None:
    assert list(dated("x", prose, past=True)) == []


@pytest.mark.parametrize("cell", ["2024-10-31", "2024-10", "2024", "4 October", "4 October 2024"])
def test_a_day_a_month_and_a_year_are_when_something_was_said(cell: str) -> None:
    assert list(stated_on("x", cell)) == []


def test_other_prose_may_speak_of_the_future() -> None:
    assert list(dated("x", "The vote of 5 May 2999 is open.")) == []


def test_nothing_rests_on_what_came_later(tmp_path: Path) -> None:
    old, new = 'a neighbour, date: ""', 'a neighbour, date: "2024-10-30"'
    (finding,) = changed(tmp_path, CLAIMS, old, new)
    assert "D02: It is of 2024-10-30 and rests on D01 of 2024-10-31" in finding


def test_a_document_without_date_hides_no_later_one(tmp_path: Path) -> None:
    old = "claims:\n"
    new = (
        "- {id: D03, title: A call, who: us, date: '2024-10-30', says: Glass., parents: [D02]}\n"
        "claims:\n"
    )
    (finding,) = changed(tmp_path, CLAIMS, old, new)
    assert "D03: It is of 2024-10-30 and rests on D01 of 2024-10-31" in finding
