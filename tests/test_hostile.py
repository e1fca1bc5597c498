"""Hostile words wherever words can stand on a card: they are shown as text, change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from reader import Node, parse
from support import (
    HOSTILE,
    LONG,
    answering,
    card_state,
    make_card,
    make_dossier,
    make_exercises,
    message,
    shown,
    write,
)

from helpers.view.card import render_card
from helpers.view.reading import render_passage
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.workbook import Answer

each_word = pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
TAME = "tame"
ANSWERS: dict[str, Answer] = {
    "choice": {"option": ["b"]},
    "sort": {"one": ["far"], "two": ["far"]},
    "order": {"order": ["d", "c", "b", "a"]},
    "poll": {"option": ["b"]},
    "mark": {"mark": ["cue 25-28"]},
}


def worded(value: Any, word: str) -> Any:
    """Put the word wherever a person writes words: every text but ids and names of things."""
    fixed = {
        "id",
        "kind",
        "category",
        "also",
        "ties",
        "show",
        "claims",
        "slip",
        "put",
        "before",
    }
    if isinstance(value, dict):
        return {k: v if k in fixed else worded(v, word) for k, v in value.items()}
    if isinstance(value, list):
        return [worded(v, word) for v in value]
    return word if isinstance(value, str) else value


def card(folder: Path, kind: str, word: str, tries: int) -> Node:
    """Give a card all of whose words are hostile, open or answered."""
    exercise = worded(write(kind, hints=["one", "two"], note="note"), word)
    exercises = make_exercises(
        folder, exercise, claims=(write("claim"),), slips={"x=y": word, "z=y": word}
    )
    return parse(render_card(card_state(exercises, exercise["id"], *[ANSWERS[kind]] * tries)))


@each_word
@pytest.mark.parametrize("kind", sorted(ANSWERS))
@pytest.mark.parametrize("tries", [0, 1, 2])
def test_hostile_words_in_an_exercise_change_no_element_of_its_card(
    tmp_path: Path, kind: str, word: str, tries: int
) -> None:
    page = card(tmp_path / "a", kind, word, tries)
    assert page.shape() == card(tmp_path / "b", kind, TAME, tries).shape()
    assert shown(word) in page.text


@each_word
def test_a_hostile_article_is_shown_as_text(tmp_path: Path, word: str) -> None:
    def read(folder: Path, inside: str) -> Node:
        return parse(render_passage(make_dossier(folder, f"Begin {inside} end.\n")))

    page = read(tmp_path / "a", word)
    assert page.shape() == read(tmp_path / "b", TAME).shape()
    assert f"Begin {shown(word)} end." in page.text


@each_word
def test_a_hostile_article_can_be_marked(tmp_path: Path, word: str) -> None:
    text = f"Begin {word} end.\n"
    exercises = make_exercises(
        tmp_path, write("mark"), text=text, claims=(write("claim", content=[{"S1": "end"}]),)
    )
    page = parse(render_card(card_state(exercises, "mark")))
    assert [node.text for node in page.marked("word")] == [shown(w) for w in text.split()]
    starts = [int(node.attrs["data-start"]) for node in page.marked("word")]
    assert starts == [text.index(w) for w in text.split()]
    at = text.index("end.")
    again = parse(render_card(card_state(exercises, "mark", {"mark": [f"content {at}-{at + 4}"]})))
    assert {n.tag for n in again} <= {
        "root",
        "section",
        "div",
        "p",
        "span",
        "ul",
        "li",
        "em",
        "q",
        "button",
        "strong",
        "details",
        "summary",
    }


@each_word
@pytest.mark.parametrize("kind", sorted(ANSWERS))
def test_a_hostile_answer_is_refused_and_nothing_is_kept(
    tmp_path: Path, kind: str, word: str
) -> None:
    exercises = make_exercises(tmp_path, write(kind), claims=(write("claim"),))
    live, book = (
        make_card(exercises, exercises.ids[0], Workbook(tmp_path / "work"))[0].live,
        tmp_path / "work",
    )
    before = live.markup
    fields = ("option", "one", "two", "order", "mark", word)
    live.hear(message(exercises.ids[0], answer={field: [word] for field in fields}, confidence=100))
    assert live.says
    assert (live.markup, book.exists()) == (before, False)


@each_word
def test_hostile_fields_beside_a_sound_answer_come_back_as_text(tmp_path: Path, word: str) -> None:
    exercises = make_exercises(tmp_path, write("choice"))
    again = card_state(exercises, "pick", {"option": ["b"], word: [word]}, retrying=True)
    tame = card_state(exercises, "pick", {"option": ["b"], TAME: [TAME]}, retrying=True)
    assert parse(render_card(again)).shape() == parse(render_card(tame)).shape()


@each_word
def test_hostile_events_in_the_folder_never_stop_a_card(tmp_path: Path, word: str) -> None:
    exercises, book = make_exercises(tmp_path, write("choice")), Workbook(tmp_path / "work")
    book.add(answering("pick", {"option": [word]}), answering("pick", {word: [word]}))
    opened, _ = make_card(exercises, "pick", Workbook(book.folder))
    assert parse(opened.widget.markup).all("form")


def test_a_very_long_option_is_shown_whole(tmp_path: Path) -> None:
    options = [write("option", id="a", text=LONG, right=True), write("option", id="b")]
    exercises = make_exercises(tmp_path, write("choice", options=options))
    assert shown(LONG) in parse(render_card(card_state(exercises, "pick"))).text
    assert shown(LONG) in parse(render_card(card_state(exercises, "pick", {"option": ["a"]}))).text


def test_a_very_long_article_is_shown_whole_and_can_be_marked(tmp_path: Path) -> None:
    text = f"{LONG} end."
    claims = (write("claim", content=[{"S1": "end"}]),)
    exercises = make_exercises(tmp_path, write("mark"), text=text, claims=claims)
    [first, last] = parse(render_card(card_state(exercises, "mark"))).marked("word")
    assert (first.text, last.attrs["data-start"]) == (LONG, "100001")


def test_a_very_long_answer_is_refused_by_the_card(tmp_path: Path) -> None:
    card, _ = make_card(
        make_exercises(tmp_path, write("choice")), "pick", Workbook(tmp_path / "work")
    )
    card.widget.hear(message("pick", answer={"option": [LONG]}, confidence=100))
    assert card.widget.says == "Choose an answer first."
