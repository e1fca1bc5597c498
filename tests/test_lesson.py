from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from reader import parse
from support import HOSTILE, answering, make_exercises, message, overhear, write

from helpers.errors import KitError
from helpers.lesson import Lesson, open_lesson
from helpers.pieces.code_name import CodeName, suggest
from helpers.pieces.desk import Desk
from helpers.words import reading_text, result_text, saving_text
from helpers.workbook import Workbook, read_code_name

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.workbook import Event

RIGHT = {"answer": {"option": ["a"]}, "confidence": 100}


@pytest.fixture
def lesson(tmp_path: Path) -> Lesson:
    exercises = make_exercises(tmp_path, write("choice"), write("poll"), claims=(write("claim"),))
    return Lesson(exercises, Workbook(tmp_path / "work"))


@pytest.fixture
def name(lesson: Lesson) -> CodeName:
    return CodeName(Desk(lesson.exercises, lesson.book))


def test_every_piece_follows_an_answer(lesson: Lesson) -> None:
    bar, progress, summary = lesson.save_bar(), lesson.progress(), lesson.summary()
    lesson.ask("pick").hear(message("pick", **RIGHT))
    assert "1 answer kept" in bar.markup
    assert "1 of 2 cards are answered." in progress.markup
    assert result_text.went_well(1, 1) in summary.markup


def test_a_reset_of_the_lesson_empties_every_card(lesson: Lesson) -> None:
    bar, card = lesson.save_bar(), lesson.ask("pick")
    fresh = card.markup
    card.hear(message("pick", **RIGHT))
    bar.hear({"do": "reset-lesson"})
    assert parse(card.markup).all("form")
    bar.hear({"do": "undo"})
    assert "Verdict a." in card.markup
    assert fresh != card.markup


def test_two_cards_of_one_exercise_show_the_same(lesson: Lesson) -> None:
    one, other = lesson.ask("pick"), lesson.ask("pick")
    one.hear(message("pick", **RIGHT))
    assert one.markup == other.markup


def test_what_would_give_an_answer_away_opens_after_it(lesson: Lesson) -> None:
    chain, card = lesson.show("chain", "C01", after="pick"), lesson.ask("pick")
    assert "The gist." not in chain.markup
    assert reading_text.OPENS_AFTER in chain.markup
    card.hear(message("pick", **RIGHT))
    assert "The gist." in chain.markup


def test_a_passage_can_be_read_alone(lesson: Lesson) -> None:
    assert [n.text for n in parse(lesson.read("S2").markup).marked("number")] == ["S2"]


@pytest.mark.parametrize("passage", ["S9", "gone/S1", "<b>"])
def test_a_passage_that_is_not_there_is_one_plain_sentence(lesson: Lesson, passage: str) -> None:
    with pytest.raises(KitError):
        lesson.read(passage)


def test_the_real_lesson_opens_with_the_work_that_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_WORK", str(tmp_path / "work"))
    lesson = open_lesson("00-start-here")
    CodeName(lesson.desk).widget.hear({"do": "code", "code": ["amber-heron"]})
    assert open_lesson("02-who-says-so").book.code == "amber-heron"


@pytest.fixture
def several(tmp_path: Path) -> Lesson:
    """Open the first of two lessons, with an Extra and a text in two steps in the second."""
    folder = tmp_path / "lessons/exercises"
    later = make_exercises(folder, write("choice"), write("write"), write("poll", extra=True))
    written = later.path.read_text(encoding="utf-8")
    other = written.replace("90-test", "91-later").replace("rell", "kursk")
    (folder / "91-later.yaml").write_text(other.replace("title: Test", "title: Later"), "utf-8")
    return Lesson(later, Workbook(tmp_path / "work"))


def at(lesson: str, exercise: str, answer: dict[str, list[str]]) -> Event:
    return msgspec.structs.replace(answering(exercise, answer), lesson=lesson)


def test_the_map_shows_the_lessons_and_how_far_each_has_come(several: Lesson) -> None:
    several.book.add(*(at("91-later", "pick", {"option": ["b"]}) for _ in range(2)))
    page = parse(several.map().markup)
    assert [a.attrs["href"] for a in page.all("table")[0].all("a")] == [
        "90-test.ipynb",
        "91-later.ipynb",
    ]
    assert result_text.how_far(1, 2) in page.text
    assert page.all("p")[0].text == f"{result_text.GO_ON} 91 · Later"


def test_on_the_map_a_text_counts_once_it_is_rated_and_an_extra_never(several: Lesson) -> None:
    text = {"text": ["A man from Rell"]}
    several.book.add(at("91-later", "label", text), at("91-later", "vote", {"option": ["a"]}))
    assert result_text.how_far(1, 2) not in several.map().markup
    several.book.add(at("91-later", "label", {**text, "clear": ["3"], "kind": ["3"]}))
    assert result_text.how_far(1, 2) in several.map().markup


def test_progress_counts_the_core_and_tells_of_the_extra_apart(several: Lesson) -> None:
    progress = several.progress()
    assert result_text.DONE.format(done=0, all=2) in progress.markup
    several.ask("vote").hear(message("vote", answer={"option": ["a"]}))
    assert result_text.DONE.format(done=0, all=2) in progress.markup
    assert result_text.extra_done(1, 1) in progress.markup


def test_what_is_only_begun_does_not_open_what_waits_for_it(several: Lesson) -> None:
    waits, card = several.show("swapped", "S1", after="label"), several.ask("label")
    text = {"text": ["A man from Rell"]}
    for answer, closed in ((text, True), ({**text, "clear": ["3"], "kind": ["3"]}, False)):
        card.hear(message("label", answer=answer))
        assert (reading_text.OPENS_AFTER in waits.markup) is closed


@pytest.mark.parametrize("pages", [".ipynb", ".html"])
def test_the_traps_of_all_lessons_stand_together_and_follow_an_answer(
    several: Lesson, pages: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIT_PAGES", pages)
    traps = several.traps()
    assert result_text.NO_TRAPS in traps.markup
    several.book.add(at("91-later", "pick", {"option": ["c"]}))
    several.ask("pick").hear(message("pick", answer={"option": ["b"]}, confidence=100))
    page = parse(traps.markup)
    assert "The X trap. X is not Y." in page.text
    assert [link.attrs["href"] for link in page.all("a")] == [
        f"91-later{pages}#card-pick",
        f"90-test{pages}#card-pick",
    ]


def test_a_trap_of_one_lesson_is_beaten_in_another(several: Lesson) -> None:
    several.book.add(at("91-later", "pick", {"option": ["b"]}))
    assert result_text.beaten(0, 1) in several.traps().markup
    several.ask("pick").hear(message("pick", answer={"option": ["a"]}, confidence=100))
    assert result_text.beaten(1, 1) in several.traps().markup


def test_a_slip_without_a_name_stops_no_page(tmp_path: Path) -> None:
    exercises = make_exercises(tmp_path, write("choice"), slips={})
    lesson = Lesson(exercises, Workbook(tmp_path / "work"))
    lesson.ask("pick").hear(message("pick", answer={"option": ["b"]}, confidence=100))
    assert result_text.went_well(0, 1) in lesson.summary().markup
    assert result_text.NO_TRAPS in lesson.traps().markup


def test_on_paper_nobody_has_met_a_trap(several: Lesson) -> None:
    several.ask("pick").hear(message("pick", answer={"option": ["b"]}, confidence=100))
    traps = several.traps()
    assert "The X trap" in traps.markup
    assert "The X trap" not in traps.on_paper()
    assert result_text.NO_TRAPS in traps.on_paper()


def test_work_of_a_lesson_that_is_gone_stops_no_page(several: Lesson) -> None:
    several.book.add(at("12-gone", "pick", {"option": ["b"]}))
    assert result_text.NO_TRAPS in several.traps().markup
    assert "90-test" in several.map().markup


def test_a_code_name_is_kept_on_disk_and_in_the_browser(name: CodeName) -> None:
    told = overhear(name)
    name.widget.hear({"do": "code", "code": [" Amber heron "]})
    assert Workbook(name.desk.book.folder).code == name.desk.book.code == "Amber-heron"
    assert [message["keep"]["code"] for message in told] == ["Amber-heron"]


@pytest.mark.parametrize("written", ["Anna Schmidt", "Anna-Schmidt", "AnnaSchmidt", "Zoë-Ünal-12"])
def test_a_name_that_looks_real_is_taken_only_when_the_student_says_so(
    name: CodeName, written: str
) -> None:
    name.widget.hear({"do": "code", "code": [written]})
    assert (name.desk.book.code, name.widget.says) == ("", saving_text.REAL_NAME)
    for too_early in ("rename", "somebody"):
        name.widget.hear({"do": too_early})
        assert "makes no sense" in name.widget.says
    name.widget.hear({"do": "use-anyway"})
    assert name.desk.book.code == written.replace(" ", "-")
    name.widget.hear({"do": "use-anyway"})
    assert "makes no sense" in name.widget.says


def test_who_thinks_better_of_a_real_name_gets_another(name: CodeName) -> None:
    name.widget.hear({"do": "code", "code": ["Anna Schmidt"]})
    name.widget.hear({"do": "suggest"})
    assert saving_text.REAL_NAME not in name.widget.markup
    assert "Anna" not in name.widget.markup
    name.widget.hear({"do": "use-anyway"})
    assert (name.desk.book.code, name.desk.book.events) == ("", [])


def test_a_real_name_in_place_of_another_is_asked_about_twice(name: CodeName) -> None:
    name.widget.hear({"do": "code", "code": ["amber-heron"]})
    name.widget.hear({"do": "code", "code": ["Anna Schmidt"]})
    name.widget.hear({"do": "use-anyway"})
    assert name.widget.says == saving_text.NEW_NAME_OR_SOMEBODY
    assert name.desk.book.code == "amber-heron"
    name.widget.hear({"do": "rename"})
    assert name.desk.book.code == "Anna-Schmidt"


@pytest.mark.parametrize("written", ["", "x", *HOSTILE])
def test_a_code_name_that_cannot_be_is_refused_with_an_example(
    name: CodeName, written: str
) -> None:
    before = name.widget.markup
    name.widget.hear({"do": "code", "code": [written]})
    assert "such as “amber-heron-27”" in name.widget.says
    assert name.widget.field == "code"
    assert (name.widget.markup, name.desk.book.events) == (before, [])


@pytest.mark.parametrize(
    "sent", [{}, {"do": "code"}, {"do": "code", "code": "x-y"}, {"do": "code", "code": [7]}]
)
def test_a_message_that_makes_no_sense_says_so(name: CodeName, sent: dict[str, object]) -> None:
    name.widget.hear(sent)
    assert "makes no sense" in name.widget.says


def test_another_name_can_be_suggested(name: CodeName) -> None:
    before = name.suggestion
    for _ in range(20):
        name.widget.hear({"do": "suggest"})
    assert name.suggestion != before
    assert name.suggestion in name.widget.markup


def test_every_suggestion_is_a_code_name() -> None:
    assert all(read_code_name(code) == code for code in (suggest() for _ in range(50)))
