"""The JSON Schemas of what people write, made from the structures that read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.kinds.exercises import ExercisesFile
from helpers.kinds.forms import Blueprint, FormFile, KeyFile, PlacesFile
from helpers.paths import ROOT
from helpers.texts.article import Quote
from helpers.texts.records import ClaimFile

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS: dict[str, tuple[type, str]] = {
    "lessons/exercises/exercises.schema.json": (ExercisesFile, "The exercises of a lesson"),
    "lessons/forms/forms.schema.json": (FormFile, "The items of a test form"),
    "lessons/forms/blueprint.schema.json": (Blueprint, "What all test forms have in common"),
    "lessons/keys/places.schema.json": (PlacesFile, "What each place of the forms tests"),
    "lessons/keys/keys.schema.json": (KeyFile, "The key of a test form"),
    "seeds/claims.schema.json": (ClaimFile, "The claims of a text (claims.yaml)"),
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def write_schemas(root: Path = ROOT) -> None:
    """Write all schemas anew."""
    for name in SCHEMAS:
        (root / name).write_text(schema(name), encoding="utf-8", newline="\n")


def schema(name: str) -> str:
    """Give one schema as the text of its file."""
    shape, title = SCHEMAS[name]
    # Made from the structures that read the files, so the two cannot differ.
    made: Schema = msgspec.json.schema(shape, schema_hook=_quotation)
    told = {"$schema": DIALECT, "title": title} | made
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"


def _quotation(shape: type) -> Schema:
    if shape is not Quote:
        raise NotImplementedError(shape)
    return {
        "description": "Exact words of one sentence, such as {S1: according to reports}.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": {"type": "string", "minLength": 1},
    }
