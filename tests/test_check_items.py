"""`check` on what exercises list and how they are rated: each row breaks one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from kind_files import KINDS, example
from small_kit import CLAIMS, changed, found, small_kit
from support import KEY, make_exercises, write

from helpers.checks import texts
from helpers.kinds.hints import telling_words
from helpers.kinds.registry import KINDS as REGISTERED
from helpers.texts.article import Quote
from helpers.topics.anonymity import CONDITIONS

if TYPE_CHECKING:
    from pathlib import Path

SHEET, RATED = "lessons/exercises/01-lamps.yaml", "seeds/lamps/claims.yaml"
EVERYBODY = """
  - {id: lamps, text: Everybody, verdict: Not in the text., why: Nobody else speaks.,
     words: [{S1: said}], slip: named=true}"""
LAST = """
  - {id: write, text: Somebody writes, verdict: Last., why: It is printed.}"""
TELL = f"""
  - {{id: tell, text: Somebody tells, verdict: Next., why: He ran.}}{LAST}
  ties: [[break, tell]]"""
HINT, ITEM = "Look at the start.", "- {id: i4, text: A hum,"
BROKEN = {
    "one text for two options": (
        "text: Everybody",
        "text: the  MAYOR.",
        "who, lamps: “the  MAYOR.” is",
    ),
    "one text for two items": ("text: A hum,", "text: A note,", "place, i4: “A note” is what “i3”"),
    "one text for two categories": ("text: Thin}", "text: well}", "place, thin: “well” is what"),
    "one text for two steps": (
        "text: Somebody tells",
        "text: They break.",
        "steps, tell: “They br",
    ),
    "one option": (EVERYBODY, "", "who: Its options hold 1 entry; give 2 or more."),
    "two items to order": (TELL, LAST, "steps: Its items hold 2 entries; give 3 or more."),
    "a hint with the key": (HINT, "Does a mayor speak?", "who: A hint says “mayor”, which only"),
    "no time": ("minutes: 5", "minutes: 0", "minutes: Say how many minutes the lesson"),
    "less than none": ("minutes: 5", "minutes: -5", "from 1 to 180; not -5."),
    "a day of work": ("minutes: 5", "minutes: 400", "from 1 to 180; not 400."),
    "capitals": (ITEM, "- {id: I4, text: A hum,", "place: “I4” is no id; write lower-case"),
    "a tool of the page": (ITEM, "- {id: _x, text: A hum,", "place: “_x” is no id"),
    "what every object has": (ITEM, "- {id: __proto__, text: A hum,", "“__proto__” is no id"),
    "dots": ("id: lamps, text: Everybody", "id: l.amps, text: Everybody", "who: “l.amps” is no id"),
    "umlauts": ("id: near\n", "id: nähe\n", "“nähe” is no id"),
    "81 letters": (ITEM, f"- {{id: {81 * 'a'}, text: A hum,", f"“{60 * 'a'}…” is no id"),
    "a hyphen in front": ("id: near\n", "id: -near\n", "“-near” is no id"),
    "a field of every form": (
        ITEM,
        "- {id: confidence, text: A hum,",
        "place: “confidence” is the name of another field",
    ),
}


@pytest.mark.parametrize(("old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_one_thing_broken_is_one_finding(tmp_path: Path, old: str, new: str, says: str) -> None:
    findings = changed(tmp_path, SHEET, old, new)
    assert len(findings) == 1, findings
    assert says in findings[0]


@pytest.mark.parametrize("hint", ["Is it the man?", "Who speaks?", "What does he say there?"])
def test_a_hint_may_use_words_that_tell_nothing(tmp_path: Path, hint: str) -> None:
    assert changed(tmp_path, SHEET, HINT, hint) == []


@pytest.mark.parametrize("text", ["39", "S12", "2024"])
def test_a_number_tells_much(text: str) -> None:
    assert telling_words(f"It is {text}.") == {text.casefold()}


def parts_with_words() -> list[tuple[str, str]]:
    """Name each list of each kind whose entries are told apart by words."""
    return [
        (kind, some.field)
        for kind in KINDS
        for some in msgspec.convert(example(kind), REGISTERED[kind], dec_hook=quote).parts()
        if some.entries and all(text for _, text in some.entries)
    ]


def quote(_: type, written: object) -> Quote:
    return Quote.read(written)


@pytest.mark.parametrize(("kind", "field"), parts_with_words())
def test_no_two_parts_of_any_kind_say_the_same(tmp_path: Path, kind: str, field: str) -> None:
    written = example(kind)
    first, second, *_ = written[field]
    (words,) = {"text", "ask"} & {*first} or {"says"}
    second[words] = f" {first[words].upper()}"
    exercises = make_exercises(tmp_path, written, claims=(write("claim", **KEY),))
    exercise = exercises.written(written["id"])
    told = [flaw for flaw in exercise.flaws(exercises.article, ()) if "is what" in flaw.says]
    assert [flaw.item for flaw in told] == [f"{exercise.id}, {second['id']}"]


RATINGS = {
    "F6": ("", "C02: It is rated F6 and called sound; take out sound: true"),
    "a caveat of the text": ("caveat: [{S4: Reports say}], ", ""),
    "a caveat that is not there": ("caveat: [{S4: Nobody}], ", "C02: lamps S4: “Nobody” is not"),
}


@pytest.mark.parametrize(("caveat", "says"), RATINGS.values(), ids=RATINGS)
def test_what_nobody_can_judge_is_not_sound(tmp_path: Path, caveat: str, says: str) -> None:
    line = f"  {caveat}sound: true\n".replace(", ", "\n  ")
    findings = changed(tmp_path, RATED, "  why: No report", f"{line}  why: No report")
    assert [says in one for one in findings] == ([True] if says else [])


@pytest.mark.parametrize("rating", ["reliability: E", "reliability: F", "credibility: 5"])
def test_each_of_the_worst_ratings_counts(tmp_path: Path, rating: str) -> None:
    field, _, _ = rating.partition(":")
    old = next(line for line in CLAIMS.splitlines() if line.strip().startswith(field)).strip()
    (says,) = changed(tmp_path, RATED, f"  {old}\n", f"  {rating}\n")
    assert "C01: It is rated " in says


def test_a_sort_calls_nothing_sound_that_the_claims_do_not(tmp_path: Path) -> None:
    changed(tmp_path, RATED, "  sound: true\n", "")
    (says,) = found(tmp_path / SHEET)
    assert "place, i1: It is sorted as sound, and claims.yaml does not call C01 sound" in says


def test_a_sound_category_covers_none_of_the_worst_ratings(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / SHEET
    text = path.read_text(encoding="utf-8").replace("by: proximity", "by: reliability")
    text = text.replace("covers: [first_hand]", "covers: [B, E], sound: true")
    path.write_text(text.replace("covers: [unknown]", "covers: [F]"), encoding="utf-8")
    (says,) = found(path)
    assert "near, first: It is called sound and covers “E”" in says


@pytest.mark.parametrize(
    ("number", "says"),
    [(400, []), (401, ["Its form has 401 fields; ask less: an answer holds 400."])],
)
def test_a_form_has_no_more_fields_than_an_answer(
    tmp_path: Path, number: int, says: list[str]
) -> None:
    exercises = make_exercises(tmp_path, write("sort"))
    sort = exercises.written("place")
    first = sort.items[0]
    items = tuple(
        msgspec.structs.replace(first, id=f"i-{n}", text=f"Item {n}") for n in range(number)
    )
    many = msgspec.structs.replace(sort, items=items)
    told = [flaw.says for flaw in many.flaws(exercises.article, ()) if "Its form" in flaw.says]
    assert told == says


def with_many(root: Path, sound: str) -> list[str]:
    """Give what is found in a lesson of fourteen questions with a key, some of them judgements."""
    path = small_kit(root) / SHEET
    text = path.read_text(encoding="utf-8").replace("sound: true", sound)
    start, end = text.index("- id: steps"), text.index("- id: marks")
    more = [text[start:end].replace("id: steps", f"id: steps-{n}") for n in range(9)]
    path.write_text(text + "".join(more), encoding="utf-8")
    return found(path)


def test_a_lesson_without_any_sound_item_is_told(tmp_path: Path) -> None:
    assert with_many(tmp_path / "some", "sound: true") == []
    (says,) = with_many(tmp_path / "none", "sound: false")
    assert "Of 14 exercises with a key, 0 items ask whether a passage is well sourced" in says


def test_a_lesson_is_called_by_an_id(tmp_path: Path) -> None:
    path = small_kit(tmp_path) / SHEET
    text = path.read_text(encoding="utf-8").replace("01-lamps", "01-Lamps")
    odd = path.with_name("01-Lamps.yaml")
    odd.write_text(text, encoding="utf-8")
    assert any("lesson: “01-Lamps” is no id" in says for says in found(odd))


READ = sorted({*texts.FILES} - {"article.txt"})


@pytest.mark.parametrize("name", [*(f"seeds/lamps/{file}" for file in READ), SHEET, CONDITIONS])
def test_a_key_is_given_once_in_every_file(tmp_path: Path, name: str) -> None:
    path = small_kit(tmp_path) / name
    path.write_text("id: a\nid: b\n", encoding="utf-8")
    says = "line 2: the key “id” is given twice; keep one of the two."
    assert any(says in one for one in found(path))


def test_a_column_is_given_once(tmp_path: Path) -> None:
    (says,) = changed(tmp_path, "seeds/lamps/lamps.csv", "lamps_low,lamps_high", "lamps_low,date")
    assert "lamps.csv: The column “date” is given twice; keep one of the two." in says
