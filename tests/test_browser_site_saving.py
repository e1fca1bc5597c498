"""What the site keeps, and what it says where it cannot: nothing is lost, and no word is untrue."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from typing import TYPE_CHECKING, Any

import psutil
import pytest
from hands import Mouse
from kind_files import example, right
from playwright.sync_api import expect
from saving import BLOCK, UNBLOCK
from site_page import FORGET_COPIES, SitePage, build
from small import STEM

from helpers.words import player_text, saving_text
from helpers.words.kept_text import IN_A_BROWSER
from helpers.workbook import Workbook, make_event, read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_card import Card
    from playwright.sync_api import Browser, BrowserType, Page, Route
    from site_page import Site

REFUSED = "navigator.storage.getDirectory = async () => { throw new Error('refused'); };\n"
"""What Firefox does in a private window."""
KEEPER = "**/kept-folder.js"
NOTE_PERSIST = "navigator.storage.persist = async () => (window.asked = true);"


@pytest.fixture
def page(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Page]:
    with closing(browser.new_context(**browser_context_args)) as context:
        yield context.new_page()


def refuse_files(page: Page) -> None:
    """Let the browser have no files of its own."""

    def refused(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=REFUSED + answer.text())

    page.route(KEEPER, refused)


def fill(lesson: SitePage, kind: str) -> Card:
    """Fill in the card of a kind."""
    lesson.page.bring_to_front()  # of several tabs, as whoever answers in it does
    card = lesson.card(example(kind)["id"])
    Mouse().fill(card, right(kind)[0])
    return card


def answer(lesson: SitePage, kind: str) -> Card:
    """Answer the card of a kind, and wait until it has said where the answer is."""
    card = fill(lesson, kind)
    card.commit()
    card.answered()
    expect(card.status).not_to_have_text("")
    return card


def is_answered(lesson: SitePage, *kinds: str) -> None:
    """See that the cards of these kinds are answered."""
    for kind in kinds:
        lesson.card(example(kind)["id"]).feedback.wait_for()


def test_27_an_answer_is_there_again_after_a_reload_and_in_the_other_copy_alone(
    page: Page, site: Site
) -> None:
    lesson = SitePage(page, site).open(STEM)
    expect(answer(lesson, "choice").status).to_have_text(IN_A_BROWSER.both)
    lesson.again()
    is_answered(lesson, "choice")
    page.evaluate(FORGET_COPIES)
    is_answered(lesson.again(), "choice")
    expect(lesson.bar()).to_contain_text("1 answer kept, in this browser.")


def test_27_what_was_begun_comes_back_as_a_draft(page: Page, site: Site) -> None:
    lesson = SitePage(page, site).open(STEM)
    fill(lesson, "choice")
    card = lesson.again().card(example("choice")["id"])
    card.commit()  # as it stands
    card.answered()
    expect(card.status).to_have_text(IN_A_BROWSER.both)
    (event,) = lesson.answers(example("choice")["id"])
    assert event["answer"] == right("choice")[0]


def test_27_an_answer_survives_a_killed_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    tmp_path: Path,
    site: Site,
) -> None:
    profile = tmp_path / "profile"
    context = browser_type.launch_persistent_context(str(profile), **browser_type_launch_args)
    lesson = SitePage(context.new_page(), site).open(STEM)
    answer(lesson, "choice")
    kill(profile)
    again = browser_type.launch_persistent_context(str(profile), **browser_type_launch_args)
    with closing(again):
        is_answered(SitePage(again.new_page(), site).open(STEM), "choice")


def kill(profile: Path) -> None:
    """End a browser as a power cut does."""
    mine = f"--user-data-dir={profile}"
    found = [one for one in psutil.process_iter(["cmdline"]) if mine in (one.info["cmdline"] or ())]
    assert found
    for process in found:
        process.kill()
    psutil.wait_procs(found)


def test_29_a_browser_without_files_of_its_own_says_so_and_keeps_a_copy(
    page: Page, site: Site
) -> None:
    refuse_files(page)
    lesson = SitePage(page, site).open(STEM)
    expect(answer(lesson, "choice").status).to_have_text(IN_A_BROWSER.second)
    expect(lesson.bar()).to_contain_text(IN_A_BROWSER.not_first)
    is_answered(lesson.again(), "choice")


def test_29_a_browser_that_keeps_nothing_says_so_and_leaves_the_answer_in_its_card(
    page: Page, site: Site
) -> None:
    refuse_files(page)
    lesson = SitePage(page, site).open(STEM)
    page.evaluate(BLOCK)
    card = fill(lesson, "choice")
    card.commit()
    expect(card.status).to_have_text(IN_A_BROWSER.nowhere)
    expect(card.find("form input:checked")).not_to_have_count(0)
    page.evaluate(UNBLOCK)
    card.commit()
    card.answered()
    expect(card.status).to_have_text(IN_A_BROWSER.second)


def test_29_a_full_browser_says_so_and_loses_nothing(page: Page, site: Site) -> None:
    lesson = SitePage(page, site).open(STEM)
    answer(lesson, "choice")
    quota = {"origin": site.host.rstrip("/"), "quotaSize": 1}
    lesson.tools.send("Storage.overrideQuotaForOrigin", quota)
    expect(answer(lesson, "order").status).to_have_text(IN_A_BROWSER.second)
    lesson.tools.send("Storage.overrideQuotaForOrigin", {"origin": quota["origin"]})
    lesson.again()
    is_answered(lesson, "choice", "order")


def downloaded(lesson: SitePage, folder: Path) -> Path:
    """Take the work along as a file."""
    lesson.bar().locator("summary").first.click()
    with lesson.page.expect_download() as downloading:
        lesson.bar().get_by_role("button", name=saving_text.DOWNLOAD).click()
    file = folder / "from-the-site.jsonl"
    downloading.value.save_as(file)
    return file


def load(lesson: SitePage, file: Path) -> None:
    """Load a file in the save bar."""
    lesson.bar().locator("summary").first.click()
    lesson.bar().locator("input[type=file]").set_input_files(file)


def test_30_after_the_browser_has_cleared_all_the_file_brings_everything_back(
    page: Page, site: Site, tmp_path: Path
) -> None:
    lesson = SitePage(page, site).open(STEM)
    answer(lesson, "choice")
    file = downloaded(lesson, tmp_path)
    page.goto("about:blank")  # nothing is held open while it is cleared
    cleared = {"origin": site.host.rstrip("/"), "storageTypes": "all"}
    lesson.tools.send("Storage.clearDataForOrigin", cleared)
    lesson.open(STEM)
    expect(lesson.bar()).to_contain_text(saving_text.NO_ANSWERS_YET)
    load(lesson, file)
    expect(lesson.bar().locator(".status")).to_have_text(saving_text.loaded(1, 0, 0, 0))
    is_answered(lesson.again(), "choice")


def test_30_the_browser_is_asked_to_keep_what_is_answered(page: Page, site: Site) -> None:
    page.add_init_script(NOTE_PERSIST)
    lesson = SitePage(page, site).open(STEM)
    assert not page.evaluate("window.asked")
    answer(lesson, "choice")
    assert page.evaluate("window.asked")


def test_31_two_tabs_lose_nothing(page: Page, site: Site) -> None:
    first = SitePage(page, site).open(STEM)
    second = SitePage(page.context.new_page(), site).open(STEM)
    answer(first, "choice")
    answer(second, "order")
    for lesson in (first, second):
        lesson.page.evaluate(FORGET_COPIES)
    first.again()
    is_answered(first, "choice", "order")


def test_32_a_lesson_opens_and_is_answered_without_a_network(page: Page, site: Site) -> None:
    lesson = SitePage(page, site).open(STEM)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    page.context.set_offline(True)
    page.goto(site.url)
    expect(page.locator("h1")).to_have_text(player_text.KIT)
    lesson.open("02-who-says-so").open(STEM)
    expect(answer(lesson, "choice").status).to_have_text(IN_A_BROWSER.both)
    page.context.set_offline(False)
    is_answered(lesson.again(), "choice")


def test_33_an_update_in_the_middle_of_a_lesson_disturbs_nobody(
    page: Page, site: Site, tmp_path: Path
) -> None:
    lesson = SitePage(page, site).open(STEM)
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    answer(lesson, "choice")
    shutil.copytree(site.root, tmp_path / "kit", symlinks=True)
    notebook = tmp_path / "kit" / "lessons" / f"{STEM}.ipynb"
    shown = json.loads(notebook.read_text("utf-8"))
    shown["cells"].append(
        {"cell_type": "markdown", "id": "news", "metadata": {}, "source": ["A new edition."]}
    )
    notebook.write_text(json.dumps(shown), "utf-8")
    kit = tmp_path / "kit" / "helpers" / "words" / "card_text.py"
    kit.write_text(kit.read_text("utf-8") + "\n# another edition\n", "utf-8")
    build(tmp_path / "kit", site.folder)
    expect(answer(lesson, "order").status).to_have_text(IN_A_BROWSER.both)
    lesson.again()
    expect(page.locator("main")).to_contain_text("A new edition.")
    is_answered(lesson, "choice", "order")


def test_34_a_file_of_the_site_loads_elsewhere_and_one_from_elsewhere_on_the_site(
    page: Page, site: Site, tmp_path: Path
) -> None:
    lesson = SitePage(page, site).open(STEM)
    answer(lesson, "choice")
    file = downloaded(lesson, tmp_path)
    elsewhere = Workbook(tmp_path / "work")
    assert elsewhere.merge(read_lines(file.read_bytes())).added == 1
    said = right("write")[0] | {"text": ["She said: “Zoë’s brother is alive.”"]}
    for kind, given in (("order", right("order")[0]), ("write", said)):
        name = example(kind)["id"]
        elsewhere.add(make_event("answer", lesson=STEM, exercise=name, answer=given))
    (from_there,) = (tmp_path / "work").glob("*.jsonl")
    page.evaluate(FORGET_COPIES)
    with closing(page.context.browser.new_context()) as other:  # type: ignore[union-attr]
        there = SitePage(other.new_page(), site).open(STEM)
        load(there, from_there)
        expect(there.bar().locator(".status")).to_have_text(saving_text.loaded(3, 0, 0, 0))
        expect(there.bar()).not_to_contain_text(IN_A_BROWSER.not_first)
        there.page.evaluate(FORGET_COPIES)
        is_answered(there.again(), "choice", "order", "write")


def test_28_an_engine_that_stops_can_be_begun_again(page: Page, site: Site) -> None:
    page.route("**/*.whl", lambda route: route.abort())
    lesson = SitePage(page, site)
    lesson.stem = STEM
    page.goto(f"{site.url}lessons/{STEM}.html")
    again = page.get_by_role("button", name="Try again")
    again.wait_for()
    page.unroute("**/*.whl")
    again.click()
    lesson.wait_live()
    expect(answer(lesson, "choice").status).to_have_text(IN_A_BROWSER.both)
