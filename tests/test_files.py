from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import yaml
from support import write

from helpers.errors import KitError
from helpers.texts import limits
from helpers.texts.files import read_text, read_yaml
from helpers.texts.records import About, ClaimFile, FeatureFile
from helpers.texts.vocabulary import CueClass

if TYPE_CHECKING:
    from pathlib import Path

GOOD = "features: [{id: F01, why: So., words: [{S1: reports}]}]"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "features.yaml"


def fault(path: Path, written: str) -> str:
    path.write_text(written, encoding="utf-8")
    with pytest.raises(KitError) as error:
        read_yaml(path, FeatureFile)
    return str(error.value)


def test_a_file_is_read_into_its_shape(path: Path) -> None:
    path.write_text(GOOD, encoding="utf-8")
    [feature] = read_yaml(path, FeatureFile).features
    assert (feature.id, feature.words[0].words) == ("F01", "reports")


def test_an_unknown_field_is_refused_by_file_and_item(path: Path) -> None:
    said = fault(path, "features: [{id: F07, wy: So., words: [{S1: reports}]}]")
    assert said == "features.yaml, F07 (features[0]): Object contains unknown field `wy`."


def test_a_misread_quotation_is_refused_by_file_and_item(path: Path) -> None:
    said = fault(path, "features: [{id: F07, why: So., words: [{S1: 40}]}]")
    assert said.startswith("features.yaml, F07 (features[0].words[0]): A quotation is written")


def test_a_word_outside_a_vocabulary_is_refused(path: Path) -> None:
    said = fault(path, "features: [{id: F07, why: So., words: [], certainty: sure}]")
    assert said == (
        "features.yaml, F07 (features[0].certainty): "
        "Invalid enum value 'sure'; use one of arguable, clear."
    )


def test_a_word_outside_a_vocabulary_names_the_words_that_there_are(path: Path) -> None:
    claim = write("claim", cue_class="shouting")
    path.write_text(yaml.safe_dump({"claims": [claim]}), encoding="utf-8")
    with pytest.raises(KitError) as error:
        read_yaml(path, ClaimFile)
    words = ", ".join(word.value for word in CueClass)
    assert str(error.value) == (
        "features.yaml, C01 (claims[0].cue_class): "
        f"Invalid enum value 'shouting'; use one of {words}."
    )


@pytest.mark.parametrize(
    ("written", "key", "line"),
    [
        (f"{GOOD}\ngood_practice: []\n{GOOD}", "features", 3),
        ("features:\n- id: F01\n  why: So.\n  words: []\n  why: Because.", "why", 5),
        ("features: [\n  {id: F01, why: So.,\n   words: [], id: F02}]", "id", 3),
        ("features:\n- id: F01\n  why: So.\n  words: [{S1: so, S1: what}]", "S1", 4),
        ("features: []\n'features': []", "features", 2),
    ],
    ids=["at the top", "nested", "in braces", "in a quotation", "in quotation marks"],
)
def test_a_key_that_is_given_twice_is_refused_by_file_and_line(
    path: Path, written: str, key: str, line: int
) -> None:
    said = fault(path, written)
    assert said == (
        f"features.yaml, line {line}: the key “{key}” is given twice; keep one of the two."
    )


def test_the_same_key_may_stand_in_two_items(path: Path) -> None:
    path.write_text(
        "features: [{id: F01, why: So., words: []}, {id: F02, why: So., words: []}]",
        encoding="utf-8",
    )
    assert len(read_yaml(path, FeatureFile).features) == 2


def test_what_is_not_yaml_is_refused_by_line(path: Path) -> None:
    assert fault(path, "features: [\n}").startswith("features.yaml, line 2: ")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "just words",
        "features: [{id: 2024-13-45}]",
        "a: \x07",
        "features: &all [*all]",
        "- " * 5_000,
        "[" * 5_000,
        "? [a]\n: b",
        "!!map [a]",
        "!!map words",
        "features: !!set {a, a}",
    ],
)
def test_whatever_stands_in_a_file_the_error_is_one_plain_sentence(
    path: Path, written: str
) -> None:
    assert fault(path, written).startswith("features.yaml")


def test_yaml_never_runs_anything(path: Path) -> None:
    trap = path.with_name("trap")
    fault(path, f"features: !!python/object/apply:os.mkdir ['{trap}']")
    assert not trap.exists()


def test_a_file_that_repeats_itself_without_end_is_refused_at_once(path: Path) -> None:
    bomb = "&a0 [x, x]"
    for level in range(1, 24):
        bomb = f"&a{level} [{bomb}, *a{level - 1}]"
    start = time.process_time()
    said = fault(path, f"features: [{{id: F01, why: So., words: [{bomb}]}}]")
    assert time.process_time() - start < 1
    assert len(said) < 1_000


def test_a_huge_file_is_refused_before_it_is_read(path: Path) -> None:
    path.write_bytes(b"x" * (limits.BYTES + 1))
    with pytest.raises(KitError, match="larger than 2,000,000 bytes"):
        read_text(path)


def test_a_missing_file_is_one_plain_sentence(path: Path) -> None:
    with pytest.raises(KitError, match=r"^features.yaml cannot be read: No such file"):
        read_yaml(path, FeatureFile)


def test_what_is_not_utf8_is_refused(path: Path) -> None:
    path.write_bytes("café".encode("latin-1"))
    with pytest.raises(KitError, match="save it as UTF-8"):
        read_text(path)


def test_line_ends_are_kept_as_they_are(path: Path) -> None:
    path.write_bytes(b"one\r\ntwo\n")
    assert read_text(path) == "one\r\ntwo\n"


def test_a_missing_field_is_named(path: Path) -> None:
    path.write_text("{id: kursk, kind: seed}", encoding="utf-8")
    with pytest.raises(KitError, match="title"):
        read_yaml(path, About)
