"""`check` on what a text says that it is, on its folded words, and on its later record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found, small_kit

if TYPE_CHECKING:
    from pathlib import Path

ABOUT, TWIN, CLAIMS = (
    "seeds/lamps/article.yaml",
    "seeds/twin/article.yaml",
    "seeds/lamps/claims.yaml",
)
LABEL = "label: Constructed for teaching.\n"
OPEN = "label: The label does not say that the text was made"
BROKEN = {
    "no label": (TWIN, LABEL, "", OPEN),
    "an empty label": (TWIN, LABEL, 'label: " "\n', OPEN),
    "a label that denies": (TWIN, LABEL, "label: Not constructed for teaching.\n", OPEN),
    "a label that asks": (TWIN, LABEL, "label: Constructed for teaching?\n", OPEN),
    "a label that goes on": (
        TWIN,
        LABEL,
        "label: Constructed for teaching is what this is not.\n",
        OPEN,
    ),
    "a label that takes it back": (
        TWIN,
        LABEL,
        "label: Constructed for teaching. That is, it was not made by us.\n",
        "label: The label takes back that the text was made",
    ),
    "a seed with the label of another": (
        ABOUT,
        "title: The lamps",
        f"title: The lamps\n{LABEL.strip()}",
        "kind: It is called a seed",
    ),
    "a twin that is called a seed": (TWIN, "kind: twin", "kind: seed", "kind: It is called a seed"),
    "a seed that was made": (
        ABOUT,
        "A neighbour wrote it.",
        "It was written for this kit.",
        "kind: It is called a seed",
    ),
    "graphic words that are open": (
        ABOUT,
        "graphic: [{S2: crushed hand}]\n",
        "",
        "graphic: “crushed” can be read without",
    ),
    "graphic words that stand twice": (
        ABOUT,
        "graphic_words: [crushed]",
        "graphic_words: [crushed, broke]",
        "“broke” can be read",
    ),
    "graphic words that are not there": (
        ABOUT,
        "graphic_words: [crushed]",
        "graphic_words: [crushed, crash]",
        "no word “crash”",
    ),
    "a fold of unlisted words": (
        ABOUT,
        "graphic_words: [crushed]\n",
        "",
        "graphic_words: “crushed hand” is folded, and none",
    ),
    "a later record without a word": (
        CLAIMS,
        "text: Supported.",
        "text: It was so.",
        "C01: Its later record opens with none of",
    ),
    "a later record with another": (
        CLAIMS,
        "text: Supported.",
        "text: Confirmed by all.",
        "C01: Its later record opens with",
    ),
    "a later record with half a word": (
        CLAIMS,
        "text: Supported.",
        "text: Opinions differ.",
        "C01: Its later record opens with",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_untold_is_one_finding(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    (finding,) = changed(tmp_path, file, old, new)
    assert says in finding


@pytest.mark.parametrize(
    "word", ["Supported", "Partly supported", "Contradicted", "Unresolved", "Opinion"]
)
def test_each_of_the_five_words_opens_a_later_record(tmp_path: Path, word: str) -> None:
    assert changed(tmp_path, CLAIMS, "text: Supported.", f"text: {word} in part.") == []


def test_a_fold_takes_in_every_form_of_its_word(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    file = kit / ABOUT
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("[crushed]", "[Crushed]"), encoding="utf-8")
    assert found(file) == []
