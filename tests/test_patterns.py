"""Every regular expression of the kit takes a time that grows with the text, and no faster."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import re
from typing import TYPE_CHECKING

import pytest
from guard import no_hang
from small_kit import changed

import helpers
from helpers.checks.ascribed import ascribed
from helpers.checks.language import wording
from helpers.checks.links import linked
from helpers.checks.quoted import cut_short, stands
from helpers.texts import limits
from helpers.texts.article import Article
from helpers.topics.phrases import read_number, read_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LENGTH = 20_000
PATIENCE = 1
"""Seconds; what goes back at every letter takes several times as long, the rest next to nothing."""
PIECES = (
    *(
        "“",
        "“a",
        "“1” ",
        "“1”, “2” and ",
        "\n",
        "\n 1",
        " ",
        "a",
        "a ",
        "a-",
        "a/",
        "1",
        "1, ",
        ".",
    ),
    *("S1, ", "S1-", "S1 to ", "[", "[a](", "](", "](  ", "[\n", "<a:", "*a", " *a", "`", "(("),
    *("| lessons/", "the article says ", "“1” in ", "“1” in S1 and ", "a’s ", "${a", "a: ", "{"),
)


def patterns() -> Iterator[tuple[str, tuple[re.Pattern[str], str]]]:
    """Find each expression that a module of the kit keeps, and how the module uses it."""
    for module in pkgutil.walk_packages(helpers.__path__, "helpers."):
        if module.name.endswith("__main__"):
            continue
        kit = importlib.import_module(module.name)
        for name, kept in vars(kit).items():
            found = re.search(rf"\b{name}\.(match|fullmatch)\(", inspect.getsource(kit))
            for place, one in enumerate(kept if isinstance(kept, tuple) else (kept,)):
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    yield f"{module.name} {name} {place}", (one, found[1] if found else "findall")


PATTERNS = dict(patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_a_search_never_goes_back_over_a_long_text(name: str) -> None:
    pattern, way = PATTERNS[name]
    for piece in PIECES:
        text = piece * (LENGTH // len(piece))
        with no_hang(f"{name} on {piece!r}", PATIENCE):
            getattr(pattern, way)(text)


@pytest.mark.parametrize("piece", PIECES)
def test_what_looks_at_prose_comes_to_an_end(tmp_path: Path, piece: str) -> None:
    text = piece * (limits.LETTERS // len(piece))
    with no_hang(repr(piece), PATIENCE):
        assert all(one.words in text for one in ascribed(text))
        assert all(flaw.item == "a" for flaw in wording("a", text, curly=True))
        assert all(flaw.item == "a" for flaw in linked(tmp_path, "a", text))
        assert read_number(text) is None
        assert read_phrase(text) is None


@pytest.mark.parametrize("words", ["a ", "… a ", "[b] ", "... ", "a… ", "’a "])
def test_long_words_are_looked_for_in_a_long_text(words: str) -> None:
    article = Article.from_text("some", "a " * limits.WORDS)
    quotation = words * (limits.LETTERS // len(words) // 2)
    with no_hang(repr(words), PATIENCE):
        assert not stands(f"{quotation} c", article)
        assert not cut_short(f"{quotation} c", article)


@pytest.mark.parametrize("sign", ["a", "a-", "a."])
def test_a_long_id_is_told_at_once(tmp_path: Path, sign: str) -> None:
    name = sign * (9_000 // len(sign))
    with no_hang("the id", PATIENCE):
        findings = changed(
            tmp_path,
            "lessons/exercises/01-lamps.yaml",
            "- id: who\n",
            f"- id: {json.dumps(name)}\n",
        )
    assert all(len(one) < 1_500 for one in findings)
