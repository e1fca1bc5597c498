"""What a browser keeps for the time without a network, and what is listed for searches."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from helpers.view.assets import STATIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from helpers.site.shared import Files

WORKER = "service-worker.js"
SHEETS = "paper/"


def made(files: Mapping[str, bytes]) -> Files:
    """Make the worker that keeps these files; other files are another edition.

    >>> b'"index.html"' in made({"index.html": b""})["service-worker.js"]
    True
    """
    content = sha256()
    for name, file in sorted(files.items()):
        content.update(f"{name}\0".encode() + sha256(file).digest())
    # A sheet is printed once, and where there is a printer there is mostly a network.
    kept = sorted(name for name in files if not name.startswith(SHEETS))
    known = {"EDITION": content.hexdigest()[:16], "FILES": kept}
    lines = [f"const {name} = {json.dumps(value)};\n" for name, value in known.items()]
    script = (STATIC / "site" / WORKER).read_text(encoding="utf-8")
    return {WORKER: ("".join(lines) + script).encode()}


def listed(pages: Mapping[str, bytes], base: str) -> Files:
    """List the pages for a search engine, if the site's address is known."""
    if not base:
        return {}
    addresses = (base + name for name in sorted(pages) if name.endswith(".html"))
    return {"sitemap.txt": "".join(f"{one}\n" for one in addresses).encode()}
