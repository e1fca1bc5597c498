"""Fixtures for several files of tests.

`exercises`  the small lesson of one choice; a file may have another one of its own
`book`       an empty workbook
`bar`        the save bar on the two, as a page shows it

For the tests in a real browser; see lab.py for what they give:

`window`     a page of its own for each file, with nothing open; kernels shut down, no work
`opened`     the small lesson in that window
`lesson`     the same, with an empty work folder and an empty browser
`second`     a second tab of the same browser
`lab`        the JupyterLab of this worker: one for the whole session, on a copy of the project
`small`      adds a small lesson with one card of each kind to that copy; gives its stem
`project`    the copy that they serve: a run never touches the real notebooks
`site`       the site on a plain web server, built for each file
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from lab import PATIENCE, Lab, Notebook
from playwright.sync_api import expect
from site_page import build, copy_kit, served
from small import STEM, write_small_lesson
from support import make_exercises, write
from xdist.scheduler import LoadScopeScheduling

from helpers.commands.programs import CHROMIUM
from helpers.pieces.desk import Desk
from helpers.pieces.save_bar import SaveBar
from helpers.workbook import Workbook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext
    from site_page import Site

    from helpers.kinds.exercises import LessonExercises

ROOT = Path(__file__).resolve().parents[1]
BROWSER = "test_browser_"
LESSON = "test_browser_lesson.py"
FIRST = ("test_browser_saving.py", "test_browser_firefox.py", "test_browser_access.py", LESSON)
"""The files that take longest begin, so that all workers end at about the same time."""
expect.set_options(timeout=PATIENCE * 1000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--approve", action="store_true", help="approve the drawings of all charts")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long first, then what needs a browser, then the rest as it stands."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    name = item.path.name
    return FIRST.index(name) if name in FIRST else len(FIRST) + (not name.startswith(BROWSER))


class OnePageEach(LoadScopeScheduling):  # type: ignore[misc]  (xdist says nothing of its types)
    """Shares out what has a page of its own: a file and, of the one about all lessons, a lesson."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        lesson = re.search(r"\[(\d\d-[a-z-]+)-chromium", nodeid)
        return f"{file} {lesson[1]}" if lesson and file.endswith(LESSON) else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OnePageEach:
    return OnePageEach(config, log)


@pytest.fixture
def exercises(tmp_path: Path) -> LessonExercises:
    return make_exercises(tmp_path, write("choice"))


@pytest.fixture
def book(tmp_path: Path) -> Workbook:
    return Workbook(tmp_path / "work")


@pytest.fixture
def bar(exercises: LessonExercises, book: Workbook) -> SaveBar:
    bar = SaveBar(Desk(exercises, book))
    bar.widget.hear({"do": "hello"})  # as a page does that shows it
    return bar


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    args = ["--no-sandbox"] if root else []
    return {**browser_type_launch_args, "executable_path": CHROMIUM.find(), "args": args}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    rest = {"reduced_motion": "reduce"}  # what moves costs time, and is tested by itself
    return {**browser_context_args, **rest, "viewport": {"width": 1280, "height": 1000}}


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
    with Lab(project, own / "work", own) as server:
        yield server


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    context.set_default_timeout(PATIENCE * 1000)
    return context


@pytest.fixture(scope="module")
def window(browser: Browser, browser_context_args: dict[str, Any], lab: Lab) -> Iterator[Notebook]:
    """Give all tests of a file one page, on a machine with a mouse and a touch screen."""
    context = browser.new_context(**browser_context_args, has_touch=True)
    context.set_default_timeout(PATIENCE * 1000)
    yield Notebook(context.new_page(), lab.fresh())
    context.close()


@pytest.fixture(scope="module")
def opened(window: Notebook, small: str) -> Notebook:
    """Open the small lesson once for all tests of a file."""
    return window.open(small)


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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Give all tests of a file the site of a copy of the kit, on a server; see site_page.py."""
    kit = copy_kit(tmp_path_factory.mktemp("kit"))
    with served(kit, tmp_path_factory.mktemp("web")) as site:
        build(kit, site.folder)
        yield site
