"""What all pages of the site share: scripts and style, in a folder named by its content."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from helpers.paths import LESSON_PAGE
from helpers.view import palette
from helpers.view.assets import STATIC, script, stub, style

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Files = dict[str, bytes]
"""Files of the site by their paths, such as `lessons/04-forty.html`."""
PAGE = LESSON_PAGE / "according-to-reports" / "static"
SHARED_WITH_JUPYTER = ("elements", "extras", "masthead", "steps", "words")
"""The scripts of the lesson page that know nothing of JupyterLab."""


def shared_files() -> Files:
    """Give scripts and style, by their paths in the folder."""
    player = {f"player/{path.name}": path.read_bytes() for path in _scripts(STATIC / "player")}
    page = {f"page/{name}.js": (PAGE / f"{name}.js").read_bytes() for name in SHARED_WITH_JUPYTER}
    made = {"player/assets.js": script(), "player/piece.js": stub(), "site.css": _style()}
    return player | page | {name: text.encode() for name, text in made.items()}


def in_own_folder(name: str, files: Mapping[str, bytes]) -> tuple[str, Files]:
    """Name a folder by what is in it; give it and the files with it in their paths.

    >>> in_own_folder("kit", {"a.js": b""})[0]
    'kit-f771fd5c6414/'
    """
    content = sha256()
    for path, file in sorted(files.items()):
        content.update(f"{path}\0{len(file)}\0".encode() + file)
    folder = f"{name}-{content.hexdigest()[:12]}/"
    return folder, {folder + path: file for path, file in files.items()}


def _scripts(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.js"))


def _style() -> str:
    sheets = (PAGE / "page.css", STATIC / "site" / "site.css")
    rules = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    return style() + palette.own_theme() + rules
