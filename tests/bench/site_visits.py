"""Visits to a lesson on the site, as a student makes them: each with a stop watch (site.js)."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, NamedTuple

from answers import right_answer
from lab import PATIENCE
from site_host import FRESH
from site_page import BELOW, ROOT

from helpers.commands.programs import CHROMIUM
from helpers.kinds.exercises import open_exercises
from helpers.site.lessons import CODE_SHOWN
from helpers.site.lite import NOTEBOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page, Playwright
    from site_host import Host, Sent

HERE = Path(__file__).resolve().parent
LESSON = "02-who-says-so"
PLACES = {"player": f"lessons/{LESSON}.html", "lite": f"{NOTEBOOKS}{LESSON}.ipynb"}
"""The two ways to the lesson, by their addresses on the site."""
SLOW = 3 * PATIENCE
"""Seconds that a visit may take: a slow line and a busy machine are no fault."""
SETTLED = 1.0
"""Seconds without a request after which no more is expected."""
WORKER_READY = "() => navigator.serviceWorker.ready.then(() => null)"


class Visit(NamedTuple):
    """One visit: seconds from the link until something was there, and what was sent until then.

    `kept` is what is sent afterwards, without anybody waiting for it: what the site keeps for the
    time without a network.
    """

    text: float
    card: float
    pieces: float
    sent: list[Sent]
    kept: list[Sent]

    def all(self) -> list[Sent]:
        """Give everything that was sent."""
        return [*self.sent, *self.kept]


def script() -> str:
    """Give what a page needs to be timed."""
    cells = json.loads((ROOT / "lessons" / f"{LESSON}.ipynb").read_text("utf-8"))["cells"]
    code = [one["metadata"].get("tags", ()) for one in cells if one["cell_type"] == "code"]
    pieces = sum(CODE_SHOWN not in tags for tags in code)
    watch = (HERE / "site.js").read_text(encoding="utf-8")
    return f"const PIECES = {pieces};\n{watch}\n{(HERE / 'bench.js').read_text(encoding='utf-8')}"


@contextmanager
def chromium(playwright: Playwright, profile: Path) -> Iterator[Page]:
    """Start a browser with a profile of its own, and close it afterwards."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    context = playwright.chromium.launch_persistent_context(
        profile,
        executable_path=CHROMIUM.find(),
        args=["--no-sandbox"] if root else [],
        viewport={"width": 1280, "height": 1000},
    )
    context.set_default_timeout(SLOW * 1000)
    try:
        page = context.pages[0]
        page.add_init_script(script())
        yield page
    finally:
        context.close()


def visit(page: Page, host: Host, port: int, place: str) -> Visit:
    """Follow the link to the lesson, and wait until everything is there and kept."""
    host.sent()
    begin = time()
    page.goto(f"http://127.0.0.1:{port}/{BELOW}/{PLACES[place]}", wait_until="commit")
    seen = page.locator("html[data-seen]")
    seen.wait_for(state="attached")
    times = json.loads(seen.get_attribute("data-seen") or "")
    text, card, pieces = (times[name] / 1000 for name in ("text", "card", "pieces"))
    page.evaluate(WORKER_READY)
    answered = settled(host)
    sent = [one for one in answered if one.at <= pieces]
    return Visit(text - begin, card - begin, pieces - begin, sent, answered[len(sent) :])


def settled(host: Host) -> list[Sent]:
    """Give what was sent, as soon as nothing more is."""
    found, last = host.sent(), monotonic()
    while monotonic() < last + SETTLED:
        sleep(SETTLED / 10)
        if more := host.sent():
            found, last = [*found, *more], monotonic()
    return found


def wait_until_stale() -> None:
    """Wait until a browser has to ask again for all that it has."""
    sleep(FRESH + 1)


def commits(page: Page) -> list[float]:
    """Answer every exercise of the open lesson; give milliseconds until there is feedback."""
    exercises = open_exercises(LESSON)
    found = []
    for identity in exercises.ids:
        exercise = exercises.exercise(identity)
        sure = [str(step) for step in exercise.confidence_steps()[-1:]]
        answer = right_answer(exercise) | ({"_sure": sure} if sure else {})
        form = page.locator(f'form[data-draft="{LESSON}/{identity}/0"]')
        page.evaluate("() => quiet()")
        found.append(form.evaluate("(form, answer) => bench.commit(form, answer)", answer))
    return found
