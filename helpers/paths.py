"""Where things lie: the kit, its texts, its lessons, and the student's work."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
LESSONS = ROOT / "lessons"
EXERCISES = LESSONS / "exercises"
LESSON_PAGE = ROOT / "helpers" / "lesson_page"


def lesson_address(stem: str) -> str:
    """Give the address of a lesson from another one: its notebook, or whatever KIT_PAGES says.

    >>> lesson_address("04-forty")
    '04-forty.ipynb'
    """
    return stem + (os.environ.get("KIT_PAGES") or ".ipynb")


def in_browser_alone() -> bool:
    """Tell whether there is no computer behind the page, and the work lies in the browser."""
    return os.environ.get("KIT_PLACE") == "browser"


def work_folder() -> Path:
    """Where this student's work lies: `work/`, or wherever KIT_WORK says."""
    return Path(os.environ.get("KIT_WORK") or ROOT / "work")
