"""A small kit with a test: two forms on its two texts, with their keys, for tests to break.

Of each skill the first place is sound, and of the first two skills the second one too.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import yaml
from small_kit import about, code, found, small_kit, text
from support import write_yaml

if TYPE_CHECKING:
    from pathlib import Path

FORM, OTHER, KEY, BLUEPRINT = "forms/a", "forms/b", "keys/a", "forms/blueprint"
PLACES_FILE = "keys/places"
FIRST, SECOND = "exercises/02-cold", "exercises/03-again"
"""Files of the kit, below its lessons."""
ARTICLES = {"a": "lamps", "b": "twin"}
SKILLS = ("who", "chain", "mask", "count", "sure", "tale")
PLACES = tuple(f"{skill}-{number}" for skill in SKILLS for number in (1, 2, 3))
SOUND = frozenset({*(f"{skill}-1" for skill in SKILLS), "who-2", "chain-2"})
OPTIONS = {
    "fine": "Yes: we learn who counted.",
    "thin": "No: nobody is named.",
    "lie": "Yes: they do not make it up, and they are many.",
    "side": "No: they are on a side, and they always were.",
}
SLIPS = {"thin": "named=all", "lie": "wrong=lie", "side": "side=unsound", "fine": "told=known"}
MINUTES = {"02-cold": 9, "03-again": 11}
VERBS = {"02-cold": ("report", "test"), "03-again": ("report", "test", "results")}
Fields = dict[str, Any]
Change = Callable[[Fields], object]


def form_kit(root: Path) -> Path:
    """Write the kit into an empty folder."""
    lessons = small_kit(root) / "lessons"
    for folder in ("forms", "keys"):
        (lessons / folder).mkdir()
    for name, content in _files().items():
        write_yaml(lessons / f"{name}.yaml", content)
    rows = [(lessons.parent / "README.md").read_text(encoding="utf-8")]
    for stem, minutes in MINUTES.items():
        write_page(lessons, stem, *VERBS[stem])
        rows.append(f"| [Test](lessons/{stem}.ipynb) | {minutes} | read |\n")
    (lessons.parent / "README.md").write_text("".join(rows), encoding="utf-8")
    return root


def write_page(lessons: Path, stem: str, *verbs: str) -> Path:
    """Write the notebook of a test, with a cell for each verb."""
    opening = f'from helpers.lesson import open_lesson\nlesson = open_lesson("{stem}")'
    calls = [opening, *(f"lesson.{verb}()" for verb in verbs)]
    minutes = MINUTES.get(stem, 1)
    cells = [one for n, call in enumerate(calls) for one in (text(n, minutes), code(n, call))]
    page = {"cells": cells, "metadata": about(stem), "nbformat": 4, "nbformat_minor": 5}
    path = lessons / f"{stem}.ipynb"
    path.write_text(json.dumps(page), encoding="utf-8")
    return path


def broken(root: Path, name: str, change: Change) -> list[str]:
    """Change one file of the kit, and give what is found in it then."""
    file = root / "lessons" / f"{name}.yaml"
    if not file.exists():
        form_kit(root)
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(content)
    write_yaml(file, content)
    return found(file)


def field(name: str, value: object) -> Change:
    """Change a field of a file."""
    return lambda file: file.update({name: value})


def of_item(place: str, **fields: object) -> Change:
    """Change fields of an item, or of its key."""
    return lambda file: item(file, place).update(fields)


def of_option(place: str, name: str, **fields: object) -> Change:
    """Change fields of an option of an item, or of what its key says of it."""
    return lambda file: option(file, place, name).update(fields)


def without(place: str) -> Change:
    """Take an item out of a form, or out of its key."""
    return lambda file: file["items"].remove(item(file, place))


def twice(place: str) -> Change:
    """Write an item, or its key, a second time."""
    return lambda file: file["items"].append({**item(file, place)})


def item(file: Fields, place: str) -> Any:
    """Give an item of a form, or its key."""
    return next(one for one in file["items"] if one["id"].endswith(f"-{place}"))


def option(file: Fields, place: str, name: str) -> Any:
    """Give an option of an item, or what its key says of it."""
    options = item(file, place)["options"]
    if isinstance(options, dict):
        return options[name]
    return next(one for one in options if one["id"] == name)


def _files() -> dict[str, Fields]:
    tests = {
        stem: {"lesson": stem, "minutes": minutes, "title": "Test", "article": "lamps"}
        for stem, minutes in MINUTES.items()
    }
    forms = {"forms": ["a", "b"]}
    again = {**forms, "not_as": "02-cold", "results": True}
    return {
        BLUEPRINT: _blueprint(),
        PLACES_FILE: _places(),
        **{f"forms/{form}": _form(form) for form in ARTICLES},
        **{f"keys/{form}": _key(form) for form in ARTICLES},
        FIRST: {**tests["02-cold"], "exercises": [], "test": forms},
        SECOND: {**tests["03-again"], "exercises": [], "test": again},
        "slips": {slip: {"name": f"The {slip} trap", "says": "So."} for slip in SLIPS.values()},
    }


def _blueprint() -> Fields:
    places = [{"id": place, "skill": place[:-2]} for place in PLACES]
    every = [{"id": "trust", "kind": "scale", "ask": "Do you agree?", "statement": "News is fair."}]
    return {"skills": [{"id": s, "name": f"Skill {s}"} for s in SKILLS], "places": places} | {
        "every": every
    }


def _places() -> Fields:
    told = {"name": "What it tests", "again": "01-lamps/who"}
    return {"places": [{"id": place, **told} for place in PLACES]}


def _form(form: str) -> Fields:
    items = [
        {
            "id": f"{form}-{place}",
            "kind": "item",
            "ask": "Is it well sourced?",
            "show": "S1" if place in SOUND else "S4",
            "options": _mixed(number),
        }
        for number, place in enumerate(PLACES)
    ]
    return {"form": form, "article": ARTICLES[form], "items": items}


def _mixed(number: int) -> list[Fields]:
    """Write the options, so that the right one has no place of its own."""
    options = [{"id": name, "text": words} for name, words in OPTIONS.items()]
    for option in options:
        option.update({"sound": True} if option["id"] in {"fine", "lie"} else {})
    start = number // 3 % len(options)
    return options[start:] + options[:start]


def _key(form: str) -> Fields:
    return {"form": form, "items": [_item_key(form, place) for place in PLACES]}


def _item_key(form: str, place: str) -> Fields:
    right = "fine" if place in SOUND else "thin"
    words = {"S1": "The mayor"} if place in SOUND else {"S4": "Reports"}
    options = {
        name: {"verdict": "Look again.", "why": "It is so.", "words": [words]}
        | ({} if name == right else {"slip": SLIPS[name]})
        for name in OPTIONS
    }
    return {"id": f"{form}-{place}", "right": right, "settle": "A list.", "options": options}
