"""The lesson on paper: nothing given away to the class, nothing held back from the instructor."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from kind_files import KINDS
from reader import Node, parse

from helpers.classroom.handout import Wanted, make_handout
from helpers.errors import KitError
from helpers.kinds.exercises import open_exercises
from helpers.kinds.forms import Form
from helpers.paths import LESSONS
from helpers.pieces.exhibits import exhibit
from helpers.texts.notebook import Call, parts
from helpers.texts.notebook_file import read_notebook
from helpers.view.paper.still import still
from helpers.words import card_text, handout_text, reading_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from helpers.kinds.base import Exercise

STEMS = [path.stem for path in sorted(LESSONS.glob("[0-9]*.ipynb"))]
TESTS = [stem for stem in STEMS if open_exercises(stem).forms]
each_lesson = pytest.mark.parametrize("stem", STEMS)
each_kind = pytest.mark.parametrize("kind", KINDS)
HELD_BACK = frozenset(
    (
        *("verdict", "why", "settle", "after", "hints", "tells", "found", "missing", "steps"),
        *("sharp", "source", "also", "strays", "tempting", "models", "panel", "lost"),
    )
)
"""Fields with words that wait for the answer; `says` is looked at apart."""
SPOKEN_FIRST = frozenset({"poll"})
"""Kinds in which `says` is a reason; at the stops of a journey it is what is shown."""
TELLING = 25
"""A text of so many letters stands nowhere by chance."""
WRITTEN_ON = {"box", "blank", "rule"}
CONTROLS = ("form", "button", "input", "select", "textarea", "details", "summary")
PLAIN_ATTRIBUTES = {
    *("class", "lang", "dir", "href", "rel", "target", "role", "aria-label", "aria-hidden"),
    *("scope", "style", "data-ink", "aria-live"),
}


@cache
def sheet(stem: str, *, key: bool = False, form: str = "") -> str:
    page = read_notebook(LESSONS / f"{stem}.ipynb")
    return make_handout(open_exercises(stem), page, Wanted(key=key, form=form))


@cache
def read_sheet(stem: str, *, key: bool = False) -> Node:
    text = sheet(stem, key=key)
    return parse(text[text.index("<main>") : text.index("</main>") + len("</main>")])


def all_calls(stem: str) -> Iterator[Call]:
    for part in parts(read_notebook(LESSONS / f"{stem}.ipynb")):
        yield from part.calls


def asked(stem: str) -> list[Exercise]:
    """Give what a handout of a lesson asks, in the order of its notebook, with keys."""
    lesson = open_exercises(stem)
    found: list[Exercise] = []
    for call in all_calls(stem):
        if call.verb == "ask":
            found.append(lesson.exercise(call.name))
        elif call.verb == "recall":
            assert lesson.file.recall
            found.append(lesson.exercise(lesson.file.recall.of[int(call.name) - 1]))
        elif call.verb == "test":
            found += [*lesson.forms[0].choices, *lesson.forms[0].blueprint.every]
    return found


def cards(page: Node) -> list[Node]:
    return page.marked("card")


def held_back(exercise: Exercise) -> set[str]:
    """Give all that waits for the answer; what the question says itself gives nothing away."""
    fields = HELD_BACK | ({"says"} if exercise.kind in SPOKEN_FIRST else set())
    written = msgspec.to_builtins(exercise, enc_hook=str)
    shown = f"{exercise.ask} {exercise.note}"
    return {text for text in _under(written, fields) if text and text not in shown}


def _under(value: Any, fields: frozenset[str] | set[str], *, inside: bool = False) -> Iterator[str]:
    if isinstance(value, str):
        if inside:
            yield value
    elif isinstance(value, dict):
        for name, one in value.items():
            # The stops of a journey are called steps, and are what is shown.
            held = name in fields and not (
                name == "steps" and "rubric" not in value and "ask" not in value
            )
            yield from _under(one, fields, inside=held)
    elif isinstance(value, list):
        for one in value:
            yield from _under(one, fields, inside=inside)


@each_lesson
def test_a_sheet_needs_nothing_besides_itself(stem: str) -> None:
    for key in (False, True):
        text = sheet(stem, key=key)
        assert text.startswith("<!doctype html>")
        tags = set(re.findall(r"<([a-z0-9]+)", text.partition("</head>")[2]))
        assert not tags & {"script", "link", "img", "iframe", "object", "embed", "video", "audio"}
        assert not re.search(r"\b(src|srcset|xlink:href|poster|on\w+)=", text)
        rules = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
        assert rules
        assert not re.search(r"url\(|@import|https?:", rules[1])
        # Links lead to sources on the web, and to nothing that is not there beside a sheet.
        assert set(re.findall(r'href="(\w+):', text)) <= {"https", "http"}
        assert text.count('href="http') == text.count("href=")


@each_lesson
def test_the_students_sheet_says_nothing_that_waits_for_an_answer(stem: str) -> None:
    page = read_sheet(stem)
    said = page.text
    alone = {node.text.strip() for node in page}
    waiting = {text for exercise in asked(stem) for text in held_back(exercise)}
    lesson = open_exercises(stem)
    waiting |= {f"{slip.name}." for slip in lesson.slips.values()}
    assert len(waiting) > len(asked(stem))
    assert [text for text in waiting if len(text) >= TELLING and text in said] == []
    assert waiting & alone == set()
    for sign, name in card_text.OUTCOMES.values():
        assert not [node for node in page if node.attrs.get("aria-label") == name]
        assert sign not in said
    for name in ("part", "sign", "outcome", "feedback", "settle", "slip", "cited", "hint"):
        assert [card for card in cards(page) if card.marked(name)] == [], name


@each_lesson
def test_no_attribute_of_the_students_sheet_tells_what_is_right(stem: str) -> None:
    page = read_sheet(stem)
    for card in cards(page):
        for node in card:
            assert {*node.attrs} <= PLAIN_ATTRIBUTES, node
        for group in (*card.marked("options"), *card.marked("chips"), *card.marked("steps")):
            picks = group.marked("pick")
            assert len({pick.shape() for pick in picks}) == 1
            assert {pick.attrs["class"] for pick in picks} == {"pick"}
        boxes = {node.attrs["class"] for node in card.marked("box")}
        assert boxes <= {"box", "box one"}


@each_lesson
def test_both_sheets_ask_the_same_under_the_same_numbers(stem: str) -> None:
    asks = [exercise.ask for exercise in asked(stem)]
    numbers = [str(number) for number, _ in enumerate(asks, start=1)]
    for key in (False, True):
        found = cards(read_sheet(stem, key=key))
        assert [card.attrs["aria-label"] for card in found] == asks
        assert [card.marked("question-number")[0].text for card in found] == numbers
        assert all(card.attrs["aria-label"] in card.text for card in found)


@each_lesson
def test_the_key_gives_the_answer_the_reasons_and_the_traps_of_every_question(stem: str) -> None:
    lesson = open_exercises(stem)
    for exercise, card in zip(asked(stem), cards(read_sheet(stem, key=True)), strict=True):
        said = card.text
        for one in exercise.taught():
            assert one.verdict in said
            assert one.why in said
            assert one.settle in said
        assert exercise.settle in said
        assert exercise.closing in said
        assert all(hint in said for hint in exercise.hints)
        for name in exercise.slips():
            assert lesson.slips[name].name in said
            assert lesson.slips[name].says in said


@each_lesson
def test_graphic_words_stay_folded_on_paper(stem: str) -> None:
    lesson = open_exercises(stem)
    graphic = [lesson.article.quoted(quote) for quote in lesson.article.about.graphic]
    for key in (False, True):
        said = read_sheet(stem, key=key).text
        assert all(words not in said for words in graphic)
        assert reading_text.FOLDED not in said


def test_there_are_graphic_words_to_fold() -> None:
    assert handout_text.GRAPHIC in read_sheet("02-who-says-so").text


@each_lesson
def test_what_waits_for_an_answer_on_the_page_is_on_the_instructors_sheet_alone(stem: str) -> None:
    lesson = open_exercises(stem)
    waiting = [call for call in all_calls(stem) if call.verb == "show" and call.after]
    students, key = read_sheet(stem), read_sheet(stem, key=True).text
    assert len(students.marked("later")) >= len(waiting)
    for call in waiting:
        made = parse(still(exhibit(lesson, call.name, call.which)))  # type: ignore[arg-type]
        rows = [row.text for row in made.all("tr", "figcaption") if len(row.text) > TELLING]
        assert all(row not in students.text for row in rows), call
        assert all(row in key for row in rows), call
        assert lesson.written(call.after).ask in [q.text for q in students.all("q")]


def test_paper_draws_nothing_and_gives_the_first_of_the_pool() -> None:
    lesson = open_exercises("04-forty")
    pool = lesson.file.recall
    assert pool
    asks = [card.attrs["aria-label"] for card in cards(read_sheet("04-forty"))]
    given = [name for name in pool.of if lesson.written(name).ask in asks]
    assert given == [*pool.of[: pool.take]]


def test_a_test_gives_its_first_form_or_the_one_that_is_named() -> None:
    stem = "01-cold-read"
    a, b = (form.items for form in open_exercises(stem).forms)
    for form, here, other in (("", a, b), ("a", a, b), ("b", b, a)):
        for key in (False, True):
            said = sheet(stem, key=key, form=form)
            assert all(
                f'aria-label="{item.ask}"' in said for item in here[:2] if '"' not in item.ask
            )
            texts = {item.options[0].text for item in other} - {i.options[0].text for i in here}
            assert texts
            assert not any(text in parse_main(said) for text in texts if len(text) > TELLING)


def parse_main(text: str) -> str:
    return parse(text[text.index("<main>") : text.index("</main>") + len("</main>")]).text


@pytest.mark.parametrize("stem", TESTS)
def test_the_questions_of_a_test_follow_its_report(stem: str) -> None:
    lesson = open_exercises(stem)
    report = lesson.dossier(lesson.forms[0].items[0])
    said = read_sheet(stem).text
    for sentence in report.article.sentences:
        assert report.article.cut(sentence.span) in said
    assert said.index(handout_text.TEST_HOW) < said.index(lesson.forms[0].items[0].ask)


def test_what_cannot_be_made_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KitError, match="no form “q”; it has a, b"):
        sheet("01-cold-read", form="q")
    with pytest.raises(KitError, match="no test"):
        sheet("02-who-says-so", form="a")
    monkeypatch.setattr(Form, "has_key", False)
    page, lesson = read_notebook(LESSONS / "01-cold-read.ipynb"), open_exercises("01-cold-read")
    with pytest.raises(KitError, match="lessons/keys"):
        make_handout(lesson, page, Wanted(key=True))
    assert make_handout(lesson, page, Wanted())


def test_a_journey_hides_each_stop_until_the_range_before_it_is_written() -> None:
    page = read_sheet("04-forty")
    [journey] = page.marked("journey")
    lesson = open_exercises("04-forty")
    steps: Any = lesson.exercise("time-machine")
    order = [
        node for node in journey if {"station", "cover"} & {*node.attrs.get("class", "").split()}
    ]
    kinds = [node.attrs["class"] for node in order]
    assert kinds == ["station", *["cover", "station"] * (len(steps.steps) - 1)]
    for stop, station in zip(steps.steps, order[::2], strict=True):
        assert stop.says in station.text
        assert [one for one in steps.steps if one.says in station.text] == [stop]
        assert len(station.marked("blank")) == 2


def test_the_rules_of_recorders_are_worked_out_by_hand_and_stand_in_the_key() -> None:
    students, key = read_sheet("04-forty").text, read_sheet("04-forty", key=True).text
    assert handout_text.RULE_HEADS[1] in students
    assert handout_text.ON_SCREEN in students
    assert "It hides no report" in students
    assert re.search(r"Minimum to maximum\. [^.]*\d", key)
    assert not re.search(r"Minimum to maximum\. [^.]*\d", students)


def test_an_annotation_has_the_passage_its_labels_and_a_line_for_each() -> None:
    card = next(
        card for card in cards(read_sheet("02-who-says-so")) if "annotate" in card.attrs["class"]
    )
    [passage] = card.marked("roomy")
    assert "“There were forty of us, but all are dead,”" in passage.text
    [lines] = card.marked("copied")
    assert [line.all("span")[0].text for line in lines.all("li")] == ["cue", "content"]
    assert len(lines.marked("rule")) == 2


def test_prose_that_is_only_about_the_page_stays_there() -> None:
    said = read_sheet("02-who-says-so").text
    assert "Here are your own results" not in said
    assert "Download my work" not in said
    assert "No cards below?" not in said
    assert "take any article about a war" in said
    assert read_sheet("02-who-says-so").all("h1")[0].text == "Who says so?"
    assert len(read_sheet("02-who-says-so").all("h1")) == 1
