"""Fixtures for the tests in a real browser: see lab.py for what they give.

`notebook`   a page of its own in the shared JupyterLab, kernels shut down, work folder empty
`lab`        that JupyterLab: one for the whole session, on a copy of the project
`start_lab`  starts further ones, for tests that kill the server or need a work folder of their own
`small`      adds a small lesson with one card of each kind to that copy; gives its stem
`project`    the copy that they serve: a run never touches the real notebooks
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from lab import PATIENCE, Lab, Notebook
from playwright.sync_api import expect
from small import STEM, TWIN, write_small_lesson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[1]
expect.set_options(timeout=PATIENCE * 1000)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class StartLab(Protocol):
    """Starts a JupyterLab; the same `port` as before means the same browser storage."""

    def __call__(
        self, work: Path | None = None, *, root: Path | None = None, **more: Any
    ) -> Lab: ...


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    found = os.environ.get("KIT_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        **browser_type_launch_args,
        **({"executable_path": found} if found else {}),
        "args": ["--no-sandbox"] if root else [],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1280, "height": 1000}}


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("project")
    for name in ("helpers", "lessons", "seeds"):
        leave = shutil.ignore_patterns("__pycache__", ".*")
        shutil.copytree(ROOT / name, copy / name, ignore=leave)
    return copy


@pytest.fixture(scope="session")
def small(project: Path) -> str:
    write_small_lesson(project)
    return STEM


@pytest.fixture(scope="session")
def lab(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    own = tmp_path_factory.mktemp("lab")
    server = Lab(project, own / "work", own).start()
    yield server
    server.stop()


@pytest.fixture
def start_lab(project: Path, tmp_path: Path) -> Iterator[StartLab]:
    started: list[Lab] = []

    def start(work: Path | None = None, *, root: Path | None = None, **more: Any) -> Lab:
        own = tmp_path / f"lab-{len(started)}"
        server = Lab(root or project, work or own / "work", own, **more)
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.set_default_timeout(PATIENCE * 1000)
    return context


@pytest.fixture
def notebook(page: Page, lab: Lab) -> Notebook:
    return Notebook(page, lab.fresh())


@pytest.fixture(scope="module")
def opened(
    browser: Browser, browser_context_args: dict[str, Any], lab: Lab, small: str
) -> Iterator[Notebook]:
    """One page for all tests that do not need another."""
    lessons = lab.root / "lessons"
    shutil.copy(lessons / f"{small}.ipynb", lessons / f"{TWIN}.ipynb")
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(PATIENCE * 1000)
    yield Notebook(context.new_page(), lab.fresh()).open(small)
    context.close()


@pytest.fixture
def lesson(opened: Notebook) -> Notebook:
    """Begin with an empty work folder and an empty browser."""
    return opened.begin_again()


@pytest.fixture
def second(lesson: Notebook) -> Iterator[Notebook]:
    """Open a second tab of the same browser."""
    page = lesson.page.context.new_page()
    yield Notebook(page, lesson.lab)
    page.close()
