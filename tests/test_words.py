"""The words: there is one for everything that code can mean, and none besides."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

import pytest

from helpers.kinds.base import CONFIDENCE_WORDS, Outcome
from helpers.kinds.journey import REASONS, Brought
from helpers.kinds.swap import KEPT
from helpers.texts.choices import choices
from helpers.texts.records import About, Action, Reference
from helpers.texts.vocabulary import Label
from helpers.topics.attribution import Standing
from helpers.topics.recorders import RULES
from helpers.view.assets import STATIC, script
from helpers.words import (
    annotation_text,
    browser_text,
    card_text,
    chain_text,
    counted,
    figure_text,
    frame_text,
    reading_text,
    result_text,
    saving_text,
    sitting_text,
)
from helpers.words.kept_text import ON_A_COMPUTER

if TYPE_CHECKING:
    from collections.abc import Collection

SCRIPTS = "".join(
    path.read_text(encoding="utf-8")
    for path in sorted(STATIC.rglob("*.js"))
    if path.parent.name != "player"  # which takes the words of the lesson page
)
MEANT = {
    "outcomes": (card_text.OUTCOMES, [one.value for one in Outcome]),
    "labels": (annotation_text.LABELS, [one.value for one in Label]),
    "spots": (annotation_text.SPOTS, annotation_text.SPOTS_MEAN),
    "reasons": (figure_text.REASONS, REASONS),
    "what a stop brings": (figure_text.BROUGHT, get_args(Brought)),
    "recorders' rules": (figure_text.RULES, RULES),
    "marks that hold": (frame_text.KEPT_WORDS, KEPT),
    "forms of verbs": (frame_text.VOICES_OF_VERBS, choices(Action, "voice")),
    "kinds of texts": (reading_text.TEXT_KINDS, choices(About, "kind")),
    "where a step is to be seen": (chain_text.STANDING, [one.value for one in Standing]),
    "how a link is known": (chain_text.LINKS, [one.value for one in Standing]),
    "how links are counted": (chain_text.COUNTED, [one.value for one in Standing]),
    "what was read": (reading_text.READ, choices(Reference, "read")),
}


@pytest.mark.parametrize("what", MEANT)
def test_everything_that_code_can_mean_has_words_of_its_own(what: str) -> None:
    words, meant = MEANT[what]
    assert set(words) == set(meant)
    assert len(set(words.values())) == len(words)


def test_every_outcome_has_a_sign_and_a_name_of_its_own() -> None:
    signs, names = zip(*card_text.OUTCOMES.values(), strict=True)
    assert len(set(signs)) == len(set(names)) == len(Outcome)


def words_of_the_page() -> dict[str, str]:
    """Give the words that the script hands to the page, as the page reads them."""
    first, *_ = script().splitlines()
    found: dict[str, str] = json.loads(first.removeprefix("const WORDS = ").removesuffix(";"))
    return found


def test_every_word_that_the_scripts_use_is_there_and_none_besides() -> None:
    assert set(re.findall(r"\bWORDS\.(\w+)", SCRIPTS)) == set(words_of_the_page())
    assert words_of_the_page().items() >= browser_text.WORDS.items()


def test_every_gap_in_a_sentence_is_filled_by_the_scripts() -> None:
    for name, sentence in browser_text.WORDS.items():
        filled = re.findall(rf"fill\(\s*WORDS\.{name},\s*\{{([^}}]*)\}}", SCRIPTS)
        assert all(gap in "".join(filled) for gap in gaps(sentence)), name


def gaps(sentence: str) -> Collection[str]:
    """Name what a template has to be filled with."""
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize(("number", "said"), [(0, "0 answers"), (1, "1 answer"), (2, "2 answers")])
def test_a_number_takes_its_word(number: int, said: str) -> None:
    assert counted.counted(number, "answer", "answers") == said


@pytest.mark.parametrize(
    ("clear", "near", "said"),
    [
        (1, False, "surer than you were right"),
        (-1, False, "right more often than you thought"),
        (0, True, "On average"),
        (0, False, "no clear difference"),
    ],
)
def test_a_gap_between_sure_and_right_is_told_in_words(
    clear: int, said: str, *, near: bool
) -> None:
    assert said in result_text.gap(clear, near=near)


def test_where_answers_are_kept_is_said_honestly() -> None:
    assert "on disk in work/" in saving_text.kept(1, "work/", on_disk=True, copied=False)
    assert "browser" not in saving_text.kept(1, "work/", on_disk=True, copied=False)
    assert "disk" not in saving_text.kept(1, "work/", on_disk=False, copied=True)
    assert "not kept" in saving_text.kept(1, "work/", on_disk=False, copied=False)


def test_each_word_for_how_sure_is_said_back() -> None:
    assert len({*card_text.SURE_WORDS}) == CONFIDENCE_WORDS
    for place, word in enumerate(card_text.SURE_WORDS):
        assert word in card_text.you_were(place)


def test_of_many_traps_one_is_named_with_what_it_is_and_all_are_counted() -> None:
    said = result_text.kept_clear(15, "The a trap", "A is not B.")
    assert said == "You kept clear of 15 traps. One of them was the a trap. A is not B."


@pytest.mark.parametrize(
    ("kept", "learned", "ends"),
    [
        (4, 5, "you got 5 in “Two”, and 4 of these again this time."),
        (5, 5, "you got 5 in “Two”, and again this time."),
        (0, 5, "you got 5 in “Two”, but none of these this time."),
        (1, 1, "you got 1 in “Two”, and again this time."),
        (0, 1, "you got 1 in “Two”, but not this time."),
    ],
)
def test_what_has_stayed_is_told_in_a_sentence(kept: int, learned: int, ends: str) -> None:
    assert sitting_text.stayed(kept, learned, "One", "Two").endswith(ends)


def test_where_nothing_was_learned_nothing_is_said_to_have_stayed() -> None:
    assert sitting_text.stayed(0, 0, "One", "Two") == ""


def test_what_loading_came_to_is_told_of_one_and_of_many() -> None:
    one = saving_text.loaded(1, 1, 1, 1)
    assert one == (
        "1 answer restored. 1 was here already. 1 line could not be read. It is kept in a separate "
        "file in your work folder. 1 line was written by a newer edition of the kit. It is kept in "
        "your work folder for that edition."
    )
    assert "2 answers restored, counting every try. 2 were here already." in (
        many := saving_text.loaded(2, 2, 2, 2)
    )
    assert many.count("They are kept") == 2
    unkept = saving_text.loaded(1, 0, 2, 1, rest_kept=False)
    assert unkept.endswith(ON_A_COMPUTER.keep_the_file)
    assert "kept in" not in unkept
