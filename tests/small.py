"""A lesson made for the tests: one card of each kind, and two on a text that is hard to count in.

The kinds are found, and each card is the example of its kind. The three sentences of the hard text
hold emoji of several code points, combining marks, Arabic and Hebrew: every offset that counts
UTF-16 units, bytes or letters as the eye sees them goes wrong in it.
"""

from __future__ import annotations

import json
import shutil
from itertools import starmap
from typing import TYPE_CHECKING, Any

from kind_files import KINDS, example
from support import KEY, make_dossier, write, write_yaml

from helpers.texts.article import Article

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from support import Fields

STEM = "90-small"
TWIN = "91-twin"
"""The small lesson in a second notebook, which gets a kernel of its own."""
ASTRONAUT = "\N{ADULT}\u200d\N{ROCKET}"  # three code points, one picture
HEARTS = 2 * "\N{BROKEN HEART}"
FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER F}\N{REGIONAL INDICATOR SYMBOL LETTER R}"
TEXT = (
    f"{ASTRONAUT} Zoe\u0308 said that forty {HEARTS} men left, a cafe\u0301 owner {FLAG} added.\n"
    "قال المتحدث إنّ الجسر سليم والطريق مفتوح.\n"
    "דובר הצבא מסר כי האזור שקט.\n"
)
ARTICLE = Article.from_text("letters", TEXT)
PARTS = {
    "C1": ("S1", f"{ASTRONAUT} Zoe\u0308", "said", f"forty {HEARTS} men left"),
    "C2": ("S2", "المتحدث", "قال", "الجسر سليم والطريق مفتوح"),
    "C3": ("S3", "דובר הצבא", "מסר", "האזור שקט"),
}
HINTS = ("Look once.", "Look twice.")


def exercises() -> list[Fields]:
    """Write the example of every kind, with two hints, and the two on the hard text."""
    each = [{**example(kind), "hints": [*HINTS]} for kind in KINDS]
    hard = _hard("letters", "S1-S3", *PARTS)
    twice = {"ask": "And where words may have two labels?", "overlap": True}
    return [*each, hard, _hard("shared", "S1", "C1", **twice), _voices()]


def _voices() -> Fields:
    """Write a sort that is answered on the article itself."""
    items = [
        {
            "id": f"s{n}",
            "sentence": f"S{n}",
            "category": voice,
            "verdict": "So.",
            "why": f"Why {n}.",
        }
        for n, voice in enumerate(("he", "others"), start=1)
    ]
    categories = [{"id": "he", "text": "The mayor"}, {"id": "others", "text": "Others"}]
    more = {"categories": categories, "items": items, "on_article": True, "in_order": True}
    return write("sort", id="voices", ask="Who speaks?", **more)


def _hard(name: str, show: str, *claims: str, **more: object) -> Fields:
    labels = ("source", "cue", "content")
    why = {claim: dict.fromkeys(labels, "It is.") for claim in claims}
    fields = {"article": "letters", "show": show, "claims": [*claims], "why": why, "strays": []}
    return write("annotate", id=name, **{"ask": "Who says what?", **fields, **more})


def _claim(name: str, words: tuple[str, str, str, str]) -> Fields:
    at, source, cue, content = words
    parts = {"source": source, "cue": cue, "content": content}
    return write("claim", id=name, **{part: [{at: quote}] for part, quote in parts.items()})


def write_small_lesson(project: Path) -> None:
    """Add the texts, the exercises and the notebook to a copy of the project."""
    seeds = project / "seeds"
    make_dossier(seeds, claims=(write("claim", **KEY),))
    make_dossier(seeds, TEXT, tuple(starmap(_claim, PARTS.items())), name="letters")
    write_lesson(project, STEM, exercises(), ['show("toy", "40")'])
    lessons = project / "lessons"
    shutil.copy(lessons / f"{STEM}.ipynb", lessons / f"{TWIN}.ipynb")


def write_lesson(
    project: Path, stem: str, asked: list[Fields], more: Iterable[str] = (), **fields: Any
) -> None:
    """Write a lesson, and a notebook that asks all of it and shows more."""
    head = {"lesson": stem, "title": "Small", "minutes": 5, "article": "rell"}
    slips = {
        "x=y": {"name": "The X trap", "says": "X is not Y."},
        "z=y": {"name": "The Z trap", "says": "Z is not Y."},
    }
    lessons = project / "lessons"
    content = {**head, "slips": slips, "exercises": asked, **fields}
    write_yaml(lessons / "exercises" / f"{stem}.yaml", content)
    calls = [*(f'ask("{one["id"]}")' for one in asked), *more]
    opening = f'from helpers.lesson import open_lesson\nlesson = open_lesson("{stem}")\n'
    page = notebook(stem, f"{opening}lesson.save_bar()", *(f"lesson.{call}" for call in calls))
    (lessons / f"{stem}.ipynb").write_text(page, encoding="utf-8")


def notebook(stem: str, *sources: str) -> str:
    """Write a notebook of these cells, whose code is hidden as in a lesson."""
    hidden = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    cells = [
        {
            "cell_type": "code",
            "id": f"cell-{number}",
            "metadata": hidden,
            "source": source,
            "outputs": [],
            "execution_count": None,
        }
        for number, source in enumerate(sources)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"according-to-reports": {"lesson": stem}, "kernelspec": kernel}
    about = {"metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps({"cells": cells, **about})
