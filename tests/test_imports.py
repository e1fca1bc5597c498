"""What import-linter cannot say: what comes along when code runs, and what must not be written.

The floors themselves are contracts in `pyproject.toml`.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from helpers.paths import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HELPERS = ROOT / "helpers"
WIDGETS = {"anywidget", "ipywidgets", "traitlets", "IPython"}
TABLES = {"pandas", "numpy", "matplotlib"}
PACKAGES = {"msgspec", "yaml", "nbformat", "jupyterlab"}
MARKING = """
from helpers.kinds.exercises import open_exercises
from helpers.kinds.results import results
lesson = open_exercises("02-who-says-so")
results(lesson, [])
one, *_ = [lesson.exercise(name) for name in lesson.ids]
"""
PAPER = f"""{MARKING}
from helpers.view.card import render_card
from helpers.view.card_state import CardState
render_card(CardState(lesson="", exercise=one, dossier=lesson.article))
"""
OPENING = """
from helpers.lesson import open_lesson
lesson = open_lesson("02-who-says-so")
lesson.save_bar(); lesson.ask(lesson.exercises.ids[0]); lesson.summary(); lesson.map()
lesson.show("claims"); lesson.show("chain", "C01"); lesson.show("voices")
"""
BROUGHT = {
    "nothing": ("import helpers", WIDGETS | TABLES | PACKAGES),
    "the style": ("from helpers.view.assets import style; style()", WIDGETS | TABLES | PACKAGES),
    "marking": (MARKING, WIDGETS | TABLES),
    "a card on paper": (PAPER, WIDGETS | TABLES),
    "a lesson": (OPENING, TABLES),
}
"""What code may not bring along, however far down it is imported."""
NETWORK = {"urllib.request", "http", "socket", "ssl", "requests", "urllib3", "ftplib", "asyncio"}
PARALLEL = {"threading", "subprocess", "multiprocessing", "concurrent", "fcntl", "msvcrt"}
AWAY_FROM_STUDENTS = {"commands", "checks"}
FORBIDDEN = {
    r"\binnerHTML\b": {"helpers/view/static/page.js"},
    r"\b(outerHTML|insertAdjacentHTML|document\.write)\b": set(),
    r"\bwidgets\.HTML\b": set(),
    r"\bdisplay\(HTML\b": set(),
    r"\b(eval|exec)\(": {"helpers/player/cells.py"},  # as a kernel runs the kit’s own cells
    r"\bnew Function\b": set(),
    r"\b(pickle|marshal|shelve|dill)\b": set(),
    r"\byaml\.(unsafe_load|full_load|Loader|UnsafeLoader|FullLoader)\b": set(),
    r"\byaml\.(load|compose)\(": set(),
    r"\byaml\.parse\(": {"helpers/texts/yaml_text.py"},
    r"(?<![\w.])Markup\(": {"helpers/view/markup.py"},
}


FROM_BESIDE = {"worker.js", "service-worker.js"}
"""What fetches files of the site; that no other host is asked, test_browser_site.py sees."""


def imported(path: Path) -> Iterator[str]:
    """Give the full names of the modules that a file imports, also for its types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def sources() -> list[Path]:
    """Give every file of ours that could hold code."""
    folders = (HELPERS, ROOT / "lessons")
    kinds = {".py", ".js", ".ipynb", ".css", ".html"}
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    return [path for path in files if ".ipynb_checkpoints" not in path.parts]


@pytest.mark.parametrize("what", BROUGHT)
def test_nothing_comes_along_unasked(what: str, tmp_path: Path) -> None:
    code, never = BROUGHT[what]
    asked = f"{code}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", f"import os; os.environ['KIT_WORK'] = {str(tmp_path)!r}\n{asked}"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) & never == set()


def test_what_a_student_runs_needs_no_network_no_thread_and_no_lock() -> None:
    modules = [
        path
        for path in HELPERS.rglob("*.py")
        if path.relative_to(HELPERS).parts[0] not in AWAY_FROM_STUDENTS
    ]
    assert len(modules) > 50
    found = {(path.name, name) for path in modules for name in imported(path)}
    never = NETWORK | PARALLEL
    assert [(n, m) for n, m in found if m in never or m.partition(".")[0] in never] == []


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_what_could_run_or_insert_foreign_code_stands_in_its_one_place(pattern: str) -> None:
    found = {
        str(path.relative_to(ROOT))
        for path in sources()
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }
    assert found == FORBIDDEN[pattern]


def test_nothing_is_loaded_from_a_network() -> None:
    static = [path for path in sources() if "static" in path.parts]
    assert static
    for path in static:
        loads = r"https?:|@import|XMLHttp|url\("
        if path.name not in FROM_BESIDE:
            loads += r"|\bfetch\("
        assert not re.search(loads, path.read_text("utf-8")), path.name
