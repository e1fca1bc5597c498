"""The cases of lessons/saving.md about files and second thoughts: nothing is lost."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from hands import Mouse, give
from lab import wait_until
from playwright.sync_api import expect
from saving import (
    CODE,
    STORED,
    answered,
    download,
    load,
    name,
    press,
    read,
    restart,
    said,
)
from support import answering

from helpers.words import card_text, saving_text
from helpers.words.kept_text import ON_A_COMPUTER
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from pathlib import Path

    from lab import Notebook


def test_13_damaged_line(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    [file] = lesson.lab.work.glob("*.jsonl")
    damaged = file.read_bytes() + b'{"id": "torn\n'
    file.write_bytes(damaged)
    answered(lesson.run_again(), "pick")
    expect(lesson.bar()).to_contain_text(saving_text.damaged(1))
    assert file.read_bytes() == damaged
    [aside] = lesson.lab.work.glob("*.set-aside")
    assert aside.read_bytes() == b'{"id": "torn\n'


def test_14_torn_line(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    [file] = lesson.lab.work.glob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-20])
    lesson.run_again()
    answered(lesson, "pick", "vote")  # the browser still has it


# --- long workbooks -------------------------------------------------------------------------------


def test_a_long_workbook_is_in_the_browser_and_in_the_download_to_its_last_event(
    lesson: Notebook,
) -> None:
    known = long_workbook(lesson, events=3_000, length=1)
    # All are tries at one exercise.
    kept = saving_text.kept(1, "work/", on_disk=True, copied=True)
    expect(lesson.bar()).to_contain_text(kept)
    assert lesson.page.evaluate(STORED) == 3_000
    _, events = read(download(lesson))
    assert {event["id"] for event in events} == known


def test_on_a_new_server_a_workbook_that_no_message_can_hold_is_there_again(
    lesson: Notebook,
) -> None:
    known = long_workbook(lesson, events=900, length=12_000)
    expect(lesson.bar()).to_contain_text(ON_A_COMPUTER.not_second)  # this browser's storage is full
    lesson.lab.empty()
    lesson.run_again()
    wait_until(lambda: {one["id"] for one in lesson.lab.events()} == known, "it is there again")
    expect(said(lesson)).to_have_text(saving_text.loaded(900, 0, 0, 0))


def long_workbook(lesson: Notebook, events: int, length: int) -> set[str]:
    """Put a workbook into the work folder, and open the lesson on it; give its ids."""
    made = [answering("long", {"text": ["x" * length]}) for _ in range(events)]
    assert Workbook(lesson.lab.work).add(*made)
    lesson.run_again()
    return {event.id for event in made}


# --- files --------------------------------------------------------------------------------------


def test_15_loaded_twice(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    file = download(lesson)
    for _ in range(2):
        load(lesson, file)
        expect(said(lesson)).to_have_text(saving_text.loaded(0, 1, 0, 0))
    expect(lesson.bar()).to_contain_text(saving_text.kept(1, "work/", on_disk=True, copied=True))
    assert len(lesson.lab.answers("pick")) == 1


def test_16_old_copy(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    old = download(lesson)
    give(lesson.card("vote"), option="a")
    load(lesson, old)
    expect(said(lesson)).to_have_text(saving_text.loaded(0, 1, 0, 0))
    answered(lesson, "pick", "vote")
    answered(lesson.run_again(), "pick", "vote")


def test_17_another_code_name(lesson: Notebook) -> None:
    name(lesson, "blue-wren")
    give(lesson.card("pick"), option="a")
    theirs = download(lesson)
    lesson.begin_again()
    name(lesson)
    load(lesson, theirs)
    question = saving_text.whose_file("blue-wren", CODE)
    expect(said(lesson)).to_have_text(question)
    press(lesson.bar(), saving_text.DO_NOT_ADD)
    expect(said(lesson)).to_have_text(saving_text.NOT_ADDED)
    answered(lesson)
    assert not lesson.lab.answers("pick")
    load(lesson, theirs)
    press(lesson.bar(), saving_text.ADD_ANYWAY)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(f"{saving_text.CODE_NAME}: {CODE}")


def test_25_a_name_that_was_replaced_is_not_in_the_file(lesson: Notebook) -> None:
    name(lesson, "blue-wren")
    give(lesson.card("pick"), option="a")
    name(lesson)
    give(lesson.card("vote"), option="a")
    file = download(lesson)
    header, events = read(file)
    assert header["code"] == CODE
    assert [event.get("by") for event in events if event["what"] == "answer"] == [CODE, CODE]
    assert "blue-wren" not in file.name + file.read_text("utf-8")


NOT_OURS = {
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "nothing": b"",
    "another file": json.dumps({"cells": [], "nbformat": 4}).encode(),
    "no end": b"[" * 100_000,
    "changed": b'{"kit":"According to Reports","format":1}\n{"id":"x","what":"answer"}\n',
    "large": b"x" * 7_900_000,
    "large and full of quotes": b'"' * 7_900_000,
    "huge": b"x" * 60_000_000,
}
ONE_SENTENCE = re.compile(r"^[A-Z][^.]*\.( Nothing was changed\.)?$")


@pytest.mark.parametrize("focus", ["on the button", "elsewhere"])
def test_a_press_that_has_begun_is_not_lost_when_the_bar_is_drawn_anew(
    lesson: Notebook, focus: str
) -> None:
    card = lesson.card("pick")
    Mouse().fill(card, {"option": ["a"]})
    download(lesson)  # opens the bar
    button = lesson.bar().get_by_role("button", name=saving_text.DOWNLOAD, exact=True)
    if focus == "elsewhere":
        card.control("option", "a").focus()  # and it leaves there as the press begins
    button.hover()
    lesson.page.mouse.down()
    card.form.evaluate("(form) => form.requestSubmit()")
    answered(lesson, "pick")
    with lesson.page.expect_download():
        lesson.page.mouse.up()
    expect(lesson.bar()).to_contain_text(saving_text.in_short("", 1, kept=True))


def test_18_not_one_of_ours(lesson: Notebook, tmp_path: Path) -> None:
    give(lesson.card("pick"), option="a")
    before, ours = lesson.lab.events(), download(lesson)
    [kernel] = lesson.lab.kernels()
    for what, content in NOT_OURS.items():
        (tmp_path / what).write_bytes(content)
        load(lesson, tmp_path / what)
        expect(said(lesson), what).to_have_text(ONE_SENTENCE)
        load(lesson, ours)  # the kernel still hears
        expect(said(lesson), what).to_have_text(saving_text.loaded(0, 1, 0, 0))
    assert lesson.lab.events() == before
    assert lesson.lab.kernels() == [kernel]
    give(lesson.card("vote"), option="a")


def test_18_a_damaged_line_in_a_file_of_ours(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    file = download(lesson)
    file.write_bytes(file.read_bytes() + b'{"torn')
    lesson.begin_again()
    load(lesson, file)
    expect(said(lesson)).to_have_text(saving_text.loaded(1, 0, 1, 0))
    answered(lesson, "pick")


# --- second thoughts ------------------------------------------------------------------------------


def test_19_reset_of_a_lesson_and_undo_tomorrow(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    press(lesson.bar(), saving_text.RESET_LESSON)
    answered(lesson)
    answered(restart(lesson))
    press(lesson.bar(), saving_text.UNDO_LESSON)
    answered(lesson, "pick", "vote")
    answered(lesson.run_again(), "pick", "vote")


def test_19_reset_of_an_exercise_and_undo_tomorrow(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    lesson.card("pick").button(card_text.RESET).click()
    answered(lesson, "vote")
    answered(lesson.run_again(), "vote")
    lesson.card("pick").button(card_text.UNDO).click()
    answered(lesson, "pick", "vote")
    _, events = read(download(lesson))
    assert [event["what"] for event in events] == ["answer", "answer", "reset", "undo"]


def test_20_second_answer(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="b")
    card.button(card_text.AGAIN).click()
    give(card, option="a")
    assert [one["answer"]["option"] for one in lesson.lab.answers("pick")] == [["b"], ["a"]]


def test_21_code_name_of_lesson_00_in_another_lesson_and_in_the_file(
    lesson: Notebook, second: Notebook
) -> None:
    second.open("00-start-here")
    give(second.card("first-look"), option="number")  # before there is a name
    card = second.piece("lesson.code_name()")
    card.locator("input").click()
    second.page.keyboard.type(CODE)  # it replaces the name that was suggested
    press(card, saving_text.USE_CODE)
    expect(second.bar()).to_contain_text(f"{saving_text.CODE_NAME}: {CODE}")
    header, events = read(download(second))
    assert header["code"] == CODE
    assert [event["what"] for event in events] == ["answer", "code"]
    lesson.run_again()
    expect(lesson.bar()).to_contain_text(f"{saving_text.CODE_NAME}: {CODE}")
    expect(lesson.bar().get_by_role("button", name=saving_text.THAT_IS_ME)).to_have_count(0)
