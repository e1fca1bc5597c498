"""The site in a real browser: each lesson goes live, and each kind of exercise is answered."""

from __future__ import annotations

from base64 import b64encode
from contextlib import closing
from typing import TYPE_CHECKING, Any, Literal

import pytest
from answers import right_answer
from hands import Fingers, Keys, Mouse
from kind_files import KINDS, example, right
from looks import WINDOWS, faults, must_be_accessible, must_be_readable, resize
from playwright.sync_api import expect
from simulated import SHIPPED
from site_page import ROOT, SitePage
from small import STEM

from helpers.words import class_page_text, front_text, kept_text, player_text, report_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from page_card import Card
    from playwright.sync_api import Browser
    from site_page import Site

HANDS = {"mouse": (Mouse(), "desk"), "keyboard": (Keys(), "desk"), "touch": (Fingers(), "phone")}
DRAWN = {"version"}
"""What the kit draws and no hand fills in."""
STEMS = sorted(path.stem for path in (ROOT / "lessons").glob("*.ipynb"))
THEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
DROP = """(piece, [name, content]) => {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    const carried = new DataTransfer();
    carried.items.add(new File([bytes], name));
    for (const kind of ["dragover", "drop"]) {
        const how = { dataTransfer: carried, bubbles: true, cancelable: true };
        const event = new DragEvent(kind, how);
        piece.dispatchEvent(event);
        if (!event.defaultPrevented) throw new Error("the browser would open the file");
    }
}"""
COUNTS = """globalThis.counts = [];
new MutationObserver(() => {
    const said = document.querySelector(".atr-page-steps > summary")?.textContent ?? "";
    const [count] = said.match(/\\d+ of \\d+/) ?? [];
    if (count && counts.at(-1) !== count) counts.push(count);
}).observe(document, { childList: true, subtree: true });"""
FIRST_STEP = (
    *("first-look", "further-north", "larger-land"),
    *("heavier-cube", "faster-sound", "opened-first"),
)
"""What has to be answered in lesson 00 before its first step is done, in the page's order."""
HERE = kept_text.IN_A_BROWSER


@pytest.fixture(scope="module")
def window(
    browser: Browser, browser_context_args: dict[str, Any], site: Site
) -> Iterator[SitePage]:
    with closing(browser.new_context(**browser_context_args, has_touch=True)) as context:
        yield SitePage(context.new_page(), site)


@pytest.fixture(scope="module", params=HANDS)
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def begun(
    browser: Browser, browser_context_args: dict[str, Any], site: Site, way: str
) -> Iterator[SitePage]:
    """Open the small lesson in a browser of its own for each way to answer."""
    with closing(browser.new_context(**browser_context_args, has_touch=True)) as context:
        page = SitePage(context.new_page(), site).open(STEM)
        resize(page, HANDS[way][1])
        yield page


def answer(card: Card, hands: Mouse | Keys | Fingers) -> None:
    """Give the right answer, in as many steps as it takes."""
    for step in right(card.exercise.kind):
        hands.fill(card, step)
        hands.commit(card)
        card.answered()
        expect(card.status).to_have_text(HERE.both)


@pytest.mark.parametrize("kind", KINDS)
def test_a_right_answer_is_kept_as_it_was_meant(begun: SitePage, way: str, kind: str) -> None:
    card = begun.card(example(kind)["id"])
    # What compares with an earlier answer opens after it.
    if card.exercise.again and not begun.answers(card.exercise.again):
        answer(begun.card(card.exercise.again), Mouse())
    answer(card, HANDS[way][0])
    assert not card.form.count()
    for meant, event in zip(right(kind), begun.answers(card.exercise.id), strict=True):
        drawn = {name: event["answer"][name] for name in DRAWN & {*meant}}
        assert event["answer"] == meant | drawn
        assert event.get("confidence") == max(card.exercise.confidence_steps(), default=None)


@pytest.mark.parametrize("stem", STEMS)
def test_a_lesson_goes_live_and_asks_no_other_host(window: SitePage, stem: str) -> None:
    window.strangers.clear()
    window.open(stem)
    expect(window.page.locator(".still")).to_have_count(0)
    for size in WINDOWS:
        resize(window, size)
        assert faults(window.page) == [], size
    assert window.strangers == []


def test_axe_finds_nothing_on_a_lesson_and_on_the_front_page(window: SitePage) -> None:
    window.open("02-who-says-so")
    must_be_accessible(window.page)
    window.page.goto(window.site.url)
    must_be_accessible(window.page)
    for theme in THEMES:
        window.page.emulate_media(color_scheme=theme)
        must_be_readable(window.page, "main *")


def test_on_paper_a_lesson_is_whole_and_without_what_a_screen_needs(window: SitePage) -> None:
    window.open("05-frames")
    window.page.emulate_media(media="print")
    expect(window.page.locator(".atr-page-masthead")).to_be_hidden()
    hidden = window.page.locator("main .jp-MarkdownCell").filter(visible=False)
    expect(hidden).to_have_count(0)
    assert window.page.pdf(format="A4").startswith(b"%PDF-")
    window.page.emulate_media(media="screen")
    expect(window.page.locator(".atr-page-masthead")).to_be_visible()


def test_the_front_page_leads_everywhere(window: SitePage) -> None:
    window.page.goto(window.site.url)
    links = window.page.locator("a").evaluate_all("(all) => all.map((one) => one.href)")
    ours = [link for link in links if link.startswith(window.site.url)]
    for link in dict.fromkeys(ours):
        answered = window.page.request.get(link)
        assert answered.ok, link
    assert [link for link in links if link not in ours] == [front_text.PROJECT]
    for stem in STEMS:
        assert f"{window.site.url}lessons/{stem}.html" in ours


def test_the_map_leads_from_lesson_to_lesson_and_the_list_of_steps_to_a_step(
    window: SitePage,
) -> None:
    window.open("00-start-here")
    window.page.locator(".atr-page-steps > summary").click()
    window.page.locator(".atr-page-steps li a").nth(1).click()
    expect(window.page.locator("#step-2")).to_be_focused()
    expect(window.page.locator("#step-2")).to_be_in_viewport()
    window.page.go_back()
    window.piece("lesson.map()").get_by_role("link", name="02 · Who says so?").first.click()
    window.wait_live()
    expect(window.page.get_by_role("heading", name="Who says so?")).to_be_visible()


def test_what_is_done_counts_at_once_when_a_lesson_opens_again(window: SitePage) -> None:
    with closing(window.page.context.new_page()) as page:
        page.add_init_script(COUNTS)
        lesson = SitePage(page, window.site).open("00-start-here")
        for name in FIRST_STEP:
            card = lesson.card(name)
            Mouse().fill(card, right_answer(card.exercise))
            card.commit()
            card.answered()
        lesson.again()
        assert page.evaluate("counts") == ["1 of 2"]


def test_without_scripts_a_lesson_can_be_read(browser: Browser, site: Site) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site.url}lessons/02-who-says-so.html")
    assert player_text.NO_SCRIPT in page.content()
    expect(page.get_by_role("heading", name="Who says so?")).to_be_visible()
    expect(page.locator("main")).to_contain_text("There were forty of us")
    page.context.close()


def test_the_report_of_a_class_is_made_without_a_server(window: SitePage) -> None:
    window.strangers.clear()
    window.page.goto(f"{window.site.url}lessons/instructor/class-report.html")
    window.wait_live()
    window.page.locator("input[type=file]").set_input_files(SHIPPED)
    report = window.page.frame_locator("iframe.class-report")
    expect(report.get_by_role("heading", name="Talk about these first")).to_be_visible()
    expect(report.locator("#agreement")).to_contain_text(report_text.AGREEMENT_ELSEWHERE)
    report.get_by_role("link", name="Slips").first.click()
    expect(report.get_by_role("heading", name="Slips")).to_be_in_viewport()
    with window.page.expect_download() as downloading:
        window.page.get_by_role("link", name=class_page_text.SAVE_REPORT).click()
    assert downloading.value.suggested_filename == "class-report.html"
    assert window.strangers == []


def test_files_can_be_dropped_on_the_page_of_the_report(window: SitePage) -> None:
    window.page.goto(f"{window.site.url}lessons/instructor/class-report.html")
    window.wait_live()
    content = b64encode(SHIPPED.read_bytes()).decode()
    window.page.locator(".jp-CodeCell .atr").evaluate(DROP, ["class.zip", content])
    report = window.page.frame_locator("iframe.class-report")
    expect(report.get_by_role("heading", name="Talk about these first")).to_be_visible()
