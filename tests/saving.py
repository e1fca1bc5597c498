"""What the tests of saving do again and again: begin, restart, download, load."""

from __future__ import annotations

import json
import os
import signal
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from lab import Notebook, wait_until

from helpers.words import saving_text
from helpers.workbook import Workbook, make_event

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator

CODE = "amber-heron-27"
RESTART = """() => window.jupyterapp.shell.currentWidget.context.sessionContext
    .session.kernel.restart()"""
STORED = """() => Object.keys(localStorage)
    .filter((key) => key.startsWith("according-to-reports/event/")).length"""
BLOCK = """() => {
    window.unblocked = Storage.prototype.setItem;
    Storage.prototype.setItem = () => { throw new DOMException("blocked", "QuotaExceededError"); };
}"""
FILL = """() => {
    for (let size = 4_000_000; size >= 1; size = Math.floor(size / 2)) {
        try {
            for (let n = 0; ; n++) localStorage.setItem(`filler/${size}/${n}`, "x".repeat(size));
        } catch {
            // full for this size
        }
    }
}"""
SAVE = """async () => {
    const { shell, commands } = window.jupyterapp;
    const toggle = "@jupyter-widgets/jupyterlab-manager:saveWidgetState";
    await commands.execute(toggle);
    await commands.execute("docmanager:save");
    await commands.execute(toggle);
    return JSON.stringify(shell.currentWidget.context.model.toJSON());
}"""
"""Save the notebook with all that its widgets hold, as a setting of JupyterLab does."""
FOLDED = "css:light=.line:not([open]) > summary"
UNBLOCK = "() => { Storage.prototype.setItem = window.unblocked; }"
ANSWERED = """(numbers) => {
    const cells = document.querySelectorAll(".jp-Notebook .jp-Cell");
    return numbers.filter((number) => cells[number].querySelector(".atr .feedback"));
}"""
HURRY = """() => {
    const wait = window.unhurried = window.setTimeout;
    window.setTimeout = (then, after, ...more) => wait(then, after === 8000 ? 0 : after, ...more);
}"""
CALM = "() => { window.setTimeout = window.unhurried; }"
"""The page waits eight seconds for the kernel before it says that there was no word."""


def draft(lesson: Notebook) -> None:
    """Begin three answers without committing any: a choice, an order, an annotation."""
    lesson.card("place").pick("one", "in")
    lesson.card("line").row("c").locator('[data-tool="up"]').click()
    lesson.card("letters").drag(0, 1)


def drafts(lesson: Notebook) -> tuple[bool, list[str], list[str]]:
    """Give what was begun."""
    chosen = lesson.card("place").control("one", "in").is_checked()
    return chosen, lesson.card("line").order(), lesson.card("letters").annotations()


def restart(lesson: Notebook) -> Notebook:
    """Restart the kernel; the lesson opens itself again."""
    lesson.page.evaluate(RESTART)
    return lesson.wait_again()


def kill_kernel(lesson: Notebook) -> None:
    """Kill the kernel and wait until the lesson has opened itself again."""
    [before] = lesson.lab.kernels()
    os.kill(before, signal.SIGKILL)
    lesson.wait_again()


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


def leave_alone(lesson: Notebook) -> None:
    """Leave the tab for hours, once it has kept whose it is: feedback can stand before that."""
    lesson.page.wait_for_function("() => sessionStorage.getItem('according-to-reports/me')")
    lesson.page.evaluate("() => sessionStorage.setItem('according-to-reports/seen', 1)")


def name(lesson: Notebook, code: str = CODE) -> None:
    """Choose a code name, as lesson 00 does, and open the lesson again."""
    Workbook(lesson.lab.work).add(make_event("code", code=code))
    lesson.run_again()


def download(lesson: Notebook) -> Path:
    """Press “Download my work” and give the file."""
    with lesson.page.expect_download() as found:
        press(lesson.bar(), saving_text.DOWNLOAD)
    file = lesson.lab.own / "downloads" / found.value.suggested_filename
    found.value.save_as(file)
    found.value.delete()  # or Firefox gives the next one another name
    return file


def load(lesson: Notebook, file: Path) -> None:
    """Choose a file after “Load my work”."""
    with lesson.page.expect_file_chooser() as chooser:
        press(lesson.bar(), saving_text.LOAD)
    chooser.value.set_files(file)


def press(piece: Locator, button: str) -> None:
    """Press a button of a card, or of the save bar, which may be folded."""
    folded = piece.locator(FOLDED)
    if folded.count():
        folded.click()
    piece.get_by_role("button", name=button, exact=True).click()


def read(file: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Read a file that was downloaded: its header and its events."""
    header, *events = (json.loads(line) for line in file.read_text("utf-8").splitlines())
    return header, events


def said(lesson: Notebook) -> Locator:
    """Give the status line of the save bar."""
    return lesson.bar().locator(".status")


def answered(lesson: Notebook, *names: str) -> None:
    """Expect that these cards, and no others, show an answer."""
    places = {lesson.place(f'lesson.ask("{name}")'): name for name in lesson.exercises().ids}
    wait_until(
        lambda: {places[n] for n in lesson.page.evaluate(ANSWERED, [*places])} == {*names},
        f"an answer is shown by {', '.join(names) or 'no card'}",
    )
