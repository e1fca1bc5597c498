"""`check` on numbers: prose, charts and estimates have none that is in no source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_kit import changed, changed_page, found, small_kit, text

from helpers.checks.ratios import ratios
from helpers.texts.worked import Worked
from helpers.topics.numerals import cell_numbers, numbers

if TYPE_CHECKING:
    from pathlib import Path

HOME = "seeds/lamps/"
CLAIMS, FEATURES, TABLE = HOME + "claims.yaml", HOME + "features.yaml", HOME + "lamps.csv"
EXERCISES = "lessons/exercises/01-lamps.yaml"
NOWHERE = "stands in no source; mend it, or write under numbers"
NUMBERS = """\
- {number: 0.5, by: share, of: [40, 8000], why: Of the street.}
- {number: 8000, by: given, why: The lamps of the street.}
"""
CHART = """\
- {id: part, kind: shares, title: Forty of the lamps, picture: Strips., finding: A part.,
   part: 40, table: lamps, column: lamps_high, wholes: [{row: L01, name: all}], source: Ours.,
   heads: [Lamps, Who, Day, Part, Tenth, Source], label: All, note: A note.}
- {id: words, kind: bounds, title: Words, picture: Bars., heads: [Words, Low, High], axis: Lamps,
   source: Ours., phrases: [{words: {S1: forty}, survivors: 1}]}
"""
COLUMNS = ("row_id,date,lamps_low", "row_id,date,claimant,lamps_low")


def kit(root: Path) -> Path:
    """Write the small kit with numbers of its own and a chart."""
    folder = small_kit(root) / HOME
    (folder / "numbers.yaml").write_text(NUMBERS, encoding="utf-8")
    (folder / "charts.yaml").write_text(CHART, encoding="utf-8")
    table = (folder / "lamps.csv").read_text(encoding="utf-8").replace(*COLUMNS)
    table = table.replace("-31,39", "-31,We,39").replace("-01,,", "-01,We,,")
    (folder / "lamps.csv").write_text(table, encoding="utf-8")
    return folder


def found_with(root: Path, name: str, old: str, new: str) -> list[str]:
    """Change one place of this kit, and give what is found in its text then."""
    file = kit(root) / name
    whole = file.read_text(encoding="utf-8")
    assert whole.count(old) == 1
    file.write_text(whole.replace(old, new), encoding="utf-8")
    return found(root / HOME)


def test_numbers_of_the_text_and_worked_out_ones_pass(tmp_path: Path) -> None:
    assert found(kit(tmp_path)) == []
    why = "It is 0.5 per cent of 8,000; 39 or forty, in 27 words, two of them in a hundred."
    assert found_with(tmp_path, "features.yaml", "A day is given.", f'"{why}"') == []


BROKEN = {
    "a gist": ("claims.yaml", "gist: Forty", "gist: Four hundred", "C01: “Four hundred” stands in"),
    "a gist of another sentence": (
        "claims.yaml", "gist: More will", "gist: Forty will", "C02: “Forty” stands in no sentence",
    ),
    "a reason": ("claims.yaml", "He counted them.", "He saw 400.", f"C01: “400” {NOWHERE}"),
    "a feature": ("features.yaml", "A day is given.", "It has 372 words.", f"G01: “372” {NOWHERE}"),
    "a record": ("comparisons.yaml", "Many.", "'1,000 of them.'", f"street: “1,000” {NOWHERE}"),
    "a document": ("claims.yaml", "Glass lay there.", "Of 40.", "D01: “40” is told without an ad"),
    "what a chart draws": ("charts.yaml", "part: 40", "part: 400", "part: It draws 400, which is"),
    "a chart's title": ("charts.yaml", "title: Forty", "title: Fifty", f"part: “Fifty” {NOWHERE}"),
    "below zero": ("charts.yaml", "survivors: 1", "survivors: -1", "words: It has -1, which"),
    "no number": ("charts.yaml", "part: 40", "part: .nan", "“.nan” is no number; write its digits"),
    "no end": ("charts.yaml", "part: 40", "part: .inf", "“.inf” is no number; write its digits"),
    "a share": ("numbers.yaml", "number: 0.5", "number: 5", "5: It is not what its share comes to"),
    "what it is of": ("numbers.yaml", "[40, 8000]", "[400, 80000]", f"0.5: “400” {NOWHERE}"),
    "what is given": ("numbers.yaml", "The lamps of the street.", "' '", "8000: The field “why”"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "says"), BROKEN.values(), ids=BROKEN)
def test_a_number_from_nowhere_is_found(
    tmp_path: Path, name: str, old: str, new: str, says: str
) -> None:
    assert any(says in finding for finding in found_with(tmp_path, name, old, new))


GUESS = """\
numbers: [{number: 0.25, by: ratio, of: [20, 80], only: guess}, {number: 80, by: given, why: All}]
exercises:
- id: guess
  kind: estimate
  ask: Of “20 lamps”, how many? (constructed of 20)
  after: A quarter is 0.25.
  items: [{id: n, ask: How many?, unit: l, truth: 40, source: Ours, address: S1, why: It is 40.}]
"""
ASKED = {
    "feedback": ("after: A quarter is 0.25.", "after: A part is 0.35.", f"guess: “0.35” {NOWHERE}"),
    "a truth": ("truth: 40", "truth: 400", "guess, n: Its truth 400 is not in S1; mend one"),
    "a truth without end": ("truth: 40", "truth: .inf", "“.inf” is no number; write its digits"),
    "a truth below zero": ("truth: 40", "truth: -40", "guess, n: Its truth is no number that"),
    "a truth of a row": ("address: S1", "address: lamps/L02", "Its truth 40 is not in lamps/L02"),
    "a ratio": ("of: [20, 80]", "of: [20, 40]", "numbers, 0.25: It is not what its ratio comes to"),
    "a number of another exercise": ("only: guess", "only: vote", f"guess: “0.25” {NOWHERE}"),
    "a right option": ("text: The mayor,", "text: All 41 lamps,", f"who: “41” {NOWHERE}"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), ASKED.values(), ids=ASKED)
def test_a_number_of_an_exercise_has_a_source(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    file = small_kit(tmp_path) / EXERCISES
    whole = file.read_text(encoding="utf-8").replace("exercises:\n", GUESS)
    file.write_text(whole, encoding="utf-8")
    assert found(file) == []
    assert whole.count(old) == 1
    file.write_text(whole.replace(old, new), encoding="utf-8")
    assert any(says in finding for finding in found(file))


def test_a_wrong_option_may_have_a_number_of_its_own(tmp_path: Path) -> None:
    old, new = "text: Everybody, verdict: Not in the text.", "text: All 41, verdict: Not 41."
    assert changed(tmp_path, EXERCISES, old, new) == []


def test_a_number_on_a_page_has_a_source(tmp_path: Path) -> None:
    def says(prose: str) -> list[str]:
        cell = text(1) | {"source": prose}
        return changed_page(tmp_path, lambda page: page["cells"].__setitem__(2, cell))

    assert says("All forty of them, on 31 October 2024, in three steps.") == []
    (finding,) = says("All four hundred of them.")
    assert f"text-1: “four hundred” {NOWHERE}" in finding


@pytest.mark.parametrize("field", ["minutes", "extra_minutes"])
def test_the_minutes_of_a_lesson_may_stand_on_its_page(tmp_path: Path, field: str) -> None:
    kit = small_kit(tmp_path)
    cell = text(1) | {"source": "It takes 53 minutes."}
    changed_page(tmp_path, lambda page: page["cells"].__setitem__(2, cell))
    page = kit / "lessons/01-lamps.ipynb"
    assert any(f"“53” {NOWHERE}" in finding for finding in found(page))
    sheet = (kit / EXERCISES).read_text("utf-8").replace("minutes: 5\n", "")
    stated = {"minutes": 5} | {field: 53}
    lines = "".join(f"{name}: {number}\n" for name, number in stated.items())
    (kit / EXERCISES).write_text(lines + sheet, encoding="utf-8")
    assert not any("“53”" in finding for finding in found(page))


FIGURES = {
    "below zero": ("39,40,broken", "-5,40,broken", "L01: “-5” in lamps_low is below zero"),
    "no end": ("39,40,broken", "39,inf,broken", "L01: “inf” in lamps_high is no number"),
    "too many digits": ("39,40,broken", f"39,{'9' * 400},broken", "in lamps_high is no number"),
    "not in its sentence": (
        "39,40,broken lamps,The street,https://example.org/street",
        'forty,400,broken lamps,"the article, S1",', "L01: “400” is in none of its sentences",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "says"), FIGURES.values(), ids=FIGURES)
def test_a_figure_that_cannot_be_is_found(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert any(says in finding for finding in changed(tmp_path, TABLE, old, new))


@pytest.mark.parametrize(
    ("killed", "faults"), [("255", []), ("2550", ["x"]), ("0", ["x"]), ("", []), ("about", [])]
)
def test_a_ratio_comes_out_of_its_own_row(killed: str, faults: list[str]) -> None:
    row = {"killed": killed, "wounded_or_not": "775", "wounded_per_killed": "3.039"}
    assert [flaw.item for flaw in ratios(row, "x")] == faults


def test_a_share_comes_out_of_its_own_row() -> None:
    row = {"killed": "39", "unit_strength": "40", "killed_pct_of_unit": "97.5"}
    assert list(ratios(row, "x")) == []
    (flaw,) = ratios({**row, "unit_strength": "400"}, "x")
    assert flaw.says == "killed_pct_of_unit is not 97.5 for 39 and 400; mend one of the three."


PROSE = {
    "Forty, 1,294 and a thousand.": [40, 1294, 1000],
    "More than two hundred and six, or 2.5 million.": [206, 2_500_000],
    "On 31 October 2024, 8-13 Oct and 12 and 13 May 1916 nobody counted.": [],
    "S4 to S8, R33, F-16, 3.3.4, the 40th, 1980 and [two](https://x.org/300).": [2],
    "3 in a thousand, one in 100.": [3, 1],
}


@pytest.mark.parametrize(("prose", "values"), PROSE.items())
def test_numbers_are_read_as_people_write_them(prose: str, values: list[float]) -> None:
    assert list(numbers(prose)) == values


def test_a_cell_that_is_a_figure_is_no_year() -> None:
    assert cell_numbers("1667") == {1667: "1667"}


WORKED = [
    ("share", (40, 8000), 0.5, True), ("share", (40, 8000), 0.4, False),
    ("ratio", (775, 255), 3.04, True), ("ratio", (1, 0), 1, False), ("ratio", (1,), 1, False),
    ("sum", (255, 775), 1030, True), ("sum", (255, 775), 1031, False),
    ("difference", (40, 1), 39, True), ("product", (10, 7), 70, True),
    ("given", (), 7, True), ("given", (), float("inf"), False), ("given", (), float("nan"), False),
]  # fmt: skip


@pytest.mark.parametrize(("by", "of", "number", "right"), WORKED)
def test_a_number_comes_out_as_exactly_as_it_is_written(
    by: str, of: tuple[float, ...], number: float, *, right: bool
) -> None:
    assert Worked(number=number, by=by, of=of).agrees() is right  # type: ignore[arg-type]
