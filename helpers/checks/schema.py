"""The JSON Schemas of what people write, made from the structures that read it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec

from helpers.article import Quote
from helpers.dossier import ROOT
from helpers.kinds.mark import MarkWords
from helpers.kinds.sheet import SheetFile
from helpers.records import ClaimFile

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS: dict[str, tuple[type, str]] = {
    "lessons/exercises/exercises.schema.json": (SheetFile, "The exercises of a lesson"),
    "seeds/claims.schema.json": (ClaimFile, "The claims of a text (claims.yaml)"),
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BOUND = frozenset(("tokens", "keys", "free", "stray_words"))
"""What `MarkWords.bind` fills in; a file never holds it."""

Schema = dict[str, Any]


def write_schemas(root: Path = ROOT) -> None:
    """Write all schemas anew."""
    for name in SCHEMAS:
        (root / name).write_text(schema(name), encoding="utf-8", newline="\n")


def schema(name: str) -> str:
    """Give one schema as the text of its file."""
    shape, title = SCHEMAS[name]
    made: Schema = msgspec.json.schema(shape, schema_hook=_quotation)
    mark = made["$defs"].get(MarkWords.__name__, {"properties": {}})["properties"]
    for field in BOUND & {*mark}:
        del mark[field]
    made["$defs"] = _needed(made)
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


def _needed(made: Schema) -> Schema:
    """Keep the definitions that something still refers to."""
    kept: Schema = {}
    open_ends = [made | {"$defs": {}}]
    while open_ends:
        text = json.dumps(open_ends.pop())
        for name in made["$defs"]:
            if name not in kept and f'"#/$defs/{name}"' in text:
                kept[name] = made["$defs"][name]
                open_ends.append(kept[name])
    return dict(sorted(kept.items()))
