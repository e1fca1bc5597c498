"""No article in code: a text about an invented war, with a chart and a claim, by data alone."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

import pytest
from answers import right_answer
from reader import parse
from small_kit import about, code, found, text
from support import message

from helpers.errors import KitError
from helpers.kinds.exercises import LessonExercises
from helpers.lesson import Lesson
from helpers.paths import ROOT, SEEDS
from helpers.texts.dossier import Dossier, open_dossier
from helpers.words import reading_text, record_text, result_text
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = """\
Quellen’s navy says that at least 12 Sarvian sailors drowned off Brake. Sarvia has not replied.
“We counted the boats,” said Captain Ada Morrow of Quellen.
"""
ABOUT = """\
id: brake
kind: constructed
title: The boats off Brake
label: Constructed for teaching. The states and the war are invented.
language: en-GB
words: WORDS
sha256: SHA
known: [It was written for a test.]
rights: Ours.
content_note: It tells of drowned sailors.
"""
SIDES = """\
parties: [{id: quellen, name: Quellen}, {id: sarvia, name: Sarvia}]
pairs: [[Quellen, Sarvia], [Quellian, Sarvian]]
stems: [Quell, Sarv]
left: {Brake: It is where the boats sank.}
senseless: {S3: Nobody else has a Captain Ada Morrow.}
invented: [[Quellen, Ostmark], [Quellian, Ostmarkan]]
"""
CLAIMS = """\
voices:
- {id: navy, name: Quellen’s navy, side: [{S1: Quellen’s}], rank: [{S1: navy}],
   could: Who in the navy counted.}
claims:
- id: C01
  voice: navy
  gist: At least 12 sailors drowned.
  type: number
  source: [{S1: Quellen’s navy}]
  cue: [{S1: says}]
  content: [{S1: at least 12 Sarvian sailors drowned off Brake}]
  mode: indirect
  kind: institution_as_person
  proximity: unknown
  side: quellen
  cue_class: neutral
  grade: weak
  reliability: F
  credibility: 6
  why: The party that gains by it says so, and nobody else.
"""
MORE = (
    "claims:\n",
    """- {id: morrow, name: Captain Ada Morrow, named: true, side: [{S3: of Quellen}]}
claims:
- id: C02
  voice: morrow
  gist: They counted the boats.
  type: quote
  source: [{S3: Captain Ada Morrow of Quellen}]
  cue: [{S3: said}]
  content: [{S3: We counted the boats}]
  mode: direct
  kind: named_official
  proximity: first_hand
  side: quellen
  cue_class: neutral
  grade: none
  reliability: C
  credibility: 3
  why: She has a name and a rank.
""",
)
"""A second voice, by name."""
TABLE = """\
row_id,date,claimant,aboard,what_is_counted,source_title,source_url
B1,2024-10-31,Quellen’s navy,60,sailors in the boats,The harbour book,https://example.org/book
B2,2024-11-02,A fisherman,48,sailors in the boats,The harbour book,https://example.org/book
"""
CHARTS = """\
- id: aboard
  kind: shares
  title: Twelve of those aboard
  picture: Fields of dots, drawn to scale. See the table.
  source: The two reports.
  heads: [Aboard, Who says so, Day told, Twelve of them, A tenth, Source]
  finding: "{part} is {of_smallest} of the fewest aboard."
  label: "{whole} · {name} · {share}"
  note: Each dot is a sailor.
  part: 12
  table: boats
  column: aboard
  wholes: [{row: B1, name: the navy}, {row: B2, name: a fisherman}]
"""
EXERCISES = """\
lesson: 01-brake
title: The boats
minutes: 3
article: brake
slips: {party=proof: {name: The party trap, says: The word of a party is no proof.}}
exercises:
- id: who
  kind: choice
  ask: Who says how many drowned?
  show: S1
  settle: A list of names.
  options:
  - {id: navy, text: A navy, right: true, verdict: So it reads., why: It is named as the source.,
     words: [{S1: Quellen’s navy}]}
  - {id: all, text: Both sides, verdict: Only one speaks., why: The other has not replied.,
     words: [{S2: Sarvia has not replied}], slip: party=proof}
- {id: parts, kind: annotate, ask: Mark who says what., show: S1, settle: A recording.,
   claims: [C01], why: {C01: {source: A navy., cue: A verb., content: A count.}}}
"""
CALLS = (
    'from helpers.lesson import open_lesson\nlesson = open_lesson("01-brake")',
    'lesson.ask("who")',
    'lesson.ask("parts")',
    'lesson.show("chart", "aboard", after="who")',
    'lesson.show("claims")',
)
README = "| [The boats](lessons/01-brake.ipynb) | 3 |\n"
GENERIC = frozenset({"and", "for", "ford", "monitors", "north", "of", "port", "post", "reach",
                     "sand", "the", "two", "war", "weir", "world"})  # fmt: skip
"""Words of names that are plain English besides."""


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """Write a kit of one text and one lesson."""
    content = ARTICLE.encode()
    written = ABOUT.replace("SHA", hashlib.sha256(content).hexdigest())
    cells = [cell for n, call in enumerate(CALLS) for cell in (text(n, 3), code(n, call))]
    page = {"cells": cells, "metadata": about("01-brake"), "nbformat": 4, "nbformat_minor": 5}
    files = {
        "seeds/brake/article.txt": ARTICLE,
        "seeds/brake/article.yaml": written.replace("WORDS", str(len(ARTICLE.split()))),
        "seeds/brake/sides.yaml": SIDES,
        "seeds/brake/claims.yaml": CLAIMS,
        "seeds/brake/boats.csv": TABLE,
        "seeds/brake/charts.yaml": CHARTS,
        "lessons/exercises/01-brake.yaml": EXERCISES,
        "lessons/01-brake.ipynb": json.dumps(page),
        "README.md": README,
    }
    for name, written in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(written.encode())
    return tmp_path


BROKEN = {
    "letters": ("article.txt", "sailors", "sai\u200blors", "S1: It has ZERO WIDTH SPACE"),
    "a label": ("article.yaml", "label: Constr", "label: Not constr", "label: The label does not"),
    "a kind": ("article.yaml", "kind: constructed", "kind: seed", "kind: It is called a seed"),
    "a voice": ("claims.yaml", "voice: navy", "voice: morrow", "C01: Its source “Quellen’s navy”"),
    "a name": ("claims.yaml", "name: Captain Ada", "name: Ida", "morrow: It is named, but"),
    "a gist": ("claims.yaml", "gist: At least 12", "gist: At least 21", "C01: “21” stands in no"),
    "a reason": ("claims.yaml", "and nobody else", "and 300 others", "C01: “300” stands in no"),
    "a quotation": ("claims.yaml", "and nobody", "“and others”, nobody", "“and others” stands in"),
    "a sentence": ("claims.yaml", "and nobody else", "as S9 shows", "C01: There is no S9 in brake"),
    "a chart": ("charts.yaml", "part: 12", "part: 120", "aboard: It draws 120, which is no number"),
    "a caption": ("charts.yaml", "title: Twelve", "title: Thirty", "aboard: “Thirty” stands in"),
    "no such sentence": ("sides.yaml", "senseless: {S3:", "senseless: {S9:", "no sentence S9"),
    "no reason": (
        "sides.yaml",
        "S3: Nobody else has a Captain Ada Morrow.",
        'S3: ""',
        "senseless, S3: The field “why” is empty",
    ),
    "a name twice": (
        "sides.yaml",
        "[Quellian, Ostmarkan]",
        "[Quellen, Ostmarkan]",
        "invented, Quellen: The id “Quellen” is given 2 times",
    ),
    "a day": ("boats.csv", "2024-11-02", "2024-11-31", "B2: “2024-11-31” is no day"),
    "a day ahead": ("boats.csv", "2024-11-02", "2999-11-02", "B2: “2999-11-02” lies in the future"),
    "a figure": ("boats.csv", ",60,", ",-60,", "B1: “-60” in aboard is below zero"),
}


@pytest.mark.parametrize(("name", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_what_check_proves_holds_for_any_article(
    kit: Path, name: str, old: str, new: str, says: str
) -> None:
    claims = kit / "seeds/brake/claims.yaml"
    claims.write_text(claims.read_text("utf-8").replace(*MORE), encoding="utf-8")
    assert found(kit / "seeds/brake") == []
    file = kit / "seeds/brake" / name
    whole = file.read_text(encoding="utf-8")
    assert whole.count(old) == 1
    file.write_text(whole.replace(old, new), encoding="utf-8")
    assert any(says in finding for finding in found(kit / "seeds/brake"))


def opened(kit: Path) -> Lesson:
    """Open its lesson."""
    exercises = LessonExercises(kit / "lessons/exercises/01-brake.yaml", kit / "seeds")
    return Lesson(exercises, Workbook(kit / "work"))


def sent(exercise: str, **answer: list[str]) -> dict[str, object]:
    """Write an answer as the browser sends it."""
    made = message(exercise, answer=answer, confidence=100)
    return {**made, "event": {**made["event"], "lesson": "01-brake"}}


def test_check_has_nothing_to_mend_in_it(kit: Path) -> None:
    assert found(kit) == []


def test_its_card_is_answered_and_marked_by_its_own_claim(kit: Path) -> None:
    lesson = opened(kit)
    card, marking = lesson.ask("who"), lesson.ask("parts")
    card.hear(sent("who", option=["navy"]))
    assert "So it reads." in card.markup
    bound = lesson.exercises.exercise("parts")
    answer = right_answer(bound)
    assert len(answer["annotation"]) == 3
    marking.hear(sent("parts", **answer))
    assert marking.value["score"] == 1
    assert result_text.went_well(2, 2) in lesson.summary().markup


def test_its_chart_has_its_own_title_and_heads_and_waits_for_the_answer(kit: Path) -> None:
    lesson = opened(kit)
    shown, card = lesson.show("chart", "aboard", after="who"), lesson.ask("who")
    assert reading_text.OPENS_AFTER in shown.markup
    card.hear(sent("who", option=["all"]))
    page = parse(shown.markup)
    assert page.all("caption")[0].text == "Twelve of those aboard"
    heads = [head.text for head in page.all("thead")[0].all("th")]
    assert heads == ["Aboard", "Who says so", "Day told", "Twelve of them", "A tenth", "Source"]
    cells = [[cell.text for cell in row.all("th", "td")] for row in page.all("tr")[1:]]
    book = "The harbour book"
    assert cells == [
        ["60", "Quellen’s navy", "31 October 2024", "20\N{NO-BREAK SPACE}%", "6", book],
        ["48", "A fisherman", "2 November 2024", "25\N{NO-BREAK SPACE}%", "4.8", book],
    ]


def side_told(lesson: Lesson) -> str:
    """Read whose side the record of the claims names."""
    page = parse(lesson.show("claims").markup)
    texts = ([one.text for one in page.all(tag)] for tag in ("dt", "dd"))
    return dict(zip(*texts, strict=True))[record_text.SIDE]


def test_the_side_of_its_claim_is_a_party_of_this_text(kit: Path) -> None:
    lesson = opened(kit)
    home = lesson.exercises.article
    assert home.claim("C01").side in {party.id for party in home.parties}
    assert side_told(lesson) == "Quellen"
    swapped = parse(lesson.show("swapped", "S1").markup)
    assert "Sarvia’s navy says that at least 12 Quellian sailors drowned off Brake." in swapped.text
    assert "Brake: It is where the boats sank." in swapped.text


@pytest.mark.parametrize("side", ["ukraine", "belligerent_A", "sarviaa", "Quellen"])
def test_a_side_that_is_no_party_of_this_text_is_found(kit: Path, side: str) -> None:
    claims = kit / "seeds/brake/claims.yaml"
    claims.write_bytes(CLAIMS.replace("side: quellen", f"side: {side}").encode())
    first, *others = found(kit)
    known = "quellen, sarvia, both, ally, third_party, none"
    assert first.endswith(f"C01: “{side}” is no side of this text; use {known}.")
    assert all(f"“{side}” is no side of the text “brake”" in says for says in others)


def test_it_is_read_in_its_own_language(kit: Path) -> None:
    [article] = parse(opened(kit).read("S1").markup).marked("article")
    assert article.attrs["lang"] == "en-GB"


def test_a_text_without_charts_and_sides_opens_too(kit: Path) -> None:
    for file in ("charts.yaml", "sides.yaml", "boats.csv"):
        (kit / "seeds/brake" / file).unlink()
    claims = kit / "seeds/brake/claims.yaml"
    claims.write_bytes(CLAIMS.replace("side: quellen", "side: none").encode())
    lesson = opened(kit)
    card = lesson.ask("who")
    card.hear(sent("who", option=["navy"]))
    assert "So it reads." in card.markup
    assert side_told(lesson) == "not told"
    with pytest.raises(KitError, match="The text “brake” has no chart “aboard”"):
        lesson.show("chart", "aboard")
    (says,) = found(kit)
    assert "code-3: The text “brake” has no chart “aboard”; mend what the cell names." in says


def names(dossier: Dossier) -> Iterator[str]:
    """Give the names that a text brings along: its own, of its parties, its people and places."""
    yield dossier.id
    for party in dossier.parties:
        yield from (party.id, party.name)
    for voice in dossier.ledger.voices:
        yield from re.findall(r"(?:[A-Z][\w-]+ ?)+", voice.name)
    if (dossier.folder / "sides.yaml").exists():
        yield from (name for pair in dossier.sides.pairs for name in pair)
        yield from dossier.sides.left


def test_nothing_in_the_code_knows_a_text() -> None:
    texts = [open_dossier(folder.name) for folder in SEEDS.iterdir() if folder.is_dir()]
    whole = {name.strip() for dossier in texts for name in names(dossier)}
    parts = {part for name in whole for part in name.split() if part.lower() not in GENERIC}
    assert {"Kursk", "kursk", "north_korea", "Ukrainian", "Pyongyang", "Putin", "Talmark"} <= parts
    known = re.compile(
        "|".join(rf"\b{re.escape(name)}\b" for name in {*whole, *parts}), re.IGNORECASE
    )
    kinds = {".py", ".js", ".css"}
    files = [path for path in (ROOT / "helpers").rglob("*") if path.suffix in kinds]
    found = {
        (path.relative_to(ROOT).as_posix(), known.findall(path.read_text("utf-8"))[0])
        for path in files
        if known.search(path.read_text("utf-8"))
    }
    assert len(files) > 100
    assert found == set()
