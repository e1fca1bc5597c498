"""One at a time: the parts of a picture, by mouse, finger and keyboard, and without a script.

The markup is that of the kit, on a bare page with the kit's own scripts for inserting it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from helpers.texts.dossier import open_dossier
from helpers.topics.attribution import chain
from helpers.view.assets import STATIC, style
from helpers.view.charts.chain import render_chain
from helpers.view.drawing.figure import Drawing, picture
from helpers.view.drawing.shapes import bar, part
from helpers.view.markup import element
from helpers.view.one_at_a_time import Part, one_at_a_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Locator, Page

    from helpers.view.markup import Markup

SCRIPTS = "\n".join((STATIC / name).read_text("utf-8") for name in ("page.js", "steps.js"))
SHOWN = "(el, markup) => insert(el, markup)"


def walk(name: str) -> Markup:
    """Make a walk through three parts, the last two of which share their shape."""
    shapes = [part(f"T{n}", bar(100 * n, 0, 90, 40, "area")) for n in (1, 2)]
    drawn = picture("Two.", lambda _: Drawing(40, shapes))
    parts = [Part("T1", "First"), Part("T2", "Second"), Part("T2", "Third")]
    return element("div", one_at_a_time(name, drawn, parts), class_="chart")


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(has_touch=True)
    page.set_content(
        f"<!doctype html><style>{style()}</style><div class='atr'><div id='place'></div></div>"
    )
    page.add_script_tag(content=SCRIPTS)
    page.evaluate("document.addEventListener('click', pressedStep)")
    yield page
    page.close()


@pytest.fixture
def place(page: Page) -> Locator:
    """Show two walks on one page, each at its beginning."""
    found = page.locator("#place")
    found.evaluate("(el) => el.replaceChildren()")
    found.evaluate(SHOWN, walk("One") + walk("Two"))
    return found


def shown(place: Locator) -> list[str]:
    """Give the parts that can be seen, of all walks."""
    return [words.split("\n")[-1] for words in place.locator("li:visible").all_inner_texts()]


def button(place: Locator, name: str) -> Locator:
    return place.get_by_role("button", name=name, exact=True)


def test_only_one_part_is_shown_and_its_shape_stands_out(place: Locator) -> None:
    assert shown(place) == ["First", "First"]
    picked = place.locator("svg:visible .picked")
    assert picked.evaluate_all("(all) => all.map(({dataset}) => dataset.step)") == ["T1", "T1"]


def test_the_buttons_lead_on_and_back_and_stop_at_the_ends(place: Locator) -> None:
    back, onward = button(place, "Back: One"), button(place, "Next: One")
    expect(back).to_have_attribute("aria-disabled", "true")
    seen = []
    for press in (onward, onward, onward, back, back, back):
        press.click(force=True)  # at an end it can be pressed, and does nothing
        seen.append(shown(place))
    assert [one for one, _ in seen] == ["Second", "Third", "Third", "Second", "First", "First"]
    assert {other for _, other in seen} == {"First"}


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_by_keyboard_the_focus_stays_on_the_button(place: Locator, key: str) -> None:
    onward = button(place, "Next: Two")
    onward.focus()
    for _ in range(3):
        place.page.keyboard.press(key)
    assert shown(place) == ["First", "Third"]
    expect(onward).to_be_focused()
    expect(onward).to_have_attribute("aria-disabled", "true")


PRESSES: dict[str, Callable[[Locator], None]] = {
    "mouse": lambda shape: shape.click(),
    "finger": lambda shape: shape.tap(),
}


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_a_press_on_a_shape_shows_the_first_part_of_its_name(
    place: Locator, press: Callable[[Locator], None]
) -> None:
    press(place.locator("svg:visible [data-step=T2]").first)
    assert shown(place) == ["Second", "First"]
    button(place, "Next: One").click()
    press(place.locator("svg:visible [data-step=T1]").first)
    assert shown(place) == ["First", "First"]


def test_a_redraw_leads_back_to_the_part_that_was_shown(place: Locator) -> None:
    button(place, "Next: Two").click()
    focused = place.evaluate(SHOWN, walk("One") + walk("Two"))
    assert shown(place) == ["First", "Second"]
    assert place.locator(focused).get_attribute("aria-label") == "Next: Two"


def test_a_redraw_with_fewer_parts_stops_at_the_last(place: Locator) -> None:
    for _ in range(2):
        button(place, "Next: One").click()
    drawn = picture("None.", lambda _: Drawing(10, None))
    place.evaluate(SHOWN, one_at_a_time("One", drawn, [Part("T1", "Alone")]))
    assert shown(place) == ["Alone"]


def test_on_paper_all_parts_are_there_and_no_button(place: Locator) -> None:
    button(place, "Next: One").click()
    place.page.emulate_media(media="print")
    assert shown(place) == ["First", "Second", "Third"] * 2
    assert place.locator("button:visible").count() == 0
    place.page.emulate_media(media="screen")


def test_without_a_script_all_parts_are_there_and_no_button(browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.set_content(f"<style>{style()}</style><div class='atr still'>{walk('One')}</div>")
    assert page.locator("li:visible").count() == 3
    assert page.locator("button:visible").count() == 0
    page.close()


def test_the_chain_of_the_lesson_is_walked_from_the_picture(place: Locator) -> None:
    home = open_dossier("kursk")
    place.evaluate(SHOWN, render_chain(home, chain(home, "C07")))
    place.locator("svg:visible [data-step=D05]").last.click()
    assert place.locator("li:visible").get_attribute("data-step") == "D05"
    assert place.locator("ins:visible").count() == 1
    assert place.locator("svg:visible .picked").count() == 2
