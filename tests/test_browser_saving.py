"""The cases of lessons/saving.md that need a browser, each by its number: nothing is lost."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
from typing import TYPE_CHECKING, Any

import pytest
from disks import Disk
from hands import Mouse
from lab import PATIENCE, Notebook, free_port, wait_until
from playwright.sync_api import expect

from helpers.view import strings
from helpers.view.strings import FOR_THE_BROWSER as WORDS
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import StartLab
    from lab import Card, Lab
    from playwright.sync_api import Browser, Locator, Page

CODE = "amber-heron-27"
TWIN = "91-twin"
"""The small lesson in a second notebook, which gets a kernel of its own."""
RESTART = """() => window.jupyterapp.shell.currentWidget.context.sessionContext
    .session.kernel.restart()"""
STORED = """() => Object.keys(localStorage)
    .filter((key) => key.startsWith("according-to-reports/event/")).length"""
BLOCK = """() => {
    window.unblocked = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("blocked", "QuotaExceededError"); };
}"""
UNBLOCK = "() => { Storage.prototype.setItem = window.unblocked; }"
HURRY = """() => {
    const wait = window.setTimeout;
    window.setTimeout = (then, after, ...more) => wait(then, after === 8000 ? 0 : after, ...more);
}"""
"""The page waits eight seconds for the kernel before it says that there was no word."""


@pytest.fixture(scope="module")
def opened(
    browser: Browser, browser_context_args: dict[str, Any], lab: Lab, small: str
) -> Iterator[Notebook]:
    """One page for all tests that do not need another."""
    lessons = lab.root / "lessons"
    shutil.copy(lessons / f"{small}.ipynb", lessons / f"{TWIN}.ipynb")
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE * 1000)
    yield Notebook(context.new_page(), lab.fresh()).open(small)
    context.close()


@pytest.fixture
def lesson(opened: Notebook) -> Notebook:
    """Begin with an empty work folder and an empty browser."""
    return opened.begin_again()


@pytest.fixture
def second(lesson: Notebook) -> Iterator[Notebook]:
    """Open a second tab of the same browser."""
    page = lesson.page.context.new_page()
    yield Notebook(page, lesson.lab)
    page.close()


@pytest.fixture
def blocked(opened: Notebook) -> Iterator[Notebook]:
    """Let this browser's storage refuse everything, as in some private windows."""
    opened.page.evaluate(BLOCK)
    yield opened.begin_again()
    opened.page.evaluate(UNBLOCK)


@pytest.fixture
def disk(lesson: Notebook) -> Iterator[Disk]:
    """Let the work folder lie on a small disk of its own."""
    disk = Disk(lesson.lab.work, lesson.lab.kernels)
    yield disk
    disk.close()


def give(card: Card, **answer: str) -> None:
    """Answer and wait until it is kept."""
    Mouse().fill(card, {name: [value] for name, value in answer.items()})
    card.commit()
    expect(card.feedback).to_be_visible()


def draft(lesson: Notebook) -> None:
    """Begin three answers without committing any: a choice, an order, a mark."""
    lesson.card("place").pick("one", "left")
    lesson.card("row").row("c").locator('[data-do="up"]').click()
    lesson.card("letters").drag(0, 1)


def drafts(lesson: Notebook) -> tuple[bool, list[str], list[str]]:
    """Give what was begun."""
    chosen = lesson.card("place").control("one", "left").is_checked()
    return chosen, lesson.card("row").order(), lesson.card("letters").marks()


def restart(lesson: Notebook) -> Notebook:
    """Restart the kernel and run all cells."""
    lesson.page.evaluate(RESTART)
    return lesson.wait_idle().run_again()


def kill_kernel(lesson: Notebook) -> None:
    """Kill the kernel and wait until the server has started it again."""
    [before] = lesson.lab.kernels()
    os.kill(before, signal.SIGKILL)
    lesson.page.locator(".jp-Dialog").get_by_role("button", name="Ok").click()
    wait_until(lambda: set(lesson.lab.kernels()) - {before}, "the server starts another kernel")
    lesson.wait_idle()


def name(lesson: Notebook, code: str = CODE) -> None:
    """Choose a code name, as lesson 00 does, and open the lesson again."""
    Workbook(lesson.lab.work).add(make_event("code", code=code))
    lesson.run_again()


def download(lesson: Notebook) -> Path:
    """Press “Download my work” and give the file."""
    with lesson.page.expect_download() as found:
        press(lesson.bar(), strings.DOWNLOAD)
    file = lesson.lab.own / "downloads" / found.value.suggested_filename
    found.value.save_as(file)
    return file


def load(lesson: Notebook, file: Path) -> None:
    """Choose a file after “Load my work”."""
    with lesson.page.expect_file_chooser() as chooser:
        press(lesson.bar(), strings.LOAD)
    chooser.value.set_files(file)


def press(piece: Locator, button: str) -> None:
    piece.get_by_role("button", name=button, exact=True).click()


def read(file: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Read a file that was downloaded: its header and its events."""
    header, *events = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return header, events


def said(lesson: Notebook) -> Locator:
    """Give the status line of the save bar."""
    return lesson.bar().locator(".status")


def answered(lesson: Notebook, *exercises: str) -> None:
    """Expect that these cards, and no others, show an answer."""
    for exercise in ("pick", "place", "row", "letters", "shared", "vote"):
        expect(lesson.card(exercise).feedback).to_have_count(int(exercise in exercises))


# --- the page stops ---------------------------------------------------------------------------


def test_01_killed_kernel(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    draft(lesson)
    before = drafts(lesson)
    kill_kernel(lesson)
    answered(lesson, "pick")  # the cards wait
    answered(lesson.run_again(), "pick")
    assert drafts(lesson) == before
    assert before[0]
    assert before[2]
    assert len(lesson.lab.answers("pick")) == 1


@pytest.mark.parametrize("code", ["", CODE])
def test_01_killed_kernel_before_it_heard_of_the_answer(lesson: Notebook, code: str) -> None:
    if code:
        name(lesson, code)
    [kernel] = lesson.lab.kernels()
    os.kill(kernel, signal.SIGSTOP)  # busy, and soon dead
    card = lesson.card("pick")
    Mouse().fill(card, {"option": ["this"]})
    card.commit()
    assert lesson.page.evaluate(STORED) == 1 + bool(code)
    kill_kernel(lesson)
    assert not lesson.lab.answers("pick")
    lesson.run_again()
    if not code:
        press(lesson.bar(), strings.BRING_BACK)
    answered(lesson, "pick")
    assert len(lesson.lab.answers("pick")) == 1


def test_01_busy_kernel(lesson: Notebook) -> None:
    lesson.page.evaluate(HURRY)
    [kernel] = lesson.lab.kernels()
    os.kill(kernel, signal.SIGSTOP)
    card = lesson.card("pick")
    Mouse().fill(card, {"option": ["this"]})
    card.commit()
    expect(card.status).to_have_text(WORDS["silent"])
    assert lesson.page.evaluate(STORED) == 1
    os.kill(kernel, signal.SIGCONT)
    expect(card.feedback).to_be_visible()
    expect(card.status).to_have_text(strings.KEPT_DISK)
    assert len(lesson.lab.answers("pick")) == 1


def test_02_restarted_kernel(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    draft(lesson)
    before = drafts(lesson)
    lesson.page.evaluate(RESTART)
    lesson.wait_idle()
    answered(lesson, "pick")  # the cards wait
    assert drafts(lesson.run_again()) == before
    answered(lesson, "pick")


def test_03_closed_tab(lesson: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="this")
    draft(lesson)
    before = drafts(lesson)
    lesson.page.goto("about:blank")  # nothing is left of the page but what the browser stores
    assert drafts(lesson.open(small).run_all()) == before
    answered(lesson, "pick")


def test_04_killed_server_and_07_new_server(start_lab: StartLab, page: Page, small: str) -> None:
    port = free_port()
    first = start_lab(port=port)
    lesson = Notebook(page, first).open(small).run_all()
    give(lesson.card("pick"), option="this")
    first.kill()
    dialog = page.locator(".jp-Dialog")  # JupyterLab's own words on it come when they come
    page.add_locator_handler(dialog, lambda shown: shown.locator("button").last.click())
    card = lesson.card("vote")
    Mouse().fill(card, {"option": ["yes-please"]})
    card.commit()
    header, events = read(download(lesson))
    assert header["kit"] == "According to Reports"
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    assert len(first.answers("pick")) == 1
    fresh = Notebook(page, start_lab(port=port)).open(small).run_all()
    press(fresh.bar(), strings.BRING_BACK)
    answered(fresh, "pick", "vote")
    assert [event["exercise"] for event in fresh.lab.events()] == ["pick", "vote"]


# --- the page is open twice -------------------------------------------------------------------


def test_05_second_tab(lesson: Notebook, second: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="this")
    second.open(small).run_all()
    assert len(lesson.lab.kernels()) == 1
    give(second.card("place"), one="left", two="right")
    give(lesson.card("vote"), option="yes-please")  # the first tab is as it was
    answered(lesson.run_again(), "pick", "place", "vote")
    answered(second.run_again(), "pick", "place", "vote")
    assert len(lesson.lab.events()) == 3


def test_06_two_kernels(lesson: Notebook, second: Notebook, small: str) -> None:
    second.open(TWIN).run_all()
    second.stem = small  # the same lesson, in a notebook and a kernel of its own
    assert len(lesson.lab.kernels()) == 2
    give(lesson.card("pick"), option="this")
    give(second.card("pick"), option="that")
    give(second.card("vote"), option="yes-please")
    assert len(list(lesson.lab.work.glob("*.jsonl"))) == 2
    answered(lesson.run_again(), "pick", "vote")
    assert [one["answer"]["option"] for one in lesson.lab.answers("pick")] == [["this"], ["that"]]
    lesson.lab.ask(f"sessions/{lesson.lab.ask('sessions')[-1]['id']}", "DELETE")


# --- a new place --------------------------------------------------------------------------------


def test_07_empty_server_bring_them_back_or_leave_them(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    give(lesson.card("vote"), option="yes-please")
    lesson.lab.empty()
    answered(lesson.run_again())
    expect(lesson.bar()).to_contain_text(strings.offer("", 2))
    press(lesson.bar(), strings.LEAVE)
    expect(said(lesson)).to_have_text(strings.LEFT)
    expect(lesson.bar()).not_to_contain_text(strings.offer("", 2))
    assert not lesson.lab.events()
    answered(lesson.run_again())
    press(lesson.bar(), strings.BRING_BACK)
    expect(lesson.bar()).not_to_contain_text(strings.BRING_BACK)
    answered(lesson, "pick", "vote")
    assert len(lesson.lab.events()) == 2


def test_07_answers_of_another_code_name_are_offered_and_can_be_left(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="this")
    lesson.lab.empty()
    name(lesson, "blue-wren")
    answered(lesson)
    expect(lesson.bar()).to_contain_text(f"of code name {CODE}")
    press(lesson.bar(), strings.LEAVE)
    expect(lesson.bar().get_by_role("button", name=strings.LEAVE)).to_have_count(0)
    lesson.run_again()
    press(lesson.bar(), strings.BRING_BACK)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text("blue-wren")
    lesson.run_again()  # what was brought back is not offered again
    expect(lesson.bar().get_by_role("button", name=strings.LEAVE)).to_have_count(0)


def test_08_same_code_name(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="this")
    lesson.lab.empty()
    name(lesson)  # on the new server, before the lesson is opened
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(CODE)
    assert len(lesson.lab.answers("pick")) == 1
    lesson.run_again()
    expect(lesson.bar()).to_contain_text(strings.kept(1, "work/", on_disk=True))
    expect(lesson.bar().get_by_role("button", name=strings.LEAVE)).to_have_count(0)
    expect(said(lesson)).to_be_empty()


def test_09_another_computer(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="this")
    file = download(lesson)
    assert CODE in file.name
    lesson.begin_again()
    load(lesson, file)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(CODE)
    assert len(lesson.lab.answers("pick")) == 1


def test_10_blocked_storage(blocked: Notebook) -> None:
    expect(blocked.bar()).to_contain_text(strings.BLOCKED)
    give(blocked.card("pick"), option="this")
    assert len(blocked.lab.answers("pick")) == 1
    assert blocked.page.evaluate(STORED) == 0
    _, events = read(download(blocked))
    assert [event["exercise"] for event in events] == ["pick"]
    answered(blocked.run_again(), "pick")


# --- the disk -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["11_full_disk", "12_read_only"])
def test_disk(lesson: Notebook, disk: Disk, case: str) -> None:
    give(lesson.card("pick"), option="this")
    kept = lesson.lab.events()
    disk.fill() if case == "11_full_disk" else disk.protect()
    lesson.run_again()  # so that the next answer needs a new file, and not what is left of a block
    card = lesson.card("vote")
    give(card, option="yes-please")
    expect(card.status).to_have_text(strings.KEPT_BROWSER)
    expect(lesson.bar()).to_contain_text(strings.kept(2, "work/", on_disk=False))
    assert lesson.lab.events() == kept
    _, events = read(download(lesson))
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    answered(lesson.run_again(), "pick")  # a new kernel could not do better; the browser can
    press(lesson.bar(), strings.BRING_BACK)
    answered(lesson, "pick", "vote")
    disk.free()
    give(lesson.card("place"), one="left", two="right")
    expect(lesson.card("place").status).to_have_text(strings.KEPT_DISK)
    expect(lesson.bar()).to_contain_text(strings.kept(3, "work/", on_disk=True))
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote", "place"]


def test_13_damaged_line(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    [file] = lesson.lab.work.glob("*.jsonl")
    damaged = file.read_bytes() + b'{"id": "torn\n'
    file.write_bytes(damaged)
    answered(lesson.run_again(), "pick")
    expect(lesson.bar()).to_contain_text(strings.damaged(1))
    assert file.read_bytes() == damaged
    [aside] = lesson.lab.work.glob("*.set-aside")
    assert aside.read_bytes() == b'{"id": "torn\n'


def test_14_torn_line(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    give(lesson.card("vote"), option="yes-please")
    [file] = lesson.lab.work.glob("*.jsonl")
    file.write_bytes(file.read_bytes()[:-20])
    answered(lesson.run_again(), "pick")
    press(lesson.bar(), strings.BRING_BACK)  # the browser still has it
    answered(lesson, "pick", "vote")


# --- files --------------------------------------------------------------------------------------


def test_15_loaded_twice(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    file = download(lesson)
    for _ in range(2):
        load(lesson, file)
        expect(said(lesson)).to_have_text(strings.loaded(0, 1, 0))
    expect(lesson.bar()).to_contain_text(strings.kept(1, "work/", on_disk=True))
    assert len(lesson.lab.answers("pick")) == 1


def test_16_old_copy(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    old = download(lesson)
    give(lesson.card("vote"), option="yes-please")
    load(lesson, old)
    expect(said(lesson)).to_have_text(strings.loaded(0, 1, 0))
    answered(lesson, "pick", "vote")
    answered(lesson.run_again(), "pick", "vote")


def test_17_another_code_name(lesson: Notebook) -> None:
    name(lesson, "blue-wren")
    give(lesson.card("pick"), option="this")
    theirs = download(lesson)
    lesson.begin_again()
    name(lesson)
    load(lesson, theirs)
    question = strings.other_code("blue-wren", CODE)
    expect(said(lesson)).to_have_text(question)
    press(lesson.bar(), strings.DO_NOT_ADD)
    expect(said(lesson)).to_have_text(strings.NOT_ADDED)
    answered(lesson)
    assert not lesson.lab.answers("pick")
    load(lesson, theirs)
    press(lesson.bar(), strings.ADD_ANYWAY)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(f"{strings.CODE_NAME}: {CODE}")


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


@pytest.mark.parametrize("file", NOT_OURS)
def test_18_not_one_of_ours(lesson: Notebook, tmp_path: Path, file: str) -> None:
    give(lesson.card("pick"), option="this")
    before = lesson.lab.events()
    [kernel] = lesson.lab.kernels()
    (tmp_path / file).write_bytes(NOT_OURS[file])
    load(lesson, tmp_path / file)
    expect(said(lesson)).to_have_text(re.compile(r"^[A-Z][^.]*\.( Nothing was changed\.)?$"))
    give(lesson.card("vote"), option="yes-please")
    assert lesson.lab.events()[:-1] == before
    assert lesson.lab.kernels() == [kernel]


def test_18_a_damaged_line_in_a_file_of_ours(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    file = download(lesson)
    file.write_bytes(file.read_bytes() + b'{"torn')
    lesson.begin_again()
    load(lesson, file)
    expect(said(lesson)).to_have_text(strings.loaded(1, 0, 1))
    answered(lesson, "pick")


# --- second thoughts ------------------------------------------------------------------------------


def test_19_reset_of_a_lesson_and_undo_tomorrow(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    give(lesson.card("vote"), option="yes-please")
    press(lesson.bar(), strings.RESET_LESSON)
    answered(lesson)
    answered(restart(lesson))
    press(lesson.bar(), strings.UNDO_LESSON)
    answered(lesson, "pick", "vote")
    answered(lesson.run_again(), "pick", "vote")


def test_19_reset_of_an_exercise_and_undo_tomorrow(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="this")
    give(lesson.card("vote"), option="yes-please")
    lesson.card("pick").button(strings.RESET).click()
    answered(lesson, "vote")
    answered(lesson.run_again(), "vote")
    lesson.card("pick").button(strings.UNDO).click()
    answered(lesson, "pick", "vote")
    _, events = read(download(lesson))
    assert [event["what"] for event in events] == ["answer", "answer", "reset", "undo"]


def test_20_second_answer(lesson: Notebook) -> None:
    card = lesson.card("pick")
    give(card, option="that")
    card.button(strings.AGAIN).click()
    give(card, option="this")
    assert [one["answer"]["option"] for one in lesson.lab.answers("pick")] == [["that"], ["this"]]


def test_21_code_name_of_lesson_00_in_lesson_02_and_in_the_file(second: Notebook) -> None:
    second.open("00-start-here").run_all()
    give(second.card("saving-try"), option="still-there")  # before there is a name
    card = second.piece("lesson.code_name()")
    card.locator("input").fill(CODE)
    press(card, strings.USE_CODE)
    expect(second.bar()).to_contain_text(f"{strings.CODE_NAME}: {CODE}")
    header, events = read(download(second))
    assert header["code"] == CODE
    assert [event["what"] for event in events] == ["answer", "code"]
    second.open("02-who-says-so").run_all()
    expect(second.bar()).to_contain_text(f"{strings.CODE_NAME}: {CODE}")
    expect(second.bar().get_by_role("button", name=strings.LEAVE)).to_have_count(0)
