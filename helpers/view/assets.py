"""What a page needs besides its markup: the scripts and the style, put together with no build."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from helpers.view import palette
from helpers.words import LANGUAGE, browser_text, kept_text

STATIC = Path(__file__).parent / "static"
FIRST, LAST = ("meet.js", "store.js", "page.js"), ("live.js", "assets.js")
"""Scripts that others build on, and those that start the page; between them the order is free."""


def script() -> str:
    """Put the scripts together as one module: no build step, nothing loaded from a network."""
    words = {"language": LANGUAGE, "silent": kept_text.here().silent, **browser_text.WORDS}
    return f"const WORDS = {json.dumps(words)};\n{_scripts()}"


@cache
def _scripts() -> str:
    middle = sorted(path.name for path in STATIC.glob("*.js") if path.name not in (*FIRST, *LAST))
    names = [*FIRST, *(name for name in middle if name != "piece.js")]
    # After the scripts that they join, before the one that starts them.
    names += [f"tools/{path.name}" for path in sorted((STATIC / "tools").glob("*.js"))]
    return "\n".join(map(_read, [*names, *LAST]))


@cache
def stub() -> str:
    """Give the script of a piece: it waits for the assets, and lets them render."""
    return "\n".join(map(_read, ("meet.js", "piece.js")))


@cache
def style() -> str:
    """Put the style sheet together from the palette and the rules, in the order of their names."""
    sheets = sorted((STATIC / "style").glob("*.css"))
    return (
        palette.variables()
        + palette.inks()
        + "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    )


@cache
def report_style() -> str:
    """Put together the style of the class report, a page of its own."""
    return style() + palette.own_theme() + _read("report/report.css")


@cache
def sheet_style() -> str:
    """Put together the style of a sheet of paper: that of the page, and what differs."""
    return style() + palette.paper() + _read("paper/sheet.css")


def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
