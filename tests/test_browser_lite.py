"""“Open as a notebook”: a lesson in JupyterLite, on the site, below a path of a plain server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from lab import ALL_SHOWN, PATIENCE
from playwright.sync_api import expect
from site_page import build, copy_kit, served

from helpers.site.lite import FOLDER, NOTEBOOKS
from helpers.words import player_text
from helpers.words.kept_text import IN_A_BROWSER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page
    from site_page import Site

LESSON = "02-who-says-so"
WORKERS = """async () => (await navigator.serviceWorker.getRegistrations())
    .map(({ scope }) => scope).sort()"""
KEPT = """async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.ready;
    while (!serviceWorker.controller)
        await new Promise((done) => serviceWorker.addEventListener("controllerchange", done));
}"""
FORGET = "() => { localStorage.clear(); sessionStorage.clear(); }"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    kit = copy_kit(tmp_path_factory.mktemp("kit"))
    with served(kit, tmp_path_factory.mktemp("web")) as site:
        build(kit, site.folder, notebooks=True)
        yield site


@pytest.fixture(scope="module")
def page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    """Give all tests one page; what they leave in the browser is what a student would have."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE * 1000)
    yield context.new_page()
    context.close()


@pytest.fixture
def lesson(page: Page, site: Site) -> Page:
    """Be in the lesson; it takes seconds to open, so whoever is there already stays."""
    if page.url != notebook(site, LESSON):
        page.goto(notebook(site, LESSON))
    return shown(page)


def notebook(site: Site, stem: str) -> str:
    return f"{site.url}{NOTEBOOKS}{stem}.ipynb"


def shown(page: Page) -> Page:
    page.wait_for_function(ALL_SHOWN, timeout=PATIENCE * 1000, polling=50)
    return page


def bar(page: Page) -> Locator:
    return page.locator("[data-bar]")


def vote(page: Page, question: str = "Whose words are these?") -> Locator:
    return page.get_by_role("region", name=question).first


def test_a_lesson_goes_live_with_no_request_off_its_host(page: Page, site: Site) -> None:
    asked: list[str] = []
    missed: list[str] = []
    page.context.on("request", lambda one: asked.append(one.url))
    page.context.on("response", lambda one: one.status < 400 or missed.append(one.url))
    page.goto(notebook(site, LESSON))
    expect(shown(page).locator(".jp-MarkdownCell h1")).to_contain_text("Who says so?")
    here = (site.url, f"blob:{site.host}", "data:")
    # This one its worker answers, wherever it lies.
    others = [url for url in asked if not url.endswith("/api/service-worker-heartbeat")]
    assert [url for url in others if not url.startswith(here)] == []
    assert any(url.endswith(".wasm") for url in asked)
    assert missed == []


def test_it_is_a_page_and_the_workbench_comes_when_it_is_asked_for(lesson: Page) -> None:
    menu = lesson.locator("#menu-panel-wrapper")
    expect(menu).to_be_hidden()
    lesson.get_by_role("button", name="Show the code").click()
    expect(menu).to_be_visible()
    expect(lesson.locator("#top-panel-wrapper")).to_be_visible()
    lesson.get_by_role("button", name="Hide the code").click()
    expect(menu).to_be_hidden()


def test_an_answer_is_kept_by_the_browser_and_not_only_by_the_page(lesson: Page) -> None:
    vote(lesson).get_by_role("radio").first.check()
    vote(lesson).get_by_role("button", name="Keep my vote").click()
    expect(bar(lesson)).to_contain_text("1 answer kept, in this browser")
    lesson.evaluate(FORGET)
    lesson.reload()
    expect(bar(shown(lesson))).to_contain_text("1 answer kept, in this browser")
    expect(vote(lesson)).to_contain_text("Your vote is kept.")


def test_links_lead_from_lesson_to_lesson_and_back(lesson: Page, site: Site) -> None:
    lesson.get_by_role("link", name="Start here").last.click()  # in a text
    lesson.wait_for_url(notebook(site, "00-start-here"))
    shown(lesson).locator('.atr a[href="03-unnamed.ipynb"]').first.click()  # in the map
    lesson.wait_for_url(notebook(site, "03-unnamed"))
    lesson.go_back()
    lesson.wait_for_url(notebook(site, "00-start-here"))


def test_a_link_to_a_text_leads_to_its_page_on_the_site(page: Page, site: Site) -> None:
    page.goto(notebook(site, "00-start-here"))
    page.get_by_role("link", name="What happens to your work").last.click()
    page.wait_for_url(f"{site.url}lessons/saving.html")
    expect(page.locator("h1")).to_have_text("What happens to your work")


def test_35_what_was_answered_on_the_site_is_answered_in_the_notebook(
    page: Page, site: Site
) -> None:
    question = "What do you make of it?"
    page.goto(f"{site.url}lessons/00-start-here.html")
    page.wait_for_selector("html[data-live]", state="attached")
    vote(page, question).get_by_role("radio").first.check()
    vote(page, question).get_by_role("button", name="Keep my vote").click()
    expect(page.locator("main")).to_contain_text(IN_A_BROWSER.both)
    page.get_by_role("link", name=player_text.AS_NOTEBOOK).click()
    page.wait_for_url(notebook(site, "00-start-here"))
    expect(vote(shown(page), question)).to_contain_text("Your vote is kept.")


def test_the_worker_that_keeps_the_site_stays(page: Page, site: Site) -> None:
    page.goto(f"{site.url}lessons/{LESSON}.html")
    page.evaluate(KEPT)
    page.get_by_role("link", name=player_text.AS_NOTEBOOK).click()
    page.wait_for_url(notebook(site, LESSON))
    assert shown(page).evaluate(WORKERS) == [site.url, f"{site.url}{FOLDER}"]
