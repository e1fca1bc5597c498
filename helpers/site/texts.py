"""The texts beside the lessons as pages of the site."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from helpers.paths import ROOT
from helpers.site.links import Links
from helpers.texts.files import read_page
from helpers.view.prose import title_of
from helpers.view.site.lesson import LessonProse
from helpers.view.site.shell import Shell
from helpers.view.site.text import render_text

if TYPE_CHECKING:
    from helpers.view.markup import Markup

SAVING, TEXTS = "lessons/saving.md", "seeds/README.md"
FOR_ALL = (SAVING, TEXTS)
GUIDE = "lessons/instructor/guide.md"
SIMULATED = "lessons/instructor/simulated-class.md"
HUB = "lessons/instructor/hub.md"
FOR_INSTRUCTORS = (GUIDE, SIMULATED, HUB)
"""What names right answers, or is of no use to a student."""


def texts(*, keys: bool) -> list[str]:
    """Name the texts that are pages; those for instructors go where the keys go."""
    wanted = (*FOR_ALL, *FOR_INSTRUCTORS) if keys else FOR_ALL
    return [name for name in wanted if (ROOT / name).is_file()]


def make_text(name: str, kit: str, files: set[str]) -> Markup:
    """Make the page of a text; `files` are those that have a page."""
    markdown = read_page(ROOT / name)
    title = title_of(markdown) or name
    top = posixpath.relpath(".", posixpath.dirname(name)) + "/"
    prose = LessonProse(Links(name, files).address)
    return render_text(Shell(title, title, top, kit), markdown, prose)
