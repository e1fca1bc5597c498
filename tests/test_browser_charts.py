"""All charts in a real browser: letters, boxes and colours as they come out, at every width."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from chart_cases import CASES
from looks import AXE, CONTRAST

from helpers.view.assets import style
from helpers.view.drawing.labels import Box
from helpers.view.markup import Markup, element, join

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOM = {"desk": 664, "tablet": 612, "least for wide": 576, "phone": 312, "small phone": 280}
"""How wide a chart is there, in a card of a lesson; the window is as wide."""
SMALLEST = 11
LETTERS = """() => [...document.querySelectorAll(".chart svg")].flatMap((svg) => {
    const frame = svg.getBoundingClientRect();
    if (!frame.width) return [];
    const scale = frame.width / svg.viewBox.baseVal.width;
    const box = ({ left, top, right, bottom }) => [left, top, right, bottom];
    return [{
        chart: svg.closest("section").id,
        frame: box(frame),
        texts: [...svg.querySelectorAll("text")].map((text) => ({
            says: text.textContent,
            size: parseFloat(getComputedStyle(text).fontSize) * scale,
            box: box(text.getBoundingClientRect()),
        })),
        ticks: [...svg.querySelectorAll(".tick")].map((tick) => box(tick.getBoundingClientRect())),
    }];
})"""
SHRUNK = 3
"""Pixels of the box of a line of letters, above and below, in which there is no letter."""


def sheet(page: Page, room: int, *, light: bool = True) -> None:
    """Put all charts on one page, each in a column as wide as a card leaves it."""
    charts = [element("section", draw(), id=name) for name, draw in CASES.items()]
    rules = element("style", Markup(style()))
    body = element("main", element("h1", "Charts"), charts, class_="atr")
    page.set_viewport_size({"width": room + 16, "height": 900})
    # Without a doctype a browser is another one: it would not let a table have the page's colour.
    page.set_content(f"<!doctype html>{join(element('title', 'Charts'), rules, body)}")
    page.evaluate(
        """(light) => {
            document.documentElement.lang = "en";
            document.body.style.margin = "8px";
            document.body.dataset.jpThemeLight = String(light);
            const { style } = document.querySelector("main");
            style.background = "var(--atr-paper)";
            style.color = "var(--atr-ink)";
        }""",
        light,
    )


def inner(box: list[float]) -> Box:
    left, top, right, bottom = box
    return Box(left, top + SHRUNK, right, bottom - SHRUNK)


@pytest.mark.parametrize("where", ROOM)
def test_letters_are_large_enough_apart_and_inside(page: Page, where: str) -> None:
    sheet(page, ROOM[where])
    drawn: list[dict[str, Any]] = page.evaluate(LETTERS)
    assert [one["chart"] for one in drawn] == list(CASES)
    for one in drawn:
        frame = Box(*one["frame"])
        texts = [(text["says"], inner(text["box"])) for text in one["texts"]]
        small = [text["says"] for text in one["texts"] if text["size"] < SMALLEST]
        assert (one["chart"], small) == (one["chart"], [])
        outside = [says for says, box in texts if not box.within(_grown(frame))]
        over = [(a, b) for (a, x), (b, y) in combinations(texts, 2) if x.meets(y)]
        assert (one["chart"], outside, over) == (one["chart"], [], [])
        assert all(Box(*tick).within(_grown(frame)) for tick in one["ticks"])


def _grown(frame: Box) -> Box:
    # A line is drawn half on either side of where it stands.
    return Box(frame.left - 1, frame.top - 1, frame.right + 1, frame.bottom + 1)


@pytest.mark.parametrize(("where", "light"), [("desk", True), ("phone", False)])
def test_axe_finds_nothing(page: Page, where: str, *, light: bool) -> None:
    sheet(page, ROOM[where], light=light)
    page.evaluate(
        "() => { for (const el of document.querySelectorAll('details')) el.open = true; }"
    )
    for options in (AXE, CONTRAST):
        found = Axe().run(page, options=options).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_paper_shows_every_chart_once_in_dark_letters(page: Page) -> None:
    sheet(page, ROOM["desk"], light=False)
    page.emulate_media(media="print")
    shown = page.evaluate(
        """() => [...document.querySelectorAll(".chart svg")].filter((svg) =>
            svg.getBoundingClientRect().width).map((svg) => svg.getAttribute("class"))"""
    )
    assert len(shown) == len(CASES)
    ink = page.evaluate("() => getComputedStyle(document.querySelector('.chart text')).fill")
    assert max(map(int, ink.removeprefix("rgb(").removesuffix(")").split(","))) < 100
