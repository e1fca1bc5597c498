"""The published JSON Schemas are those of the structures, and fit what people wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from helpers.checks.schema import SCHEMAS, schema, write_schemas
from helpers.kinds.registry import KINDS

if TYPE_CHECKING:
    from helpers.kinds.base import Exercise

ROOT = Path(__file__).resolve().parents[1]
EXERCISES, FORMS, BLUEPRINT, PLACES, KEYS, CLAIMS = SCHEMAS
FILES = {
    EXERCISES: "lessons/exercises/*.yaml",
    FORMS: "lessons/forms/?.yaml",
    BLUEPRINT: "lessons/forms/blueprint.yaml",
    PLACES: "lessons/keys/places.yaml",
    KEYS: "lessons/keys/?.yaml",
    CLAIMS: "seeds/*/claims.yaml",
}
WRITTEN = [(name, path) for name, files in FILES.items() for path in sorted(ROOT.glob(files))]


def fits(name: str, written: Any) -> bool:
    """Tell whether a published schema accepts this."""
    rules = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return bool(jsonschema.Draft202012Validator(rules).is_valid(written))


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_the_present_one(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert text == schema(name), "Run python3 -m helpers check --schemas."


def test_there_are_files_for_every_schema() -> None:
    assert {name for name, _ in WRITTEN} == {*SCHEMAS}


@pytest.mark.parametrize(("name", "path"), WRITTEN, ids=str)
def test_what_is_written_fits_the_schema(name: str, path: Path) -> None:
    assert fits(name, yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("quotation", ["S1", {"S1": ""}, {"S1": "a", "S2": "b"}, {}])
def test_a_quotation_is_one_sentence_with_its_words(quotation: object) -> None:
    written = yaml.safe_load((ROOT / "seeds/kursk/claims.yaml").read_text(encoding="utf-8"))
    written["claims"][0]["content"] = [quotation]
    assert not fits(CLAIMS, written)


def test_what_binding_fills_in_is_not_for_files() -> None:
    bound = {name for one in KINDS.values() for name in filled_by_binding(one)}
    assert {"tokens", "keys", "stray_words", "places"} <= bound
    assert all(f'"{name}":' not in schema(EXERCISES) for name in bound)
    assert "Span" not in schema(EXERCISES)


def filled_by_binding(written: type[Exercise]) -> set[str]:
    """Name the fields that the bound form of a kind has besides those of the written one."""
    more = {name for bound in written.__subclasses__() for name in bound.__struct_fields__}
    return more - {*written.__struct_fields__}


def test_all_schemas_can_be_written_anew(tmp_path: Path) -> None:
    for name in SCHEMAS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    write_schemas(tmp_path)
    assert [(tmp_path / name).read_text("utf-8") for name in SCHEMAS] == list(map(schema, SCHEMAS))
