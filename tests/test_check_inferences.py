"""`check` on inferences: a link of ours says so where it is written and where a chain is drawn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from small_kit import changed, code, found, notebook, small_kit, text

if TYPE_CHECKING:
    from pathlib import Path

CLAIMS = "seeds/lamps/claims.yaml"
SAYS = "says: We saw glass., parents: [D01],"
OURS = "says: That he saw it is our inference., parents: [D01], certain: false,"


def test_an_inference_is_called_one(tmp_path: Path) -> None:
    assert changed(tmp_path, CLAIMS, SAYS, OURS) == []


@pytest.mark.parametrize(
    ("new", "says"),
    [
        (OURS.replace(" certain: false,", ""), "D02: It speaks of an inference, but not with"),
        (f"{SAYS} certain: false,", "D02: Its link is not certain, and it does not say that"),
    ],
)
def test_an_inference_that_is_told_as_fact_is_found(tmp_path: Path, new: str, says: str) -> None:
    (finding,) = changed(tmp_path, CLAIMS, SAYS, new)
    assert says in finding


def drawn(root: Path, document: str, above: str) -> list[str]:
    """Let the page draw the chain of a claim below these words, and give what is found."""
    claims = small_kit(root) / CLAIMS
    whole = claims.read_text(encoding="utf-8")
    claims.write_text(whole.replace(SAYS, document), encoding="utf-8")
    page = notebook()
    page["cells"] += [text(98) | {"source": above}, code(98, 'lesson.show("chain", "C01")')]
    file = root / "lessons/01-lamps.ipynb"
    file.write_text(json.dumps(page), encoding="utf-8")
    return found(file)


def test_a_page_that_draws_a_link_of_ours_says_so(tmp_path: Path) -> None:
    assert drawn(tmp_path, SAYS, "This is the chain.") == []
    assert drawn(tmp_path, OURS, "This is the chain. One link is our inference.") == []
    (finding,) = drawn(tmp_path, OURS, "This is the chain.")
    assert "code-98: Its chain rests on inferences (D02), and the text above tells it" in finding
