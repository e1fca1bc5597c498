"""The code itself: style, types, sizes, and the examples in its docstrings."""

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
SKIPPED = ("__main__", "helpers.commands.serve")  # they run when they are imported
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(helpers.__path__, "helpers.")
    if not module.name.endswith(SKIPPED)
)


@pytest.mark.parametrize(
    "words",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "--package", "helpers"],
    ],
    ids=["style", "format", "types"],
)
def test_the_tools_have_nothing_to_say(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, text=True, check=False
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
