from __future__ import annotations

import re

import pytest

from helpers.kinds.base import Outcome
from helpers.measures.calibration import Result
from helpers.texts.vocabulary import Label
from helpers.view.widget import STATIC
from helpers.words import annotation_text, browser_text, card_text, counted, saving_text

SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js")))


def test_every_word_that_the_scripts_use_is_there_and_none_besides() -> None:
    used = set(re.findall(r"\bWORDS\.(\w+)", SCRIPTS))
    assert used == set(browser_text.WORDS)


def test_every_gap_in_a_sentence_is_filled_by_the_scripts() -> None:
    for name, sentence in browser_text.WORDS.items():
        gaps = set(re.findall(r"\{(\w+)\}", sentence))
        filled = re.findall(rf"fill\(WORDS\.{name}, \{{([^}}]*)\}}", SCRIPTS)
        assert all(gap in "".join(filled) for gap in gaps), name


def test_every_grade_has_a_sign_and_a_name_of_its_own() -> None:
    assert set(interface.GRADES) == set(Outcome)
    assert len({sign for sign, _ in interface.GRADES.values()}) == len(Outcome)
    assert len({name for _, name in interface.GRADES.values()}) == len(Outcome)


def test_every_label_and_outcome_has_a_printed_name() -> None:
    assert set(annotation_text.LABELS) == set(Label)
    assert set(annotation_text.SPOTS) == set(annotation_text.SPOTS_MEAN)
    assert len(set(annotation_text.SPOTS.values())) == len(annotation_text.SPOTS)


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
    assert verdict in interface.calibration((Result("x", score, sure, ()),))[0]


def test_where_answers_are_kept_is_said_honestly() -> None:
    assert "on disk in work/" in saving_text.kept(1, "work/", on_disk=True)
    assert "in this browser only" in saving_text.kept(1, "work/", on_disk=False)


def test_the_ends_of_the_confidence_scale_have_names() -> None:
    steps = [card_text.confidence(p, lowest=p == 25) for p in (25, 55, 100)]
    assert steps == ["25 % guessing", "55 %", "100 % certain"]
