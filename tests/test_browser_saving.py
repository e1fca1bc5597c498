"""The cases of lessons/saving.md about pages, places and disks: nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from disks import Disk
from hands import Mouse, give
from lab import wait_until
from playwright.sync_api import expect
from saving import (
    BLOCK,
    CALM,
    CODE,
    FILL,
    HURRY,
    RESTART,
    SAVE,
    STORED,
    UNBLOCK,
    answered,
    download,
    draft,
    drafts,
    kill_kernel,
    leave_alone,
    load,
    name,
    press,
    read,
    restart,
    said,
    silence,
)
from small import TWIN

from helpers.words import card_text, saving_text
from helpers.words.browser_text import WORDS
from helpers.words.kept_text import ON_A_COMPUTER

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
    answered(lesson, "pick")
    assert drafts(lesson) == before
    assert before[0]
    assert before[2]
    assert len(lesson.lab.answers("pick")) == 1


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
    answered(lesson, "pick")
    assert len(lesson.lab.answers("pick")) == 1


@pytest.fixture
def hurried(lesson: Notebook) -> Iterator[Notebook]:
    """Let the page lose its patience with the kernel at once."""
    lesson.page.evaluate(HURRY)
    yield lesson
    lesson.page.evaluate(CALM)


def test_01_busy_kernel(hurried: Notebook) -> None:
    lesson = hurried
    with silence(lesson):
        card = lesson.card("pick")
        Mouse().fill(card, {"option": ["a"]})
        card.commit()
        expect(card.status).to_have_text(ON_A_COMPUTER.silent)
        assert lesson.page.evaluate(STORED) == 1
        card.commit()
        expect(card.status).to_have_text(ON_A_COMPUTER.silent)
    expect(card.feedback).to_be_visible()
    expect(card.status).to_have_text(ON_A_COMPUTER.both)
    assert len(lesson.lab.answers("pick")) == 1


def test_02_restarted_kernel(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    draft(lesson)
    before = drafts(lesson)
    assert drafts(restart(lesson)) == before
    answered(lesson, "pick")


def test_03_closed_tab(lesson: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    draft(lesson)
    before = drafts(lesson)
    lesson.page.goto("about:blank")  # nothing is left of the page but what the browser stores
    assert drafts(lesson.open(small)) == before
    answered(lesson, "pick")


def test_03_another_address(lesson: Notebook, second: Notebook, small: str) -> None:
    draft(lesson)
    before = drafts(lesson)
    wait_until(lambda: len([*lesson.lab.work.glob("drafts/*/*")]) == 3, "the folder has them")
    # Another host is to the browser what another port is: a place with nothing stored there.
    second.lab = replace(lesson.lab, host="localhost")
    lesson.page.evaluate(RESTART)
    assert drafts(second.open(small)) == before
    give(second.card("place"), one="in", two="out", three="far")
    assert len([*lesson.lab.work.glob("drafts/*/*")]) == 2


def test_04_killed_server_and_07_new_server(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    lesson.lab.kill()
    status = lesson.page.locator(".atr-page-status")
    expect(status).to_contain_text("The server does not answer.")
    card = lesson.card("vote")
    Mouse().fill(card, {"option": ["a"]})
    card.commit()
    header, events = read(download(lesson))
    assert header["kit"] == "According to Reports"
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    assert len(lesson.lab.answers("pick")) == 1
    lesson.lab.empty().start()  # at the same address, so that the browser knows it again
    expect(status).to_be_hidden()
    answered(lesson.wait_shown(), "pick", "vote")
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote"]


# --- the page is open twice -------------------------------------------------------------------


def test_05_second_tab(lesson: Notebook, second: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    second.open(small)
    assert len(lesson.lab.kernels()) == 1
    give(second.card("place"), one="in", two="out", three="far")
    lesson.page.bring_to_front()
    give(lesson.card("vote"), option="a")  # the first tab is as it was
    answered(lesson.run_again(), "pick", "place", "vote")
    answered(second.run_again(), "pick", "place", "vote")
    assert len(lesson.lab.events()) == 3


def test_06_two_kernels(lesson: Notebook, second: Notebook, small: str) -> None:
    second.open(TWIN)
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


def test_07_empty_server_brings_them_back_by_itself(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    lesson.lab.empty()
    answered(lesson.run_again(), "pick", "vote")
    assert len(lesson.lab.events()) == 2


def test_07_a_new_tab_asks_whose_they_are(lesson: Notebook, second: Notebook, small: str) -> None:
    give(lesson.card("pick"), option="a")
    lesson.lab.empty()
    second.open(small)
    answered(second, "pick")
    expect(second.bar()).to_contain_text(saving_text.WHOSE_PAGE)
    press(second.bar(), saving_text.MINE)
    expect(second.bar()).not_to_contain_text(saving_text.WHOSE_PAGE)
    expect(second.run_again().bar()).not_to_contain_text(saving_text.WHOSE_PAGE)


def test_24_somebody_else_begins_with_an_empty_page_and_nothing_is_lost(
    lesson: Notebook, second: Notebook, small: str
) -> None:
    name(lesson)
    give(lesson.card("pick"), option="a")
    second.open(small)
    press(second.bar(), saving_text.SOMEBODY_ELSE)
    answered(second)
    give(second.card("vote"), option="a")
    _, events = read(download(second))
    assert [event["exercise"] for event in events] == ["vote"]
    answered(second.run_again(), "vote")  # this tab knows who sits here
    lesson.lab.empty()  # and so does the next server
    answered(second.run_again(), "vote")


def test_07_a_tab_that_was_left_alone_asks_whose_they_are(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    leave_alone(lesson)
    lesson.card("vote").control("option", "a").click()
    expect(lesson.bar()).to_contain_text(saving_text.WHOSE_PAGE)
    expect(lesson.run_again().bar()).to_contain_text(saving_text.WHOSE_PAGE)
    press(lesson.bar(), saving_text.MINE)
    expect(lesson.bar()).not_to_contain_text(saving_text.WHOSE_PAGE)


def test_07_of_two_students_the_one_who_comes_says_who_she_is(lesson: Notebook) -> None:
    name(lesson, "old-name")
    give(lesson.card("pick"), option="a")
    give(lesson.card("vote"), option="a")
    for exercise in ("pick", "vote"):
        lesson.card(exercise).button(card_text.RESET).click()
    give(lesson.card("pick"), option="b")
    name(lesson)
    with silence(lesson):  # slow to turn the page: an answer of now would be the other's
        press(lesson.bar(), saving_text.SOMEBODY_ELSE)
        assert lesson.card("vote").piece.evaluate("piece => piece.inert")
    give(lesson.card("vote"), option="a")
    lesson.page.evaluate("sessionStorage.clear()")  # as in a new tab
    lesson.lab.empty()
    answered(lesson.run_again())
    # Three answers were given to two exercises, and one of these shows one.
    expect(lesson.bar()).to_contain_text(saving_text.offer(CODE, 1))
    lesson.bar().locator(f"[data-do=turn][data-code={CODE}]").click()
    answered(lesson, "pick")
    expect(lesson.bar()).to_contain_text(f"{saving_text.CODE_NAME}: {CODE}")


def test_08_same_workbook(lesson: Notebook) -> None:
    name(lesson)
    give(lesson.card("pick"), option="a")
    before = {path: path.read_bytes() for path in lesson.lab.work.glob("*.jsonl")}
    give(lesson.card("vote"), option="a")
    for path, content in before.items():
        path.write_bytes(content)  # an older copy of the folder
    answered(lesson.run_again(), "pick", "vote")
    expect(lesson.bar()).to_contain_text(CODE)
    assert len(lesson.lab.answers("vote")) == 1
    lesson.run_again()
    kept = saving_text.kept(2, "work/", on_disk=True, copied=True)
    expect(lesson.bar()).to_contain_text(kept)
    expect(lesson.bar().get_by_role("button", name=saving_text.THAT_IS_ME)).to_have_count(0)
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
    expect(blocked.bar()).to_contain_text(ON_A_COMPUTER.not_second)
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
    expect(card.status).to_have_text(ON_A_COMPUTER.second)
    expect(lesson.bar()).to_contain_text(saving_text.kept(2, "work/", on_disk=False, copied=True))
    assert lesson.lab.events() == kept
    _, events = read(download(lesson))
    assert [event["exercise"] for event in events] == ["pick", "vote"]
    answered(lesson.run_again(), "pick", "vote")  # from the browser
    disk.free()
    give(lesson.card("place"), one="in", two="out", three="far")
    expect(lesson.card("place").status).to_have_text(ON_A_COMPUTER.both)
    expect(lesson.bar()).to_contain_text(saving_text.kept(3, "work/", on_disk=True, copied=True))
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote", "place"]


def test_the_browsers_storage_full_and_the_disk_too(lesson: Notebook, disk: Disk) -> None:
    lesson.page.evaluate(FILL)
    give(lesson.card("pick"), option="a")
    expect(lesson.card("pick").status).to_have_text(ON_A_COMPUTER.first)
    disk.fill()
    lesson.run_again()
    card = lesson.card("vote")
    Mouse().fill(card, {"option": ["a"]})
    expect(card.status).to_have_text(WORDS["noDraft"])
    card.commit()
    expect(card.status).to_have_text(ON_A_COMPUTER.nowhere)
    assert card.control("option", "a").is_checked()
    with lesson.page.expect_download() as found:
        card.button(WORDS["download"]).click()
    file = lesson.lab.own / "downloads" / found.value.suggested_filename
    found.value.save_as(file)
    assert [event["exercise"] for event in read(file)[1]] == ["pick", "vote"]
    disk.free()
    card.commit()
    expect(card.status).to_have_text(ON_A_COMPUTER.first)
    assert len(lesson.lab.answers("vote")) == 1


def test_22_a_work_folder_that_was_deleted_is_written_again(lesson: Notebook) -> None:
    give(lesson.card("pick"), option="a")
    lesson.lab.empty()
    give(lesson.card("vote"), option="a")
    assert [event["exercise"] for event in lesson.lab.events()] == ["pick", "vote"]


# --- one form, one answer -----------------------------------------------------------------------


def test_five_presses_while_the_kernel_is_busy_are_one_answer(lesson: Notebook) -> None:
    card = lesson.card("pick")
    with silence(lesson):
        Mouse().fill(card, {"option": ["b"]})
        for _ in range(5):
            card.submit.click()
        card.submit.dblclick()
        expect(card.status).to_have_text(WORDS["onItsWay"])
        assert lesson.page.evaluate(STORED) == 1
    card.answered()
    expect(card.status).to_have_text(ON_A_COMPUTER.both)
    assert len(lesson.lab.answers("pick")) == 1
    expect(card.button(card_text.AGAIN)).to_be_visible()


def test_26_nothing_is_ever_saved_into_the_notebook(lesson: Notebook) -> None:
    file = lesson.lab.root / "lessons" / f"{lesson.stem}.ipynb"
    before = file.read_bytes()
    name(lesson)
    card = lesson.card("label")
    Mouse().fill(card, {"text": ["A sentence that nobody else may read."]})
    card.commit()
    card.answered()
    lesson.run_again()
    saved = lesson.page.evaluate(SAVE)
    assert file.read_bytes() == before
    assert '"outputs":[]' in saved
    assert not any(word in saved for word in ("widget", CODE, "nobody else"))
