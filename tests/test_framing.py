"""Cue words, actors, and the side-swap: grammar kept, twice is nothing, leftovers named."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader import parse
from support import HOSTILE, SIDES, TEXTS, make_dossier, shown, write_yaml

from helpers.texts.dossier import open_dossier
from helpers.texts.records import Sides
from helpers.texts.vocabulary import CueClass
from helpers.topics.framing import certainty, cues, hedges, hidden, swap
from helpers.view.framing import render_actors, render_swapped
from helpers.words import frame_text, voice_text

if TYPE_CHECKING:
    from pathlib import Path

KURSK = open_dossier("kursk")
SENTENCES = [sentence.id for sentence in KURSK.article.sentences]
REAL = KURSK.sides
MADE = Sides(
    pairs=(
        ("Oressa", "Talmark"), ("Oressan", "Talmarker"), ("Oressans", "Talmarkers"),
        ("Queen Ida", "President Bolt"), ("Ida", "Bolt"),
    ),
    stems=("Oress", "Talm"),
    left={"the Ida bridge": "The bridge has no counterpart."},
)  # fmt: skip
SWAPS = {
    "Oressa attacked Talmark.": "Talmark attacked Oressa.",
    "Oressa’s army and Talmark's navy": "Talmark’s army and Oressa's navy",
    "the Oressans’ guns": "the Talmarkers’ guns",
    "Two Oressans met a Talmarker.": "Two Talmarkers met an Oressan.",
    "An Oressan shot a Talmarker.": "A Talmarker shot an Oressan.",
    "AN ORESSAN SPEAKS": "A TALMARKER SPEAKS",
    "A TALMARKER LISTENS": "AN ORESSAN LISTENS",
    "Queen Ida wrote to President Bolt.": "President Bolt wrote to Queen Ida.",
    "Ida’s answer": "Bolt’s answer",
    "pro-Oressan, anti-Talmarker": "pro-Talmarker, anti-Oressan",
    "“Oressa,” she said, “(Talmark)”": "“Talmark,” she said, “(Oressa)”",
    "oressa": "Talmark",
    "Oressaville": "Oressaville",
    "a boat": "a boat",
}
UNCLEAN = {
    "Oressaville burned.": "Oressaville",
    "the Oresso-Talmark war": "Oresso-Talmark",
    "Talmarkish pride": "Talmarkish",
    "near The Ida Bridge": "The Ida Bridge",
}


@pytest.mark.parametrize("text", SWAPS)
def test_names_are_exchanged_with_their_endings_articles_and_capitals(text: str) -> None:
    assert swap(text, MADE).text == SWAPS[text]


@pytest.mark.parametrize("text", UNCLEAN)
def test_what_cannot_be_exchanged_cleanly_is_named(text: str) -> None:
    assert swap(text, MADE).unclean[0].startswith(UNCLEAN[text])


@pytest.mark.parametrize("text", [text for text in SWAPS if "ville" not in text])
def test_what_is_exchanged_cleanly_says_nothing(text: str) -> None:
    assert swap(text, MADE).unclean == ()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_sentence_of_the_article_comes_back_after_two_swaps(sentence: str) -> None:
    text = KURSK.article.cut(KURSK.article.sentence(sentence).span)
    once = swap(text, REAL)
    assert swap(once.text, REAL).text == text
    names = {name for pair in REAL.pairs for name in pair}
    assert (once.text != text) is any(name in text for name in names)
    left = [words for words in REAL.left if words in text]
    assert all(any(note.startswith(words) for note in once.unclean) for words in left[:1])


NAMES = [name for pair in MADE.pairs[:3] for name in pair]


@given(st.lists(st.sampled_from([*NAMES, "saw", "the", "’s", ".", "“", "and"]), max_size=12))
def test_two_swaps_give_the_text_again(words: list[str]) -> None:
    text = " ".join(words)
    assert swap(swap(text, MADE).text, MADE).text == text


@given(TEXTS)
def test_any_text_can_be_swapped(text: str) -> None:
    assert isinstance(swap(text, REAL).text, str)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He claimed it, according to reports.", ["claimed", "according to"]),
        ("They are thought to be there.", ["are thought to"]),
        ("She REVEALED it.", ["revealed"]),
        ("A so-called friend", ["so-called"]),
        ("He reclaimed land.", []),
        ("", []),
    ],
)
def test_cue_words_are_found_as_whole_words_the_longest_first(text: str, found: list[str]) -> None:
    assert [cue.words.casefold() for cue in cues(text)] == found


@given(TEXTS)
def test_a_cue_stands_where_it_says(text: str) -> None:
    found = cues(text)
    assert all(text[cue.span.start : cue.span.end] == cue.words for cue in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_the_cues_of_the_article_are_those_of_the_lesson() -> None:
    found = certainty(KURSK)
    kinds = {name: [cue.kind for cue in one.cues] for name, one in found.items()}
    assert kinds["S4"] == [CueClass.DOUBTING]
    assert kinds["S5"] == [CueClass.NEUTRAL, CueClass.FACTIVE]
    assert kinds["S13"] == [CueClass.AGENTLESS]
    assert kinds["S14"] == []
    assert {name: one.hedges for name, one in found.items() if one.hedges} == {"S1": ("at least",)}


def test_whoever_could_not_do_something_leaves_no_room() -> None:
    assert hedges("She could not confirm it, and could be wrong.") == ("could",)


def test_a_hedge_is_a_whole_word() -> None:
    assert hedges("Maybe it could be handsome, at least roughly.") == (
        "could",
        "at least",
        "roughly",
    )


def test_actions_tell_who_acts_or_that_it_is_not_told() -> None:
    untold = hidden(KURSK)
    assert untold
    assert len(untold) < len(KURSK.actions)
    page = parse(render_actors(KURSK))
    assert frame_text.actors_finding(len(untold), len(KURSK.actions)) in page.text
    assert page.text.count(voice_text.NOT_TOLD) >= len(untold)
    assert len(page.all("tr")) == len(KURSK.actions) + 1


def test_a_swapped_passage_says_that_it_is_made_up_and_what_stayed() -> None:
    page = parse(render_swapped(KURSK, "S1-S2"))
    assert frame_text.SWAPPED_LABEL in page.text
    assert "Crack Russian troops" in page.text
    assert "Pyongyang: " in page.text
    assert frame_text.NOT_SWAPPED not in parse(render_swapped(KURSK, "S7")).text


def test_graphic_words_stay_folded_in_a_swapped_passage() -> None:
    folds = parse(render_swapped(KURSK, "S1-S14")).marked("fold")
    assert [
        KURSK.quoted(quote) in fold.text
        for quote, fold in zip(KURSK.about.graphic, folds, strict=True)
    ] == [True] * len(folds)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_sides_are_shown_as_text(tmp_path: Path, hostile: str) -> None:
    dossier = make_dossier(tmp_path)
    sides = {**SIDES, "pairs": [["Rell", hostile]], "left": {"mayor": hostile}}
    write_yaml(dossier.folder / "sides.yaml", sides)
    page = parse(render_swapped(dossier, "S1"))
    assert page.text.count(shown(hostile)) >= 2
