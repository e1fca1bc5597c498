"""Hostile words on the pages without a question: they are shown as text, and change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reader import Node, parse
from support import HOSTILE, Fields, make_dossier, make_exercises, shown, write

from helpers.kinds.exercises import Example
from helpers.pieces.desk import Desk
from helpers.pieces.save_bar import SaveBar
from helpers.texts.records import Comparison, ComparisonRow, Reference
from helpers.texts.vocabulary import Label
from helpers.topics.attribution import chain
from helpers.view import pages
from helpers.view.charts.chain import render_chain
from helpers.view.pages import LessonRow
from helpers.view.save_bar import Bar, render_bar, render_code_name
from helpers.words import saving_text
from helpers.workbook import Student, Workbook

if TYPE_CHECKING:
    from pathlib import Path

each_word = pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
TAME = "tame"


@each_word
def test_hostile_pages_are_shown_as_text(tmp_path: Path, word: str) -> None:
    def drawn(folder: Path, text: str) -> list[Node]:
        about: Fields = {"title": text, "label": text}
        dossier = make_dossier(folder, claims=(write("claim", gist=text),), **about)
        source = Reference(title=text, url="https://example.org")
        row = ComparisonRow(point=text, record=text, source=0)
        table = Comparison(
            id="t", title=text, columns=(text, text), rows=(row,), sources=(source,), note=text
        )
        example = Example(claim="C01", why=dict.fromkeys(Label, text), note=text)
        return [
            parse(pages.render_reading(dossier, "S1")),
            parse(pages.render_example(dossier, example)),
            parse(pages.render_comparison(dossier, table)),
            parse(pages.render_map([LessonRow(text, text, 5, 1, 2)], here="")),
            parse(pages.render_progress([(text, False)], [True, False])),
            parse(pages.render_closed(text)),
        ]

    for page, tame in zip(drawn(tmp_path / "a", word), drawn(tmp_path / "b", TAME), strict=True):
        assert page.shape() == tame.shape()
        assert shown(word) in page.text


@each_word
def test_a_hostile_chain_draws_no_element_of_its_own(tmp_path: Path, word: str) -> None:
    dossier = make_dossier(tmp_path, claims=(write("claim", gist=word),))
    page = parse(render_chain(dossier, chain(dossier, "C01"), (word,)))
    assert all(node.text == shown(word) for node in page.all("strong"))
    assert shown(word) in page.marked("beside")[0].all("ol")[-1].text
    tags = {node.tag for node in page}
    assert tags == {
        *("root", "figure", "figcaption", "div", "p", "button", "ol", "li", "strong", "q", "span"),
        *("svg", "g", "rect", "text", "details", "summary", "ul"),
    }


@each_word
def test_hostile_names_in_the_bar_are_shown_as_text(word: str) -> None:
    def bar(code: str) -> Node:
        question = saving_text.whose_file(code, code)
        offers = (Student("", code, 1),)
        return parse(render_bar(Bar(folder=code, code=code, offers=offers, asks_file=question)))

    assert bar(word).shape() == bar(TAME).shape()
    assert shown(word) in bar(word).text
    assert parse(render_code_name(word, "")).shape() == parse(render_code_name(TAME, "")).shape()


@each_word
def test_a_hostile_name_in_the_browser_is_no_name_and_offers_nothing(
    tmp_path: Path, word: str
) -> None:
    exercises = make_exercises(tmp_path, write("choice"))
    bar = SaveBar(Desk(exercises, Workbook(tmp_path / "work")))
    held = [{"workbook": "", "code": word, "answers": 1}]
    bar.widget.hear({"do": "stored", "held": held, "blocked": False, "me": word, "spare": word})
    assert bar.offers == ()
    assert word not in bar.widget.markup
