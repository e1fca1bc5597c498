"""The kit as a wheel for the browser: its modules, texts and exercises, and nothing for a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.commands.students_files import KEYS, students_files
from helpers.paths import ROOT
from helpers.site.archives import ANYWHERE, about_wheel, packed, with_record
from helpers.site.wheels import WheelName

if TYPE_CHECKING:
    from pathlib import Path

    from helpers.commands.students_files import StudentsFile

NAME = WheelName("according_to_reports", "1.0", ANYWHERE)
IN_THE_BROWSER = ("helpers/", "seeds/", "lessons/exercises/", "lessons/forms/", f"{KEYS}/")
AT_A_DESK = tuple(f"helpers/{room}" for room in ("commands/", "checks/", "site/", "lesson_page/"))
"""What runs on a machine alone, or is for the window around a lesson and not for its Python."""
FOR_EDITORS = (".schema.json", ".md")
"""What only those read who write lessons."""
SLIPS = "lessons/slips.yaml"


def kit_archive(*, keys: bool, root: Path = ROOT) -> tuple[str, bytes]:
    """Give the name and the content of the wheel; `keys` puts the keys of the tests in.

    It is not compressed yet, so that its bytes are the same wherever it is made. Raises KitError
    if something of the kit is missing.
    """
    chosen = {
        file.name: file.content
        for file in students_files(keys=keys, root=root)
        if _is_for_browsers(file)
    }
    files = with_record({**chosen, **about_wheel(NAME.name, NAME.version)})
    return str(NAME), packed(files, compressed=False)


def _is_for_browsers(file: StudentsFile) -> bool:
    wanted = file.name.startswith(IN_THE_BROWSER) or file.name == SLIPS
    return wanted and not (file.name.startswith(AT_A_DESK) or file.name.endswith(FOR_EDITORS))
