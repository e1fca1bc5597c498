"""A kit of two short texts and one lesson, sound in all its parts, for tests to break."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from helpers.checks.exercises import read_exercises
from helpers.checks.keyed import read_form
from helpers.checks.run import findings
from helpers.checks.scope import named
from helpers.checks.sign import review
from helpers.errors import KitError
from helpers.kinds.forms import open_blueprint, open_form
from helpers.texts.dossier import open_dossier

if TYPE_CHECKING:
    from collections.abc import Callable

ARTICLE = """\
The mayor said on Monday that “forty lamps” broke. A crushed hand was seen. Nobody was asked.
Reports say that more will break. They break at night.
"""
ABOUT = """\
id: lamps
kind: seed
title: The lamps
words: 27
sha256: SHA
known: [A neighbour wrote it.]
rights: Ours.
content_note: It has one graphic phrase.
graphic: [{S2: crushed hand}]
graphic_words: [crushed]
also_read: twin
sources: [{title: The street, url: "https://example.org/street"}]
"""
FIXED = {"editable": False, "deletable": False}
TWIN = """\
id: twin
kind: twin
title: The lamps again
label: Constructed for teaching.
words: 27
sha256: SHA
known: [We wrote it.]
rights: Ours.
content_note: It has one graphic phrase.
"""
CLAIMS = """\
documents:
- {id: D01, title: The street, who: all of us, date: "2024-10-31", says: Glass lay there.}
- {id: D02, title: A letter, who: a neighbour, date: "", says: We saw glass., parents: [D01],
   source: {title: The letter, url: "https://example.org/letter"}}
claims:
- id: C01
  gist: Forty lamps broke.
  type: number
  source: [{S1: The mayor}]
  cue: [{S1: said}]
  content: [{S1: “forty lamps” broke}]
  arguable: [{label: content, words: [{S1: broke}]}]
  mode: mixed
  kind: named_official
  proximity: first_hand
  side: none
  cue_class: neutral
  grade: fair
  reliability: B
  credibility: 2
  sound: true
  parents: [D02]
  why: He counted them.
  later: {text: Supported., source: {title: The census, url: "https://example.org/census"}}
- id: C02
  gist: More will break.
  type: prediction
  source: [{S4: Reports}]
  cue: [{S4: say}]
  content: [{S4: more will break}]
  mode: indirect
  kind: vague_plural
  proximity: unknown
  side: none
  cue_class: neutral
  grade: weak
  reliability: F
  credibility: 6
  why: No report is named.
"""
FEATURES = """\
features:
- {id: F01, words: [{S4: Reports}], category: attribution, why: No name.}
good_practice:
- {id: G01, words: [{S1: on Monday}], why: A day is given.}
"""
COMPARISONS = """\
- id: street
  title: Beside the street
  columns: [Printed, Seen]
  rows:
  - {point: How many, article: [{S1: “forty lamps”}], record: Many., source: 0}
  sources: [{title: A walk, url: "https://example.org/walk"}]
"""
TABLE = """\
row_id,date,lamps_low,lamps_high,what_is_counted,source_title,source_url
L01,2024-10-31,39,40,broken lamps,The street,https://example.org/street
L02,2024-11-01,,,,The letter,
"""
EXERCISES_FILE = """\
lesson: 01-lamps
title: Lamps
minutes: 5
article: lamps
slips:
  named=true: {name: The name trap, says: A name is no proof.}
  many=more: {name: The echo trap, says: Many tellings are not many facts.}
examples:
- {claim: C01, why: {source: A man., cue: A verb., content: A count.}, note: One man counted.}
exercises:
- id: vote
  kind: poll
  ask: How many?
  after: Kept.
  options: [{id: few, text: Few, says: One man.}, {id: lots, text: Lots, says: Reports.}]
- id: who
  kind: choice
  ask: Who says so?
  show: S1
  hints: [Look at the start.]
  settle: A list of lamps.
  options:
  - {id: mayor, text: The mayor, right: true, verdict: He does., why: He is named.,
     words: [{S1: The mayor}]}
  - {id: lamps, text: Everybody, verdict: Not in the text., why: Nobody else speaks.,
     words: [{S1: said}], slip: named=true}
- id: place
  kind: sort
  ask: Is it well sourced?
  settle: A name.
  categories:
  - {id: well, text: Well, sound: true}
  - {id: thin, text: Thin}
  items:
  - {id: i2, sentence: S4, category: thin, verdict: Thin., why: Not named., words: [{S4: say}],
     tempting: {well: {slip: many=more, why: Many say so.}}}
  - {id: i5, text: A sum, category: thin, verdict: Thin., why: No numbers.}
  - {id: i1, sentence: S1, category: well, verdict: Sound., why: Named., words: [{S1: said}]}
  - {id: i3, text: A note, category: well, also: [thin], verdict: Sound., why: It is signed.}
  - {id: i4, text: A hum, category: thin, verdict: Thin., why: Nobody speaks.}
- id: near
  kind: sort
  by: proximity
  ask: How near?
  settle: A place.
  categories:
  - {id: first, text: Near, covers: [first_hand]}
  - {id: other, text: Not told, covers: [unknown]}
  items:
  - {id: n1, claim: C01, verdict: Near., why: He was there., words: [{S1: said}],
     tempting: {other: {slip: named=true, why: It is dim.}}}
  - {id: n2, sentence: S1, verdict: Near., why: He saw it., words: [{S1: broke}]}
- id: steps
  kind: order
  ask: In which order?
  settle: The dates.
  ends: [First, Last]
  items:
  - {id: break, text: They break, verdict: The start., why: Glass fell.}
  - {id: tell, text: Somebody tells, verdict: Next., why: He ran.}
  - {id: write, text: Somebody writes, verdict: Last., why: It is printed.}
  ties: [[break, tell]]
  tempting: [{put: write, before: break, slip: many=more, why: It is what we see.}]
- id: marks
  kind: annotate
  ask: Mark them.
  show: S1
  settle: A recording.
  claims: [C01]
  why: {C01: {source: A man., cue: A verb., content: A count.}}
  strays: [{label: source, words: [{S1: lamps}], slip: named=true, why: They are mute.}]
- id: vote-again
  kind: poll
  again: vote
  ask: How many now?
  after: Kept.
  options: [{id: few, text: Few, says: One man.}, {id: lots, text: Lots, says: Reports.}]
"""
TODAY = datetime.now(UTC).date()
README = "| [Lamps](lessons/01-lamps.ipynb) | 5 | count |\n"
ASKED = ("vote", "who", "place", "near", "steps", "marks", "vote-again")


def small_kit(root: Path) -> Path:
    """Write the kit into an empty folder."""
    return _write(root, _signed())


@cache
def _signed() -> dict[str, str]:
    """Give all files of the kit, with the signatures of somebody who has read them."""
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    files = {
        "seeds/lamps/article.txt": ARTICLE,
        "seeds/lamps/article.yaml": ABOUT.replace("SHA", digest),
        "seeds/lamps/claims.yaml": CLAIMS,
        "seeds/lamps/features.yaml": FEATURES,
        "seeds/lamps/comparisons.yaml": COMPARISONS,
        "seeds/lamps/lamps.csv": TABLE,
        "seeds/twin/article.txt": ARTICLE,
        "seeds/twin/article.yaml": TWIN.replace("SHA", digest),
        "lessons/exercises/01-lamps.yaml": EXERCISES_FILE,
        "lessons/01-lamps.ipynb": json.dumps(notebook(), ensure_ascii=False, indent=1),
        "README.md": README,
    }
    with TemporaryDirectory() as folder:
        root = _write(Path(folder), files)
        read_by_somebody(root)
        return {name: (root / name).read_text(encoding="utf-8") for name in files}


def _write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8", newline="\n")
    return root


def read_by_somebody(path: Path) -> None:
    """Sign what a path names, as far as it can be read: a test then breaks something else."""
    scope = named(path)
    for file in (*scope.texts, *scope.sheets, *scope.forms):
        with suppress(KitError):
            review(file, [], TODAY)


def notebook() -> dict[str, Any]:
    """Give the lesson's notebook, as it stands in the file."""
    opening = 'from helpers.lesson import open_lesson\nlesson = open_lesson("01-lamps")'
    calls = [opening, *(f'lesson.ask("{name}")' for name in ASKED), 'lesson.read("S1-S2")']
    return {
        "cells": [cell for n, call in enumerate(calls) for cell in (text(n), code(n, call))],
        "metadata": about("01-lamps"),
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def about(stem: str) -> dict[str, Any]:
    """Give what a lesson's notebook says of itself."""
    kernel = {"name": "python3", "display_name": "Python 3"}
    return {"according-to-reports": {"lesson": stem}, "kernelspec": kernel}


def text(number: int, minutes: int = 5) -> dict[str, Any]:
    """Give a cell of text, which states the minutes."""
    source = f"It takes {minutes} minutes; read on in [the README](../README.md)."
    return {"cell_type": "markdown", "id": f"text-{number}", "metadata": FIXED, "source": source}


def code(number: int, source: str) -> dict[str, Any]:
    """Give a cell of code."""
    return {
        "cell_type": "code",
        "id": f"code-{number}",
        "metadata": {**FIXED, "jupyter": {"source_hidden": True}, "tags": ["hide-input"]},
        "source": f"# What comes next\n{source}",
        "outputs": [],
        "execution_count": None,
    }


def found(path: Path) -> list[str]:
    """Check a path, and give its findings as the command prints them."""
    read_by_somebody(path)
    return told(path)


def told(path: Path) -> list[str]:
    """Give what is found in a file as it lies there, whoever has signed it."""
    for kept in (open_dossier, read_exercises, read_form, open_form, open_blueprint):
        kept.cache_clear()
    return [str(finding) for finding in findings([path])[1]]


def changed(root: Path, name: str, old: str, new: str) -> list[str]:
    """Change one place of a small kit, and give what is found in that file then."""
    file = small_kit(root) / name
    whole = file.read_text(encoding="utf-8")
    assert whole.count(old) == 1, f"{old!r} stands {whole.count(old)} times in {name}"
    file.write_text(whole.replace(old, new), encoding="utf-8", newline="\n")
    return found(file)


def changed_page(root: Path, change: Callable[[dict[str, Any]], object]) -> list[str]:
    """Change the notebook of a small kit, and give what is found in it then."""
    page = notebook()
    change(page)
    file = small_kit(root) / "lessons/01-lamps.ipynb"
    file.write_text(json.dumps(page), encoding="utf-8")
    return found(file)
