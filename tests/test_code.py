"""The code itself: style, types, floors, dead code, sizes, and the examples in its docstrings."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import helpers

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
SKIPPED = ("__main__", "helpers.commands.serve")  # they run when they are imported
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(helpers.__path__, "helpers.")
    if not module.name.endswith(SKIPPED)
)
TOOLS = {
    "style": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "--package", "helpers"],
    "floors": ["lint-imports", "--no-cache"],
    "dependencies": ["deptry", "."],
    "dead code": ["vulture"],
    "scripts and style sheets": ["biome", "check", "--error-on-warnings"],
}


@pytest.mark.parametrize("words", TOOLS.values(), ids=TOOLS)
def test_the_tools_have_nothing_to_say(words: list[str]) -> None:
    program, *options = words
    done = subprocess.run(
        [BIN / program, *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_no_file_is_longer_than_the_house_allows() -> None:
    files = [*(ROOT / "helpers").rglob("*.*"), *(ROOT / "tests").rglob("*.py")]
    long = [f.name for f in files if f.suffix in {".py", ".js", ".css"} and _lines(f) > 400]
    assert files
    assert long == []


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
