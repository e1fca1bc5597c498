"""What the README says of each lesson, so that the front page need not say it again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from helpers.errors import KitError
from helpers.paths import ROOT
from helpers.texts.files import read_page
from helpers.words import site_text as words

if TYPE_CHECKING:
    from pathlib import Path

_ROW = re.compile(r"^\|[^|]*lessons/([\w-]+)\.ipynb[^|]*\|.*\|([^|]+)\|\s*$", re.MULTILINE)


def outcomes(readme: Path = ROOT / "README.md") -> dict[str, str]:
    """Give what a student can do after each lesson, by its name, in Markdown."""
    found = {row[1]: row[2].strip() for row in _ROW.finditer(read_page(readme))}
    if not found:
        raise KitError(words.NO_TABLE.format(readme=readme))
    return found
