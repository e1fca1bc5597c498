"""Handouts in a real browser: printed whole on both sizes of paper, with nothing from a network."""

from __future__ import annotations

import re
from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from helpers.classroom.handout import Wanted, make_handout
from helpers.kinds.exercises import open_exercises
from helpers.paths import LESSONS
from helpers.texts.notebook_file import read_notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

MARGIN = 16
"""At both sides, in millimetres, as the style of the sheet has it."""
SIZES = {"a4": (210, 297), "letter": (215.9, 279.4)}
POINTS, PIXELS = 72 / 25.4, 96 / 25.4
"""So many points of a PDF, and pixels of a page, are a millimetre."""
CUT = """() => [...document.querySelectorAll("main, main *")]
    .filter((one) => !one.ownerSVGElement && one.scrollWidth > one.clientWidth + 1
        && getComputedStyle(one).display !== "inline")
    .map((one) => `${one.tagName} ${one.className}: ${one.textContent.slice(0, 60)}`)"""
OUT = """() => [...document.querySelectorAll("main *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
    .map((one) => `${one.tagName} ${one.getAttribute("class")}`)"""
ENDS = """() => document.querySelectorAll(".card").forEach((card, number) => {
    for (const [which, where] of [["from", "afterbegin"], ["to", "beforeend"]]) {
        const place = document.createElement("i");
        place.id = `${which}-${number}`;
        place.style.cssText = "display: block; height: 1px; margin-bottom: -1px";
        card.insertAdjacentElement(where, place);
        const link = document.createElement("a");
        link.href = `#${place.id}`;
        link.style.cssText = "position: absolute; top: 0; left: 0";
        link.textContent = ".";
        document.querySelector("h1").append(link);
    }
})"""
"""A place that is linked to has a name in a PDF, with the page that it came to lie on."""
HEIGHTS = "() => [...document.querySelectorAll('.card')].map((one) => one.offsetHeight)"
STEMS = ("02-who-says-so", "04-forty")
each = pytest.mark.parametrize(("stem", "key", "paper"), [*product(STEMS, (False, True), SIZES)])


@cache
def made(stem: str, key: bool, paper: str) -> str:  # noqa: FBT001 - as the tests are given it
    page = read_notebook(LESSONS / f"{stem}.ipynb")
    return make_handout(open_exercises(stem), page, Wanted(key=key, paper=paper))


@pytest.fixture
def sheet(page: Page, tmp_path: Path, stem: str, key: bool, paper: str) -> Iterator[Page]:  # noqa: FBT001
    """Open a sheet as it is printed: as wide as its paper leaves room."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "sheet.html"
    file.write_text(made(stem, key, paper), encoding="utf-8")
    width = round((SIZES[paper][0] - 2 * MARGIN) * PIXELS)
    page.set_viewport_size({"width": width, "height": 1000})
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    yield page
    assert asked == [file.as_uri()]


@each
def test_nothing_is_cut_off_or_sticks_out(sheet: Page) -> None:
    assert sheet.evaluate(CUT) == []
    assert sheet.evaluate(OUT) == []
    assert not sheet.locator(".to-screens").is_visible()


@each
def test_a_card_that_fits_on_a_page_is_not_split(sheet: Page, key: bool, paper: str) -> None:  # noqa: FBT001
    heights = sheet.evaluate(HEIGHTS)
    sheet.evaluate(ENDS)
    pdf = sheet.pdf(prefer_css_page_size=True)
    width, height = SIZES[paper]
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert {(round(float(w)), round(float(h))) for w, h in boxes} == {
        (round(width * POINTS), round(height * POINTS))
    }
    found = re.findall(rb"\b(from|to)-(\d+) \[(\d+) 0 R /XYZ", pdf)
    pages = {(which.decode(), int(number)): int(page) for which, number, page in found}
    assert len(pages) == 2 * len(heights)
    # Some room less than a page has: the text that leads up to a card stays with it.
    room = 0.8 * (height - 36) * PIXELS
    fitting = [number for number, tall in enumerate(heights) if tall < room]
    assert len(fitting) > (0.8 if key else 0.9) * len(heights)
    split = [number for number in fitting if pages["from", number] != pages["to", number]]
    assert split == []


@pytest.mark.parametrize(("stem", "key", "paper"), [("02-who-says-so", False, "a4")])
def test_on_a_screen_it_says_how_to_print_and_is_black_on_white_in_the_dark(sheet: Page) -> None:
    sheet.emulate_media(media="screen", color_scheme="dark")
    note = sheet.locator(".to-screens")
    assert note.is_visible()
    assert "A4" in note.inner_text()
    colours = "() => { const { color, backgroundColor } = getComputedStyle(document.body);"
    found = sheet.evaluate(f"{colours} return [color, backgroundColor]; }}")
    assert found == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
