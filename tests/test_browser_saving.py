"""The cases of lessons/saving.md about pages, places and disks: nothing is lost."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest
from disks import Disk
from hands import Mouse, give
from playwright.sync_api import expect
from saving import (
    BLOCK,
    CODE,
    HURRY,
    RESTART,
    STORED,
    UNBLOCK,
    answered,
    download,
    draft,
    drafts,
    kill_kernel,
    load,
    name,
    press,
    read,
    said,
)
from small import TWIN

from helpers.words import saving_text
from helpers.words.browser_text import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lab import Notebook


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


# --- the page stops ---------------------------------------------------------------------------


def test_01_killed_kernel(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    draft(lesson)
    before = drafts(lesson)
    kill_kernel(lesson)
    answered(lesson, "pick")  # the cards wait
    answered(lesson.run_again(), "pick")
    assert drafts(lesson) == before
    assert before[0]
    assert before[2]
    assert len(lesson.lab.answers("pick")) == 1


@contextmanager
def silence(lesson: Notebook) -> Iterator[None]:
    """Let the kernel hear nothing for a while."""
    [kernel] = lesson.lab.kernels()
    os.kill(kernel, signal.SIGSTOP)
    try:
        yield
    finally:
        with suppress(ProcessLookupError):
            os.kill(kernel, signal.SIGCONT)


@pytest.mark.parametrize("code", ["", CODE])
def test_01_killed_kernel_before_it_heard_of_the_answer(lesson: Notebook, code: str) -> None:
    if code:
        name(lesson, code)
    with silence(lesson):  # busy, and soon dead
        card = lesson.card("pick")
        Mouse().fill(card, {"option": ["a"]})
        card.commit()
        assert lesson.page.evaluate(STORED) == 1 + bool(code)
        kill_kernel(lesson)
    assert not lesson.lab.answers("pick")
    lesson.run_again()
    if not code:
        press(lesson.bar(), saving_text.BRING_BACK)
    answered(lesson, "pick")
    assert len(lesson.lab.answers("pick")) == 1


def test_01_busy_kernel(lesson: Notebook) -> None:
    lesson.page.evaluate(HURRY)
    with silence(lesson):
        card = lesson.card("pick")
        Mouse().fill(card, {"option": ["a"]})
        card.commit()
        expect(card.status).to_have_text(WORDS["silent"])
        assert lesson.page.evaluate(STORED) == 1
    expect(card.feedback).to_be_visible()
    expect(card.status).to_have_text(saving_text.KEPT_DISK)
    assert len(lesson.lab.answers("pick")) == 1


def test_02_restarted_kernel(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    draft(lesson)
    before = drafts(lesson)
    lesson.page.evaluate(RESTART)
    lesson.wait_idle()
    answered(lesson, "pick")  # the cards wait
    assert drafts(lesson.run_again()) == before
    answered(lesson, "pick")


def test_03_closed_tab(lesson: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    draft(lesson)
    before = drafts(lesson)
    lesson.page.goto("about:blank")  # nothing is left of the page but what the browser stores
    assert drafts(lesson.open(small).run_all()) == before
    answered(lesson, "pick")


def test_04_killed_server_and_07_new_server(lesson: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    lesson.lab.kill()
    dialog = lesson.page.locator(".jp-Dialog")  # JupyterLab's own words on it come when they come
    lesson.page.add_locator_handler(dialog, lambda shown: shown.locator("button").last.click())
    card = lesson.card("vote")
    Mouse().fill(card, {"option": ["a"]})
    card.commit()
    header, events = read(download(lesson))
    assert header["kit"] == "According to Reports"
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    assert len(lesson.lab.answers("pick")) == 1
    lesson.page.remove_locator_handler(dialog)
    lesson.lab.empty().start()  # at the same address, so that the browser knows it again
    lesson.open(small).run_all()
    press(lesson.bar(), saving_text.BRING_BACK)
    answered(lesson, "pick", "vote")
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote"]


# --- the page is open twice -------------------------------------------------------------------


def test_05_second_tab(lesson: Notebook, second: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    second.open(small).run_all()
    assert len(lesson.lab.kernels()) == 1
    give(second.card("place"), one="in", two="out", three="far")
    lesson.page.bring_to_front()
    give(lesson.card("vote"), option="a")  # the first tab is as it was
    answered(lesson.run_again(), "pick", "place", "vote")
    answered(second.run_again(), "pick", "place", "vote")
    assert len(lesson.lab.events()) == 3


def test_06_two_kernels(lesson: Notebook, second: Notebook, small: str) -> None:
    second.open(TWIN).run_all()
    second.stem = small  # the same lesson, in a notebook and a kernel of its own
    assert len(lesson.lab.kernels()) == 2
    lesson.page.bring_to_front()
    give(lesson.card("pick"), option="a")
    second.page.bring_to_front()
    give(second.card("pick"), option="b")
    give(second.card("vote"), option="a")
    assert len(list(lesson.lab.work.glob("*.jsonl"))) == 2
    answered(lesson.run_again(), "pick", "vote")
    assert [one["answer"]["option"] for one in lesson.lab.answers("pick")] == [["a"], ["b"]]
    lesson.lab.ask(f"sessions/{lesson.lab.ask('sessions')[-1]['id']}", "DELETE")


# --- a new place --------------------------------------------------------------------------------


def test_07_empty_server_bring_them_back_or_leave_them(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    lesson.lab.empty()
    answered(lesson.run_again())
    expect(lesson.bar()).to_contain_text(saving_text.offer("", 2))
    press(lesson.bar(), saving_text.LEAVE)
    expect(said(lesson)).to_have_text(saving_text.LEFT)
    expect(lesson.bar()).not_to_contain_text(saving_text.offer("", 2))
    assert not lesson.lab.events()
    answered(lesson.run_again())
    press(lesson.bar(), saving_text.BRING_BACK)
    expect(lesson.bar()).not_to_contain_text(saving_text.BRING_BACK)
    answered(lesson, "pick", "vote")
    assert len(lesson.lab.events()) == 2


def test_07_answers_of_another_code_name_are_offered_and_can_be_left(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="a")
    lesson.lab.empty()
    name(lesson, "blue-wren")
    answered(lesson)
    expect(lesson.bar()).to_contain_text(f"of code name {CODE}")
    press(lesson.bar(), saving_text.LEAVE)
    expect(lesson.bar().get_by_role("button", name=saving_text.LEAVE)).to_have_count(0)
    lesson.run_again()
    press(lesson.bar(), saving_text.BRING_BACK)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text("blue-wren")
    lesson.run_again()  # what was brought back is not offered again
    expect(lesson.bar().get_by_role("button", name=saving_text.LEAVE)).to_have_count(0)


def test_08_same_code_name(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="a")
    lesson.lab.empty()
    name(lesson)  # on the new server, before the lesson is opened
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(CODE)
    assert len(lesson.lab.answers("pick")) == 1
    lesson.run_again()
    expect(lesson.bar()).to_contain_text(saving_text.kept(1, "work/", on_disk=True))
    expect(lesson.bar().get_by_role("button", name=saving_text.LEAVE)).to_have_count(0)
    expect(said(lesson)).to_be_empty()


def test_09_another_computer(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="a")
    file = download(lesson)
    assert CODE in file.name
    lesson.begin_again()
    load(lesson, file)
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(CODE)
    assert len(lesson.lab.answers("pick")) == 1


def test_10_blocked_storage(blocked: Notebook) -> None:
    expect(blocked.bar()).to_contain_text(saving_text.BLOCKED)
    give(blocked.card("pick"), option="a")
    assert len(blocked.lab.answers("pick")) == 1
    assert blocked.page.evaluate(STORED) == 0
    _, events = read(download(blocked))
    assert [event["exercise"] for event in events] == ["pick"]
    answered(blocked.run_again(), "pick")


# --- the disk -----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", ["11_full_disk", "12_read_only"])
def test_disk(lesson: Notebook, disk: Disk, case: str) -> None:
    give(lesson.card("pick"), option="a")
    kept = lesson.lab.events()
    disk.fill() if case == "11_full_disk" else disk.protect()
    lesson.run_again()  # so that the next answer needs a new file, and not what is left of a block
    card = lesson.card("vote")
    give(card, option="a")
    expect(card.status).to_have_text(saving_text.KEPT_BROWSER)
    expect(lesson.bar()).to_contain_text(saving_text.kept(2, "work/", on_disk=False))
    assert lesson.lab.events() == kept
    _, events = read(download(lesson))
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    answered(lesson.run_again(), "pick")  # a new kernel could not do better; the browser can
    press(lesson.bar(), saving_text.BRING_BACK)
    answered(lesson, "pick", "vote")
    disk.free()
    give(lesson.card("place"), one="in", two="out", three="far")
    expect(lesson.card("place").status).to_have_text(saving_text.KEPT_DISK)
    expect(lesson.bar()).to_contain_text(saving_text.kept(3, "work/", on_disk=True))
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote", "place"]
