"""`check` on kinds without a key, the pool and the voices: each row breaks one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from small_kit import changed, found, small_kit
from support import MEN, SIDES, write, write_yaml

from helpers.topics.anonymity import CONDITIONS, conditions

if TYPE_CHECKING:
    from pathlib import Path

EXERCISES_FILE = "lessons/exercises/01-lamps.yaml"
MORE = {
    "decide": write("panel", show="S1"),
    "likely": write("trial"),
    "label": write("write"),
    "guess": write("estimate"),
    "trip": write("journey", table="men"),
    "sure": write("rate", lost=[{"words": {"S1": "said"}, "says": "So."}]),
    "turned": write("swap", again="marks"),
}
ONE, TWO, THREE = MORE["decide"]["panel"]
TWO["words"] = [{"S1": "broke"}]
A, B = MORE["decide"]["options"]
CLEAR, KIND = MORE["label"]["rubric"]
MEN_ITEM, STOP = MORE["guess"]["items"][0], MORE["trip"]["steps"][0]
BROKEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "two members": ("decide", {"panel": [ONE, THREE]}, "A panel has 3 members"),
    "no closing word": ("decide", {"after": ""}, "decide: The field “after” is empty"),
    "nothing that settles": ("decide", {"settle": ""}, "decide: The field “settle” is empty"),
    "a course given twice": ("decide", {"options": [A, A, B]}, "decide, a: The"),
    "a member who says nothing": (
        "decide",
        {"panel": [ONE, THREE, {"who": "Ed", "takes": "a", "why": ""}]},
        "decide, Ed: The field “why” is empty",
    ),
    "a course that is not there": (
        "decide",
        {"panel": [ONE, THREE, {"who": "Ed", "takes": "z", "why": "So."}]},
        "decide, Ed: There is no option “z”",
    ),
    "words that are not there": (
        "decide",
        {"panel": [ONE, THREE,
                   {"who": "Ed", "takes": "a", "why": "So.", "words": [{"S1": "bulbs"}]}]},
        "decide, Ed: lamps S1: “bulbs” is not there",
    ),
    "one version": ("likely", {"versions": MORE["likely"]["versions"][:1]}, "needs two versions"),
    "versions without an end": ("likely", {"after": ""}, "likely: The field “after” is empty"),
    "a version that tells nothing": (
        "likely",
        {"versions": [*MORE["likely"]["versions"], {"id": "x", "text": "X", "tells": ""}]},
        "likely, x: The field “tells” is empty",
    ),
    "no models": ("label", {"models": []}, "label: It needs probes, a rubric and models"),
    "no probes": ("label", {"probes": []}, "label: It needs probes, a rubric and models"),
    "a model without reason": (
        "label", {"models": [{"text": "A baker from Rell", "why": ""}]}, "label: The field “why”",
    ),
    "a model that its probes do not find good": (
        "label", {"models": [{"text": "Odo from Rell", "why": "So."}]}, "label: The probe “safe”",
    ),
    "a row named like a field": (
        "label",
        {"rubric": [{"id": "text", "ask": "How?", "steps": ["a", "b", "c", "d"]}]},
        "label: “text” is the name of another field",
    ),
    "no number": ("guess", {"items": []}, "guess: It asks for no number"),
    "a number without a source": (
        "guess", {"items": [{**MEN_ITEM, "source": ""}]}, "guess, men: The field “source” is",
    ),
    "a number without an address": (
        "guess", {"items": [{**MEN_ITEM, "address": ""}]}, "guess, men: Its number has no address",
    ),
    "a number whose address is not there": (
        "guess", {"items": [{**MEN_ITEM, "address": "men/M9"}]}, "guess, men: men.csv of “lamps”",
    ),
    "a number below zero": (
        "guess", {"items": [{**MEN_ITEM, "truth": -1}]}, "guess, men: Its truth is no number",
    ),
    "no stop": ("trip", {"steps": []}, "trip: It has no stop"),
    "a stop without a row": (
        "trip", {"steps": [{**STOP, "rows": []}]}, "trip, one: It shows no row of the table",
    ),
    "a stop with a row that is not there": (
        "trip", {"steps": [{**STOP, "rows": ["M9"]}]}, "trip, one: men.csv of “lamps” has no row",
    ),
    "a stop without reason": ("trip", {"steps": [{**STOP, "why": ""}]}, "trip, one: The field"),
    "a statement without a number": (
        "trip", {"said": [{"row": "M4", "name": "A clerk"}]}, "trip, M4: It has no number in",
    ),
    "a statement without a name": (
        "trip", {"said": [{"row": "M3", "name": ""}]}, "trip, M3: The field “name” is empty",
    ),
    "a slider that goes nowhere": ("trip", {"tens": 0}, "trip: Its slider cannot go so far"),
    "a stop without a day": (
        "trip", {"steps": [{**STOP, "rows": ["M5"]}]}, "trip, one: “2024-12” is no day",
    ),
    "a sharp range turned round": (
        "guess", {"items": [{**MEN_ITEM, "sharp": [9, 8]}]}, "guess, men: Its sharp range is none",
    ),
    "two readings": (
        "sure", {"readings": {"S1": {"given": [4, 6], "why": "So."}}}, "sure, S1: Give 3 readings",
    ),
    "a reading above 100": (
        "sure", {"readings": {"S1": {"given": [4, 6, 101], "why": "So."}}}, "sure, S1: Give 3",
    ),
    "a reading without reason": (
        "sure", {"readings": {"S1": {"given": [4, 5, 6], "why": ""}}}, "sure, S1: The field “why”",
    ),
    "a reading of no sentence": (
        "sure", {"readings": {"S9": {"given": [4, 5, 6], "why": "So."}}}, "sure, S9: “lamps” has",
    ),
    "a band that no step can hit": (
        "sure", {"readings": {"S1": {"given": [6, 7, 9], "why": "So."}}}, "sure, S1: No step (5, ",
    ),
    "no readings": ("sure", {"readings": {}}, "sure: It has no readings"),
    "a place that is not there": (
        "sure", {"lost": [{"words": {"S1": "bulbs"}, "says": "So."}]}, "“bulbs” is not there",
    ),
    "a reading beside without reason": (
        "sure",
        {"beside": {"text": "twin", "readings": {"S1": {"given": [4, 5, 6], "why": ""}}}},
        "sure, beside, S1: The field “why”",
    ),
    "nothing to turn round": ("turned", {"again": "vote"}, "turned: No earlier annotate is called"),
    "a row given twice": ("label", {"rubric": [CLEAR, CLEAR, KIND]}, "label, clear: The id"),
}  # fmt: skip


def with_more(root: Path, **changed_fields: dict[str, Any]) -> Path:
    """Add the exercises to the lesson of a small kit, some of their fields changed."""
    path = small_kit(root) / EXERCISES_FILE
    more = "M4,2024-12-02,A clerk,,,,,x\nM5,2024-12,A clerk,,1,1,x,x\n"
    table = MEN.replace("basis_as_published", "source_title") + more
    (root / "seeds/lamps/men.csv").write_text(table, encoding="utf-8")
    write_yaml(root / "seeds/lamps/sides.yaml", SIDES)
    exercises = yaml.safe_load(path.read_text(encoding="utf-8"))
    for name, fields in MORE.items():
        exercises["exercises"].append(fields | changed_fields.get(name, {}))
    path.write_text(yaml.safe_dump(exercises, allow_unicode=True), encoding="utf-8")
    return path


def test_kinds_without_a_key_have_nothing_to_mend(tmp_path: Path) -> None:
    assert found(with_more(tmp_path)) == []


def test_annotations_of_another_text_cannot_be_turned_round(tmp_path: Path) -> None:
    path = with_more(tmp_path, turned={"article": "twin"})
    write_yaml(tmp_path / "seeds/twin/sides.yaml", SIDES)
    (says,) = found(path)
    assert says.endswith("turned: “marks” asks about another text; give both one article.")


@pytest.mark.parametrize("row", BROKEN)
def test_what_is_broken_is_found(tmp_path: Path, row: str) -> None:
    name, fields, says = BROKEN[row]
    findings = found(with_more(tmp_path, **{name: fields}))
    assert len(findings) == 1, findings
    assert says in findings[0]


@pytest.mark.parametrize(
    ("pool", "says"),
    [
        ("{take: 2, of: [who, near, place]}", ""),
        ("{take: 2, of: [who, near, nobody]}", "recall: There is no exercise “nobody”"),
        ("{take: 2, of: [who, near]}", "recall: It draws 2 of 2; let the pool hold more"),
        ("{take: 0, of: [who, near]}", "recall: It draws 0 of 2"),
        ("{take: 1, of: [who, who]}", "recall, who: The id “who” is given 2 times"),
    ],
)
def test_a_pool_holds_more_than_is_drawn(tmp_path: Path, pool: str, says: str) -> None:
    findings = changed(tmp_path, EXERCISES_FILE, "minutes: 5", f"minutes: 5\nrecall: {pool}")
    assert [one for one in findings if says in one] == findings
    assert bool(findings) is bool(says)


@pytest.mark.parametrize(
    ("voices", "says"),
    [
        ("{id: mayor, name: M, could: More.}", ""),
        ("{id: mayor, name: Reports, named: true}", ""),
        ("{id: mayor, name: M}", "voices, mayor: The field “could” is empty"),
        ('{id: mayor, name: "", could: More.}', "voices, mayor: The field “name” is empty"),
        ("{id: mayor, name: M, could: M., side: [{S1: x}]}", "voices, mayor: lamps S1: “x” is not"),
        ("{id: other, name: M, could: More.}", "C01: Its voice and its source do not fit"),
    ],
)
def test_voices_are_told_and_heard(tmp_path: Path, voices: str, says: str) -> None:
    name = "seeds/lamps/claims.yaml"
    small_kit(tmp_path)
    text = (tmp_path / name).read_text(encoding="utf-8")
    text = text.replace("claims:\n", f"voices:\n- {voices}\nclaims:\n", 1)
    for claim in ("C01", "C02"):
        text = text.replace(f"- id: {claim}\n", f"- id: {claim}\n  voice: mayor\n", 1)
    for kind in ("named_official", "vague_plural"):  # a kind that says nothing of a name
        text = text.replace(f"kind: {kind}", "kind: participant_witness")
    (tmp_path / name).write_text(text, encoding="utf-8")
    findings = found(tmp_path / name)
    assert [one for one in findings if says in one][:1] == findings[:1]
    assert bool(findings) is bool(says)


RULE = """
- id: told
  asks: Is it told?
  rules: [{owner: AP, says: Tell it., source: {title: A page, url: "https://example.org"}}]
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("told\n", "told\n", ""),
        ("owner: AP", 'owner: ""', "told, : The field “owner” is empty"),
        ("Is it told?", '""', "told: The field “asks” is empty"),
        ("https://example.org", "nowhere", "told, AP: “nowhere” is no web address"),
        ("Tell it.", "It was debunked.", "told: “debunked” says more than a record can"),
        ("rules: [", "rules: []  # [", "told: Nobody asks for it"),
    ],
)
def test_every_rule_has_an_owner_and_a_page(tmp_path: Path, old: str, new: str, says: str) -> None:
    path = tmp_path / CONDITIONS
    path.write_text(RULE.replace(old, new), encoding="utf-8")
    conditions.cache_clear()
    findings = found(path)
    assert bool(findings) is bool(says)
    assert all(says in one for one in findings)
