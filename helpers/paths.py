"""Where things lie: the kit, its texts, its lessons, and the student's work."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"
LESSONS = ROOT / "lessons"
EXERCISES = LESSONS / "exercises"
LESSON_PAGE = ROOT / "helpers" / "lesson_page"


def work_folder() -> Path:
    """Where this student's work lies: `work/`, or wherever KIT_WORK says."""
    return Path(os.environ.get("KIT_WORK") or ROOT / "work")
