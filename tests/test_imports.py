"""The house has floors: an import goes down only, and nothing heavy comes along unasked."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from helpers.texts.dossier import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HELPERS = ROOT / "helpers"
MODULES = sorted(path for path in HELPERS.rglob("*.py"))
FLOORS = {
    "article": 0, "content": 0, "dossier": 0, "errors": 0, "records": 0, "vocabulary": 0,
    "workbook": 0,
    "kinds": 1, "topics": 1, "view": 2, "classroom": 3,
    "lesson": 4, "exchange": 4, "commands": 4, "checks": 4, "__main__": 4, "__init__": 4,
}  # fmt: skip
FORBIDDEN = {
    r"\binnerHTML\b": {"helpers/view/static/page.js"},
    r"\b(outerHTML|insertAdjacentHTML|document\.write)\b": set(),
    r"\bwidgets\.HTML\b": set(),
    r"\bdisplay\(HTML\b": set(),
    r"\b(eval|exec)\(": set(),
    r"\bnew Function\b": set(),
    r"\b(pickle|marshal|shelve|dill)\b": set(),
    r"\byaml\.(unsafe_load|full_load|Loader|UnsafeLoader|FullLoader)\b": set(),
    r"(?<![\w.])Markup\(": {"helpers/view/markup.py", "helpers/view/live.py"},
}


def room(path: Path) -> str:
    return path.relative_to(HELPERS).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Give the full names of the modules that a file imports, also for its types alone."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            whole = {f"helpers.{a.name}" for a in node.names} if node.module == "helpers" else set()
            names |= whole or {node.module or ""}
    return names


def modules_after(code: str) -> set[str]:
    """Run code in a Python of its own and name the packages that it loaded."""
    asked = f"{code}\nimport sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def sources() -> list[Path]:
    """Give every file of ours that could hold code."""
    folders = (HELPERS, ROOT / "lessons")
    kinds = {".py", ".js", ".ipynb", ".css", ".html"}
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in kinds]
    return [path for path in files if ".ipynb_checkpoints" not in path.parts]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HELPERS)))
def test_an_import_goes_down_only(path: Path) -> None:
    below = {name.split(".")[1] for name in imported(path) if name.startswith("helpers.")}
    assert {name: FLOORS[name] for name in below if FLOORS[name] > FLOORS[room(path)]} == {}


@pytest.mark.parametrize(
    ("rooms", "never"),
    [
        ({"kinds", "topics"}, {"ipywidgets", "anywidget", "traitlets", "pandas", "IPython"}),
        ({"article", "workbook", "content", "vocabulary"}, {"ipywidgets", "anywidget", "pandas"}),
        ({"commands", "__main__"}, {"msgspec", "yaml", "ipywidgets", "pandas", "anywidget"}),
        ({"lesson", "exchange", "view", "kinds", "workbook"}, {"threading", "subprocess", "fcntl"}),
        (set(FLOORS) - {"commands", "checks"}, {"urllib", "http", "socket", "requests", "urllib3"}),
    ],
)
def test_some_rooms_never_import_some_things(rooms: set[str], never: set[str]) -> None:
    tops = {
        path: {n.partition(".")[0] for n in imported(path)}
        for path in MODULES
        if room(path) in rooms
    }
    assert tops
    assert {path.name: names & never for path, names in tops.items() if names & never} == {}


def test_topics_know_nothing_of_how_things_look() -> None:
    topics = [imported(path) for path in MODULES if room(path) == "topics"]
    assert not [name for names in topics for name in names if name.startswith("helpers.view")]


def test_importing_the_kit_brings_nothing_along() -> None:
    heavy = {
        "msgspec",
        "yaml",
        "anywidget",
        "ipywidgets",
        "IPython",
        "pandas",
        "matplotlib",
        "numpy",
    }
    assert modules_after("import helpers") & heavy == set()


def test_opening_a_lesson_brings_no_tables_and_no_charts(tmp_path: Path) -> None:
    opened = modules_after(
        f"import os; os.environ['KIT_WORK'] = {str(tmp_path)!r}\n"
        "from helpers.lesson import open_lesson\n"
        "lesson = open_lesson('02-who-says-so')\n"
        "lesson.save_bar(); lesson.ask(lesson.sheet.ids[0]); lesson.summary(); lesson.map()"
    )
    assert "anywidget" in opened
    assert opened & {"pandas", "matplotlib", "numpy"} == set()


def test_the_command_line_needs_the_standard_library_alone() -> None:
    loaded = modules_after("import helpers.__main__, helpers.commands.lab, helpers.commands.check")
    assert loaded & {"msgspec", "yaml", "jupyterlab", "anywidget", "traitlets"} == set()


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
        assert not re.search(r"https?:|@import|\bfetch\(|XMLHttp|url\(", path.read_text("utf-8")), (
            path.name
        )
