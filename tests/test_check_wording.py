"""`check` on actions, sides, charts, and on words to mark that are no part of a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from small_kit import found, small_kit
from support import write_yaml

if TYPE_CHECKING:
    from pathlib import Path

ACTION = {"id": "broke", "verb": [{"S1": "broke"}], "voice": "active", "why": "It happens."}
SIDES = {"pairs": [["Rell", "Ostrel"]], "stems": [], "left": {"lamps": "They have no side."}}
HEADS = ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]
CHART = {
    "id": "one",
    "kind": "bounds",
    "title": "A title",
    "picture": "A picture.",
    "source": "Ours.",
    "heads": HEADS[:3],
    "axis": "Lamps",
    "phrases": [{"words": {"S1": "forty"}}],
}
ASK = {"id": "crushed", "label": "loaded", "words": [{"S1": "lamps"}], "why": "It stirs."}


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ({}, ""),
        ({"why": ""}, "broke: The field “why” is empty"),
        ({"verb": []}, "broke: It quotes no verb"),
        ({"agent": [{"S1": "bulbs"}]}, "broke: lamps S1: “bulbs” is not there"),
        ({"patient": [{"S9": "x"}]}, "broke: lamps has no sentence S9"),
        ({"why": "A hoax."}, "broke: “hoax” says more than a record can"),
    ],
)
def test_an_action_quotes_its_words_and_says_what_its_form_does(
    tmp_path: Path, action: dict[str, Any], says: str
) -> None:
    path = small_kit(tmp_path) / "seeds/lamps/actions.yaml"
    write_yaml(path, [ACTION | action])
    findings = found(path)
    assert bool(findings) is bool(says)
    assert all(says in one for one in findings)


@pytest.mark.parametrize(
    ("sides", "says"),
    [
        ({}, ""),
        ({"pairs": [["Rell", "Ostrel"], ["Rell", "Tham"]]}, "pairs, Rell: The id “Rell” is given"),
        ({"left": {"lamps": ""}}, "left, lamps: The field “why” is empty"),
    ],
)
def test_a_name_stands_in_one_pair(tmp_path: Path, sides: dict[str, Any], says: str) -> None:
    path = small_kit(tmp_path) / "seeds/lamps/sides.yaml"
    write_yaml(path, SIDES | sides)
    findings = found(path)
    assert bool(findings) is bool(says)
    assert all(says in one for one in findings)


def test_what_cannot_be_drawn_is_found(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / "seeds/lamps/charts.yaml"
    says = {"title": "A title", "picture": "A picture.", "source": "Ours."}
    more = {"finding": "So.", "note": "So.", "label": "So", "heads": HEADS}
    cases = {"title": "Cases", "groups": ["a"]}
    drawn = [
        {"kind": "bounds", "phrases": [{"words": {"S1": "on Monday"}}], "heads": HEADS[:3],
         "axis": "Lamps"},
        {"kind": "shares", **more, "part": 30, "table": "lamps", "column": "lamps_low",
         "wholes": [{"row": "L01", "name": "all"}], "heads": HEADS[:6]},
        {"kind": "ratios", **more, "table": "none", "claim": "L01", "groups": {}, "axis": "Lamps",
         "empty": "none", "documented": cases, "others": cases},
        {"kind": "areas", **more, "table": "lamps", "printed": 1, "upward": "Land",
         "across": "Days"},
    ]  # fmt: skip
    write_yaml(path, [{"id": f"the-{one['kind']}", **says, **one} for one in drawn])
    findings = "\n".join(found(path))
    assert "the-bounds: “on Monday” is no number phrase" in findings
    assert "the-shares: The chart “the-shares” needs a column 'claimant'" in findings
    assert "the-ratios: The text “lamps” has no table “none”; mend" in findings
    assert "the-areas: The chart “the-areas” needs a column 'controlled_km2_low'" in findings


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, ""),
        ({"title": " "}, "one: The field “title” is empty"),
        ({"picture": ""}, "one: The field “picture” is empty"),
        ({"heads": ["One"]}, "one ([0].heads): Expected `array` of length 3"),
        ({"kind": "pie"}, "one ([0].kind): Invalid value 'pie'"),
        ({"colour": "red"}, "one ([0]): Object contains unknown field `colour`"),
    ],
)
def test_a_chart_says_what_it_is(tmp_path: Path, fields: dict[str, Any], says: str) -> None:
    path = small_kit(tmp_path) / "seeds/lamps/charts.yaml"
    write_yaml(path, [CHART | fields])
    findings = found(path)
    assert len(findings) == bool(says), findings
    assert all(says in one for one in findings)


def test_two_charts_have_ids_of_their_own(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / "seeds/lamps/charts.yaml"
    write_yaml(path, [CHART, CHART])
    (says,) = found(path)
    assert "one: The id “one” is given 2 times" in says


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ({}, ""),
        ({"certainty": "arguable"}, ""),
        ({"why": ""}, "crushed: The field “why” is empty"),
        ({"words": [{"S1": "bulbs"}]}, "lamps S1: “bulbs” is not there"),
        ({"words": [{"S4": "Reports"}]}, "crushed: Its words are not in S1"),
        ({"label": "remedy"}, "crushed: Nobody can mark a remedy here"),
    ],
)
def test_words_to_find_stand_in_the_passage_with_a_reason(
    tmp_path: Path, ask: dict[str, Any], says: str
) -> None:
    path = small_kit(tmp_path) / "lessons/exercises/01-lamps.yaml"
    exercises = yaml.safe_load(path.read_text("utf-8"))
    marks = next(one for one in exercises["exercises"] if one["id"] == "marks")
    more = {"asks": [ASK | ask], "labels": ["source", "cue", "content", "loaded"]}
    exercises["exercises"][exercises["exercises"].index(marks)] = marks | more
    write_yaml(path, exercises)
    findings = found(path)
    assert bool(findings) is bool(says)
    assert any(says in one for one in findings) or not says
