"""A sort on the article: each sentence is given a voice, and the page colours as it fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hostile_words import TAME
from reader import Node, parse
from support import HOSTILE, card_state, make_card, make_exercises, message, shown, write

from helpers.view.article_map import BRUSH
from helpers.view.card import render_card
from helpers.view.palette import VOICES
from helpers.view.widget import style
from helpers.words import answer_text, card_text, tally_text
from helpers.words.counted import whole_percent
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.workbook import Answer

TEXT = "The mayor said so. Reports say more of it. It is very dark out here.\n"
SENTENCES = ["The mayor said so.", "Reports say more of it.", "It is very dark out here."]
VOICES_HERE = ["mayor", "reports", "paper"]
RIGHT: Answer = {"s1": ["mayor"], "s2": ["reports"], "s3": ["paper"]}
POOR: Answer = {"s1": ["mayor"], "s2": ["paper"], "s3": ["mayor"]}


def on_article(folder: Path, **fields: object) -> LessonExercises:
    items = [
        {"id": f"s{n}", "sentence": f"S{n}", "category": voice, "verdict": f"Verdict {n}."}
        | {"why": f"Why {n}."}
        for n, voice in enumerate(VOICES_HERE, 1)
    ]
    items[1] |= {"tempting": {"paper": {"slip": "x=y", "why": "Tempts."}}}
    categories = [{"id": voice, "text": f"Voice {voice}"} for voice in VOICES_HERE]
    more = {"categories": categories, "items": items, "on_article": True, **fields}
    return make_exercises(folder, write("sort", **more), text=TEXT)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return on_article(tmp_path)


def page(exercises: LessonExercises, *answers: Answer, **more: object) -> Node:
    return parse(render_card(card_state(exercises, "place", *answers, **more)))


def inks(found: Node) -> list[str]:
    return [row.attrs["data-ink"] for row in found.marked("voice-map")[0].marked("sentence")]


def test_the_article_stands_in_its_own_order_for_everybody(exercises: LessonExercises) -> None:
    for seed in ("a", "b", "c", "d", "e", "f"):
        rows = page(exercises, seed=seed).marked("voice-map")[0].marked("text")
        assert [row.text for row in rows] == SENTENCES


def test_each_sentence_is_given_a_voice_by_keyboard_alone(exercises: LessonExercises) -> None:
    fields = page(exercises).all("select")
    assert [field.attrs["name"] for field in fields] == ["s1", "s2", "s3"]
    assert [field.attrs["aria-label"] for field in fields] == [
        card_text.voice_of(f"S{n}") for n in (1, 2, 3)
    ]
    for field in fields:
        empty, *options = [one.attrs["value"] for one in field.all("option")]
        assert (empty, options) == ("", VOICES_HERE)


def test_a_press_on_a_sentence_paints_the_field_of_that_sentence(
    exercises: LessonExercises,
) -> None:
    for row in page(exercises).marked("sentence"):
        [paints] = [node.attrs["data-paints"] for node in row if "data-paints" in node.attrs]
        assert paints == row.all("select")[0].attrs["name"]


def test_the_voice_to_give_is_no_part_of_the_answer(
    exercises: LessonExercises, tmp_path: Path
) -> None:
    brushes = page(exercises).marked("brushes")[0].all("input")
    assert {brush.attrs["name"] for brush in brushes} == {BRUSH}
    assert ["checked" in brush.attrs for brush in brushes] == [True, False, False]
    card, told = make_card(exercises, "place", Workbook(tmp_path / "work"))
    card.hear(card.widget, message("place", answer={**RIGHT, BRUSH: ["paper"]}))
    assert "keep" in told[-1]
    assert card.widget.value["score"] == 1


def test_a_sentence_without_a_voice_is_named(exercises: LessonExercises, tmp_path: Path) -> None:
    card, _ = make_card(exercises, "place", Workbook(tmp_path / "work"))
    card.widget.hear(message("place", answer={**RIGHT, "s2": [""]}))
    assert card.widget.field == "s2"
    assert SENTENCES[1] in card.widget.says
    assert card.widget.says.startswith(f"Choose {answer_text.VOICE} for")
    assert card.desk.book.events == []


def test_while_a_try_is_left_it_has_the_colours_that_it_was_given(
    exercises: LessonExercises,
) -> None:
    found = page(exercises, POOR)
    assert inks(found) == ["1", "3", "1"]
    assert not any(said in found.text for said in ("Verdict", card_text.SHARES, "Voice reports"))
    assert "Tempts. Why 2." in found.text
    assert tally_text.sorted_rightly(1, 0, 3) in found.text


def test_at_the_end_it_has_its_own_colours_and_says_what_was_given_instead(
    exercises: LessonExercises,
) -> None:
    found = page(exercises, POOR, POOR)
    assert inks(found) == ["1", "2", "3"]
    mistaken = [note.text for note in found.marked("voice-map")[0].marked("note")]
    assert mistaken == [card_text.you_gave("Voice paper"), card_text.you_gave("Voice mayor")]
    assert "Verdict 2. Tempts. Why 2." in found.text


def test_an_answer_that_can_be_defended_keeps_its_colour_and_its_words(tmp_path: Path) -> None:
    items = [
        {"id": f"s{n}", "sentence": f"S{n}", "category": voice, "verdict": "So.", "why": "It is."}
        for n, voice in enumerate(VOICES_HERE, 1)
    ]
    items[1]["also"] = ["paper"]
    lesson = on_article(tmp_path, items=items)
    found = page(lesson, {**RIGHT, "s2": ["paper"]}, {**RIGHT, "s2": ["paper"]})
    assert inks(found) == ["1", "3", "3"]
    assert not found.marked("voice-map")[0].marked("note")
    rows = [[cell.text.strip() for cell in row.all("th", "td")] for row in found.all("tr")[1:]]
    assert [row[:2] for row in rows] == [
        ["Voice paper", "11"], ["Voice mayor", "4"], ["Voice reports", "0"],
    ]  # fmt: skip


def test_who_was_right_finds_the_reason_folded(exercises: LessonExercises) -> None:
    found = page(exercises, RIGHT)
    folds = found.marked("reason")
    assert [fold.tag for fold in folds] == ["details"] * 3
    assert "Why 1." in folds[0].text
    assert "Verdict" not in found.text


def test_at_the_end_the_words_of_each_voice_are_drawn_and_told_in_a_table(
    exercises: LessonExercises,
) -> None:
    found = page(exercises, RIGHT)
    [table], [strip] = found.all("table"), found.marked("strip")
    rows = [[cell.text.strip() for cell in row.all("th", "td")] for row in table.all("tr")[1:]]
    assert rows == [
        ["Voice paper", "6", whole_percent(0.40)],
        ["Voice reports", "5", whole_percent(0.33)],
        ["Voice mayor", "4", whole_percent(0.27)],
    ]
    drawn = [(part.attrs["style"], part.attrs["data-ink"]) for part in strip.all("span")]
    assert drawn == [("flex-grow:6", "3"), ("flex-grow:5", "2"), ("flex-grow:4", "1")]
    assert strip.attrs["aria-hidden"] == "true"


def test_a_voice_may_have_no_word_and_is_told_all_the_same(tmp_path: Path) -> None:
    categories = [{"id": voice, "text": f"Voice {voice}"} for voice in (*VOICES_HERE, "nobody")]
    found = page(on_article(tmp_path / "more", categories=categories), RIGHT)
    assert ["Voice nobody", "0", whole_percent(0.00)] in [
        [cell.text.strip() for cell in row.all("th", "td")] for row in found.all("tr")
    ]
    assert len(found.marked("strip")[0].all("span")) == 3


def test_every_voice_has_a_ground_of_its_own_in_the_style_sheet() -> None:
    assert len(VOICES) == 6
    for number, voice in enumerate(VOICES, 1):
        assert f'[data-ink="{number}"]' in style()
        assert f"var(--atr-{voice})" in style()


@pytest.mark.parametrize("word", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_voices_are_shown_as_text(tmp_path: Path, word: str) -> None:
    def drawn(folder: Path, text: str) -> list[Node]:
        categories = [{"id": voice, "text": f"{voice} {text}"} for voice in VOICES_HERE]
        lesson = on_article(folder, categories=categories)
        return [page(lesson, *answers) for answers in ((), (POOR,), (POOR, POOR))]

    both = zip(drawn(tmp_path / "a", word), drawn(tmp_path / "b", TAME), strict=True)
    for found, tame in both:
        assert found.shape() == tame.shape()
        assert shown(word) in found.text


def test_what_cannot_be_coloured_is_told(tmp_path: Path) -> None:
    categories = [{"id": f"voice-{n}", "text": f"Voice {n}"} for n in range(7)]
    item = {"category": "voice-0", "verdict": "So.", "why": "It is."}
    items = [
        {"id": "text", "text": "No sentence", **item},
        {"id": "two", "sentence": "S1-S2", **item},
        {"id": "one", "sentence": "S1", **item},
    ]
    lesson = on_article(tmp_path, categories=categories, items=items)
    sort = lesson.written("place")
    told = {flaw.item for flaw in sort._map_flaws()}  # the rest of it is another test's
    assert told == {"place, text", "place, two", "place"}
