"""Drafts on the disk: what was begun is found again, and only by whoever began it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from support import JUNK, LESSON, Fields, make_card, message

from helpers.errors import KitError
from helpers.pieces.desk import Desk
from helpers.pieces.save_bar import SaveBar
from helpers.workbook import Draft, Workbook, read_draft
from helpers.workbook.drafts import Drafts

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.kinds.exercises import LessonExercises
    from helpers.pieces.card import Card

HERS, HIS = "a" * 16, "b" * 16
FORM = f"{LESSON}/pick/0"


def draft(option: str = "b", *, workbook: str = HERS, form: str = FORM, changes: int = 1) -> Draft:
    return Draft(form, workbook, {"option": [option]}, 60, changes)


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "work")


def test_a_draft_is_found_again_by_whoever_began_it(drafts: Drafts) -> None:
    drafts.keep(draft("a"))
    drafts.keep(draft("b", changes=2))
    assert drafts.find(HERS, LESSON, "pick") == draft("b", changes=2)
    assert drafts.find(HIS, LESSON, "pick") is None
    assert drafts.find(HERS, LESSON, "vote") is None
    assert drafts.workbooks() == [HERS]


def test_a_draft_whose_answer_is_kept_is_gone(drafts: Drafts) -> None:
    drafts.keep(draft())
    drafts.forget(HERS, LESSON, "pick")
    drafts.forget(HERS, LESSON, "pick")
    assert drafts.find(HERS, LESSON, "pick") is None


def test_a_disk_that_takes_nothing_is_no_error_and_leaves_nothing_half_written(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep(draft("a"))

    def refuse(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("pathlib.Path.replace", refuse)
    drafts.keep(draft("b"))
    assert drafts.find(HERS, LESSON, "pick") == draft("a")
    [folder] = drafts.path.iterdir()
    assert len([*folder.iterdir()]) == 1


def test_a_folder_that_is_a_file_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "work").write_text("", encoding="utf-8")
    drafts = Drafts(tmp_path / "work")
    drafts.keep(draft())
    drafts.forget(HERS, LESSON, "pick")
    assert (drafts.workbooks(), drafts.find(HERS, LESSON, "pick")) == ([], None)


@pytest.mark.parametrize("content", [b"", b"[" * 100_000, b"\xff", b"{}", b'{"form": "../../x/0"}'])
def test_a_draft_that_cannot_be_read_is_none(drafts: Drafts, content: bytes) -> None:
    drafts.keep(draft())
    [folder] = drafts.path.iterdir()
    [file] = folder.iterdir()
    file.write_bytes(content)
    assert drafts.find(HERS, LESSON, "pick") is None


def test_a_pipe_is_passed_over(drafts: Drafts) -> None:
    drafts.keep(draft())
    [folder] = drafts.path.iterdir()
    [file] = folder.iterdir()
    file.unlink()
    os.mkfifo(file)
    assert drafts.find(HERS, LESSON, "pick") is None


@given(JUNK)
def test_whatever_the_page_sends_is_refused_in_one_sentence(written: object) -> None:
    with pytest.raises(KitError):
        read_draft(written)


@pytest.mark.parametrize(
    "fields",
    [
        {"form": "../secret/x/0"},
        {"form": f"{LESSON}/../0"},
        {"workbook": "../../etc"},
        {"answer": {"option": ["x" * 300_000]}},
        {"answer": {"option": "a"}},
        {"confidence": 101},
        {"changes": -1},
    ],
)
def test_a_draft_that_makes_no_sense_is_refused(fields: Fields) -> None:
    with pytest.raises(KitError):
        read_draft(msgspec.to_builtins(draft()) | fields)


# --- on a card ------------------------------------------------------------------------------------


@pytest.fixture
def card(exercises: LessonExercises, book: Workbook) -> Card:
    card = make_card(exercises, "pick", book)[0]
    card.desk.settled = True
    return card


def begin(card: Card, option: str = "b", **fields: Any) -> None:
    written = draft(option, workbook=card.desk.book.id)
    card.widget.hear({"do": "draft", "draft": msgspec.to_builtins(written) | fields})


def test_what_was_begun_is_in_the_form_of_the_next_kernel(
    card: Card, exercises: LessonExercises, book: Workbook
) -> None:
    begin(card)
    again = make_card(exercises, "pick", Workbook(book.folder))[0]
    assert "data-begun=" in again.widget.markup
    assert again.state().begun == draft("b", workbook=book.id)


def test_to_keep_what_was_begun_the_disk_is_not_asked_for_what_it_has(
    card: Card, book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(Drafts, "find", lambda *which: asked.append(which))
        begin(card)
    assert asked == []
    assert book.drafts.find(book.id, LESSON, "pick") == draft("b", workbook=book.id)


def test_a_draft_is_no_answer(card: Card, book: Workbook) -> None:
    begin(card)
    assert (card.widget.says, book.events) == ("", [])


def test_an_answer_takes_its_draft_away(card: Card, book: Workbook) -> None:
    begin(card)
    card.widget.hear(message("pick", answer={"option": ["a"]}, confidence=100))
    card.widget.hear(message("pick", "reset"))
    assert "data-begun=" not in card.widget.markup
    assert book.drafts.find(book.id, LESSON, "pick") is None


def test_a_draft_of_somebody_else_or_of_another_form_is_not_kept(
    card: Card, book: Workbook
) -> None:
    begin(card, workbook=HIS)
    begin(card, form=f"{LESSON}/pick/1")
    begin(card, form=f"{LESSON}/vote/0")
    assert book.drafts.workbooks() == []


def test_until_it_is_decided_whose_the_page_is_the_browser_alone_keeps_drafts(card: Card) -> None:
    card.desk.settled = False
    begin(card)
    assert card.desk.book.drafts.workbooks() == []


def test_who_has_only_begun_goes_on_with_her_workbook_in_a_browser_that_knows_nobody(
    card: Card, exercises: LessonExercises, book: Workbook
) -> None:
    begin(card)
    desk = Desk(exercises, Workbook(book.folder))
    bar = SaveBar(desk)
    bar.widget.hear({"do": "stored", "held": [], "blocked": False, "me": "", "spare": HIS})
    assert desk.book.id == book.id
