"""Hostile words wherever words can stand on a card: they are shown as text, change nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hostile_words import TAME, prose, texts, worded
from kind_files import KINDS, SILENT, WAITS, example, hostile, right
from kind_states import kind_lesson, states
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

from helpers.kinds.slips import Slip
from helpers.lesson import Lesson
from helpers.texts import limits
from helpers.view.card import render_card
from helpers.view.reading import render_passage
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.pieces.card import Card
    from helpers.workbook import Answer

each_word = pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
each_kind = pytest.mark.parametrize("kind", KINDS)


def pages(folder: Path, kind: str, word: str) -> list[tuple[str, Node]]:
    """Give the cards of an exercise all of whose words are hostile, in every state."""
    lesson = kind_lesson(folder, worded(kind, word))
    slip = Slip(name=word, says=word)
    named = dict.fromkeys(
        (name for one in lesson.ids for name in lesson.exercise(one).slips()), slip
    )
    return [(name, parse(render_card(state))) for name, state in states(lesson, slips=named)]


def open_card(folder: Path, kind: str) -> Card:
    """Give the card of a kind with nothing answered but what it comes back to."""
    lesson, book = kind_lesson(folder, example(kind)), Workbook(folder / "work")
    book.add(make_event("code", code="amber-heron"))  # which mixes all cards in the same way
    for identity in lesson.ids[: lesson.ids.index(example(kind)["id"])]:
        answers = right(lesson.exercise(identity).kind)
        book.add(*(answering(identity, answer) for answer in answers))
    return make_card(lesson, example(kind)["id"], book)[0]


def send(card: Card, answer: Answer) -> bool:
    """Send an answer as the browser does; tell whether it was kept."""
    before = len(card.desk.book.events)
    sure = max(card.exercise.confidence_steps(), default=None)
    card.widget.hear(message(card.exercise.id, answer=answer, confidence=sure))
    return len(card.desk.book.events) > before


@each_kind
def test_all_that_waits_for_an_answer_is_put_to_the_test(kind: str) -> None:
    waiting = {p for p, said in texts(example(kind)).items() if said.startswith(WAITS)}
    assert waiting <= prose(kind)
    assert ("ask",) in prose(kind)
    assert bool(waiting) is (kind not in SILENT)


@each_word
@each_kind
def test_hostile_words_in_an_exercise_change_no_element_of_its_card_in_any_state(
    tmp_path: Path, kind: str, word: str
) -> None:
    both = zip(pages(tmp_path / "a", kind, word), pages(tmp_path / "b", kind, TAME), strict=True)
    for (name, page), (_, tame) in both:
        assert page.shape() == tame.shape(), name
        if name.startswith((example(kind)["id"], "second")):
            assert shown(word) in page.text, name


@each_word
@each_kind
def test_a_hostile_answer_is_refused_and_nothing_is_kept_or_it_is_shown_as_text(
    tmp_path: Path, kind: str, word: str
) -> None:
    card, tame = open_card(tmp_path / "a", kind), open_card(tmp_path / "b", kind)
    refused = 0
    for answer, same in zip(hostile(kind, word), hostile(kind, TAME), strict=True):
        before = card.widget.markup
        kept = send(card, answer)
        assert kept == send(tame, same), answer
        if not kept:
            refused += 1
            assert card.widget.says.endswith(".")
            assert card.widget.markup == before
        assert parse(card.widget.markup).shape() == parse(tame.widget.markup).shape(), answer
    assert refused


@each_word
@each_kind
def test_a_hostile_answer_is_filled_in_again_as_text(tmp_path: Path, kind: str, word: str) -> None:
    def retrying(folder: Path, with_word: str) -> Node:
        lesson = kind_lesson(folder, example(kind))
        answers = [{**answer, with_word: [with_word]} for answer in right(kind)]
        state = card_state(lesson, example(kind)["id"], *answers, retrying=True)
        assert len(state.attempts) == len(answers)
        return parse(render_card(state))

    page, tame = retrying(tmp_path / "a", word), retrying(tmp_path / "b", TAME)
    assert page.shape() == tame.shape()


@each_word
@each_kind
def test_hostile_events_in_the_folder_never_stop_a_page(
    tmp_path: Path, kind: str, word: str
) -> None:
    lesson, book = kind_lesson(tmp_path, example(kind)), Workbook(tmp_path / "work")
    for identity in lesson.ids:
        of = lesson.exercise(identity).kind
        book.add(*(answering(identity, answer) for answer in hostile(of, word)))
        empty: Answer = {field: [] for field in right(of)[0]}
        book.add(answering(identity, {}), answering(identity, empty))
    page = Lesson(lesson, Workbook(book.folder))
    pieces = [page.save_bar(), page.progress(), page.summary(), *map(page.ask, lesson.ids)]
    assert {n.tag for p in pieces for n in parse(p.markup)} & {"img", "script", "template"} == set()


@each_word
def test_a_hostile_article_is_shown_as_text(tmp_path: Path, word: str) -> None:
    def read(folder: Path, inside: str) -> Node:
        return parse(render_passage(make_dossier(folder, f"Begin {inside} end.\n")))

    page = read(tmp_path / "a", word)
    assert page.shape() == read(tmp_path / "b", TAME).shape()
    assert f"Begin {shown(word)} end." in page.text


@each_word
def test_a_hostile_article_can_be_annotated(tmp_path: Path, word: str) -> None:
    def annotated(folder: Path, text: str) -> tuple[Node, Node]:
        """Give the card open, and with the last word annotated."""
        written, claims = write("annotate", strays=[]), (write("claim", content=[{"S1": "end"}]),)
        exercises = make_exercises(folder, written, text=text, claims=claims)
        at = text.index("end.")
        answer = {"annotation": [f"content {at}-{at + 4}"]}
        states = (card_state(exercises, "mark"), card_state(exercises, "mark", answer))
        page, marked = (parse(render_card(state)) for state in states)
        return page, marked

    text = f"Begin {word} end.\n"
    page, marked = annotated(tmp_path / "a", text)
    _, tame = annotated(tmp_path / "b", f"Begin {TAME} end.\n")
    assert [node.text for node in page.marked("word")] == [shown(w) for w in text.split()]
    starts = [int(node.attrs["data-start"]) for node in page.marked("word")]
    assert starts == [text.index(w) for w in text.split()]
    assert {node.tag for node in marked} == {node.tag for node in tame}
    assert next(run.text for run in marked.marked("run")) == "content: exact end."


def test_a_very_long_option_is_shown_whole(tmp_path: Path) -> None:
    longest = LONG[: limits.LETTERS]
    options = [write("option", id="a", text=longest, right=True), write("option", id="b")]
    exercises = make_exercises(tmp_path, write("choice", options=options))
    assert shown(longest) in parse(render_card(card_state(exercises, "pick"))).text
    assert (
        shown(longest) in parse(render_card(card_state(exercises, "pick", {"option": ["a"]}))).text
    )


def test_a_very_long_article_is_shown_whole_and_can_be_annotated(tmp_path: Path) -> None:
    text = f"{LONG} end."
    claims = (write("claim", content=[{"S1": "end"}]),)
    exercises = make_exercises(tmp_path, write("annotate", strays=[]), text=text, claims=claims)
    [first, last] = parse(render_card(card_state(exercises, "mark"))).marked("word")
    assert (first.text, last.attrs["data-start"]) == (LONG, "100001")


@each_kind
def test_a_very_long_answer_is_refused_by_the_card(tmp_path: Path, kind: str) -> None:
    card = open_card(tmp_path, kind)
    before = card.widget.markup
    for field in right(kind)[0]:
        assert not send(card, {**right(kind)[0], field: [LONG]}), field
        assert card.widget.says.endswith(".")
    assert card.widget.markup == before
