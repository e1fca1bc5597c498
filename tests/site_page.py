"""The site for the tests: built once from a copy of the kit, and put on a plain web server.

`Site` is the server, `SitePage` a lesson on it, with the same words as a notebook in lab.py.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Self

from lab import PATIENCE, Notebook
from small import TWIN, write_small_lesson

from helpers.commands.students_files import GOES_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

ROOT = Path(__file__).resolve().parents[1]
CACHE = ".site"
BELOW = "some/school"
"""Hardly a school has a whole address to spare."""
EVENTS = """() => Object.keys(localStorage)
    .filter((key) => key.startsWith("according-to-reports/event/"))
    .map((key) => JSON.parse(localStorage[key]).event)"""
FORGET_COPIES = "() => localStorage.clear()"


def copy_kit(place: Path) -> Path:
    """Copy the kit with the small lesson in it; what was fetched for the site is shared."""
    for name in GOES_IN:
        if (ROOT / name).is_dir():
            leave = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(ROOT / name, place / name, ignore=leave)
        else:
            place.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, place / name)
    write_small_lesson(place)
    (place / "lessons" / f"{TWIN}.ipynb").unlink()  # the same lesson once more
    (ROOT / CACHE).mkdir(exist_ok=True)
    (place / CACHE).symlink_to(ROOT / CACHE)
    return place


BUILD = """
import sys
from pathlib import Path
from helpers.site.build import Wanted, run
sys.exit(run(Wanted(Path(sys.argv[1]), notebooks=sys.argv[2] == "True")))
"""


def build(kit: Path, out: Path, *, notebooks: bool = False) -> None:
    """Build the site of a kit; the notebooks take as long as all the rest."""
    command = [sys.executable, "-c", BUILD, str(out), str(notebooks)]
    made = subprocess.run(command, cwd=kit, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr


class Plain(SimpleHTTPRequestHandler):
    """A plain web server: it knows the types of files, and nothing of the kit."""

    protocol_version = "HTTP/1.1"  # one connection for many files, as any host has it
    extensions_map = {  # noqa: RUF012 - as the class above has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Site:
    """The site on a server of this machine, below other things."""

    def __init__(self, kit: Path, root: Path, port: int) -> None:
        self.root, self.folder = kit, root / BELOW
        self.host = f"http://127.0.0.1:{port}/"
        self.url = f"{self.host}{BELOW}/"


@contextmanager
def served(kit: Path, root: Path) -> Iterator[Site]:
    """Put the site of a kit, which lies below a folder, on a server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Plain, directory=str(root))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Site(kit, root, server.server_port)
        server.shutdown()


class SitePage(Notebook):
    """A lesson on the site. `strangers` are requests to any other host."""

    def __init__(self, page: Page, site: Site) -> None:
        super().__init__(page, site)  # type: ignore[arg-type]  (it asks the site for its root)
        self.site = site
        self.strangers: list[str] = []
        page.on("request", lambda request: self._see(request.url))

    def open(self, stem: str) -> Self:
        """Open a lesson and wait until it is live."""
        self.stem, self.state = stem, ""
        self.page.goto(f"{self.site.url}lessons/{stem}.html")
        return self.wait_live()

    def wait_live(self) -> Self:
        """Wait until every piece is on the page."""
        self.page.locator("html[data-live]").wait_for(state="attached", timeout=PATIENCE * 1000)
        return self

    def again(self) -> Self:
        """Load the page anew, as a student does."""
        self.page.reload()
        return self.wait_live()

    def piece(self, call: str) -> Locator:
        """Give what the cell with this call shows."""
        return self.page.locator(f"#{self._cell(call)} .atr")

    def events(self) -> list[dict[str, Any]]:
        """Give the events that the page has a copy of, in their order."""
        found: list[dict[str, Any]] = self.page.evaluate(EVENTS)
        return sorted(found, key=lambda one: one["number"])

    def answers(self, exercise: str) -> list[dict[str, Any]]:
        """Give the answers to one exercise."""
        return [one for one in self.events() if one.get("exercise") == exercise]

    def _cell(self, call: str) -> str:
        path = self.site.root / "lessons" / f"{self.stem}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"]
        return next(one["id"] for one in cells if call in "".join(one["source"]))

    def _see(self, url: str) -> None:
        if not url.startswith((self.site.host, "data:", "blob:")):
            self.strangers.append(url)
