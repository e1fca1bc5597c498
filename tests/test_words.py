"""The words: there is one for everything that code can mean, and none besides."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, get_args

import pytest

from helpers.kinds.base import Outcome
from helpers.kinds.journey import REASONS, Brought
from helpers.kinds.swap import KEPT
from helpers.measures.calibration import Result, calibration
from helpers.texts.choices import choices
from helpers.texts.records import About, Action, Reference
from helpers.texts.vocabulary import Label
from helpers.topics.recorders import RULES
from helpers.view.assets import STATIC, script
from helpers.words import (
    annotation_text,
    browser_text,
    card_text,
    counted,
    figure_text,
    frame_text,
    reading_text,
    result_text,
    saving_text,
)

if TYPE_CHECKING:
    from collections.abc import Collection

SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.rglob("*.js")))
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
    ("sure", "score", "verdict"),
    [(90, 0.5, "surer than"), (50, 0.9, "better than you thought"), (80, 0.75, "went together")],
)
def test_confidence_and_outcome_are_compared_in_words(
    sure: int, score: float, verdict: str
) -> None:
    assert verdict in result_text.gap(calibration((Result("x", score, sure, ()),)).gap)


def test_where_answers_are_kept_is_said_honestly() -> None:
    assert "on disk in work/" in saving_text.kept(1, "work/", on_disk=True, copied=False)
    assert "browser" not in saving_text.kept(1, "work/", on_disk=True, copied=False)
    assert "disk" not in saving_text.kept(1, "work/", on_disk=False, copied=True)
    assert "not kept" in saving_text.kept(1, "work/", on_disk=False, copied=False)


def test_the_ends_of_the_confidence_scale_have_names() -> None:
    steps = [card_text.confidence(p, lowest=p == 25) for p in (25, 55, 100)]
    assert steps == ["25 % guessing", "55 %", "100 % certain"]


def test_what_loading_came_to_is_told_of_one_and_of_many() -> None:
    one = saving_text.loaded(1, 1, 1, 1)
    assert one == (
        "1 entry was added; 1 was already here. 1 line could not be read. It is kept in a separate "
        "file in your work folder. 1 line was written by a newer edition of the kit. It is kept in "
        "your work folder for that edition."
    )
    assert "2 entries were added; 2 were already here." in (many := saving_text.loaded(2, 2, 2, 2))
    assert many.count("They are kept") == 2
    unkept = saving_text.loaded(1, 0, 2, 1, rest_kept=False)
    assert unkept.endswith(saving_text.KEEP_THE_FILE)
    assert "kept in" not in unkept
