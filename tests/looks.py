"""How a page looks, for the browser tests: states of all cards, windows, themes, axe.

One page is brought from one look into the next where it stands: it is not opened again.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from answers import right_answer, write_answers
from axe_playwright_python.sync_playwright import Axe
from lab import FORGET
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Collection

    from lab import Notebook
    from playwright.sync_api import Page

RULES = [f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa")]
AXE: dict[str, Any] = {
    "runOnly": [*RULES, "best-practice"],
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],  # axe takes long to describe the thousands that are none
    "selectors": False,  # and to name the few: what stands in them names them too
}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}, "selectors": False}
STATES = {"filled in": 0, "tried once": 1, "tried twice": 2}


class Window(NamedTuple):
    """The size of a window in CSS pixels, and how many pixels of the screen one of them takes."""

    width: int
    height: int
    scale: int = 1


WINDOWS = {
    "desk": Window(1280, 1000),
    "zoomed to 200 %": Window(640, 500, 2),
    "phone": Window(390, 844),
}
DRAWN = """
    *, ::before, ::after { content-visibility: visible !important }
    body, .jp-LabShell { overflow: visible !important }
"""
"""JupyterLab draws a cell when it comes into view, and its body has no height and hides what flows
over: axe would take every word for hidden, and find no contrast too low."""
DRAW = """(rules) => {
    const style = document.getElementById("drawn") ?? document.createElement("style");
    style.id = "drawn";
    style.textContent = rules;
    document.head.append(style);
}"""
GROUND = """(light) => document.body.dataset.jpThemeLight === String(light)
    && !document.getElementById("jupyterlab-splash")"""
LAID_OUT = """(width) => {
    const { right } = (document.querySelector(".jp-WindowedPanel-outer") ?? document.body)
        .getBoundingClientRect();
    return innerWidth === width && right <= width && right > width - 100;
}"""
PREFIX = "according-to-reports/"
BEGUN = "b" * 16  # the workbook that this browser begins
DRAFTS = """(drafts) => {
    for (const key in drafts) localStorage.setItem(key, JSON.stringify(drafts[key]));
}"""
OPEN_ALL = "() => { for (const el of document.querySelectorAll('.atr details')) el.open = true; }"
SAMPLE = """(where) => {
    for (const el of document.querySelectorAll(".sample")) el.classList.remove("sample");
    const words = (el) => [...el.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const look = (el) => el.matches(".atr") ? "" : [
        look(el.parentElement), el.localName, el.getAttribute("class"), el.getAttribute("style"),
    ].join();
    const found = new Map();
    for (const el of document.querySelectorAll(where)) {
        if (el.checkVisibility() && words(el) && !found.has(look(el))) found.set(look(el), el);
    }
    for (const el of found.values()) el.classList.add("sample");
    return found.size;
}"""
"""One text of each look, by its classes and those around it: axe takes long for a thousand."""
ALONE = ".jp-Cell:not(:has(.sample)) { display: none !important }"
"""axe works out of every element on the page what lies above what."""
FILLED = ".atr form :is(input:checked, .marks .serif)"
SMALL = """() => [...document.querySelectorAll(
        ".atr :is(button, select, summary, textarea, label.pick, [type=text], [type=range])"
        + ", .atr-page-masthead :is(button, summary, a)")]
    .filter((one) => one.checkVisibility() && !one.closest(".fold"))
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 120)])
    .filter(([box]) => Math.min(box.height, box.width) < 43.5)
    .map(([box, what]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${what}`)"""
"""What a thumb would miss: controls of less than 44 pixels, but for those within a sentence."""
WIDE = """() => document.documentElement.scrollWidth > innerWidth
    || [...document.querySelectorAll(".jp-WindowedPanel-outer, .jp-Cell")]
        .some((one) => one.scrollWidth > innerWidth)"""
FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")


def draw_all(page: Page) -> None:
    """Draw also what is out of view."""
    page.evaluate(DRAW, DRAWN)


def show(notebook: Notebook, state: str) -> None:
    """Show every card filled in, or answered once or twice with slips; all details open."""
    if notebook.state == state:
        return
    exercises, page = notebook.exercises(), notebook.page
    notebook.lab.empty()
    write_answers(notebook.lab.work, exercises, STATES[state])
    drafts = {
        f"{PREFIX}draft/{BEGUN}/{exercises.id}/{name}/0": {
            "answer": right_answer(exercises.exercise(name))
        }
        for name in exercises.ids
    }
    page.evaluate(FORGET)
    page.evaluate(DRAFTS, drafts | {f"{PREFIX}workbook": BEGUN})
    draw_all(page)
    notebook.run_again()
    if not STATES[state]:
        expect(page.locator(FILLED)).not_to_have_count(0)
    page.evaluate(OPEN_ALL)
    notebook.state = state


def resize(notebook: Notebook, window: str) -> None:
    """Give the page another window, and wait until it fits."""
    width, height, scale = WINDOWS[window]
    size = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    notebook.tools.send("Emulation.setDeviceMetricsOverride", size)
    notebook.page.wait_for_function(LAID_OUT, arg=width)


def put_on(page: Page, *, light: bool) -> None:
    """Let the computer ask for light pages or dark ones; JupyterLab follows."""
    page.emulate_media(color_scheme="light" if light else "dark")
    page.wait_for_function(GROUND, arg=light)


def faults(page: Page) -> list[str]:
    """Name what is cut off, sticks out or lies on something else."""
    found: list[str] = page.evaluate(FAULTS)
    return found


def must_be_accessible(page: Page, where: str = ".atr", but: Collection[str] = ()) -> None:
    """See that axe finds nothing, contrast and the rules in `but` apart."""
    rules = AXE["rules"] | {rule: {"enabled": False} for rule in but}
    _look(page, where, AXE | {"rules": rules})


def must_have_contrast(page: Page, where: str = ".atr *") -> None:
    """See that axe finds no contrast too low in either theme, and has looked at the texts."""
    looks = page.evaluate(SAMPLE, where)
    alone = page.add_style_tag(content=ALONE)
    for light in (False, True):  # the light one last: JupyterLab keeps it for all pages
        put_on(page, light=light)
        _must_be_readable(page, looks)
    alone.evaluate("(style) => style.remove()")


def must_be_readable(page: Page, where: str = ".atr *") -> None:
    """See that axe finds no contrast too low in the theme that the page is in."""
    _must_be_readable(page, page.evaluate(SAMPLE, where))


def _must_be_readable(page: Page, looks: int) -> None:
    (passed,) = _look(page, ".sample", CONTRAST)["passes"]
    assert len(passed["nodes"]) > looks / 2, "axe takes our words for hidden"


def _look(page: Page, where: str, options: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = Axe().run(page, context=where, options=options).response
    nodes = [node for rule in found["violations"] for node in rule["nodes"]]
    assert not nodes, "\n".join(f"{node['html']}: {node['failureSummary']}" for node in nodes)
    return found
