"""A lesson made for the tests: one card of each kind, on a text that is hard to count in.

Its three sentences hold emoji of several code points, combining marks, Arabic and Hebrew: every
offset that counts UTF-16 units, bytes or letters as the eye sees them goes wrong in it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from support import MEN

from helpers.texts.article import Article

if TYPE_CHECKING:
    from pathlib import Path

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

ABOUT = f"""
id: letters
kind: constructed
title: Letters
label: Constructed for tests.
words: {len(TEXT.split())}
sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}
known: [It was made for the tests.]
rights: BSD-3-Clause
content_note: Nothing happens in it.
"""
SIDES = "{pairs: [[Zoe\u0308, Ann]], stems: [], left: {}}"
CLAIM = """
- id: {id}
  gist: {id}
  type: event
  source: [{{{where}: "{source}"}}]
  cue: [{{{where}: "{cue}"}}]
  content: [{{{where}: "{content}"}}]
  mode: indirect
  kind: bystander_witness
  proximity: unknown
  side: none
  cue_class: neutral
  grade: named
  reliability: F
  credibility: 6
  why: It is a test.
"""
PARTS = {
    "C1": ("S1", f"{ASTRONAUT} Zoe\u0308", "said", f"forty {HEARTS} men left"),
    "C2": ("S2", "المتحدث", "قال", "الجسر سليم والطريق مفتوح"),
    "C3": ("S3", "דובר הצבא", "מסר", "האזור שקט"),
}
CLAIMS = "claims:" + "".join(
    CLAIM.format(id=name, where=where, source=source, cue=cue, content=content)
    for name, (where, source, cue, content) in PARTS.items()
)
WHY = {name: dict.fromkeys(("source", "cue", "content"), "It is.") for name in PARTS}
EXERCISES_FILE = f"""
lesson: {STEM}
title: Small
minutes: 5
article: letters
slips: {{slip=named: A slip with a name.}}
exercises:
- id: pick
  kind: choice
  ask: Which one?
  settle: A look.
  hints: [Look once., Look twice.]
  options:
  - {{id: this, text: This, right: true, verdict: "Yes.", why: It is.}}
  - {{id: that, text: That, verdict: "No.", why: It is not., slip: slip=named}}
  - {{id: other, text: Other, verdict: "No.", why: Nor this., slip: slip=named}}
- id: place
  kind: sort
  ask: Where does each belong?
  settle: A look.
  categories:
  - {{id: left, text: Left, tempts: It leans., slip: slip=named}}
  - {{id: right, text: Right, tempts: It leans., slip: slip=named}}
  items:
  - {{id: one, text: One, category: left, verdict: Left., why: It is.}}
  - {{id: two, text: Two, category: right, verdict: Right., why: It is.}}
- id: row
  kind: order
  ask: In which order?
  settle: A look.
  ends: [the first, the last]
  items:
  - {{id: a, text: Aye, verdict: First., why: It is.}}
  - {{id: b, text: Bee, verdict: Second., why: It is.}}
  - {{id: c, text: Sea, verdict: Third., why: It is.}}
  - {{id: d, text: Dee, verdict: Fourth., why: It is.}}
  slips: [{{put: d, before: a, slip: slip=named, why: It tempts.}}]
- id: letters
  kind: annotate
  ask: Who says what?
  settle: A look.
  show: S1-S3
  labels: [source, cue, content]
  claims: [C1, C2, C3]
  why: {json.dumps(WHY)}
- id: shared
  kind: annotate
  ask: Who says what, and may words have two labels?
  settle: A look.
  show: S1
  labels: [source, cue, content]
  claims: [C1]
  overlap: true
  why: {json.dumps(WHY)}
- id: vote
  kind: poll
  ask: What do you think?
  after: Thank you.
  options:
  - {{id: yes-please, text: Indeed, says: It rests on this.}}
  - {{id: no-thanks, text: Hardly, says: It rests on that.}}
- id: judge
  kind: panel
  ask: Print it?
  settle: A look.
  after: They differ.
  options:
  - {{id: print, text: Print it, sound: true}}
  - {{id: hold, text: Hold it}}
  panel:
  - {{who: One, takes: print, why: It is signed.}}
  - {{who: Two, takes: print, why: It is dated.}}
  - {{who: Three, takes: hold, why: It is late.}}
- id: likely
  kind: trial
  ask: How likely is it?
  after: Compare.
  versions:
  - {{id: named, text: Zoe says so, tells: It was named.}}
  - {{id: bare, text: Somebody says so, tells: It was bare.}}
- id: guess
  kind: estimate
  ask: Between what?
  after: Less is better.
  items:
  - {{id: men, ask: How many men?, unit: men, truth: 40, source: A count, why: It was counted.}}
- id: trip
  kind: journey
  ask: How many now?
  unit: men
  table: men
  later: [M2]
  after: Nobody knows.
  steps:
  - {{id: one, rows: [M1], says: The mayor says none., brings: interest, why: He is the mayor.}}
  - {{id: two, rows: [M2], says: A clerk says forty., brings: evidence, why: There is a list.}}
- id: sure
  kind: rate
  ask: How sure?
  ends: [a rumour, a fact]
  after: No key.
  readings: {{S1: {{given: [40, 60, 50], why: It is said.}}}}
- id: turned
  kind: swap
  again: shared
  ask: And now?
  after: Look again.
- id: label
  kind: write
  ask: Who is she?
  probes:
  - {{id: side, found: A side is there., missing: No side is there., any: [from Rell]}}
  rubric:
  - {{id: clear, ask: How clear?, steps: [Not, A little, Mostly, Wholly]}}
  models:
  - {{text: A baker from Rell, why: It tells her trade.}}
"""
ASKED = (
    *("pick", "place", "row", "letters", "shared", "vote"),
    *("judge", "likely", "guess", "trip", "sure", "turned", "label"),
)
CELLS = [
    f'from helpers.lesson import open_lesson\nlesson = open_lesson("{STEM}")\nlesson.save_bar()',
    *(f'lesson.ask("{name}")' for name in ASKED),
    'lesson.show("toy", "40")',
]


def write_small_lesson(project: Path) -> None:
    """Add the text, the exercises and the notebook to a copy of the project."""
    seed = project / "seeds" / "letters"
    seed.mkdir()
    files = {
        "article.txt": TEXT,
        "article.yaml": ABOUT,
        "claims.yaml": CLAIMS,
        "men.csv": MEN,
        "sides.yaml": SIDES,
    }
    for name, content in files.items():
        (seed / name).write_text(content, encoding="utf-8", newline="")
    lessons = project / "lessons"
    (lessons / "exercises" / f"{STEM}.yaml").write_text(EXERCISES_FILE, encoding="utf-8")
    (lessons / f"{STEM}.ipynb").write_text(json.dumps(_notebook()), encoding="utf-8")


def _notebook() -> dict[str, object]:
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
        for number, source in enumerate(CELLS)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {
        "cells": cells,
        "metadata": {"kernelspec": kernel},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
