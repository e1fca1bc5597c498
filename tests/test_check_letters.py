"""`check` on the letters of an article: what nobody sees, and what passes for another letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small import TEXT
from support import make_dossier

from helpers.checks.letters import letters

if TYPE_CHECKING:
    from pathlib import Path

CYRILLIC_A = "\N{CYRILLIC SMALL LETTER A}"
GREEK_O = "\N{GREEK SMALL LETTER OMICRON}"
HONEST = {
    "Cyrillic": "Їхній речник сказав: «четверо живі».",
    "Greek": "Εκείνος είπε ότι ζουν.",
    "Arabic": "قال المتحدث إنّ الجسر سليم.",
    "Persian with a joiner": "او گفت که می\u200cروند.",
    "Hindi with a joiner": "प्रवक्\u200dता ने कहा।",
    "Japanese": "報道官はＪＲの駅でコメントした。",
    "Korean with a Latin name": "KBS는 말했다.",
    "two alphabets, a word each": "She said “двоє”, or σαράντα, to the BBC.",
    "accents": "Zoë, Łukasz and Øre went to Çeşme; a cafe\u0301 too.",
    "a unit and a formula": "A 5 μm film and a 3 kΩ part.",
    "emoji and marks": TEXT,
}
HIDDEN = {
    "no width": ("for\u200bty", "ZERO WIDTH SPACE (U+200B)"),
    "a soft hyphen": ("for\u00adty", "SOFT HYPHEN"),
    "a byte order mark": ("for\ufeffty", "ZERO WIDTH NO-BREAK SPACE"),
    "a joiner in a Latin word": ("for\u200dty", "ZERO WIDTH JOINER"),
    "a joiner in a Cyrillic word": ("жи\u200cвим", "ZERO WIDTH NON-JOINER"),
    "words turned round": ("\u202eytrof\u202c", "RIGHT-TO-LEFT OVERRIDE"),
    "words set apart": ("\u2067forty\u2069", "RIGHT-TO-LEFT ISOLATE"),
    "a mark of direction": ("forty\u200f men", "RIGHT-TO-LEFT MARK"),
    "a letter that shows nothing": ("for\u3164ty", "HANGUL FILLER"),
    "a control character": ("for\x07ty", "(U+0007)"),
    "a tag": ("forty\U000e0041", "TAG LATIN CAPITAL LETTER A"),
}
ALIKE = {
    "a Cyrillic letter": (f"Ukr{CYRILLIC_A}inian", "mixes Cyrillic and Latin letters"),
    "a Greek letter": (f"f{GREEK_O}rty", "mixes Greek and Latin letters"),
    "a Latin letter": ("двi", "mixes Cyrillic and Latin letters"),
    "a letter of a formula": ("fo\N{MATHEMATICAL BOLD SMALL R}ty", "Latin and Mathematical"),
}


def found_in(root: Path, words: str) -> list[str]:
    """Give what is found in an article whose second sentence has these words."""
    dossier = make_dossier(root, f"Nobody spoke. They say that {words} left.\n")
    return [f"{flaw.item}: {flaw.says}" for flaw in letters(dossier)]


@pytest.mark.parametrize("words", HONEST.values(), ids=HONEST)
def test_every_writing_passes(tmp_path: Path, words: str) -> None:
    assert found_in(tmp_path, words) == []


@pytest.mark.parametrize(("words", "name"), HIDDEN.values(), ids=HIDDEN)
def test_what_nobody_sees_is_found(tmp_path: Path, words: str, name: str) -> None:
    says = found_in(tmp_path, words)[0]
    assert says.startswith("S2: It has ")
    assert name in says


@pytest.mark.parametrize(("words", "mixed"), ALIKE.values(), ids=ALIKE)
def test_letters_that_pass_for_others_are_found(tmp_path: Path, words: str, mixed: str) -> None:
    (says,) = found_in(tmp_path, words)
    assert f"S2: “{words}” " in says
    assert mixed in says


def test_one_letter_is_told_once(tmp_path: Path) -> None:
    assert len(found_in(tmp_path, "a\u200bb\u200bc\u200b")) == 1
