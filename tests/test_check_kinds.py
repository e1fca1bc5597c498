"""`check` on the kinds of exercise: each row breaks one thing, and just that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, found, small_kit

if TYPE_CHECKING:
    from pathlib import Path

EXERCISES_FILE = "lessons/exercises/01-lamps.yaml"
TEMPTING = "tempting: [{put: write, before: break, slip: many=more, why: It is what we see.}]"

BROKEN = {
    "no right option": ("right: true, ", "arguable: true, ", "who: No option is right"),
    "two right options": ("text: Everybody,", "text: Everybody, right: true,", "More than one is"),
    "right and arguable": ("right: true,", "right: true, arguable: true,", "right and arguable at"),
    "how sure of several": (
        "settle: A list of lamps.",
        "settle: A list of lamps.\n  several: true\n  sure: true",
        "who: How sure is asked of one answer",
    ),
    "a right place that tempts": (
        "tempting: {other: {slip: named=true",
        "tempting: {first: {slip: named=true",
        "near, n1, first: This is no wrong place",
    ),
    "an arguable place that tempts": (
        "also: [thin], verdict: Sound., why: It is signed.}",
        (
            "also: [thin], verdict: Sound., why: It is signed.,\n"
            "     tempting: {thin: {slip: many=more, why: Many say so.}}}"
        ),
        "place, i3, thin: This is no wrong place",
    ),
    "an option given twice": ("{id: lamps,", "{id: mayor,", "who, mayor: The id “mayor” is given"),
    "an option that says nothing": ("text: Everybody", 'text: ""', "who, lamps: The field “text”"),
    "a category given twice": (
        "{id: thin, text: Thin}",
        "{id: thin, text: Thin}\n  - {id: thin, text: Dim}",
        "place, thin: The id “thin” is given",
    ),
    "a temptation without reason": ("why: It is dim.", 'why: ""', "near, n1, other: The field"),
    "a slip without reason": (
        "why: It is what we see.",
        'why: ""',
        "steps, write before break: The",
    ),
    "a category that is not there": (
        "category: thin, verdict: Thin., why: No num",
        "category: dim, verdict: Thin., why: No num",
        "place, i5: There is no category “dim”",
    ),
    "an arguable one that is not there": ("also: [thin]", "also: [dim]", "i3: “dim” under also is"),
    "an item that shows nothing": ("text: A hum, ", "", "place, i4: It shows nothing"),
    "a category that waits": (
        "  items:\n  - {id: i2",
        "  - {id: odd, text: Odd}\n  items:\n  - {id: i2",
        "place, odd: No item belongs here",
    ),
    "a key that is written twice": (
        "claim: C01, verdict",
        "claim: C01, category: first, verdict",
        "near, n1: Its place comes from claims.yaml",
    ),
    "a word covered twice": ("[unknown]", "[unknown, first_hand]", "near: Two categories cover"),
    "a word that does not exist": ("[unknown]", "[unknown, near]", "near, other: “near” under"),
    "a category that covers nothing": ("[unknown]", "[]", "near, other: It covers nothing"),
    "an item that nothing covers": ("[first_hand]", "[hearsay]", "near: near, n1: no category"),
    "no tempting order": (TEMPTING, "tempting: []", "steps: It has no tempting wrong order"),
    "a slip of no item": (
        "{put: write",
        "{put: wrote",
        "The tempting order does not name two items",
    ),
    "a slip that is right": (
        "{put: write, before: break",
        "{put: break, before: write",
        "steps, break before write: This is no wrong order",
    ),
    "a slip that is a tie": (
        "{put: write, before: break",
        "{put: tell, before: break",
        "steps, tell before break: This is no wrong order",
    ),
    "a tie of no items": ("[[break, tell]]", "[[break, told]]", "does not name two items"),
    "no first poll": ("again: vote", "again: who", "vote-again: No earlier poll is called “who”"),
    "other options": (
        "ask: How many now?\n  after: Kept.\n  options: [{id: few",
        "ask: How many now?\n  after: Kept.\n  options: [{id: one",
        "vote-again: Its options are not those of “vote”",
    ),
    "a view that rests on nothing": (
        "many?\n  after: Kept.",
        'many?\n  after: ""',
        "“after” is emp",
    ),
    "a part without reason": (
        "  why: {C01: {source: A man., ",
        "  why: {C01: {",
        "marks, C01: Its source has no reason",
    ),
    "a part with an empty reason": (
        "  why: {C01: {source: A man.",
        '  why: {C01: {source: ""',
        "marks, C01: The field “source” is empty",
    ),
    "a reason for no part": (
        "  why: {C01: {source: A man.",
        "  why: {C01: {sauce: It., source: A man.",
        "marks, C01: The reason for its sauce is never shown",
    ),
    "a claim that is not there": (
        "claims: [C01]",
        "claims: [C01, C9]",
        "marks: The text “lamps” has",
    ),
    "a claim of another passage": (
        "claims: [C01]",
        "claims: [C01, C02]",
        "marks, C02: The passage",
    ),
    "a stray of another passage": ("{S1: lamps}", "{S3: Nobody}", "Its words are not in S1"),
    "a stray that is not there": ("{S1: lamps}", "{S1: lamp}", "marks: lamps S1: “lamp” is not"),
    "a stray that is part of the key": ("{S1: lamps}", "{S1: The mayor}", "never a stray"),
    "a stray without reason": ("They are mute.", '""', "The field “why” is empty"),
    "a stray nobody can mark": (
        "why: {C01: {source: A man., cue: A verb., content: A count.}}\n  strays",
        "labels: [cue, content]\n  why: {C01: {cue: A verb., content: A count.}}\n  strays",
        "Nobody can mark a source here",
    ),
    "graphic words to mark": (
        "Mark them.\n  show: S1",
        "Mark them.\n  show: S1-S2",
        "marks: The passage holds the graphic words “crushed hand”",
    ),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_finding(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings = changed(tmp_path, EXERCISES_FILE, old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


VIEWS = {
    "a view given twice": ("id: lots", "id: few", "vote, few: The id “few” is given 2 times"),
    "a view that rests on nothing": ("says: Reports.", 'says: ""', "vote, lots: The field “says”"),
}


@pytest.mark.parametrize(("old", "new", "says"), VIEWS.values(), ids=VIEWS)
def test_the_views_of_both_polls_are_checked(tmp_path: Path, old: str, new: str, says: str) -> None:
    exercises = small_kit(tmp_path) / EXERCISES_FILE
    exercises.write_text(exercises.read_text("utf-8").replace(old, new), encoding="utf-8")
    findings = found(exercises)
    assert len(findings) == 2, findings
    assert says in findings[0]
