"""Exhibits: one verb, one table; each is shown by a lesson, and closed until it may open."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

import nbformat
import pytest
from reader import parse
from support import make_exercises, message, write

from helpers.errors import KitError
from helpers.kinds.order import Order
from helpers.lesson import Lesson, open_lesson
from helpers.paths import LESSONS
from helpers.pieces.exhibits import EXHIBITS
from helpers.texts.dossier import open_dossier
from helpers.view.charts.registry import charts_of
from helpers.words import reading_text
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RIGHT = {"answer": {"option": ["a"]}, "confidence": 100}


class Shown(NamedTuple):
    """One `lesson.show` of a notebook."""

    lesson: str
    name: str
    which: str
    after: str


def shown_by_lessons() -> Iterator[Shown]:
    """Give every `lesson.show` of the notebooks."""
    for page in sorted(LESSONS.glob("*.ipynb")):
        notebook = nbformat.read(page, nbformat.NO_CONVERT)
        code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        for call in ast.walk(ast.parse(code)):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "lesson.show":
                name, which, *_ = [*(ast.literal_eval(one) for one in call.args), ""]
                after = {key.arg: ast.literal_eval(key.value) for key in call.keywords}
                yield Shown(page.stem, name, which, after.get("after", ""))


SHOWN = list(shown_by_lessons())


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    """Open a small lesson, with an exercise for exhibits to wait for."""
    claim = write("claim", gist="The gist of it.")
    exercises = make_exercises(tmp_path, write("choice"), claims=(claim,))
    return Lesson(exercises, Workbook(tmp_path / "work"))


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Begin with an empty work folder."""
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))


@pytest.fixture
def real() -> Lesson:
    """Open a lesson on the seed."""
    return open_lesson("02-who-says-so")


@pytest.mark.parametrize("name", EXHIBITS)
def test_every_exhibit_is_shown_by_a_lesson(name: str) -> None:
    assert name in {one.name for one in SHOWN}


@pytest.mark.parametrize("one", SHOWN, ids=lambda one: " ".join(one).strip())
def test_what_a_lesson_shows_is_a_section_with_a_name(one: Shown) -> None:
    lesson = open_lesson(one.lesson)
    [section] = parse(lesson.show(one.name, one.which).markup).all("section")
    assert section.attrs["aria-label"].strip()
    assert len(section.text) > 100
    if one.after:
        closed = lesson.show(one.name, one.which, after=one.after).markup
        assert reading_text.OPENS_AFTER in closed
        assert lesson.exercises.written(one.after).ask in parse(closed).text


def test_every_chart_comparison_and_claim_of_the_seed_can_be_shown(real: Lesson) -> None:
    home = open_dossier("kursk")
    things = {"chart": charts_of(home), "comparison": home.comparisons}
    things |= {"chain": home.ledger.claims}
    shown = [real.show(name, one.id).markup for name, some in things.items() for one in some]
    assert len(set(shown)) == len(shown) > 25


@pytest.mark.parametrize(
    ("name", "which", "says"),
    [
        ("nothing", "", "There is no exhibit “nothing”; there are actors, article, chain,"),
        ("", "", "There is no exhibit “”"),
        ("Chain", "C01", "There is no exhibit “Chain”"),
        ("__class__", "", "There is no exhibit “__class__”"),
        ("chain", "C99", "C99 is not in claims.yaml"),
        ("chain", "", "is not in claims.yaml"),
        ("chart", "weather", "The text “kursk” has no chart “weather”"),
        ("comparison", "weather", "The text “kursk” has no comparison “weather”"),
        ("rules", "nowhere", "There is no text “nowhere”"),
        ("rules", "../kursk", "There is no text “../kursk”"),
        ("rules", "kursk", "The text “kursk” has no table “reports”"),
        ("swapped", "S99", "kursk has no sentence S99"),
        ("swapped", "S3-S1", "A passage runs forward"),
        ("toy", "", "The toy begins with a group of 5 to 100, not “”"),
        ("toy", "4", "not “4”"),
        ("toy", "101", "not “101”"),
        ("toy", "four", "not “four”"),
    ],
)
def test_what_is_not_there_is_one_plain_sentence(
    real: Lesson, name: str, which: str, says: str
) -> None:
    with pytest.raises(KitError) as error:
        real.show(name, which)
    assert says in str(error.value)
    assert re.fullmatch(r"[^\n]+\.", str(error.value))


def test_an_exhibit_stays_closed_until_its_exercise_is_answered(lesson: Lesson) -> None:
    chain, card = lesson.show("chain", "C01", after="pick"), lesson.ask("pick")
    assert "The gist of it." not in chain.markup + chain.on_paper()
    assert lesson.exercises.written("pick").ask in chain.markup
    card.hear(message("pick", answer={"option": ["gone"]}, confidence=100))
    assert "The gist of it." not in chain.markup
    card.hear(message("pick", **RIGHT))
    assert "The gist of it." in chain.markup
    assert reading_text.OPENS_AFTER not in chain.markup


def test_a_reset_closes_it_again_and_undoing_opens_it(lesson: Lesson) -> None:
    chain, card = lesson.show("chain", "C01", after="pick"), lesson.ask("pick")
    card.hear(message("pick", **RIGHT))
    card.hear(message("pick", "reset"))
    assert "The gist of it." not in chain.markup
    card.hear({"do": "undo"})
    assert "The gist of it." in chain.markup


def test_an_exhibit_is_open_at_once_where_the_answer_was_given_before(lesson: Lesson) -> None:
    lesson.ask("pick").hear(message("pick", **RIGHT))
    again = Lesson(lesson.exercises, Workbook(lesson.book.folder))
    assert "The gist of it." in again.show("chain", "C01", after="pick").markup


def test_an_exhibit_that_waits_for_nothing_is_open(lesson: Lesson) -> None:
    assert "The gist of it." in lesson.show("chain", "C01").markup


def test_an_exercise_to_wait_for_must_be_there(lesson: Lesson) -> None:
    with pytest.raises(KitError, match="has no exercise “gone”"):
        lesson.show("chain", "C01", after="gone")


def test_an_exhibit_uses_the_answer_that_it_waits_for(tmp_path: Path) -> None:
    claim = write("claim", gist="The gist of it.")
    exercises = make_exercises(tmp_path, write("order"), claims=(claim,))
    lesson = Lesson(exercises, Workbook(tmp_path / "work"))
    order = exercises.written("line")
    assert isinstance(order, Order)
    texts = {item.id: item.text for item in order.items}
    mixed = [*texts][::-1]
    chain, card = lesson.show("chain", "C01", after="line"), lesson.ask("line")
    card.hear(message("line", answer={"order": mixed}))
    [beside] = parse(chain.markup).marked("beside")
    assert [row.text for row in beside.all("ol")[-1].all("li")] == [texts[one] for one in mixed]
    # On paper nobody has answered, and a chain that waits for nothing stands alone.
    assert "beside" not in chain.on_paper() + lesson.show("chain", "C01").markup


def test_an_answer_that_is_none_any_more_opens_an_exhibit_all_the_same(lesson: Lesson) -> None:
    about = {"lesson": lesson.exercises.id, "exercise": "pick"}
    lesson.book.add(make_event("answer", **about, answer={"option": ["gone"]}))
    assert lesson.desk.attempts(lesson.exercises.exercise("pick")) == ()
    assert "The gist of it." in lesson.show("chain", "C01", after="pick").markup


def test_what_plays_by_itself_cannot_wait(lesson: Lesson) -> None:
    with pytest.raises(KitError, match="The exhibit “toy” answers by itself"):
        lesson.show("toy", "40", after="pick")
    toy = lesson.show("toy", "40")
    toy.hear({"do": "set", "move": 1, "size": ["40"], "lethal": ["25"], "fate": ["shared"]})
    assert toy.says == ""
