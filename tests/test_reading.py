from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import parse
from support import TEXT, make_dossier

from helpers.texts.article import Quote, Span
from helpers.texts.dossier import open_dossier
from helpers.view.reading import folded, quotations, render_passage
from helpers.words import reading_text

if TYPE_CHECKING:
    from pathlib import Path


def letters(text: str) -> str:
    """Give a text without the names of folds and without white space."""
    return "".join(text.replace(reading_text.FOLDED, "").split())


def test_the_article_stands_there_whole_and_numbered() -> None:
    dossier = open_dossier("kursk")
    page = parse(render_passage(dossier))
    sentences = page.marked("sentence")
    assert [s.marked("number")[0].text for s in sentences] == [f"S{n}" for n in range(1, 15)]
    shown = " ".join(s.marked("text")[0].text for s in sentences)
    assert shown.replace(f"{reading_text.FOLDED} ", "").split() == dossier.article.text.split()


def test_graphic_words_are_folded_until_asked_for() -> None:
    page = parse(render_passage(open_dossier("kursk")))
    [fold] = page.all("details")
    assert "open" not in fold.attrs
    assert fold.text == f"{reading_text.FOLDED} headless bodies"
    assert page.text.count("headless bodies") == 1


@pytest.mark.parametrize(
    "graphic",
    [
        ["forty men"],
        ["had left", "forty men"],
        ["mayor of Rell", "of Rell, who was there"],
        ["mayor of Rell, who", "of Rell"],
        ["The mayor", "The mayor of Rell"],
    ],
)
def test_folding_leaves_every_word_once_and_in_order(tmp_path: Path, graphic: list[str]) -> None:
    dossier = make_dossier(tmp_path, graphic=[{"S1": words} for words in graphic])
    assert letters(parse(folded(dossier, Span(0, len(TEXT)))).text) == letters(TEXT)


@pytest.mark.parametrize("start", range(0, 30, 3))
def test_a_part_of_the_text_shows_its_own_words_alone(tmp_path: Path, start: int) -> None:
    dossier = make_dossier(tmp_path, graphic=[{"S1": "mayor of Rell"}])
    shown = parse(folded(dossier, Span(start, start + 12))).text
    assert letters(shown) == letters(TEXT[start : start + 12])


def test_a_text_that_is_no_news_says_so_wherever_it_is_shown(tmp_path: Path) -> None:
    dossier = make_dossier(tmp_path, label="Constructed for teaching.")
    assert parse(render_passage(dossier, "S2")).text.startswith("Constructed for teaching.")


def test_a_quotation_comes_with_the_number_of_its_sentence() -> None:
    shown = parse(quotations(open_dossier("kursk"), [Quote("S5", "revealing")]))
    assert shown.text == "revealing S5"


def test_a_quotation_from_the_twin_says_so() -> None:
    shown = parse(quotations(open_dossier("kursk"), [Quote("kursk-twin/S4", "Ukrainian units")]))
    assert shown.text == "Ukrainian units twin S4"


@pytest.mark.parametrize(
    ("words", "marks"),
    [("claimed that", ""), ("“betrayed”", "own"), ("were “betrayed” and", "around")],
)
def test_quotation_marks_are_never_doubled(words: str, marks: str) -> None:
    place = "S6" if "betrayed" in words else "S4"
    [quote] = parse(quotations(open_dossier("kursk"), [Quote(place, words)])).all("q")
    assert quote.attrs.get("class", "") == marks
