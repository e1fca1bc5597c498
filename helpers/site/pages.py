"""All pages of the site: lessons, texts, sheets, the front page."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

from helpers.kinds.exercises import open_exercises
from helpers.paths import LESSONS, ROOT
from helpers.site import texts
from helpers.site.lessons import as_on_the_site, make_page
from helpers.site.links import Links, page_of
from helpers.site.paper import make_sheets, sheet
from helpers.site.readme import outcomes
from helpers.view.pages import LessonRow
from helpers.view.site.front import Listed, Picture, Texts, render_front
from helpers.view.site.shell import Shell
from helpers.words import front_text, player_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from helpers.site.lessons import Engine
    from helpers.site.shared import Files

REPORT = "lessons/instructor/class-report.ipynb"
"""It names right answers, and goes where the keys go."""
SIMULATED = "lessons/instructor/simulated-class.zip"
PICTURE = "lessons/pictures/lesson-02.png"


class Asked(NamedTuple):
    """What pages are asked for: what lies beside them, and whether keys may be told."""

    engine: Engine
    keys: bool


def make_pages(asked: Asked, told: Callable[[str], None]) -> Files:
    """Make all pages; `told` hears the name of each before it is made."""
    notebooks = sorted(LESSONS.glob("*.ipynb"))
    names = texts.texts(keys=asked.keys)
    files = {"README.md", *names, *(f"lessons/{path.name}" for path in notebooks)}
    files |= {REPORT, SIMULATED} if asked.keys else set()
    made: Files = {"index.html": _front(notebooks, asked), PICTURE: (ROOT / PICTURE).read_bytes()}
    with as_on_the_site():
        for path in notebooks:
            name = f"lessons/{path.name}"
            told(path.stem)
            page = make_page(path, asked.engine, Links(name, files).address)
            made[page_of(name)] = page.encode()
            made |= make_sheets(path, keys=asked.keys)
        if asked.keys:
            told(REPORT)
            page = make_page(ROOT / REPORT, asked.engine, Links(REPORT, files).address)
            made[page_of(REPORT)] = page.encode()
            made[SIMULATED] = (ROOT / SIMULATED).read_bytes()
    for name in names:
        told(name)
        made[page_of(name)] = texts.make_text(name, asked.engine.kit, files).encode()
    return made


def _front(notebooks: list[Path], asked: Asked) -> bytes:
    said = outcomes()
    listed = [_listed(path, said.get(path.stem, ""), keys=asked.keys) for path in notebooks]
    report = [REPORT] if asked.keys else []
    given = {page_of(name) for name in (*texts.texts(keys=asked.keys), *report)}
    pages = (texts.SAVING, texts.TEXTS, texts.GUIDE, texts.HUB, texts.SIMULATED, REPORT)
    addresses = [page if (page := page_of(name)) in given else "" for name in pages]
    shell = Shell(player_text.KIT, front_text.LEAD, "", asked.engine.kit)
    return render_front(shell, listed, Texts(*addresses), _picture(PICTURE)).encode()


def _picture(name: str) -> Picture:
    """Read the size of a PNG, so that nothing on the page moves when it comes."""
    width, height = struct.unpack(">II", (ROOT / name).read_bytes()[16:24])
    return Picture(name, width, height)


def _listed(path: Path, outcome: str, *, keys: bool) -> Listed:
    about = open_exercises(path.stem).file
    key = sheet(path.stem, key=True) if keys else ""
    row = LessonRow(path.stem, about.title, about.minutes, 0, 0)
    page = page_of(f"lessons/{path.name}")
    return Listed(page, row.name, row.minutes, about.extra_minutes, outcome, sheet(path.stem), key)
