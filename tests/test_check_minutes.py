"""`check` on minutes: computed for a slow reader, stated as computed; Extras counted apart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from small_kit import code, found, notebook, small_kit, text

from helpers.checks.exercises import read_exercises
from helpers.checks.minutes import RESULTS, Minutes, minutes, told
from helpers.kinds.effort import WORDS_A_MINUTE
from helpers.paths import EXERCISES
from helpers.texts.notebook import FALLBACK
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE, SHEET = "lessons/01-lamps.ipynb", "lessons/exercises/01-lamps.yaml"
LIMITS = {"00-start-here": 10}
"""So long may the core of a lesson be; of any other, three quarters of an hour."""
LONGEST = 45
TEN = "word " * WORDS_A_MINUTE * 10
Cell = dict[str, Any]


def prose(words: str, **metadata: object) -> Cell:
    """Give a cell of text; the cells of the kit have lower numbers."""
    cell = text(90)
    return {**cell, "source": words, "metadata": {**cell["metadata"], **metadata}}


def call(what: str) -> Cell:
    return code(91, f"lesson.{what}")


def page_of(root: Path, *cells: Cell, named: bool = True) -> Path:
    """Write the kit with these cells at the end of its page, each with an id of its own."""
    kit = root if (root / PAGE).exists() else small_kit(root)
    page = notebook()
    for number, cell in enumerate(cells):
        page["cells"].append({**cell, "id": f"more-{number}"} if named else cell)
    (kit / PAGE).write_text(json.dumps(page), encoding="utf-8")
    return kit


def took(root: Path, *cells: Cell) -> Minutes:
    kit = page_of(root, *cells)
    read_exercises.cache_clear()
    return minutes(read_exercises(kit / SHEET), read_notebook(kit / PAGE))


def edited(kit: Path, *pairs: tuple[str, str]) -> None:
    """Change the exercises of a kit."""
    sheet = (kit / SHEET).read_text(encoding="utf-8")
    for old, new in pairs:
        assert sheet.count(old) == 1, old
        sheet = sheet.replace(old, new)
    (kit / SHEET).write_text(sheet, encoding="utf-8")


def test_text_takes_as_long_as_a_slow_reader_reads_it(tmp_path: Path) -> None:
    bare = took(tmp_path)
    assert took(tmp_path, prose(TEN)) == Minutes(bare.core + 10, 0)


def test_of_a_link_only_the_words_are_read(tmp_path: Path) -> None:
    address = "/".join(["word"] * 900)
    assert took(tmp_path, prose(f"[on](https://x.org/{address})")) == took(tmp_path)


def test_what_is_only_seen_elsewhere_takes_no_time(tmp_path: Path) -> None:
    assert took(tmp_path, prose(TEN, tags=[FALLBACK])) == took(tmp_path)


@pytest.mark.parametrize(
    ("headings", "extra"),
    [
        (["## Extra: more"], 10),
        (["## More"], 0),
        (["### Extra"], 0),
        (["## Extra", "### More"], 10),
        (["## Extra", "## Take home"], 0),
        (["# Extra"], 10),
        (["## Extraordinary"], 0),
        (["Words.\n\n## Extra"], 10),
    ],
)
def test_a_heading_opens_an_extra_and_the_next_of_its_rank_ends_it(
    tmp_path: Path, headings: list[str], extra: int
) -> None:
    bare = took(tmp_path)
    assert took(tmp_path, *map(prose, headings), prose(TEN)) == (bare.core + 10 - extra, extra)


CALLS = {
    "read a passage": 'read("S1-S5")',
    "read a worked example": 'example("C01")',
    "look at a comparison": 'show("comparison", "street")',
    "move something": 'show("toy", "40")',
    "read the results": "summary()",
    "answer": 'ask("who")',
}


@pytest.mark.parametrize("what", CALLS.values(), ids=CALLS)
def test_whatever_a_reader_does_takes_time(tmp_path: Path, what: str) -> None:
    times = 60
    longer = took(tmp_path, *[call(what)] * times).core - took(tmp_path).core
    assert longer >= times * 3 / WORDS_A_MINUTE


@pytest.mark.parametrize("what", ["save_bar()", "code_name()", "progress()", "map()"])
def test_what_nobody_has_to_read_takes_none(tmp_path: Path, what: str) -> None:
    assert took(tmp_path, *[call(what)] * 60) == took(tmp_path)


def test_results_take_as_long_as_their_words(tmp_path: Path) -> None:
    assert took(tmp_path, *[call("summary()")] * 20).core - took(tmp_path).core == round(
        20 * RESULTS / WORDS_A_MINUTE
    )


def test_the_passage_above_a_card_is_read_too(tmp_path: Path) -> None:
    kit = page_of(tmp_path, *[call('ask("who")')] * 60)
    with_passage = took(kit, *[call('ask("who")')] * 60)
    edited(kit, ("ask: Who says so?\n  show: S1", "ask: Who says so?"))
    assert took(kit, *[call('ask("who")')] * 60).core < with_passage.core


def test_of_a_pool_a_question_takes_as_long_as_the_mean(tmp_path: Path) -> None:
    kit, calls = page_of(tmp_path), [call("recall(1)")] * 20
    bare = took(kit)
    edited(kit, ("minutes: 5", "minutes: 5\nrecall: {take: 1, of: [who, steps]}"))
    one, other = (
        took(kit, *[call(f'ask("{name}")')] * 20).core - bare.core for name in ("who", "steps")
    )
    assert one != other
    assert took(kit, *calls).core - bare.core == pytest.approx((one + other) / 2, abs=1)


STATED = {
    "as computed": ("minutes: 5", "minutes: 5", ""),
    "a minute more than computed, which the first cell does not say": (
        "minutes: 5",
        "minutes: 6",
        "The first cell does not state 6",
    ),
    "too little": ("minutes: 5", "minutes: 3", "It states 3, and its core takes 5; write 5"),
    "too much": ("minutes: 5", "minutes: 7", "It states 7, and its core takes 5; write 5"),
}


@pytest.mark.parametrize(("old", "new", "says"), STATED.values(), ids=STATED)
def test_a_lesson_states_the_minutes_that_it_takes(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    kit = page_of(tmp_path)
    edited(kit, (old, new))
    findings = found(kit / PAGE)
    assert bool(findings) is bool(says)
    assert any(says in one for one in findings) or not says


def extra_kit(root: Path, *pairs: tuple[str, str], heading: str = "## Extra") -> list[str]:
    """Give what is found in a page with ten minutes of Extra, in which a question is asked."""
    more = "\n- id: more\n  kind: poll\n  ask: And now?\n  after: Kept.\n  extra: true\n"
    more += "  options: [{id: few, text: Few, says: One.}, {id: lots, text: Lots, says: All.}]\n"
    kit = page_of(root, prose(heading), prose(TEN), call('ask("more")'))
    sheet = (kit / SHEET).read_text(encoding="utf-8")
    (kit / SHEET).write_text(sheet.rstrip("\n") + more, encoding="utf-8")
    edited(kit, ("minutes: 5\n", "minutes: 5\nextra_minutes: 10\n"), *pairs)
    page = json.loads((kit / PAGE).read_text(encoding="utf-8"))
    page["cells"][0]["source"] = "It takes 5 minutes, and 10 more."
    (kit / PAGE).write_text(json.dumps(page), encoding="utf-8")
    return found(kit / PAGE)


def without_form(findings: list[str]) -> list[str]:
    """Leave out what is found in the cells that the test adds."""
    return [one for one in findings if "leads up to it" not in one]


def test_an_extra_states_its_minutes_apart(tmp_path: Path) -> None:
    assert without_form(extra_kit(tmp_path / "sound")) == []
    pair = ("extra_minutes: 10\n", "")
    (says,) = without_form(extra_kit(tmp_path / "none", pair))
    assert "extra_minutes: It states 0, and its Extras take 10; write 10" in says


def test_the_first_cell_states_the_minutes_of_the_extras_too(tmp_path: Path) -> None:
    pair = ("extra_minutes: 10\n", "extra_minutes: 11\n")
    (says,) = without_form(extra_kit(tmp_path, pair))
    assert "The first cell does not state 11; write it there." in says


def test_what_is_asked_under_an_extra_says_so_and_nothing_else_does(tmp_path: Path) -> None:
    silent = without_form(extra_kit(tmp_path / "silent", ("  extra: true\n", "")))
    assert any("more: It is asked under an Extra; write extra: true." in one for one in silent)
    core = without_form(extra_kit(tmp_path / "core", heading="## More"))
    assert any("more: It is asked in the core of the lesson" in one for one in core)


def test_the_command_tells_the_minutes_of_each_lesson(tmp_path: Path) -> None:
    extra_kit(tmp_path)
    (tmp_path / "lessons/02-none.ipynb").write_text("{}", encoding="utf-8")
    paths = [tmp_path / PAGE, tmp_path / "lessons/02-none.ipynb"]
    assert [*told(paths)] == ["01-lamps: 5 minutes for a slow reader, and 10 of Extra."]


def broken_cell(page: dict[str, Any]) -> None:
    page["cells"][-1]["source"] = "# What comes next\nlesson.ask("


def unknown_exhibit(page: dict[str, Any]) -> None:
    page["cells"][-1]["source"] = '# What comes next\nlesson.show("nothing")'


@pytest.mark.parametrize("change", [broken_cell, unknown_exhibit])
def test_a_page_that_cannot_be_counted_is_told_once(
    tmp_path: Path, change: Callable[[dict[str, Any]], None]
) -> None:
    kit, page = small_kit(tmp_path), notebook()
    change(page)
    (kit / PAGE).write_text(json.dumps(page), encoding="utf-8")
    assert len(found(kit / PAGE)) == 1


LESSONS = sorted(EXERCISES.glob("*.yaml"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_core_of_each_of_our_lessons_fits_into_a_lesson(path: Path) -> None:
    page = read_notebook(path.parents[1] / f"{path.stem}.ipynb")
    assert 0 < minutes(read_exercises(path), page).core <= LIMITS.get(path.stem, LONGEST)
