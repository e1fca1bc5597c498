"""The lesson page in a real JupyterLab: it opens itself, and nothing on it breaks by accident."""

from __future__ import annotations

import json
import shutil
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from hands import SHORTCUTS, give
from lab import TOKEN, Notebook
from looks import must_be_accessible
from page_card import Card
from playwright.sync_api import expect
from small import notebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lab import Lab
    from playwright.sync_api import Browser, Page

YESTERDAY = {
    "output_type": "display_data",
    "metadata": {},
    "data": {
        "text/plain": "PieceWidget('old')",
        "application/vnd.jupyter.widget-view+json": {
            "model_id": "0" * 32,
            "version_major": 2,
            "version_minor": 0,
        },
    },
}
RUNS = """[...jupyterapp.shell.currentWidget.content.model.cells]
    .find((cell) => cell.getMetadata("tags")?.includes("look-behind")).executionCount"""
"""How many runs the kernel had made when it ran the code that may be changed."""
OTHER = "92-other"
KERNELS = "**/api/kernelspecs?*"
STEPS_SHOWN = ".atr-page-steps summary"
TOP = "document.querySelector('.jp-WindowedPanel-outer').scrollTop"
JUPYTERLABS = {
    "aria-required-children",  # its list of cells is a feed, and its cells are no articles
    "region",  # its link that leads over the menus stands outside of everything
}
LINK = """() => {
    document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0;
    const link = document.createElement("a");
    Object.assign(link, { href: "#card-label", textContent: "To the card" });
    document.querySelector(".atr").append(link);
}"""
CHANGE = 'document.querySelector(".atr").append(document.createElement("span"))'
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""The page looks at itself in the frame after a change."""
TOOLBAR = ".jp-NotebookPanel-toolbar"


@pytest.fixture
def steps(project: Path, small: str) -> str:
    """Add a lesson with an opening, two steps, an Extra, and yesterday's outputs."""
    stem = "93-steps"
    page = json.loads((project / "lessons" / f"{small}.ipynb").read_text("utf-8"))
    for cell in page["cells"]:
        cell |= {"outputs": [YESTERDAY], "execution_count": 7}
    first, *rest = page["cells"]
    asked = {name: _asking(rest, name) for name in ("vote", "pick", "label")}
    others = [cell for cell in rest if cell not in asked.values()]
    page["cells"] = [
        *(_text("# Small things"), first, asked["vote"], _text("## One"), asked["pick"]),
        *(_text("## 2 · Two"), *others),
        *(_text("## Extra · More\n\nA text to write.\n\nIt is folded."), asked["label"]),
    ]
    (project / "lessons" / f"{stem}.ipynb").write_text(json.dumps(page), "utf-8")
    exercises = project / "lessons" / "exercises"
    shutil.copy(exercises / f"{small}.yaml", exercises / f"{stem}.yaml")
    return stem


def _asking(cells: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(cell for cell in cells if f'ask("{name}")' in cell["source"])


def _text(source: str) -> dict[str, Any]:
    name = f"text-{len(source)}"
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


@pytest.fixture
def lesson(window: Notebook, steps: str) -> Notebook:
    """Give that lesson; it is opened again only where another was open."""
    return window if window.stem == steps else window.open(steps)


def card(lesson: Notebook, identity: str) -> Card:
    """Give a card of that lesson, whose cells are in an order of their own."""
    return Card(lesson.page.locator(f".atr:has(#card-{identity})"), lesson.exercise(identity))


@contextmanager
def slowed_down(page: Page) -> Iterator[None]:
    """Give the page a third of the processor: on an old computer a heading is drawn late."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 3})
    yield
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def masthead(lesson: Notebook) -> Any:
    return lesson.page.locator(".atr-page-masthead")


def test_a_notebook_full_of_old_outputs_opens_itself_and_stays_as_it_is(
    window: Notebook, steps: str
) -> None:
    file = window.lab.root / "lessons" / f"{steps}.ipynb"
    before = file.read_bytes()
    window.open(steps)
    expect(window.page.locator(".jp-Notebook")).not_to_contain_text("Error displaying widget")
    assert window.page.evaluate(TOP) == 0
    expect(masthead(window)).to_contain_text("Small things")
    expect(masthead(window)).to_contain_text("0 of 2 steps done")
    expect(window.page.locator(TOOLBAR)).to_be_hidden()
    assert file.read_bytes() == before


def test_steps_are_links_and_the_next_one_is_offered(lesson: Notebook) -> None:
    lesson.begin_again()
    give(card(lesson, "vote"), option="a")
    # What opens the lesson belongs to its first step.
    expect(lesson.page.get_by_role("button", name="Continue with “One”")).to_be_visible()
    give(card(lesson, "pick"), option="a")
    expect(masthead(lesson)).to_contain_text("1 of 2 steps done")
    lesson.page.get_by_role("button", name="Continue at step 2").click()
    expect(lesson.page.get_by_role("heading", name="2 · Two")).to_be_in_viewport()


def test_a_step_that_was_shown_lets_go_of_the_focus(lesson: Notebook) -> None:
    lesson.page.locator(STEPS_SHOWN).click()
    lesson.page.get_by_role("link", name="2 · Two").click()
    unfold = lesson.page.get_by_role("button", name="Open this Extra")
    unfold.focus()  # as a screen reader does, which presses no key
    lesson.page.evaluate(f"() => {{ {CHANGE} }}")
    lesson.page.evaluate(f"() => {FRAMES}")
    expect(unfold).to_be_focused()


def test_an_extra_is_folded_until_it_is_opened(lesson: Notebook) -> None:
    label, unfold = card(lesson, "label"), lesson.page.get_by_role("button", name="Open this Extra")
    expect(label.form).to_be_hidden()
    expect(lesson.page.get_by_role("paragraph").filter(has_text="A text to write.")).to_be_visible()
    expect(lesson.page.get_by_role("paragraph").filter(has_text="It is folded.")).to_be_hidden()
    unfold.press("Enter")
    expect(label.form).to_be_visible()
    close = lesson.page.get_by_role("button", name="Close this Extra")
    expect(close).to_have_attribute("aria-expanded", "true")
    close.click()
    expect(label.form).to_be_hidden()


def test_a_link_to_a_card_opens_the_extra_that_it_lies_in(lesson: Notebook) -> None:
    lesson.page.evaluate(LINK)
    lesson.page.get_by_role("link", name="To the card").click()
    expect(card(lesson, "label").form).to_be_in_viewport()
    lesson.page.go_back()
    lesson.page.wait_for_function(f"{TOP} === 0")
    lesson.page.get_by_role("button", name="Close this Extra").click()


def test_neither_keys_nor_a_double_click_change_a_cell(lesson: Notebook) -> None:
    before = lesson.cells()
    heading = lesson.page.get_by_role("heading", name="2 · Two")
    heading.dblclick()
    for key in SHORTCUTS:
        lesson.page.keyboard.press(key)
    assert lesson.cells() == before
    expect(heading).to_be_visible()


def test_back_leads_where_one_was_and_forward_to_the_step(lesson: Notebook) -> None:
    lesson.page.evaluate(f"{TOP} = 0")
    two = lesson.page.get_by_role("heading", name="2 · Two")
    lesson.page.locator(STEPS_SHOWN).click()
    lesson.page.get_by_role("link", name="2 · Two").click()
    expect(two).to_be_focused()
    assert lesson.page.evaluate(TOP) > 0
    lesson.page.go_back()
    lesson.page.wait_for_function(f"{TOP} === 0")
    lesson.page.go_forward()
    lesson.page.wait_for_function(f"{TOP} > 0")
    questions: list[str] = []  # such as whether the page may be left
    lesson.page.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.accept()))
    there = lesson.page.evaluate(TOP)
    lesson.page.reload()
    lesson.wait_shown()
    lesson.page.wait_for_function(f"{TOP} === {there}")
    assert not questions


def test_a_link_leads_to_a_page_of_its_own_and_back_leads_back(window: Notebook) -> None:
    lesson = window.open("00-start-here")
    lesson.page.get_by_role("link", name="What happens to your work").click()
    expect(masthead(lesson)).to_contain_text("What happens to your work")
    expect(lesson.page.locator("#jp-menu-panel")).to_be_hidden()
    must_be_accessible(lesson.page, "html", JUPYTERLABS)
    lesson.page.locator(STEPS_SHOWN).click()
    lesson.page.get_by_role("link", name="Second thoughts").click()
    expect(lesson.page.get_by_role("heading", name="Second thoughts")).to_be_in_viewport()
    lesson.page.locator(STEPS_SHOWN).click()
    with slowed_down(lesson.page):
        lesson.page.get_by_role("link", name="All lessons").click()
        expect(masthead(lesson)).to_contain_text("Start here")
        expect(lesson.page.get_by_role("heading", name="Where to go from here")).to_be_focused()
        lesson.wait_shown()
        expect(lesson.page.get_by_role("rowheader", name="Who says so?")).to_be_in_viewport()
    for back in ("What happens to your work", "What happens to your work", "Start here"):
        lesson.page.go_back()
        expect(masthead(lesson)).to_contain_text(back)
    lesson.wait_shown()
    lesson.page.go_forward()
    expect(masthead(lesson)).to_contain_text("What happens to your work")


def test_axe_finds_nothing_on_the_whole_page_but_faults_of_jupyterlab(lesson: Notebook) -> None:
    lesson.page.locator(STEPS_SHOWN).click()
    must_be_accessible(lesson.page, "html", JUPYTERLABS)


def test_a_server_without_python_says_so_and_is_asked_again(
    browser: Browser, lab: Lab, small: str
) -> None:
    with closing(browser.new_context()) as context:
        lesson = Notebook(context.new_page(), lab)
        none = {"default": "", "kernelspecs": {}}
        # No kernel of this lesson runs yet: the page would take that one.
        lesson.page.route(KERNELS, lambda route: route.fulfill(json=none))
        lesson.page.goto(f"{lab.url}/doc/tree/lessons/{small}.ipynb?token={TOKEN}")
        expect(masthead(lesson)).to_contain_text("the server could not start it.")
        expect(lesson.page.locator(".jp-Dialog")).to_have_count(0)
        lesson.page.unroute(KERNELS)
        masthead(lesson).get_by_role("button", name="Try again").click()
        lesson.wait_shown()


def test_the_code_is_shown_and_hidden_again(lesson: Notebook) -> None:
    lesson.page.get_by_role("button", name="Show the code").click()
    expect(lesson.page.locator(TOOLBAR)).to_be_visible()
    expect(lesson.page.locator("#jp-menu-panel")).to_be_visible()
    lesson.page.get_by_role("button", name="Hide the code").click()
    expect(lesson.page.locator(TOOLBAR)).to_be_hidden()
    expect(lesson.page.locator("#jp-menu-panel")).to_be_hidden()


def test_code_that_may_be_changed_is_run_by_its_own_button(window: Notebook) -> None:
    lesson = window.open("04-forty").unfold()
    before = lesson.page.evaluate(RUNS)
    lesson.page.get_by_role("button", name="Run this code").click()
    lesson.page.wait_for_function(f"{RUNS} > {before}")
    lesson.page.locator(".atr-page-open .cm-content").click()
    lesson.page.keyboard.press("Shift+Enter")
    lesson.page.wait_for_function(f"{RUNS} > {before + 1}")


def test_another_notebook_is_left_as_it_is(window: Notebook) -> None:
    page = json.loads(notebook("x", "1 + 1"))
    del page["metadata"]["according-to-reports"]
    (window.lab.root / "lessons" / f"{OTHER}.ipynb").write_text(json.dumps(page), "utf-8")
    window.visit(OTHER)
    expect(window.page.locator(TOOLBAR)).to_be_visible()
    expect(masthead(window)).to_have_count(0)
    expect(window.page.locator(".jp-OutputArea-output")).to_have_count(0)
