"""The class report in real browsers: alone in the world, for everyone, on a phone and on paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from firefox import launch
from looks import OPEN_ALL, must_be_accessible, must_be_readable
from playwright.sync_api import expect
from simulated import SHIPPED

from helpers.classroom.report.whole import CONTENTS
from helpers.classroom.run import Wanted, make_report
from helpers.words import report_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Playwright

    Sheet = tuple[int, int]

SHEETS = {"A4": (688, 1032), "Letter": (710, 965)}
"""What the margins of 14 and 12 mm leave of a sheet, in CSS pixels."""
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
SWITCH = "#hide-names"
LIKE_OTHERS = """() => {
    for (const one of [...document.querySelectorAll("details.items")].slice(3)) one.remove();
}"""
"""The questions of three lessons have all that those of the others have."""
NAMELESS = """() => {
    for (const one of document.querySelectorAll("svg, details:not(.texts, .files)")) {
        if (!one.querySelector(".code-name")) one.remove();
    }
}"""
"""What holds no name was looked at before, and axe takes long for thousands of elements."""
CUT_OFF = """() => [...document.querySelectorAll("main, section, figure, table, .wide, p")]
    .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
    .map((one) => `${one.scrollWidth} in ${one.clientWidth}: ${one.outerHTML.slice(0, 120)}`)"""
BEYOND = """() => [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.closest(".out-of-sight, thead, caption"))
    .map((one) => [one.getBoundingClientRect(), one])
    .filter(([box]) => box.width && (box.right > innerWidth + 1.5 || box.left < -1.5))
    .map(([box, one]) => `${box.left} to ${box.right}: ${one.outerHTML.slice(0, 120)}`)"""
NOT_KEPT = """() => {
    const wanting = [];
    for (const one of document.querySelectorAll("h2, h3, h4, figure, tr")) {
        const { breakAfter, breakInside } = getComputedStyle(one);
        if (breakInside !== "avoid") wanting.push(one.outerHTML.slice(0, 80));
        if (/^H/.test(one.tagName) && breakAfter !== "avoid") {
            wanting.push(one.outerHTML.slice(0, 80));
        }
    }
    return wanting;
}"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    out = tmp_path_factory.mktemp("report")
    return make_report(Wanted(SHIPPED, out=out), lambda _done, _all: None).report.as_uri()


@pytest.fixture(scope="module")
def asked() -> list[str]:
    """Name what the page asked for."""
    return []


@pytest.fixture(scope="module")
def opened(browser: Browser, report: str, asked: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: asked.append(str(error)))
    page.goto(report)
    yield page
    context.close()


@pytest.fixture
def page(opened: Page) -> Page:  # type: ignore[override]
    """Bring the page back to how it was opened."""
    opened.emulate_media(media="screen", color_scheme="light")
    opened.set_viewport_size({"width": 1280, "height": 1000})
    opened.evaluate("() => { for (const el of document.querySelectorAll('details')) el.open = 0; }")
    opened.locator(SWITCH).set_checked(False)
    return opened


def test_it_shows_all_its_parts_and_asks_for_nothing(
    page: Page, report: str, asked: list[str]
) -> None:
    assert page.title() == report_text.TITLE
    expect(page.locator("h2")).to_have_text([*CONTENTS.values()])
    for name in CONTENTS:
        expect(page.locator(f"#{name}")).to_be_visible()
    page.evaluate(OPEN_ALL)
    page.get_by_role("link", name=report_text.VOTES).click()
    expect(page.get_by_role("heading", name=report_text.VOTES)).to_be_in_viewport()
    assert {url.partition("#")[0] for url in asked} == {report}


@pytest.mark.parametrize("hidden", [False, True], ids=["names shown", "names hidden"])
def test_axe_finds_nothing(opened: Page, report: str, *, hidden: bool) -> None:
    page = opened.context.new_page()
    page.goto(report)
    page.evaluate(OPEN_ALL)
    page.evaluate(NAMELESS if hidden else LIKE_OTHERS)
    page.locator(SWITCH).set_checked(hidden)
    must_be_accessible(page, "html")
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        must_be_readable(page)
    page.close()


def names_shown(page: Page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll(".code-name")]
            .filter((one) => one.checkVisibility()).map((one) => one.textContent)"""
    )


@pytest.mark.parametrize("how", ["mouse", "keyboard"])
def test_the_switch_hides_every_name(page: Page, how: str) -> None:
    page.evaluate(OPEN_ALL)
    assert "heron-3" in names_shown(page)
    box = page.get_by_role("checkbox", name=report_text.HIDE_NAMES)
    if how == "mouse":
        page.get_by_text(report_text.HIDE_NAMES).click()
    else:
        page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
        page.locator("h1").click()
        page.keyboard.press("Tab")
        expect(box).to_be_focused()
        assert box.evaluate("(one) => getComputedStyle(one).outlineStyle") != "none"
        page.keyboard.press("Space")
    expect(box).to_be_checked()
    assert names_shown(page) == []
    assert not re.search(r"heron-\d|\.jsonl|\.ipynb", page.locator("main").inner_text())
    assert page.get_by_text(report_text.HIDDEN, exact=True).first.is_visible()
    page.emulate_media(media="print")
    assert names_shown(page) == []


def test_nothing_is_wider_than_a_phone(page: Page) -> None:
    page.evaluate(OPEN_ALL)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(CUT_OFF) == []
    small = page.locator(".switch label").bounding_box()
    assert small is not None
    assert small["height"] >= 44


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_no_table_is_cut_off_on_paper(page: Page, sheet: Sheet) -> None:
    page.evaluate(OPEN_ALL)
    width, height = sheet
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    assert page.evaluate("() => document.documentElement.scrollWidth") == width
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate(BEYOND) == []
    assert page.evaluate(NOT_KEPT) == []


def test_the_first_sheet_holds_all_that_is_to_be_talked_about(page: Page) -> None:
    width, height = SHEETS["A4"]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(media="print")
    assert page.locator(".topics > li").count() == 5
    bottom = page.locator("#discuss").evaluate("(one) => one.getBoundingClientRect().bottom")
    assert bottom + page.evaluate("() => scrollY") <= height


def test_what_was_opened_is_printed_and_a_closed_table_is_not(page: Page) -> None:
    first = page.locator("#slips details.data")
    first.locator("summary").click()
    page.emulate_media(media="print")
    expect(first.locator("table")).to_be_visible()
    expect(page.locator("#sure details.data")).to_be_hidden()
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator(".switch")).to_be_hidden()


@pytest.mark.parametrize("name", SHEETS)
def test_it_becomes_a_pdf(page: Page, name: str) -> None:
    page.emulate_media(media="print")
    pdf = page.pdf(format=name)
    assert pdf.startswith(b"%PDF-")
    assert 10 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 22


def test_firefox_shows_it_too(playwright: Playwright, report: str, tmp_path: Path) -> None:
    firefox = launch(playwright, tmp_path)
    try:
        page = firefox.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(report)
        assert "Firefox/" in page.evaluate("navigator.userAgent")
        expect(page.locator("h2")).to_have_text([*CONTENTS.values()])
        page.evaluate(OPEN_ALL)
        assert names_shown(page)
        page.get_by_text(report_text.HIDE_NAMES).click()
        assert names_shown(page) == []
        expect(page.locator(".chart .wide-form").first).to_be_visible()
        page.set_viewport_size({"width": 390, "height": 844})
        expect(page.locator(".chart .narrow-form").first).to_be_visible()
        assert page.evaluate(BEYOND) == []
    finally:
        firefox.close()
