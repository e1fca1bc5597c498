"""`check` on texts: each row breaks one thing in a sound kit, and just that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found, small_kit

if TYPE_CHECKING:
    from pathlib import Path

ABOUT, CLAIMS = "article.yaml", "claims.yaml"
FEATURES, COMPARISONS = "features.yaml", "comparisons.yaml"

BROKEN = {
    "a text changed": (
        "article.txt",
        "at night",
        "by night",
        "article.yaml, sha256: article.txt is not the text described; if it should be, write",
    ),
    "a wrong word count": (ABOUT, "words: 27", "words: 3", "words: article.txt has 27 words"),
    "an id that is not the folder's": (ABOUT, "id: lamps", "id: lamp", "id: The id is “lamp”"),
    "no rights": (ABOUT, "Ours.", '""', "article.yaml: The field “rights” is empty"),
    "nothing known": (ABOUT, "[A neighbour wrote it.]", "[]", "The field “known” is empty"),
    "graphic words": (ABOUT, "S2: crushed hand", "S1: crushed hand", "graphic: lamps S1: “crushed"),
    "another text": (ABOUT, "also_read: twin", "also_read: none", "There is no text “none”"),
    "a source without address": (ABOUT, "https://example.org/street", "street", "no web address"),
    "a kind of text": (ABOUT, "kind: seed", "kind: novel", "use one of constructed, seed, twin."),
    "a text made without saying so": (ABOUT, "kind: seed", "kind: twin", "label: The label does"),
    "a quotation": (CLAIMS, "[{S4: Reports}]", "[{S4: Report}]", "C02: lamps S4: “Report” is not"),
    "an arguable quotation": (CLAIMS, "{S1: broke}", "{S1: break}", "C01: lamps S1: “break” is"),
    "no content": (CLAIMS, "[{S4: more will break}]", "[]", "C02: It has no content"),
    "no reason": (CLAIMS, "He counted them.", '" "', "C01: The field “why” is empty"),
    "a word outside the vocabulary": (
        CLAIMS,
        "side: none\n  cue_class: neutral\n  grade: fair",
        "side: none\n  cue_class: neutral\n  grade: good",
        "use one of confirmed, fair, weak, contested, discounted, named, none.",
    ),
    "a field that is missing": (CLAIMS, "  gist: More will break.\n", "", "`gist`; add it."),
    "a field that is unknown": (CLAIMS, "  gist: More", "  gits: More", "mend its spelling"),
    "a parent that is not there": (CLAIMS, "[D02]", "[D9]", "C01: It rests on “D9”, which is not"),
    "a ring": (
        CLAIMS,
        "says: Glass lay there.",
        "says: Glass lay there., parents: [D02]",
        "It rests on itself (D01 on D02 on D01)",
    ),
    "an id given twice": (CLAIMS, "id: C02", "id: C01", "C01: The id “C01” is given 2 times"),
    "a day that is none": (CLAIMS, "2024-10-31", "31 October", "D01: “31 October” is no day"),
    "a document's page": (
        CLAIMS,
        "https://example.org/letter",
        "ftp://x.org",
        "D02: “ftp://x.org”",
    ),
    "a wording that is quoted and told": (
        CLAIMS,
        "title: A letter,",
        "title: A letter, wording: [{quote: {S1: said}, told: He says., means: So.}],",
        "D02: Its wording is either quoted or told",
    ),
    "a wording that is neither": (
        CLAIMS,
        "says: Glass lay there.",
        "says: Glass lay there., wording: [{means: So.}]",
        "D01: Its wording is either quoted or told",
    ),
    "a wording that is told by nobody": (
        CLAIMS,
        "says: Glass lay there.",
        "says: Glass lay there., wording: [{told: He says., means: So.}]",
        "D01: Its wording is told, and of no source",
    ),
    "a wording that is not there": (
        CLAIMS,
        "says: Glass lay there.",
        "says: Glass lay there., wording: [{quote: {S1: saying}, means: So.}]",
        "D01: lamps S1: “saying” is not there",
    ),
    "a wording without meaning": (
        CLAIMS,
        "says: Glass lay there.",
        "says: Glass lay there., wording: [{quote: {S1: said}, means: ' '}]",
        "D01: The field “means” is empty",
    ),
    "a later page": (CLAIMS, "https://example.org/census", "census", "C01: “census” is no web"),
    "a later title": (CLAIMS, "title: The census", 'title: ""', "C01: The field “title” is empty"),
    "a feature's words": (
        FEATURES,
        "{S4: Reports}",
        "{S3: Reports}",
        "F01: lamps S3: “Reports” is",
    ),
    "a feature without words": (FEATURES, "[{S4: Reports}]", "[]", "F01: It quotes no words"),
    "a feature without category": (FEATURES, "category: attribution, ", "", "F01: It has no categ"),
    "a feature without reason": (FEATURES, "A day is given.", '""', "G01: The field “why” is em"),
    "a comparison's words": (COMPARISONS, "S1: “forty", "S2: “forty", "street, How many: lamps S2"),
    "a comparison's source": (COMPARISONS, "source: 0", "source: 1", "There is no source 1"),
    "a comparison's page": (
        COMPARISONS,
        "https://example.org/walk",
        "/walk",
        "street: “/walk” is no",
    ),
    "a word in the provenance": (ABOUT, "[A neighbour wrote it.]", "[A hoax.]", "“hoax” says more"),
    "a word in a document": (CLAIMS, "Glass lay there.", "A hoax.", "D01: “hoax” says more"),
    "a word in a claim": (CLAIMS, "He counted them.", "A hoax.", "C01: “hoax” says more"),
    "a word in a feature": (FEATURES, "A day is given.", "A hoax.", "G01: “hoax” says more"),
    "a word in a comparison": (COMPARISONS, "Many.", "A hoax.", "street: “hoax” says more"),
    "a document without speaker": (CLAIMS, "who: all of us", 'who: ""', "D01: The field “who” is"),
    "nothing said of later": (CLAIMS, "text: Supported.", 'text: ""', "C01: The field “later” is"),
    "a record left empty": (COMPARISONS, "Many.", '""', "street, How many: The field “record”"),
    "a feature given twice": (FEATURES, "id: G01", "id: F01", "F01: The id “F01” is given 2 times"),
    "a table given twice": (
        COMPARISONS,
        "- id: street",
        "- {id: street, title: A, columns: [A, B], rows: []}\n- id: street",
        "street: The id “street” is given 2 times",
    ),
    "a colon in a text": (CLAIMS, "why: He", "why: He: he", "line 24: mapping values are not"),
    "a colon in a list": (FEATURES, "No name.", "No: name.", "line 2: did not find expected"),
}


@pytest.mark.parametrize(("file", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_finding(
    tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    findings = changed(tmp_path, f"seeds/lamps/{file}", old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


def test_a_sound_kit_has_no_findings(tmp_path: Path) -> None:
    assert found(small_kit(tmp_path)) == []


def test_a_text_that_is_missing_is_one_finding(tmp_path: Path) -> None:
    kit = small_kit(tmp_path)
    (kit / "seeds/new").mkdir()
    (says,) = found(kit)
    assert "seeds/new/article.txt: article.txt cannot be read: No such file" in says


def test_a_text_that_is_empty_is_found(tmp_path: Path) -> None:
    folder = small_kit(tmp_path) / "seeds/lamps"
    (folder / "article.txt").write_text("\n", encoding="utf-8")
    assert "It has no sentence" in found(folder)[0]


def test_a_finding_names_file_item_and_sentence(tmp_path: Path) -> None:
    old, new = "[{S4: Reports}]", "[{S4: Report}]"
    (says,) = changed(tmp_path, "seeds/lamps/claims.yaml", old, new)
    assert says.endswith(
        "/seeds/lamps/claims.yaml, C02: lamps S4: “Report” is not there; copy it from the text."
    )
