"""The desk: a change redraws the pieces that it concerns, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from support import answering, make_exercises, message, write

from helpers.lesson import Lesson
from helpers.view import widget
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.view.markup import Markup
    from helpers.view.widget import PieceWidget

RIGHT = {"answer": {"option": ["a"]}, "confidence": 100}
FIRST, SECOND, OTHERS = "vote", "vote-again", [f"pick-{number}" for number in range(20)]
CARDS = {FIRST, SECOND, *OTHERS}
ALWAYS = {"bar", "progress", "summary"}
EVERYTHING = CARDS | ALWAYS | {"name", "chain", "claims", "always open"}


class Page:
    """A lesson with many cards, of which it counts who is drawn anew."""

    def __init__(self, lesson: Lesson) -> None:
        """Put everything on the page."""
        self.lesson = lesson
        self.pieces: dict[str, PieceWidget] = {
            "bar": lesson.save_bar(),
            "name": lesson.code_name(),
            **{name: lesson.ask(name) for name in lesson.exercises.ids},
            "chain": lesson.show("chain", "C01", after=FIRST),
            "claims": lesson.show("claims", after=OTHERS[0]),
            "always open": lesson.show("claims"),
            "progress": lesson.progress(),
            "summary": lesson.summary(),
        }
        self.drawn: list[str] = []
        self.names = {id(piece): name for name, piece in self.pieces.items()}

    def note(self, piece: PieceWidget) -> None:
        """Take note of a piece that is drawn anew."""
        self.drawn.append(self.names[id(piece)])

    def hear(self, name: str, sent: dict[str, object]) -> set[str]:
        """Send a message to a piece, and name what is drawn anew, each once."""
        self.drawn.clear()
        self.pieces[name].hear(sent)
        assert "makes no sense" not in self.pieces[name].says
        assert len(self.drawn) == len(set(self.drawn))
        return set(self.drawn)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    many = [write("choice", id=name) for name in OTHERS]
    polls = (write("poll", id=FIRST), write("poll", id=SECOND, again=FIRST))
    exercises = make_exercises(tmp_path, *polls, *many, claims=(write("claim"),))
    made = Page(Lesson(exercises, Workbook(tmp_path / "work")))
    show = widget.PieceWidget.show

    def counted(piece: PieceWidget, markup: Markup, says: str = "") -> None:
        made.note(piece)
        show(piece, markup, says)

    monkeypatch.setattr(widget.PieceWidget, "show", counted)
    return made


def test_an_answer_redraws_its_card_and_what_always_follows(desk: Page) -> None:
    assert desk.hear("pick-7", message("pick-7", **RIGHT)) == {"pick-7"} | ALWAYS


@pytest.mark.parametrize("what", ["reveal", "reset"])
def test_so_does_a_reveal_and_a_reset(desk: Page, what: str) -> None:
    desk.hear("pick-7", message("pick-7", **RIGHT))
    assert desk.hear("pick-7", message("pick-7", what)) == {"pick-7"} | ALWAYS


def test_so_does_undoing_a_reset(desk: Page) -> None:
    desk.hear("pick-7", message("pick-7", **RIGHT))
    desk.hear("pick-7", message("pick-7", "reset"))
    assert desk.hear("pick-7", {"do": "undo"}) == {"pick-7"} | ALWAYS


def test_an_answer_redraws_the_cards_that_come_back_to_it_and_what_waited_for_it(
    desk: Page,
) -> None:
    sent = message(FIRST, **RIGHT)
    assert desk.hear(FIRST, sent) == {FIRST, SECOND, "chain"} | ALWAYS
    assert "The gist." in desk.pieces["chain"].markup


def test_a_card_that_comes_back_to_another_leaves_that_one_alone(desk: Page) -> None:
    desk.hear(FIRST, message(FIRST, **RIGHT))
    sent = message(SECOND, **RIGHT)
    assert desk.hear(SECOND, sent) == {SECOND} | ALWAYS


def test_two_cards_of_one_exercise_are_redrawn_together(desk: Page) -> None:
    desk.pieces["twin"] = desk.lesson.ask("pick-7")
    desk.names[id(desk.pieces["twin"])] = "twin"
    assert desk.hear("pick-7", message("pick-7", **RIGHT)) == {"pick-7", "twin"} | ALWAYS


def test_what_is_refused_redraws_nothing(desk: Page) -> None:
    assert desk.hear("pick-7", message("pick-7", answer={"option": ["gone"]})) == set()
    assert desk.hear("pick-7", message("pick-7", answer={"option": ["a"]})) == set()


def test_trying_again_concerns_the_card_alone(desk: Page) -> None:
    desk.hear("pick-7", message("pick-7", answer={"option": ["b"]}, confidence=100))
    assert desk.hear("pick-7", {"do": "again"}) == {"pick-7"}


def test_a_reset_of_the_lesson_and_its_undo_redraw_everything(desk: Page) -> None:
    desk.hear("pick-7", message("pick-7", **RIGHT))
    assert desk.hear("bar", {"do": "reset-lesson"}) == EVERYTHING
    assert desk.hear("bar", {"do": "undo"}) == EVERYTHING
    assert "Verdict a." in desk.pieces["pick-7"].markup


def test_a_code_name_redraws_everything(desk: Page) -> None:
    sent = {"do": "code", "code": ["amber-heron"]}
    assert desk.hear("name", sent) == EVERYTHING


def test_turning_to_somebody_else_redraws_everything_and_says_so_to_every_card(desk: Page) -> None:
    desk.hear("pick-7", message("pick-7", **RIGHT))
    before = desk.lesson.book.id
    assert desk.hear("bar", {"do": "somebody"}) >= EVERYTHING - {"always open"}
    assert {desk.pieces[name].workbook for name in CARDS | {"bar", "name"}} == {desk.lesson.book.id}
    assert desk.lesson.book.id != before


def test_answers_that_are_loaded_or_brought_back_redraw_everything(desk: Page) -> None:
    written = msgspec.json.encode(answering("pick-7", {"option": ["a"]}))
    assert desk.hear("bar", {"do": "load", "content": written}) == EVERYTHING
    given_back = [msgspec.to_builtins(answering("pick-8", {"option": ["a"]}))]
    sent = {"do": "restore", "workbook": "", "events": given_back}
    assert desk.hear("bar", sent) == EVERYTHING
    assert all("Verdict a." in desk.pieces[name].markup for name in ("pick-7", "pick-8"))


@pytest.mark.parametrize(
    "sent",
    [
        {"do": "stored", "held": [], "blocked": True, "me": "", "spare": ""},
        {"do": "mine", "tab": "t"},
        {"do": "drop"},
    ],
)
def test_what_concerns_the_save_bar_alone_redraws_nothing_else(
    desk: Page, sent: dict[str, object]
) -> None:
    assert desk.hear("bar", sent) == {"bar"}
