"""`check` on what prose refers to: sentences that are there, and words that stand somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, changed_page, found, small_kit, text

if TYPE_CHECKING:
    from pathlib import Path

HOME = "seeds/lamps/"
ABOUT, CLAIMS, TABLE = HOME + "article.yaml", HOME + "claims.yaml", HOME + "lamps.csv"
EXERCISES = "lessons/exercises/01-lamps.yaml"
MISSING = "There is no S99 in lamps; mend the number of the sentence."
PLACES = {
    "what is known": (ABOUT, "A neighbour wrote it.", "It is S99.", "article.yaml"),
    "a reason": (CLAIMS, "He counted them.", "See S4 to S99.", "C01"),
    "a document": (CLAIMS, "Glass lay there.", "As in S99.", "D01"),
    "a later record": (CLAIMS, "text: Supported.", "text: Supported as S99.", "C01"),
    "a question": (EXERCISES, "ask: Who says so?", "ask: Who says S99?", "who"),
    "an option": (EXERCISES, "text: Everybody", "text: Those of S1-S99", "who"),
    "a hint": (EXERCISES, "Look at the start.", "Look at S99.", "who"),
    "a figure": (TABLE, "broken lamps", "the lamps of S99", "L01"),
    "the source of a figure": (
        TABLE, "The street,https://example.org/street", '"the article, S99",', "L01",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "item"), PLACES.values(), ids=PLACES)
def test_a_sentence_that_is_not_there_is_found(
    tmp_path: Path, file: str, old: str, new: str, item: str
) -> None:
    (finding,) = changed(tmp_path, file, old, new)
    assert item in finding
    assert "S99" in finding
    assert "mend the number of the sentence" in finding


def page_says(root: Path, prose: str) -> list[str]:
    """Let a text of the page say this, and give what is found."""
    cell = text(1) | {"source": prose}
    return changed_page(root, lambda page: page["cells"].__setitem__(2, cell))


def test_a_sentence_on_a_page_is_there(tmp_path: Path) -> None:
    assert page_says(tmp_path, "Read S1, and S4 to S5.") == []
    (finding,) = page_says(tmp_path, "Read S1, and S4 to S99.")
    assert f"text-1: {MISSING}" in finding


def longer_twin(root: Path) -> Path:
    """Write a small kit whose twin has nine sentences, and give a file that speaks of it."""
    twin = small_kit(root) / "seeds/twin/article.txt"
    twin.write_text("It is so. " * 9, encoding="utf-8")
    return root / CLAIMS


@pytest.mark.parametrize(
    ("prose", "faults"),
    [("twin/S9 is told.", 0), ("S9 of the twin is.", 0), ("twin/S10 is told.", 1), ("S9 is.", 1)],
)
def test_a_number_may_be_that_of_the_twin(tmp_path: Path, prose: str, faults: int) -> None:
    file = longer_twin(tmp_path)
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("He counted them.", prose), encoding="utf-8")
    assert len([one for one in found(file) if "There is no S" in one]) == faults


NOWHERE = "“broken glass” stands in no text; copy the exact words, or say under other_words whose"
QUOTING = {
    "a reason": (CLAIMS, "He counted them.", "It was “broken glass”.", "C01"),
    "a voice's advice": (HOME + "features.yaml", "No name.", "It was “broken glass”.", "F01"),
    "a hint": (EXERCISES, "Look at the start.", "Look for “broken glass”.", "who"),
    "a question": (EXERCISES, "ask: Who says so?", "ask: Who says “broken glass”?", "who"),
}


@pytest.mark.parametrize(("file", "old", "new", "item"), QUOTING.values(), ids=QUOTING)
def test_words_that_stand_nowhere_are_found(
    tmp_path: Path, file: str, old: str, new: str, item: str
) -> None:
    (finding,) = changed(tmp_path, file, old, new)
    assert f"{item}: {NOWHERE}" in finding


def test_words_on_a_page_stand_somewhere(tmp_path: Path) -> None:
    assert page_says(tmp_path, "It has “forty lamps” and a “census”.") == []
    (finding,) = page_says(tmp_path, "It has “broken glass”.")
    assert f"text-1: {NOWHERE}" in finding


SOMEWHERE = {
    "the text": "So it is “at night”.",
    "a document": "So we hear of “glass”.",
    "a comparison": "So there are “many”.",
    "a table": "These are “broken lamps”.",
    "a page's address": "Go to the “street”.",
    "signs alone": "It ends with “?”.",
}


@pytest.mark.parametrize("prose", SOMEWHERE.values(), ids=SOMEWHERE)
def test_words_may_stand_in_what_is_kept_about_a_text(tmp_path: Path, prose: str) -> None:
    assert changed(tmp_path, CLAIMS, "He counted them.", prose) == []


def test_other_words_say_whose_they_are(tmp_path: Path) -> None:
    about = small_kit(tmp_path) / ABOUT
    claims = tmp_path / CLAIMS
    whole = claims.read_text(encoding="utf-8")
    claims.write_text(whole.replace("He counted them.", "It was “Broken glass”."), encoding="utf-8")
    kept = about.read_text(encoding="utf-8")
    about.write_text(f"{kept}other_words: {{broken glass: a word of ours}}\n", encoding="utf-8")
    assert found(about) == []
    about.write_text(f'{kept}other_words: {{broken glass: " "}}\n', encoding="utf-8")
    (finding,) = found(about)
    assert "other_words, broken glass: The field “whose” is empty" in finding


def test_a_card_may_be_quoted_by_its_options_its_words_and_its_button(tmp_path: Path) -> None:
    says = "settle: It says “a hum”, “fairly reliable” and “Keep my vote”."
    assert changed(tmp_path, EXERCISES, "settle: A list of lamps.", says) == []
