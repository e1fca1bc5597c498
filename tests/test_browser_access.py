"""Each lesson for everyone, in a real JupyterLab: axe in both themes, zoom, a phone, motion."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from answers import right_answer, write_answers
from axe_playwright_python.sync_playwright import Axe
from lab import FORGET, PATIENCE, Notebook
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from lab import Lab
    from playwright.sync_api import Browser, Page

STEMS = ("02-who-says-so", "03-unnamed", "04-forty", "05-frames")
RULES = [f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa")]
AXE = {"runOnly": [*RULES, "best-practice"], "rules": {"color-contrast": {"enabled": False}}}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
STATES = {"filled in": 0, "tried once": 1, "tried twice": 2}
WINDOWS = {
    "desk": {"viewport": {"width": 1280, "height": 1000}},
    "zoomed to 200 %": {"viewport": {"width": 640, "height": 500}, "device_scale_factor": 2},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
}
DRAWN = """
    *, ::before, ::after { content-visibility: visible !important }
    body, .jp-LabShell { overflow: visible !important }
"""
"""JupyterLab draws a cell when it comes into view, and its body has no height and hides what flows
over: axe would take every word for hidden, and find no contrast too low."""
THEME = """(theme) => window.jupyterapp.commands.execute('apputils:change-theme', {theme})"""
GROUND = "(light) => document.body.dataset.jpThemeLight === String(light)"
PREFIX = "according-to-reports/"
DRAFTS = """(drafts) => {
    for (const key in drafts) localStorage.setItem(key, JSON.stringify(drafts[key]));
}"""
OPEN_ALL = "() => { for (const el of document.querySelectorAll('.atr details')) el.open = true; }"
SAMPLE = """() => {
    const seen = new Set();
    for (const piece of document.querySelectorAll('.atr')) {
        const kind = piece.querySelector('section').className;
        if (kind === 'plain' || !seen.has(kind)) piece.classList.add('sample');
        seen.add(kind);
    }
}"""
"""One card of each kind and all that is no card: axe is slow, and style goes by kind."""
FILLED = ".atr form :is(input:checked, .marks .serif)"
FAULTS = Path(__file__).with_name("faults.js").read_text(encoding="utf-8")
MOVING = """() => [...document.querySelectorAll('.atr *')].filter((el) => {
    const { transitionDuration, animationName } = getComputedStyle(el);
    return transitionDuration.split(', ').some((time) => time !== '0s') || animationName !== 'none';
}).length"""


class Window:
    """A notebook in a window of one size; pieces are brought into the states to be looked at."""

    def __init__(self, browser: Browser, lab: Lab, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.context.set_default_timeout(PATIENCE * 1000)
        self.notebook = Notebook(self.context.new_page(), lab)

    @property
    def page(self) -> Page:
        return self.notebook.page

    def open(self, stem: str) -> Window:
        self.notebook.open(stem)
        self.page.add_style_tag(content=DRAWN)
        return self

    def show(self, tries: int, *, light: bool = True) -> None:
        """Show every card filled in, or answered once or twice with slips; all details open."""
        exercises = self.notebook.exercises()
        self.notebook.lab.empty()
        write_answers(self.notebook.lab.work, exercises, tries)
        drafts = {
            f"{PREFIX}draft/{exercises.id}/{name}/0": {
                "answer": right_answer(exercises.exercise(name))
            }
            for name in exercises.ids
        }
        self.page.evaluate(FORGET)
        self.page.evaluate(DRAFTS, drafts)
        self.page.evaluate(THEME, "JupyterLab Light" if light else "JupyterLab Dark")
        self.page.wait_for_function(GROUND, arg=light)
        self.notebook.run_again()
        if not tries:
            expect(self.page.locator(FILLED)).not_to_have_count(0)
        self.page.evaluate(OPEN_ALL)


def at(*sizes: str) -> list[Any]:
    """Name a window of each size for each lesson."""
    pairs = [(size, stem) for stem in STEMS for size in sizes]
    return [pytest.param(pair, id=", ".join(pair)) for pair in pairs]


@pytest.fixture(scope="module")
def window(browser: Browser, lab: Lab, request: pytest.FixtureRequest) -> Iterator[Window]:
    size, stem = request.param
    window = Window(browser, lab.fresh(), **WINDOWS[size]).open(stem)
    yield window
    window.context.close()


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("window", at("desk"), indirect=True)
def test_axe_finds_nothing(window: Window, state: str) -> None:
    window.show(STATES[state])
    found = Axe().run(window.page, context=".atr", options=AXE)
    assert not found.violations_count, found.generate_report()


@pytest.mark.parametrize("light", [True, False], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("window", at("desk"), indirect=True)
def test_axe_finds_contrast_in_both_themes(window: Window, state: str, *, light: bool) -> None:
    window.show(STATES[state], light=light)
    window.page.evaluate(SAMPLE)
    found = Axe().run(window.page, context=".sample", options=CONTRAST)
    assert not found.violations_count, found.generate_report()
    (passed,) = found.response["passes"]
    assert len(passed["nodes"]) > 200, "axe takes our words for hidden"


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("window", at(*WINDOWS), indirect=True)
def test_nothing_is_cut_off_or_overlaps(window: Window, state: str) -> None:
    window.show(STATES[state])
    assert window.page.evaluate(FAULTS) == []


def test_lesson_00_on_a_phone(browser: Browser, lab: Lab) -> None:
    window = Window(browser, lab, **WINDOWS["phone"]).open("00-start-here")
    window.notebook.run_all()
    window.page.evaluate(OPEN_ALL)
    assert window.page.evaluate(FAULTS) == []
    for options in (AXE, CONTRAST):
        found = Axe().run(window.page, context=".atr", options=options)
        assert not found.violations_count, found.generate_report()
    window.context.close()


@pytest.mark.parametrize("window", at("desk")[:1], indirect=True)
def test_nothing_moves_for_those_who_asked_for_rest(window: Window) -> None:
    window.show(0)
    window.page.emulate_media(reduced_motion="no-preference")
    assert window.page.evaluate(MOVING) > 0
    window.page.emulate_media(reduced_motion="reduce")
    assert window.page.evaluate(MOVING) == 0
