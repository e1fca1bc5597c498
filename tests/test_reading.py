from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kind_files import KINDS, example
from kind_states import kind_lesson, states
from reader import parse
from support import TEXT, make_dossier, write

from helpers.kinds.exercises import Example
from helpers.texts.article import Quote, Span
from helpers.texts.dossier import open_dossier
from helpers.view.card import render_card
from helpers.view.framing import render_swapped
from helpers.view.pages import render_example
from helpers.view.reading import folded, quotations, render_passage
from helpers.words import reading_text

if TYPE_CHECKING:
    from pathlib import Path

    from support import Fields


def letters(text: str) -> str:
    """Give a text without the names of folds and without white space."""
    return "".join(text.replace(reading_text.GRAPHIC + reading_text.FOLDED, "").split())


def test_the_article_stands_there_whole_and_numbered() -> None:
    dossier = open_dossier("kursk")
    page = parse(render_passage(dossier))
    sentences = page.marked("sentence")
    assert [s.marked("number")[0].text for s in sentences] == [f"S{n}" for n in range(1, 15)]
    shown = " ".join(s.marked("text")[0].text for s in sentences)
    assert (
        shown.replace(f"{reading_text.GRAPHIC}{reading_text.FOLDED} ", "").split()
        == dossier.article.text.split()
    )


def test_graphic_words_are_folded_until_asked_for() -> None:
    page = parse(render_passage(open_dossier("kursk")))
    [fold] = page.all("details")
    assert "open" not in fold.attrs
    assert fold.text == f"{reading_text.GRAPHIC}{reading_text.FOLDED} headless bodies"
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


def test_the_language_of_a_text_reaches_its_markup_and_no_other(tmp_path: Path) -> None:
    home = make_dossier(tmp_path, claims=(write("claim"),), language="uk")
    [article] = parse(render_passage(home)).marked("article")
    example = render_example(home, Example(claim="C01", why={}, note=""))
    [drawn] = parse(example).marked("overlaid")
    [quote] = parse(quotations(home, [Quote("S2", "Others")])).all("q")
    swapped = parse(render_swapped(home, "S1")).marked("text")
    assert {one.attrs["lang"] for one in (article, drawn, quote, *swapped)} == {"uk"}


def test_a_quotation_in_the_language_of_the_page_needs_no_sign_of_it() -> None:
    dossier = open_dossier("kursk")
    assert parse(render_passage(dossier)).marked("article")[0].attrs["lang"] == "en"
    assert "lang" not in parse(quotations(dossier, [Quote("S5", "revealing")])).all("q")[0].attrs


def with_sentences(written: Fields) -> Fields:
    """Let items be sentences of the article, where a kind has items that can be."""
    if written["kind"] != "sort":
        return written
    items = [{**item, "text": "", "sentence": "S1"} for item in written["items"]]
    return {**written, "items": items}


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_foreign_text_say_so_on_every_card(tmp_path: Path, kind: str) -> None:
    exercises = kind_lesson(tmp_path, with_sentences(example(kind)))
    about = tmp_path / "seeds/rell/article.yaml"
    about.write_text(about.read_text("utf-8") + "language: uk\n", encoding="utf-8")
    for name, state in states(exercises):
        card = parse(render_card(state))
        passages = [*card.marked("serif"), *card.marked("article")]
        mine = [one for one in passages if "“forty men”" in one.text or "denied it" in one.text]
        for words in [*card.all("q"), *mine]:
            said = {one.attrs["lang"] for one in (*words, *words.above()) if "lang" in one.attrs}
            assert said == {"uk"}, (name, words.text)
