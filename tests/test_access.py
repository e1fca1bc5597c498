"""Rules of markup that everything on the page keeps, in every state of every card."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from answers import slipped_answer, steps
from kind_files import KINDS, example
from kind_states import kind_lesson, states
from reader import Node, parse
from sat import FIRST, SECOND, answers, right, weak

from helpers.kinds.attempt import Attempts
from helpers.kinds.exercises import LessonExercises, open_exercises
from helpers.kinds.sitting import sittings
from helpers.kinds.slips import Slip
from helpers.measures.calibration import Result
from helpers.paths import EXERCISES, SEEDS
from helpers.pieces.code_name import suggest
from helpers.pieces.exhibits import EXHIBITS, exhibit
from helpers.texts.dossier import Dossier, open_dossier
from helpers.view import pages
from helpers.view.calendar import render_days
from helpers.view.card import anchor, render_card
from helpers.view.card_state import CardState
from helpers.view.charts.registry import charts_of
from helpers.view.pages import LessonRow
from helpers.view.questions import render_question, render_recorded
from helpers.view.results import render_summary, render_traps
from helpers.view.save_bar import Bar, render_bar, render_code_name
from helpers.view.sittings import render_results
from helpers.view.toy import SIZES, Group, render_toy
from helpers.workbook import Student, make_event

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTROLS = ("input", "select", "button", "textarea", "summary", "progress", "a")
BLOCKS = ("p", "div", "ul", "ol", "table", "details", "fieldset", "section", "figure", "form")
LESSONS = [LessonExercises(path) for path in sorted(EXERCISES.glob("*.yaml"))]
TEXTS = [open_dossier(path.parent.name) for path in sorted(SEEDS.glob("*/article.txt"))]
SHOWN = re.compile(r'lesson\.show\(\\"([^"\\]+)\\"(?:, \\"([^"\\]+)\\")?')
"""How a notebook calls an exhibit, as its file writes it."""


def kind_cards() -> Iterator[tuple[str, str]]:
    """Give the example of each kind in every state."""
    for kind in KINDS:
        with TemporaryDirectory() as folder:
            for name, state in states(kind_lesson(Path(folder), example(kind))):
                yield f"{kind}, {name}", render_card(state)


def lesson_cards() -> Iterator[tuple[str, str]]:
    """Give every exercise of every lesson, open and answered once and twice."""
    for lesson in LESSONS:
        for exercise in map(lesson.exercise, lesson.ids):
            made = [
                make_event("answer", exercise=exercise.id, answer=answer, confidence=100)
                for answer in steps(exercise, slipped_answer(exercise))
            ]
            first, *_, last = Attempts().at(exercise, [made[0], *made])
            about = {
                "lesson": lesson.id, "exercise": exercise, "dossier": lesson.dossier(exercise),
                "earlier": (first,), "undo": True, "slips": lesson.slips,
            }  # fmt: skip
            for tries, attempts in enumerate(((), (first,), (last, last))):
                shown = CardState(**about, attempts=attempts)
                yield f"{lesson.id}, {exercise.id}, {tries} tries", render_card(shown)


def text_pages(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give all that is kept about a text and shown."""
    yield "article", pages.render_reading(dossier, "")
    for chart in charts_of(dossier):
        yield chart.id, pages.page(chart.draw(dossier), name=chart.id)
    for table in dossier.comparisons:
        yield table.id, pages.render_comparison(dossier, table)


def exhibits() -> Iterator[tuple[str, str]]:
    """Give every exhibit that a lesson shows, and every worked example."""
    for lesson in LESSONS:
        notebook = lesson.path.parents[1] / f"{lesson.id}.ipynb"
        for name, which in dict.fromkeys(SHOWN.findall(notebook.read_text(encoding="utf-8"))):
            shown = exhibit(lesson, name, which)
            yield name, shown if isinstance(shown, str) else shown.markup
        for one in lesson.file.examples:
            yield one.claim, pages.render_example(lesson.article, one)


def pieces() -> Iterator[tuple[str, str]]:
    """Give what stands on every page."""
    begun = [LessonRow("00-start-here", "Start", 10, 1, 7), LessonRow("02-b", "B", 50, 2, 9)]
    yield "map", pages.render_map(begun, here="00-start-here")
    yield "progress", pages.render_progress([("One?", True), ("Two?", False)], [True, False])
    slips = {name: Slip(name=f"The {name} trap", says="So.") for name in ("x", "y")}
    met = Result(lesson="02-b", exercise="a", score=0, sure=0.9, word=3, slips=("x", "y"))
    rose = Result(lesson="02-b", exercise="b", score=1, tempts=frozenset("x"), place=(1, "", ""))
    yield "summary", render_summary((met, rose), {"a": "A?", "b": "B?"}, slips)
    yield "traps", render_traps((met, rose), {("02-b", "a"): "A?"}, slips)
    yield "later", pages.render_later("It waits.", "Later")
    yield "closed", pages.render_closed("One?")
    yield "code name", render_code_name("e-f", suggest(), "a-b")
    asked = {"asks_who": True, "asks_file": "Is it yours?", "offers": (Student("", "a-b", 1),)}
    told = {"damaged": 1, "newer": 1, "copied": False, "on_disk": False, "undo": True}
    told["overlong"] = True
    yield "bar", render_bar(Bar(code="e-f", answers=1, folder="work/", **asked, **told))
    yield from (("toy", render_toy(Group(size))) for size in SIZES)


def sittings_taken() -> Iterator[tuple[str, str]]:
    """Give a test as it is asked, and the page of what two of them came to."""
    first, second = open_exercises(FIRST), open_exercises(SECOND)
    events = [*answers(FIRST, "a", weak), *answers(SECOND, "b", right)]
    said = {"verdict": {"text": ["It holds."]}, "trust-news": {"step": ["1"]}}
    events += [make_event("answer", lesson=FIRST, exercise=e, answer=a) for e, a in said.items()]
    taken = sittings([first, second], events)
    yield "results", render_results(taken, taken[:1], second.slips)
    yield "result", render_results(taken[1:], (), second.slips)
    report = first.dossier(first.forms[0].items[0])
    for one in (first.forms[0].items[0], *first.forms[0].blueprint.every):
        state = CardState(lesson=FIRST, exercise=first.exercise(one.id), dossier=report)
        yield "question", render_question(state, report, 3, 21)
    yield "recorded", render_recorded(21, "It waits.")
    yield "days", render_days(date(2026, 11, 27), "Later")


@cache
def everything() -> list[tuple[str, Node]]:
    texts = [one for dossier in TEXTS for one in text_pages(dossier)]
    drawn = [*kind_cards(), *lesson_cards(), *texts, *exhibits(), *pieces(), *sittings_taken()]
    return [(name, parse(markup)) for name, markup in drawn]


def found(*tags: str) -> Iterator[tuple[str, Node]]:
    """Give all elements with these tags (all elements, without any), with where they stand."""
    for name, page in everything():
        for node in page:
            if node.tag in tags or (not tags and node.tag != "root"):
                yield name, node


def name_of(node: Node) -> str:
    """Give the name that a screen reader says: its label, its own text, or the label around it."""
    around = next((above.text for above in node.above() if above.tag == "label"), "")
    return (node.attrs.get("aria-label") or node.text or around).strip()


def hidden(node: Node) -> bool:
    """Tell a field that nobody sees, and a bar that repeats the words beside it."""
    bar = node.tag == "progress" and node.attrs.get("aria-hidden") == "true"
    return bar or node.attrs.get("type") == "hidden"


def test_there_is_something_to_look_at() -> None:
    assert len(everything()) > 500
    assert {*EXHIBITS} <= {name for name, _ in everything()}
    assert {node.tag for _, node in found()} >= {*CONTROLS, "fieldset", "th", "svg"}


def test_every_control_has_a_name() -> None:
    controls = [(where, c) for where, c in found(*CONTROLS) if not hidden(c)]
    assert [control for control in controls if not re.search(r"\w", name_of(control[1]))] == []


def test_no_two_buttons_of_a_card_have_the_same_name() -> None:
    for where, page in everything():
        names = Counter(name_of(button) for button in page.all("button"))
        assert not [name for name, times in names.items() if times > 1], where


def test_every_radio_button_stands_in_a_named_group() -> None:
    picks = [p for p in found("input") if p[1].attrs["type"] in {"radio", "checkbox"}]
    groups = [next((a for a in p.above() if a.tag == "fieldset"), None) for _, p in picks]
    assert all(group and group.all("legend")[0].text.strip() for group in groups)


def test_no_group_asks_two_questions() -> None:
    for where, form in found("form"):
        asked: dict[Node, set[str]] = {}
        for pick in form.all("input"):
            if pick.attrs["type"] in {"radio", "checkbox"}:
                group = next(above for above in pick.above() if above.tag == "fieldset")
                asked.setdefault(group, set()).add(pick.attrs["name"])
        assert [names for names in asked.values() if len(names) > 1] == [], where


def test_the_legend_comes_first_in_its_group() -> None:
    assert all(getattr(f.children[0], "tag", "") == "legend" for _, f in found("fieldset"))


def test_radio_buttons_of_one_name_have_values_of_their_own() -> None:
    for where, form in found("form"):
        picks = [n for n in form.all("input") if n.attrs["type"] in {"radio", "checkbox"}]
        same = Counter((n.attrs["name"], n.attrs["value"]) for n in picks)
        assert [pair for pair, times in same.items() if times > 1] == [], where


def test_a_label_holds_exactly_one_control() -> None:
    assert all(len(label.all("input", "select")) == 1 for _, label in found("label"))


def test_only_buttons_and_forms_do_something_when_pressed() -> None:
    assert {node.tag for _, node in found() if "data-do" in node.attrs} == {"button", "form"}
    assert [n for _, n in found() for name in n.attrs if name.startswith("on")] == []


def test_a_button_says_what_kind_it_is() -> None:
    assert {button.attrs["type"] for _, button in found("button")} == {"button", "submit"}


def test_no_control_stands_inside_another() -> None:
    outer = {"button", "a", "summary"}
    inner = [(w, c) for w, c in found(*CONTROLS) if any(a.tag in outer for a in c.above())]
    assert inner == []


def test_only_controls_can_be_reached_with_the_tab_key() -> None:
    tabbed = [n for _, n in found() if n.attrs.get("tabindex") == "0"]
    assert {node.attrs.get("role") for node in tabbed} == {"option"}
    assert all(n.attrs.get("tabindex") in {None, "0", "-1"} for _, n in found())


def test_a_passage_to_mark_is_a_named_list_with_one_stop_for_the_tab_key() -> None:
    for where, box in [(w, n) for w, n in found() if n.attrs.get("role") == "listbox"]:
        options = [n for n in box if n.attrs.get("role") == "option"]
        assert [n.attrs["tabindex"] for n in options].count("0") == 1, where
        assert all("aria-selected" in n.attrs for n in options)
        assert box.attrs["aria-label"]


def test_nothing_that_opens_a_block_stands_in_a_paragraph() -> None:
    """A browser closes the paragraph there, and the rest of it loses its place."""
    broken = {w for w, n in found(*BLOCKS) if any(above.tag == "p" for above in n.above())}
    assert broken == set()


def test_every_id_is_there_once() -> None:
    named = [n for _, n in found() if "id" in n.attrs]
    cards = {n.attrs["id"] for n in named if "card" in n.attrs["class"].split()}
    # A card stands in one state at a time, and under one name, which no other thing has.
    ids = Counter(n.attrs["id"] for n in named if "card" not in n.attrs["class"].split())
    assert [identity for identity, times in ids.items() if times > 1 or identity in cards] == []
    for where, page in everything():
        mine = [n.attrs["id"] for n in page if "id" in n.attrs]
        assert len({*mine}) == len(mine), where


def test_every_card_has_a_place_of_its_own_on_its_page() -> None:
    for lesson in LESSONS:
        places = {anchor(exercise) for exercise in lesson.ids}
        assert len(places) == len(lesson.ids)
        shown = [page for where, page in everything() if where.startswith(f"{lesson.id}, ")]
        assert {one.all("section")[0].attrs["id"] for one in shown} == places


def test_every_head_of_a_table_says_what_it_heads() -> None:
    assert {th.attrs.get("scope") for _, th in found("th")} == {"row", "col"}


@pytest.mark.parametrize("role", ["img", "group", "listbox"])
def test_every_picture_and_group_has_a_name(role: str) -> None:
    drawn = [n for _, n in found() if n.attrs.get("role") == role]
    assert drawn
    assert all(node.attrs.get("aria-label", "").strip() for node in drawn)


def test_every_picture_is_drawn_as_a_picture() -> None:
    assert {svg.attrs.get("role") for _, svg in found("svg")} == {"img"}


def test_every_section_has_a_name() -> None:
    assert all(section.attrs["aria-label"].strip() for _, section in found("section"))


def test_no_outcome_is_told_by_colour_alone() -> None:
    signs = [n for _, n in found() if "sign" in n.attrs.get("class", "").split()]
    drawn = [n for _, p in everything() for n in p.marked("overlaid") for n in n.marked("run")]
    assert all(sign.text and sign.attrs["aria-label"] for sign in signs)
    assert drawn
    assert all(run.marked("tag")[0].text for run in drawn)


def test_every_article_names_its_language() -> None:
    shown = [n for _, page in everything() for n in page.marked("paragraph") + page.marked("words")]
    assert all(any(a.attrs.get("lang") == "en" for a in [n, *n.above()]) for n in shown)
