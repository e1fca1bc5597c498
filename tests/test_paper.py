"""What paper needs: forms for a pen, keys, prose from Markdown, and a sheet to hold them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from kind_files import KINDS, SILENT, WAITS, example
from kind_states import kind_lesson
from reader import parse
from support import make_exercises, write

from helpers.kinds.exercises import open_exercises
from helpers.texts.dossier import open_dossier
from helpers.view.card import render_key, render_paper
from helpers.view.card_state import CardState
from helpers.view.paper.prose import headings, render_prose
from helpers.view.paper.sheet import Sheet, render_sheet
from helpers.view.paper.still import still
from helpers.words import card_text

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises

each_kind = pytest.mark.parametrize("kind", KINDS)
WRITTEN_ON = {"box", "blank", "rule"}
CONTROLS = ("form", "button", "input", "select", "textarea", "details", "summary")
TOLD = ("data-", "value", "name", "id")


@each_kind
def test_each_kind_can_be_filled_in_with_a_pen(tmp_path: Path, kind: str) -> None:
    lesson = kind_lesson(tmp_path, example(kind))
    page = parse(still(render_paper(blank_state(lesson, example(kind)["id"]), 1)))
    assert page.all(*CONTROLS) == []
    assert WRITTEN_ON & {name for node in page for name in node.attrs.get("class", "").split()}
    told = [name for node in page for name in node.attrs if name.startswith(TOLD)]
    assert {*told} <= {"data-ink"}
    # The stops of a journey are there to be read; all else waits.
    shown = [stop.text for stop in page.marked("stop")]
    assert not [word for word in WAITS if word in page.text and word not in "".join(shown)]


@each_kind
def test_each_kind_has_a_key_with_all_that_waits_for_the_answer(tmp_path: Path, kind: str) -> None:
    lesson = kind_lesson(tmp_path, example(kind))
    exercise = lesson.exercise(example(kind)["id"])
    said = parse(still(render_key(blank_state(lesson, exercise.id), 1))).text
    assert exercise.ask in said
    assert exercise.closing in said
    told = [word for word in WAITS if word in said]
    assert bool(told) is (kind not in SILENT)
    for one in exercise.taught():
        assert one.verdict in said
        assert one.why in said
    assert all(lesson.slips[name].says in said for name in exercise.slips())


def blank_state(lesson: LessonExercises, identity: str) -> CardState[Any]:
    exercise = lesson.exercise(identity)
    return CardState(
        lesson=lesson.id,
        exercise=exercise,
        dossier=lesson.dossier(exercise),
        slips=lesson.slips,
        first=lesson.exercise(exercise.again) if exercise.again else None,
    )


def test_one_round_box_is_ticked_of_many_and_every_square_one_that_fits(tmp_path: Path) -> None:
    options = [write("option", id=name, text=name, right=name != "c") for name in "abc"]
    several = write("choice", id="many", options=options, several=True)
    lesson = make_exercises(tmp_path, write("choice"), several)
    one, many = (
        parse(still(render_paper(blank_state(lesson, name), 1))) for name in (lesson.own[0], "many")
    )
    for page, kind in ((one, "box one"), (many, "box")):
        [options] = page.marked("options")
        assert {box.attrs["class"] for box in options.marked("box")} == {kind}


def test_confidence_is_a_word_to_circle_where_the_card_asks_for_it(tmp_path: Path) -> None:
    lesson = make_exercises(tmp_path, write("choice", sure=True))
    [sure] = parse(still(render_paper(blank_state(lesson, lesson.own[0]), 1))).marked("sure")
    assert [pick.text for pick in sure.marked("pick")] == [*card_text.SURE_WORDS]


def test_markdown_becomes_markup_and_html_in_it_is_text() -> None:
    prose = render_prose(
        "# Title\n\n## Two\n\nA *b* **c** `d` [e](https://e.org)\nf &amp; <b>\n\n1. x\n\n"
        "| g | h |\n|---|---|\n| i | j |\n"
    )
    assert prose == (
        "<h2>Two</h2><p>A <em>b</em> <strong>c</strong> <code>d</code> "
        '<a href="https://e.org">e</a> f &amp; &lt;b&gt;</p><ol><li>x</li></ol><table><thead><tr>'
        '<th scope="col">g</th><th scope="col">h</th></tr></thead><tbody><tr><td>i</td><td>j</td>'
        "</tr></tbody></table>"
    )
    assert headings("# One\n\n## Two\n\ntext") == "<h2>Two</h2>"


@pytest.mark.parametrize("title", ["</style><script>alert(1)</script>", 'a"; } body { x: "', "\\"])
def test_a_title_can_be_anything(title: str) -> None:
    text = render_sheet(Sheet(title, "How.", "letter"))
    assert "<script" not in text
    assert text.count("</style>") == 1
    rules = text.partition("@page")[2].partition("</style>")[0]
    assert rules.count('"') == 4  # two strings: the title, and what stands between two numbers
    assert "size: Letter" in rules


def test_stops_are_told_with_what_was_stated_by_their_day() -> None:
    lesson = open_exercises("04-forty")
    journey: Any = lesson.exercise("time-machine")
    home = open_dossier("kursk")
    given = journey.stated_by(home)
    assert len(given) == len(journey.steps)
    known = journey.statements(home)
    for day, bounds in zip(journey.days(home), given, strict=True):
        heard = [one for _, one in known if one.day <= day]
        assert (bounds is None) is (not heard)
        if bounds:
            assert bounds.low == min(one.limits.low for one in heard)
            assert all(one.limits.low <= bounds.high for one in heard)
